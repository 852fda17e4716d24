"""When typed words are stored."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import StoreTrouble
from mentordesk.tui.widgets.autosave import AGAIN, LATEST, SOON, Autosave
from mentordesk.tui.widgets.autosaved_area import LONGEST_LINE, fold_long

NOW = datetime(2026, 11, 26, 17, tzinfo=UTC)


class Shelf:
    """A desk with one text, and a clock in seconds; `broken` refuses to store."""

    def __init__(self) -> None:
        self.text, self.ticks, self.stores, self.broken = "", 100.0, 0, False
        self.keeper = Autosave(self.store, lambda: self.ticks)

    def store(self, base: str, text: str) -> tuple[str, datetime]:
        """Take the text."""
        if self.broken:
            raise StoreTrouble("The disk is full.")
        self.text, self.stores = text, self.stores + 1
        return text, NOW

    def typing(self, seconds: float, every: float = 0.1) -> float:
        """Type without a pause for a while; the longest that is left to wait at the end."""
        for _ in range(round(seconds / every)):
            self.keeper.typed()
            self.ticks += every
        return self.keeper.wait()


def test_a_single_key_is_stored_soon() -> None:
    shelf = Shelf()
    shelf.keeper.typed()
    assert shelf.keeper.wait() == pytest.approx(SOON)
    shelf.ticks += SOON
    assert shelf.keeper.wait() == pytest.approx(0)


def test_typing_without_a_pause_is_stored_within_a_second() -> None:
    assert LATEST <= 0.9
    assert Shelf().typing(0.8) == pytest.approx(LATEST - 0.8)
    assert Shelf().typing(5) < 0


def test_after_a_store_the_second_begins_anew() -> None:
    shelf = Shelf()
    shelf.typing(2)
    assert shelf.keeper.keep("words") == "words"
    shelf.keeper.typed()
    assert shelf.keeper.wait() == pytest.approx(SOON)
    assert (shelf.text, shelf.keeper.base, shelf.keeper.at) == ("words", "words", NOW)


def test_a_refusal_is_kept_with_the_words_and_asked_again_later() -> None:
    shelf = Shelf()
    shelf.broken = True
    shelf.keeper.typed()
    assert shelf.keeper.keep("words") == "words"
    assert (shelf.keeper.trouble, shelf.keeper.at, shelf.keeper.base) == (
        "The disk is full.",
        None,
        "",
    )
    shelf.typing(1)
    assert shelf.keeper.wait() == pytest.approx(AGAIN - 1)
    shelf.broken, shelf.ticks = False, shelf.ticks + AGAIN
    assert shelf.keeper.wait() < 0
    shelf.keeper.keep("words!")
    assert (shelf.keeper.trouble, shelf.text) == ("", "words!")


def test_only_refusals_are_caught() -> None:
    keeper = Autosave(lambda base, text: 1 // 0)  # type: ignore[arg-type, return-value]
    with pytest.raises(ZeroDivisionError):
        keeper.keep("words")


def test_control_characters_never_reach_the_desk() -> None:
    shelf = Shelf()
    assert shelf.keeper.keep("a\x1b[31mb\x07\r\nc") == "ab\nc" == shelf.text


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 3 * LONGEST_LINE))
def test_folding_long_lines_loses_no_sign(pattern: str, length: int) -> None:
    text = (pattern * length)[: 3 * LONGEST_LINE]
    folded = fold_long(text)
    assert folded.replace("\n", "") == text.replace("\n", "")
    assert all(len(line) <= LONGEST_LINE for line in folded.split("\n"))
