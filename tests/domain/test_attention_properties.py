"""Every rule of Today speaks in its time and only then, wherever its facts come from."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.attention_facts import (
    KEEPS,
    OVER,
    PLAIN,
    PROGRAMMES,
    SAYS,
    TODAY,
    ago,
    ahead,
    facts,
    having,
    rules,
    workshop,
)

from mentordesk import playbooks
from mentordesk.domain.attention import RULES, Facts, Numbers, Promised, Target, due
from mentordesk.domain.attention_dated import in_turn, milestones
from mentordesk.domain.attention_offers import bookings, merged, workshops
from mentordesk.domain.attention_words import Mark
from mentordesk.domain.coming import Attention, in_order
from mentordesk.domain.offers import Booking
from mentordesk.domain.programme_dates import calendar, newest

FOREVER = 400
"""As many days as these tests look ahead and back."""


class Case(NamedTuple):
    """A rule, facts whose occasion lies `days` from now, and in which of those days it speaks."""

    rule: str
    known: Callable[[int], dict[str, Any]]
    first: int = 0
    last: int = -FOREVER


CASES = [
    Case("left-open", lambda days: {"running_since": ahead(days)}, -1),
    Case("follow-up", lambda days: {"missed_on": ahead(days) if days <= 0 else None}),
    Case(
        "escalate",
        lambda days: {"missed_in_a_row": 2 if days <= 0 else 1, "missed_on": ahead(min(days, -1))},
    ),
    Case(
        "tell",
        lambda days: (
            OVER
            | {"status": "exited", "tells": "coordinator"}
            | ({"left_on": ahead(days)} if days <= 0 else {})
        ),
    ),
    Case("promise", lambda days: {"promises": [Promised(f"p{days}", "x", ahead(days))]}),
    Case(
        "check-in",
        lambda days: {"started_on": ahead(days), "numbers": having(PLAIN._replace(notice_days=5))},
        5,
    ),
    Case("task", lambda days: {"task": Promised(f"t{days}", "read", ahead(days))}),
    Case("target", lambda days: {"targets": [Target(f"g{days}", "talk", "30", ahead(days))]}, 3),
    Case("prep", lambda days: {"next_day": ahead(days)}, 1, 1),
    Case("gap", lambda days: {"gaps": [(ahead(days), ahead(days + 9))]}, 7, 0),
    Case("silence", lambda days: {"last_contact": ahead(days - 15)}),
    Case(
        "no-date",
        lambda days: (
            {"last_contact": ahead(days - 1)}
            | ({"next_start": None, "next_day": None} if days <= 0 else {})
        ),
    ),
    Case(
        "keep-in-touch",
        lambda days: (
            OVER | {"ended_on": ahead(days - 91), "last_contact": ago(900), "numbers": KEEPS}
        ),
    ),
]


def said(case: Case, days: int, today: date = TODAY) -> list[Attention]:
    """What the case's own rule says."""
    lines = due([facts(**case.known(days))], today)
    return [line for line in lines if line.rule == case.rule]


def test_every_rule_has_its_case() -> None:
    every = [facts(**case.known(case.first)) for case in CASES]
    assert [rule for rule in RULES if not any(list(rule(one, TODAY)) for one in every)] == []
    assert [len(said(case, case.first)) for case in CASES] == [1] * len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_no_rule_speaks_before_its_time_and_each_does_at_it(case: Case) -> None:
    assert case.rule not in rules(**case.known(case.first + 1))
    assert case.rule in rules(**case.known(case.first))
    assert case.rule in rules(**case.known(case.last))
    if case.last > -FOREVER:
        assert case.rule not in rules(**case.known(case.last - 1))


@given(case=st.sampled_from(CASES), days=st.integers(-FOREVER, FOREVER))
def test_none_is_silent_after_it(case: Case, days: int) -> None:
    assert (case.rule in rules(**case.known(days))) == (case.last <= days <= case.first)


