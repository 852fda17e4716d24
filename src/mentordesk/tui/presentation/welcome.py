"""The greeting of an empty desk, and its three doors."""

from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, wrap

GREETING = Row(
    "", [(" Welcome to mentordesk", "strong"), (" · one mentor's practice in one terminal", "")]
)
_ABOUT = (
    "Who is next and when, on both clocks; what was promised; the call itself with its clock, "
    "agenda and notes on one screen. Everything stays in one file on this machine."
)
DOORS = (
    ("add", "a", "Add my first mentee", "A name is enough. Then fix when you meet: tue 18:00."),
    ("demo", "d", "Look around a demo desk", "Made up, and thrown away when you leave it."),
    ("import", "i", "Import my notes", "A Markdown file with one # heading a person."),
)


def door_rows(look: Look) -> list[Row]:
    """What the desk is, and the ways in."""
    rows = [blank(), *(Row("", [(line, "")]) for line in wrap(_ABOUT, min(look.width - 4, 72)))]
    for key, letter, name, says in DOORS:
        left: list[Seg] = [(f"{letter}  ", "key"), (name, "strong")]
        rows += [blank(), Row(key, left), Row("", [("   " + says, "dim")])]
    return rows
