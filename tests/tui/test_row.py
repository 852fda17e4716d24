"""Rows are as wide as they are told, whatever is written in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mentordesk.tui.presentation.rows import Row, fit, hanging, heading, pad, shown, wrap

ANY = st.text(max_size=60)


def text_of(row: Row, cells: int) -> str:
    return "".join(text for text, _ in shown(row, cells))


@given(ANY, st.integers(0, 40))
def test_what_is_fitted_fits(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) <= cells
    assert cell_len(pad(text, cells)) == cells


@given(ANY, ANY, st.integers(10, 120), st.booleans())
def test_a_row_fills_its_width_exactly(left: str, right: str, cells: int, title: bool) -> None:
    row = Row("", [(left, "")], [(right, "dim")], title)
    line = text_of(row, cells)
    assert cell_len(line) == cells or cell_len(right) > cells
    assert not any(sign in line for sign in "\n\t\x1b\x9b\u202e")


@given(st.text("ab 千尋é", max_size=80), st.integers(2, 30))
def test_wrapping_loses_no_word_and_keeps_within(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("Ada", 5, "Ada"),
        ("Ada Obi", 5, "Ada…"),
        ("千尋千尋", 5, "千尋…"),
        ("a\x1b[31mb\nc", 9, "ab c"),
        ("", 3, ""),
        ("Ada", 0, ""),
    ],
)
def test_what_is_cut_says_so(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


def test_the_right_side_wins_when_both_do_not_fit() -> None:
    row = Row("", [("a long text on the left", "")], [("x Done", "dim")])
    assert text_of(row, 16) == "a long t… x Done"


def test_a_side_that_leaves_no_room_is_left_out() -> None:
    assert text_of(Row("", [("left", "")], [("a very long right", "")]), 20) == "left" + " " * 16


def test_a_heading_is_a_rule_with_a_word_in_it() -> None:
    assert text_of(heading("due"), 14) == "── due ───────"


def test_a_long_thing_hangs_under_its_mark_and_is_one_stop_for_the_cursor() -> None:
    rows = hanging("note:1", ("? ", "accent"), "when is a dataclass the right thing", 20)
    assert [text_of(row, 20).rstrip() for row in rows] == [
        "? when is a",
        "  dataclass the",
        "  right thing",
    ]
    assert [row.key for row in rows] == ["note:1", "", ""]


def test_a_key_says_what_kind_of_thing_it_is() -> None:
    row = Row("action:4f2c", ())
    assert (row.kind, row.ref) == ("action", "4f2c")