@given(days=st.integers(-5, 5) | st.integers(-FOREVER, FOREVER), prepared=st.integers(0, 150))
def test_a_workshop_speaks_from_its_window_on_until_it_is_debriefed(
    days: int, prepared: int
) -> None:
    one = workshop("w", ahead(days))._replace(prepared=prepared)
    speaks = bool(list(workshops([one], TODAY)))
    assert speaks == (days <= (3 if prepared < 120 else 0))
    assert list(workshops([one._replace(state="held")], TODAY)) == []


def test_whoever_rests_has_no_dates_but_my_promises_stay() -> None:
    speaking = [case for case in CASES if case.rule not in ("left-open", "follow-up", "tell")]
    everything = {k: v for case in speaking for k, v in case.known(case.first).items()}
    everything |= {"status": "paused", "ended_on": None, "missed_on": ago(1)}
    assert rules(**everything, followed_up=True) == ["promise"]


PEOPLE = st.lists(
    st.builds(
        lambda n, quiet, promised, missed, gap, slug, status, running: facts(
            address=f"m{n}/{slug}",
            name=f"M{n}",
            last_contact=ago(quiet),
            promises=[
                Promised(f"p{n}{k}", "send it", ahead(day)) for k, day in enumerate(promised)
            ],
            missed_on=ago(missed) if missed else None,
            missed_in_a_row=missed,
            gaps=[(ahead(gap), ahead(gap + 1)), (ahead(gap + 2), ahead(gap + 3))],
            targets=[Target(f"g{n}{k}", "talk", "30", ahead(d)) for k, d in enumerate(promised)],
            task=Promised(f"t{n}", "read", ahead(gap - 9)),
            running_since=ago(quiet) if running else None,
            next_start=None if running else datetime(2026, 11, 27, 17, tzinfo=UTC),
            next_day=None if running else ahead(1),
            numbers=SAYS._replace(
                milestones=playbooks.load_shipped(slug).milestones,
                slots_a_week=2,
                keep_in_touch_weeks=4,
            ),
            started_on=ago(quiet + 60),
            ends_on=ahead(gap),
            status=status,
            ended_on=None if status == "active" else ago(quiet),
            left_on=ago(missed) if status == "exited" else None,
            tells="coordinator",
            held=[ago(quiet + n) for n in range(8, 0, -1)],
        ),
        st.integers(0, 4),
        st.integers(0, 90),
        st.lists(st.integers(-9, 9), max_size=3),
        st.integers(0, 4),
        st.integers(0, 20),
        st.sampled_from(PROGRAMMES),
        st.sampled_from(["active", "active", "graduated", "exited"]),
        st.booleans(),
    ),
    max_size=5,
    unique_by=lambda one: one.address,
)


OFFERS = st.lists(st.integers(-5, 5), max_size=4).map(
    lambda days: [
        *workshops([workshop(f"w{k}", ahead(day)) for k, day in enumerate(days)], TODAY),
        *bookings(
            [
                (Booking(f"b{k}", "h", TODAY, k, "Maya"), datetime(2026, 11, 26, 17, tzinfo=UTC))
                for k in range(len(days))
            ],
            TODAY,
        ),
    ]
)


def shuffled(one: Facts, random: Any) -> Facts:
    """The same facts, told in another order."""

    def mixed(every: Any) -> list[Any]:
        return list(random.sample(every, len(every)))

    return one._replace(
        promises=mixed(one.promises), targets=mixed(one.targets), gaps=mixed(one.gaps)
    )


@given(PEOPLE, OFFERS, st.randoms())
def test_the_order_does_not_depend_on_what_was_there_first(
    people: list[Facts], offers: list[Attention], random: Any
) -> None:
    mixed = [shuffled(one, random) for one in random.sample(people, len(people))]
    lines = merged(due(people, TODAY), offers)
    assert merged(due(mixed, TODAY), random.sample(offers, len(offers))) == lines


