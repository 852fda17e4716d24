"""Nour, who counts other people's money by day and did not come to the last call."""

from datetime import time

from mentordesk.desk import Desk
from mentordesk.desk.demo.script import Deed, Log, Missed, Person, Remark, Scene, Standing, Talk


def _week(kept: str, hours: int, percent: int, section: str, reason: str = "") -> tuple[Deed, ...]:
    """How a week of study went, and where she was by then."""

    def studied(desk: Desk, who: str) -> None:
        desk.study.week(who, kept, hours * 60, reason)

    def got_to(desk: Desk, who: str) -> None:
        desk.progress.add(who, section, percent)

    return (Deed(2, studied), Deed(2, got_to))


def _lab(title: str, said: str) -> tuple[Deed, ...]:
    """A lab that was looked at in the call, and its recording, told of and shared."""

    def kept(desk: Desk, who: str) -> None:
        desk.labs.reviewed(desk.labs.add(who, title).id, said)
        link, part = "https://example.org/calls/nour", f"0:18:40 {said}"
        made = desk.recordings.add(who, link, title, text=part)
        desk.recordings.told(made.id)
        desk.recordings.shared(made.id)

    return (Deed(1, kept),)


_FOLLOWED: tuple[tuple[Deed, ...], ...] = (
    _week("kept", 4, 8, "Lists"),
    (*_lab("Labs 2 and 3", "comments first, code after"), *_week("kept", 5, 17, "Slices")),
    _week("partly", 3, 24, "Dictionaries", "two evenings at her son's school"),
    _week("kept", 5, 33, "Errors"),
    _week("not", 0, 33, "Functions", "month-end"),
    (*_lab("Lab 7", "on the bus, with one thumb"), *_week("kept", 6, 50, "Files")),
    _week("kept", 4, 55, "Sorting"),
    (*_lab("Invoices of a month", "214 rows, known before"), *_week("partly", 2, 58, "Sums")),
    (),
)


def _followed(scene: Scene, steps: tuple[Deed, ...]) -> Scene:
    return scene._replace(after=(*steps, *scene.after)) if isinstance(scene, Talk) else scene


