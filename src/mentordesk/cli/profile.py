"""Who somebody is, as notes by their kind say it: background, interests, strengths and the like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.cli import output, words
from mentordesk.domain.notes import PROFILE
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.notes import Note

_WIDTH = 76


def print_profile(desk: "Desk", who: str) -> None:
    """Print a line for each note that says who somebody is, by kind; nothing when none does."""
    rows = [(PROFILE[note.kind], clip(note.body, _WIDTH)) for note in desk.words.profile(who)]
    if rows:
        output.say("Who they are")
        output.table(rows)


def print_notes(desk: "Desk", notes: Sequence["Note"]) -> None:
    """Print notes in full, each under its day."""
    for note in notes:
        output.say(f"  {words.day_words(note.at.astimezone(desk.tz).date(), desk.today())}")
        output.paragraph(note.body, indent=4)


def shape(desk: "Desk", who: str) -> list[dict[str, object]]:
    """The same in JSON."""
    return [{"kind": note.kind, "text": note.body} for note in desk.words.profile(who)]
