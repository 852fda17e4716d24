"""Ṣọlá, once a nurse, who plans shifts now, and whom Today shows a little further down."""

from mentordesk.desk.demo.script import Log, Person, Remark, Skip, Skipped, Standing, Talk

SOLA = Person(
    name="Ṣọlá Adébọ́wálé",
    handle="sola",
    playbook="codingnomads",
    zone="America/Toronto",
    pronouns="he/him",
    email="sola@example.org",
    location="Toronto",
    contact="Discord, any time, answers slowly",
    standing=Standing("weekly", "today", place="https://meet.example.org/sola"),
    first=(
        Remark("background", "Twelve years a nurse, on nights mostly. Calm under every alarm."),
        Remark("interest", "Cooks for thirty on Sundays; plans everything backwards from serving."),
        Remark("boundary", "no stories about patients, not even funny ones"),
    ),
    scenes=(
        Talk(
            """\
Orientation. He had the agenda printed and a pen behind the ear.
Why this course: the ward's shift plan is a spreadsheet that only one person dares to touch.
> we know why: a shift plan that nobody is afraid of
> our slot stands, and nights on duty are told a week ahead
[ ] @sola install everything, and break it once by {+6}
""",
            {"plan": "Set up, chapters 1 and 2", "report": "Motivated, organised, has a project."},
            goals=(
                ("30", "Read code as calmly as a chart", "explain a stranger's function"),
                ("60", "Shifts of one week in a table, with rules", "three rules are checked"),
                ("90", "The ward tries my plan for a week", "they ask for a second week"),
            ),
        ),
        Talk(
            """\
Broke it three times and kept a log of each. The log reads like a handover. I want to frame it.
Loops: he says “for every bed”. It stays.
> loops, by beds
+ a log of everything that went wrong, with times
? why two kinds of equals
[ ] @sola lab 2 and 3 by {+6}
[ ] @me a drawing of names and boxes by {+2}
""",
            {"plan": "Labs 2 and 3 before the night shifts", "report": "Very careful worker."},
        ),
        Skipped("four nights in a row; sleep first"),
        Talk(
            """\
Slept, mostly. We did one lab instead of two and talked about bread.
Classes came up too early in the video; we put them back on the shelf.
> one lab well done, and a shelf for what comes too early
?? what self is
[ ] @sola write the three shift rules in plain words by {+6}
""",
            {
                "plan": "The three rules in words, no code",
                "report": "Short week after nights. All right.",
            },
            late=True,
        ),
        Talk(
            """\
His rules in words are better than most specifications. Rule 2 contradicts rule 3; he saw it first.
> three rules, and the one that cannot be
> we wrote rule 1 as a function that says yes or no, and why
+ found a contradiction before a line of code
? may a function say why, and not only no
[ ] @sola rule 2 as a function by {+6}
[ ] @me ask a friend at a hospital how they do it by {+9}
! talk evening on scheduling at the university, {+20}
""",
            {
                "plan": "Rule 2, with two examples that must fail",
                "report": "Ahead of the course in thinking, on pace in labs.",
            },
            after=(Log(1, "chat", 5, "Sent him a paper on nurse rosters. “So it IS hard.”"),),
        ),
        Talk(
            """\
Rule 2 and a half of rule 3. The tests he wrote are named like ward rules; anyone could read them.
Met an old colleague who left for a start-up. He is thinking about it; not for the record.
> rules 1 and 2 with tests that read like a notice on the wall
+ tests that a nurse could read
?? a rule that needs to look at the whole week
[ ] @sola draw the week that rule 3 needs by {+6}
[ ] @me bring two ways to hold a week in memory by {+8}
""",
            {
                "plan": "Rule 3 on paper, and only then in code",
                "report": "Good. He could mentor beginners by summer.",
            },
            met=("Read code as calmly",),
            own=(("Which videos to leave out", 5),),
            parked=("Which videos",),
        ),
    ),
    lately=(
        Log(3, "chat", 10, "A photo of the week, drawn on the back of a menu. Rule 3 fits."),
        Skip(1, 1, "he has swapped into a night shift for a friend"),
    ),
    keeps=("what self is",),
)
