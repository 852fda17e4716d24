"""Leïla, who was a coach's neighbour at a workshop, and now comes once a week under PyLadies."""

from contextlib import suppress
from datetime import time, timedelta

from mentordesk.desk import Desk
from mentordesk.desk.demo.elsewhere import booked, elsewhere
from mentordesk.desk.demo.script import Deed, Log, Person, Remark, Standing, Talk
from mentordesk.domain.errors import Refusal


def _hours(desk: Desk, who: str) -> None:
    """Two slots a week that anybody may book; somebody has one, of which nobody said more yet."""
    for weekday in range(5):
        with suppress(Refusal):  # somebody's call is then
            link = "https://meet.example.org/hour"
            desk.hours.set(weekday, time(16), slots=2, playbook="pyladies", link=link)
            break
    desk.hours.book(desk.hours.slots(3)[0].start, "Tomke", "git, from the beginning")


def _offers(desk: Desk, who: str) -> None:
    """A slot that is booked and answered, one of her own, and a workshop that comes."""
    second = desk.hours.slots(3)[2:]
    desk.hours.book(second[0].start, "Samira", "a first website")
    booked(desk, second[0], "samira@example.org", "I bring my laptop")
    desk.hours.book(second[1].start, who, "the evening in spring")
    made = desk.workshops.add(
        "Pandas for beginners", desk.today() + timedelta(9), wall_time=time(10),
        playbook="pyladies", role="coach", link="https://example.org/pandas", early=20,
    )  # fmt: skip
    desk.workshops.prep(made.id, 40)


LEILA = Person(
    name="Leïla Benali",
    handle="leila",
    playbook="pyladies",
    zone="Africa/Casablanca",
    pronouns="she/her",
    email="leila@example.org",
    location="Rabat",
    contact="the chapter's Slack, evenings",
    standing=Standing("weekly", "soon", (time(12, 30), time(8, 30), time(18)), meetings=13),
    first=(
        Remark("background", "Teaches mathematics to fifteen-year-olds. Python since last winter."),
        Remark("interest", "Geometry on paper; brought a folded model to our first call."),
        Remark("personal", "Her sister marries in May; she sews the dress herself."),
        Deed(0, lambda desk, who: desk.trust.answer(who, "hope", "Draw what I teach, by program")),
        Deed(
            0,
            lambda desk, who: desk.trust.answer(
                who, "hope", "See how a teacher explains", side="mentor"
            ),
        ),
        Deed(0, lambda desk, who: desk.trust.answer(who, "time", "an hour a week, and Sundays")),
        Deed(0, lambda desk, who: desk.trust.answer(who, "tools", "Slack, and one shared page")),
        Deed(0, lambda desk, who: desk.trust.answer(who, "feedback", "in writing, before we talk")),
        Deed(0, lambda desk, who: desk.trust.answer(who, "length", "45 minutes, then we ask")),
        Deed(0, lambda desk, who: desk.trust.rule(who, "late is fine, silent is not")),
        Deed(0, lambda desk, who: desk.checklists.tick(who, "before-the-first", 1)),
        Deed(0, lambda desk, who: desk.checklists.tick(who, "before-the-first", 3)),
        Deed(0, lambda desk, who: desk.course.set_term(who, weeks=13)),
    ),
    scenes=(
        Talk(
            """\
Explains better than I do. Draws first, types after.
> we went through your four answers, and mine
> a run of thirteen weeks, then we look back
+ her first turtle drew a hexagon without being told how
? is there a way to see what a loop does
[ ] @leila draw a star with a loop by {+6}
""",
            {
                "did": "Our four answers, and a hexagon",
                "next-step": "A star, with a loop",
                "learned": "To draw before I explain",
            },
            goals=(
                ("short", "A worksheet that draws itself", "a pupil uses it without asking"),
                ("long", "A lesson of hers in the chapter's evening", ""),
            ),
            after=(Deed(1, lambda desk, who: desk.ideas.use(who, "exercises", "stars, five")),),
        ),
        Talk(
            """\
The star has seven points; she wanted five and kept the seven.
> loops as walking around a table
+ found the angle by thinking, not by trying
?? why a function gives something back
[ ] @leila a function that draws any star by {+6}
""",
            {"did": "Loops, and seven points", "next-step": "A function for stars"},
        ),
        Talk(
            """\
Functions sat by the end. She marks her pupils' homework while the tests run.
> return is handing something over, print is saying it aloud
+ explained return to me with a shop counter
[ ] @leila a page of stars for class 9 by {+6}
[ ] @me ask the chapter for an evening in spring by {+9}
""",
            {
                "did": "Return and print",
                "next-step": "A page for class 9",
                "learned": "The counter",
            },
            after=(
                Deed(1, lambda desk, who: desk.ideas.use(who, "project", "a page for class 9")),
                Deed(
                    2,
                    lambda desk, who: desk.feedback.add(
                        who,
                        "more silence, please: I think slowly and well",
                        "received",
                        form="written",
                        changed="I count to ten before I help",
                    ),
                ),
            ),
        ),
        Talk(
            """\
Class 9 has used the page. Two of them changed the numbers, which is all one can ask.
> the page was used, and taken apart
+ two pupils changed the program by themselves
? how does one share it with another school
[ ] @leila write down what the pupils asked by {+6}
""",
            {"did": "What class 9 made of it", "next-step": "Their questions, written down"},
            met=("A worksheet",),
        ),
        Talk(
            """\
She thinks about giving a workshop, and thinks aloud that she should not. We left it open.
> sharing: a repository, and a licence in one line
[ ] @leila put the page where others find it by {+6}
! the chapter looks for somebody who can explain geometry until {+21}
""",
            {"did": "Sharing, and a licence", "next-step": "The page in public"},
            after=(
                Deed(1, lambda desk, who: desk.ideas.use(who, "open-source", "her own page")),
                Deed(
                    2,
                    lambda desk, who: desk.trust.answer(
                        who, "hope", "Give a workshop of my own, small"
                    ),
                ),
            ),
        ),
    ),
    lately=(
        Deed(12, _hours),
        Deed(5, _offers),
        Deed(5, elsewhere),
        Log(4, "chat", 10, "The page is public. She sent the address without a word, twice."),
        Deed(3, lambda desk, who: desk.surveys.answer(who, "feedback", "goals", "Yes. Faster.")),
        Deed(
            3,
            lambda desk, who: desk.surveys.answer(
                who, "feedback", "works", "That you wait until I have found it"
            ),
        ),
        Deed(2, lambda desk, who: desk.links.share(who, "https://example.org/stars", "her page")),
    ),
    keeps=("why a function",),
)
