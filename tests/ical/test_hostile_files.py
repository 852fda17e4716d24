"""Files that were made to do harm: read in a moment or refused with a sentence, never guessed."""

import pytest
from tests.ical.elsewhere import answer, calendar

from mentordesk.domain.answering import Letter
from mentordesk.domain.errors import Refusal
from mentordesk.ical.reading import letters

ME = "UID:1@x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org"
GOOD = answer("google", "1@x")
LATE = "DTSTART:20261211T180000Z"


def nested(depth: int, inner: bytes) -> bytes:
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return head.encode() + b"Content-Type: text/calendar\n\n" + inner


HARM = {
    "length": calendar(f"{ME}\n{LATE}\nDURATION:P999999999D", method="COUNTER"),
    "length back": calendar(f"{ME}\n{LATE}\nDURATION:-P9999D", method="COUNTER"),
    "first year": calendar(f"{ME}\nDTSTART:00010101T000000Z", method="COUNTER"),
    "last year": calendar(f"{ME}\nRECURRENCE-ID:99991231T235959Z", method="REPLY"),
    "number": calendar(f"{ME}\nSEQUENCE:{2**63}", method="REPLY"),
    "endless number": calendar(f"{ME}\nSEQUENCE:{'9' * 5_000}", method="REPLY"),
    "zone of a path": calendar(f"{ME}\nRECURRENCE-ID;TZID=../../etc/passwd:20261210T180000"),
    "quoted": calendar(ME.replace(";", f';CN="{"^n" * 900_000}";', 1), method="REPLY"),
    "parts in parts": nested(200, b"x\n" * 100_000),
    "countless parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 200_000,
    "countless parameters": b"Content-Type: text/calendar" + b"; a=b" * 300_000 + b"\n\n" + GOOD,
    "a folded header": b"Content-Type: text/calendar" + b"\n ;a=b" * 300_000 + b"\n\n" + GOOD,
    "sender": b"From: " + b"a," * 500_000 + b"\nContent-Type: text/calendar\n\n" + GOOD,
    "calendars in calendars": b"BEGIN:VCALENDAR\r\n" * 5_000 + b"END:VCALENDAR\r\n" * 5_000,
    "events in events": calendar("BEGIN:VEVENT\n" * 5_000 + "END:VEVENT\n" * 5_000, method="REPLY"),
    "wide and cut": GOOD.decode().encode("utf-16")[:-1],
    "zeros": GOOD.replace(b"DTSTAMP", b"DT\0STAMP"),
}


def read(name: str) -> list[Letter]:
    try:
        return letters(HARM[name], "a file")
    except Refusal as refusal:
        assert refusal.sentence.startswith("a file ")
        return []


@pytest.mark.parametrize("name", HARM)
def test_harm_is_read_in_a_moment_or_refused(name: str) -> None:
    for one in (said for letter in read(name) for said in letter.said):
        assert one.address == "ada@example.org"
        assert one.start is None or one.start.year == 2026
        assert len(one.name) <= 10_000


def test_what_is_too_much_of_one_thing_leaves_the_rest() -> None:
    [said] = read("length")[0].said
    assert (said.end, said.start is None) == (None, False)
    assert "Left out: DURATION, which is no length of a meeting." in read("length")[0].left_out
    assert [one.address for one in read("a folded header")[0].said] == ["ada@example.org"]
    assert read("parts in parts") == []
