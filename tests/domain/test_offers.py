"""Slots of every week on whichever clock, and what Today says of workshops."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentordesk.domain.attention_offers import bookings, workshops
from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import Booking, Hours, Slot, Workshop, divided, slots, to_paste
from mentordesk.domain.rules import Rule

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = {"Europe/Berlin": BERLIN}
TUESDAY = date(2026, 11, 24)
HOURS = Hours("h", "pyladies", Rule("WEEKLY", 1, (1,)), time(17), "Europe/Berlin", 30, 2, TUESDAY)


def between(first: date, last: date, **changes: object) -> list[Slot]:
    return slots([HOURS._replace(**changes)], {}, ZONES, first, last)  # type: ignore[arg-type]


@given(some.dates(date(2026, 1, 1), date(2027, 12, 31)), some.integers(0, 60), some.integers(0, 6))
def test_slots_fall_on_their_weekday_at_their_wall_time_whatever_clocks_do(
    first: date, days: int, weekday: int
) -> None:
    last = first + timedelta(days=days)
    found = between(first, last, rule=Rule("WEEKLY", 1, (weekday,)), starts_on=date(2026, 1, 1))
    here = [slot.start.astimezone(BERLIN) for slot in found]
    assert {(at.weekday(), f"{at:%H:%M}") for at in here} <= {
        (weekday, "17:00"),
        (weekday, "17:30"),
    }
    wanted = [first + timedelta(days=n) for n in range(days + 1)]
    assert len(found) == 2 * sum(day.weekday() == weekday for day in wanted)


def test_nothing_is_offered_before_the_first_day_or_after_the_last() -> None:
    ends = TUESDAY + timedelta(weeks=1)
    found = between(TUESDAY - timedelta(days=30), TUESDAY + timedelta(days=30), until=ends)
    assert {slot.day for slot in found} == {TUESDAY, ends}


def test_slots_of_several_hours_stand_by_when_they_begin_with_who_has_them() -> None:
    maya = Booking("b", "h", TUESDAY, 1, "Maya", "fixtures")
    early = HOURS._replace(id="e", wall_time=time(9), slots=1)
    found = slots([HOURS, early], {("h", TUESDAY, 1): maya}, ZONES, TUESDAY, TUESDAY)
    assert [(s.start.astimezone(BERLIN).hour, s.number, s.booking) for s in found] == [
        (9, 0, None), (17, 0, None), (17, 1, maya),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (Rule("WEEKLY", 2, (1,)), [24, 38, 52]),
        (Rule("MONTHLY", 1, (1,), nth=-1), [24, 59]),
        (Rule("MONTHLY", 1, month_day=26), [26, 56]),
    ],
)
def test_they_may_come_in_any_rhythm_of_a_slot(rule: Rule, days: list[int]) -> None:
    found = between(TUESDAY, TUESDAY + timedelta(days=36), rule=rule, slots=1)
    assert [(slot.day - date(2026, 10, 31)).days for slot in found] == days


@pytest.mark.parametrize(
    ("lasts", "slots", "minutes", "wanted"),
    [
        (0, 0, 0, (1, 30, 0)),
        (0, 3, 0, (3, 30, 0)),
        (0, 3, 20, (3, 20, 0)),
        (120, 0, 0, (4, 30, 0)),
        (120, 0, 45, (2, 45, 30)),
        (120, 3, 0, (3, 40, 0)),
        (120, 3, 30, (3, 30, 30)),
        (20, 0, 0, (1, 20, 0)),
    ],
)
def test_the_time_between_two_ends_is_divided_into_slots(
    lasts: int, slots: int, minutes: int, wanted: tuple[int, int, int]
) -> None:
    assert divided(lasts, slots, minutes, usual=30) == wanted


@pytest.mark.parametrize(
    ("slots", "minutes", "says"),
    [(3, 45, "3 slots of 45 minutes do not fit into 120"), (0, 150, "150 minutes does not fit")],
)
def test_more_than_fits_between_them_is_refused(slots: int, minutes: int, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        divided(120, slots, minutes, usual=30)


def test_what_is_pasted_names_nobody_and_tells_utc() -> None:
    (first, *_) = between(TUESDAY, TUESDAY, link="https://meet.example")
    assert to_paste([first], BERLIN) == (
        "- Tue 24 Nov 17:00–17:30 (Tue 16:00 UTC) · https://meet.example"
    )


WORKSHOP = Workshop(
    "w", "Pandas", TUESDAY, time(10), prep_minutes=120, prep_days=3, prepared=30, early=15
)


@pytest.mark.parametrize(
    ("days", "says", "urgent"),
    [
        (-4, "", False),
        (-3, "workshop Pandas, in 3 days: prepare, 30 min of 2 h done", False),
        (-1, "workshop Pandas, tomorrow: prepare, 30 min of 2 h done", False),
        (0, "workshop Pandas, today at 10:00, be there 15 min early: prepare, 30 min of 2 h done",
         True),
        (1, "workshop Pandas, yesterday: note what there is to learn from it", False),
    ],
)  # fmt: skip
def test_a_workshop_is_spoken_of_from_its_window_on(days: int, says: str, urgent: bool) -> None:
    lines = list(workshops([WORKSHOP], TUESDAY + timedelta(days=days)))
    assert [(line.says, line.urgent) for line in lines] == ([(says, urgent)] if says else [])


def test_who_is_prepared_hears_of_it_on_its_day_only() -> None:
    ready = WORKSHOP._replace(prepared=120)
    days = [n for n in range(-5, 1) if list(workshops([ready], TUESDAY + timedelta(days=n)))]
    assert days == [0]


@pytest.mark.parametrize("state", ["held", "dropped"])
def test_a_workshop_that_is_over_is_silent(state: str) -> None:
    assert list(workshops([WORKSHOP._replace(state=state)], TUESDAY)) == []


def test_who_comes_today_stands_there_with_the_time() -> None:
    maya = Booking("b", "h", TUESDAY, 1, "Maya", "fixtures")
    start = datetime(2026, 11, 24, 17, 30, tzinfo=BERLIN)
    (line,) = bookings([(maya, start)], TUESDAY)
    assert (line.says, line.urgent) == ("office hour 17:30 with Maya: fixtures", True)
