"""Git crew: four people who look after a lesson together, in the Carpentries' way."""

from datetime import time

from mentordesk.desk import Desk
from mentordesk.desk.demo.script import Crew, Deed, Log, Person, Remark, Standing, Talk


def _smart(desk: Desk, who: str) -> None:
    """The group's goal, letter by letter; one letter is still missing."""
    goal = desk.goals.add(who, "Ten old issues of the Git lesson closed", measure="the count")
    desk.goals.smart(
        goal.id,
        {
            "specific": "issues older than a year, in the Git lesson",
            "measurable": "ten of them are closed",
            "achievable": "each of us takes one a fortnight",
            "timely": "before the showcase",
        },
    )


CREW = Person(
    name="Git crew",
    handle="git-crew",
    playbook="carpentries",
    zone="Europe/Berlin",
    pronouns="",
    email="",
    location="",
    contact="",
    standing=Standing("weekly", "late", (time(18), time(8, 30), time(12, 30)), meetings=8),
    crew=Crew(
        "lesson-maintenance",
        "Git",
        "ten issues of the Git lesson closed, and somebody who goes on after us",
        (
            ("Maren Vogt", "Europe/Berlin"),
            ("Kofi Mensah", "Africa/Accra"),
            ("Anjali Rao", "Asia/Kolkata"),
            ("Beth Lowe", "America/Denver"),
        ),
    ),
    first=(
        Remark("boundary", "contact: mail on weekdays; who cannot come says so the day before"),
        Deed(0, lambda desk, who: desk.milestones.done(who, "onboarding", "the June recording")),
        Deed(0, lambda desk, who: desk.duties.done("onboarding", "carpentries")),
        Deed(0, lambda desk, who: desk.trust.answer(who, "tool", "Git")),
    ),
    scenes=(
        Talk(
            """\
Four voices, three continents. Maren knows everybody; Anjali asks what all of us wonder.
> who we are, and where the community talks
? who decides what goes into a lesson
[ ] @kofi collect the issues older than a year by {+6}
[ ] @me ask the maintainers whether one of them has an hour by {+6}
""",
            {
                "goals": "Each reads the lesson once, as a learner would",
                "did": "Introductions, and our channels",
                "progress": "Four of four came. A good start.",
            },
            after=(Deed(1, _smart), Deed(2, lambda desk, who: desk.groups.speaker(who, "maren"))),
        ),
        Talk(
            """\
The objectives, line by line. Two of them nobody could check.
> which objectives can be checked, and which are hopes
+ Anjali rewrote one so that it can be checked
[ ] @anjali send the rewritten objective by {+6}
""",
            {"goals": "One objective each, rewritten", "did": "What the lesson is for"},
            roll=(("beth", "no-show"),),
        ),
        Talk(
            """\
A maintainer came for an hour and stayed for two. Beth wrote: the job has eaten her evenings.
> what maintainers wish we would do: answer, even with a no
+ Kofi closed the first issue during the call
! a maintainer's place opens in spring until {+60}
[ ] @maren draft an answer to the oldest issue by {+6}
""",
            {
                "goals": "An answer each",
                "did": "A maintainer's hour",
                "progress": "Beth leaves us.",
            },
            roll=(("beth", "excused"), ("anjali", "late")),
            after=(Deed(1, lambda desk, who: desk.groups.leave(who, "beth")),),
        ),
        Talk(
            """\
Issues: three closed, two that are really four. Maren speaks for us at half-time.
> how to read an issue that is angry
+ three issues closed
[ ] @kofi split the two that are four by {+6}
""",
            {
                "goals": "Two issues each",
                "did": "Issues, and who speaks for us",
                "progress": "Three of three; three issues closed.",
            },
        ),
    ),
    lately=(
        Log(5, "mail", 20, "Sorted three questions about the lesson's template."),
        Deed(
            4,
            lambda desk, who: desk.slides.draft(
                who, "# Ten issues, older than a year\n\n- three are closed, seven to go\n"
            ),
        ),
        Deed(3, lambda desk, who: desk.surveys.done(who, "half-time", "mentor", "their form")),
        Deed(
            3,
            lambda desk, who: desk.feedback.add(
                who, "the outlines could say how long a step takes", "to-programme"
            ),
        ),
        Deed(2, lambda desk, who: desk.times.add(who, "prep", 35, "next step's issues")),
    ),
)
