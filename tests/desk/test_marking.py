"""A recording while it runs: since when, what stands still, which moments are marked."""

from datetime import timedelta

import pytest
from tests.builders import ada
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.sessions import Session


@pytest.fixture
def session(desk: Desk) -> Session:
    """A call with Ada that has just begun."""
    ada(desk)
    return desk.calls.start("ada")


def test_moments_lie_where_the_recording_has_them(
    desk: Desk, clock: Clock, session: Session
) -> None:
    clock.advance(5)
    desk.recordings.begin(session.id, since=clock.now - timedelta(minutes=3))
    clock.advance(10, seconds=14)
    assert desk.recordings.mark(session.id).offset == timedelta(minutes=13, seconds=14)
    desk.calls.pause(session.id)
    clock.advance(2)
    desk.recordings.stop(session.id)
    clock.advance(4)
    desk.recordings.begin(session.id)
    desk.calls.resume(session.id)
    desk.recordings.mark(session.id, " closures,\nat last ")
    (found,) = desk.recordings.list("ada")
    assert found.parts == ["0:13:14", "0:15:14 closures, at last"]
    assert found.runs
    assert desk.pages.call("ada").recorded
    clock.advance(30)
    desk.calls.close(session.id)
    (found,) = desk.recordings.list("ada")
    assert not found.runs
    assert found.spans[-1][1] == clock.now
    assert not desk.pages.call_of(session.id).recorded
    assert found.parts == ["0:13:14", "0:15:14 closures, at last"]


def test_who_is_told_is_told_once(desk: Desk, clock: Clock, session: Session) -> None:
    desk.recordings.begin(session.id, told=True)
    assert desk.recordings.list("ada")[0].told_on == desk.today()
    desk.recordings.stop(session.id)
    clock.advance(1)
    desk.recordings.begin(session.id)
    assert desk.recordings.list("ada")[0].told_on == desk.today()


def test_a_link_that_was_noted_is_the_recording_that_runs(desk: Desk, session: Session) -> None:
    noted = desk.recordings.add("ada", "/calls/1.mp4")
    assert desk.recordings.begin(session.id) == noted.id
    assert [one.link for one in desk.recordings.list("ada")] == ["/calls/1.mp4"]


def test_what_cannot_be_is_refused_with_the_next_step(
    desk: Desk, clock: Clock, session: Session
) -> None:
    for verb in (desk.recordings.mark, desk.recordings.stop):
        with pytest.raises(Refusal, match="mentordesk recording start"):
            verb(session.id)
    for minutes in (-2, 2):
        with pytest.raises(Refusal, match="between the beginning of the call and now"):
            desk.recordings.begin(session.id, clock.now + timedelta(minutes=minutes))
    desk.recordings.begin(session.id, clock.now - timedelta(seconds=40))
    with pytest.raises(Refusal, match="runs already"):
        desk.recordings.begin(session.id)
    clock.advance(10)
    desk.recordings.stop(session.id)
    clock.advance(10)
    with pytest.raises(Refusal, match="It still ran then"):
        desk.recordings.begin(session.id, clock.now - timedelta(minutes=11))
    desk.calls.close(session.id)
    with pytest.raises(Refusal, match="not running"):
        desk.recordings.begin(session.id)


def test_each_is_taken_back_by_itself(desk: Desk, session: Session) -> None:
    desk.recordings.begin(session.id)
    desk.recordings.mark(session.id, "closures")
    desk.undo()
    assert desk.recordings.list("ada")[0].parts == []
    desk.undo()
    assert desk.recordings.list("ada") == []
