"""How somebody gets on, for the brief: progress, the study weeks, what comes back, an idea."""

from typing import TYPE_CHECKING

from mentordesk.domain.learning import Learning, next_idea
from mentordesk.domain.text import one_line
from mentordesk.store import learning, words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Relation
    from mentordesk.domain.playbook import Playbook

WEEKS = 6


def getting_on(desk: "Desk", found: "Relation", playbook: "Playbook") -> Learning:
    """What is worth knowing of it in the thirty seconds before a call."""
    store, own = desk.store, found.mentorship.id
    log = learning.snapshots(store, own)
    answers = learning.answers(store, own)
    return Learning(
        percents=[one.percent for one in reversed(log) if one.percent is not None],
        where=next((one for one in log if not one.is_glance), None),
        looked=log[0].day if log else None,
        weeks=learning.study_weeks(store, own, WEEKS),
        labs=[lab for lab in learning.labs(store, own) if lab.state == "open"],
        topics=learning.topics(store, own, desk.tz, every=False),
        idea=next_idea(desk.ideas.lines(found, playbook)) if playbook.ideas else None,
        answers=learning.last_review(answers, "task"),
        remember=_remember(desk, own),
    )


def _remember(desk: "Desk", mentorship: str) -> str:
    """The newest personal fact or interest, on one line; '' for none."""
    about = "mentorship_id = ? AND kind IN ('personal', 'interest')"
    found = words.notes(desk.store, about, mentorship)
    return one_line(found[0].body) if found else ""
