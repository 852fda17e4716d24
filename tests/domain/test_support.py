"""Names are taken out of what is sent, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.support import SOMEBODY, Person, anonymous
from mentordesk.domain.text import clean

ADA = Person("Ada Obi", "ada", "ada@example.org")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada is late.", "my mentee is late."),
        ("Ada Obi, ada obi and OBI", "my mentee, my mentee and my mentee"),
        ("mail ada@example.org now", "mail my mentee now"),
        ("the adapter in Canada", "the adapter in Canada"),
        ("(Ada)", "(my mentee)"),
        ("Ada's and Ada’s", "my mentee's and my mentee’s"),
        ("", ""),
    ],
)
def test_whole_words_are_replaced(text: str, told: str) -> None:
    assert anonymous(text, [ADA]) == told


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Zoë Kühn", "Zoe and KUHN", "my mentee and my mentee"),
        ("Zoe", "Zoë", "my mentee"),
        ("千尋", "昨日千尋は来た", "昨日my menteeは来た"),
        ("Jo-Ann Li", "Jo or Ann or Li, not li", "my mentee or my mentee or my mentee, not li"),
        ("Strauß", "STRAUSS", "my mentee"),
        ("O’Neil", "O’Neil", "my mentee"),
    ],
)
def test_names_of_every_script_are_known(name: str, text: str, told: str) -> None:
    assert anonymous(text, [Person(name)]) == told


TEXTS = st.text().map(clean)


@given(TEXTS, TEXTS, st.sampled_from(["Ada", "ada", "ADA OBI", "Obi", ADA.email, "ÁDA"]))
def test_no_name_is_left_whatever_stands_around_it(before: str, after: str, name: str) -> None:
    told = anonymous(f"{before} {name} {after}", [ADA])
    assert SOMEBODY in told
    assert f" {name} " not in f" {told} ".replace(SOMEBODY, "")


@given(st.text(alphabet="bcdefghjklmnpqrstuvwxyz .,;!", max_size=80))
def test_a_text_without_the_letters_of_a_name_stays_as_it_is(text: str) -> None:
    assert anonymous(text, [ADA]) == text
