"""What the notes of a call were before can be read and brought back, also after a restart."""

import pytest
from tests.builders import ada
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal

PLAN = "[ ] @ada the whole plan by fri\n" + "why it is the plan, in many words\n" * 6


def bodies(desk: Desk, session: str) -> list[str]:
    return [one.body for one in desk.calls.versions.of(session)]


def test_what_was_struck_by_mistake_comes_back_with_what_it_made(desk: Desk, clock: Clock) -> None:
    session = desk.calls.start(ada(desk).address).id
    desk.calls.save_notes(session, PLAN)
    clock.advance(seconds=5)
    desk.calls.save_notes(session, "oh no")
    assert desk.promises.list() == []
    assert bodies(desk, session) == [PLAN]
    clock.advance(seconds=5)
    desk.calls.versions.restore(session, desk.calls.versions.of(session)[0].id[:6])
    assert desk.pages.call_of(session).notes == PLAN
    assert [one.action.text for one in desk.promises.list()] == ["the whole plan"]
    assert bodies(desk, session)[0] == "oh no"


def test_typing_on_keeps_a_state_every_few_minutes(desk: Desk, clock: Clock) -> None:
    session = desk.calls.start(ada(desk).address).id
    text = ""
    for n in range(60):
        text += f"line {n}\n"
        desk.calls.save_notes(session, text)
        clock.advance(seconds=10)
    assert 3 <= len(bodies(desk, session)) <= 5


def test_when_the_call_is_over_only_what_tells_something_is_left(desk: Desk, clock: Clock) -> None:
    session = desk.calls.start(ada(desk).address).id
    for text in ("one", "one\ntwo", "one\ntwo\nher secret worry", "one\ntwo\nthree"):
        desk.calls.save_notes(session, text)
        clock.advance(minutes=4)
    desk.calls.close(session)
    assert bodies(desk, session) == ["one\ntwo\nher secret worry"]
    assert "secret" not in desk.recaps.page(session).leaves


def test_a_version_that_is_not_there_is_refused(desk: Desk) -> None:
    session = desk.calls.start(ada(desk).address).id
    with pytest.raises(Refusal, match="No version of these notes is called beef"):
        desk.calls.versions.restore(session, "beef")