@given(PEOPLE, OFFERS, st.integers(0, 50))
def test_dismissing_one_never_hides_another(
    people: list[Facts], offers: list[Attention], nth: int
) -> None:
    lines = due(people, TODAY)
    told = [line for one in people for rule in RULES for line in rule(one, TODAY) if line.name]
    assert [line for line in lines if line.name] == sorted(told, key=in_order)
    assert len({line.id for line in [*lines, *offers]}) == len(lines) + len(offers)
    if lines:
        gone = lines[nth % len(lines)]
        left = due(people, TODAY, {(gone.scope, gone.rule, gone.occasion): None})
        assert left == [line for line in lines if line != gone]


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_any_line_can_be_dismissed_and_its_next_time_is_another(case: Case) -> None:
    known = facts(**case.known(case.first))
    (line,), (before,) = said(case, case.first), said(case, case.first - 50, ago(50))
    assert before.occasion != line.occasion
    mark: dict[Mark, date | None] = {(line.scope, line.rule, line.occasion): None}
    assert line not in due([known], TODAY, mark)
    assert line in due([known], TODAY, {("eve/wealljs", line.rule, line.occasion): None})
    assert line in due([known], TODAY, {(line.scope, line.rule, "another time"): None})


@given(PEOPLE, OFFERS)
def test_what_can_be_lost_comes_first(people: list[Facts], offers: list[Attention]) -> None:
    lines = merged(due(people, TODAY), offers)
    assert lines == sorted(lines, key=lambda line: (not line.urgent, line.since))


def test_two_milestones_of_a_kind_on_one_day_are_two_lines() -> None:
    two = [PLAIN, PLAIN._replace(key="n", title="N")]
    lines = due([facts(numbers=SAYS._replace(milestones=two))], TODAY)
    assert [line.ref for line in lines] == ["m", "n"]


def test_each_of_two_gaps_is_told() -> None:
    two = [(ahead(5), ahead(6)), (ahead(2), ahead(3))]
    lines = due([facts(gaps=[*two, two[0]])], TODAY)
    assert [(line.rule, line.since) for line in lines] == [("gap", ahead(2)), ("gap", ahead(5))]


@given(
    slug=st.sampled_from(PROGRAMMES),
    start=st.dates(date(2023, 1, 1), date(2028, 12, 31)),
    days=st.integers(0, 900),
    weeks=st.none() | st.integers(1, 60),
)
def test_the_newest_day_is_the_calendars_last(
    slug: str, start: date, days: int, weeks: int | None
) -> None:
    end = start + timedelta(weeks=weeks) if weeks else None
    until, every = start + timedelta(days=days), playbooks.load_shipped(slug).milestones
    walked = {one.key: day for day, one in calendar(every, start, end, until)}
    course = facts(started_on=start, ends_on=end, numbers=Numbers(milestones=every))
    course = course._replace(numbers=course.numbers._replace(slots_a_week=1))
    jumped = {
        one.key: day
        for one, before in in_turn(course)
        if (day := newest(one, until, start, end, before))
    }
    assert jumped == walked


@given(slug=st.sampled_from(PROGRAMMES), days=st.integers(-30, 400), ends=st.booleans())
def test_every_milestone_speaks_from_its_notice_on_and_of_its_newest_day(
    slug: str, days: int, ends: bool
) -> None:
    every, start = playbooks.load_shipped(slug).milestones, ago(days)
    end = start + timedelta(weeks=12) if ends else None
    numbers = Numbers(milestones=every, slots_a_week=1)
    course = facts(started_on=start, ends_on=end, numbers=numbers)
    near = TODAY + timedelta(days=max(one.notice_days for one in every)) if every else TODAY
    expected = {
        one.key: day
        for day, one in calendar(every, start, end, near)
        if day <= TODAY + timedelta(days=one.notice_days)
    }
    assert {one.key: day for one, day in milestones(course, TODAY)} == expected
