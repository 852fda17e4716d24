"""The ways from the command line into the desk on screen, with the screen itself stood in for."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell

from mentordesk.cli import output
from mentordesk.desk import Desk
from mentordesk.settings import Settings
from mentordesk.tui import app

Opened = list[tuple[Path, str, list[str]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal, and a screen that only notes the store, the call and the people it was given."""
    seen: Opened = []
    answers = ["demo", ""]

    def run_desk(
        desk: Desk, settings: Settings, start: str = "today", call: str = "", share: str = ""
    ) -> str:
        assert not desk.read_only
        where = f"{call} shared with {share}" if share else call
        seen.append((Path(desk.store.path), where, [line.name for line in desk.pages.people()]))
        return answers.pop(0) if not desk.pages.people() else ""

    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setattr(app, "run_desk", run_desk)
    return seen


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("", ""),
        ("call", "ada/wealljs"),
        ("call ada", "ada/wealljs"),
        ("call ben", "ben/one-to-one"),
        ("call ben --share", "ben/one-to-one shared with ben/one-to-one"),
        ("--share", " shared with nobody"),
        ("--share ada", " shared with ada"),
    ],
)
def test_the_desk_opens_where_it_was_asked_to(
    ada: Shell, opened: Opened, line: str, call: str
) -> None:
    ada("mentee add Ben Lund")
    ada(line)
    assert opened == [(ada.home / "desk.db", call, ["Ada Obi", "Ben Lund"])]


def test_a_screen_is_shared_only_with_somebody_there_is(ada: Shell, opened: Opened) -> None:
    assert "Zoe" in ada.refused("--share Zoe")
    assert "--share is for the desk on screen." in ada.refused("--share ada next")
    assert not opened


def test_no_call_is_started_days_before_it_is_due(ada: Shell, opened: Opened) -> None:
    ada.at("2026-11-22 10:00 Europe/Berlin")
    assert ada.refused("call") == (
        "The next call is with Ada Obi, Tue 24 Nov 18:00."
        " Start one now with: mentordesk call ada/wealljs"
    )
    ada("session start ada")
    ada("call")
    assert opened[0][1] == "ada/wealljs"


def test_nothing_to_call_is_said(shell: Shell, opened: Opened) -> None:
    assert "No call is running and none is planned." in shell.refused("call")


def test_the_demo_is_thrown_away_and_the_real_desk_untouched(ada: Shell, opened: Opened) -> None:
    ada("demo")
    store, _, names = opened[0]
    assert "Ada Obi" in names
    assert len(names) > 3
    assert not store.parent.exists()
    assert ada.out("mentee list").count("\n") == 1


def test_who_asks_for_the_demo_on_the_welcome_screen_gets_it(
    newcomer: Shell, opened: Opened
) -> None:
    newcomer("")
    (own, _, nobody), (demo, _, names) = opened
    assert (own, nobody) == (newcomer.home / "desk.db", [])
    assert demo != own
    assert len(names) > 3


def test_a_demo_is_written_into_a_folder_of_ones_own(
    newcomer: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "look around"
    said = newcomer.out(f"demo --into '{folder}'")
    assert f"MENTORDESK_HOME='{folder}' mentordesk" in said
    assert f"{folder} is not empty." in newcomer.refused(f"demo --into '{folder}'")
    monkeypatch.setenv("MENTORDESK_HOME", str(folder))
    assert "next:" in newcomer.out("today")
    assert not (newcomer.home / "desk.db").exists()


def test_a_folder_that_cannot_be_made_is_refused(newcomer: Shell) -> None:
    assert "/dev/null/demo" in newcomer.refused("demo --into /dev/null/demo")
