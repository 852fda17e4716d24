"""Calendars and mails as other programs write them, put together for these tests.

Each follows what its program is known to do: Google answers with times in UTC, Exchange with
Windows names of zones, Apple without ORGANIZER's name, Thunderbird through Mozilla's engine,
Nextcloud through sabre.
"""

from base64 import b64encode
from collections.abc import Callable
from quopri import encodestring
from typing import NamedTuple

WINDOWS = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*events: str, method: str = "", zones: str = "", product: str = "-//x//EN") -> bytes:
    """A VCALENDAR of some events, each the lines between BEGIN and END."""
    head = f"BEGIN:VCALENDAR\nPRODID:{product}\nVERSION:2.0\n"
    head += f"METHOD:{method}\n" if method else ""
    body = "".join(f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT\n" for one in events)
    return f"{head}{zones}{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


class Program(NamedTuple):
    """How a program answers: `date` is the line for one date, given its wall time in Berlin."""

    product: str
    zones: str
    date: Callable[[str], str]
    attendee: str
    rest: str


def _utc(wall: str) -> str:
    """A wall time of Berlin's winter in UTC."""
    return f"{wall[:9]}{int(wall[9:11]) - 1:02}{wall[11:]}Z"


PROGRAMS = {
    "google": Program(
        "-//Google Inc//Google Calendar 70.9054//EN", "",
        lambda wall: f":{_utc(wall)}",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={};CN=ada@example.org;\n"
        " X-NUM-GUESTS=0:mailto:ada@example.org",
        "ORGANIZER;CN=Bo Lund:mailto:bo@example.org\nCREATED:20261126T164900Z\n"
        "DESCRIPTION:\nLAST-MODIFIED:20261127T080000Z\nLOCATION:\nSTATUS:CONFIRMED\n"
        "SUMMARY:Mentoring\nTRANSP:OPAQUE",
    ),
    "outlook": Program(
        "Microsoft Exchange Server 2010", WINDOWS,
        lambda wall: f";TZID=W. Europe Standard Time:{wall}",
        "ATTENDEE;PARTSTAT={};CN=Ada Obi:MAILTO:Ada@Example.ORG",
        "SUMMARY;LANGUAGE=de-DE:Zugesagt: Mentoring\nCLASS:PUBLIC\nPRIORITY:5\nTRANSP:OPAQUE\n"
        "STATUS:CONFIRMED\nX-MICROSOFT-CDO-APPT-SEQUENCE:0\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    ),
    "apple": Program(
        "-//Apple Inc.//macOS 15.1//EN", "",
        lambda wall: f";TZID=Europe/Berlin:{wall}",
        "ATTENDEE;CN=\"Ada Obi\";CUTYPE=INDIVIDUAL;EMAIL=\"ada@example.org\";PARTSTAT={};\n"
        " ROLE=REQ-PARTICIPANT:urn:uuid:0F1E2D3C-0000-4000-8000-000000000000",
        "ORGANIZER:mailto:bo@example.org\nSUMMARY:Mentoring\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
    ),
    "thunderbird": Program(
        "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN", "",
        lambda wall: f";TZID=Europe/Berlin:{wall}",
        "ATTENDEE;PARTSTAT={};ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:ada@example.org",
        "ORGANIZER;CN=Bo Lund:mailto:bo@example.org\nSUMMARY:Mentoring\nX-MOZ-RECEIVED-SEQUENCE:0",
    ),
    "nextcloud": Program(
        "-//Sabre//Sabre VObject 4.6.0//EN", "",
        lambda wall: f";TZID=Europe/Berlin:{wall}",
        "ATTENDEE;PARTSTAT={};CN=Ada Obi:mailto:ada@example.org",
        "ORGANIZER;CN=Bo Lund:mailto:bo@example.org\nSUMMARY:Mentoring\nREQUEST-STATUS:2.0;Success",
    ),
}  # fmt: skip


def answer(
    program: str,
    uid: str,
    partstat: str = "ACCEPTED",
    *,
    day: str = "",
    sequence: int = 0,
    stamp: str = "20261127T080000Z",
    start: str = "20261126T180000",
    more: str = "",
    method: str = "REPLY",
) -> bytes:
    """An answer to a series of an hour, or to its date whose wall time in Berlin is `day`.

    `start` and `more` (other lines) are for proposals, of which `method` makes it one.
    """
    made = PROGRAMS[program]
    end = f"{start[:9]}{int(start[9:11]) + 1:02}{start[11:]}"
    event = [
        f"UID:{uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}",
        f"DTSTART{made.date(start)}", f"DTEND{made.date(end)}",
        *([f"RECURRENCE-ID{made.date(day)}"] if day else []),
        made.attendee.format(partstat), made.rest, *([more] if more else []),
    ]  # fmt: skip
    return calendar("\n".join(event), method=method, zones=made.zones, product=made.product)


def counter(program: str, uid: str, start: str, **said: str | int) -> bytes:
    """A proposal of another start (wall time in Berlin) by somebody who is not sure."""
    return answer(program, uid, "TENTATIVE", start=start, method="COUNTER", **said)  # type: ignore[arg-type]


def mail(
    ics: bytes, *, sender: str = "Ada Obi <ada@example.org>", coding: str = "base64",
    charset: str = "UTF-8",
) -> bytes:  # fmt: skip
    """A mail as calendars send answers: words, then the calendar, and a copy of it attached."""
    text = ics.decode().encode(charset)
    body = b64encode(text) if coding == "base64" else encodestring(text)
    part = (
        (
            f"Content-Type: text/calendar; charset={charset}; method=REPLY\r\n"
            f"Content-Transfer-Encoding: {coding}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n"
    )
    copy = part.replace(b"text/calendar", b"application/ics; name=invite.ics")
    words = (
        b"Content-Type: text/plain\r\n\r\nAda has accepted.\r\nBEGIN:VCALENDAR is no calendar\r\n"
    )
    inner = b"--in\r\n" + words + b"--in\r\n" + part + b"--in--\r\n"
    outer = b"--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n" + inner
    head = f"From: {sender}\r\nTo: bo@example.org\r\nMIME-Version: 1.0\r\n"
    head += "Content-Type: multipart/mixed; boundary=out\r\n\r\n"
    return head.encode() + outer + b"--out\r\n" + copy + b"--out--\r\n"


def forwarded(original: bytes) -> bytes:
    """A mail in which another one is sent on."""
    head = (
        b"From: Bo <bo@elsewhere.example>\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=fwd\r\n\r\n"
    )
    return head + b"--fwd\r\nContent-Type: message/rfc822\r\n\r\n" + original + b"\r\n--fwd--\r\n"
