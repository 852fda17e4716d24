"""The file as a whole: its head, its zones, its identity, and two that are kept to look at."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import icalendar
import pytest
from tests.ical.samples import STAMP, UID, export, logical_lines, series, values, wall

from mentordesk import zones
from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.errors import Refusal
from mentordesk.ical import Organizer, Published, series_calendar

GOLDEN = Path(__file__).parents[1] / "golden"


def weekly_in_berlin() -> bytes:
    """Twelve Tuesdays with a skipped, a moved and a passed-over call, a gap and a long text."""
    slot = series(
        count=12,
        gaps=(Gap(date(2026, 10, 5), date(2026, 10, 15), "conference"),),
        changes={
            date(2026, 9, 8): Change("skipped", sequence=1, reason="told in confidence"),
            date(2026, 9, 15): Change("moved", wall("2026-09-16 19:30"), sequence=3),
            date(2026, 9, 22): Change("moved", wall("2026-09-29 09:00"), sequence=4),
        },
    )
    item = Published(
        slot,
        "Mentoring: Ádá & Bo",
        description=r"Agenda: look at C:\New, then; plan" + "\nSee you! " + "für später … " * 9,
        location="https://meet.example.org/ada-bo",
    )
    mentor = Organizer('Bo "the mentor" O\'Neil, Dr.', "bo@example.org")
    return series_calendar([item], tzif=zones.tz_bytes, organizer=mentor, name="Mentoring")


def monthly_in_santiago() -> bytes:
    """A series that ends, and one of another person in a zone that equals UTC."""
    first = series(
        "FREQ=MONTHLY;BYDAY=-1TH",
        zone="America/Santiago",
        starts_on=date(2024, 8, 1),
        until=date(2025, 6, 30),
        changes={date(2024, 12, 26): Change("cancelled")},
    )
    second = series("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", zone="Africa/Accra", uid="second@desk")
    items = [Published(first, "Check-in"), Published(second, "Office hours", status="TENTATIVE")]
    return series_calendar(items, tzif=zones.tz_bytes)


@pytest.mark.parametrize(
    "file, written",
    [
        ("weekly-in-berlin.ics", weekly_in_berlin),
        ("monthly-in-santiago.ics", monthly_in_santiago),
    ],
)
def test_the_files_are_as_they_were_when_read_and_found_right(
    file: str, written: Callable[[], bytes]
) -> None:
    assert written() == (GOLDEN / file).read_bytes()
    assert written() == written()


def test_a_plain_file_has_no_method_and_a_published_one_names_its_sender() -> None:
    assert not [line for line in logical_lines(export(series())) if "METHOD" in line]
    data = export(series(), organizer=Organizer("Bo", "bo@example.org"), name="Mentoring")
    assert "METHOD:PUBLISH" in logical_lines(data)
    assert {"NAME:Mentoring", "X-WR-CALNAME:Mentoring"} <= set(logical_lines(data))
    assert values(data, "ORGANIZER") == ["ORGANIZER;CN=Bo:mailto:bo@example.org"]
    assert not values(data, "ATTENDEE")


@pytest.mark.parametrize(
    "name, written",
    [
        ('Bo "B" O^Neil', "ORGANIZER;CN=\"Bo 'B' O Neil\":mailto:bo@example.org"),
        ("Neil, Dr.; Bo: B", 'ORGANIZER;CN="Neil, Dr.; Bo: B":mailto:bo@example.org'),
        ("a\r\nATTENDEE:x\x1b[2J", 'ORGANIZER;CN="a ATTENDEE:x":mailto:bo@example.org'),
        ("", "ORGANIZER:mailto:bo@example.org"),
    ],
)
def test_a_name_needs_no_escapes_that_old_programs_show(name: str, written: str) -> None:
    data = export(series(), organizer=Organizer(name, "bo@example.org"))
    assert values(data, "ORGANIZER") == [written]


@pytest.mark.parametrize(
    "email", ["", "bo", "bo@", "@x", "a b@x", "a@b@c", "bo@x\r\nX:1", "bö@x", "a,b@x", "<a@x>"]
)
def test_what_is_no_mail_address_is_refused_with_a_sentence(email: str) -> None:
    with pytest.raises(Refusal, match="is no mail address"):
        Organizer("Bo", email)


def test_zones_stand_before_the_events_and_once_each() -> None:
    one = series()
    data = export(one, one._replace(uid="b"), series(zone="Asia/Kolkata", uid="c"))
    lines = logical_lines(data)
    names = [line for line in lines if line.startswith("TZID")]
    assert names == ["TZID:Europe/Berlin", "TZID:Asia/Kolkata"]
    assert lines.index("END:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    assert "BEGIN:VTIMEZONE" not in lines[lines.index("BEGIN:VEVENT") :]


def test_two_series_in_one_zone_share_one_that_covers_both() -> None:
    early = series(zone="America/Santiago", starts_on=date(2024, 8, 1), count=3)
    late = early._replace(starts_on=date(2026, 5, 1), uid="b")
    lines = logical_lines(export(early, late))
    onsets = [line[8:12] for line in lines if line.startswith("DTSTART:")]
    assert onsets == ["2024", "2024", "2025", "2025", "2026"]


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Africa/Accra", "GMT", "Atlantic/Reykjavik"])
def test_zones_that_equal_utc_keep_a_name(zone: str) -> None:
    data = export(series(zone=zone, until=date(2026, 12, 1)))
    name = "Etc/UTC" if zone == "UTC" else zone
    assert values(data, "DTSTART") == [f"DTSTART;TZID={name}:20260901T180000"]
    assert f"TZID:{name}" in logical_lines(data)


def test_identity_and_state_are_those_of_the_store() -> None:
    (event,) = icalendar.Calendar.from_ical(export(series(sequence=7))).events
    assert (event["UID"], event["SEQUENCE"]) == (UID, 7)
    stamps = [event[name].to_ical() for name in ("CREATED", "DTSTAMP", "LAST-MODIFIED")]
    assert stamps == [b"20260702T090000Z", b"20260801T090000Z", b"20260801T090000Z"]


@pytest.mark.parametrize("broken", [{"uid": ""}, {"stamp": None}])
def test_a_series_that_was_never_stored_cannot_leave(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="stored"):
        Published(series()._replace(**broken), "Call")  # type: ignore[arg-type]


def test_an_instant_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="zone"):
        export(series(stamp=STAMP.replace(tzinfo=None)))


def test_a_series_that_ends_before_it_begins_is_refused_with_its_name() -> None:
    with pytest.raises(Refusal, match="“Call” ends before its first day"):
        export(series(until=date(2026, 8, 1)))


def test_other_zones_of_the_same_stamp_write_the_same_file() -> None:
    there = datetime(2026, 8, 1, 11, tzinfo=zones.zone("Europe/Berlin"))
    assert there.astimezone(UTC) == STAMP
    assert export(series(stamp=there)) == export(series())


def late_at_night() -> Series:
    """A call that ends on the next day."""
    return series(wall_time=time(23, 30), count=2)


def test_a_call_past_midnight_ends_on_the_next_day() -> None:
    assert values(export(late_at_night()), "DTEND") == ["DTEND;TZID=Europe/Berlin:20260902T003000"]
