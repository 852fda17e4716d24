"""The standing slot: set, moved, skipped, ended; and what is refused, with the next step."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot, wall, weekly
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal, Taken
from mentordesk.domain.rules import Rule

NEXT = THURSDAY + timedelta(days=7)
MONTHLY = Rule("MONTHLY", 1, (3,), nth=-1)


def starts(desk: Desk, who: str = "ada", count: int = 4) -> list[str]:
    """The next meetings that happen, in the mentor's clock."""
    meetings = [m for m in desk.pages.slot(who, count).meetings if m.occurrence.happens]
    return [f"{m.here:%a %d %b %H:%M}" for m in meetings]


def states(desk: Desk, who: str = "ada", count: int = 4) -> list[str]:
    return [m.occurrence.state for m in desk.pages.slot(who, count).meetings]


# Setting it


def test_a_slot_says_when_it_is_in_both_clocks(desk: Desk) -> None:
    ada_at_six(desk, count=12)
    page = desk.pages.slot("ada", 2)
    assert page.series and page.series.rule.spoken() == "every Thursday"
    here = [(f"{m.here:%d %b %H:%M}", m.there and f"{m.there:%H:%M}") for m in page.meetings]
    assert here == [("26 Nov 18:00", "18:00"), ("03 Dec 18:00", "18:00")]
    assert page.series.last_day == date(2027, 2, 11)


def test_weeks_in_which_the_clocks_differ_are_warned_of(desk: Desk) -> None:
    ada_at_six(desk)
    assert desk.pages.slot("ada", 20).warnings == [
        "from Thu 1 Apr 2027 on: 18:00 for you, 17:00 there"
    ]


def test_without_a_first_day_it_begins_with_the_next_one_still_ahead(
    desk: Desk, clock: Clock
) -> None:
    ada(desk)
    assert desk.slots.plan("ada", weekly(3), time(18)).starts_on == THURSDAY
    clock.advance(20)
    assert desk.slots.plan("ada", weekly(3), time(18)).starts_on == NEXT


def test_the_first_day_is_counted_in_the_slots_own_zone(desk: Desk, clock: Clock) -> None:
    ada(desk)
    clock.now = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # Friday in Berlin and in Auckland
    series = desk.slots.plan("ada", weekly(3, 4), time(20), zone="America/Los_Angeles")
    assert series.starts_on == THURSDAY
    series = desk.slots.plan("ada", weekly(3, 4), time(20), zone="Pacific/Auckland")
    assert series.starts_on == THURSDAY + timedelta(days=1)


def test_the_zone_is_the_mentors_own_unless_said_and_keeps_its_spelling(desk: Desk) -> None:
    ada(desk)
    assert desk.slots.plan("ada", weekly(3), time(18)).zone == "Europe/Berlin"
    assert desk.slots.plan("ada", weekly(3), time(18), zone="africa/lagos").zone == "Africa/Lagos"


def test_length_and_run_come_from_the_playbook_unless_said(desk: Desk) -> None:
    ada(desk)
    ben(desk)
    assert desk.slots.plan("ada", weekly(3), time(18)).minutes == 60
    assert desk.slots.plan("ben", weekly(3), time(18)).minutes == 45
    assert desk.slots.plan("ben", weekly(3), time(18), minutes=30).minutes == 30


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        ({"minutes": 4}, "4 minutes is no length for a call. Give 5 to 600."),
        ({"minutes": 601}, "Give 5 to 600."),
        ({"minutes": -5}, "Give 5 to 600."),
        ({"count": 3, "until": NEXT}, "not both"),
        ({"count": -1}, "-1 meetings is no run. Give 1 to 520."),
        ({"count": 521}, "Give 1 to 520."),
        ({"until": date(2026, 11, 1)}, "lies before the first meeting on Thu 26 Nov"),
        ({"until": date(9999, 12, 31)}, "Give a day up to Thu 13 Nov 2036"),
        ({"starts_on": date(9999, 12, 30)}, "Give a day up to Thu 13 Nov 2036"),
        ({"zone": "Europe/Berln"}, "“Europe/Berln” is no time zone. Did you mean Europe/Berlin"),
        ({"zone": "Lagos/Nigeria"}, "is no time zone."),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    desk: Desk, wishes: dict[str, object], sentence: str
) -> None:
    ada(desk)
    with pytest.raises(Refusal) as refused:
        desk.slots.set("ada", weekly(3), time(18), **({"starts_on": THURSDAY} | wishes))
    assert sentence in refused.value.sentence
    assert desk.pages.slot("ada").series is None


