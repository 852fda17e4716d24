"""A page of days: everything that has a day is on it, once, as it stands now."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from tests import builders
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.days import DaysPage, Entry, month_of
from mentordesk.store.connection import Row, Value

NOV = month_of(builders.THURSDAY)


def shown(page: DaysPage, kind: str) -> list[tuple[str, str, str]]:
    """Day, title and state of the things of a kind."""
    return [(f"{one.day:%d.%m.}", one.title, one.state) for one in page.entries if one.kind == kind]


def named(page: DaysPage, title: str) -> Iterator[Entry]:
    return (one for one in page.entries if one.title == title)


def test_calls_stand_as_they_came_out_and_as_they_are_planned(desk: Desk, clock: Clock) -> None:
    clock.now -= timedelta(days=14)
    builders.ada(desk)
    builders.slot(desk, starts_on=date(2026, 11, 12))
    builders.held(desk)
    clock.advance(days=14)
    desk.slots.skip("ada", date(2026, 12, 3), "conference")
    desk.slots.move("ada", date(2026, 12, 10), builders.wall(date(2026, 12, 4), 9))
    page = desk.pages.days(*NOV)
    assert shown(page, "call") == [
        ("12.11.", "Ada Obi", "held"),
        ("19.11.", "Ada Obi", "open"),
        ("26.11.", "Ada Obi", ""),
        ("03.12.", "Ada Obi", "skipped"),
        ("04.12.", "Ada Obi", "moved"),
    ]
    notes = [one.note for one in page.entries if one.kind == "call"]
    assert notes[-2:] == ["conference", "from Thu 10 Dec"]
    assert {one.zone for one in named(page, "Ada Obi")} == {"Africa/Lagos"}


def test_a_gap_stands_as_one_and_its_calls_do_not(desk: Desk) -> None:
    builders.ada_at_six(desk)
    builders.slot(desk, starts_on=date(2026, 12, 1))  # two slots have the gap
    desk.slots.gap("ada", date(2026, 12, 1), date(2026, 12, 4), "holidays")
    page = desk.pages.days(*NOV)
    (gap,) = [one for one in page.entries if one.kind == "gap"]
    assert (gap.day, gap.last, gap.note) == (date(2026, 12, 1), date(2026, 12, 4), "holidays")
    assert shown(page, "call") == [("26.11.", "Ada Obi", "")]


def test_what_was_held_with_somebody_who_is_gone_stays(desk: Desk, clock: Clock) -> None:
    builders.ada_at_six(desk)
    builders.held(desk)
    clock.advance(minutes=5)
    desk.course.graduate("ada")
    assert shown(desk.pages.days(*NOV), "call") == [("26.11.", "Ada Obi", "held")]


def test_milestones_are_settled_due_and_to_come_and_what_all_share_stands_once(
    desk: Desk, clock: Clock
) -> None:
    clock.now -= timedelta(days=10)
    for name in ("Ada", "Ben"):
        desk.people.add(name, playbook="codingnomads")
    clock.advance(days=10)
    desk.milestones.done("ada", "stand-up")
    found = shown(desk.pages.days(*NOV), "milestone")
    stand_ups = [(day, state) for day, title, state in found if title == "Friday stand-up"]
    assert stand_ups == [("20.11.", "done"), ("27.11.", ""), ("04.12.", "")]


def test_nothing_of_the_programme_is_ahead_of_who_is_on_the_way_in(desk: Desk) -> None:
    desk.intake.add("Eve", playbook="codingnomads")
    assert shown(desk.pages.days(*NOV), "milestone") == []


def test_hours_workshops_and_busy_times_stand_beside_the_calls(desk: Desk) -> None:
    desk.hours.set(0, time(17), slots=3, minutes=30)
    desk.hours.book(datetime(2026, 11, 30, 17, tzinfo=builders.BERLIN), "Maya", "fixtures")
    desk.workshops.add("Pandas", date(2026, 12, 2), wall_time=time(10), role="coach")
    page = desk.pages.days(date(2026, 11, 30), date(2026, 12, 2))
    assert [(one.kind, one.title, one.state, one.note) for one in page.entries] == [
        ("hours", "Maya", "booked", "fixtures"),
        ("hours", "office hours", "", "2 slots"),
        ("workshop", "Pandas", "", "coach"),
    ]
    free = page.entries[1]
    assert free.start
    assert free.end
    assert (free.end - free.start) == timedelta(hours=1)


def test_who_rests_has_no_call_to_come(desk: Desk) -> None:
    builders.ada_at_six(desk)
    desk.people.pause("ada", "holidays")
    assert shown(desk.pages.days(*NOV), "call") == []


def test_a_page_takes_as_many_queries_for_many_as_for_two(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    counts: list[int] = []
    read = desk.store.rows

    def counted(sql: str, *values: Value) -> list[Row]:
        asked.append(sql)
        return read(sql, *values)

    monkeypatch.setattr(desk.store, "rows", counted)
    for more in (2, 10):
        for n in range(more):
            handle = f"p{len(counts)}-{n}"
            desk.people.add(f"P{n}", handle=handle, playbook="codingnomads")
            desk.slots.set(handle, builders.weekly(n % 7), time(9 + n), force=True)
        asked.clear()
        page = desk.pages.days(*NOV)
        counts.append(len(asked))
    assert len({one.title for one in page.entries if one.kind == "call"}) == 10
    assert counts[0] == counts[1]
