"""The mentor's own calendar, from the screen: kept as the desk is, and set up with a look at it."""

from pathlib import Path

import pytest
from tests.builders import THURSDAY, ada_at_six
from tests.driver import Robot

from mentordesk.desk import Desk
from mentordesk.settings import Publish, Settings


async def test_the_file_follows_and_a_trouble_with_it_is_only_said(
    robot: Robot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "desk.ics"
    ada_at_six(desk)
    await robot.open(settings=Settings(publish=Publish(str(file), "full")))
    desk.words.note("ada", "nothing that a calendar shows")
    desk.slots.skip("ada", THURSDAY)
    await robot.app.publisher.settled()
    first = file.read_bytes()
    assert b"SUMMARY:Mentoring: Ada Obi" in first
    await robot.press("u")
    await robot.app.publisher.settled()
    assert file.read_bytes() != first
    file.unlink()
    file.mkdir()
    desk.slots.skip("ada", THURSDAY)
    await robot.app.publisher.settled()
    await robot.see("Your calendar is not published:")
    assert not desk.slots.occurrence("ada", THURSDAY)[1].happens
