"""The mentor's own calendar, from the screen: kept as the desk is, and set up with a look at it."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.builders import THURSDAY, ada_at_six
from tests.driver import Robot

from mentordesk.desk import Desk
from mentordesk.desk.publishing import Publishing
from mentordesk.domain.errors import Refusal
from mentordesk.domain.pushing import Pushed
from mentordesk.settings import CalDav, Publish, Settings, load


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


@pytest.mark.parametrize("size", [(80, 24)])
async def test_where_it_is_kept_is_set_with_a_look_at_what_is_in_it(
    robot: Robot, desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    ada_at_six(desk)
    file = tmp_path / "d.ics"
    await robot.open(size, start="calendar")
    await robot.press("P")
    await robot.see("Your own calendar, to subscribe to", "1 slot", "nothing is written")
    await robot.type(str(file))
    await robot.see("Written after each change.")
    await robot.press("tab", "right", "right", "tab")
    await robot.type("soon")
    await robot.press("enter")
    await robot.see("Remind: minutes before a call")
    await robot.press("backspace", "backspace", "backspace", "backspace")
    await robot.type("15")
    await robot.press("enter")
    await robot.see("Written, and again after each change")
    assert b"SUMMARY:Mentoring: Ada Obi" in file.read_bytes() and b"-PT15M" in file.read_bytes()
    kept = load(desk.settings_file)
    assert kept.publish == Publish(str(file), "full", 15)
    desk.slots.skip("ada", THURSDAY + timedelta(weeks=1))
    await robot.app.publisher.settled()
    assert b"EXDATE;TZID=Europe/Berlin:20261203T180000" in file.read_bytes()
    await robot.press("P", "backspace", "enter")
    await robot.see("written nowhere any more")
    assert load(desk.settings_file).publish.path == "" and file.exists()


async def test_the_server_is_filled_while_the_desk_goes_on(
    robot: Robot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada_at_six(desk)
    asked: list[tuple[str, ...]] = []

    def push(self: Publishing, *words: str, may_ask: bool, **_: object) -> Pushed:
        asked.append(words[:3])
        assert not may_ask and self.desk is not desk
        if len(asked) > 1:
            raise Refusal("cal.example.org cannot be reached.")
        return Pushed(3, 1, 0, 20, ("“Mentoring: AO” was changed on the server.",))

    monkeypatch.setattr(Publishing, "push", push)
    server = CalDav("https://cal.example.org/mara/", "mara", "pass show cal")
    await robot.open(start="calendar", settings=Settings(caldav=server))
    Path(desk.settings_file).write_text(
        '[caldav]\nurl = "https://cal.example.org/mara/"\nuser = "mara"\n'
        'password_command = "pass show cal"\n'
    )
    for said in ("3 added, 1 changed, 20 as they were", "cal.example.org cannot be reached."):
        await robot.press("P", "tab", "tab", "tab", "right")
        await robot.see("‹ push to cal.example.org ›")
        await robot.press("enter")
        await robot.app.workers.wait_for_complete()
        await robot.see(said)
    assert asked == [tuple(server), tuple(server)]
