"""A call that nobody started is written down afterwards."""

from datetime import datetime, time, timedelta

import pytest
from tests.builders import BERLIN, THURSDAY, ada, ada_at_six, held
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal

SIX = datetime.combine(THURSDAY, time(18), BERLIN)


def test_it_is_held_with_its_time_who_came_and_a_recap(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    clock.advance(days=1)
    session = desk.afterwards.held("ada", SIX + timedelta(minutes=5), 50)
    assert (session.state, session.number, session.day) == ("held", 1, THURSDAY.isoformat())
    assert [(one.kind, one.minutes) for one in desk.times.list("ada")] == [("call", 50)]
    assert "26 Nov" in desk.recaps.page(session.id).leaves.partition("\n")[0]
    came = desk.store.rows("SELECT status FROM attendance WHERE session_id = ?", session.id)
    assert [row["status"] for row in came] == ["attended"]
    assert desk.undo() == "log the call with Ada Obi"
    assert desk.times.list("ada") == []


def test_what_was_left_before_it_is_still_left(desk: Desk, clock: Clock) -> None:
    ada(desk)
    held(desk)
    clock.advance(days=7)
    left = {one.title for one in desk.calls.agenda("ada") if one.carried}
    assert left
    desk.afterwards.held("ada", clock.now - timedelta(hours=2))
    assert {one.title for one in desk.calls.agenda("ada") if one.carried} >= left


def test_one_to_come_or_there_already_is_refused(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal, match="still to come"):
        desk.afterwards.held("ada", SIX)
    with pytest.raises(Refusal, match="not over yet"):
        desk.afterwards.held("ada", clock.now - timedelta(minutes=5), 30)
    clock.advance(days=1)
    desk.afterwards.held("ada", SIX)
    for at in (SIX, SIX + timedelta(minutes=30), SIX + timedelta(hours=2)):
        with pytest.raises(Refusal, match="is held already"):
            desk.afterwards.held("ada", at)
