"""Erasing one person: no byte of theirs stays in the file, and none of anybody else's is lost."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.builders import ada, ben, held, slot
from tests.conftest import Clock
from tests.ical.elsewhere import calendar

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.recovery import Whose
from mentordesk.store.backup import backup, health

WORD = "zqwortschatzzq"
"""A word that stands in every text about Ada, and nowhere else."""


@pytest.fixture
def lived(desk: Desk, clock: Clock) -> Desk:
    """Ada, with a word in everything that was ever written, and Ben, with another."""
    ada(desk, contact=f"{WORD} contact", email=f"{WORD}@example.org")
    ben(desk)
    slot(desk, "ada")
    desk.slots.gap("ada", desk.today(), desk.today(), f"{WORD} gap")
    for who, word in (("ada", WORD), ("ben", "benword")):
        call = desk.calls.start(who)
        desk.calls.save_notes(call.id, f"{word} typed\n[ ] {word} promise\n! {word} chance\n")
        clock.advance(minutes=30)
        desk.calls.close(call.id)
        desk.recaps.write(call.id, f"# Recap\n{word} recap")
        desk.goals.add(who, f"{word} goal", "30")
        desk.words.note(who, f"{word} note", "concern")
        desk.words.log(who, "chat", 5, f"{word} log")
    desk.people.pause("ada", f"{WORD} reason")
    desk.course.set_term("ada", weeks=9, reason=f"{WORD} term")
    desk.course.nominate("ada", f"{WORD} nomination")
    desk.course.exit("ada", "mentee", f"{WORD} why", text=f"{WORD} text")
    desk.people.edit("ada", contact="", email="ada@example.org")
    return desk


def everywhere(desk: Desk) -> bytes:
    """Every byte of the desk's file and of what SQLite keeps beside it."""
    folder = Path(desk.store.path).parent
    return b"".join(path.read_bytes() for path in sorted(folder.glob("desk.db*")))


def test_words_that_were_never_stored_go_too(lived: Desk) -> None:
    lived.recovery_folders = lambda: [str(Path(lived.store.path).parent)]
    for who in ("ada", "ben"):
        call = lived.recaps.latest(who)
        whose = Whose(call.id, who, who, lived.now())
        lived.recovery.keep(whose, "", f"{WORD} unstored" if who == "ada" else "benword")
    lived.recovery.let_go()
    lived.course.erase("ada")
    (left,) = lived.recovery.left()
    assert left.copy.whose.handle == "ben"


def test_no_byte_of_theirs_stays(lived: Desk) -> None:
    assert WORD.encode() in everywhere(lived)
    gone = lived.course.erase("ada")
    assert gone.wholly
    left = everywhere(lived)
    assert WORD.encode() not in left
    for trace in (
        b"Ada Obi",
        b"Africa/Lagos",
        b"ada@example.org",
        gone.relation.mentee.id.encode(),
    ):
        assert trace not in left


def test_nothing_of_anybody_else_is_lost(lived: Desk) -> None:
    before = lived.pages.brief("ben"), lived.pages.timeline("ben")
    lived.course.erase("ada")
    assert (lived.pages.brief("ben"), lived.pages.timeline("ben")) == before
    assert lived.pages.search("benword note")[0].name == "Ben Lund"
    assert lived.pages.search(WORD) == []
    assert health(lived.store.conn) == []
    assert [line.name for line in lived.pages.people()] == ["Ben Lund"]


def test_it_cannot_be_taken_back_and_nor_can_what_was_before(lived: Desk) -> None:
    lived.course.erase("ada")
    assert lived.last_undo() == ""
    with pytest.raises(Refusal, match="There is nothing to take back"):
        lived.undo()


def test_it_is_said_beforehand_what_would_go(lived: Desk) -> None:
    would = lived.course.would_erase("ada")
    assert would.rows["mentee"] == would.rows["mentorship"] == 1
    assert lived.people.find("ada").mentee.name == "Ada Obi"
    gone = lived.course.erase("ada")
    assert gone.rows == would.rows


