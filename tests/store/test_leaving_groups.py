"""What is a group's is for all its members; what is one member's is for nobody else of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.builders import ada
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.notes import KINDS
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import (
    FOR_MENTEE,
    THE_COORDINATOR,
    THE_PUBLIC,
    Reader,
    audience,
    the_group,
    the_mentee,
)
from mentordesk.domain.sessions import Session
from mentordesk.store import leaving

SAID = [kind for kind in KINDS if kind not in ("call", "recap")]


class Crew(NamedTuple):
    """A group in a call, its members as readers, and the group as one."""

    group: Relation
    session: Session
    chi: Reader
    dan: Reader
    all: Reader


@pytest.fixture
def crew(desk: Desk) -> Iterator[Crew]:
    """Chi and Dan in a call."""
    found = desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng", "Dan Oz"])
    session = desk.calls.start("git-crew")
    chi, dan = (the_mentee(one.id) for one in desk.groups.members(found.mentorship.id))
    yield Crew(found, session, chi, dan, the_group(found.mentorship.id))


def say(desk: Desk, crew: Crew, who: str, word: str) -> None:
    """Everything that is said to a name in a call, all of it for the mentee to read."""
    found = desk.people.find(who)
    with desk.writing("say everything"):
        for kind in (*SAID, "recap"):
            desk.words.insert(
                found,
                f"{word} {kind}",
                kind,
                session_id=crew.session.id,
                readers=FOR_MENTEE,
            )
        for owner in ("me", "mentee", "chi", "Grace"):
            desk.promises.insert(
                found, f"{word} by {owner}", owner, None, session_id=crew.session.id
            )


def handed(desk: Desk, crew: Crew, reader: Reader) -> str:
    """Everything that one reader is handed of the call."""
    parts = leaving.of_session(desk.store, crew.session.id, reader)
    return f"{parts} {leaving.recap(desk.store, crew.session.id, reader)}"


def test_what_is_said_to_the_group_is_for_all_of_it_and_for_no_other_mentee(
    desk: Desk, crew: Crew
) -> None:
    stranger = the_mentee(ada(desk).mentee.id)
    say(desk, crew, "git-crew", "whiteboard")
    for reader in (crew.chi, crew.dan, crew.all):
        assert handed(desk, crew, reader).count("whiteboard") >= 8
    assert "whiteboard" not in handed(desk, crew, stranger)
    assert "whiteboard" not in handed(desk, crew, the_group("another"))


@pytest.mark.parametrize("address", ["chi", "chi/carpentries", "chi/git-crew", "Chi Ng"])
def test_what_is_said_to_one_member_is_for_no_other_member(
    desk: Desk, crew: Crew, address: str
) -> None:
    say(desk, crew, address, "confidence")
    assert handed(desk, crew, crew.chi).count("confidence") >= 8
    for reader in (crew.dan, crew.all):
        assert "confidence" not in handed(desk, crew, reader)


def test_the_verbs_keep_what_is_one_members_apart(desk: Desk, crew: Crew) -> None:
    desk.words.note("chi", "shy in front of others", "question")
    desk.words.log("chi", "chat", 10, "shy on the phone, too")
    desk.promises.do("chi", "practise alone, shy", "chi", task=True)
    rows = [
        row[0]
        for table in ("note", "action", "touchpoint")
        for row in desk.store.rows(f"SELECT about_id FROM {table} WHERE about_id IS NOT NULL")
    ]
    assert rows == [crew.chi.mentee_id] * 3
    desk.calls.discard(crew.session.id)
    session = desk.calls.start("git-crew")
    assert "shy" not in str(desk.calls.agenda("git-crew"))
    desk.calls.close(session.id)
    assert "shy" not in desk.recaps.page(session.id).leaves
    assert "shy" in str(desk.pages.brief("git-crew"))


def test_a_promise_of_a_member_made_before_the_group_is_the_groups(desk: Desk, crew: Crew) -> None:
    desk.calls.save_notes(crew.session.id, "[ ] @chi read the issues")
    desk.calls.close(crew.session.id)
    for reader in (crew.chi, crew.dan, crew.all):
        assert "read the issues" in handed(desk, crew, reader)


def test_who_left_reads_what_was_and_nothing_later(desk: Desk, crew: Crew, clock: Clock) -> None:
    say(desk, crew, "git-crew", "before")
    say(desk, crew, "dan", "farewell")
    clock.advance(seconds=1)
    desk.groups.leave("git-crew", "dan")
    say(desk, crew, "git-crew", "atonce")
    clock.advance(days=1)
    say(desk, crew, "git-crew", "after")
    found = handed(desk, crew, crew.dan)
    assert "before" in found
    assert "farewell" in found
    assert "atonce" not in found
    assert "after" not in found
    assert "after" in handed(desk, crew, crew.chi)


def test_what_is_changed_after_somebody_left_is_no_longer_theirs(
    desk: Desk, crew: Crew, clock: Clock
) -> None:
    desk.calls.close(crew.session.id)
    desk.recaps.write(crew.session.id, "we met")
    clock.advance(1)
    desk.groups.leave("git-crew", "dan")
    assert "we met" in handed(desk, crew, crew.dan)
    clock.advance(1)
    desk.recaps.write(crew.session.id, "we met, and Dan has left us")
    assert "Dan has left" not in handed(desk, crew, crew.dan)
    assert "Dan has left" in handed(desk, crew, crew.chi)


def test_who_comes_back_is_a_member_again(desk: Desk, crew: Crew, clock: Clock) -> None:
    desk.groups.leave("git-crew", "dan")
    clock.advance(1)
    say(desk, crew, "git-crew", "meanwhile")
    assert "meanwhile" not in handed(desk, crew, crew.dan)
    desk.groups.join("git-crew", "dan")
    assert "meanwhile" in handed(desk, crew, crew.dan)


@pytest.mark.parametrize(
    ("reader", "word"), [(THE_COORDINATOR, "coordinator"), (THE_PUBLIC, "public")]
)
def test_the_others_are_handed_what_is_for_them_about_a_member_or_all(
    desk: Desk, crew: Crew, reader: Reader, word: str
) -> None:
    for who in ("git-crew", "chi"):
        with desk.writing("say"):
            desk.words.insert(
                desk.people.find(who),
                f"progress of {who}",
                "win",
                session_id=crew.session.id,
                readers=audience([word]),
            )
    found = handed(desk, crew, reader)
    assert "progress of git-crew" in found
    assert "progress of chi" in found
    assert "progress" not in handed(desk, crew, crew.chi)


def test_whatever_a_mentee_may_be_handed_can_be_one_members_alone(desk: Desk) -> None:
    asked = set(re.findall(r"FROM (\w+) WHERE", Path(leaving.__file__).read_text("utf-8")))
    handed = set()
    for table in asked:
        columns = {row["name"] for row in desk.store.rows(f"PRAGMA table_info({table})")}
        if {"readers", "mentorship_id"} <= columns:
            handed.add(table)
            assert "about_id" in columns, table
    assert {"note", "action"} <= handed
