"""Who has left a group keeps what they came to."""

from datetime import timedelta

import pytest
from tests.builders import THURSDAY, held
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def test_who_left_keeps_what_they_came_to(desk: Desk, clock: Clock) -> None:
    desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng", "Dan Oz"])
    first = held(desk, "git-crew")
    desk.groups.rolls.all_here(first.id)
    clock.advance(days=1)
    desk.groups.leave("git-crew", "chi")
    chi, dan = (
        next(one for one in desk.certificates.of("git-crew") if one.name == name)
        for name in ("Chi Ng", "Dan Oz")
    )
    assert (chi.left_on, dan.left_on) == (THURSDAY + timedelta(days=1), None)
    assert chi.criteria[0].evidence == dan.criteria[0].evidence
    said = desk.groups.rolls.say(first.id, [("chi", "no-show")])
    assert [(member.handle, status) for member, status in said] == [
        ("dan", "attended"), ("chi", "no-show"),
    ]  # fmt: skip
    clock.advance(days=6)
    second = held(desk, "git-crew")
    assert [member.handle for member, _ in desk.groups.rolls.roll(second.id)] == ["dan"]
    with pytest.raises(Refusal, match="is nobody in Git crew"):
        desk.groups.rolls.say(second.id, [("chi", "late")])
