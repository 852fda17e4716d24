"""What screens show, what another program expands and what dateutil counts are one thing."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ical.samples import by_dateutil, expanded, export, promised, series, zone_as_written

from mentordesk import zones
from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.rules import Rule

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "Africa/Accra",
    "America/Santiago",
    "America/Vancouver",
    "Africa/Cairo",
    "Africa/Lagos",
    "Europe/Dublin",
    "UTC",
)
intervals = st.integers(1, 5)
weekly = st.builds(
    lambda days, interval: Rule("WEEKLY", interval, tuple(days)),
    st.sets(st.integers(0, 6), min_size=1, max_size=3),
    intervals,
)
by_weekday = st.builds(
    lambda day, nth, interval: Rule("MONTHLY", interval, (day,), nth=nth),
    st.integers(0, 6),
    st.sampled_from((1, 2, 3, 4, -1)),
    intervals,
)
by_day = st.builds(
    lambda day, interval: Rule("MONTHLY", interval, month_day=day), st.integers(1, 28), intervals
)
# Half of the calls are in the small hours, where clocks change.
times = st.one_of(
    st.builds(time, st.integers(0, 3), st.sampled_from((0, 30))),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45))),
)


@st.composite
def slots(draw: st.DrawFn) -> Series:
    """A slot with skipped, cancelled, moved and longer calls, and gaps."""
    starts_on = draw(st.dates(date(2024, 1, 1), date(2028, 12, 31)))
    plain = series(
        zone=draw(st.sampled_from(ZONES)),
        starts_on=starts_on,
        wall_time=draw(times),
        minutes=draw(st.sampled_from((15, 45, 60, 90, 180))),
        count=draw(st.sampled_from((0, 1, 3, 12, 20))),
    )
    plain = plain._replace(rule=draw(st.one_of(weekly, by_weekday, by_day)))
    if not plain.count and draw(st.booleans()):
        plain = plain._replace(until=starts_on + timedelta(days=draw(st.integers(150, 400))))
    days = [day for day, _ in zip(plain.days(), range(30), strict=False)]
    changed = draw(st.lists(st.sampled_from(days), max_size=6, unique=True))
    gap = draw(st.integers(0, 200))
    return plain._replace(
        changes={day: draw(changes(day)) for day in changed},
        gaps=(Gap(starts_on + timedelta(days=gap), starts_on + timedelta(days=gap + 10)),),
    )


@st.composite
def changes(draw: st.DrawFn, day: date) -> Change:
    """Something said about one day of a slot."""
    state = draw(st.sampled_from(("skipped", "cancelled", "moved", "moved", "planned")))
    if state != "moved":
        return Change(state, minutes=draw(st.sampled_from((0, 30))))
    to = datetime.combine(day + timedelta(days=draw(st.integers(-9, 9))), draw(times))
    return Change("moved", moved_to=to, minutes=draw(st.sampled_from((0, 120))), sequence=3)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(slots(), st.booleans())
def test_a_program_that_is_not_ours_shows_what_our_screens_show(
    slot: Series, for_outlook: bool
) -> None:
    since = datetime.combine(slot.starts_on, time(), UTC) - timedelta(days=12)
    until = since + timedelta(days=800)
    data = export(slot, for_outlook=for_outlook)
    assert expanded(data, since, until) == promised(slot, since, until)
    assert data == export(slot, for_outlook=for_outlook)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(slots())
def test_dateutil_counts_the_same_days(slot: Series) -> None:
    days = [day for day, _ in zip(slot.days(), range(40), strict=False)]
    assert days == by_dateutil(slot, 400)[:40]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(slots())
def test_instants_are_wall_times_in_the_zone_and_nothing_else(slot: Series) -> None:
    plain, zone = slot._replace(changes={}, gaps=()), ZoneInfo(slot.zone)
    found = [(one.start, one.end) for one, _ in zip(plain.occurrences(), range(60), strict=False)]
    length = timedelta(minutes=slot.minutes)
    for day, (start, end) in zip(by_dateutil(slot, 60), found, strict=False):
        meant = datetime.combine(day, slot.wall_time, zone)
        assert (start, end) == (meant.astimezone(UTC), meant.astimezone(UTC) + length)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(slots())
def test_the_zone_in_the_file_is_right_without_anybodys_zone_data(slot: Series) -> None:
    written, zone = zone_as_written(export(slot)), zones.zone(slot.zone)
    since = datetime.combine(slot.starts_on, time(), UTC)
    for start, _ in promised(slot, since, since + timedelta(days=500)):
        wall = start.astimezone(zone)
        if wall.fold == 0 and wall.replace(fold=1).utcoffset() == wall.utcoffset():
            assert wall.replace(tzinfo=written).utcoffset() == wall.utcoffset()
