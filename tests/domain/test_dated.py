"""Which of somebody's milestones stand on a page, and how: settled, due, to come."""

from datetime import date, timedelta

import pytest

from mentordesk.domain.attention import Facts, Numbers
from mentordesk.domain.dated import dated
from mentordesk.domain.programme_milestone import Milestone

START, TODAY = date(2026, 11, 2), date(2026, 11, 27)
FIRST, LAST = date(2026, 11, 1), date(2026, 12, 31)
FRIDAYS = Milestone("stand-up", "Stand-up", "stand-up", weekday="friday", every_weeks=1)
HALF = Milestone("half", "Half-time", "review", weeks=5)
THIRD = Milestone("third", "Third call", "review", every_sessions=3)


def shown(
    *milestones: Milestone,
    settled: tuple[tuple[str, date], ...] = (),
    first: date = FIRST,
    last: date = LAST,
    **more: object,
) -> list[tuple[str, str]]:
    """Days and states of what stands there, in order."""
    facts = Facts(
        "ada/x", "Ada", "active", START, numbers=Numbers(milestones=milestones), settled=settled
    )._replace(**more)  # type: ignore[arg-type]
    found = sorted((day, state) for day, _, state in dated(facts, first, last, TODAY))
    return [(f"{day:%d.%m.}", state) for day, state in found]


def test_what_repeats_is_due_once_and_then_to_come() -> None:
    """The Fridays before today lapsed; only the newest speaks, as on Today."""
    assert shown(FRIDAYS, last=date(2026, 12, 12)) == [
        ("27.11.", "due"), ("04.12.", ""), ("11.12.", ""),
    ]  # fmt: skip


def test_what_was_settled_stands_on_its_day_and_not_twice() -> None:
    done = (("stand-up", date(2026, 11, 27)), ("stand-up", date(2026, 12, 4)))
    assert shown(FRIDAYS, settled=done, last=date(2026, 12, 12)) == [
        ("27.11.", "done"), ("04.12.", "done"), ("11.12.", ""),
    ]  # fmt: skip


def test_what_comes_once_stands_once_and_with_the_end_all_is_over() -> None:
    assert shown(HALF) == [("07.12.", "")]
    assert shown(HALF, settled=(("half", date(2026, 12, 7)),)) == [("07.12.", "done")]
    assert ("04.12.", "") in shown(FRIDAYS, ends_on=date(2026, 12, 6))
    assert ("18.12.", "") not in shown(FRIDAYS, ends_on=date(2026, 12, 6))


def test_what_goes_by_calls_stands_where_they_were() -> None:
    held = [START + timedelta(weeks=n) for n in range(3)]
    assert shown(THIRD, held=held) == [("16.11.", "due")]


@pytest.mark.parametrize("status", ["intake"])
def test_nothing_is_ahead_of_who_is_on_the_way_in(status: str) -> None:
    assert shown(FRIDAYS, HALF, status=status) == []


def test_a_page_far_away_has_its_own_days_alone() -> None:
    first = date(2030, 1, 1)
    found = shown(FRIDAYS, HALF, first=first, last=first + timedelta(days=13))
    assert found == [("04.01.", ""), ("11.01.", "")]