def test_a_first_time_that_the_clocks_jump_over_is_refused(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match="02:30 does not exist on Sun 28 Mar 2027 in Europe/Berlin"):
        desk.slots.set("ada", weekly(6), time(2, 30), starts_on=date(2027, 3, 28))


def test_a_later_time_that_the_clocks_jump_over_is_warned_of(desk: Desk) -> None:
    ada(desk)
    desk.slots.set("ada", weekly(6), time(2, 30), starts_on=date(2027, 3, 21))
    warnings = [m.warning for m in desk.pages.slot("ada", 3).meetings]
    assert warnings == [
        "",
        "the clocks jump over this time; it is kept an hour later by the clock",
        "",
    ]


def test_a_time_that_comes_twice_means_the_first(desk: Desk) -> None:
    ada(desk)
    desk.slots.set("ada", weekly(6), time(2, 30), starts_on=date(2027, 10, 31), count=1)
    (meeting,) = desk.pages.slot("ada").meetings
    assert meeting.warning == "this time comes twice; the first one is meant"
    assert meeting.occurrence.start == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


# Setting it anew


def test_a_new_slot_lets_the_earlier_one_go_on_until_it_begins(desk: Desk) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=date(2026, 12, 10))
    assert starts(desk) == [
        "Thu 26 Nov 18:00",
        "Thu 03 Dec 18:00",
        "Thu 10 Dec 20:00",
        "Thu 17 Dec 20:00",
    ]
    line = desk.pages.brief("ada").next
    assert line and line.start == datetime(2026, 11, 26, 17, tzinfo=UTC)


def test_dates_of_the_earlier_slot_can_still_be_skipped_moved_and_confirmed(desk: Desk) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=date(2026, 12, 17))
    desk.slots.confirm("ada", THURSDAY)
    desk.slots.skip("ada", NEXT)
    desk.slots.move("ada", date(2026, 12, 10), wall(date(2026, 12, 11), 9))
    assert starts(desk) == ["Thu 26 Nov 18:00", "Fri 11 Dec 09:00", "Thu 17 Dec 20:00"]


def test_a_call_in_the_earlier_slot_belongs_to_it(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=date(2026, 12, 17))
    session = desk.calls.start("ada")
    assert (session.day, session.minutes) == ("2026-11-26", 60)
    desk.calls.close(session.id, next_choice=("confirm", None))
    line = desk.pages.brief("ada").next
    assert line and line.confirmed
    assert line.start == datetime(2026, 12, 3, 17, tzinfo=UTC)


def test_a_slot_set_to_begin_before_the_one_to_come_replaces_it(desk: Desk) -> None:
    ada(desk)
    slot(desk, "ada", 18, starts_on=date(2027, 1, 7))
    slot(desk, "ada", 20, starts_on=NEXT)
    assert starts(desk)[0] == "Thu 03 Dec 20:00"
    assert desk.slots.of("ada").wall_time == time(20)


def test_ending_it_keeps_what_comes_before_and_nothing_after(desk: Desk) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=date(2026, 12, 17))
    desk.slots.end("ada", date(2026, 12, 3))
    assert starts(desk) == ["Thu 26 Nov 18:00", "Thu 03 Dec 18:00"]
    line = next(line for line in desk.pages.people() if line.handle == "ada")
    assert line.next == datetime(2026, 11, 26, 17, tzinfo=UTC)


def test_ending_it_later_than_it_ends_changes_nothing(desk: Desk) -> None:
    ada_at_six(desk, count=3)
    desk.slots.end("ada", date(2027, 12, 3))
    assert len(starts(desk, count=9)) == 3
    with pytest.raises(Refusal, match="Give a day up to Thu 13 Nov 2036"):
        desk.slots.end("ada", date(9999, 12, 31))


# Overlaps


