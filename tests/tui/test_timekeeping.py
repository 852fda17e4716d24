"""Stories of a machine whose clock is set, or that goes to another zone, while a call runs."""

from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.settings import Settings


@pytest.fixture
def went_by(mentor: Robot, clock: Clock) -> list[float]:
    """Seconds since the desk was opened, which no clock can be set to; at six o'clock."""
    clock.advance(minutes=12)
    seconds = [0.0]
    mentor.desk.seconds = lambda: seconds[0]
    return seconds


async def test_a_clock_that_was_set_is_said_with_what_stays_true(
    mentor: Robot, went_by: list[float]
) -> None:
    await mentor.open(call="ada")
    await mentor.later(0, seconds=1)
    went_by[0] += 1801
    await mentor.later(30)
    await mentor.see_no("The clock of this machine")
    await mentor.see("ends 19:00")
    went_by[0] += 1
    await mentor.later(-7)
    await mentor.see("The clock of this machine was set 7 min back.", "end stays 19:00")
    await mentor.see("in 37 min. 7 min less than it took would be counted.")
    mentor.app.clear_notifications()
    went_by[0] += 1
    await mentor.later(0, seconds=1)
    await mentor.see_no("The clock of this machine")
    await mentor.see("36:58 left")
    await mentor.later(180)
    await mentor.see("was set 3 h forward. The call's end stays")


async def test_a_machine_that_slept_has_nothing_to_say(mentor: Robot, went_by: list[float]) -> None:
    await mentor.open()
    await mentor.later(1)
    went_by[0] += 8 * 3600
    await mentor.later(8 * 60)
    await mentor.see_no("The clock of this machine")
    await mentor.later(0.5)
    await mentor.see("The clock of this machine was set 30 s forward.")


async def test_another_zone_is_said_and_every_time_is_of_it(
    mentor: Robot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.advance(minutes=12)
    await mentor.open(call="ada", settings=Settings())
    await mentor.type("before the flight")
    await mentor.press("tab", "tab")
    await mentor.see("ends 19:00", "stored 18:00:00")
    monkeypatch.setenv("TZ", "America/New_York")
    await mentor.later(1)
    await mentor.see("Times are those of New York from now on. The call ends at 13:00.")
    mentor.app.clear_notifications()
    await mentor.later(0, seconds=1)
    await mentor.see("ends 13:00", "stored 12:00:00")
    settings = Path(mentor.desk.settings_file)
    settings.write_text('zone = "Asia/Tokyo"')
    await mentor.later(0, seconds=59)
    await mentor.see("Times are those of Tokyo from now on.")
    settings.write_text('zone = "Nowhere/Land"')
    settings.touch()
    await mentor.later(1)
    await mentor.see("Nowhere/Land")
    assert mentor.desk.zone == "Asia/Tokyo"
