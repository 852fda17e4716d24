"""A plan that was handed over can be read back cell by cell, by GitHub's rules and as CSV."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mentordesk.domain.text import clean
from mentordesk.reports.plan import csv_table, markdown_table

TITLES = ["Goal", "Steps of the mentee", "By when"]
TEXT = st.text(
    st.sampled_from("ab |\\`*_<>[]\"',;#\n\té漢") | st.characters(codec="utf-8"), max_size=40
)
CELLS = TEXT.map(lambda text: clean(text).strip()).filter(lambda text: "<br>" not in text)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4)


def read(markdown: str) -> list[list[str]]:
    """The cells of a table as a Markdown reader finds them, its title row first."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    cells = [token.content.replace("<br>", "\n") for token in tokens if token.type == "inline"]
    return [cells[at : at + 3] for at in range(0, len(cells), 3)]


@given(ROWS)
def test_a_markdown_reader_finds_the_same_cells(rows: list[list[str]]) -> None:
    assert read(markdown_table(TITLES, rows)) == [TITLES, *rows]


@given(ROWS)
def test_a_table_program_finds_the_same_cells(rows: list[list[str]]) -> None:
    found = list(csv.reader(StringIO(csv_table(TITLES, rows), newline=""), strict=True))
    assert found == [TITLES, *rows]


def test_csv_is_as_rfc_4180_has_it() -> None:
    assert csv_table(["a", "b"], [["x, y", 'say "hi"'], ["two\nlines", ""]]) == (
        'a,b\r\n"x, y","say ""hi"""\r\n"two\nlines",\r\n'
    )


def test_markdown_in_a_cell_stays_markdown() -> None:
    table = markdown_table(["Goal"], [["a [guide](https://example.org) | *now*\nor `a|b`"]])
    assert table.split("\n")[2] == ("| a [guide](https://example.org) \\| *now*<br>or `a\\|b` |")


def test_a_terminal_finds_nothing_to_obey() -> None:
    evil = "a\x1b]0;owned\x07\x1b[31mb\x9b2J"
    for table in (markdown_table([evil], [[evil]]), csv_table([evil], [[evil]])):
        assert table.split()[0].strip("| ") in ("", "ab")
        assert table.replace("\r\n", "").replace("\n", "").isprintable()
