"""Slots of every kind from the shell, and the status line's format."""

import pytest
from tests.cli.shell import Shell


def test_slots_of_every_kind(ada: Shell) -> None:
    ada("mentee add Ben Lund --tz America/New_York")
    said = ada.out("slot set ben --monthly -1th 18:00 --minutes 30 --place 'Room 4'")
    assert "Ben Lund: the last Thursday of every month, 18:00 Berlin, 30 min" in said
    assert "Thu 26 Nov 18:00 12:00 New York" in _plain(said)
    said = ada.out("slot set ben --weekly mon,wed 9:00 --every 2 --tz America/New_York --count 4")
    assert "every 2 weeks on Monday and Wednesday, 09:00 New York, 45 min" in said
    assert "Wed 25 Nov 15:00 09:00 New York" in _plain(said)
    said = ada.out("slot set ben --monthly 15 0:30 --tz Asia/Tokyo --until 'in 6 months'")
    assert "Mon 14 Dec 16:30 10:30 New York" in _plain(said)


def _plain(said: str) -> str:
    return " ".join(said.split())


def test_weeks_in_which_the_clocks_differ_are_told(ada: Shell) -> None:
    ada("mentee add Ben Lund --tz America/New_York")
    ada("slot set ben --weekly wed 18:00")
    warning = "! from Wed 17 Mar 2027 on: 18:00 for you, 13:00 there"
    assert warning in ada.out("slot preview ben --weeks 20")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{name}", "Ada Obi"),
        ("{who} {state} {left} {start}-{end}", "ada/wealljs next 5 18:00-19:00"),
        ('{{"text": "{in}"}}', '{"text": "in 5 min"}'),
        ("#{session} {name}{", None),
        ("no places", "no places"),
        ("{", "{"),
    ],
)
def test_status_fills_a_format(ada: Shell, template: str, line: str | None) -> None:
    result = ada.run(["status", "--format", template], code=None)
    assert (result.exit_code, result.stdout) == ((1, "") if line is None else (0, f"{line}\n"))


def test_status_is_empty_when_there_is_nothing(shell: Shell) -> None:
    assert shell.out("status") == "\n"
    assert shell.out("status --format '{name}'") == "\n"


def test_status_follows_the_running_call(ada: Shell) -> None:
    ada.at("2026-11-24 18:00 Europe/Berlin")
    ada("session start ada")
    seen = []
    for minute in ("18:20", "18:52", "19:00", "19:07"):
        ada.at(f"2026-11-24 {minute} Europe/Berlin")
        seen.append(ada.out("status").strip())
    assert seen == [
        "Ada Obi 40 min left (work)",
        "Ada Obi 8 min left (wrap-up)",
        "Ada Obi 0 min left (over)",
        "Ada Obi over by 7 min",
    ]