def test_backups_that_hold_them_are_named(lived: Desk) -> None:
    store = lived.store
    copy = backup(store.conn, store.path, lived.now(), "by-hand")
    assert list(lived.course.would_erase("ben").copies) == [copy]
    (copy.parent / "torn.db").write_bytes(b"half a copy")
    names = [path.name for path in lived.course.erase("ada").copies]
    assert names == [copy.name, "torn.db"]
    assert next(iter(lived.course.would_erase("ben").copies)) == copy


def test_titles_of_other_calendars_that_name_them_go_and_the_times_stay(lived: Desk) -> None:
    times = "DTSTART:20261127T{0}0000Z\nDTEND:20261127T{0}3000Z\nSUMMARY:{1}"
    titles = ("lunch with Ada", "OBI: thesis", f"for {WORD}@example.org", "Canada day", "Ben")
    events = [f"UID:ada-{n}\n{times.format(n + 10, title)}" for n, title in enumerate(titles)]
    lived.people.edit("ada", email=f"{WORD}@example.org")
    lived.busy.keep(calendar(*events), "work.ics", titles=True)
    lived.busy.keep(calendar(*events), "theirs.ics", "Ada at work")
    would = lived.course.would_erase("ada")
    assert (would.titles, would.rows["busy_calendar"]) == (3, 1)
    before = lived.busy.between(lived.now(), lived.now() + timedelta(days=1))
    assert lived.course.erase("ada").titles == 3
    [left] = lived.busy.calendars()
    assert left.name == "work"
    after = lived.busy.between(lived.now(), lived.now() + timedelta(days=1))
    assert [one[:2] for one in after] == sorted({one[:2] for one in before})
    assert [one.title for one in after] == ["", "", "", "Canada day", "Ben"]
    for trace in (WORD.encode(), b"lunch", b"thesis", b"UID:ada"):
        assert trace not in everywhere(lived)
    far = lived.now() + timedelta(days=3650)
    assert lived.busy.between(far, far + timedelta(days=1)) == []  # its source is still read


def test_nobody_is_erased_in_the_middle_of_their_call(desk: Desk) -> None:
    ada(desk)
    desk.calls.start("ada")
    with pytest.raises(Refusal, match="A call with Ada Obi is running"):
        desk.course.erase("ada")
    assert desk.people.find("ada")


def test_another_program_that_reads_is_told_of(lived: Desk) -> None:
    other = sqlite3.connect(lived.store.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM note").fetchone()
    gone = lived.course.erase("ada")
    assert not gone.wholly
    other.close()


def test_no_page_is_left_over(lived: Desk) -> None:
    lived.course.erase("ada")
    assert lived.store.value("PRAGMA freelist_count") == 0
    assert lived.store.value("PRAGMA secure_delete") == 0


class Full:
    """A connection on a disk without room for a copy of the file."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def __getattr__(self, name: str) -> Any:
        return getattr(self.conn, name)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Refuse what needs room."""
        if sql == "VACUUM":
            raise sqlite3.OperationalError("database or disk is full")
        return self.conn.execute(sql, values)


def test_a_full_disk_leaves_no_word_behind(lived: Desk) -> None:
    lived.store.conn = Full(lived.store.conn)  # type: ignore[assignment]
    assert not lived.course.erase("ada").wholly
    assert WORD.encode() not in everywhere(lived)
    assert [line.name for line in lived.pages.people()] == ["Ben Lund"]


def test_of_a_group_only_what_is_theirs_goes(desk: Desk) -> None:
    desk.groups.add("Git crew", playbook="carpentries")
    desk.groups.join("git-crew", "Chi Ng")
    desk.groups.join("git-crew", "Dan Oz")
    desk.words.note("git-crew", "they like short steps")
    held(desk, "git-crew")
    desk.course.erase("chi")
    assert [one.name for one in desk.groups.page("git-crew").members] == ["Dan Oz"]
    assert desk.pages.search("short steps")[0].name == "Git crew"
    assert b"Chi Ng" not in everywhere(desk)
    with pytest.raises(Refusal, match="Say which of its members"):
        desk.course.erase("git-crew")