def test_a_slot_that_overlaps_another_is_refused_by_name(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    taken = r"Thu 26 Nov 18:30 \(17:30 there\) is taken: Ada Obi, 18:00–19:00; 52 later dates as"
    with pytest.raises(Taken, match=taken):
        desk.slots.set("ben", weekly(3), time(18, 30), minutes=45, starts_on=THURSDAY)
    desk.slots.set("ben", weekly(3), time(19), minutes=45, starts_on=THURSDAY)
    assert starts(desk, "ben")[0] == "Thu 26 Nov 19:00"


def test_an_overlap_can_be_wanted(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    desk.slots.set("ben", weekly(3), time(18, 30), starts_on=THURSDAY, force=True)
    assert len(desk.pages.today().calls) == 2


@pytest.mark.parametrize(
    ("rule", "starts_on"),
    [
        (weekly(3), date(2028, 6, 1)),  # begins long after today
        (MONTHLY, THURSDAY),
        (Rule("WEEKLY", 5, (3,)), date(2026, 12, 3)),
        (Rule("MONTHLY", 6, month_day=3), date(2026, 12, 3)),
    ],
)
def test_an_overlap_is_found_however_seldom_they_meet(
    desk: Desk, rule: Rule, starts_on: date
) -> None:
    ada_at_six(desk)
    ben(desk)
    with pytest.raises(Refusal, match="is taken: Ada Obi"):
        desk.slots.set("ben", rule, time(18), starts_on=starts_on)


def test_a_monthly_slot_that_never_meets_a_weekly_one_is_fine(desk: Desk) -> None:
    ada_at_six(desk)
    ben(desk)
    desk.slots.set("ben", Rule("MONTHLY", 1, (1,), nth=2), time(18))
    assert desk.pages.slot("ben", 3).meetings


def test_a_slot_may_take_a_time_that_was_skipped_or_moved_away(desk: Desk) -> None:
    ada_at_six(desk, count=2)
    desk.slots.skip("ada", THURSDAY)
    desk.slots.move("ada", NEXT, wall(NEXT, 9))
    ben(desk)
    desk.slots.set("ben", weekly(3), time(18), starts_on=THURSDAY)
    with pytest.raises(Refusal, match="is taken: Ben Lund"):
        desk.slots.move("ada", NEXT, wall(NEXT, 18, 15))


def test_a_slot_across_midnight_overlaps_the_next_day(desk: Desk) -> None:
    ada(desk)
    ben(desk)
    desk.slots.set("ada", weekly(3), time(23, 30), minutes=60, starts_on=THURSDAY)
    with pytest.raises(Refusal, match="is taken: Ada Obi, 23:30–00:30"):
        desk.slots.set("ben", weekly(4), time(0, 15), starts_on=THURSDAY)


def test_a_slot_does_not_overlap_the_one_it_replaces(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.set("ada", weekly(3), time(18, 30), starts_on=NEXT)
    assert starts(desk)[:2] == ["Thu 26 Nov 18:00", "Thu 03 Dec 18:30"]


def test_each_of_many_slots_is_compared_with_all_others(desk: Desk) -> None:
    for number in range(10):
        found = desk.people.add(f"Number{number}")
        desk.slots.set(found.address, weekly(number % 5), time(8 + number // 5))
    desk.people.add("Late")
    for number in range(10):
        with pytest.raises(Refusal, match=f"is taken: Number{number},"):
            desk.slots.set("late", weekly(number % 5), time(8 + number // 5, 40))
    assert len(desk.pages.calendar(8)) == 10


# Single dates


def test_skipping_moving_and_confirming_single_dates(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.skip("ada", NEXT, "exams")
    desk.slots.move("ada", date(2026, 12, 10), wall(date(2026, 12, 11), 17), 30, "travel")
    desk.slots.confirm("ada", date(2026, 12, 17))
    first, skipped, moved, confirmed = (m.occurrence for m in desk.pages.slot("ada", 4).meetings)
    assert first.state == "planned"
    assert (skipped.state, skipped.reason) == ("skipped", "exams")
    assert (moved.state, moved.reason) == ("moved", "travel")
    assert moved.end - moved.start == timedelta(minutes=30)
    assert confirmed.confirmed


def test_a_moved_date_answers_to_the_day_it_went_to(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.move("ada", NEXT, wall(date(2026, 12, 5), 10))
    assert desk.slots.confirm("ada", date(2026, 12, 5)).day == NEXT
    desk.slots.skip("ada", date(2026, 12, 5))
    assert states(desk)[1] == "skipped"


def test_a_day_with_its_own_meeting_means_that_one_before_one_moved_to_it(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.move("ada", THURSDAY, wall(NEXT, 9))
    assert desk.slots.confirm("ada", NEXT).day == NEXT
    assert desk.slots.confirm("ada", THURSDAY).day == THURSDAY


def test_a_skipped_date_comes_back_when_it_is_moved(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.skip("ada", NEXT)
    with pytest.raises(Refusal, match="is skipped; move it to have it again"):
        desk.slots.confirm("ada", NEXT)
    desk.slots.move("ada", NEXT, wall(NEXT, 18))
    assert states(desk)[1] == "moved"


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        (wall(date(2027, 3, 28), 2, 30), "02:30 does not exist on Sun 28 Mar 2027 in Europe"),
        (wall(date(2026, 11, 26), 17, 0), "is past. Move it to a later time."),
        (wall(date(2026, 12, 10), 18, 30), "is taken: Ada Obi, 18:00–19:00"),
        (wall(date(9999, 12, 31), 23, 0), "is too far away. Move it to within a year"),
        (wall(date(2028, 12, 4), 18, 0), "is too far away. Move it to within a year"),
    ],
)  # fmt: skip
def test_a_date_moves_only_to_where_it_can_be(desk: Desk, to: datetime, sentence: str) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal) as refused:
        desk.slots.move("ada", NEXT, to)
    assert sentence in refused.value.sentence
    assert states(desk)[1] == "planned"


def test_a_date_takes_the_time_of_another_only_when_that_is_wished(desk: Desk) -> None:
    ada_at_six(desk)
    to = wall(date(2026, 12, 10), 18, 30)
    with pytest.raises(Taken):
        desk.slots.plan_move("ada", NEXT, to)
    assert desk.slots.plan_move("ada", NEXT, to, force=True)[0].hour == 17
    desk.slots.move("ada", NEXT, to, force=True)
    assert states(desk)[:3] == ["planned", "planned", "moved"]


def test_a_time_that_comes_twice_can_be_moved_to(desk: Desk) -> None:
    ada_at_six(desk)
    moved = desk.slots.move("ada", date(2027, 10, 28), wall(date(2027, 10, 31), 2, 30))
    assert moved.start == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", [date(2026, 12, 4), date(2020, 1, 2), date(9999, 12, 30), date.max])
def test_a_day_without_a_meeting_is_refused_with_the_next_one(desk: Desk, day: date) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal, match=f"There is no meeting on {day:%a} {day.day} {day:%b}"):
        desk.slots.skip("ada", day)


def test_the_refusal_names_the_next_meeting(desk: Desk) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal, match=r"no meeting on Fri 4 Dec\. The next .* Thu 10 Dec\."):
        desk.slots.skip("ada", date(2026, 12, 4))


def test_a_slot_that_is_over_says_how_to_set_another(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk, count=2)
    clock.advance(days=30)
    with pytest.raises(Refusal, match="None is left; set a slot with: mentordesk slot set"):
        desk.slots.skip("ada", desk.today())


def test_a_date_that_was_held_is_neither_skipped_nor_moved(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    held(desk)
    acts: list[Callable[[], object]] = [
        lambda: desk.slots.skip("ada", THURSDAY),
        lambda: desk.slots.move("ada", THURSDAY, wall(date(2026, 12, 4), 9)),
        lambda: desk.slots.confirm("ada", THURSDAY),
    ]
    for act in acts:
        with pytest.raises(Refusal, match="Thu 26 Nov has been held"):
            act()


def test_somebody_without_a_slot_is_told_how_to_set_one(desk: Desk) -> None:
    ada(desk)
    acts: list[Callable[[], object]] = [
        lambda: desk.slots.skip("ada", NEXT),
        lambda: desk.slots.end("ada", NEXT),
        lambda: desk.slots.gap("ada", NEXT, NEXT),
        lambda: desk.exports.ics(["ada"]),
    ]
    for act in acts:
        with pytest.raises(Refusal, match=r"Ada Obi has no standing slot yet. Set one with"):
            act()


def test_days_agreed_to_be_free_fall_out(desk: Desk) -> None:
    ada_at_six(desk)
    out = desk.slots.gap("ada", NEXT, date(2026, 12, 10), "exams")
    assert [one.day for one in out] == [NEXT, date(2026, 12, 10)]
    assert states(desk) == ["planned", "gap", "gap", "planned"]
    desk.slots.move("ada", NEXT, wall(NEXT, 9))
    assert states(desk) == ["planned", "moved", "gap", "planned"]


def test_days_agreed_to_be_free_may_reach_into_the_slot_to_come(desk: Desk) -> None:
    ada_at_six(desk)
    slot(desk, "ada", 20, starts_on=date(2026, 12, 10))
    assert len(desk.slots.gap("ada", NEXT, date(2026, 12, 10))) == 2
    assert states(desk) == ["planned", "gap", "gap", "planned"]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (NEXT, THURSDAY, "ends on Thu 26 Nov, before it begins on Thu 3 Dec"),
        (NEXT, date(9999, 12, 31), "longer than a year. Pause with: mentordesk mentee pause ada"),
    ],
)
def test_a_gap_that_is_none_is_refused(desk: Desk, first: date, last: date, sentence: str) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal) as refused:
        desk.slots.gap("ada", first, last)
    assert sentence in refused.value.sentence


# What calendars compare


def test_every_change_counts_up_what_calendars_compare(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    uid = desk.slots.of("ada").uid
    seen = [desk.slots.of("ada").sequence]
    changes: list[Callable[[], object]] = [
        lambda: desk.slots.skip("ada", NEXT),
        lambda: desk.slots.move("ada", NEXT, wall(NEXT, 9)),
        lambda: desk.slots.gap("ada", date(2027, 1, 1), date(2027, 1, 9)),
        lambda: desk.slots.end("ada", date(2027, 3, 1)),
    ]
    for change in changes:
        clock.advance(1)
        change()
        assert desk.slots.of("ada").stamp == clock.now
        seen.append(desk.slots.of("ada").sequence)
    assert seen == sorted(set(seen))
    assert desk.slots.of("ada").uid == uid


def test_a_dates_own_count_rises_above_the_series(desk: Desk) -> None:
    ada_at_six(desk)
    counts = []
    for hour in (9, 10, 11):
        desk.slots.move("ada", NEXT, wall(NEXT, hour))
        series = desk.slots.of("ada")
        assert series.changes[NEXT].sequence > series.sequence
        counts.append(series.changes[NEXT].sequence)
    assert counts == sorted(set(counts))


def test_confirming_changes_nothing_for_calendars(desk: Desk) -> None:
    ada_at_six(desk)
    before = desk.slots.of("ada").sequence
    desk.slots.confirm("ada", NEXT)
    assert desk.slots.of("ada").sequence == before


def test_set_anew_without_a_first_day_the_earlier_slot_ends_at_once(desk: Desk) -> None:
    ada(desk)
    desk.slots.set("ada", MONTHLY, time(17), zone="Europe/Berlin")
    desk.slots.set("ada", Rule("MONTHLY", month_day=15), time(18))
    page = desk.pages.slot("ada", 2)
    assert starts(desk, count=2) == ["Tue 15 Dec 18:00", "Fri 15 Jan 18:00"]
    assert [one.occurrence.number for one in page.meetings] == [1, 2]
    line = desk.pages.brief("ada").next
    assert line and line.start == datetime(2026, 12, 15, 17, tzinfo=UTC)


def test_what_has_begun_stays_in_the_earlier_slot(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada")
    desk.slots.set("ada", weekly(4), time(9))
    desk.calls.close(session.id, next_choice=("confirm", None))
    assert starts(desk, count=2) == ["Fri 27 Nov 09:00", "Fri 04 Dec 09:00"]
    assert desk.slots.every("ada")[0].until == THURSDAY


def test_two_slots_are_counted_on_and_not_compared(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.set("ada", weekly(3), time(20), starts_on=NEXT + timedelta(days=7))
    page = desk.pages.slot("ada", 4)
    assert [one.occurrence.number for one in page.meetings] == [1, 2, 3, 4]
    assert page.warnings == []
    new = desk.pages.preview("ada", desk.slots.of("ada"), 2)
    assert [one.occurrence.number for one in new.meetings] == [3, 4]


def test_a_date_that_is_left_out_has_no_number(desk: Desk) -> None:
    ada_at_six(desk, count=12)
    desk.slots.skip("ada", NEXT)
    held(desk)
    meetings = desk.pages.slot("ada", 3).meetings
    assert [one.occurrence.number for one in meetings] == [0, 2, 3]
    assert desk.pages.brief("ada").total == 11


def test_a_date_is_the_one_the_mentors_clock_shows(desk: Desk) -> None:
    ben(desk)
    desk.slots.set("ben", weekly(4, 5), time(7, 30), zone="Asia/Tokyo")
    shown = desk.slots.shown_on("ben", THURSDAY)
    assert shown.day == THURSDAY + timedelta(days=1)
    assert desk.slots.shown_on("ben", shown.day).day == THURSDAY + timedelta(days=2)
    assert desk.slots.shown_on("ben", THURSDAY + timedelta(days=2)).day == shown.day + timedelta(1)
    with pytest.raises(Refusal, match=r"on Mon 30 Nov\. The next one is on Thu 3 Dec"):
        desk.slots.shown_on("ben", THURSDAY + timedelta(days=4))


def test_skipping_twice_says_so(desk: Desk) -> None:
    ada_at_six(desk)
    desk.slots.skip("ada", NEXT)
    with pytest.raises(Refusal, match=r"The meeting on Thu 3 Dec is skipped already\."):
        desk.slots.skip("ada", NEXT)


def test_the_slots_own_clock_is_the_second_one_when_theirs_is_not_known(desk: Desk) -> None:
    desk.people.add("Zoe Park")
    desk.slots.set("zoe", weekly(4), time(7, 30), zone="Asia/Tokyo")
    (meeting,) = desk.pages.slot("zoe", 1).meetings
    assert meeting.there and f"{meeting.there:%a %H:%M}" == "Fri 07:30"
    desk.slots.set("zoe", weekly(4), time(7, 30))
    (meeting,) = desk.pages.slot("zoe", 1).meetings
    assert meeting.there is None


@pytest.mark.parametrize("verb", ["exit", "graduate"])
def test_a_mentorship_that_is_over_gets_no_slot(desk: Desk, verb: str) -> None:
    ada(desk)
    if verb == "exit":
        desk.course.exit("ada", "mentee")
    else:
        desk.course.graduate("ada")
    with pytest.raises(Refusal, match="Take it up again with: mentordesk mentee resume ada"):
        slot(desk, "ada")
    desk.people.resume("ada")
    assert slot(desk, "ada").minutes == 60


@pytest.mark.parametrize(
    ("hour", "zone", "said"),
    [
        (18, "Asia/Tokyo", ["it is night for Ada Obi: Fri 27 Nov 02:00 on their clock"]),
        (18, "Africa/Lagos", []),
        (6, "Africa/Lagos", ["it is night for Ada Obi: Thu 3 Dec 06:00 on their clock"]),
        (7, "Africa/Lagos", []),
        (21, "Africa/Lagos", ["it is night for Ada Obi: Thu 26 Nov 21:00 on their clock"]),
    ],
)
def test_a_slot_in_their_night_is_said(desk: Desk, hour: int, zone: str, said: list[str]) -> None:
    ada(desk)
    desk.people.edit("ada", zone=zone)
    series = slot(desk, "ada", hour)
    page = desk.pages.preview("ada", series, 3)
    assert [one for one in page.warnings if "night" in one] == said


def test_the_weekly_task_goes_with_the_meeting_it_is_due_on(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    held(desk, answers={"focus": "one small thing"})

    def due_on() -> list[object]:
        return [row[0] for row in desk.store.rows("SELECT due FROM action WHERE task = 1")]

    week = timedelta(days=7)
    assert due_on() == [f"{THURSDAY + week}"]
    clock.advance(days=1)
    desk.slots.skip("ada", THURSDAY + week)
    assert due_on() == [f"{THURSDAY + 2 * week}"]
    desk.undo()
    assert due_on() == [f"{THURSDAY + week}"]
    desk.slots.move("ada", THURSDAY + week, wall(THURSDAY + timedelta(days=9), 10))
    assert due_on() == [f"{THURSDAY + timedelta(days=9)}"]
    desk.slots.skip("ada", THURSDAY + 2 * week)
    assert due_on() == [f"{THURSDAY + timedelta(days=9)}"]


def test_one_rule_counts_meetings_that_are_missed_or_held_outside_the_slot(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk, count=4)
    clock.advance(12)
    desk.calls.no_show(desk.calls.start("ada").id)
    assert (desk.pages.brief("ada").number, desk.pages.brief("ada").total) == (1, 3)
    clock.advance(days=2)
    held(desk)  # on a Saturday
    clock.advance(days=5)
    held(desk)
    clock.advance(minutes=90)
    brief, [person] = desk.pages.brief("ada"), desk.pages.people()
    coming = [line.occurrence.number for line in desk.pages.slot("ada", 9).meetings]
    assert (brief.number, coming) == (3, [3, 4])
    assert brief.next
    told = (brief.total, brief.next.total, person.total, desk.pages.calendar(3)[0].total)
    assert told == (4, 4, 4, 4)
    clock.advance(days=2)
    extra = desk.calls.start("ada")
    assert (desk.pages.call().session.number, desk.pages.call().total) == (3, 5)
    desk.calls.no_show(extra.id)
    assert desk.pages.brief("ada").total == 4
