"""What is said of words outside the contact policy, in every zone and across clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.contact import Policy, checked, is_open, off_limits, warnings, week_of
from mentordesk.domain.contact_words import both_clocks, contact_words, day_words, in_a_line
from mentordesk.domain.errors import Refusal

SINCE, UNTIL = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2028-01-01")
LAGOS, BERLIN = ZoneInfo("Africa/Lagos"), ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from([
    "UTC", "Africa/Lagos", "Europe/Berlin", "America/New_York", "Asia/Kolkata",
    "Australia/Lord_Howe", "Pacific/Chatham", "America/Santiago",
]).map(ZoneInfo)  # fmt: skip
MOMENTS = st.datetimes(SINCE, UNTIL).map(lambda at: at.replace(tzinfo=UTC, microsecond=0))
HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAYS = st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))
WEEKDAYS = (0, 1, 2, 3, 4)
OFFICE = Policy(
    ("Slack", "mail"), WEEKDAYS, time(9), time(18), 3, ("her employer", "age"), tz=LAGOS
)


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """An instant on a wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def test_a_word_as_agreed_is_not_spoken_of() -> None:
    assert warnings(OFFICE, 2, "chat", at("2026-11-26 17:48"), "the new lab") == []


def test_everything_outside_is_said_at_once_in_the_same_order() -> None:
    said = warnings(OFFICE, 3, "forum", at("2026-07-25 20:30"), "Her EMPLOYER again")
    assert said == [
        "You agreed on Slack, then mail, not on a forum.",
        "That is Sat 19:30 on their clock (Sat 20:30 on yours); you agreed on weekdays 9–18.",
        "That makes 4 this week; you agreed on at most 3.",
        "“her employer” is off limits, and it is in there.",
    ]


def test_one_clock_is_enough_where_both_say_the_same() -> None:
    (said,) = warnings(OFFICE, 0, "", at("2026-11-26 18:00"))
    assert said == "That is Thu 18:00 on their clock; you agreed on weekdays 9–18."


@pytest.mark.parametrize(
    ("channels", "channel", "agreed"),
    [
        (("Slack",), "chat", True),
        (("Slack",), "slack", True),
        (("Slack",), "discord", False),
        (("Slack",), "mail", False),
        (("e-mail",), "mail", True),
        (("carrier pigeon",), "mail", True),  # a channel that is not told apart may be any
        (("carrier pigeon",), "carrier pigeon", True),
        (("GitHub issues", "mail"), "forum", True),
        (("GitHub issues", "mail"), "chat", False),
        (("mail",), "impromptu", True),
        (("mail",), "other", True),
        ((), "chat", True),
    ],
)
def test_a_channel_is_agreed_on_or_is_not(
    channels: tuple[str, ...], channel: str, agreed: bool
) -> None:
    assert (warnings(Policy(channels), 0, channel, at("2026-11-26 12:00")) == []) is agreed


@pytest.mark.parametrize(
    ("topic", "text", "found"),
    [
        ("her employer", "what my Employers said", True),
        ("employer", "unemployeraging", False),
        ("age", "the average page", False),
        ("age", "At what AGE?", True),
        ("mental health", "about mental\n  health", True),
        ("mental health", "mental arithmetic, health", False),
        ("C++", "about c++ again", True),
        ("Größe", "die GRÖSSE", True),
        ("café", "at the cafe\u0301s", True),
        ("größe", "Die Größen", True),
        ("the", "other", False),
    ],
)
def test_a_topic_is_found_as_a_word(topic: str, text: str, found: bool) -> None:
    assert bool(off_limits(Policy(off_limits=(topic,)), text)) is found


@given(st.datetimes(SINCE, UNTIL), HOURS, HOURS, DAYS)
def test_a_window_and_its_rest_never_overlap(
    wall: datetime, since: time, until: time, days: tuple[int, ...]
) -> None:
    if since == until:
        return
    inside = is_open(Policy(since=since, until=until), wall)
    outside = is_open(Policy(since=until, until=since), wall)
    assert inside != outside
    assert inside or not is_open(Policy(since=since, until=until, days=days), wall)


