"""A zone whose law changes under a series, and one that Outlook cannot hold."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.ical.samples import UID, expanded, export, promised, series, values, wall

from mentordesk import zones
from mentordesk.domain.cadence import Change, Series
from mentordesk.ical import Published, lines_by_uid, parts, series_calendar
from mentordesk.ical.outlook import misread
from mentordesk.ical.recurrence import rule_days, span
from mentordesk.ical.tzif import law_since, read

SECOND = f"{UID}.2"
LATE = timedelta(hours=1)
SINCE, UNTIL = datetime(2025, 6, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


def vancouver(**more: Any) -> Series:
    """Tuesdays from January 2026; the last change of clocks there was on 8 March."""
    return series(zone="America/Vancouver", starts_on=date(2026, 1, 6), **{"count": 40, **more})


@pytest.mark.parametrize(
    ("zone", "starts_on", "last_before"),
    [
        ("America/Vancouver", date(2026, 1, 6), date(2026, 3, 3)),
        ("America/Edmonton", date(2025, 12, 2), date(2026, 3, 3)),
        ("America/Winnipeg", date(2026, 2, 3), date(2026, 3, 3)),
        ("Africa/Casablanca", date(2026, 7, 7), date(2026, 9, 15)),
        ("America/Havana", date(2026, 11, 3), date(2027, 3, 9)),
        ("America/Vancouver", date(2026, 3, 10), None),
        ("Africa/Casablanca", date(2026, 9, 22), None),
        ("Europe/Berlin", date(2026, 1, 6), None),
        ("America/Santiago", date(2026, 1, 6), None),
        ("Asia/Kolkata", date(2026, 1, 6), None),
        ("Africa/Accra", date(2026, 1, 6), None),
    ],
)
def test_it_is_split_where_the_law_changes_for_good_and_nowhere_else(
    zone: str, starts_on: date, last_before: date | None
) -> None:
    whole = series(zone=zone, starts_on=starts_on, count=40)
    made = parts(whole, zones.tz_bytes)
    assert [one.until for one in made[:-1]] == ([last_before] if last_before else [])
    assert [day for one in made for day in one.days()] == list(whole.days())


@pytest.mark.parametrize(
    "end", [{"count": 40}, {"count": 0}, {"count": 0, "until": date(2026, 12, 1)}]
)
def test_the_parts_are_together_what_the_screens_show(end: dict[str, object]) -> None:
    changes = {
        date(2026, 2, 24): Change("moved", wall("2026-03-11T09:00")),
        date(2026, 3, 3): Change("skipped"),
        date(2026, 3, 17): Change("moved", wall("2026-03-18T09:00")),
    }
    whole = vancouver(changes=changes, **end)
    data = export(whole)
    assert expanded(data, SINCE, UNTIL) == promised(whole, SINCE, UNTIL)
    assert values(data, "UID") == [f"UID:{uid}" for uid in (UID, f"20260224-{UID}", SECOND, SECOND)]
    assert values(data, "RELATED-TO") == [f"RELATED-TO:{uid}" for uid in (UID, UID, UID)]
    assert "UNTIL=20260304T020000Z" in values(data, "RRULE")[0]


def test_a_part_is_not_divided_again() -> None:
    for part in parts(vancouver(), zones.tz_bytes):
        assert parts(part, zones.tz_bytes) == (part,)


def test_each_part_is_right_in_outlook_where_the_whole_was_not() -> None:
    moved = {date(2026, 2, 24): Change("moved", wall("2026-02-25T09:00"))}
    whole, data = vancouver(count=0, changes=moved), zones.tz_bytes("America/Vancouver")
    for one, is_right in ((whole, False), *((part, True) for part in parts(whole, zones.tz_bytes))):
        days, law = rule_days(one), law_since(read(data))
        assert (not misread(one, days, data, *span(one, days, law))) is is_right


# Zones that one yearly pair of changes cannot say


def misread_days(one: Series) -> dict[date, timedelta]:
    days = rule_days(one)
    return misread(one, days, zones.tz_bytes(one.zone), *span(one, days, -1))


@pytest.mark.parametrize(
    ("zone", "wanted"),
    [
        ("Europe/Berlin", {}),
        ("Australia/Lord_Howe", {}),
        ("Asia/Kolkata", {}),
        ("Africa/Accra", {}),
        ("Asia/Jerusalem", {date(2028, 3, 26): LATE, date(2029, 3, 25): LATE}),
    ],
)
def test_what_outlook_misreads_is_known_to_the_day(
    zone: str, wanted: dict[date, timedelta]
) -> None:
    slot = series("FREQ=WEEKLY;BYDAY=SU", zone=zone, starts_on=date(2026, 9, 6), count=260)
    assert misread_days(slot) == wanted


def test_for_outlook_what_it_would_misread_is_an_event_in_utc() -> None:
    slot = series(
        "FREQ=WEEKLY;BYDAY=SU", zone="America/Santiago", starts_on=date(2026, 9, 6), count=160
    )
    wrong = misread_days(slot)
    assert wrong
    item = Published(slot, "Call", for_outlook=True)
    data = series_calendar([item], tzif=zones.tz_bytes)
    assert expanded(data, SINCE, UNTIL + timedelta(days=400)) == promised(
        slot, SINCE, UNTIL + timedelta(days=400)
    )
    singles = {uid for uid in lines_by_uid(item, zones.tz_bytes) if uid != UID}
    assert singles == {f"{day:%Y%m%d}-{UID}" for day in wrong}
    assert len([one for one in values(data, "DTSTART") if one.endswith("Z")]) == len(wrong)


# The first date


def test_a_first_day_that_is_known_is_left_out_like_any_other() -> None:
    first, second = date(2026, 9, 1), date(2026, 9, 8)
    slot = Published(series(count=4, changes={first: Change("skipped")}), "Call")

    def said(item: Published, begun: date | None) -> list[str]:
        lines = lines_by_uid(item, zones.tz_bytes, begun)[UID][""]
        return [one.rpartition(":")[2] for one in lines if one.startswith(("DTS", "EXD", "RR"))]

    unknown = said(slot, None)
    assert "20260908T180000" in unknown and "COUNT=3" in "".join(unknown)
    known = said(slot, first)
    assert "COUNT=4" in "".join(known)
    assert known.count("20260901T180000") == 2
    again = Published(series(count=4), "Call")
    assert said(again, second) == said(again, None)


def test_a_date_that_left_its_place_is_called_off_when_the_series_ends_before_it() -> None:
    day = date(2026, 9, 22)
    away = {day: Change("moved", wall("2026-10-01T09:00"))}
    near = {day: Change("moved", wall("2026-09-23T09:00"))}
    ended: dict[str, Any] = {"until": date(2026, 9, 15)}
    data = export(series(changes=away, **ended))
    assert values(data, "UID") == [f"UID:{UID}", f"UID:20260922-{UID}"]
    assert values(data, "STATUS") == ["STATUS:CONFIRMED", "STATUS:CANCELLED"]
    assert values(export(series(changes=near, **ended)), "UID") == [f"UID:{UID}"]
