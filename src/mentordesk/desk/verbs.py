"""The desk's verbs in groups, each imported and made when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentordesk.desk.afterwards import Afterwards
    from mentordesk.desk.attention import Attentions
    from mentordesk.desk.busy import Busy
    from mentordesk.desk.calls import Calls
    from mentordesk.desk.certificates import Certificates
    from mentordesk.desk.checklists import Checklists
    from mentordesk.desk.contact import Contact
    from mentordesk.desk.course import Course
    from mentordesk.desk.duties import Duties
    from mentordesk.desk.exports import Exports
    from mentordesk.desk.feedback import FeedbackLog
    from mentordesk.desk.gaps import Gaps
    from mentordesk.desk.goals import Goals
    from mentordesk.desk.groups import Groups
    from mentordesk.desk.ideas import Ideas
    from mentordesk.desk.imports import Imports
    from mentordesk.desk.intake import Intake
    from mentordesk.desk.introductions import Introductions
    from mentordesk.desk.invite_views import InviteViews
    from mentordesk.desk.labs import Labs
    from mentordesk.desk.links import Links
    from mentordesk.desk.milestones import Milestones
    from mentordesk.desk.office_hours import OfficeHours
    from mentordesk.desk.opportunities import Opportunities
    from mentordesk.desk.pages import Pages
    from mentordesk.desk.people import People
    from mentordesk.desk.permissions import Permissions
    from mentordesk.desk.plans import Plans
    from mentordesk.desk.playbooks import Playbooks
    from mentordesk.desk.progress import Progress
    from mentordesk.desk.promises import Promises
    from mentordesk.desk.proposing import Proposing
    from mentordesk.desk.publishing import Publishing
    from mentordesk.desk.recaps import Recaps
    from mentordesk.desk.recordings import Recordings
    from mentordesk.desk.recovery import Recovery
    from mentordesk.desk.replies import Replies
    from mentordesk.desk.reviews import Reviews
    from mentordesk.desk.slides import Slides
    from mentordesk.desk.slots import Slots
    from mentordesk.desk.study import Study
    from mentordesk.desk.support import Support
    from mentordesk.desk.surveys import Surveys
    from mentordesk.desk.times import Times
    from mentordesk.desk.topics import Topics
    from mentordesk.desk.trust import Trust
    from mentordesk.desk.windows import Windows
    from mentordesk.desk.words import Words
    from mentordesk.desk.workshops import Workshops


class _Group:
    """One group of verbs, by the module and the class it is written in."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    def __set_name__(self, _: type, attribute: str) -> None:
        self.attribute = attribute

    def __get__(self, desk: object, _: type | None = None) -> Any:
        """Make it for this desk, which then has it as an attribute of its own."""
        made = getattr(import_module(f"mentordesk.desk.{self.module}"), self.name)(desk)
        desk.__dict__[self.attribute] = made
        return made


def _group(module: str, name: str) -> Any:
    return _Group(module, name)


