"""What changed is told as one would say it: a new time once, single dates one by one."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.builders import wall

from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.differing import differences
from mentordesk.domain.inviting import Clock
from mentordesk.domain.rules import Rule

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
CLOCKS = [Clock("Berlin", BERLIN), Clock("New York", NEW_YORK)]
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TUESDAYS = Series(
    "1", "2", Rule("WEEKLY", 1, (1,)), time(18), 60, "Europe/Berlin", BERLIN, date(2026, 11, 24),
    until=date(2027, 2, 23),
)  # fmt: skip
FIFTEENTH, EIGHTH = date(2026, 12, 15), date(2026, 12, 8)
MOVED = Change("moved", wall(date(2026, 12, 9), 19, 30))


def told(now: dict[str, Any], was: dict[str, Any] | None = None) -> dict[str, str]:
    """What is said when a Tuesday's slot becomes another."""
    series = TUESDAYS._replace(**was or {})
    return differences(series, series._replace(**now), NOW, CLOCKS)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (
            {"rule": Rule("WEEKLY", 13, (1,))},
            "every 13 weeks on Tuesday at 18:00 Berlin (12:00 New York)"
            " instead of every Tuesday at 18:00 (12:00 New York).",
        ),
        (
            {"wall_time": time(19)},
            "every Tuesday at 19:00 Berlin (13:00 New York) instead of 18:00 (12:00 New York).",
        ),
        (
            {"wall_time": time(2)},
            "every Tuesday at 02:00 Berlin (Mon 20:00 New York) instead of 18:00 (12:00 New York).",
        ),
        (
            {"minutes": 45},
            "every Tuesday at 18:00 Berlin (12:00 New York), 45 minutes instead of 60.",
        ),
        (
            {"wall_time": time(19), "minutes": 45},
            "every Tuesday at 19:00 Berlin (13:00 New York) instead of 18:00 (12:00 New York),"
            " 45 minutes instead of 60.",
        ),
    ],
)
def test_a_new_time_for_every_date_is_one_sentence(now: dict[str, Any], sentence: str) -> None:
    assert told(now) == {"base": f"From Tue 24 Nov 2026 on: {sentence}"}


def test_another_weekday_ends_on_another_day_too() -> None:
    now = {"rule": Rule("WEEKLY", 1, (3,)), "starts_on": date(2026, 11, 26)}
    assert told(now) == {
        "base": "From Thu 26 Nov 2026 on: every Thursday at 18:00 Berlin (12:00 New York)"
        " instead of every Tuesday at 18:00 (12:00 New York).",
        "end": "The last date is Thu 18 Feb 2027, 18:00 Berlin (12:00 New York)."
        " It was Tue 23 Feb 2027, 18:00 Berlin (12:00 New York).",
    }
    endless = told(now, {"until": None})
    assert "end" not in endless


def test_weeks_in_which_the_clocks_disagree_are_named_by_the_first() -> None:
    said = told({"wall_time": time(19)}, {"until": date(2027, 6, 1)})["base"]
    assert said.endswith(
        "instead of 18:00 (12:00 New York). Berlin keeps that time when clocks change;"
        " elsewhere it differs: Tue 16 Mar 2027, 19:00 Berlin (14:00 New York)."
    )


def test_a_slot_on_the_other_clock_is_told_by_that_one_first() -> None:
    there = {"zone": "America/New_York", "tz": NEW_YORK, "wall_time": time(12)}
    assert told({"wall_time": time(13)}, there)["base"] == (
        "From Tue 24 Nov 2026 on: every Tuesday at 13:00 New York (19:00 Berlin)"
        " instead of 12:00 (18:00 Berlin)."
    )


def test_another_zone_is_said_even_where_the_next_dates_are_at_the_same_hour() -> None:
    moved = told({"zone": "America/New_York", "tz": NEW_YORK})["base"]
    assert moved == (
        "From Tue 24 Nov 2026 on: every Tuesday at 18:00 New York (Wed 00:00 Berlin) instead of"
        " 12:00 (18:00 Berlin), by the clock of New York instead of Berlin."
    )
    stays = told({"zone": "America/New_York", "tz": NEW_YORK, "wall_time": time(12)})["base"]
    assert stays == (
        "From Tue 24 Nov 2026 on: every Tuesday at 12:00 New York (18:00 Berlin),"
        " by the clock of New York instead of Berlin."
    )


