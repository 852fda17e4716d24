"""Those who are no longer, and those who are not yet: graduated, left, and on the way in."""

from datetime import time

from mentordesk.desk.demo.script import Deed, Kept, Log, Newcomer, Person, Remark, Standing, Talk

MIRELA = Person(
    name="Mirela Pop",
    handle="mirela",
    playbook="astropy",
    zone="Europe/Bucharest",
    pronouns="she/her",
    email="mirela@example.org",
    location="Cluj",
    contact="mail, any time",
    standing=Standing("fortnightly", "soon", (time(18), time(8, 30), time(12, 30)), idle=2),
    first=(Remark("background", "Writes the docs that everybody reads and nobody sees written."),),
    scenes=(
        Talk(
            """\
Ready, by every row of her plan; she was the last one to see it.
> what is left is to be asked
+ the team has asked her for the docs
[ ] @me put her forward in the usual way by {+4}
""",
            {"mentee-actions": "Say yes when they ask", "success": "Asked by the team"},
            goals=(("role", "Maintainer of the documentation", "the team has asked her"),),
            met=("Maintainer",),
            after=(
                Deed(2, lambda desk, who: desk.course.decide(who, "graduate", "graduate",
                                                            "Every row of her plan is done.")),
                Deed(3, lambda desk, who: desk.course.nominate(
                    who, "documentation maintainer", "the coordination committee")),
                Kept(3, "put her forward"),
            ),
        ),
    ),
    lately=(Log(6, "mail", 5, "A word about her first release notes. They are a pleasure."),),
)  # fmt: skip

JUN = Person(
    name="Jun Park",
    handle="jun",
    playbook="codingnomads",
    zone="Asia/Seoul",
    pronouns="they/them",
    email="jun@example.org",
    location="Busan",
    contact="mail",
    standing=Standing("weekly", "late", (time(8, 30), time(12, 30), time(18)), idle=2),
    first=(Remark("background", "Barista; two hours of Python before each shift."),),
    scenes=(
        Talk(
            """\
Orientation. Clear about the why, honest about the hours: there are few.
> we met, and fixed a slot before the early shift
? what if I cannot keep it up
[ ] @jun chapter one by {+6}
""",
            {"plan": "Four mornings, an hour", "report": "Willing; the hours worry both of us."},
            goals=(("90", "Finish the basics", ""),),
        ),
        Talk(
            """\
Chapter one is done, the second not begun. The café opens at six now.
> chapter one, and an honest look at the week
+ said early that it might not work
[ ] @jun decide about the hours by {+6}
""",
            {"plan": "Two mornings", "report": "Likely to stop. Not for want of talent."},
            after=(
                Deed(
                    5,
                    lambda desk, who: desk.course.exit(
                        who, "mentee", "time", text="The shifts changed; may come back in summer."
                    ),
                ),
            ),
        ),
    ),
)

ZOFIA = Newcomer(
    "Zofia Lis",
    "zofia",
    "wealljs",
    "Europe/Warsaw",
    "the other mentors",
    "Test engineer, three years. Wants to build what she has been breaking.",
    (
        Deed(5, lambda desk, who: desk.intake.advance(who)),
        Deed(5, lambda desk, who: desk.intake.advance(who, text="asked me in the channel")),
        Deed(
            4, lambda desk, who: desk.intake.match(who, "common", "yes", "both came from testing")
        ),
        Deed(4, lambda desk, who: desk.intake.match(who, "style", "yes")),
        Deed(4, lambda desk, who: desk.intake.match(who, "distance", "unsure", "ask her")),
        Deed(4, lambda desk, who: desk.intake.match(who, "agreed-mentor", "unsure", "two already")),
    ),
)

PRIYA = Newcomer(
    "Priya Nair",
    "priya",
    "codingnomads",
    "Asia/Kolkata",
    "the admissions team",
    "Biologist, counts cells by hand and would rather not. Has done the free chapters twice.",
    (
        Deed(6, lambda desk, who: desk.intake.advance(who, text="yes, from December on")),
        Deed(4, lambda desk, who: desk.intake.read(who)),
        Deed(4, lambda desk, who: desk.intake.advance(who, text="came with her application")),
    ),
)
