"""The desktop is told through the terminal, in the way this one understands, and of nobody."""

import pytest
from tests.conftest import ZONE
from tests.driver import Robot

from mentordesk.domain.timebox import OVER, WORK, WRAP_UP
from mentordesk.settings import NOTIFY, Settings
from mentordesk.tui.notifying import notification

KITTY = {"KITTY_WINDOW_ID": "1", "TERM": "xterm-kitty"}


@pytest.mark.parametrize(
    ("environ", "begins"),
    [
        (KITTY, "\x1b]99;"),
        ({"TERM": "foot"}, "\x1b]777;notify;mentordesk;"),
        ({"TERM": "foot-extra"}, "\x1b]777;"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "\x1b]9;The wrap-up"),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, "\x1b]9;"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, "\x1bPtmux;\x1b\x1b]99;"),
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "linux"}, ""),
        ({}, ""),
    ],
)
def test_only_a_terminal_that_understands_is_told(environ: dict[str, str], begins: str) -> None:
    said = notification(WRAP_UP, "auto", environ)
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


def test_the_mentor_has_the_last_word() -> None:
    assert notification(OVER, "off", KITTY) == ""
    assert notification(OVER, "osc9", {}) == "\x1b]9;The time of the call is over.\x1b\\"
    assert all(notification(OVER, wish, {}) for wish in NOTIFY if wish.startswith("osc"))
    assert notification(WORK, "osc9", {}) == ""


async def test_a_phase_that_begins_is_told_without_a_name(
    mentor: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await mentor.open(call="ada", settings=Settings(zone=ZONE, notify="osc9"))
    written: list[str] = []
    driver = mentor.app._driver
    assert driver
    monkeypatch.setattr(driver, "write", written.append)
    await mentor.later(58)
    told = [text for text in written if "\x1b]9;" in text]
    assert told == ["\x1b]9;The wrap-up begins.\x1b\\"]
