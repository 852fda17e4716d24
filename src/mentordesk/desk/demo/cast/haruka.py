"""Haruka, an analyst who leads a team since spring; fortnightly, and the next date is moved."""

from datetime import time

from mentordesk.desk.demo.elsewhere import comes_back
from mentordesk.desk.demo.script import (
    Deed,
    Invite,
    Log,
    Move,
    Person,
    Promised,
    Remark,
    Standing,
    Talk,
)

HARUKA = Person(
    name="佐藤 遥",
    handle="haruka",
    playbook="one-to-one",
    zone="Asia/Tokyo",
    pronouns="she/her",
    email="haruka@example.org",
    location="Tokyo",
    contact="mail in writing, Signal if it burns",
    standing=Standing("fortnightly", "late", (time(12, 30), time(8, 30), time(18))),
    first=(
        Remark("background", "Analyst for a railway. Leads five people since spring, two older."),
        Remark("wish", "To give feedback without three days of stomach ache."),
        Remark("boundary", "nothing that names one of her people outside of this call"),
    ),
    scenes=(
        Talk(
            """\
She had written down what would make this a waste of time. Best opening I have had.
Speaks about her people with care, and about herself like a faulty part.
> what this is for: leading five people without becoming somebody else
[ ] @haruka watch three meetings for who speaks when by {+12}
""",
            {
                "did": "Said hello, and what would make this worth the hour",
                "task": "Watch three meetings; write down who speaks, not what",
                "learned": "“Waste of time” as an opening question. I will borrow it.",
            },
            goals=(
                ("60", "Say a hard thing within a week of seeing it", "twice, and both still talk"),
                ("90", "A quarter in which the team decides what it measures", ""),
            ),
        ),
        Talk(
            """\
Her table of who spoke: she has half of all minutes. She was shocked; I was not.
Practised waiting. Seven seconds is long. We timed it.
> you measured a meeting, and the surprise was you
+ seven seconds of silence, and then the quietest one spoke
? how does one hand over a meeting without leaving it
[ ] @haruka let somebody else chair one meeting by {+13}
[ ] @me the page on questions that are not orders by {+3}
""",
            {
                "did": "Looked at minutes of speech, practised waiting",
                "task": "One meeting chaired by somebody else",
                "learned": "I fill silences too. Noted.",
            },
        ),
        Talk(
            """\
The youngest chaired. It ran over by ten minutes and was the best in months.
Feedback that is overdue: a report with wrong numbers, from the one who was passed over for
her post. She carries it since three weeks.
> a meeting without you at the top of it
> we wrote the hard sentence down, in two versions, and said it aloud
+ let a meeting run over and lived
?? feedback to somebody who wanted your job
[ ] @haruka say it, in the smaller room by {+6}
""",
            {
                "did": "Prepared one hard conversation, in two versions",
                "task": "The conversation about the report",
                "promises": "@me keep the evening of {+6} free for a call by {+6}",
                "learned": "The short version was the kinder one.",
            },
            extend=15,
            after=(Log(6, "impromptu", 20, "Rang after the talk. It went well; both had tea."),),
        ),
        Talk(
            """\
He thanked her. Then told her what he had wanted in her place. She listened.
She sleeps again. Said so in passing; I kept the face of somebody who had not noticed before.
> said within a week, and heard something back
+ the hard thing, said
[ ] @haruka ask each of the five what they would measure by {+12}
! a circle of women who lead data teams meets on {+24}
""",
            {
                "did": "Looked at how the talk went; from facts to the next one",
                "task": "Five short talks about what to measure",
                "learned": "Thanks can be an opening, not an end.",
            },
        ),
        Talk(
            """\
Five answers, four of them the same in other words. The fifth is the interesting one.
> five people, two ideas of what counts
? who decides when four agree and the fifth is right
[ ] @haruka bring both ideas to the team, without a favourite by {+13}
[ ] @me two examples of teams that changed their numbers by {+7}
""",
            {
                "did": "Read five answers together",
                "task": "Both ideas to the team",
                "learned": "I wanted to tell her which one. Good that I did not.",
            },
            parked=("Topic of the day",),
        ),
        Talk(
            """\
The team took the fifth idea, for a trial month. She did not say a word for eleven minutes.
A head-hunter wrote. She has not answered and wants me to forget that she told me.
> the team decided, and you were in the room
+ eleven minutes
?? what to do with a number that looks worse at first
[ ] @haruka tell whose idea it was, in front of everybody by {+6}
[ ] @aiko share how her team ran its trial by {+20}
""",
            {
                "did": "Went through the decision and what it needs from you now",
                "task": "One paragraph: what would end the trial early",
                "promises": "@me read the paragraph before she sends it round by {+15}",
                "learned": "Silence can be leading. Write that down somewhere bigger.",
            },
            met=("Say a hard thing",),
            goals=(("30", "Write the trial's end down before it begins", ""),),
        ),
    ),
    lately=(
        Promised(2, "lend her my notes on trial months", due=2),
        Invite(2, "ACCEPTED"),
        Move(1, 0, time(10, 30), "board meeting on the first date"),
        Deed(1, comes_back),
    ),
    keeps=("who decides when four agree",),
)
