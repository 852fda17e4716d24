"""When the mentor is taken elsewhere: kept by name, read anew, worked out for years ahead."""

from datetime import UTC, datetime, timedelta

from tests.builders import ada_at_six
from tests.conftest import Clock
from tests.ical.elsewhere import calendar

from mentordesk.desk import Desk

NOON = "UID:{0}\nDTSTART;TZID=Europe/Berlin:20261126T{1}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
A_YEAR = timedelta(days=365)


def starts(desk: Desk, since: datetime, days: int) -> list[str]:
    found = desk.busy.between(since, since + timedelta(days=days))
    return [f"{one.start.astimezone(desk.tz):%d %b %H:%M} {one.source}" for one in found]


def test_a_calendar_read_again_takes_its_own_place(desk: Desk, clock: Clock) -> None:
    desk.busy.keep(calendar(NOON.format(1, "120000")), "/home/bo/work.ics")
    desk.busy.keep(calendar(NOON.format(1, "180000")), "choir.ics", "Choir")
    assert starts(desk, clock.now, 7) == ["26 Nov 18:00 Choir", "03 Dec 12:00 work"]
    again = desk.busy.keep(calendar(NOON.format(1, "130000")), "new/work.ics")
    assert (again.is_new, again.origin) == (False, "work.ics")
    assert starts(desk, clock.now, 7) == ["26 Nov 18:00 Choir", "03 Dec 13:00 work"]
    desk.undo()
    assert starts(desk, clock.now, 7) == ["26 Nov 18:00 Choir", "03 Dec 12:00 work"]
    assert desk.busy.forget("Choir") == "Choir"
    assert [one.name for one in desk.busy.calendars()] == ["work"]


def test_what_was_left_out_can_be_looked_up_later(desk: Desk) -> None:
    zones = [NOON.format(n, "120000").replace("Europe/Berlin", f"Moon{n:02}") for n in range(23)]
    read = desk.busy.keep(calendar(NOON.format(1, "120000"), "UID:2\nDTSTART:soon"), "work.ics")
    assert len(read.left_out) == 2
    assert read.left_out[0] == "Left out: DTSTART, which cannot be read."
    desk.busy.keep(calendar(*zones), "moon.ics")
    moon, work = desk.busy.calendars()
    assert work.left_out == read.left_out
    assert moon.left_out[0].startswith("Left out: 1 event in the zone “Moon00”, which is not known")
    assert moon.left_out[20:] == ["Left out: 3 more things."]
    assert desk.busy.keep(calendar(NOON.format(1, "120000")), "moon.ics").left_out == []
    assert desk.busy.calendars()[0].left_out == []


def test_what_lies_years_ahead_is_worked_out_when_it_is_asked_for(desk: Desk, clock: Clock) -> None:
    desk.busy.keep(calendar(NOON.format(1, "120000")), "work.ics")
    far = datetime(2030, 5, 30, tzinfo=UTC)
    assert starts(desk, far, 7) == ["30 May 12:00 work"]
    daily = NOON.format(2, "171500").replace("WEEKLY", "DAILY")
    desk.busy.keep(calendar(daily), "walk.ics")
    edge = clock.now + timedelta(days=2 * 366)
    every = starts(desk, edge - timedelta(days=21), 42)
    assert len(every) == len(set(every)) == 6 + 43


def test_dates_in_the_way_of_another_calendar_are_warned_of_and_stay(desk: Desk) -> None:
    ada_at_six(desk)
    desk.busy.keep(calendar(NOON.format(1, "183000")), "work.ics")
    page = desk.pages.slot("ada", 3)
    assert {one.warning for one in page.meetings} == {"busy 18:30–19:30 (work)"}
    assert page.warnings[-1].endswith("fall into busy times, the first on Thu 17 Dec")
    desk.slots.skip("ada", page.meetings[0].occurrence.day)
    assert [one.warning for one in desk.pages.slot("ada", 2).meetings] == [
        "", "busy 18:30–19:30 (work)",
    ]  # fmt: skip
    session = desk.calls.start("ada")
    following = desk.pages.wrap_up(session.id).next
    assert following
    assert following.warning == "busy 18:30–19:30 (work)"
