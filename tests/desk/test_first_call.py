"""The whole story: from a new mentee to next week's brief."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from tests.builders import ben, wall, weekly
from tests.conftest import Clock, Ids

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.errors import Refusal
from mentordesk.paths import paths
from mentordesk.settings import Settings

TUESDAY = date(2026, 11, 24)
NOTES = """\
generators click now, wrote two herself
[ ] @ada push lab 7 by fri
[ ] @me intro to Grace by 1 dec
! grant for the conference
? when is a dataclass the right thing
?? async
+ first pull request merged
> we went through generators and lab 7
"""
ANSWERS = {
    "focus": "write two generators",
    "watch": "a junior job",
    "before": "@ada read chapter 4 by mon\nsend the link",
}


def test_from_a_new_mentee_to_the_next_weeks_brief(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 24, 16, 55, tzinfo=UTC)
    found = desk.people.add("Ada Obi", playbook="wealljs", zone="Africa/Lagos")
    ben(desk)
    desk.words.note("ben", "Ben's own trouble")
    desk.slots.set("ada", weekly(1), time(18), minutes=60, count=12, starts_on=TUESDAY)

    today = desk.pages.today()
    assert [(line.name, line.number, line.total) for line in today.calls] == [("Ada Obi", 1, 12)]

    session = desk.calls.start("ada")
    points = desk.calls.agenda("ada")
    assert sum(point.minutes for point in points) == 60
    assert [point.title for point in points][::6] == ["Goals and how to measure", "Wrap-up"]
    desk.calls.mark_point(points[0].id, "done")
    desk.calls.mark_point(points[1].id, "parked")
    clock.advance(20)
    desk.calls.save_notes(session.id, NOTES)
    page = desk.pages.call("ada")
    assert list(page.marks.values()) == [
        "action", "action", "opportunity", "question", "stuck", "win", "recap"
    ]  # fmt: skip
    assert page.stored_at == clock.now

    clock.advance(35)
    assert desk.pages.status().phase == "wrap-up"
    desk.calls.extend(session.id, 10, "Ada agreed")
    assert desk.pages.status().minutes_left == 20
    asked = {one.key: one.answer for one in desk.pages.wrap_up(session.id).questions}
    assert asked["next"] == "Tue 1 Dec 18:00"
    clock.advance(10)
    closed = desk.calls.close(session.id, answers=ANSWERS, next_choice=("confirm", None))
    assert closed.state == "held"

    assert desk.recaps.page(session.id).leaves == (
        "# Our call on Tuesday 24 Nov 2026\n\n"
        "## What we did\n- we went through generators and lab 7\n\n"
        "## Well done\n- first pull request merged\n\n"
        "## What comes next\n"
        "- Ada: write two generators, by Tuesday 1 Dec 2026\n"
        "- Ada: push lab 7, by Friday 27 Nov 2026\n"
        "- Your mentor: intro to Grace, by Tuesday 1 Dec 2026\n"
        "- Ada: read chapter 4, by Monday 30 Nov 2026\n"
        "- Your mentor: send the link\n\n"
        "## Still open\n- when is a dataclass the right thing\n- async\n\n"
        "Next call: Tuesday 1 Dec 2026 18:00 (Africa/Lagos)"
        " = Tuesday 1 Dec 2026 18:00 (Europe/Berlin)\n"
    )

    clock.advance(days=6)
    brief = desk.pages.brief("ada")
    assert (brief.number, brief.total, brief.last_day) == (2, 12, TUESDAY)
    assert brief.next and brief.next.confirmed
    assert brief.agenda[0].title == "Task: write two generators"
    carried = [point.title for point in brief.agenda if point.carried == 1]
    assert carried[0] == "Time and boundaries"
    assert "Goals and how to measure" not in [point.title for point in brief.agenda]
    assert sum(point.minutes for point in brief.agenda) <= 60
    assert {(action.who, action.text) for action in brief.actions} == {
        ("ada", "write two generators"),
        ("ada", "push lab 7"),
        ("ada", "read chapter 4"),
        ("me", "intro to Grace"),
        ("me", "send the link"),
    }
    assert [note.body for note in brief.questions] == ["when is a dataclass the right thing"]
    assert [note.body for note in brief.stuck] == ["async"]
    assert [note.body for note in brief.wins] == ["first pull request merged"]
    assert {o.text for o in brief.watching} == {"grant for the conference", "a junior job"}
    assert "trouble" not in str(brief)

    clock.advance(days=1)
    dues = [line.says for line in desk.pages.today().due if line.rule == "promise"]
    assert dues == ["my promise to Ada Obi: intro to Grace, due today"]

    desk.slots.skip("ada", date(2026, 12, 8))
    desk.slots.move("ada", date(2026, 12, 15), wall(date(2026, 12, 16), 19))
    coming = [m.here.date() for m in desk.pages.slot("ada", 4).meetings if m.occurrence.happens]
    assert coming == [date(2026, 12, 16), date(2026, 12, 22), date(2026, 12, 29)]
    assert found.address == "ada/wealljs"


def test_the_time_of_a_call_is_logged_without_its_pauses(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(20)
    desk.calls.pause(session.id)
    clock.advance(7)
    desk.calls.resume(session.id)
    clock.advance(20)
    desk.calls.close(session.id)
    (entry,) = desk.store.rows("SELECT kind, minutes, started_at FROM time_entry")
    assert tuple(entry) == ("call", 40, "2026-11-26T16:48:00Z")
    assert desk.pages.today().minutes_this_week == 40


def test_everything_is_still_there_after_the_desk_was_closed(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    desk.calls.save_notes(session.id, "half a sen")
    before = desk.pages.call("ben")
    desk.close()
    clock.advance(seconds=30)
    again = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock, new_id=Ids())
    assert again.pages.call() == before
    assert again.pages.status().minutes_left == 44
    again.close()


def test_closing_is_all_or_nothing(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(30)
    before = desk.store.value("SELECT count(*) FROM undo_step")
    with pytest.raises(Refusal, match=r"has no next date to confirm. Set one with"):
        desk.calls.close(
            session.id, answers={"task": "x", "did": "y"}, next_choice=("confirm", None)
        )
    assert desk.calls.session(session.id).state == "running"
    assert desk.promises.list() == []
    assert desk.store.value("SELECT count(*) FROM undo_step") == before
    assert desk.store.value("SELECT count(*) FROM answer") == 0


def test_a_week_between_two_calls_may_be_longer(desk: Desk, clock: Clock) -> None:
    ben(desk)
    desk.calls.close(desk.calls.start("ben").id, answers={"task": "read chapter 4"})
    clock.now += timedelta(weeks=3)
    assert desk.pages.brief("ben").agenda[0].title == "Task: read chapter 4"
