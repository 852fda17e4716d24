"""People with plans: sets of goals, an action plan with a past, gaps, what a role asks for."""

from datetime import date, timedelta

from tests import builders
from tests.beginnings import told_once
from tests.conftest import Clock

from mentordesk.desk import Desk


@told_once
def planned(desk: Desk, clock: Clock) -> Desk:
    """Ada has two sets of targets; Eve of Astropy has a plan, gaps and a role in view."""
    today = clock.now
    clock.now = today - timedelta(days=40)
    builders.ada(desk)
    eve = desk.people.add("Eve Stone", playbook="astropy", zone="Europe/London").address
    first, second = desk.goals.renew(
        "ada", [("30", "run the tests by herself"), ("60", "read one module a week")]
    ).goals
    desk.goals.mark(second.id, "behind", "the modules are long")
    role = desk.goals.add(eve, "maintainer of a sub-package", "role", kind="career")
    for text in ("ten reviews that helped", "a release cut by herself", "triage for a month"):
        desk.goals.require(role.id, text)
    desk.goals.meets(role.id, 1, "reviews 811 to 820")
    review = desk.plans.add(
        eve,
        "review alone",
        mentee="two reviews a week, the second one without me",
        mentor="read her first five before she sends them",
        network="Tom names pull requests that fit",
        barriers="exams in December: one review a week then",
        measure="three reviews that were merged",
        dues=[date(2026, 12, 18), date(2027, 1, 22)],
    )
    desk.plans.add(eve, "know the units module from inside", mentee="fix two issues in it")
    clock.now = today - timedelta(days=9)
    desk.plans.edit(review.id, measure="ten reviews that were merged")
    desk.gaps.add(eve, "skill", "reads diffs line by line", "loses the thread", review.id)
    desk.gaps.add(eve, "behaviour", "hesitates to say no in public")
    desk.goals.mark(role.id, "on-track", "Tom is happy with her reviews")
    desk.goals.add(eve, "one review a week, every week", "short", measure="four in November")
    desk.promises.do(eve, "ask Tom for a pull request", due=date(2026, 11, 24))
    clock.now = today - timedelta(days=5)
    desk.goals.done(first.id, "on her own machine, too")
    desk.goals.renew(
        "ada",
        [("30", "first pull request merged"), ("60", "a talk draft"), ("90", "a talk given")],
        "carry",
    )
    clock.now = today
    return desk
