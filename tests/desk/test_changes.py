"""Who shows the desk is told of every change, once it is stored and not before."""

import sqlite3

import pytest
from tests.builders import ada, ada_at_six, ben
from tests.conftest import Clock

from mentordesk.desk import Change, Desk, open_desk
from mentordesk.domain.errors import Refusal, StoreTrouble
from mentordesk.paths import paths
from mentordesk.settings import Settings


@pytest.fixture
def told(desk: Desk) -> list[Change]:
    """What listeners have heard."""
    changes: list[Change] = []
    desk.on_change.append(changes.append)
    return changes


def another(clock: Clock, write: bool = True) -> Desk:
    """The same desk by another door."""
    settings = Settings(zone="Europe/Berlin")
    return open_desk(paths(), settings, clock=clock, write=write)


def test_a_change_is_told_after_it_is_stored(desk: Desk) -> None:
    seen: list[tuple[str, int]] = []

    def look(change: Change) -> None:
        other = sqlite3.connect(desk.store.path)
        seen.append((change.kind, other.execute("SELECT count(*) FROM mentee").fetchone()[0]))
        other.close()

    desk.on_change.append(look)
    ada(desk)
    ben(desk)
    assert seen == [("people", 1), ("people", 2)]


def test_verbs_inside_a_verb_are_told_when_it_is_over(desk: Desk, told: list[Change]) -> None:
    with desk.writing("both"):
        ada(desk)
        ben(desk)
        assert told == []
    assert [change.kind for change in told] == ["people", "people"]


def test_what_was_refused_is_not_told(desk: Desk, told: list[Change]) -> None:
    with pytest.raises(Refusal), desk.writing("both"):
        ada(desk)
        raise Refusal("On second thoughts.")
    assert told == []
    ben(desk)
    assert len(told) == 1


@pytest.mark.parametrize(
    "kinds", [["people", "series", "session", "notes", "session", "action", "undo"]]
)
def test_every_verb_says_what_kind_of_thing_it_changed(
    desk: Desk, told: list[Change], kinds: list[str]
) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "x")
    desk.calls.save_notes(session.id, "x")
    desk.calls.close(session.id)
    desk.promises.do("ada", "x")
    desk.undo()
    assert [change.kind for change in told] == kinds
    assert told[2].id == told[3].id == told[4].id == session.id


def test_a_change_by_another_door_is_noticed_once(desk: Desk, clock: Clock) -> None:
    assert not desk.changed()
    ada(desk)
    assert not desk.changed()
    other = another(clock)
    ben(other)
    other.close()
    assert desk.changed()
    assert not desk.changed()
    assert len(desk.pages.people()) == 2


def test_a_desk_opened_to_look_at_refuses_to_write(desk: Desk, clock: Clock) -> None:
    ada(desk)
    looking = another(clock, write=False)
    assert [line.name for line in looking.pages.people()] == ["Ada Obi"]
    with pytest.raises(StoreTrouble, match="read-only"):
        ben(looking)
    looking.close()


def test_an_unknown_zone_in_the_settings_is_a_sentence(home: object) -> None:
    with pytest.raises(
        Refusal, match=r"“Europe/Berln” is no time zone. Did you mean Europe/Berlin"
    ):
        open_desk(paths(), Settings(zone="Europe/Berln"))
