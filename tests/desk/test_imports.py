"""Notes kept elsewhere come in whole or not at all, and once."""

from datetime import date
from pathlib import Path

import pytest
from tests.builders import ada, ada_at_six
from tests.conftest import Clock

from mentordesk.desk import Change, Desk
from mentordesk.desk.imports import Imported
from mentordesk.domain.errors import Ambiguous, Refusal

FILE = """\
# Ada Obi
## Quick info
- Email: ada@example.org
- Time zone: africa/lagos
- Course: Python 201
## Interests
- climbing
## Goals
- first job
## Calls
### 2026-10-06
Looked at loops. Secretly worried.
### 6 oct 2026
A second call on that day.
### Loops 101
No date at all.

# Chi Nguyen
## Calls
- 2026-11-03: orientation
- 2026-11-10: functions
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "students.md"
    path.write_text(FILE, "utf-8")
    return path


def rows(desk: Desk) -> dict[str, int]:
    """How many rows every table has."""
    names = desk.store.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'"
    )
    return {name: desk.store.value(f"SELECT count(*) FROM {name}") for (name,) in names}


def test_a_file_brings_people_with_all_that_is_said_of_them(desk: Desk, file: Path) -> None:
    ada, chi = desk.imports.notes(file, playbook="codingnomads")
    assert ada == Imported(
        name="Ada Obi",
        handle="ada",
        is_new=True,
        fields=["email", "zone"],
        notes=4,
        goals=1,
        calls=[date(2026, 10, 6)],
        unread=["Loops 101: not a date"],
    )
    assert (chi.name, chi.calls) == ("Chi Nguyen", [date(2026, 11, 3), date(2026, 11, 10)])
    found = desk.people.find("ada")
    assert (found.mentee.email, found.mentee.zone) == ("ada@example.org", "Africa/Lagos")
    assert found.mentorship.playbook == "codingnomads"
    brief = desk.pages.brief("chi")
    assert (brief.number, brief.last_day, brief.last_private) == (
        3,
        date(2026, 11, 10),
        "functions",
    )
    assert [goal.text for goal in desk.goals.list("ada")] == ["first job"]


def test_no_word_of_the_file_is_lost(desk: Desk, file: Path) -> None:
    desk.imports.notes(file)
    kept = str(desk.pages.timeline("ada")) + str(desk.pages.brief("ada"))
    for words in ("Python 201", "climbing", "Secretly worried", "A second call", "No date at all"):
        assert words in kept


def test_what_comes_in_is_nobody_elses_to_read(desk: Desk, file: Path) -> None:
    desk.imports.notes(file)
    leaves = desk.recaps.page(desk.recaps.latest("ada").id).leaves
    assert "Secretly" not in leaves
    assert "second call" not in leaves
    private = desk.store.rows("SELECT DISTINCT readers FROM note UNION SELECT readers FROM recap")
    assert [row[0] for row in private] == [""]


def test_a_file_read_twice_is_taken_in_once(desk: Desk, file: Path, clock: Clock) -> None:
    desk.imports.notes(file)
    before = rows(desk)
    clock.advance(days=3)
    for again in desk.imports.notes(file):
        assert (again.is_new, again.fields, again.notes, again.goals, again.calls) == (
            False, [], 0, 0, []
        )  # fmt: skip
    assert rows(desk) == before


def test_a_file_that_has_grown_brings_what_is_new(desk: Desk, file: Path) -> None:
    desk.imports.notes(file)
    file.write_text(FILE + "- 2026-11-17: classes\n", "utf-8")
    ada, chi = desk.imports.notes(file)
    assert (ada.calls, chi.calls) == ([], [date(2026, 11, 17)])


def test_a_dry_run_says_the_same_and_writes_nothing(desk: Desk, file: Path) -> None:
    said: list[Change] = []
    desk.on_change.append(said.append)
    before, log = rows(desk), Path(f"{desk.store.path}-wal").read_bytes()
    tried = desk.imports.notes(file, dry_run=True)
    assert rows(desk) == before
    assert Path(f"{desk.store.path}-wal").read_bytes() == log
    assert said == []
    assert desk.last_undo() == ""
    assert tried == desk.imports.notes(file)
    assert said


def test_an_import_is_taken_back_in_one_step(desk: Desk, file: Path) -> None:
    before = rows(desk)
    desk.imports.notes(file)
    assert desk.undo() == "import students.md"
    assert rows(desk) == before


def test_somebody_known_is_added_to_and_never_overwritten(desk: Desk, file: Path) -> None:
    ada_at_six(desk, place="https://meet.example.org")
    desk.people.edit("ada", email="ada@work.example", zone="")
    (ada, _) = desk.imports.notes(file)
    mentee = desk.people.find("ada").mentee
    assert (ada.is_new, ada.fields) == (False, ["zone"])
    assert (mentee.email, mentee.zone) == ("ada@work.example", "Africa/Lagos")
    assert "email: ada@example.org (the card says ada@work.example)" in ada.unread


@pytest.mark.parametrize("heading", ["ada", "Ada", "ADA OBI", "ada/wealljs"])
def test_somebody_is_met_by_handle_and_by_name_in_whatever_case(
    desk: Desk, file: Path, heading: str
) -> None:
    ada(desk)
    file.write_text(f"# {heading}\nlikes maps\n", "utf-8")
    (found,) = desk.imports.notes(file)
    assert (found.handle, found.is_new) == ("ada", False)


def test_a_handle_as_it_is_written_means_its_owner_and_no_namesake(desk: Desk, file: Path) -> None:
    ada(desk)
    desk.people.add("Ada")
    file.write_text("# ada\nlikes maps\n", "utf-8")
    assert desk.imports.notes(file)[0].handle == "ada"
    file.write_text("# Ada\nlikes maps\n", "utf-8")
    with pytest.raises(Ambiguous, match="could be ada, ada2"):
        desk.imports.notes(file)


def test_a_member_of_a_group_gets_calls_of_their_own(desk: Desk, file: Path) -> None:
    crew = desk.groups.add("Crew", playbook="carpentries", members=["Chi Ng"])
    file.write_text("# Chi Ng\n## Calls\n### 2026-11-03\nfirst talk\n", "utf-8")
    for _ in range(2):
        (found,) = desk.imports.notes(file, playbook="one-to-one")
        assert (found.handle, found.is_new) == ("chi", False)
    assert desk.people.find("chi").address == "chi/one-to-one"
    meetings = "SELECT count(*) FROM session WHERE mentorship_id = ?"
    assert desk.store.value(meetings, crew.mentorship.id) == 0


def test_a_call_of_a_known_day_is_not_held_twice(desk: Desk, clock: Clock, file: Path) -> None:
    ada_at_six(desk)
    desk.calls.close(desk.calls.start("ada").id)
    file.write_text("# Ada Obi\n## Calls\n- 2026-11-26: what was said that day\n", "utf-8")
    (ada,) = desk.imports.notes(file)
    assert (ada.calls, ada.notes) == ([], 1)
    assert desk.pages.brief("ada").number == 2
    assert desk.pages.search("said")[0].kind == "note"
    (again,) = desk.imports.notes(file)
    assert (again.calls, again.notes) == ([], 0)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Time zone: Lagos Island", "is no time zone."),
        ("Email: on request", "is no mail address."),
        ("Email: a@b@c", "is no mail address."),
    ],
)
def test_a_field_that_cannot_be_one_is_kept_as_a_note(
    desk: Desk, file: Path, text: str, unread: str
) -> None:
    file.write_text(f"# Ada Obi\n## Quick info\n{text}\n", "utf-8")
    (ada,) = desk.imports.notes(file)
    assert (ada.fields, ada.notes) == ([], 1)
    assert unread in ada.unread[0]
    assert text.partition(": ")[2] in desk.pages.timeline("ada")[0].body


@pytest.mark.parametrize(
    "heading", ["0001-01-01", "9999-12-31", "2027-05-01", "31 feb 2026", "Call 3", "2026-13-45"]
)
def test_a_day_that_was_not_is_told_and_its_words_are_kept(
    desk: Desk, file: Path, heading: str
) -> None:
    file.write_text(f"# Ada Obi\n## Calls\n### {heading}\nwords\n", "utf-8")
    (ada,) = desk.imports.notes(file)
    assert (ada.calls, ada.notes) == ([], 1)
    assert heading in ada.unread[0]
    assert "words" in desk.pages.timeline("ada")[0].body


def test_the_same_person_twice_in_a_file_is_one(desk: Desk, file: Path) -> None:
    file.write_text("# Ada Obi\n## Notes\none\n# ada obi\n## Notes\ntwo\n", "utf-8")
    first, second = desk.imports.notes(file)
    assert (first.is_new, second.is_new) == (True, False)
    assert len(desk.pages.people()) == 1


def test_two_of_that_name_are_asked_about(desk: Desk, file: Path) -> None:
    desk.people.add("Ada Obi")
    desk.people.add("Ada Obi")
    with pytest.raises(
        Refusal, match=r"“Ada Obi” could be ada, ada-obi\. Write the one that is meant"
    ):
        desk.imports.notes(file)
    file.write_text(FILE.replace("# Ada Obi", "# ada-obi"), "utf-8")
    assert desk.imports.notes(file)[0].handle == "ada-obi"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no person in it. Give each one a first-level heading: # Ada Obi"),
        (b"## Calls\n- 2026-01-01\n", "has no person in it."),
        (b"\xff\xfe#\x00 \x00A\x00", "is not UTF-8 text. Save it as UTF-8 and try again."),
        (b"# " + b"x" * 200, "has 200 characters; 120 is the most."),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence_and_nothing_comes_in(
    desk: Desk, file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        desk.imports.notes(file)
    assert sentence in refused.value.sentence
    assert desk.pages.people() == []


def test_a_mistake_further_down_keeps_everything_out(desk: Desk, file: Path) -> None:
    file.write_text(FILE + "# " + "x" * 200 + "\n", "utf-8")
    with pytest.raises(Refusal):
        desk.imports.notes(file)
    assert desk.pages.people() == []
    assert desk.last_undo() == ""


def test_what_is_no_file_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    for path, why in ((tmp_path / "missing.md", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(Refusal, match=rf"cannot be read \({why}.*Give a Markdown file"):
            desk.imports.notes(path)


def test_what_is_too_large_for_notes_is_not_read(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentordesk.desk.imports.LARGEST", 100)
    with pytest.raises(Refusal, match=r"that is no notes file. Split it, if it is one."):
        desk.imports.notes(file)


def test_an_unknown_playbook_is_refused(desk: Desk, file: Path) -> None:
    with pytest.raises(Refusal, match="There is no playbook “nothing”"):
        desk.imports.notes(file, playbook="nothing")


def test_a_file_from_another_system_and_with_a_hostile_name(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;owned\x07b\n.md"
    path.write_bytes("\ufeff# Ada Obi\r\n## Notes\r\nred \x1b[31mtext\r\n".encode())
    desk.imports.notes(path)
    assert desk.last_undo() == "import ab .md"
    assert desk.pages.timeline("ada")[0].body == "red text"
