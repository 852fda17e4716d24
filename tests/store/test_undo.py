"""Taking back: what a verb changed returns, and nothing that came later is lost by it."""

from datetime import UTC, datetime, timedelta

import pytest

from mentordesk.domain.errors import Refusal
from mentordesk.store import Store
from mentordesk.store import undo as undoing

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
BLANK = dict.fromkeys(("pronouns", "email", "zone", "location", "contact", "archived_at"), "")


def add(store: Store, number: int) -> None:
    name = {"id": f"m{number}", "name": f"Mentee {number}", "handle": f"m{number}"}
    store.insert("mentee", name | BLANK)


def added(store: Store, *numbers: int, label: str = "add") -> None:
    """One step that adds some people."""
    with store.atomic(label, NOW):
        for number in numbers:
            add(store, number)


def renamed(store: Store, number: int, label: str, **columns: str) -> None:
    """One step that changes somebody, a minute later."""
    with store.atomic(label, NOW + timedelta(minutes=1)):
        store.update("mentee", f"m{number}", **columns)


def people(store: Store) -> dict[str, str]:
    return {row["id"]: row["name"] for row in store.rows("SELECT id, name FROM mentee ORDER BY id")}


def undo(store: Store) -> str:
    """Undo as the desk does it, an hour later."""
    with store.atomic("undo", NOW + timedelta(hours=1), undoable=False):
        return undoing.undo(store, NOW + timedelta(hours=1))


def test_steps_are_taken_back_one_by_one_the_last_one_first(store: Store) -> None:
    added(store, 1, 2, label="add two")
    renamed(store, 1, "rename", name="Ada")
    with store.atomic("remove", NOW):
        store.delete("mentee", "m2")
    told = []
    while undoing.last_label(store):
        told.append((undo(store), people(store)))
    assert told == [
        ("remove", {"m1": "Ada", "m2": "Mentee 2"}),
        ("rename", {"m1": "Mentee 1", "m2": "Mentee 2"}),
        ("add two", {}),
    ]
    with pytest.raises(Refusal, match="nothing to take back"):
        undo(store)


def test_a_row_changed_several_times_in_a_step_returns_to_what_it_was_before(store: Store) -> None:
    added(store, 1, 2)
    with store.atomic("a long verb", NOW):
        store.update("mentee", "m1", name="Ada")
        store.update("mentee", "m1", zone="Africa/Lagos")
        store.update("mentee", "m1", name="Ada Obi")
        store.update("mentee", "m2", name="Ben")
        store.delete("mentee", "m2")
        add(store, 3)
        store.update("mentee", "m3", name="Chi")
        add(store, 4)
        store.delete("mentee", "m4")
    undo(store)
    rows = store.rows("SELECT name, zone FROM mentee ORDER BY id")
    assert [tuple(row) for row in rows] == [("Mentee 1", ""), ("Mentee 2", "")]


def test_a_step_that_came_to_nothing_is_no_step(store: Store) -> None:
    added(store, 1)
    with store.atomic("there and back", NOW):
        store.update("mentee", "m1", name="Ada")
        store.update("mentee", "m1", name="Mentee 1")
        add(store, 2)
        store.delete("mentee", "m2")
    assert undoing.last_label(store) == "add"


def test_what_is_taken_back_counts_as_changed_now(store: Store) -> None:
    added(store, 1)
    renamed(store, 1, "rename", name="Ada")
    undo(store)
    row = store.row("SELECT created_at, updated_at FROM mentee")
    assert row and tuple(row) == ("2026-11-26T16:48:00Z", "2026-11-26T17:48:00Z")


def test_a_change_that_cannot_be_undone_is_not_overwritten(store: Store) -> None:
    added(store, 1)
    renamed(store, 1, "rename", name="Ada")
    with store.atomic("type", NOW, undoable=False):
        store.update("mentee", "m1", name="typed since")
    with pytest.raises(Refusal, match=r"“rename” cannot be taken back: .* changed again since"):
        undo(store)
    assert people(store) == {"m1": "typed since"}
    assert undoing.last_label(store) == "rename"


