"""An action plan as a table for others: GitHub's Markdown, or CSV for a table program.

It may be printed on a terminal: no cell holds what one would obey.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from mentordesk.domain.text import clean


def markdown_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in GitHub Flavored Markdown; Markdown inside a cell stays Markdown.

    A cell is one line there, so a line break becomes `<br>`, and a bar is escaped (GFM §4.10).
    """
    lines = [_line(titles), _line(["---"] * len(titles)), *map(_line, rows)]
    return "\n".join(lines) + "\n"


def csv_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same as CSV: commas, CRLF, quotes where a cell needs them (RFC 4180)."""
    paper = StringIO()
    cells = ([clean(cell) for cell in row] for row in (titles, *rows))
    csv.writer(paper, lineterminator="\r\n").writerows(cells)
    return paper.getvalue()


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_cell(one) for one in cells) + " |"


def _cell(text: str) -> str:
    return clean(text).strip().replace("|", "\\|").replace("\n", "<br>")
