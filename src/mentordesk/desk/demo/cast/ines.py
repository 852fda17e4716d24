"""Inês, who rests from the course until her thesis is handed in."""

from datetime import time

from mentordesk.desk.demo.script import (
    Gap,
    Log,
    Pause,
    Person,
    Remark,
    Skipped,
    Standing,
    Talk,
)

INES = Person(
    name="Inês Carvalho",
    handle="ines",
    playbook="codingnomads",
    zone="America/Sao_Paulo",
    pronouns="she/her",
    email="ines@example.org",
    location="Campinas",
    contact="WhatsApp, short voice messages welcome",
    standing=Standing("weekly", "soon", (time(18), time(12, 30), time(8, 30)), idle=3),
    first=(
        Remark("background", "Writes a thesis about the songs of frogs. Has 9,000 recordings."),
        Remark("motivation", "The recordings are sorted by hand. By her hand."),
    ),
    scenes=(
        Talk(
            """\
Orientation, with frogs. She played me three; I could not tell them apart. She can.
> why: 9,000 recordings want names, and you want your evenings
? does one need mathematics for this
[ ] @ines chapter 1, and one recording to practise on by {+6}
[ ] @me look for people who sort sounds by {+7}
""",
            {"plan": "Chapter 1 on Saturday", "report": "Lovely project. Time is the risk."},
            goals=(
                ("30", "A script that reads one recording", "and says how long it is"),
                ("90", "All recordings have a name and a day", "no file is called new_new_2"),
            ),
        ),
        Talk(
            """\
It reads one. It says 12.4 seconds, and it is. We cheered like at a goal.
> your script knows how long a frog sings
+ first script, first day
?? installing things that want a compiler
[ ] @ines read a folder of ten by {+6}
""",
            {"plan": "A folder of ten", "report": "Quick. Needs help with tools, not ideas."},
            met=("A script that reads",),
        ),
        Talk(
            """\
Ten, then a hundred by herself. File names are a museum; we agreed on a rule for new ones.
> a name for each recording: place, day, number
+ a hundred files without asking
? what to do with recordings that have no day
[ ] @ines rename a copy, never the originals by {+6}
[ ] @me the three rules of backups, on half a page by {+2}
""",
            {"plan": "Rename on a copy", "report": "Careful with data, as one would hope."},
            after=(Log(3, "chat", 5, "Voice message with a frog in it. Rare one, it seems."),),
        ),
        Skipped("field work, no network, only frogs"),
        Talk(
            """\
The copy is renamed. 212 are left without a day; she knows most of them by ear.
Her supervisor moved the thesis date forward. She laughed, and then did not.
> 8,800 recordings with a name and a day
? how to keep what only I know about a recording
[ ] @ines a text file beside each strange one by {+6}
""",
            {"plan": "As much as the thesis leaves", "report": "Thesis date moved. Watch this."},
            extend=5,
        ),
        Talk(
            """\
Short one. We decided together: the thesis comes first, the course waits, nobody has failed.
> a pause with a date at its end is a plan
+ said it before it hurt
[ ] @ines send the list of the 212 before the thesis eats it by {+5}
[ ] @rui keep the recordings on the lab's own disk by {+30}
""",
            {"plan": "One page on where I stopped", "report": "Pauses for the thesis, as agreed."},
        ),
    ),
    lately=(
        Pause(20, "her thesis is due; back when it is handed in"),
        Gap(20, 0, 55, "thesis"),
        Log(12, "chat", 5, "Sent a frog. No answer expected, a frog came back."),
    ),
)
