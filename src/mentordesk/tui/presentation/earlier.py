"""A mentee's earlier words in lines, for a pane beside the notes."""

from collections.abc import Sequence
from datetime import datetime

from mentordesk.domain.earlier import EarlierCall, EarlierPage
from mentordesk.domain.notes import Note
from mentordesk.domain.pages import Hit
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, heading, plain, wrap

_SET_OFF = str.maketrans("", "", "«»#")
NOTHING = "This is the first call: there is nothing earlier yet."


def earlier_rows(page: EarlierPage, look: Look) -> list[Row]:
    """What is open first, then call by call what the mentee has of it and, quietly, my own text."""
    rows: list[Row] = []
    for title, notes in (("stuck", page.stuck), ("questions", page.questions)):
        rows += [heading(title), *_marked(notes, look)] if notes else []
    for call in page.calls:
        rows += [*([blank()] if rows else []), *_call(call, look)]
    return rows or [plain(NOTHING, "dim")]


def _marked(notes: Sequence[Note], look: Look) -> list[Row]:
    return [row for note in notes for row in _lines(note.body, "", look, first="· ", hang="  ")]


def _call(call: EarlierCall, look: Look) -> list[Row]:
    day = words.day(look.here(call.at).date(), look.today)
    rows = [heading(f"{day} · call {call.number}")]
    rows += _lines(_without_title(call.recap), "", look)
    if call.own:
        rows += _lines(call.own, "dim", look, first="│ ", hang="│ ")
    return rows


def _without_title(recap: str) -> str:
    """A recap without its first heading, which says the day once more."""
    text = recap.strip()
    first, _, rest = text.partition("\n")
    return rest.strip() if first.startswith("# ") else text


def _lines(text: str, part: str, look: Look, first: str = "", hang: str = "") -> list[Row]:
    """Text in rows; headings of Markdown stand out, empty lines do not take a row each."""
    rows: list[Row] = []
    for line in filter(str.strip, text.split("\n")):
        look_of = "strong" if line.startswith("#") else part
        for at, piece in enumerate(wrap(line.lstrip("#").strip(), look.width - len(first))):
            rows.append(Row("", [(hang if at else first, "dim"), (piece, look_of)]))
    return rows


def found_rows(hits: Sequence[Hit], typed: str, look: Look) -> list[Row]:
    """What a search found: day and kind, below it the words around the match."""
    if not hits:
        return [plain(f"Nothing has “{typed.strip()}”.", "dim")]
    return [row for hit in hits for row in _hit(hit, look)]


def _hit(hit: Hit, look: Look) -> list[Row]:
    day = words.day(look.here(datetime.fromisoformat(hit.at)).date(), look.today)
    head: list[Seg] = [(day, "strong"), (f" {hit.kind}", "dim")]
    said = " ".join(hit.snippet.translate(_SET_OFF).split())
    lines = wrap(said, look.width - 2)[:3]
    return [Row("", head), *(Row("", [("  " + line, "")]) for line in lines)]
