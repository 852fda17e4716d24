"""Which states of a text are kept while it is typed, and which are left when it is done."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.versions import EVERY, MOST, MUCH, Version, lost, thinned, worth_keeping

NOW = datetime(2026, 11, 26, 17, tzinfo=UTC)
LONG = "a line that has something to say\n" * 6


@pytest.mark.parametrize(
    ("before", "after", "ago", "kept"),
    [
        ("", "a", None, False),
        ("  \n", "a", None, False),
        ("a", "ab", None, True),
        ("a", "ab", timedelta(seconds=5), False),
        ("a", "ab", EVERY, True),
        ("a", "ab", -timedelta(minutes=1), True),
        (LONG, "", timedelta(seconds=5), True),
        (LONG, LONG + "more", timedelta(seconds=5), False),
    ],
)
def test_a_state_is_kept_now_and_then_and_before_much_is_lost(
    before: str, after: str, ago: timedelta | None, kept: bool
) -> None:
    last = None if ago is None else NOW - ago
    assert worth_keeping(before, after, last, NOW) is kept


def test_a_line_that_goes_on_is_not_lost_and_one_that_is_struck_is() -> None:
    assert lost("so", "so it is") == 0
    assert lost("so\nit", "it") == len("so")
    assert lost(LONG, "") > MUCH


def versions(*bodies: str) -> list[Version]:
    return [Version(str(n), NOW + n * EVERY, body) for n, body in enumerate(bodies)]


def test_what_later_states_say_too_is_not_kept_of_a_finished_text() -> None:
    assert thinned(versions("a", "a\nb", "a\nb\nc"), "a\nb\nc") == []
    left = thinned(versions("a", "a\nsecret plan", "a"), "a\nc")
    assert [one.body for one in left] == ["a\nsecret plan"]


texts = st.lists(st.sampled_from(["a", "bb", "ccc", "d d d", ""]), max_size=6).map("\n".join)


@given(st.lists(texts, max_size=30), texts)
def test_no_line_that_was_ever_there_is_lost_while_there_is_room(
    bodies: list[str], final: str
) -> None:
    left = thinned(versions(*bodies), final)
    assert len(left) <= MOST
    assert sorted(left, key=lambda one: one.at) == left
    told = {line for body in (final, *(one.body for one in left)) for line in body.splitlines()}
    if len(left) < MOST:
        for body in bodies:
            assert all(any(t.startswith(line) for t in told) for line in body.splitlines() if line)
