"""The slot from a date on: another time, another day, less often, shorter; and what stays."""

from datetime import UTC, date, datetime, time

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, held, slot, wall, weekly
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule

TENTH, SEVENTEENTH = date(2026, 12, 10), date(2026, 12, 17)


def dates(desk: Desk, count: int = 5) -> list[str]:
    """The next meetings that happen, with their minutes, on the mentor's clock."""
    found = [m for m in desk.pages.slot("ada", count).meetings if m.occurrence.happens]
    lasts = [(m.occurrence.end - m.occurrence.start).seconds // 60 for m in found]
    return [f"{m.here:%a %d %b %H:%M} {n}" for m, n in zip(found, lasts, strict=True)]


@pytest.mark.parametrize(
    ("wishes", "after"),
    [
        ({"wall_time": time(18, 30)}, ["Thu 10 Dec 18:30 60", "Thu 17 Dec 18:30 60"]),
        ({"minutes": 45}, ["Thu 10 Dec 18:00 45", "Thu 17 Dec 18:00 45"]),
        ({"rule": Rule("WEEKLY", 2, (3,))}, ["Thu 10 Dec 18:00 60", "Thu 24 Dec 18:00 60"]),
        ({"rule": weekly(0)}, ["Mon 14 Dec 18:00 60", "Mon 21 Dec 18:00 60"]),
        ({"zone": "America/New_York"}, ["Fri 11 Dec 00:00 60", "Fri 18 Dec 00:00 60"]),
    ],
)
def test_what_is_not_named_stays_and_so_do_the_dates_before(
    desk: Desk, wishes: dict[str, object], after: list[str]
) -> None:
    ada_at_six(desk, count=10, place="the link")
    made = desk.slots.change("ada", TENTH, **wishes)
    assert dates(desk, 4) == ["Thu 26 Nov 18:00 60", "Thu 03 Dec 18:00 60", *after]
    assert (made.count, made.place) == (8, "the link")
    earlier, later = desk.slots.every("ada")
    assert (earlier.last_day, later.id) == (date(2026, 12, 3), made.id)
    assert earlier.uid != later.uid


def test_skipped_and_moved_dates_and_gaps_stay_where_the_new_rule_has_their_days(
    desk: Desk,
) -> None:
    ada_at_six(desk, count=10)
    desk.slots.skip("ada", TENTH, "away")
    desk.slots.move("ada", SEVENTEENTH, wall(date(2026, 12, 18), 9))
    desk.slots.gap("ada", date(2026, 12, 24), date(2026, 12, 31), "holidays")
    assert desk.slots.plan_change("ada", TENTH, minutes=45).lost == ()
    desk.slots.change("ada", TENTH, wall_time=time(19))
    states = [m.occurrence.state for m in desk.pages.slot("ada", 7).meetings]
    assert states == ["planned", "planned", "skipped", "moved", "gap", "gap", "planned"]
    assert len(desk.slots.changes("ada")) == 2
    desk.undo()
    assert desk.slots.of("ada").wall_time == time(18)
    lost = desk.slots.plan_change("ada", TENTH, rule=weekly(0)).lost
    assert [one.day for one in lost] == [TENTH, SEVENTEENTH]


def test_a_slot_that_has_not_begun_keeps_its_identity(desk: Desk) -> None:
    ada(desk)
    before = slot(desk, starts_on=TENTH, count=4)
    desk.slots.skip("ada", SEVENTEENTH)
    after = desk.slots.change("ada", date(2026, 12, 1), wall_time=time(20))
    assert (after.uid, after.id, after.count) == (before.uid, before.id, 4)
    assert after.sequence > before.sequence + 1
    assert dates(desk, 4) == ["Thu 10 Dec 20:00 60", "Thu 24 Dec 20:00 60", "Thu 31 Dec 20:00 60"]
    desk.slots.gap("ada", date(2026, 12, 24), date(2026, 12, 30))
    desk.slots.change("ada", rule=weekly(1))
    assert desk.slots.of("ada").changes == {}
    assert len(desk.slots.of("ada").gaps) == 1


def test_a_moved_date_stays_at_its_instant_on_another_zones_clock(desk: Desk) -> None:
    ada_at_six(desk, count=10)
    desk.slots.move("ada", SEVENTEENTH, wall(date(2026, 12, 18), 9))
    before = desk.slots.occurrence("ada", SEVENTEENTH)[1].start
    desk.slots.change("ada", TENTH, zone="America/New_York")
    assert desk.slots.occurrence("ada", SEVENTEENTH)[1].start == before


def test_what_was_confirmed_is_so_as_long_as_the_time_is_the_same(desk: Desk) -> None:
    ada_at_six(desk, count=10)
    desk.slots.confirm("ada", TENTH)
    desk.slots.change("ada", TENTH, minutes=45)
    assert desk.slots.occurrence("ada", TENTH)[1].confirmed
    desk.slots.change("ada", TENTH, wall_time=time(19))
    assert not desk.slots.occurrence("ada", TENTH)[1].confirmed


def test_without_a_day_it_changes_from_the_next_meeting_that_has_not_begun(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk, count=4)
    clock.advance(minutes=20)
    for day in (None, THURSDAY):
        desk.slots.change("ada", day, minutes=30)
        assert dates(desk, 2) == ["Thu 26 Nov 18:00 60", "Thu 03 Dec 18:00 30"]
        desk.undo()
    with pytest.raises(Refusal, match=r"Wed 25 Nov is past\. Change it from today or later on"):
        desk.slots.change("ada", date(2026, 11, 25), minutes=30)


def test_of_two_slots_the_one_that_is_on_then_changes(desk: Desk) -> None:
    ada_at_six(desk, count=10)
    slot(desk, hour=20, starts_on=date(2027, 1, 7), count=4)
    desk.slots.change("ada", SEVENTEENTH, minutes=30)
    assert dates(desk, 8)[2:7] == [
        "Thu 10 Dec 18:00 60",
        "Thu 17 Dec 18:00 30",
        "Thu 24 Dec 18:00 30",
        "Thu 31 Dec 18:00 30",
        "Thu 07 Jan 20:00 30",
    ]


def test_the_run_that_follows_takes_the_place_and_keeps_its_time_which_is_said(desk: Desk) -> None:
    ada_at_six(desk, count=10)
    desk.slots.change("ada", SEVENTEENTH, rule=Rule("WEEKLY", 2, (3,)))
    planned = desk.slots.plan_change("ada", wall_time=time(19))
    assert planned.stays and planned.stays.starts_on == SEVENTEENTH
    assert desk.slots.plan_change("ada", minutes=30).stays is None
    desk.slots.change("ada", wall_time=time(19), place="the room", minutes=30)
    now, later = desk.slots.every("ada")
    assert [(one.wall_time.hour, one.place, one.minutes) for one in (now, later)] == [
        (19, "the room", 30),
        (18, "the room", 30),
    ]
    assert now.total + later.total == 10
    desk.undo()
    assert {one.place for one in desk.slots.every("ada")} == {""}


def test_a_slot_without_end_stays_one(desk: Desk) -> None:
    ada_at_six(desk)
    with desk.writing("no end") as store:
        store.update("series", desk.slots.of("ada").id, until_day=None, count=0)
    assert desk.slots.change("ada", TENTH, minutes=30).last_day is None


def test_when_no_meeting_is_left_it_says_how_to_set_one(desk: Desk) -> None:
    ada_at_six(desk, count=2)
    with pytest.raises(Refusal, match=r"No meeting is left from Thu 10 Dec on\. Set a slot anew"):
        desk.slots.change("ada", TENTH, minutes=30)
    assert desk.slots.of("ada").starts_on == THURSDAY


def test_a_date_moved_into_an_hour_that_comes_twice_is_the_first_of_both(desk: Desk) -> None:
    ada_at_six(desk)
    day, to = date(2027, 10, 28), wall(date(2027, 10, 31), 2, 30)
    at, warnings = desk.slots.plan_move("ada", day, to)
    assert (at, warnings) == (
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        ["this time comes twice; the first one is meant"],
    )
    assert desk.slots.occurrence("ada", day)[1].state == "planned"
    assert desk.slots.move("ada", day, to).start == at


def test_two_runs_are_counted_as_one_wherever_a_number_stands(desk: Desk) -> None:
    ada_at_six(desk, count=10)
    held(desk)
    desk.slots.change("ada", TENTH, rule=Rule("WEEKLY", 2, (3,)))
    brief, [line] = desk.pages.brief("ada"), desk.pages.next()
    [person] = desk.pages.people()
    last = desk.pages.slot("ada", 20).meetings[-1].occurrence.number
    assert brief.next
    counted = (brief.total, brief.next.total, line.total, person.total, last)
    assert (brief.number, line.number, person.held) == (2, 2, 1)
    assert counted == (10,) * 5


def test_a_run_that_was_counted_has_no_total_once_it_goes_on_without_end(desk: Desk) -> None:
    ada_at_six(desk, count=3)
    slot(desk, starts_on=SEVENTEENTH, force=True)
    assert desk.pages.brief("ada").total == 0
