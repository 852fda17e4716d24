"""A fault of ours in the middle of a call: the words are kept, and the command line can say it."""

from functools import partial
from pathlib import Path

import pytest
from tests.conftest import ZONE, Clock
from tests.tui.practice import practice
from textual.app import App
from textual.pilot import Pilot

from mentordesk.desk import Desk
from mentordesk.desk.calls import Calls
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp, run_desk


async def _story(pilot: Pilot[object]) -> None:
    await pilot.press(*"precious")
    pilot.app.call_later(_fail)
    await pilot.pause()


def _fail() -> None:
    secret = {"a fault": "whose locals nobody should see"}
    secret.pop("of ours")


@pytest.fixture
def at_the_call(desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose screen is driven by the story above."""
    practice(desk, clock)
    clock.advance(minutes=12)
    unseen = partial(App.run, headless=True, auto_pilot=_story)
    monkeypatch.setattr(MentorApp, "run", lambda app: unseen(app))
    return desk


def test_a_fault_ends_the_desk_without_a_word_and_goes_on_to_who_says_it(
    at_the_call: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyError, match="of ours"):
        run_desk(at_the_call, Settings(zone=ZONE), call="ada")
    assert capsys.readouterr() == ("", "")
    running = at_the_call.calls.running()
    assert running is not None
    assert at_the_call.pages.call_of(running.id).notes == "precious"


def test_words_that_cannot_be_stored_because_of_the_fault_are_in_a_copy(
    at_the_call: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("of ours, in the store itself")

    monkeypatch.setattr(Calls, "keep_notes", broken)
    with pytest.raises(KeyError, match="of ours"):
        run_desk(at_the_call, Settings(zone=ZONE), call="ada")
    (copy,) = Path(at_the_call.store.path).parent.glob("mentordesk-unstored-ada-*")
    assert "\nprecious\n" in copy.read_text("utf-8")
