"""Owners whom nobody knows: what is said of them, and whom they may mean."""

import pytest

from mentordesk.domain.owners import Stranger, called, meant

NAMES = ["ada", "grace", "li"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ada", "ada"),
        ("adatime", "ada"),
        ("grcae", "grace"),
        ("gracie", "grace"),
        ("library", ""),  # two letters are the beginning of many a word
        ("network", ""),
        ("", ""),
    ],
)
def test_a_slip_of_the_fingers_means_a_name(typed: str, name: str) -> None:
    assert meant(typed, NAMES) == name


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("[ ] ada: push lab 7", "ada"),
        ("- [x] ada:", "ada"),
        ("[ ] @ada: push lab 7", ""),
        ("[ ] push: lab 7", "push"),
        ("[ ] push lab 7: now", ""),
        ("ada: push", ""),
        ("[ ] look at https://example.org", ""),
        ("[ ] https://example.org", ""),
    ],
)
def test_a_name_before_a_colon_names_nobody(line: str, word: str) -> None:
    assert called(line) == word


@pytest.mark.parametrize(
    ("stranger", "says"),
    [
        (Stranger("adatime", "ada"), "@adatime is nobody you know: @ada?"),
        (Stranger("bob"), "@bob is new here: somebody else's promise"),
        (Stranger("ada:", "ada"), "“ada:” makes it your own promise: write @ada"),
    ],
)
def test_what_is_said_has_the_next_step(stranger: Stranger, says: str) -> None:
    assert stranger.says == says