_NOUR = Person(
    name="نور حداد",
    handle="nour",
    playbook="codingnomads",
    zone="Asia/Amman",
    pronouns="she/her",
    email="nour@example.org",
    location="Amman",
    contact="mail, answers in the evening",
    standing=Standing("weekly", "last", (time(18), time(12, 30), time(8, 30))),
    first=(
        Remark("background", "Bookkeeper for eleven years. Knows more about rounding than I do."),
        Remark("motivation", "Wants to stop typing invoices twice; later, to teach it."),
        Remark("boundary", "recordings are for her alone; nothing about her firm's clients"),
        Remark("personal", "Calls her notebook دفتر; her son likes “the one with the snakes”."),
        Deed(0, lambda desk, who: desk.study.set(who, (6, 1, 3), time(20), 60)),
        Deed(0, lambda desk, who: desk.checklists.tick(who, "orientation", 1)),
        Deed(0, lambda desk, who: desk.checklists.tick(who, "orientation", 2)),
        Deed(0, lambda desk, who: desk.labs.add(who, "Lab 8, with her own data")),
        Deed(0, lambda desk, who: desk.links.share(who, "https://example.org/decimal", "Decimal")),
    ),
    scenes=(
        Talk(
            """\
Orientation. She interviewed me, politely. I liked that.
Keeps a paper notebook for the course, she calls it دفتر and guards it like a ledger.
> we met, and fixed a slot that suits both our evenings
> you said why: an hour back each day, and some pride
? is thirty-nine too late
[ ] @nour finish the chapter on lists by {+6}
[ ] @me send the invitation with the meeting link by tomorrow
""",
            {
                "plan": "Chapter on lists, Sunday and Tuesday, an hour each",
                "report": "Good start. Clear reasons, realistic hours.",
            },
            goals=(
                ("30", "Finish the basics with every lab done", "labs 1 to 9 are handed in"),
                ("90", "My own tool sorts a month of invoices", "it saves me an hour a day"),
            ),
        ),
        Talk(
            """\
Labs 2 and 3 together. She writes comments first and code after; it works for her.
Off by one in a slice. She drew it as fence posts, before I could.
> labs 2 and 3, and slices as fence posts
+ found her own mistake by reading it aloud
? why does a list not copy itself
[ ] @nour lab 4 by {+6}
""",
            {"plan": "Lab 4, slowly", "report": "On pace."},
        ),
        Talk(
            """\
Dictionaries. For a bookkeeper a dict is an account: a name and what stands under it.
She asked good things about money and floats. I showed 0.1 + 0.2, she was appalled.
> dictionaries are accounts with a name on the door
> for money we count in whole coins, or use Decimal
+ explained to me what a suspense account is
?? reading an error message from the bottom up
[ ] @nour lab 5 with whole coins by {+6}
[ ] @me a page on Decimal without the history lesson by {+3}
""",
            {"plan": "Lab 5, Sunday and Thursday", "report": "Strong on data, shy with errors."},
            after=(Log(2, "mail", 15, "Two questions on Decimal, both better than the page."),),
        ),
        Talk(
            """\
Error messages, from the bottom up, ten of them as a game. Seven right.
Her son came in to see “the one with the snakes”.
> ten error messages; the last line first, then up to your own file
+ stopped saying “I broke it”
[ ] @nour lab 6 by {+6}
""",
            {
                "plan": "Lab 6 and one lab of her choice again",
                "report": "Confidence is growing. Nothing worries me.",
                "promises": "@me put the ten errors into a file for her by {+2}",
            },
            moved=time(10, 30),
        ),
        Talk(
            """\
Functions. The first ones have names like do_it and do_it_2; we renamed them over laughter.
Month-end at work, she was grey with tiredness. We stopped five minutes early.
> a function is a sentence; give it a verb
? should one function ask and answer
[ ] @nour lab 7, only if month-end allows by {+6}
""",
            {"plan": "Half a lab. Sleep.", "report": "Tired, month-end. Plan was cut on purpose."},
        ),
        Talk(
            """\
Back to colour. Lab 7 done on the bus, on her phone, with one thumb.
Files: read a real export from her accounting program, names blacked out.
> opening files, and why the letters were wrong: the encoding
+ lab 7 on a phone
+ her first script on her own data
?? paths on Windows
[ ] @nour read the export and count the rows by {+6}
[ ] @me ask the course team whether lab 8 may use her data by {+5}
""",
            {
                "plan": "Count the rows of one month",
                "report": "Half of the course done. Brings her own data, with care for privacy.",
            },
            met=("Finish the basics",),
            goals=(("60", "One report at work comes from my script", "my boss does not notice"),),
            extend=10,
        ),
        Talk(
            """\
214 rows, and she knew before that it had to be 214. That is testing, I said.
Her boss asked what she does at lunch. She is not ready to tell; I keep quiet too.
> your first check: you knew the number before the program did
? how does one test something with today's date in it
[ ] @nour sort the rows by supplier by {+6}
[ ] @me the smallest example of a test with a date by {+4}
""",
            {"plan": "Sort by supplier", "report": "Thinks in checks already."},
            parked=("Concepts of the course",),
        ),
        Talk(
            """\
Sorted, with a key function she found herself.
Quieter than usual. Said the weeks are long just now and left it there.
> sorting with a key; you found it in the documentation, not from me
+ read the documentation and believed it
?? a key that returns two things
[ ] @nour black out the names in one more month by {+7}
[ ] @me show what itertools can and cannot do here by {+12}
""",
            {
                "plan": "A sum per supplier, no hurry",
                "report": "Work is heavy at the moment; watch the pace, not the progress.",
            },
        ),
        Missed("Waited, tried the link twice. No message. Not like her at all.\n"),
    ),
    keeps=("test something with today's date", "paths on Windows"),
)

NOUR = _NOUR._replace(scenes=tuple(map(_followed, _NOUR.scenes, _FOLLOWED)))