def test_a_change_elsewhere_in_the_row_stays_when_a_step_is_taken_back(store: Store) -> None:
    added(store, 1)
    renamed(store, 1, "rename", name="Ada")
    with store.atomic("type", NOW, undoable=False):
        store.update("mentee", "m1", contact="typed since")
    undo(store)
    row = store.row("SELECT name, contact FROM mentee")
    assert row and tuple(row) == ("Mentee 1", "typed since")


def test_what_has_been_added_to_or_removed_since_stays(store: Store) -> None:
    added(store, 1, 2)
    with store.atomic("type", NOW, undoable=False):
        store.update("mentee", "m1", name="typed since")
    with pytest.raises(Refusal, match="cannot be taken back"):
        undo(store)
    assert len(people(store)) == 2
    renamed(store, 2, "rename", name="Ben")
    with store.atomic("type", NOW, undoable=False):
        store.delete("mentee", "m2")
    with pytest.raises(Refusal, match="cannot be taken back"):
        undo(store)
    assert people(store) == {"m1": "typed since"}


def test_a_row_that_others_have_come_to_depend_on_stays(store: Store) -> None:
    with store.atomic("begin", NOW):
        store.insert(
            "mentorship",
            {"id": "s1", "playbook": "p", "snapshot": "{}", "status": "active",
             "started_on": "2026-11-26", "ends_on": None},
        )  # fmt: skip
    with store.atomic("type", NOW, undoable=False):
        store.insert(
            "note",
            {"id": "n1", "mentorship_id": "s1", "session_id": None, "kind": "note", "at": "",
             "body": "words", "state": "", "readers": ""},
        )  # fmt: skip
    with pytest.raises(Refusal, match="“begin” cannot be taken back"):
        undo(store)
    assert store.value("SELECT body FROM note") == "words"


def test_a_handle_that_somebody_else_has_taken_since_does_not_return(store: Store) -> None:
    added(store, 1)
    renamed(store, 1, "edit", handle="ada")
    with store.atomic("type", NOW, undoable=False):
        store.insert("mentee", {"id": "m9", "name": "Other", "handle": "m1"} | BLANK)
    with pytest.raises(Refusal, match="cannot be taken back"):
        undo(store)
    assert store.value("SELECT handle FROM mentee WHERE id = 'm1'") == "ada"


def test_steps_are_kept_up_to_a_number_and_always_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "KEPT", 3)
    added(store, *range(100), label="import")
    for number in range(3):
        renamed(store, number, f"rename {number}", name=f"Ada {number}")
    steps = store.rows("SELECT DISTINCT label FROM undo_step")
    assert [row["label"] for row in steps] == ["rename 0", "rename 1", "rename 2"]
    renamed(store, 5, "rename 5", name="Eve")
    assert [undo(store) for _ in range(3)] == ["rename 5", "rename 2", "rename 1"]
    assert undoing.last_label(store) == ""


def test_a_step_of_thousands_of_rows_is_taken_back_whole(store: Store) -> None:
    added(store, *range(3000), label="import")
    undo(store)
    assert people(store) == {}


def test_a_long_text_is_not_copied_when_something_else_changes(store: Store) -> None:
    with store.atomic("import", NOW, undoable=False):
        add(store, 1)
        store.update("mentee", "m1", contact="long " * 10_000)
    renamed(store, 1, "rename", name="Ada")
    size = store.value("SELECT sum(length(before) + length(after)) FROM undo_step")
    assert size < 500


def test_undo_itself_is_no_step(store: Store) -> None:
    added(store, 1)
    undo(store)
    assert store.value("SELECT count(*) FROM undo_step") == 0


def test_a_refused_verb_leaves_no_step(store: Store) -> None:
    with pytest.raises(Refusal), store.atomic("add", NOW):
        add(store, 1)
        raise Refusal("No.")
    assert undoing.last_label(store) == ""


def test_what_is_written_bit_by_bit_as_one_step_is_taken_back_as_one(store: Store) -> None:
    added(store, 1)
    for name in ("A", "Ad", "Ada"):
        with store.atomic("rename", NOW, step="typing"):
            store.update("mentee", "m1", name=name)
    assert undoing.is_last(store, "typing")
    assert (undo(store), people(store)) == ("rename", {"m1": "Mentee 1"})
    assert not undoing.is_last(store, "typing")
