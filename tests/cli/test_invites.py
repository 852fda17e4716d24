"""A mentor invites at the prompt, and sends what was written with a mail program."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def bo(ada: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A mentor with an address of their own, in an empty folder."""
    (ada.home / "settings.toml").write_text('name = "Bo"\nemail = "bo@example.org"\n', "utf-8")
    (tmp_path / "mail").mkdir()
    monkeypatch.chdir(tmp_path / "mail")
    return ada


def files() -> list[str]:
    """What lies in the folder."""
    return sorted(path.name for path in Path().iterdir())


def test_an_invitation_is_looked_at_then_written_then_up_to_date(bo: Shell) -> None:
    looked = bo.out("ics invite ada --dry-run")
    assert looked.startswith("Invitation: Mentoring: Ada Obi & Bo → Ada Obi <ada@example.org>\n")
    assert "  Tue 1 Dec 2026, 18:00 Berlin (18:00 Lagos)\n" in looked
    assert files() == []
    written = bo.out("ics invite ada")
    assert written.endswith("Wrote ada-01-invite.ics\n")
    assert bo.refused("ics invite ada") == (
        "Nothing has changed for Ada Obi since the last message."
        " If that was lost: mentordesk ics invite ada --again"
    )
    assert bo.out("ics invite ada --dry-run").startswith("Nothing has changed for Ada Obi")
    again = bo.out("ics invite ada --again")
    assert again.startswith("Once more: Mentoring: Ada Obi & Bo → Ada Obi <ada@example.org>\n")
    assert "  Tue 1 Dec 2026, 18:00 Berlin (18:00 Lagos)\n" in again
    assert again.endswith("Wrote ada-02-again.ics\n")


def test_an_end_says_that_their_calendar_does_not_know_of_it(bo: Shell) -> None:
    untold = "✉ 1 change not sent yet. Tell them: mentordesk ics invite ada\n"
    bo("ics invite ada")
    assert bo.out("slot end ada '8 dec'").endswith(untold)
    bo("ics invite ada")
    assert untold in bo.out("mentee graduate ada")
    assert untold in bo.out("slot preview ada")
    assert bo.out("ics invite ada").startswith("Cancelled: ")
    assert "✉ 1 change" not in bo.out("slot preview ada")


def test_a_moved_date_is_a_mail_with_a_file_of_everything_beside_it(bo: Shell) -> None:
    bo("ics invite ada --eml")
    bo("slot move ada '1 dec' 'wed 2 dec 19:30'")
    assert bo.out("ics invite ada --eml -o moved.eml") == (
        "Moved: Tue 1 Dec – Mentoring: Ada Obi & Bo → Ada Obi <ada@example.org>\n"
        "  Moved from Tue 1 Dec 2026, 18:00 Berlin (18:00 Lagos)"
        " to Wed 2 Dec 2026, 19:30 Berlin (19:30 Lagos).\n"
        "Wrote moved.eml\nWrote moved-full.ics\n"
    )
    assert files() == ["ada-01-invite.eml", "moved-full.ics", "moved.eml"]


