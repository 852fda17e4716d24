"""Handles that can be typed, and finding the one person that is meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.people import (
    Mentee,
    Mentorship,
    Relation,
    check_handle,
    find,
    new_handle,
)
from mentordesk.domain.text import clean


def relation(
    name: str, handle: str, playbook: str = "wealljs", status: str = "active", year: int = 2026
) -> Relation:
    """Somebody in a mentorship."""
    mentorship = Mentorship(f"s-{handle}-{playbook}-{year}", playbook, status, date(year, 1, 1))
    return Relation(Mentee(f"m-{handle}", name, handle), mentorship)


ADA = relation("Ada Obi", "ada")
ADAM = relation("Adam Okoye", "adam")
BEN = relation("Ben Lund", "ben", "one-to-one")
ZOE = relation("Zoë Ångström", "zoe")
EVERYBODY = [ADA, ADAM, BEN, ZOE]


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Ada Obi", [], "ada"),
        ("Ada Obi", ["ada"], "ada-obi"),
        ("Ada Obi", ["ada", "ada-obi"], "ada2"),
        ("Ada Obi", ["ada", "ada-obi", "ada2"], "ada3"),
        ("Ada", ["ada"], "ada2"),
        ("Ada Maria Obi", ["ada", "ada-maria"], "ada-maria-obi"),
        ("Zoë Ångström", [], "zoe"),
        ("李雷", [], "mentee"),
        ("李雷", ["mentee"], "mentee2"),
        ("O'Neill", [], "o-neill"),
        ("  ", [], "mentee"),
        ("A" * 100, [], "a" * 24),
    ],
)
def test_a_handle_is_made_of_the_name(name: str, taken: list[str], handle: str) -> None:
    assert new_handle(name, taken) == handle


@given(name=st.text(max_size=60), taken=st.lists(st.sampled_from(["ada", "mentee", "a", "b-c"])))
def test_a_handle_that_was_made_can_be_set_too(name: str, taken: list[str]) -> None:
    handle = new_handle(name, taken)
    assert check_handle(handle, taken) == handle


@pytest.mark.parametrize(
    ("handle", "hint"),
    [("Ada", "for example ada"), ("ada obi", "for example ada-obi"), ("-", "Use a–z"), ("", "Use")],
)
def test_a_handle_that_cannot_be_typed_is_refused_with_one_that_can(handle: str, hint: str) -> None:
    with pytest.raises(Refusal, match=hint):
        check_handle(handle, [])


def test_a_taken_handle_is_refused() -> None:
    with pytest.raises(Refusal, match=r"ada is taken. Choose another with --handle"):
        check_handle("ada", ["ada"])


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("ada", ADA),
        ("ADA", ADA),
        (" ada ", ADA),
        ("adam", ADAM),
        ("b", BEN),
        ("be", BEN),
        ("Ben Lund", BEN),
        ("lund", BEN),
        ("lu", BEN),
        ("zoë", ZOE),
        ("ZOË", ZOE),
        ("Zoe\u0308", ZOE),  # the same letter, put together by hand
        ("zoe", ZOE),
        ("ång", ZOE),
        ("ada/wealljs", ADA),
        ("ada/we", ADA),
        ("Ada Obi / WeAllJS", ADA),
    ],
)
def test_a_handle_a_beginning_or_a_name_finds_somebody(typed: str, who: Relation) -> None:
    assert find(typed, EVERYBODY) == who


@pytest.mark.parametrize("typed", ["", " ", "/", "/wealljs", "nobody", "ada/other", "da", "%", "_"])
def test_what_names_nobody_is_refused_with_where_to_look(typed: str) -> None:
    with pytest.raises(Refusal, match="See everyone with: mentordesk mentee list"):
        find(typed, EVERYBODY)


def test_a_near_miss_is_asked_about() -> None:
    with pytest.raises(Refusal, match=r"Nobody answers to “aad”. Did you mean ada or adam\?"):
        find("aad", EVERYBODY)
    with pytest.raises(Refusal, match=r"Did you mean ben\?"):
        find("benn/one-to-one", EVERYBODY)


def test_an_empty_desk_says_how_to_add_somebody() -> None:
    with pytest.raises(Refusal, match="Add one with: mentordesk mentee add NAME"):
        find("ada", [])


def test_who_could_be_several_is_asked_about() -> None:
    with pytest.raises(Ambiguous) as asked:
        find("a", EVERYBODY)
    assert asked.value.choices == ("ada/wealljs", "adam/wealljs")
    assert "Say which" in asked.value.sentence


def test_every_choice_that_is_offered_can_be_typed() -> None:
    twins = [relation("Ada", "ada"), relation("Ada", "ada2"), relation("Ada", "ada-ada")]
    with pytest.raises(Ambiguous) as asked:
        find("Ada", twins)
    assert [find(choice, twins).address for choice in asked.value.choices] == [*asked.value.choices]
    assert find("ada", twins).mentee.handle == "ada"


def test_without_a_programme_the_running_mentorship_is_meant() -> None:
    then = relation("Ada Obi", "ada", "wealljs", "completed", 2024)
    now = relation("Ada Obi", "ada", "one-to-one", "active")
    assert find("ada", [then, now]) == now
    assert find("ada", [now, then]) == now
    assert find("ada/wealljs", [then, now]) == then
    paused = relation("Ada Obi", "ada", "one-to-one", "paused")
    assert find("ada", [then, paused]) == paused


def test_of_finished_mentorships_the_last_is_meant() -> None:
    first = relation("Ada Obi", "ada", "wealljs", "completed", 2024)
    last = relation("Ada Obi", "ada", "one-to-one", "exited", 2025)
    assert find("ada", [first, last]) == last


def test_two_running_mentorships_are_asked_about() -> None:
    both = [relation("Ada Obi", "ada", playbook) for playbook in ("wealljs", "one-to-one")]
    with pytest.raises(Ambiguous) as asked:
        find("ada", both)
    assert asked.value.choices == ("ada/one-to-one", "ada/wealljs")


@given(typed=st.text(max_size=20))
def test_whatever_is_typed_finds_somebody_or_is_refused(typed: str) -> None:
    try:
        assert find(typed, EVERYBODY) in EVERYBODY
    except Refusal as refusal:
        assert refusal.sentence.endswith((".", "list", "?"))
        assert refusal.sentence == clean(refusal.sentence)
