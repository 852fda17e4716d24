"""The zone that travels with the calls: right for every zone there is, in a form all can read."""

import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from tests.ical.samples import export, series, wall, zone_as_written

from mentordesk import zones
from mentordesk.ical.tzif import YEAR, read
from mentordesk.ical.vtimezone import change_days, timezone_text

PLAIN = """BEGIN:VTIMEZONE
TZID:Europe/Dublin
BEGIN:STANDARD
DTSTART:19701025T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:IST
END:DAYLIGHT
END:VTIMEZONE
"""
NO_CHANGE = """BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE
"""
AT_ZERO = """BEGIN:VTIMEZONE
TZID:Africa/Accra
BEGIN:DAYLIGHT
DTSTART:19700101T000000
TZOFFSETFROM:-0100
TZOFFSETTO:+0000
TZNAME:GMT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20000701T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE
"""
LISTED = """BEGIN:VTIMEZONE
TZID:America/Santiago
BEGIN:STANDARD
DTSTART:20240407T000000
TZOFFSETFROM:-0300
TZOFFSETTO:-0400
TZNAME:-04
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20240908T000000
TZOFFSETFROM:-0400
TZOFFSETTO:-0300
TZNAME:-03
END:DAYLIGHT
END:VTIMEZONE
"""


def seconds(year: int, month: int = 1, day: int = 1) -> int:
    """Unix seconds at the start of a day in UTC."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


def written(name: str, since: int, until: int) -> str:
    """The VTIMEZONE for a span, with plain line ends."""
    return timezone_text(name, zones.tz_bytes(name), since, until).decode().replace("\r\n", "\n")


def test_a_zone_with_a_yearly_rule_gets_it_as_two_observances_from_1970() -> None:
    assert written("Europe/Dublin", seconds(2024), seconds(2031)) == PLAIN


def test_a_zone_without_changes_is_one_observance() -> None:
    assert written("Asia/Kolkata", seconds(2024), seconds(2031)) == NO_CHANGE


def test_a_zone_that_equals_utc_is_told_from_it_by_a_summer_time_long_past() -> None:
    assert written("Africa/Accra", seconds(2024), seconds(2031)) == AT_ZERO


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("Africa/Accra", seconds(2024), seconds(2031)),
        ("Atlantic/Reykjavik", seconds(2026), seconds(2027)),
        ("Africa/Casablanca", seconds(2026, 2), seconds(2026, 9)),
        ("Africa/Casablanca", seconds(2026, 10), seconds(2028)),
        ("Europe/Lisbon", seconds(2026), seconds(2027)),
    ],
)
def test_no_reader_takes_a_zone_at_offset_zero_for_utc(name: str, since: int, until: int) -> None:
    """python-vobject compares a zone with UTC at the turns of its clocks from 2000 to 2019."""
    text = timezone_text(name, zones.tz_bytes(name), since, until).decode()
    read_back = tzical(StringIO(text)).get()
    assert read_back is not None
    months = [wall(f"{year}-{month:02}-01") for year in range(2000, 2020) for month in range(1, 13)]
    assert any(read_back.dst(month) for month in months)


def test_a_zone_without_a_plain_rule_lists_its_onsets_from_the_one_in_force() -> None:
    assert written("America/Santiago", seconds(2024, 8, 1), seconds(2025, 3, 1)) == LISTED


def test_a_law_that_changed_inside_the_span_is_listed_and_outside_it_is_not() -> None:
    before = written("America/New_York", seconds(2006, 9, 1), seconds(2007, 6, 1))
    assert "RRULE" not in before
    assert "DTSTART:20070311T020000" in before
    assert "BYMONTH=3;BYDAY=2SU" in written("America/New_York", seconds(2008), seconds(2009))


def test_a_zone_that_only_moved_forward_still_has_a_standard_time() -> None:
    """Samoa skipped a whole day in summer time; Outlook knows no zone that is only DAYLIGHT."""
    text = written("Pacific/Apia", seconds(2011, 11), seconds(2012, 2))
    assert text.count("BEGIN:STANDARD") == 2
    assert "DAYLIGHT" not in text
    assert "TZOFFSETFROM:-1000\nTZOFFSETTO:+1400" in text


@pytest.mark.parametrize("name", ["Asia/Jerusalem", "Africa/Cairo", "America/Nuuk", "Asia/Gaza"])
def test_hours_beyond_midnight_are_no_plain_rule(name: str) -> None:
    assert "RRULE" not in written(name, seconds(2026), seconds(2028))


def test_the_days_on_which_clocks_change_are_known_with_those_before() -> None:
    days = change_days(zones.tz_bytes("Europe/Berlin"), seconds(2026), seconds(2027))
    assert days == {date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)}


def test_every_zone_is_read_as_zoneinfo_reads_it() -> None:
    files = {zones.tz_bytes(name): name for name in sorted(zones.names())}
    since, until = seconds(2000), seconds(2050)
    for data, name in files.items():
        zone, tz = read(data), zones.zone(name)
        first = zone.in_force(since)
        offset = first.after if first else zone.offset
        at = since
        for onset in [*zone.between(since, until), None]:
            end = onset.at if onset else until
            for moment in (at, (at + end) // 2, end - 1):
                assert utcoffset(moment, tz) == offset, (name, moment)
            if onset:
                assert (onset.before, onset.at > at) == (offset, True), name
                at, offset = onset.at, onset.after


def utcoffset(at: int, tz: ZoneInfo) -> float:
    """Seconds east of UTC at an instant."""
    found = datetime.fromtimestamp(at, tz).utcoffset()
    assert found is not None
    return found.total_seconds()


@pytest.mark.parametrize(
    "name",
    [
        *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham"),
        *("Antarctica/Troll", "Europe/Dublin", "America/Santiago", "Africa/Casablanca"),
        *("Africa/Cairo", "Asia/Jerusalem", "America/Vancouver", "Asia/Kolkata", "Etc/GMT+7"),
    ],
)
def test_dateutil_reads_the_right_offset_from_the_file_all_day_and_night(name: str) -> None:
    zone = zones.zone(name)
    slot = series(zone=name, starts_on=date(2026, 2, 3), until=date(2027, 6, 1))
    tz = zone_as_written(export(slot))
    at = wall("2026-02-03 18:00")
    while at < wall("2027-06-01 19:00"):
        here = at.replace(tzinfo=zone)
        if here.utcoffset() == here.replace(fold=1).utcoffset():
            assert at.replace(tzinfo=tz).utcoffset() == here.utcoffset(), at
        at += timedelta(hours=5, minutes=30)


def test_an_endless_slot_has_its_zone_for_five_years_after_its_last_change() -> None:
    text = export(series(zone="America/Santiago", stamp=datetime(2030, 1, 1, tzinfo=UTC))).decode()
    onsets = re.findall(r"DTSTART:(\d{4})", text)
    assert (onsets[0], onsets[-1]) == ("2026", "2034")


@pytest.mark.parametrize("data", [b"", b"TZif", b"TZif" + bytes(40), b"BEGIN:VTIMEZONE" * 9])
def test_what_is_no_zone_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="TZif"):
        read(data)


def test_years_are_never_further_off_than_a_day() -> None:
    for year in range(1970, 2100):
        assert abs(seconds(year) // YEAR - (year - 1970)) <= 1
