"""What leaves as a file, and what the doctor finds."""

import sqlite3
from pathlib import Path

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot, weekly
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.desk.ids import short
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule
from mentordesk.outbox.opening import open_file, open_link
from mentordesk.playbooks import shipped


def test_a_recap_is_written_exactly_as_it_is_shown(desk: Desk, tmp_path: Path) -> None:
    ada(desk)
    session = held(desk, answers={"focus": "read “Zoë's” notes"})
    target = desk.recaps.to_file(session.id, tmp_path / "recap.md")
    assert target.read_text("utf-8") == desk.recaps.page(session.id).leaves
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_folder_gets_a_file_named_after_whom_and_when(desk: Desk, tmp_path: Path) -> None:
    ada(desk)
    session = held(desk)
    assert desk.recaps.to_file(session.id, tmp_path).name == "ada-2026-11-26.md"


def test_a_page_for_a_browser_when_it_is_called_so(desk: Desk, tmp_path: Path) -> None:
    ada(desk)
    session = held(desk, answers={"focus": "<b>read</b>"})
    text = desk.recaps.to_file(session.id, tmp_path / "recap.HTML").read_text("utf-8")
    assert "<h2>What comes next</h2>" in text
    assert "<b>" not in text


def test_what_is_there_is_overwritten_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    ada(desk)
    session = held(desk)
    target = tmp_path / "recap.md"
    target.write_text("mine")
    with pytest.raises(Refusal, match=r"exists already\. Choose another name, or overwrite it"):
        desk.recaps.to_file(session.id, target)
    assert target.read_text() == "mine"
    desk.recaps.to_file(session.id, target, overwrite=True)
    assert target.read_text().startswith("# Our call")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["missing/recap.md", "~nobody-here/recap.md", "x" * 300])
def test_a_place_that_cannot_be_written_is_a_sentence(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    ada(desk)
    session = held(desk)
    path = Path(name) if name.startswith("~") else tmp_path / name
    with pytest.raises(Refusal, match=r"(cannot be written \(|no folder ).*hoose another place\."):
        desk.recaps.to_file(session.id, path)


def test_a_calendar_holds_those_who_were_named_or_everybody(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    slot(desk, "ben", 20)
    both, one = desk.exports.ics([]).decode(), desk.exports.ics(["ben"]).decode()
    assert both.count("BEGIN:VEVENT") == 2
    assert one.count("BEGIN:VEVENT") == 1
    assert "Mentoring: Ben Lund" in one
    assert "Ada" not in one


def test_an_earlier_slot_is_exported_too_and_one_that_never_was_is_called_off(desk: Desk) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=THURSDAY.replace(month=12, day=10))
    slot(desk, "ada", 21, starts_on=THURSDAY.replace(month=12, day=3))
    written = desk.exports.ics(["ada"]).decode()
    assert written.count("BEGIN:VEVENT") == 3
    assert written.count("STATUS:CANCELLED") == 1


def test_a_slot_that_ended_before_any_call_is_called_off_in_calendars(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk, starts_on=THURSDAY.replace(month=12, day=3))
    before = desk.exports.ics(["ada"]).decode()
    clock.advance(hours=1)
    desk.course.exit("ada", "mentee")
    for written in (desk.exports.ics(["ada"]).decode(), desk.exports.ics([]).decode()):
        assert _line(written, "UID") == _line(before, "UID")
        assert int(_line(written, "SEQUENCE")[9:]) > int(_line(before, "SEQUENCE")[9:])
        assert "STATUS:CANCELLED" in written
        assert written.count("BEGIN:VEVENT") == 1


def _line(written: str, name: str) -> str:
    """The one line of a calendar that begins with a name."""
    (found,) = [line for line in written.splitlines() if line.startswith(f"{name}:")]
    return found


def test_the_same_slots_make_the_same_bytes(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    before = desk.exports.ics(["ada"])
    clock.advance(days=1)
    assert desk.exports.ics(["ada"]) == before
    desk.slots.skip("ada", THURSDAY.replace(month=12, day=3))
    assert desk.exports.ics(["ada"]) != before


def test_without_a_slot_there_is_nothing_to_export(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match="no slot to export yet"):
        desk.exports.ics([])


def test_a_slot_can_be_looked_at_before_it_is_set(desk: Desk) -> None:
    ada(desk)
    series = desk.slots.plan("ada", Rule("MONTHLY", 1, (1,), nth=1), desk.now().time())
    page = desk.pages.preview("ada", series, 3)
    assert [meeting.here.month for meeting in page.meetings] == [12, 1, 2]
    assert desk.pages.slot("ada").series is None


def test_the_doctor_finds_a_healthy_desk_healthy(desk: Desk) -> None:
    ada(desk)
    held(desk)
    health = desk.health()
    assert (health.people, health.sessions, health.problems) == (1, 1, ())
    assert health.store == str(desk.store.path)
    assert health.bytes > 0
    assert health.tz_used >= "2026"


def test_the_doctor_names_a_broken_playbook(desk: Desk) -> None:
    desk.playbooks.copy("one-to-one").write_text("slug = 1")
    (problem,) = desk.health().problems
    assert problem.startswith("playbook one-to-one: ")
    with pytest.raises(Refusal, match="slug"):
        desk.people.add("Ada")


def test_the_doctor_looks_at_a_damaged_desk_too(desk: Desk) -> None:
    ada(desk)
    desk.store.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(desk.store.path)
    conn = sqlite3.connect(path)
    found = conn.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'note'").fetchall()
    conn.close()
    content = bytearray(path.read_bytes())
    for page in (row[0] for row in found if row[0]):
        content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    health = desk.health()
    assert health.people == 1
    assert health.notes == 0
    assert health.problems


def test_playbooks_are_listed_found_and_checked(desk: Desk, tmp_path: Path) -> None:
    mine = desk.playbooks.copy("wealljs")
    entries = {entry.slug: entry.mine for entry in desk.playbooks.list()}
    assert entries == dict.fromkeys(shipped(), False) | {"wealljs": True}
    assert desk.playbooks.check(mine).title == "WeAllJS"


def test_a_slot_without_words_takes_the_playbooks_run(desk: Desk, home: Path) -> None:
    path = desk.playbooks.copy("one-to-one")
    path.write_text(path.read_text("utf-8").replace("[cadence]", "[cadence]\nweeks = 12"), "utf-8")
    ben(desk)
    series = desk.slots.set("ben", weekly(3), desk.now().time().replace(hour=18))
    assert (series.last_day, series.total) == (THURSDAY.replace(year=2027, month=2, day=11), 12)


def test_ids_are_shown_as_short_as_they_can_be_told_apart() -> None:
    assert short(["abcd1234", "abce1234"]) == {"abcd1234": "abcd", "abce1234": "abce"}
    assert short(["abcd1234", "abcd1299"]) == {"abcd1234": "abcd123", "abcd1299": "abcd129"}
    assert short([]) == {}


def test_a_link_is_opened_only_where_somebody_sees_it(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no desktop to open it\\. Take a mail file instead"):
        open_link("mailto:ada@example.org", {})
    with pytest.raises(Refusal, match=f"Open {tmp_path} in your mail program yourself"):
        open_file(tmp_path, {})
