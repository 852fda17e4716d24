"""Dee, with whom it went quiet when the dates ran out and nobody fixed the next one."""

from datetime import time

from mentordesk.desk.demo.script import Log, Person, Remark, Skipped, Standing, Talk

DEE = Person(
    name="Dee Marsh",
    handle="dee",
    playbook="wealljs",
    zone="Europe/Dublin",
    pronouns="they/them",
    email="dee@example.org",
    location="Galway",
    contact="Mastodon, not before noon",
    standing=Standing(
        "weekly", "middle", (time(12, 30), time(18), time(8, 30)), meetings=7, idle=3
    ),
    first=(
        Remark("background", "Tests websites with a screen reader, as a user first of all."),
        Remark("wish", "To write the fix and not only the ticket."),
        Remark("boundary", "no camera on bad days, and no questions about it"),
    ),
    scenes=(
        Talk(
            """\
Camera off, voice wide awake. Knows every label that is missing on my own website.
> what it is for: from the ticket to the fix
+ found two faults on the meeting page while we were on it
[ ] @dee choose one ticket of your own that hurts by {+6}
[ ] @me mend the two faults on my page before we speak again by {+6}
""",
            {"focus": "Choose the ticket that hurts", "watch": "Teams that hire testers who code"},
            goals=(
                ("30", "One fix of my own in a pull request", "with a test"),
                ("60", "Pair with a developer who has never used a screen reader", ""),
                ("90", "Paid to write fixes, at least by the day", ""),
            ),
        ),
        Talk(
            """\
The ticket: a menu that swallows focus. We read the code backwards from the key press.
> focus goes where the code sends it; we found the line
? why did nobody notice in three years
[ ] @dee write the test that fails by {+6}
""",
            {"focus": "The failing test", "before": "@me ask who owns that menu by {+3}"},
        ),
        Skipped("a bad week, and said so in time"),
        Talk(
            """\
Test fails, as it should. Fix was one line. Dee was almost cross that it was one line.
> one line, three years; the line is not the work, finding it is
+ first fix, with a test, merged the same evening
[ ] @dee write down how you found it by {+6}
! accessibility day in Cork looks for speakers until {+25}
""",
            {"focus": "Write the hunt down as a story", "watch": "Places that print such stories"},
            met=("One fix of my own",),
            after=(Log(2, "forum", 10, "Pointed two people to Dee's answer. It is the best one."),),
        ),
        Talk(
            """\
The story is funny and angry. We kept both.
Money is tight, the last invoice is unpaid since June. Told me so that somebody knows.
> the story of the menu, ready to be printed
? where does one send a thing like this
[ ] @dee send it to the first of the three places by {+6}
[ ] @me a line to the editor I know by {+4}
""",
            {"focus": "Send it off", "watch": "Paid writing, paid by the day"},
            own=(("How to chase an unpaid invoice", 8),),
            parked=("How to chase",),
        ),
        Talk(
            """\
They printed it. 40 people wrote; two of them offered work by the day.
> printed, read, answered
+ two offers, and one of them in writing
?? naming a price
[ ] @dee name a price, then wait by {+6}
""",
            {
                "focus": "Answer both offers with a number",
                "watch": "Somebody who has gone from testing to fixing",
            },
            late=True,
            extend=5,
        ),
        Talk(
            """\
Took the first offer; starts on Monday, three days a week. Relief on both sides of the line.
Our dates are used up, and we both said “let's write”. I should have asked for a day.
> work, by the day, for fixes
> it was a good run; how we go on is open
+ named a price and got it
[ ] @dee tell how the first week went
""",
            {"watch": "A second tester for Dee to pair with"},
            parked=("Whatever the mentee picks",),
        ),
    ),
    lately=(
        Remark("concern", "Nothing since the new job began. Happy, or sunk? Find out.", days=6),
    ),
    keeps=("naming a price",),
)
