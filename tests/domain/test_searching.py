"""Words and filters of a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal
from mentordesk.domain.searching import Asked, audience_meant, kinds_meant, quoted, read_search


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("generators click", Asked("generators click")),
        ("who:ada", Asked("", ["ada"])),
        ("talk WHO:ada,Ben kind:Win", Asked("talk", ["ada", "Ben"], ["win"])),
        ("kind:win kind:stuck", Asked("", [], ["win", "stuck"])),
        ('from:"1 oct" talk', Asked("talk", since="1 oct")),
        ("from:mon from:tue", Asked("", since="tue")),
        ("audience:Me who:", Asked("", audience="me")),
        ("https://example.org std::sort", Asked("https://example.org std::sort")),
        ('she said "no', Asked('she said "no')),
        ('who:ada "no', Asked("no", ["ada"])),
        ('who:ada it\'s "so so"', Asked("it's so so", ["ada"])),
    ],
)
def test_words_are_parted_from_filters(typed: str, asked: Asked) -> None:
    found = read_search(typed)
    assert found._replace(who=list(found.who), kinds=list(found.kinds)) == asked._replace(
        who=list(asked.who), kinds=list(asked.kinds)
    )


@given(st.text())
def test_whatever_is_typed_is_read(typed: str) -> None:
    asked = read_search(typed)
    assert set(asked.words.replace(" ", "")) <= set(typed)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("from:1 oct", 'from:"1 oct"'),
        ("from:mon", "from:mon"),
        ("two words", "two words"),
        ("note: this one", "note: this one"),
    ],
)
def test_a_word_of_the_shell_keeps_its_blanks(word: str, said: str) -> None:
    assert quoted(word) == said
    assert " ".join(filter(None, read_search(said)[::3])) == word.removeprefix("from:")


def test_kinds_and_readers_are_meant_by_their_beginning() -> None:
    known = ["win", "wish", "action", "plan"]
    assert kinds_meant(["wi", "promise", "plan"], known) == ["win", "wish", "action", "plan"]
    with pytest.raises(Refusal, match="There are: action, plan, win, wish"):
        kinds_meant(["wins"], known)
    assert [audience_meant(one) for one in ("", "me", "coord", "p")] == [
        "",
        "me",
        "coordinator",
        "public",
    ]
    with pytest.raises(Refusal, match="Use me, mentee, coordinator, public"):
        audience_meant("all")
