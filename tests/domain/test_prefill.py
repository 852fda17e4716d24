"""Filling closing questions from the notes, and knowing a thing again in an answer."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentordesk.domain.playbook import Question
from mentordesk.domain.prefill import Made, filled, likeness, offered, recognised

ASKED = [
    Question("did", "What did we do?", "recap"),
    Question("promises", "Who promised what?", "action"),
    Question("task", "What is the task?", "task"),
    Question("watch", "What to look out for?", "opportunity"),
    Question("next", "When next?", "next"),
    Question("more", "Who promised more?", "action"),
]
NOTES = [
    Made("1", "action", "read", "@ada read by fri", "mentee"),
    Made("2", "action", "intro", "intro", "me"),
    Made("3", "action", "push lab 7", "@ada push lab 7", "mentee"),
    Made("4", "opportunity", "a grant", "a grant"),
    Made("5", "recap", "loops", "loops"),
    Made("6", "action", "sent it", "sent it", "me", is_open=False),
    Made("7", "question", "why", "why"),
]


def test_each_question_gets_what_fits_it_once() -> None:
    answers = {key: filled(made) for key, made in offered(ASKED, NOTES).items()}
    assert answers == {
        "task": "push lab 7",
        "did": "loops",
        "promises": "@ada read by fri\nintro",
        "watch": "a grant",
        "next": "",
    }


def test_without_a_task_asked_for_their_promise_is_among_the_others() -> None:
    asked = [one for one in ASKED if one.becomes != "task"]
    assert filled(offered(asked, NOTES)["promises"]) == "@ada read by fri\nintro\n@ada push lab 7"


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (["@ada read by fri", "intro"], ["1", "2"]),
        (["intro", "@Ada  READ by fri"], ["2", "1"]),
        (["@ada read it by fri", "something else"], ["1", ""]),
        (["call Bob"], [""]),
        (["@ada push lab 7"], ["3"]),  # not offered here, and yet the same thing
        (["@ada push lab 7 and 8"], [""]),  # not offered here: reworded is not said
        (["intro", "intro"], ["2", "2"]),
        (["read", "@ada read by fri"], ["", "1"]),
        (["sent it"], ["6"]),
        (["@ada read by friand write a test for chapter four"], ["1"]),  # typed on, no blank
        (["please do @ada read by fri"], ["1"]),  # typed before it
        (["@ada read, mark, learn and inwardly digest it all by fri"], ["1"]),  # typed into it
        (["introduce her to the people of the robotics club"], [""]),
    ],
)
def test_a_line_is_the_thing_it_says(lines: Sequence[str], ids: Sequence[str]) -> None:
    offer = offered(ASKED, NOTES)["promises"]
    found = recognised(lines, offer, [one for one in NOTES if one.kind == "action"])
    assert [one.id if one else "" for one in found] == ids


def test_two_lines_of_the_same_words_are_two_things() -> None:
    twins = [Made("1", "recap", "again", "again"), Made("2", "recap", "again", "again")]
    found = recognised(["again", "again"], twins, twins)
    assert {one.id for one in found if one} == {"1", "2"}


_LINES = some.lists(some.text("ab c", min_size=1, max_size=6), max_size=6)


@given(notes=_LINES, answer=_LINES)
def test_no_two_lines_are_one_thing_unless_they_say_the_same(
    notes: list[str], answer: list[str]
) -> None:
    made = [Made(str(n), "recap", line, line) for n, line in enumerate(notes)]
    found = recognised(answer, made, made)
    assert len(found) == len(answer)
    claims: dict[str, set[str]] = {}
    for line, one in zip(answer, found, strict=True):
        if one:
            claims.setdefault(one.id, set()).add(" ".join(line.split()))
            assert " ".join(line.split()) == " ".join(one.said.split()) or (
                likeness(line, one.said) >= 0.5
            )
    assert all(len(lines) == 1 for lines in claims.values())
