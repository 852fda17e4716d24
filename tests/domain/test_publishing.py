"""Whose name a calendar shows, in which form, and what a place gives away."""

import pytest

from mentordesk.domain.publishing import called, names_nobody


@pytest.mark.parametrize(
    ("name", "form", "shown"),
    [
        ("Ada Obi", "full", "Ada Obi"),
        ("Ada Obi", "handle", "ada"),
        ("Ada Obi", "initials", "AO"),
        ("ada  d’Arc-Obi", "initials", "AD"),
        ("佐藤 遥", "initials", "佐"),
        ("X", "initials", "X"),
        ("\x1b[31m(Ada)\n", "initials", "A"),
        ("…", "initials", "?"),
    ],
)
def test_somebody_goes_by_the_form_that_is_wanted(name: str, form: str, shown: str) -> None:
    assert called(name, "ada", form) == shown


def test_who_has_no_handle_goes_by_the_initials() -> None:
    assert called("Maya Lin", "", "handle") == "ML"


@pytest.mark.parametrize(
    ("place", "form", "may_stand"),
    [
        ("https://meet.example.org/ADA-weekly", "initials", False),
        ("https://meet.example.org/ada-weekly", "handle", True),
        ("https://meet.example.org/ada.obi", "handle", False),
        ("https://meet.example.org/ada.obi", "full", True),
        ("https://meet.example.org/xyz", "initials", True),
    ],
)
def test_a_place_that_names_somebody_is_hidden_with_the_name(
    place: str, form: str, may_stand: bool
) -> None:
    assert names_nobody(place, "Ada Obi", "ada", form) is may_stand
