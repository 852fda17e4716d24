"""Text that is safe to store and safe to show."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import cells, clean, clip, fitted, one_line, slug

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\x9d\x90\x07\x9c[]0;m\\P_^X \n\r\u202e"), max_size=80
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("Zoë 李雷 🎓 עברית", "Zoë 李雷 🎓 עברית"),
        ("👩🏽‍💻 joined", "👩🏽‍💻 joined"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[1;38;5;196mbold", "bold"),
        ("\x1b[2J\x1b[Hgone", "gone"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]52;c;aGk=\x07copied", "copied"),
        ("\x1bP1$r0m\x1b\\dcs", "dcs"),
        ("\x9d0;title\x9ctext", "text"),
        ("\x1bcreset", "reset"),
        ("\x1b(0line", "line"),
        ("\x1b", ""),
        ("\x1b[", ""),
        ("\x1b\x1b[0m[31m", "[31m"),
        ("a\x00b\x07c\x08d\x7fe", "abcde"),
        ("\ufeffmark", "mark"),
        ("user\u202egpj.exe\u202c", "usergpj.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("half \ud83d pair", "half  pair"),
    ],
)
def test_escapes_and_controls_go_and_words_stay(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "before \x1b]0;never ended, and all\nthat follows",
        "before \x1bPnever ended, and all\nthat follows",
        "before \x9dnever ended, and all\nthat follows",
    ],
)
def test_an_escape_that_never_ends_swallows_no_words(text: str) -> None:
    assert clean(text).endswith("never ended, and all\nthat follows")


@given(text=HOSTILE)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not CONTROL.search(clean(text))
    assert clean(clean(text)) == clean(text)


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=80))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(text=HOSTILE)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


@given(text=HOSTILE, width=st.integers(0, 30))
def test_a_clipped_text_fits_and_says_so(text: str, width: int) -> None:
    line = clip(text, width)
    assert len(line) <= width
    assert line == one_line(text) or line == one_line(text)[: width - 1].rstrip() + "…" or not line


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ada Obi", "ada-obi"),
        ("  Zoë -- Ångström ", "zoe-angstrom"),
        ("李雷", ""),
        ("a" * 30, "a" * 24),
        ("aaaaaaaaaaaaaaaaaaaaaaa bbb", "a" * 23),
    ],
)
def test_a_slug_can_be_typed(text: str, word: str) -> None:
    assert slug(text) == word


@pytest.mark.parametrize("many", ["\x1b]", "\x9d", "\x1b[", "\x1bP", "\x90", "\r", "\x1b]0;x"])
def test_a_megabyte_of_them_is_cleaned_at_once(many: str) -> None:
    assert not CONTROL.search(clean(many * (200_000 // len(many)) + "end"))


def test_a_refusal_shows_nothing_that_a_terminal_obeys() -> None:
    refusal = Refusal("“\x1b]0;owned\x07ada\n\u202e” is no zone.")
    assert refusal.sentence == str(refusal) == "“ada ” is no zone."


@pytest.mark.parametrize(
    ("text", "room", "line"),
    [
        ("short", 5, "short"), ("longer", 5, "long…"), ("千尋", 4, "千尋"), ("千尋千", 4, "千…"),
        ("a b\nc", 5, "a b c"), ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"), ("x", 0, ""),
    ],
)  # fmt: skip
def test_a_line_is_cut_by_the_cells_it_takes(text: str, room: int, line: str) -> None:
    assert fitted(text, room) == line
    assert cells(line) <= room