class Verbs:
    """What a desk can do; a quick command pays for the groups it uses and for no others."""

    pages: "Pages" = _group("pages", "Pages")
    """What screens and reading commands show."""
    people: "People" = _group("people", "People")
    """Mentees and mentorships."""
    slots: "Slots" = _group("slots", "Slots")
    """The standing slot and its single dates."""
    calls: "Calls" = _group("calls", "Calls")
    """Preparing, running and closing a call."""
    recaps: "Recaps" = _group("recaps", "Recaps")
    """What is handed over after a call."""
    words: "Words" = _group("words", "Words")
    """Notes and touchpoints."""
    promises: "Promises" = _group("promises", "Promises")
    """Actions of both sides and the network."""
    goals: "Goals" = _group("goals", "Goals")
    """Targets with a horizon."""
    groups: "Groups" = _group("groups", "Groups")
    """Several mentees in one mentorship."""
    afterwards: "Afterwards" = _group("afterwards", "Afterwards")
    attention: "Attentions" = _group("attention", "Attentions")
    """Lines of Today that are put off or dismissed."""
    milestones: "Milestones" = _group("milestones", "Milestones")
    """Dated events of the programme."""
    playbooks: "Playbooks" = _group("playbooks", "Playbooks")
    """Programmes as data."""
    exports: "Exports" = _group("exports", "Exports")
    """Files that leave the desk."""
    invites: "InviteViews" = _group("invite_views", "InviteViews")
    """What other people's calendars are told of a slot."""
    replies: "Replies" = _group("replies", "Replies")
    """What people answered to invitations."""
    proposing: "Proposing" = _group("proposing", "Proposing")
    """Times that suit both sides."""
    busy: "Busy" = _group("busy", "Busy")
    """When the mentor is taken elsewhere."""
    publishing: "Publishing" = _group("publishing", "Publishing")
    """The mentor's own calendar as a file to subscribe to, and on a server."""
    imports: "Imports" = _group("imports", "Imports")
    """Files that come in."""
    course: "Course" = _group("course", "Course")
    """Term, decisions, graduating and leaving."""
    opportunities: "Opportunities" = _group("opportunities", "Opportunities")
    """What is watched out for, offered, and what came of it."""
    introductions: "Introductions" = _group("introductions", "Introductions")
    """People who could know each other."""
    times: "Times" = _group("times", "Times")
    """Time spent, and the budget it goes into."""
    hours: "OfficeHours" = _group("office_hours", "OfficeHours")
    """Slots that people book."""
    workshops: "Workshops" = _group("workshops", "Workshops")
    """Coaching at workshops."""
    feedback: "FeedbackLog" = _group("feedback", "FeedbackLog")
    """Feedback in both directions, and to the programme."""
    surveys: "Surveys" = _group("surveys", "Surveys")
    """Questions put to one side or both, a round each time they are due."""
    certificates: "Certificates" = _group("certificates", "Certificates")
    """What a programme gives for what, and how far everybody is."""
    slides: "Slides" = _group("slides", "Slides")
    """The slide for the showcase, version by version."""
    intake: "Intake" = _group("intake", "Intake")
    """The way in: stages, fit, and how many there are already."""
    checklists: "Checklists" = _group("checklists", "Checklists")
    """Lists to tick."""
    duties: "Duties" = _group("duties", "Duties")
    """What the mentor agreed to and owes."""
    support: "Support" = _group("support", "Support")
    """Whom to turn to, and asking them."""
    study: "Study" = _group("study", "Study")
    """When somebody studies, and how each week went."""
    progress: "Progress" = _group("progress", "Progress")
    """The progress log."""
    labs: "Labs" = _group("labs", "Labs")
    """Labs and projects looked at together."""
    topics: "Topics" = _group("topics", "Topics")
    """Stuck points, and questions brought before a call."""
    ideas: "Ideas" = _group("ideas", "Ideas")
    """What a session can be made of."""
    reviews: "Reviews" = _group("reviews", "Reviews")
    """Looking back at a task or a month."""
    recordings: "Recordings" = _group("recordings", "Recordings")
    """Recorded calls."""
    recovery: "Recovery" = _group("recovery", "Recovery")
    """Words that could not be stored."""
    windows: "Windows" = _group("windows", "Windows")
    """Which of several windows writes."""
    links: "Links" = _group("links", "Links")
    """Links shared between two calls."""
    plans: "Plans" = _group("plans", "Plans")
    """Action plans and the board across everybody."""
    gaps: "Gaps" = _group("gaps", "Gaps")
    """What is missing on the way."""
    trust: "Trust" = _group("trust", "Trust")
    """Expectations, boundaries and ground rules of both sides; incidents."""
    contact: "Contact" = _group("contact", "Contact")
    """How and when one may write, and what is off limits."""
    permissions: "Permissions" = _group("permissions", "Permissions")
    """What may be passed on, and to whom."""