def test_dates_that_stay_apart_are_named_and_new_ones_are_sentences_of_their_own() -> None:
    gaps = (Gap(date(2026, 12, 20), date(2027, 1, 2)),)
    known = {"changes": {EIGHTH: MOVED, FIFTEENTH: Change("skipped")}}
    said = told({"wall_time": time(19), "gaps": gaps}, known)
    assert said.pop("base").endswith(
        "(12:00 New York). As it was: Wed 9 Dec 2026, 19:30 Berlin (13:30 New York)."
        " Left out: Tue 15 Dec 2026."
    )
    assert said == {
        f"{day:%Y%m%d}": f"Does not take place: {words}, 18:00 Berlin (12:00 New York)."
        for day, words in (
            (date(2026, 12, 22), "Tue 22 Dec 2026"),
            (date(2026, 12, 29), "Tue 29 Dec 2026"),
        )
    }


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (
            {EIGHTH: MOVED},
            {},
            "Moved from Wed 9 Dec 2026, 19:30 Berlin (13:30 New York)"
            " to Tue 8 Dec 2026, 19:00 Berlin (13:00 New York).",
        ),
        (
            {},
            {EIGHTH: MOVED},
            "Moved from Tue 8 Dec 2026, 18:00 Berlin (12:00 New York)"
            " to Wed 9 Dec 2026, 19:30 Berlin (13:30 New York).",
        ),
        ({EIGHTH: Change("skipped")}, {}, "New: Tue 8 Dec 2026, 19:00 Berlin (13:00 New York)."),
    ],
)
def test_a_date_that_people_expect_otherwise_is_told_beside_the_new_time(
    was: dict[date, Change], now: dict[date, Change], sentence: str
) -> None:
    said = told({"wall_time": time(19), "changes": now}, {"changes": was})
    assert (list(said), said["20261208"]) == (["base", "20261208"], sentence)


def test_a_moved_date_of_which_the_new_rule_has_no_day_does_not_take_place() -> None:
    now = {"rule": Rule("WEEKLY", 1, (3,)), "starts_on": date(2026, 11, 26), "changes": {}}
    said = told(now, {"changes": {EIGHTH: MOVED}})
    assert said["20261208"] == "Does not take place: Wed 9 Dec 2026, 19:30 Berlin (13:30 New York)."


def test_many_dates_left_out_are_shortened() -> None:
    gaps = (Gap(date(2026, 12, 1), date(2026, 12, 1) + timedelta(weeks=14)),)
    every = {"gaps": gaps, "until": date(2027, 6, 1)}
    said = told({"wall_time": time(19)}, every)["base"]
    assert said.endswith("Tue 16 Feb 2027 and 3 more.")


@pytest.mark.parametrize(
    ("was", "now", "end"),
    [
        (date(2027, 2, 23), None, "It goes on without an end. The last date was Tue 23 Feb 2027,"),
        (date(2027, 2, 23), date(2030, 2, 26), "The last date is Tue 26 Feb 2030,"),
        (None, date(2027, 2, 23), "The last date is Tue 23 Feb 2027,"),
        (date(2027, 2, 23), date(2027, 2, 2), "The last date is Tue 2 Feb 2027,"),
    ],
)
def test_an_end_is_told_once(was: date | None, now: date | None, end: str) -> None:
    [(key, sentence)] = told({"until": now}, {"until": was}).items()
    assert (key, sentence.startswith(end)) == ("end", True), sentence


def test_nothing_left_and_nothing_changed() -> None:
    assert differences(TUESDAYS, None, NOW, CLOCKS) == {"end": "No date is left."}
    assert told({}) == {}
    only = told({"changes": {EIGHTH: MOVED}})
    assert list(only) == ["20261208"]
