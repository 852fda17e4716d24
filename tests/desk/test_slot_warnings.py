"""What is said of a slot before it goes into calendars, and that it costs nothing elsewhere."""

import sys
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from tests.builders import ada, ada_at_six, weekly
from tests.conftest import Clock

from mentordesk import zones
from mentordesk.desk import Desk

SUNDAYS: dict[str, Any] = {"starts_on": date(2028, 3, 5), "until": date(2031, 4, 1)}


def said(desk: Desk) -> list[str]:
    """What the page of the slot says of calendars."""
    every = desk.pages.slot("ada", 1).warnings
    return [one for one in every if "Outlook" in one or "change for good" in one]


def jerusalem(desk: Desk, **wishes: Any) -> None:
    """Sundays at ten in Jerusalem, whose last Friday in March is not always the day it changes."""
    ada(desk)
    desk.slots.set("ada", weekly(6), time(10), zone="Asia/Jerusalem", **(SUNDAYS | wishes))


def test_where_outlook_will_be_wrong_it_says_on_which_days_by_how_much_and_what_helps(
    desk: Desk, clock: Clock
) -> None:
    jerusalem(desk)
    assert said(desk) == [
        "Outlook shows Sun 26 Mar 2028, Sun 25 Mar 2029 an hour late. Who has it gets them right"
        " once you say so: mentordesk mentee edit ada --calendar outlook"
    ]
    assert desk.slots.warnings("ada")[-1] == said(desk)[0]
    desk.people.edit("ada", calendar="outlook")
    assert said(desk) == [
        "Outlook would show Sun 26 Mar 2028, Sun 25 Mar 2029 an hour late:"
        " such dates go out as single events"
    ]
    clock.now = datetime(2028, 6, 1, tzinfo=UTC)
    assert "would show Sun 25 Mar 2029 an hour late" in said(desk)[0]
    desk.people.edit("ada", calendar="google")
    assert said(desk) == []


def test_of_a_slot_without_end_only_two_years_are_told(desk: Desk, clock: Clock) -> None:
    ada(desk)
    desk.slots.set("ada", weekly(6), time(10), zone="America/Santiago")
    assert said(desk) == []
    clock.now = datetime(2028, 1, 5, tzinfo=UTC)
    assert "Outlook shows Sun 1 Apr 2029 an hour late." in said(desk)[0]


def test_a_change_of_law_ahead_is_said_until_it_is_past(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    ada(desk)
    desk.slots.set(
        "ada", weekly(1), time(18), zone="America/Vancouver",
        starts_on=date(2026, 1, 6), count=40,
    )  # fmt: skip
    assert said(desk) == [
        "the clocks of Vancouver change for good: calendars get the slot in two parts,"
        " the second from Tue 10 Mar on"
    ]
    clock.advance(days=100)
    assert said(desk) == []


def test_where_one_plain_rule_is_kept_nothing_is_worked_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada_at_six(desk)
    monkeypatch.setitem(sys.modules, "mentordesk.ical", None)  # importing it would fail
    assert desk.slots.warnings("ada") == [
        "from Thu 1 Apr 2027 on: 18:00 for you, 17:00 there",
        "from Thu 4 Nov 2027 on: 18:00 for you, 18:00 there",
    ]


@pytest.mark.parametrize(
    ("zone", "in_january", "in_2028"),
    [
        ("Europe/Berlin", True, True),
        ("Asia/Kolkata", True, True),
        ("Africa/Accra", True, True),
        ("Australia/Lord_Howe", True, True),
        ("Africa/Casablanca", False, True),
        ("America/Vancouver", False, True),
        ("America/Havana", False, True),
        ("Asia/Jerusalem", False, False),
        ("America/Santiago", False, False),
        ("America/Nuuk", False, False),
    ],
)
def test_which_zones_keep_one_plain_rule(zone: str, in_january: bool, in_2028: bool) -> None:
    starts = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))
    assert [zones.keeps_one_rule(zone, at) for at in starts] == [in_january, in_2028]
