"""Promises in the order in which they are looked at."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.plans import Action, in_order, overdue

TODAY = date(2026, 11, 26)
ACTIONS = st.builds(
    Action,
    id=st.uuids().map(str),
    mentorship_id=st.just("s"),
    text=st.sampled_from("abc"),
    owner=st.sampled_from(["me", "mentee", "network"]),
    due=st.none() | st.dates(date(2026, 11, 20), date(2026, 12, 5)),
    state=st.sampled_from(["open", "done", "dropped"]),
)


def test_mine_come_first_then_by_day_and_undated_ones_last() -> None:
    made = [
        Action("1", "s", "theirs today", "mentee", due=TODAY),
        Action("2", "s", "mine some day"),
        Action("3", "s", "mine tomorrow", due=date(2026, 11, 27)),
        Action("4", "s", "mine today", due=TODAY),
        Action("5", "s", "grace some day", "network"),
    ]
    assert [action.text for action in in_order(made)] == [
        "mine today", "mine tomorrow", "mine some day", "theirs today", "grace some day"
    ]  # fmt: skip


@given(made=st.lists(ACTIONS))
def test_overdue_are_open_ones_whose_day_has_passed_the_oldest_first(made: list[Action]) -> None:
    late = overdue(made, TODAY)
    assert [action.due for action in late] == sorted(a.due for a in late if a.due)
    for action in made:
        is_late = action.state == "open" and action.due is not None and action.due < TODAY
        assert (action in late) == is_late


@given(made=st.lists(ACTIONS))
def test_the_order_loses_nobody_and_does_not_depend_on_the_order_before(made: list[Action]) -> None:
    keys = [(a.owner != "me", a.due or date.max, a.text) for a in in_order(made)]
    assert keys == sorted(keys)
    assert len(in_order(made)) == len(made)
