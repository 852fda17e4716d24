"""On a shared screen is what its viewer may see: every table, every verb, every reader."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sharing.asking import answers
from tests.sharing.rule import found, may_see, opened
from tests.sharing.sentinels import Word

from mentordesk.desk import Desk
from mentordesk.desk.sharing import shared_with
from mentordesk.domain.readers import THE_PUBLIC, Reader, the_group, the_mentee
from mentordesk.store.sharing_policy import POLICY


@pytest.fixture(scope="module")
def whole(filled: tuple[Path, dict[str, Word]]) -> Iterator[Desk]:
    desk = opened(filled[0])
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def words(filled: tuple[Path, dict[str, Word]]) -> dict[str, Word]:
    return filled[1]


def viewers(desk: Desk) -> list[Reader]:
    """Every mentee, every group as one, and nobody in particular."""
    people = [the_mentee(row["id"]) for row in desk.store.rows("SELECT id FROM mentee")]
    groups = desk.store.rows("SELECT mentorship_id FROM team")
    return [*people, *(the_group(row["mentorship_id"]) for row in groups), THE_PUBLIC]


def test_every_table_and_column_has_a_decision(whole: Desk) -> None:
    tables = whole.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    names = {row["name"] for row in tables if not row["name"].startswith(("_", "words_"))}
    columns = {
        name: {row["name"] for row in whole.store.rows(f"PRAGMA table_info({name})")}
        for name in names
    }
    without = {
        (name, column)
        for name, found in columns.items()
        for column in found - (POLICY[name].decided if name in POLICY else set())
    }
    assert not without, "say in store/sharing_policy.py who may see them on a shared screen"
    assert POLICY.keys() == columns.keys()


def test_no_cell_of_any_table_holds_what_the_viewer_may_not_see(
    whole: Desk, words: dict[str, Word]
) -> None:
    tables = [row[0] for row in whole.store.rows("SELECT name FROM sqlite_schema")]
    for viewer in viewers(whole):
        shared = shared_with(whole, viewer, "no")
        seen = set[str]()
        for table in tables:
            try:
                rows = shared.store.rows(f"SELECT * FROM {table}")
            except sqlite3.OperationalError:
                continue
            for row in rows:
                for cell in row:
                    seen |= found(str(cell), words)
        shared.close()
        leaked = {words[word] for word in seen if not may_see(whole, viewer, words[word])}
        assert not {(one.table, one.column) for one in leaked}, (viewer, leaked)
        if viewer == THE_PUBLIC:
            assert {words[word].table for word in seen} == {"office_hour"}
        else:
            assert len(seen) > 20


def test_no_verb_tells_what_the_viewer_may_not_see(whole: Desk, words: dict[str, Word]) -> None:
    """Asked by a mentee, a member of a group, the group as one, and nobody in particular."""
    group = whole.store.value("SELECT mentorship_id FROM team")
    one_of = "SELECT mentee_id FROM membership WHERE mentorship_id"
    alone, member = (
        the_mentee(whole.store.value(f"{one_of} {how} ? ORDER BY rowid", group))
        for how in ("<>", "=")
    )
    for viewer in (alone, member, the_group(group), THE_PUBLIC):
        shared = shared_with(whole, viewer, "Not while it is shared.")
        told = list(answers(shared, *_asked(whole, shared)))
        shared.close()
        leaks = {
            (call, words[word].table, words[word].column)
            for call, said in told
            for word in found(said, words) - found(call, words)
            if not may_see(whole, viewer, words[word])
        }
        assert not leaks
        assert len(told) > 250


def test_what_is_hidden_takes_no_places_among_the_hits(whole: Desk) -> None:
    mentee = whole.store.value("SELECT mentee_id FROM membership ORDER BY rowid")
    shared = shared_with(whole, the_mentee(mentee), "no")
    assert len(shared.pages.search("zq")) == 50
    assert len(shared.pages.search("zq", ranked=False)) == 50
    shared.close()


def _asked(whole: Desk, shared: Desk) -> tuple[dict[str, list[object]], list[object]]:
    """Values for the verbs' parameters, the viewer's first; and those only the mentor knows."""
    hidden: list[object] = []

    def some(mine: list[str], every: list[str]) -> list[object]:
        rest = [one for one in every if one not in mine][:2]
        hidden.extend(rest)
        return [*mine[:2], *rest]

    def ids(table: str) -> list[object]:
        sql = f"SELECT id FROM {table} ORDER BY id"
        mine, every = ([str(row["id"]) for row in desk.store.rows(sql)] for desk in (shared, whole))
        return some(mine, every)

    who = some(*([one.address for one in desk.pages.people()] for desk in (shared, whole)))
    looked_up: list[object] = [whole.people.find(str(one)) for one in who]
    hidden += looked_up  # for parts of verbs, which may ask for a group or be inside a transaction
    mentorships = ids("mentorship")
    return {
        "who": who,
        "group": who,
        "found": looked_up,
        "whos": [[one] for one in who],
        "session_id": ids("session"),
        "mentorship_id": mentorships,
        "mentorship": mentorships,
        "prefix": [ids(table)[-1] for table in ("note", "action", "goal", "opportunity")],
        "point_id": ids("agenda_item"),
        "slug": ["wealljs"],
        "playbook": ["wealljs"],
        "text": ["zq"],
    }, hidden
