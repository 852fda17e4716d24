"""Audiences are sets, never a ladder; the empty one is the mentor alone."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import KINDS, default_readers
from mentordesk.domain.plans import Action, Goal, Opportunity
from mentordesk.domain.readers import FOR_MENTEE, ME, OTHERS, audience, loaded, spoken, stored

EVERY = [frozenset(words) for n in range(4) for words in combinations(OTHERS, n)]


@pytest.mark.parametrize("readers", EVERY)
def test_an_audience_is_stored_and_read_back(readers: frozenset[str]) -> None:
    assert loaded(stored(readers)) == readers
    assert audience(readers) == readers


def test_every_audience_is_stored_in_a_way_of_its_own() -> None:
    assert len({stored(readers) for readers in EVERY}) == len(EVERY)
    assert stored(frozenset({"public", "mentee"})) == "mentee public"


@pytest.mark.parametrize(
    ("words", "readers"),
    [([], ME), (["me"], ME), (["mentee"], FOR_MENTEE), (["me", "mentee"], FOR_MENTEE)],
)
def test_me_stands_for_nobody_else(words: list[str], readers: frozenset[str]) -> None:
    assert audience(words) == readers


@given(word=st.text(max_size=12).filter(lambda word: word not in (*OTHERS, "me")))
def test_another_word_is_refused(word: str) -> None:
    with pytest.raises(Refusal, match=r"is no reader. Use me, mentee, coordinator or public."):
        audience(["mentee", word])


@pytest.mark.parametrize(
    ("readers", "words"),
    [
        (ME, "me"),
        (FOR_MENTEE, "mentee"),
        (frozenset({"coordinator", "mentee"}), "mentee + coordinator"),
    ],
)
def test_an_audience_has_a_name_for_a_badge(readers: frozenset[str], words: str) -> None:
    assert spoken(readers) == words


def test_what_nobody_says_a_reader_for_is_mostly_nobody_elses() -> None:
    shared = {kind for kind in KINDS if default_readers(kind) != ME}
    assert shared == {"question", "stuck", "win"}
    assert {default_readers(kind) for kind in shared} == {FOR_MENTEE}
    assert Action("", "", "").readers == Goal("", "", "").readers == FOR_MENTEE
    assert Opportunity("", "", "").readers == ME
