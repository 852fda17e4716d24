"""What was written is what is read, whatever was written, and no line breaks a reader."""

import re

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ical.samples import events, logical_lines, series, values

from mentordesk import zones
from mentordesk.ical import Published, series_calendar
from mentordesk.ical.lines import folded

HOSTILE = {
    "a path with a capital N": r"C:\New\notes, C:\new; \N \n \\N",
    "everything that is escaped": 'semi;colon, comma, back\\slash, "quotes", new\nline',
    "the end is a backslash": "never ends \\",
    "a property in disguise": "x\nATTENDEE:mailto:eve@example.org\nEND:VEVENT",
    "long and wide": "für Ádá 🎉 " * 40,
    "backslashes across every fold": "\\" * 300,
    "a joined emoji": "👩🏽\u200d💻" * 30,
    "blanks at the folds": " " * 200 + "end",
}


def file(text: str) -> bytes:
    """A calendar with this text in each of its fields."""
    item = Published(series(), text, description=text, location=text)
    return series_calendar([item], tzif=zones.tz_bytes, name=text)


def unescaped(line: str) -> str:
    """RFC 5545 §3.3.11 read backwards, by nobody's library."""
    value = line.partition(":")[2]
    return re.sub(r"\\(.)", lambda pair: "\n" if pair[1] in "nN" else pair[1], value)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_reads_back_as_it_was(text: str) -> None:
    data = file(text)
    assert unescaped(values(data, "DESCRIPTION")[0]) == text
    assert unescaped(values(data, "LOCATION")[0]) == text
    (event,) = events(data)
    assert event["DESCRIPTION"] == text
    stands_line_by_line(data)


def test_a_summary_is_one_line() -> None:
    assert unescaped(values(file("Call\r\nwith Ada"), "SUMMARY")[0]) == "Call with Ada"


def test_line_breaks_of_every_kind_become_one_kind_and_controls_go() -> None:
    text = "a\r\nb\rc\u2028d\x85e\x0bf\x1b[31mred\x1b[0m\x07\x00\u202eg\th"
    assert unescaped(values(file(text), "DESCRIPTION")[0]) == "a\nb\nc\nd\ne\nfredg\th"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from("ab\\;,:\"'\nnN é漢🎉\u0301^\t"), max_size=200, min_size=40))
def test_any_text_survives(characters: list[str]) -> None:
    text = "".join(characters)
    data = file(text)
    names = [line for line in logical_lines(data) if line.startswith(("NAME:", "X-WR-CALNAME:"))]
    assert [unescaped(line) for line in names] == [text, text]
    stands_line_by_line(data)


def stands_line_by_line(data: bytes) -> None:
    """Every line is short, whole UTF-8, and cuts no escape in two (RFC 5545 §3.1)."""
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line and b"\r" not in line
    assert not re.search(rb"(?<!\\)(?:\\\\)*\\\r\n ", data)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\r\n\r\n" not in data


def test_a_megabyte_is_folded_without_waiting() -> None:
    (line,) = [b"DESCRIPTION:" + "ü\\\\".encode() * 300_000]
    assert folded([line]).replace(b"\r\n ", b"") == line + b"\r\n"


def test_nothing_is_written_of_what_is_empty() -> None:
    (event,) = events(series_calendar([Published(series(), "Call")], tzif=zones.tz_bytes))
    assert "DESCRIPTION" not in event
    assert "LOCATION" not in event


def test_only_what_was_handed_over_leaves() -> None:
    data = series_calendar(
        [Published(series()._replace(place="mentor's own place"), "Call")], tzif=zones.tz_bytes
    )
    assert b"own place" not in data
    names = {name for event in icalendar.Calendar.from_ical(data).events for name in event}
    assert names == {
        *("UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SUMMARY", "STATUS", "TRANSP"),
        *("DTSTART", "DTEND", "RRULE", "X-MICROSOFT-CDO-BUSYSTATUS"),
    }
