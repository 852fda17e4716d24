"""Today, the week and the coming calls; days are the mentor's own, also around midnight."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot, weekly
from tests.conftest import Clock, Ids

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.coming import CallLine
from mentordesk.paths import Paths
from mentordesk.settings import Settings


def in_zone(home: Path, clock: Clock, zone: str) -> Desk:
    """An empty desk of a mentor elsewhere."""
    return open_desk(Paths(str(home), str(home)), Settings(zone=zone), clock=clock, new_id=Ids())


def told(lines: list[CallLine]) -> list[tuple[str, str, int]]:
    return [(line.name, line.state, line.number) for line in lines]


def test_an_empty_desk_has_nothing_due(desk: Desk) -> None:
    page = desk.pages.today()
    assert (page.today, page.calls, page.next, page.running, page.due) == (
        THURSDAY,
        [],
        None,
        None,
        [],
    )
    assert (page.people, page.minutes_this_week) == (0, 0)
    assert [dots.day.weekday() for dots in page.week] == list(range(7))


def test_todays_calls_tell_what_became_of_them(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    ben(desk)
    slot(desk, "ben", 20)
    page = desk.pages.today()
    assert told(list(page.calls)) == [("Ada Obi", "planned", 1), ("Ben Lund", "planned", 1)]
    assert page.next and page.next.name == "Ada Obi"
    session = desk.calls.start("ada")
    page = desk.pages.today()
    assert told(list(page.calls))[0] == ("Ada Obi", "running", 1)
    assert page.running and page.running.session_id == session.id
    clock.advance(60)
    desk.calls.close(session.id)
    page = desk.pages.today()
    assert told(list(page.calls))[0] == ("Ada Obi", "held", 1)
    assert page.next and page.next.name == "Ben Lund"
    thursday = page.week[3]
    assert (thursday.held, thursday.planned) == (1, 1)
    assert page.minutes_this_week == 60


def test_a_skipped_call_is_not_in_the_week(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.skip("ada", THURSDAY)
    page = desk.pages.today()
    assert page.calls == []
    assert sum(dots.planned for dots in page.week) == 0
    assert page.next and page.next.start == datetime(2026, 12, 3, 17, tzinfo=UTC)


def test_the_calendar_lists_what_comes_whoever_with(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    desk.slots.set("ben", weekly(0), time(9))
    lines = desk.pages.calendar(14)
    assert [(line.name, f"{line.start:%d %b}") for line in lines] == [
        ("Ada Obi", "26 Nov"), ("Ben Lund", "30 Nov"), ("Ada Obi", "03 Dec"), ("Ben Lund", "07 Dec")
    ]  # fmt: skip


def test_the_next_ones_are_one_a_person_the_soonest_first(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    slot(desk, "ben", 20)
    assert [line.name for line in desk.pages.next(9)] == ["Ada Obi", "Ben Lund"]
    assert [line.name for line in desk.pages.next()] == ["Ada Obi"]


@pytest.mark.parametrize(
    ("zone", "now", "day"),
    [
        ("Europe/Berlin", "2026-11-26T22:59:00Z", date(2026, 11, 26)),
        ("Europe/Berlin", "2026-11-26T23:00:00Z", date(2026, 11, 27)),
        ("Pacific/Auckland", "2026-11-26T10:59:00Z", date(2026, 11, 26)),
        ("Pacific/Auckland", "2026-11-26T11:00:00Z", date(2026, 11, 27)),
        ("America/Los_Angeles", "2026-11-27T07:59:00Z", date(2026, 11, 26)),
        ("Pacific/Kiritimati", "2026-11-26T10:00:00Z", date(2026, 11, 27)),
    ],
)
def test_a_day_begins_at_the_mentors_midnight(
    tmp_path: Path, clock: Clock, zone: str, now: str, day: date
) -> None:
    clock.now = datetime.fromisoformat(now)
    desk = in_zone(tmp_path, clock, zone)
    ada(desk)
    assert desk.today() == desk.pages.today().today == day
    promise = desk.promises.do("ada", "x", due=day)
    assert desk.pages.today().due[0].says.endswith("due today")
    desk.promises.done(promise.id)
    assert desk.promises.list(every=True)[0].action.done_on == day
    assert desk.goals.add("ada", "x", "30").due == day + timedelta(days=30)
    desk.close()


def test_a_call_across_midnight_belongs_to_the_day_it_begins(desk: Desk, clock: Clock) -> None:
    ada(desk)
    desk.slots.set("ada", weekly(3), time(23, 30), minutes=60, starts_on=THURSDAY)
    clock.now = datetime(2026, 11, 26, 22, 30, tzinfo=UTC)
    session = desk.calls.start("ada")
    clock.advance(50)
    assert desk.today() == THURSDAY + timedelta(days=1)
    assert desk.pages.today().calls == []
    assert [line.rule for line in desk.pages.today().due] == []
    desk.calls.save_notes(session.id, "[ ] one by fri")
    assert desk.promises.list()[0].action.due == date(2026, 11, 27)
    desk.calls.close(session.id)
    assert desk.pages.brief("ada").last_day == THURSDAY


def test_what_was_kept_before_the_call_is_not_news_after_it(tmp_path: Path, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 25, 9, tzinfo=UTC)  # Wednesday, 22:00 in Auckland
    desk = in_zone(tmp_path, clock, "Pacific/Auckland")
    ada(desk)
    early = desk.promises.do("ada", "kept the evening before")
    desk.promises.done(early.id)
    clock.advance(hours=12)  # Thursday morning there, still Wednesday in UTC
    held(desk)
    assert desk.pages.brief("ada").done_lately == []
    desk.close()


def test_a_slot_shows_its_own_day_in_each_zone(tmp_path: Path, clock: Clock) -> None:
    desk = in_zone(tmp_path, clock, "America/Los_Angeles")
    desk.people.add("Kiri", zone="Pacific/Auckland")
    desk.slots.set("kiri", weekly(3), time(20), starts_on=THURSDAY)
    (meeting,) = desk.pages.slot("kiri", 1).meetings
    assert f"{meeting.here:%a %H:%M}" == "Thu 20:00"
    assert meeting.there and f"{meeting.there:%a %H:%M}" == "Fri 17:00"
    assert desk.pages.today().calls[0].name == "Kiri"
    desk.close()


def test_the_week_begins_on_monday_in_the_mentors_zone(desk: Desk, clock: Clock) -> None:
    ada(desk)
    clock.now = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)  # Sunday, 23:59 in Berlin
    desk.words.log("ada", "chat", 5)
    clock.advance(2)
    desk.words.log("ada", "chat", 7)
    page = desk.pages.today()
    assert page.week[0].day == date(2026, 11, 23)
    assert page.minutes_this_week == 7


def test_a_mentorship_without_a_slot_wants_one_and_a_running_call_is_one(desk: Desk) -> None:
    ada(desk)
    assert [line.says for line in desk.pages.today().due] == ["no next date with Ada Obi"]
    desk.calls.start("ada")
    assert desk.pages.today().due == []
