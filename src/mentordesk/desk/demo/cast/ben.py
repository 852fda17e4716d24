"""Ben, who keeps a small library alive at night; monthly, and waits for a promised review."""

from datetime import time

from mentordesk.desk.demo.script import Invite, Kept, Log, Person, Promised, Remark, Standing, Talk

BEN = Person(
    name="Ben Lund",
    handle="ben",
    playbook="one-to-one",
    zone="Europe/London",
    pronouns="he/him",
    email="ben@example.org",
    location="Leeds",
    contact="mail; phone on Fridays",
    standing=Standing("monthly", "middle", (time(8, 30), time(12, 30), time(18)), minutes=60),
    first=(
        Remark("background", "Librarian. Maintains a parser for old catalogue cards, alone."),
        Remark("concern", "Answers issues at two in the morning. Ask about sleep, not about code."),
    ),
    scenes=(
        Talk(
            """\
Four years alone with it, 300 users he has never seen, one who writes in capitals.
Cannot say no, and apologises for it in the changelog.
> we counted what the library asks of you: nine hours a week, most of them after ten
> a maintainer may have opening hours; libraries do
? what does one owe to people who do not pay
[ ] @ben write opening hours into the readme by {+20}
[ ] @me find two readmes that say no kindly by {+6}
""",
            {
                "did": "Counted the hours; looked at what a no could sound like",
                "task": "Opening hours in the readme",
                "learned": "Apologies in changelogs. I do that too.",
            },
            goals=(
                ("60", "No issue answered after ten at night", "for a whole month"),
                ("90", "A second person may make a release", "they have made one"),
            ),
        ),
        Talk(
            """\
The hours are in the readme. Three people wrote to say they like them. Capitals has not written.
Looked for the second pair of hands: a student in Uppsala has fixed three things already.
> opening hours exist, and the roof is still on
> how to ask somebody for help without selling it
+ a whole week without a night issue
[ ] @ben write to the student, three honest sentences by {+7}
! small grant for software that libraries run on, closes {+38}
""",
            {
                "did": "Practised asking for help",
                "task": "Write to the student in Uppsala",
                "promises": "@me read the three sentences first by {+5}",
                "learned": "Asking is a gift to the one who waits to be asked.",
            },
            after=(Log(6, "mail", 10, "The student said yes, with a drawing of a card box."),),
        ),
        Talk(
            """\
She said yes, and has found a bug in the release script in her first hour.
He has slept. He also said he might stop altogether one day, and that it felt good to say.
> two people know how to make a release; one of them is not you
> the talk for the librarians' day has a title
+ handed over a key, and did not ask for it back
? what to do with issues older than a year
[ ] @ben draft the talk, half an hour, bad on purpose by {+40}
[ ] @me sort the old issues with him, an hour on a Friday by {+45}
""",
            {
                "did": "Handed over, and wrote a title",
                "task": "A bad first draft of the talk",
                "learned": "Letting go looks a lot like writing things down.",
            },
            met=("No issue answered",),
        ),
    ),
    lately=(
        Promised(10, "review the draft of his talk for the librarians' day", due=7),
        Log(4, "mail", 15, "The draft, “bad as ordered”. It is not bad. I owe him an answer."),
        Kept(4, "draft the talk"),
        Invite(4),
    ),
)
