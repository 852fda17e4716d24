"""Goals in sets, rows with their days, and where a mentorship stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.cycle import Course, hints, role_hint, station, stations
from mentordesk.domain.planning import (
    PlanRow,
    Requirement,
    goal_sets,
    missing_letters,
    outcome_word,
    readiness,
    times_carried,
)
from mentordesk.domain.plans import GOAL_STATES, Goal, farness

TODAY = date(2026, 11, 26)


def goal(id: str = "g", **more: object) -> Goal:
    return Goal(id, "s", id, **more)  # type: ignore[arg-type]


def test_sets_come_the_oldest_first_with_the_nearest_horizon_on_top() -> None:
    found = goal_sets(
        [
            goal("talk", horizon="90", set_no=2, set_on=TODAY),
            goal("book", horizon="60", set_no=1, set_on=date(2026, 10, 1)),
            goal("role", horizon="role"),
            goal("test", horizon="30", set_no=2, set_on=date(2026, 11, 20)),
        ]
    )
    assert [(one.number, one.set_on) for one in found] == [
        (1, date(2026, 10, 1)), (2, date(2026, 11, 20))
    ]  # fmt: skip
    assert [one.id for one in found[1].goals] == ["test", "talk"]


def test_a_goal_knows_over_how_many_sets_it_was_carried() -> None:
    first, second = goal("a"), goal("b", came_from="a")
    third = goal("c", came_from="b")
    every = [first, second, third]
    assert [times_carried(one, every) for one in every] == [0, 1, 2]
    assert times_carried(goal("d", came_from="long gone"), every) == 0


def test_horizons_go_from_near_to_far() -> None:
    words = ["role", "90", "short", "5", "long", "30", "some day"]
    assert sorted(words, key=farness) == ["5", "30", "90", "short", "long", "role", "some day"]


@pytest.mark.parametrize("state", GOAL_STATES)
def test_every_outcome_has_a_word_without_a_verdict(state: str) -> None:
    word = outcome_word(goal(state=state))
    assert word == {"unmet": "not met", "carried": "carried over"}.get(state, state)


def test_the_next_of_several_days_is_the_one_that_counts() -> None:
    days = (date(2026, 11, 1), date(2026, 12, 1), date(2027, 2, 1))
    row = PlanRow("r", "s", "review", dues=days)
    assert row.next_due(TODAY) == days[1]
    assert row.next_due(date(2027, 3, 1)) == days[2]
    assert PlanRow("r", "s", "review").next_due(TODAY) is None


@pytest.mark.parametrize(
    ("state", "measure", "lacks"), [("open", "", True), ("open", "5", False), ("done", "", False)]
)
def test_only_a_row_in_work_lacks_a_measure(state: str, measure: str, lacks: bool) -> None:
    assert PlanRow("r", "s", "x", measure=measure, state=state).lacks_measure is lacks


def test_what_nothing_was_said_about_is_named() -> None:
    assert missing_letters({"specific": "x", "timely": "y", "relevant": ""}) == (
        "measurable", "achievable", "relevant"
    )  # fmt: skip


def test_how_ready_somebody_is_for_a_role() -> None:
    met = Requirement("1", "g", "reviews", met_on=TODAY)
    assert readiness([met, met._replace(met_on=None), met]) == "2 of 3 met"
    assert readiness([]) == ""


WHOLE = Course(goals=2, rows=1, still_open=3, plans=True, decides=True)


@pytest.mark.parametrize(
    ("course", "where"),
    [
        (Course(plans=True, decides=True), "goals"),
        (WHOLE._replace(rows=0, still_open=2), "plan"),
        (WHOLE, "act"),
        (WHOLE._replace(passed=1), "review"),
        (WHOLE._replace(still_open=0), "review"),
        (WHOLE._replace(decision_due=True, passed=1), "decide"),
        (WHOLE._replace(ready=True), "decide"),
        (WHOLE._replace(ready=True, decides=False), "act"),
        (Course(goals=1, still_open=1), "act"),
        (Course(rows=1, still_open=1), "act"),
    ],
)
def test_where_a_mentorship_stands_follows_from_facts(course: Course, where: str) -> None:
    assert station(course) == where


@given(st.builds(Course, *[st.integers(0, 2)] * 4, *[st.booleans()] * 4))
def test_one_is_always_at_a_station_of_the_way(course: Course) -> None:
    assert station(course) in stations(course)


def test_a_programme_without_plan_or_decision_has_a_shorter_way() -> None:
    assert stations(Course()) == ["goals", "act", "review"]
    assert stations(Course(rows=1, decides=True)) == ["goals", "plan", "act", "review", "decide"]


@pytest.mark.parametrize(
    ("rows", "unmeasured", "number", "said"),
    [
        (0, 0, 1, ["the plan is made in meeting 2, 3 rows to begin"]),
        (0, 0, 2, ["the plan is made in this meeting, 3 rows to begin"]),
        (0, 0, 3, ["3 rows to begin: 3 more"]),
        (2, 1, 3, ["3 rows to begin: 1 more", "no measure yet: 1 of 2 rows"]),
        (3, 0, 9, []),
    ],
)
def test_what_could_be_done_next_is_a_suggestion(
    rows: int, unmeasured: int, number: int, said: list[str]
) -> None:
    assert hints(rows, unmeasured, begin_with=3, meeting=2, number=number) == said


@pytest.mark.parametrize(
    ("named", "asked", "said"),
    [
        (False, False, "the role that is aimed for is not named yet"),
        (True, False, "what the role asks for is not written down yet"),
        (True, True, ""),
    ],
)
def test_a_way_to_a_role_begins_with_its_name(named: bool, asked: bool, said: str) -> None:
    assert role_hint(named, asked) == said


def test_a_playbook_that_says_nothing_suggests_nothing() -> None:
    assert hints(0, 0, begin_with=0, meeting=0, number=1) == []
