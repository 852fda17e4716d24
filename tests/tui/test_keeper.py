"""When typed words are stored, and what becomes of two windows' texts."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal, StoreTrouble
from mentordesk.tui.widgets.keeper import AGAIN, LATEST, MARKER, SOON, Keeper, both_texts
from mentordesk.tui.widgets.kept import LONGEST_LINE, fold_long

NOW = datetime(2026, 11, 26, 17, tzinfo=UTC)


class Shelf:
    """A desk with one text, and a clock in seconds; `broken` refuses to store."""

    def __init__(self) -> None:
        self.text, self.ticks, self.stores, self.broken = "", 100.0, 0, False
        self.keeper = Keeper(self.store, lambda: self.text, lambda: self.ticks)

    def store(self, text: str) -> datetime:
        """Take the text."""
        if self.broken:
            raise StoreTrouble("The disk is full.")
        self.text, self.stores = text, self.stores + 1
        return NOW

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
    keeper = Keeper(lambda text: 1 // 0)  # type: ignore[arg-type, return-value]
    with pytest.raises(ZeroDivisionError):
        keeper.keep("words")


def test_a_desk_that_cannot_be_read_is_trouble_too() -> None:
    def read() -> str:
        raise Refusal("That session is gone.")

    keeper = Keeper(lambda text: NOW, read)
    assert keeper.keep("words") == "words"
    assert keeper.trouble == "That session is gone."


def test_control_characters_never_reach_the_desk() -> None:
    shelf = Shelf()
    assert shelf.keeper.keep("a\x1b[31mb\x07\r\nc") == "ab\nc" == shelf.text


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a", "a b", "a", "a b"),
        ("a", "a", "a\nb", "a\nb"),
        ("a", "a b", "a b", "a b"),
        ("a", "a\nmine", "a\ntheirs", f"a\nmine\n\n{MARKER}\ntheirs"),
        ("a\nb", "a\nb\nmine", "a", "a\nb\nmine"),
        ("yes", "yes\nmine", "yes\nyes", f"yes\nmine\n\n{MARKER}\nyes"),
        ("", "mine", "theirs", f"mine\n\n{MARKER}\ntheirs"),
        ("a\n", "a\nmine\n", "a\n\n \n", "a\nmine\n"),
    ],
)
def test_two_texts_become_one_that_has_both(base: str, mine: str, theirs: str, both: str) -> None:
    assert both_texts(base, mine, theirs) == both


texts = st.lists(st.sampled_from(["a", "b", "! c", "", "  "]), max_size=8).map("\n".join)


@given(texts, texts, texts)
def test_no_line_that_anybody_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    kept = Counter(both_texts(base, mine, theirs).split("\n"))
    written = Counter(theirs.split("\n")) - Counter(base.split("\n"))
    written += Counter(mine.split("\n")) - Counter(base.split("\n"))
    for line in written:
        assert not line.strip() or kept[line]
    if mine != base:
        assert all(kept[line] >= n for line, n in Counter(mine.split("\n")).items() if line.strip())


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 3 * LONGEST_LINE))
def test_folding_long_lines_loses_no_sign(pattern: str, length: int) -> None:
    text = (pattern * length)[: 3 * LONGEST_LINE]
    folded = fold_long(text)
    assert folded.replace("\n", "") == text.replace("\n", "")
    assert all(len(line) <= LONGEST_LINE for line in folded.split("\n"))
