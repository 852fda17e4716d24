"""The clock of a call: computed from what is stored, told alike by every page."""

from datetime import datetime, timedelta

import pytest
from tests.builders import ada, ada_at_six, ben, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.coming import Status
from mentordesk.domain.errors import Refusal


def status(desk: Desk) -> tuple[str, str, int]:
    found = desk.pages.status()
    return found.state, found.phase, found.minutes_left


def end(desk: Desk) -> str:
    """When the running call ends, in Berlin, as the line of the running call has it."""
    line = desk.pages.running()
    assert line and line.end == desk.pages.status().end
    return f"{line.end.astimezone(desk.tz):%H:%M}"


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [
        (0, "19:00"),  # twelve minutes early: the slot's end
        (12, "19:00"),
        (30, "19:00"),  # late: the slot's end
        (71, "19:00"),
        (73, "20:01"),  # after the slot: as long as usual
        (-49, "17:59"),  # more than an hour early: as long as usual
    ],
)
def test_a_call_ends_when_the_slot_ends_or_after_its_length(
    desk: Desk, clock: Clock, minutes: int, ends: str
) -> None:
    ada_at_six(desk)
    clock.advance(minutes)
    session = desk.calls.start("ada")
    assert end(desk) == ends
    assert bool(session.day) == (ends == "19:00")


def test_a_length_that_was_said_counts_from_now(desk: Desk) -> None:
    ada_at_six(desk)
    desk.calls.start("ada", minutes=30)
    assert end(desk) == "18:18"
    assert desk.calls.of("ada").day == "2026-11-26"


def test_without_a_slot_it_takes_as_long_as_the_playbook_says(desk: Desk) -> None:
    ben(desk)
    desk.calls.start("ben")
    assert end(desk) == "18:33"


def test_the_phases_come_by_themselves(desk: Desk, clock: Clock) -> None:
    ben(desk)
    desk.calls.start("ben")  # 45 minutes, of which 10 are for the wrap-up
    told = [status(desk)]
    for minutes in (34, 1, 9, 1, 5):
        clock.advance(minutes)
        told.append(status(desk))
    assert told == [
        ("running", "work", 45),
        ("running", "work", 11),
        ("running", "wrap-up", 10),
        ("running", "wrap-up", 1),
        ("running", "over", 0),
        ("running", "over", -5),
    ]


def test_a_pause_moves_the_end_and_an_extension_too(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(10)
    desk.calls.pause(session.id)
    clock.advance(5)
    assert status(desk) == ("running", "paused", 35)
    assert end(desk) == "18:38"
    desk.calls.resume(session.id)
    assert status(desk) == ("running", "work", 35)
    desk.calls.extend(session.id, 15, "she asked")
    assert status(desk) == ("running", "work", 50)
    assert end(desk) == "18:53"


def test_a_pause_moves_no_hard_stop(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)  # the first meeting of WeAllJS stops hard
    session = desk.calls.start("ada")
    desk.calls.pause(session.id)
    clock.advance(30)
    assert end(desk) == "19:00"
    desk.calls.extend(session.id, 10)
    assert end(desk) == "19:10"


def test_what_the_clock_does_not_allow_is_refused(desk: Desk) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    with pytest.raises(Refusal, match=r"not paused. Pause it with: mentordesk session pause"):
        desk.calls.resume(session.id)
    desk.calls.pause(session.id)
    with pytest.raises(Refusal, match=r"paused already. Go on with: mentordesk session resume"):
        desk.calls.pause(session.id)
    for minutes in (0, -5, 121):
        with pytest.raises(Refusal, match=r"no extension. Give 1 to 120"):
            desk.calls.extend(session.id, minutes)


@pytest.mark.parametrize("minutes", [-5, 1, 4, 601])
def test_no_call_is_that_long(desk: Desk, minutes: int) -> None:
    ben(desk)
    with pytest.raises(Refusal, match=r"is no length for a call. Give 5 to 600"):
        desk.calls.start("ben", minutes=minutes)


def test_a_call_left_open_overnight_is_not_logged_as_a_night(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(hours=15)
    assert "was never closed" in desk.pages.today().due[0].says
    closed = desk.calls.close(session.id)
    assert desk.store.value("SELECT minutes FROM time_entry") == 45
    assert closed.started and closed.ended == closed.started + timedelta(minutes=45)


def test_a_call_that_took_longer_is_logged_as_it_was(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(80)
    assert desk.calls.close(session.id).ended == clock.now
    assert desk.store.value("SELECT minutes FROM time_entry") == 80


def test_a_pause_forgotten_overnight_is_no_work(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(20)
    desk.calls.pause(session.id)
    clock.advance(hours=14)
    desk.calls.close(session.id)
    assert desk.store.value("SELECT minutes FROM time_entry") == 20
    assert desk.store.value("SELECT count(*) FROM pause WHERE until IS NULL") == 0


def test_a_clock_set_back_takes_nothing(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    clock.advance(-30)
    assert status(desk) == ("running", "work", 75)
    desk.calls.close(session.id)
    assert desk.store.value("SELECT count(*) FROM time_entry") == 0


def test_the_status_tells_of_the_next_call_or_of_none(desk: Desk, clock: Clock) -> None:
    assert desk.pages.status() == Status("none", "", "", "", 0, None, None)
    ada_at_six(desk, count=1)
    found = desk.pages.status()
    assert (found.state, found.name, found.minutes_left) == ("next", "Ada Obi", 12)
    clock.advance(13)
    assert desk.pages.status().minutes_left == -1
    desk.calls.close(desk.calls.start("ada").id)
    assert desk.pages.status().state == "none"


def test_the_line_of_the_running_call_is_about_who_is_in_it(desk: Desk) -> None:
    ada(desk)
    slot(desk, "ada", count=1)
    ben(desk)
    desk.calls.start("ben")
    desk.people.pause("ben")
    line = desk.pages.running()
    assert line and (line.name, line.number, line.state) == ("Ben Lund", 1, "running")
    assert isinstance(line.start, datetime)
