"""A programme nobody has thought of is a file: copied, its words and numbers changed, and used."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell

CHANGES = {
    'slug = "wealljs"': 'slug = "harbour"',
    'title = "WeAllJS"': 'title = "Harbour Lights"',
    'programme = "WeAllJS mentorship programme"': 'programme = "Harbour Lights, letter by letter"',
    "every_weeks = 1\n": "every_weeks = 2\n",
    "minutes = 60\nat_least = true": "minutes = 50\nat_least = false",
    "reserve = 15 ": "reserve = 8 ",
    "reserve = 10 ": "reserve = 8 ",
    "wait_minutes = 10": "wait_minutes = 3",
    "silence_days = 14": "silence_days = 5",
    "prep_days = 1 ": "prep_days = 2 ",
    "max = 2\n": "max = 1\n",
    'title = "Goals and how to measure"': 'title = "Which boat are we building?"',
    'ask = "What will the mentee concentrate on until we meet again?"': (
        'ask = "Which plank comes next?"'
    ),
    'title = "The month, and new targets"\nkind = "review"\nby = "both"\nevery_months = 1': (
        'title = "Sound the hull"\nkind = "check-in"\nby = "both"\nweekday = "monday"\n'
        "every_weeks = 1\nquiet_ok = true"
    ),
}
"""What the mentor changes in the copy: no line of code among it."""


@pytest.fixture
def harbour(shell: Shell, home: Path) -> Shell:
    """A desk whose mentor has written a programme of their own, as docs/playbooks.md tells."""
    shell("playbook copy wealljs")
    copied = home / "playbooks" / "wealljs.toml"
    text = copied.read_text("utf-8")
    copied.unlink()
    for old, new in CHANGES.items():
        assert old in text, old
        text = text.replace(old, new)
    (home / "playbooks" / "harbour.toml").write_text(text, "utf-8")
    return shell


@pytest.fixture
def kim(harbour: Shell) -> Shell:
    """Kim, who has begun under it, with a slot in five minutes."""
    harbour.at("2026-11-23 09:00 Europe/Berlin")
    harbour("mentee add Kim Vale --playbook harbour")
    harbour("slot set kim --weekly tue 18:00")
    harbour.at("2026-11-24 17:55 Europe/Berlin")
    return harbour


def test_it_is_whole_and_stands_beside_the_six(harbour: Shell, home: Path) -> None:
    assert "Harbour Lights, every 2 weeks, 50 min" in harbour.out(
        f"playbook check {home / 'playbooks' / 'harbour.toml'}"
    )
    listed = harbour.out("playbook list")
    assert "Harbour Lights" in listed
    assert "WeAllJS" in listed
    shown = harbour.out("playbook show harbour")
    assert "Which boat are we building?" in shown
    assert "Sound the hull" in shown


def test_its_numbers_and_words_drive_the_call(kim: Shell) -> None:
    agenda = kim.out("session agenda kim")
    assert "Which boat are we building?" in agenda
    assert "Goals and how to measure" not in agenda
    kim("session start kim")
    assert "Which plank comes next?" in kim.out("session answer kim")
    kim("session answer kim focus 'the keel'")
    kim.at("2026-11-24 18:46 Europe/Berlin")
    kim("session close kim --next confirm")
    assert "the keel" in kim.out("session recap kim")
    kim.at("2026-12-08 17:55 Europe/Berlin")
    assert "the keel" in kim.out("session agenda kim")


def test_its_clock_has_its_own_length_and_reserve(kim: Shell) -> None:
    kim("mentee edit kim --tz Europe/Berlin")
    kim("session start kim")
    kim.at("2026-11-24 18:41 Europe/Berlin")
    assert kim.out("status --format '{phase}'").strip() == "work"
    kim.at("2026-11-24 18:43 Europe/Berlin")
    assert kim.out("status --format '{phase}'").strip() == "wrap-up"


def test_its_dates_and_thresholds_drive_today(kim: Shell) -> None:
    kim.at("2026-11-30 09:00 Europe/Berlin")
    due = kim.out("today")
    assert "Sound the hull: Kim Vale" in due
    assert "the playbook says 5" in due
    kim("milestone done kim review")
    kim("log kim mail 5m 'asked how things are'")
    after = kim.out("today")
    assert "Sound the hull" not in after
    assert "the playbook says 5" not in after
    kim.at("2026-12-07 09:00 Europe/Berlin")
    assert "Sound the hull: Kim Vale" in kim.out("today")
    kim.at("2026-12-06 09:00 Europe/Berlin")
    assert "prepare the call with Kim Vale" in kim.out("today")
