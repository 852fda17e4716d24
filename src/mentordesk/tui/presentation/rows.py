"""A row of a list: pieces of text with the part each plays, fitted to terminal cells."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from mentordesk.domain.text import clean, one_line

Seg = tuple[str, str]
"""Text and its part: '' for plain, or one of PARTS."""

PARTS = ("dim", "warn", "accent", "strong", "good", "key", "heading", "rule", "tab")
_LONGEST = 4000  # no line shows more; what is longer is not worth measuring


class Row(NamedTuple):
    """One line. `key` names the thing for its screen; '' is a line the cursor passes over.

    `right` is flush right and wins over `left` when both do not fit.
    """

    key: str
    left: Sequence[Seg]
    right: Sequence[Seg] = ()
    heading: bool = False

    @property
    def kind(self) -> str:
        """What sort of thing the key names: `action` of `action:4f2c`."""
        return self.key.partition(":")[0]

    @property
    def ref(self) -> str:
        """The id or address in the key: `4f2c` of `action:4f2c`."""
        return self.key.partition(":")[2]


def heading(title: str, right: str = "") -> Row:
    """A rule with a word in it, to part one group of rows from the next."""
    left = [("── ", "rule"), (one_line(title) + " ", "heading")]
    return Row("", left, [(right, "dim")] if right else (), heading=True)


def plain(text: str, part: str = "", key: str = "") -> Row:
    """A row of one piece of text."""
    return Row(key, [(one_line(text[:_LONGEST]), part)])


def blank() -> Row:
    """An empty line."""
    return Row("", ())


def fit(text: str, cells: int) -> str:
    """Text on one line in at most `cells` terminal cells, `…` where something was cut."""
    line = one_line(text[:_LONGEST])
    if cell_len(line) <= cells:
        return line
    return set_cell_size(line, max(cells - 1, 0)).rstrip() + "…" if cells > 0 else ""


def pad(text: str, cells: int) -> str:
    """Text on one line in exactly `cells` terminal cells."""
    line = fit(text, cells)
    return line + " " * (cells - cell_len(line))


def wrap(text: str, cells: int) -> list[str]:
    """Text in lines of at most `cells` cells, broken at blanks; its own line breaks are kept."""
    return [
        line for paragraph in clean(text).split("\n") for line in _wrapped(paragraph, max(cells, 1))
    ]


def _wrapped(paragraph: str, cells: int) -> Iterable[str]:
    words = [piece for word in paragraph.split() for piece in chop_cells(word, cells)]
    line = ""
    for word in words:
        if line and cell_len(line) + 1 + cell_len(word) > cells:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def hanging(key: str, mark: Seg, text: str, cells: int, part: str = "") -> list[Row]:
    """A marked thing over as many rows as its text needs; the cursor stops on the first."""
    indent = " " * cell_len(mark[0])
    first, *rest = wrap(text, cells - len(indent))
    return [
        Row(key, [mark, (first, part)]),
        *(Row("", [(indent + line, part)]) for line in rest),
    ]


def shown(row: Row, cells: int) -> list[Seg]:
    """The pieces of a row in exactly `cells` cells; control characters never get through.

    One cell at least stays free between the two sides.
    """
    right = [(_safe(text), part) for text, part in row.right]
    if right:
        right.insert(0, (" ", "rule" if row.heading else ""))
    room = cells - sum(cell_len(text) for text, _ in right)
    if room < 8 and right:
        right, room = [], cells
    left: list[Seg] = []
    for text, part in row.left:
        piece = _safe(text)
        width = cell_len(piece)
        if width > room:
            piece = set_cell_size(piece, max(room - 1, 0)) + "…" if room > 0 else ""
            width = room
        left.append((piece, part))
        room -= width
    filler = ("─" * room, "rule") if row.heading else (" " * room, "")
    return [*left, filler, *right]


def _safe(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")
