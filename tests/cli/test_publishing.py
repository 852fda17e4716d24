"""`ics publish` at the prompt: the file, what is in it, and that it is kept as the desk is."""

import json
from pathlib import Path

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def file(ada: Shell, tmp_path: Path) -> Path:
    """Where the settings want the calendar."""
    path = tmp_path / "desk.ics"
    (ada.home / "settings.toml").write_text(
        f'email = "mara@example.org"\n[publish]\npath = "{path}"\nnames = "handle"\nalarm = 10\n'
    )
    return path


def test_the_file_follows_what_is_done_by_any_command(ada: Shell, file: Path) -> None:
    assert ada.out("note ada 'a thought'") and not file.exists()
    ada.out("slot skip ada '1 dec' --reason 'told in confidence'")
    skipped = file.read_bytes()
    assert b"SUMMARY:Mentoring: ada" in skipped and b"TRIGGER:-PT10M" in skipped
    assert b"confidence" not in skipped and b"ATTENDEE" not in skipped
    ada.out("undo")
    assert file.read_bytes() != skipped
    before = file.stat().st_mtime_ns
    ada.out("today")
    ada.out("note ada 'another one'")
    assert file.stat().st_mtime_ns == before
    assert f"{file} is as it should be: 1 slot" in ada.out("ics publish")


def test_what_keeps_it_from_being_written_is_said_and_breaks_nothing(
    ada: Shell, file: Path
) -> None:
    file.mkdir()
    done = ada("slot skip ada '1 dec'")
    assert done.stdout
    assert done.stderr.startswith("Your calendar is not published: ")
    assert "Traceback" not in done.stderr
    doctor = ada("doctor", code=1)
    assert f"! {file} is not there, and calendars cannot read it." in doctor.stdout
    file.rmdir()
    assert f"Wrote {file}: 1 slot" in ada.out("ics publish")
    assert json.loads(ada.out("doctor --json"))["published"]["fresh"] is True
    file.write_bytes(file.read_bytes().replace(b"Mentoring", b"Monitoring"))
    assert f"! {file} is not as the desk is." in ada("doctor", code=1).stdout
    file.write_text("my own words", encoding="utf-8")
    said = ada("doctor", code=1).stdout
    assert f"! {file} is no calendar of this desk. Name another file as publish.path" in said
    assert f"{file}, never" in said
    assert "ics publish" not in said


def test_it_is_shown_before_it_is_written_and_kept_only_where_wanted(
    ada: Shell, tmp_path: Path
) -> None:
    shown = ada.out("ics publish --names full --dry-run")
    assert shown.startswith("1 slot, no single calls or workshops, ")
    assert "  Mentoring: Ada Obi\n" in shown
    assert ada.out("ics publish").startswith("BEGIN:VCALENDAR")
    target = tmp_path / "out.ics"
    assert "set publish.path to it in the settings" in ada.out(f"ics publish -o {target}")
    ada.out("slot skip ada '1 dec'")
    assert b"20261201" not in target.read_bytes()
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ada")
    assert f"{other} exists already" in ada.refused(f"ics publish -o {other}")
    assert "initials, handle, full" in ada.refused("ics publish --names nick")


def test_a_path_that_begins_nowhere_begins_at_home(
    ada: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in ("desk.ics", "~/desk.ics"):
        (ada.home / "settings.toml").write_text(f'publish.path = "{path}"\n')
        assert f"Wrote {tmp_path / 'desk.ics'}: 1 slot" in ada.out("ics publish")
        (tmp_path / "desk.ics").unlink()
        ada.out("slot skip ada '1 dec'" if path == "desk.ics" else "undo")
        assert (tmp_path / "desk.ics").exists()
        (tmp_path / "desk.ics").unlink()


def test_the_demo_touches_no_calendar_of_ones_own(
    ada: Shell, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.out("slot skip ada '1 dec'")
    before = file.read_bytes()
    # Its months of sessions take two seconds; one verb shows as much.
    monkeypatch.setattr("mentordesk.desk.demo.fill", lambda desk: desk.people.add("Demo"))
    ada.out(f"demo --into {tmp_path / 'demo'}")
    assert file.read_bytes() == before
