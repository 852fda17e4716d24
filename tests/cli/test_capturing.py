"""What a call catches, from the shell: an editor on the notes, suggestions, the recording."""

import sys
from pathlib import Path

import pytest
from tests.cli.shell import Shell

from mentordesk.desk import open_desk
from mentordesk.paths import paths
from mentordesk.settings import Settings


@pytest.fixture
def call(ada: Shell) -> Shell:
    """Ada's first call, ten minutes in: Tuesday 18:10, a slot that ends at 19:00."""
    ada.at("2026-11-24 18:00 Europe/Berlin")
    ada("session start ada")
    ada.at("2026-11-24 18:10 Europe/Berlin")
    return ada


def test_an_editor_is_opened_on_the_notes(
    call: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text() + '\\n[ ] @ada read by frday\\n')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} -S -E {script}")
    call("session note ada one")
    said = call.out("session note ada two --edit")
    assert "Stored 18:10:00: action" in said
    assert "No day can be read in “by frday”" in said
    assert call.out("session note") == "one\ntwo\n[ ] @ada read by frday\n"
    monkeypatch.setenv("VISUAL", "no-such-editor")
    assert "“no-such-editor” is not to be found" in call.refused("session note --edit")


def test_who_is_nobody_is_said_when_it_is_noted_and_when_the_call_ends(call: Shell) -> None:
    call("introduction add ada 'Grace Hopper'")
    said = call.out("session note ada '[ ] @adatime the talk' '[ ] @grace a room'")
    assert "! @adatime is nobody you know: @ada?." in said
    assert "grace" not in said
    assert "! @adatime is nobody you know: @ada?." in call.out("session close")


def test_suggestions_are_taken_and_left_one_by_one(call: Shell) -> None:
    desk = open_desk(paths(), Settings())
    pasted = ["[ ] one", "! two", "? three"]
    desk.calls.keep_notes(desk.calls.of("ada").id, "", "\n".join(pasted), pasted)
    desk.close()
    assert call.out("session take --line 2 --dismiss") == "1 line stays text.\n"
    assert call.out("session take ada --line 3").startswith("1 line is a thing now.")
    assert "Line 2 does not wait" in call.refused("session take --line 2 --dismiss")
    assert call.out("session take --line 2").startswith("1 line is a thing now.")
    assert call.out("session take --dismiss") == "1 line stays text.\n"
    assert "No pasted line waits" in call.refused("session take")


def test_the_recording_from_its_beginning_to_a_moment(call: Shell) -> None:
    assert "mentordesk recording start" in call.refused("recording mark")
    said = call.out("recording start --since 18:05")
    assert "18:05" in said.splitlines()[0]
    assert "! Nothing says that they know of it" in said
    call.at("2026-11-24 18:17 Europe/Berlin")
    assert call.out("recording mark closures at last") == "Marked 0:12:00 closures at last\n"
    assert call.out("recording stop ada").startswith("Not recorded any more:")
    assert "mentordesk recording start" in call.refused("recording mark ada")
    assert "between the beginning of the call and now" in call.refused(
        "recording start --since 17:50"
    )
    assert "0:12:00 closures at last" in call.out("recording list ada")
