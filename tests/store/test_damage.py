"""A damaged file: a sentence instead of a traceback, wherever the reading meets the damage."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.builders import ada_at_six, held
from tests.conftest import Clock, Ids

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.errors import StoreTrouble
from mentordesk.paths import Paths
from mentordesk.settings import Settings
from mentordesk.store.backup import health

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, datetime]:
    """The file of a desk on which some calls were held, at rest, and when that was."""
    home, clock = tmp_path_factory.mktemp("sound"), Clock()
    desk = opened(home, clock)
    ada_at_six(desk)
    for week in range(8):
        desk.words.note("ada", f"note of week {week} " * 30)
        desk.words.log("ada", "chat", 5, "asked about generators")
        held(desk, answers={"focus": f"task {week}"})
        clock.advance(days=7)
    desk.close()
    return (home / "desk.db").read_bytes(), clock.now


@pytest.fixture
def file(tmp_path: Path, sound: tuple[bytes, datetime], clock: Clock) -> Path:
    """A copy of that file to spoil."""
    content, clock.now = sound
    (tmp_path / "desk.db").write_bytes(content)
    return tmp_path / "desk.db"


def opened(home: Path, clock: Clock) -> Desk:
    """The desk of a folder."""
    return open_desk(
        Paths(str(home), str(home)), Settings(zone="Europe/Berlin"), clock=clock, new_id=Ids()
    )


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table and of each of its indexes."""
    conn = sqlite3.connect(path)
    found = conn.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name = ?", [table])
    pages = [row[0] for row in found if row[0]]
    conn.close()
    overwrite(path, *pages)


def overwrite(path: Path, *pages: int) -> None:
    """Put the same nonsense into some pages, counted from 1."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


LOOKS: dict[str, tuple[str, Callable[[Desk], object]]] = {
    "today": ("action", lambda desk: desk.pages.today()),
    "next": ("series", lambda desk: desk.pages.next()),
    "status": ("session", lambda desk: desk.pages.status()),
    "people": ("mentee", lambda desk: desk.pages.people()),
    "brief": ("note", lambda desk: desk.pages.brief("ada")),
    "timeline": ("touchpoint", lambda desk: desk.pages.timeline("ada")),
    "calendar": ("gap", lambda desk: desk.pages.calendar()),
    "search": ("note", lambda desk: desk.pages.search("week")),
    "promises": ("action", lambda desk: desk.promises.list()),
    "last undo": ("undo_step", lambda desk: desk.last_undo()),
    "undo": ("undo_step", lambda desk: desk.undo()),
    "a note": ("note", lambda desk: desk.words.note("ada", "one more")),
    "a step": ("undo_step", lambda desk: desk.words.note("ada", "one more")),
    "a call": ("agenda_item", lambda desk: desk.calls.start("ada")),
}


@pytest.mark.parametrize("look", LOOKS)
def test_whatever_meets_the_damage_says_so_in_a_sentence(
    file: Path, clock: Clock, look: str
) -> None:
    table, act = LOOKS[look]
    spoil(file, table)
    desk = opened(file.parent, clock)
    with pytest.raises(StoreTrouble, match=r"is damaged or not a database.* mentordesk doctor"):
        act(desk)
    desk.close()


def test_a_damaged_page_in_the_middle_of_a_table_is_met_while_reading(
    file: Path, clock: Clock
) -> None:
    overwrite(file, file.read_bytes().rindex(b"note of week 3") // PAGE + 1)
    desk = opened(file.parent, clock)
    with pytest.raises(StoreTrouble, match="is damaged"):
        desk.pages.timeline("ada")
    desk.close()


def test_what_is_not_damaged_can_still_be_read(file: Path, clock: Clock) -> None:
    spoil(file, "touchpoint")
    desk = opened(file.parent, clock)
    assert desk.pages.brief("ada").number == 9
    assert health(desk.store.conn) != []
    desk.close()


def test_a_damaged_first_page_is_a_sentence(file: Path, clock: Clock) -> None:
    content = bytearray(file.read_bytes())
    content[100:PAGE] = b"\xa5" * (PAGE - 100)
    file.write_bytes(content)
    with pytest.raises(StoreTrouble, match="is damaged"):
        opened(file.parent, clock)


def test_a_file_cut_short_is_a_sentence(file: Path, clock: Clock) -> None:
    file.write_bytes(file.read_bytes()[: 6 * PAGE])
    with pytest.raises(StoreTrouble, match="is damaged"):
        desk = opened(file.parent, clock)
        desk.pages.brief("ada")
