"""Tomás, who wants to look after a package of Astropy's, and whose plan has three rows."""

from datetime import date, time, timedelta

from mentordesk.desk import Desk
from mentordesk.desk.demo.script import Deed, Log, Person, Remark, Standing, Talk


def _plan(desk: Desk, who: str) -> None:
    """The three rows to begin with; the last has no measure yet."""
    desk.plans.add(
        who,
        "Review others' changes with a sure hand",
        mentee="Two reviews a week, written before he reads mine",
        mentor="Reads his reviews the same day",
        network="Ana, who reviews the most, answers his questions",
        barriers="Fear of being wrong in public; begins with changes of documentation",
        measure="Ten reviews whose advice was followed",
        dues=(_in(desk, 60),),
    )
    desk.plans.add(
        who,
        "Know how a release is made",
        mentee="Sits beside two releases, then makes one",
        mentor="Asks the release manager for a seat",
        network="The release manager",
        barriers="Releases are rare; the minor ones count, too",
        measure="One release from the first step to the last",
        dues=(_in(desk, 90), _in(desk, 150)),
    )
    desk.plans.add(
        who,
        "Say no to a change, kindly",
        mentee="Collects three refusals he admired",
        mentor="Tells of two of his own that went wrong",
        dues=(_in(desk, 120),),
    )


def _gaps(desk: Desk, who: str) -> None:
    """What is missing for the role: one of each kind."""
    desk.gaps.add(who, "skill", "reading a traceback through C", evidence="stuck twice on wcslib")
    desk.gaps.add(who, "knowledge", "what the deprecation policy promises")
    desk.gaps.add(who, "behaviour", "answers before he has slept on it", evidence="two threads")
    role = next(goal for goal in desk.goals.list(who) if goal.horizon == "role")
    for asked in ("ten merged changes", "reviews of others' work", "one release made"):
        desk.goals.require(role.id, asked)
    desk.goals.meets(role.id, 1, "fourteen, by the list of merged ones")


def _marks(desk: Desk, who: str) -> None:
    """How each goal stood when the two looked."""
    goals = {goal.horizon: goal for goal in desk.goals.list(who)}
    desk.goals.mark(goals["short"].id, "on-track", "six of ten reviews")
    desk.goals.mark(goals["role"].id, "behind", "no release has come up yet")


def _checked(desk: Desk, who: str) -> None:
    """What the handbook's first two lists ask for."""
    for key, count in (("first-meeting", 3), ("action-plan", 3)):
        for n in range(1, count + 1):
            desk.checklists.tick(who, key, n)


def _in(desk: Desk, days: int) -> date:
    return desk.today() + timedelta(days)


TOMAS = Person(
    name="Tomás Rivas",
    handle="tomas",
    playbook="astropy",
    zone="America/Santiago",
    pronouns="he/him",
    email="tomas@example.org",
    location="La Serena",
    contact="the project's Slack, mornings",
    standing=Standing(
        "fortnightly", "middle", (time(18), time(12, 30), time(8, 30)), minutes=45, theirs=True
    ),
    first=(
        Remark("background", "Runs the night schedule of a telescope; programs between clouds."),
        Remark("motivation", "Wants the tools he uses at night to have somebody who cares by day."),
        Deed(0, lambda desk, who: desk.trust.answer(who, "topics", "reviews, and how to refuse")),
        Deed(0, lambda desk, who: desk.trust.answer(who, "between", "Slack, mornings of his")),
        Deed(
            0,
            lambda desk, who: desk.trust.answer(
                who, "public", "progress and dates; nothing about his employer"
            ),
        ),
        Deed(0, lambda desk, who: desk.duties.done("meet", "astropy")),
    ),
    scenes=(
        Talk(
            """\
Talks like the sky he watches: long pauses, then all at once.
> strengths: patience, and what users do at three in the morning
> to grow: reviewing, releasing, refusing
[ ] @tomas list the last five changes you would have judged otherwise by {+13}
[ ] @me ask for a seat beside the next release by {+10}
""",
            {
                "mentee-actions": "Five changes he would have judged otherwise",
                "mentor-actions": "@me send him two reviews that I am glad of by {+5}",
                "success": "Fourteen changes merged before we met",
            },
            goals=(
                ("role", "Maintainer of the time package", "the team has asked him"),
                ("short", "Ten reviews that were followed", "counted on the tracker"),
                ("long", "Look after a release on his own", ""),
            ),
        ),
        Talk(
            """\
The plan: three rows in forty minutes. The third has no measure, and we know it.
> the plan stands, in three rows
+ named his own barrier before I could
[ ] @tomas two reviews a week by {+13}
""",
            {"mentee-actions": "Two reviews a week", "success": "A plan in one go"},
            after=(Deed(0, _plan), Deed(0, _gaps), Deed(1, _checked)),
        ),
        Talk(
            """\
Four reviews, all of them kind, one of them too kind. We read that one aloud.
> a review is for the change, and the author reads it
+ four reviews, three followed
?? saying that a change should not go in at all
[ ] @tomas one review that asks for less by {+13}
""",
            {
                "mentee-actions": "One review that asks for less",
                "success": "Three of four followed",
            },
        ),
        Talk(
            """\
Refused a change for the first time. The author thanked him. He did not sleep, he says.
? who decides when two maintainers disagree
> refusing: what is it for, who keeps it, who could do it instead
+ refused a change and was thanked
[ ] @tomas write the deprecation policy in your own words by {+13}
! the time package looks for a second pair of eyes until {+40}
""",
            {"mentee-actions": "The deprecation policy, in his words", "success": "The refusal"},
            after=(Deed(2, _marks),),
        ),
        Talk(
            """\
Policy in his words is shorter than ours and says the same. I sent it on.
> the policy, half as long
+ his half page is in the developers' docs now
[ ] @tomas sit beside the next release by {+20}
""",
            {"mentee-actions": "Sit beside a release", "success": "His text is in the docs"},
            late=True,
        ),
    ),
    lately=(
        Log(4, "chat", 10, "The release is on Tuesday, and there is a seat for him."),
        Deed(3, lambda desk, who: desk.feedback.add(who, "waits now before he answers", "given")),
    ),
    keeps=("saying that a change",),
)
