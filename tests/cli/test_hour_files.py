"""Office hours in the calendars of others: free slots, and a message to who has booked one."""

import json
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import icalendar
import pytest
from tests.cli.shell import Shell
from tests.ical.samples import events, expanded, logical_lines

SINCE, UNTIL = datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 12, 9, tzinfo=UTC)


@pytest.fixture
def mentor(ada: Shell) -> Shell:
    """Two slots on Thursdays from a quarter to midnight on, the second one booked by Ada."""
    (ada.home / "settings.toml").write_text('name = "Mara"\nemail = "mara@example.org"\n')
    link = "--link https://meet.example.org/x"
    ada(f"hours set thu 23:45 --slots 2 --minutes 30 {link} --from 'today'")
    ada("hours book 'fri 00:15' ada 'her visa'")
    return ada


def starts(data: bytes) -> list[str]:
    return [f"{start:%d %H:%M}" for start, _ in expanded(data, SINCE, UNTIL)]


def test_free_slots_take_no_time_and_name_nobody(mentor: Shell, tmp_path: Path) -> None:
    file, beside = tmp_path / "hours.ics", tmp_path / "availability.ics"
    mentor.out(f"hours ics -o {file} --availability {beside}")
    assert starts(file.read_bytes()) == ["26 22:45", "03 22:45", "03 23:15"]
    assert {str(one["TRANSP"]) for one in events(file.read_bytes())} == {"TRANSPARENT"}
    for data in (file.read_bytes(), beside.read_bytes()):
        lines = logical_lines(data)
        assert lines.count("BEGIN:VTIMEZONE") == 1
        assert ("METHOD:PUBLISH" in lines) == (data == file.read_bytes())
        assert not {"Ada", "visa", "ATTENDEE"} & set(" ".join(lines).replace(":", " ").split())
    assert mentor("hours ics").stdout_bytes == file.read_bytes()
    mentor("hours free 'fri 00:15'")
    mentor.out(f"hours ics -o {file}")
    assert starts(file.read_bytes()) == ["26 22:45", "26 23:15", "03 22:45", "03 23:15"]


def test_every_rhythm_is_the_same_for_calendars_as_on_the_desk(
    mentor: Shell, tmp_path: Path
) -> None:
    mentor("hours end thu --dry-run")
    mentor("hours set every 2 weeks tue and sun 23:30 --slots 2 --minutes 30")
    mentor("hours set third sat 10:00-11:30 --minutes 45")
    file = tmp_path / "hours.ics"
    mentor.out(f"hours ics -o {file}")
    offered = json.loads(mentor.out("hours list --weeks 52 --json"))
    free = sorted(one["start"] for one in offered if one["free"])
    until = datetime.fromisoformat(free[-1]) + timedelta(minutes=1)
    found = sorted(f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for start, _ in expanded(
        file.read_bytes(), SINCE, until
    ))  # fmt: skip
    assert found == free and len(found) > 200


def test_availability_has_the_same_times(mentor: Shell, tmp_path: Path) -> None:
    file = tmp_path / "availability.ics"
    mentor.out(f"hours ics --availability {file}")
    (times,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VAVAILABILITY")
    assert str(times["BUSYTYPE"]) == "BUSY-UNAVAILABLE" and times["ORGANIZER"]
    free = times.walk("AVAILABLE")
    assert len(free) == 2 and all("TRANSP" not in one and "STATUS" not in one for one in free)
    as_events = icalendar.Calendar.from_ical(mentor.out("hours ics"))
    for event, one in zip(as_events.walk("VEVENT"), free, strict=True):
        assert event["UID"] == one["UID"]
        assert all(event[name] == one[name] for name in ("DTSTART", "DTEND", "RRULE"))


def test_who_has_booked_is_invited_and_who_has_not_any_more_is_told(
    mentor: Shell, tmp_path: Path
) -> None:
    def message(name: str) -> Any:
        data = (tmp_path / name).read_bytes()
        (event,) = events(data)
        return event

    said = mentor.out(f"hours invite 'fri 00:15' -o {tmp_path}")
    assert "Invitation: Office hour with Mara → Ada Obi <ada@example.org>" in said
    assert "  Fri 27 Nov 2026, 00:15 Berlin (00:15 Lagos), 30 minutes." in said
    first = message("ada-obi-01-hour-invite.ics")
    assert (int(first["SEQUENCE"]), str(first["TRANSP"])) == (0, "OPAQUE")
    assert str(first["ATTENDEE"]) == "mailto:ada@example.org" and "her visa" not in str(first)
    assert "has the invitation already" in mentor.refused("hours invite 'fri 00:15'")
    freed = mentor.out("hours free 'fri 00:15'")
    assert "Take it back: mentordesk hours invite 'fri 00:15'" in freed
    mentor("hours book 'fri 00:15' 'Maya Lin'")
    assert "Maya Lin has no mail address" in mentor.refused("hours invite 'fri 00:15'")
    mentor.out(f"hours invite 'fri 00:15' -o {tmp_path} --email maya@example.org")
    gone = message("ada-obi-02-hour-cancel.ics")
    assert gone["UID"] == first["UID"] and int(gone["SEQUENCE"]) == 1
    assert str(gone["STATUS"]) == "CANCELLED" and gone["DTSTAMP"].dt > first["DTSTAMP"].dt
    maya = message("maya-lin-01-hour-invite.ics")
    assert maya["UID"] != first["UID"] and str(maya["ATTENDEE"]) == "mailto:maya@example.org"
    assert maya["DTSTART"].dt.date() == date(2026, 11, 27)


def test_the_calendar_may_be_attached_byte_for_byte(mentor: Shell, tmp_path: Path) -> None:
    mentor.out(f"ics invite ada --attach -o {tmp_path / 'one.eml'}")
    data = (tmp_path / "one.eml").read_bytes()
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage) and mail.get_content_type() == "multipart/mixed"
    both, copy = mail.iter_parts()
    assert both.get_content_type() == "multipart/alternative"
    words, calendar = both.iter_parts()
    assert words.get_content_type() == "text/plain" and "Invitation" in words.get_content()
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert copy.get_filename() == "invite.ics" and copy.get_content_type() == "application/ics"
    assert copy.get_payload(decode=True) == calendar.get_payload(decode=True)
    assert (mail["To"], mail["X-Unsent"]) == ("Ada Obi <ada@example.org>", "1")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_a_mail_has_the_words_and_the_calendar(mentor: Shell, tmp_path: Path) -> None:
    mail = tmp_path / "ada.eml"
    mentor.out(f"hours invite 'fri 00:15' --eml -o {mail}")
    text = mail.read_bytes()
    assert b'method="REQUEST"' in text and b"To: Ada Obi <ada@example.org>" in text
    mentor("hours free 'fri 00:15'")
    assert f"{mail} exists already" in mentor.refused(f"hours invite 'fri 00:15' --eml -o {mail}")