def test_another_time_for_every_date_is_one_sentence_and_one_change(bo: Shell) -> None:
    bo("slot change ada --until 2027-06-01")
    bo("ics invite ada")
    bo("slot move ada '1 dec' 'wed 2 dec 19:30'")
    bo("ics invite ada")
    changed = bo.out("slot change ada 19:00")
    assert "✉ 1 change not sent yet. Tell them: mentordesk ics invite ada\n" in changed
    looked = bo.out("ics invite ada --dry-run")
    told = (
        "From Tue 24 Nov 2026 on: every Tuesday at 19:00 Berlin (19:00 Lagos) instead of 18:00"
        " (18:00 Lagos). Berlin keeps that time when clocks change; elsewhere it differs:"
        " Tue 30 Mar 2027, 19:00 Berlin (18:00 Lagos)."
        " As it was: Wed 2 Dec 2026, 19:30 Berlin (19:30 Lagos).\n"
    )
    subject = "Changed: Mentoring: Ada Obi & Bo"
    assert looked.startswith(f"{subject} → Ada Obi <ada@example.org>\n  {told}")
    assert "\n! from Tue 30 Mar 2027 on: 19:00 for you, 18:00 there\n" in looked
    bo("ics invite ada --eml -o new.eml")
    text = message_from_bytes(Path("new.eml").read_bytes(), policy=default).get_body(("plain",))
    assert text and text.get_content().splitlines() == [subject, "", told.strip()]
    bo("slot change ada --tz America/New_York")
    looked = bo.out("ics invite ada --dry-run")
    assert "at 19:00 New York (Wed 01:00 Berlin, Wed 01:00 Lagos) instead of 13:00 (19:" in looked


def test_what_was_not_sent_yet_is_said_beside_the_dates(bo: Shell) -> None:
    assert "not sent" not in bo.out("slot skip ada '1 dec'")
    bo("ics invite ada")
    said = "✉ 1 change not sent yet. Tell them: mentordesk ics invite ada\n"
    assert said in bo.out("slot skip ada '8 dec'")
    assert said in bo.out("slot preview ada")
    bo("ics invite ada")
    assert "not sent" not in bo.out("slot preview ada")


def test_a_calendar_that_wants_the_whole_series_gets_it(bo: Shell) -> None:
    assert "calendar nextcloud" in bo.out("mentee edit ada --calendar Nextcloud")
    bo("ics invite ada")
    bo("slot skip ada '1 dec'")
    assert bo.out("ics invite ada").endswith("Wrote ada-02-series.ics\n")
    said = bo.refused("mentee edit ada --calendar paper")
    assert said == "“paper” is no calendar. Use google, outlook, apple, nextcloud, other."


def test_a_date_and_then_everything_is_called_off(bo: Shell) -> None:
    bo("ics invite ada")
    said = (
        "Cancelled: Tue 8 Dec – Mentoring: Ada Obi & Bo → Ada Obi <ada@example.org>\n"
        "  Does not take place: Tue 8 Dec 2026, 18:00 Berlin (18:00 Lagos).\n"
    )
    assert bo.out("ics cancel ada '8 dec' --dry-run") == said
    assert "skipped" not in bo.out("slot preview ada")
    assert bo.out("ics cancel ada '8 dec'") == (
        f"{said}Wrote ada-02-skip.ics\nWrote ada-full.ics\n"
    )
    assert "skipped" in bo.out("slot preview ada")
    assert bo.out("ics cancel ada").endswith("taken back.\nWrote ada-03-cancel.ics\n")
    assert bo.out("undo") == (
        "Taken back: withdraw the invitation of Ada Obi;"
        f" do not send ada-03-cancel.ics (in {Path().absolute()})\n"
    )
    assert "call off Tue 8 Dec with Ada Obi; do not send ada-02-skip.ics" in bo.out("undo")
    bo("ics cancel ada")
    assert "holds no invitation of yours" in bo.refused("ics cancel ada")


def test_what_is_in_the_way_is_not_overwritten(bo: Shell) -> None:
    Path("mine.ics").write_text("mine")
    assert "mine.ics exists already." in bo.refused("ics invite ada -o mine.ics")
    bo("ics invite ada -o mine.ics --force")
    assert Path("mine.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_export_is_never_older_than_an_invitation(bo: Shell) -> None:
    bo("ics invite ada")
    bo("ics cancel ada")
    bo("ics invite ada -o again.ics")
    assert "SEQUENCE:2" in bo.out("ics export ada")


def test_without_an_address_the_setting_is_named(ada: Shell) -> None:
    assert ada.refused("ics invite ada --dry-run") == (
        "An invitation needs your own mail address. Set it as email in the settings:"
        " mentordesk settings path shows where they are."
    )
