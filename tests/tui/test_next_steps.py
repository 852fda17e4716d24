"""On screen a refusal names the key for its next step, where one is in reach."""

from pathlib import Path

import pytest

from mentordesk.tui.next_steps import STEPS, in_keys

DOCS = Path(__file__).parents[2] / "docs"
HINTS = {"person.start": "s Start call", "person.slot": "w Slot", "mentee.edit": "i Edit"}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Start one with: mentordesk session start ada", "Start one with: s (Start call)"),
        (
            "Set one: mentordesk slot set ada --weekly tue 18:00 --minutes 45",
            "Set one: w (Slot)",
        ),
        (
            "Give one: mentordesk mentee edit WHO --email ADDRESS. Then write.",
            "Give one: i (Edit). Then write.",
        ),
        (
            "It is a form. Ask: mentordesk survey done.",
            "It is a form. Ask: mentordesk survey done.",
        ),
        ("Take it back: mentordesk undo", "Take it back: mentordesk undo"),
        ("Nothing to do.", "Nothing to do."),
    ],
)
def test_a_command_is_its_key_where_that_is_in_reach(sentence: str, said: str) -> None:
    assert in_keys(sentence, HINTS) == said


def test_every_command_and_every_key_there_is() -> None:
    commands = (DOCS / "cli.md").read_text("utf-8")
    keys = (DOCS / "keys.md").read_text("utf-8")
    assert [one for one in STEPS if f"mentordesk {one}" not in commands] == []
    assert [one for one in STEPS.values() if f"`{one}`" not in keys] == []