@given(MOMENTS, ZONES, ZONES, HOURS, HOURS, DAYS)
def test_the_hours_are_the_mentees_wherever_the_mentor_is(
    moment: datetime, theirs: ZoneInfo, mine: ZoneInfo, since: time, until: time,
    days: tuple[int, ...],
) -> None:  # fmt: skip
    policy = Policy(days=days, since=since, until=until, tz=theirs)
    wall = moment.astimezone(theirs).replace(tzinfo=None)
    said = warnings(policy, 0, "chat", moment.astimezone(mine))
    assert (said == []) is is_open(policy, wall)
    assert all(f"{wall:%H:%M} on their clock" in one for one in said)


@given(MOMENTS, ZONES)
def test_every_instant_is_in_one_week_of_the_mentees(moment: datetime, zone: ZoneInfo) -> None:
    first, after = week_of(moment, zone)
    assert first <= moment < after
    assert first.astimezone(zone).weekday() == 0
    assert week_of(after, zone)[0] == after
    assert timedelta(days=6, hours=22) <= after - first <= timedelta(days=7, hours=2)


@pytest.mark.parametrize(
    ("wall", "inside"),
    [
        ("2026-11-27 23:00", True),  # a Friday
        ("2026-11-28 01:59", True),
        ("2026-11-28 02:00", False),
        ("2026-11-27 01:00", False),
    ],
)
def test_hours_past_midnight_belong_to_the_day_they_begin_on(wall: str, inside: bool) -> None:
    late = Policy(days=(4,), since=time(20), until=time(2))
    assert is_open(late, datetime.fromisoformat(wall)) is inside


@given(st.integers(0, 20), st.integers(0, 20))
def test_the_limit_is_passed_by_the_one_that_is_too_many(limit: int, before: int) -> None:
    said = warnings(Policy(a_week=limit), before, "chat", at("2026-11-26 12:00"))
    assert bool(said) is (limit > 0 and before + 1 > limit)


def test_the_mentors_clock_moves_against_the_agreed_hours() -> None:
    assert both_clocks(OFFICE, BERLIN, date(2026, 11, 26)) == ""
    assert both_clocks(OFFICE, BERLIN, date(2026, 7, 26)) == "10–19 on your clock"
    assert both_clocks(Policy(), BERLIN, date(2026, 7, 26)) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (WEEKDAYS, "weekdays"), ((5, 6), "weekends"), (tuple(range(7)), ""), ((), ""),
        ((1, 2, 3), "Tue–Thu"), ((0, 1), "Mon, Tue"), ((0, 2, 4), "Mon, Wed, Fri"),
    ],
)  # fmt: skip
def test_days_in_words(days: tuple[int, ...], words: str) -> None:
    assert day_words(days) == words


def test_a_policy_in_words() -> None:
    assert (
        contact_words(OFFICE, "Lagos") == "Slack, then mail, weekdays 9–18 Lagos, at most 3 a week"
    )
    assert in_a_line(OFFICE) == [
        "contact: Slack, mail, weekdays 9–18", "not about her employer, age", "at most 3 a week",
    ]  # fmt: skip
    assert in_a_line(Policy(off_limits=("age",)), "Signal") == [
        "contact: Signal", "not about age", "",
    ]  # fmt: skip


def test_a_policy_is_tidied_before_it_is_stored() -> None:
    typed = Policy((" slack ,mail,", "slack"), (4, 0, 4), off_limits=("a\nb, c",))
    tidy = checked(typed)
    assert (tidy.channels, tidy.days, tidy.off_limits) == (("slack", "mail"), (0, 4), ("a b", "c"))


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        (Policy(since=time(9)), "Hours have a beginning and an end."),
        (Policy(a_week=100), "100 a week is no limit."),
        (Policy(a_week=-1), "-1 a week is no limit."),
    ],
)
def test_what_is_no_policy_is_refused(policy: Policy, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        checked(policy)
