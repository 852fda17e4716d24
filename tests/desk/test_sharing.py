"""Who looks at a shared screen: a group as one, each member alone, and who has left."""

import pytest
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.desk.sharing import NOBODY, shared_with, viewer_of
from mentordesk.domain.errors import Refusal, StoreTrouble
from mentordesk.domain.readers import FOR_MENTEE

REFUSES = "Not while it is shared."


def seen(desk: Desk, who: str) -> set[str]:
    """The notes and names that somebody has on a screen that is shared with them."""
    shared = shared_with(desk, viewer_of(desk, who), REFUSES)
    notes = {one.body for one in shared.pages.timeline("git-crew") if one.body}
    names = {name for line in shared.pages.people() for name in (line.name, line.names) if name}
    shared.close()
    return notes | names


def test_each_member_sees_what_is_for_all_or_for_them_alone(desk: Desk, clock: Clock) -> None:
    desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng", "Dan Oz"])
    desk.people.add("Eve Ito")
    desk.words.note("git-crew", "for all", readers=FOR_MENTEE)
    desk.words.note("chi", "for Chi", readers=FOR_MENTEE)
    desk.words.note("git-crew", "for me")
    group = {"Git crew", "Chi Ng, Dan Oz", "for all"}
    assert seen(desk, "git-crew") == group
    assert seen(desk, "chi") == {*group, "for Chi"}
    assert seen(desk, "dan") == group
    clock.advance(days=1)
    desk.groups.leave("git-crew", "dan")
    clock.advance(days=1)
    desk.words.note("git-crew", "without Dan", readers=FOR_MENTEE)
    assert seen(desk, "chi") == {"Git crew", "Chi Ng", "for all", "for Chi", "without Dan"}
    assert seen(desk, "dan") >= {"Git crew", "for all"}
    assert not seen(desk, "dan") & {"without Dan", "Chi Ng", "Eve Ito", "for Chi"}


def test_nobody_in_particular_sees_nobody_and_changes_nothing(desk: Desk) -> None:
    desk.people.add("Ada Obi")
    shared = shared_with(desk, viewer_of(desk, NOBODY), REFUSES)
    assert shared.pages.people() == []
    with pytest.raises(StoreTrouble, match=REFUSES):
        shared.people.add("Ben Lund")
    desk.people.add("Ben Lund")
    assert shared.pages.people() == []
    shared.close()
    with pytest.raises(Refusal, match="Zoe"):
        viewer_of(desk, "Zoe")


def test_what_the_mentor_writes_meanwhile_is_seen_at_once(desk: Desk) -> None:
    desk.people.add("Ada Obi")
    shared = shared_with(desk, viewer_of(desk, "ada"), REFUSES)
    desk.promises.do("ada", "push lab 7", owner="ada")
    desk.words.note("ada", "shy about her accent")
    assert [one.action.text for one in shared.promises.list()] == ["push lab 7"]
    assert shared.pages.search("accent") == []
    assert shared.pages.search("lab")[0].name == "Ada Obi"
    shared.close()
