"""The agenda composes itself: what was left comes first, the reserve stays free."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.agenda import SHORTEST, Point, compose, fit
from mentordesk.domain.playbook import Agenda, Item
from mentordesk.domain.timebox import Timebox

WEEKLY = Agenda(
    key="weekly",
    title="Weekly",
    items=(
        Item("Last week's task", 10, ("Done?", "What went well?"), role="task"),
        Item("Lab together", 20),
        Item("Questions", 10, role="questions"),
        Item("Anything else"),
    ),
)
TASK = Point("Read chapter 4", source="task", lineage="t", ref="a1")
CV = Point("CV", 5, "carried", carried=1, lineage="cv")
TALK = Point("Conference talk", 5, "carried", carried=3, lineage="talk")


def shown(points: list[Point]) -> list[tuple[str, int]]:
    """Title and minutes, as the agenda pane draws them."""
    return [(point.title, point.minutes) for point in points]


def test_a_first_agenda_is_the_playbooks_with_the_reserve_last() -> None:
    assert shown(compose(WEEKLY, minutes=60, reserve=15)) == [
        ("Last week's task", 10),
        ("Lab together", 20),
        ("Questions", 10),
        ("Anything else", 5),
        ("Wrap-up", 15),
    ]


def test_the_task_takes_the_place_the_playbook_keeps_for_it() -> None:
    first = compose(WEEKLY, 60, 15, task=TASK)[0]
    assert (first.title, first.minutes, first.ref) == ("Read chapter 4", 10, "a1")
    assert first.prompts == ("Done?", "What went well?")


def test_carried_items_follow_the_task_the_longest_carried_first() -> None:
    points = compose(WEEKLY, 60, 15, task=TASK, carried=[CV, TALK])
    assert [p.title for p in points[:3]] == ["Read chapter 4", "Conference talk", "CV"]
    assert [p.carried for p in points[:3]] == [0, 3, 1]


def test_open_questions_are_counted_where_the_playbook_asks_for_them() -> None:
    titles = [p.title for p in compose(WEEKLY, 60, 15, questions=["Why?", "When?", "How?"])]
    assert titles.index("Questions (3)") == 2


def test_a_playbook_without_a_place_for_questions_gets_one_at_the_end() -> None:
    plain = Agenda("plain", "Plain", items=(Item("Talk", 30),))
    points = compose(plain, 45, 0, questions=["Why?", "When?"])
    assert [(p.title, p.source) for p in points] == [
        ("Talk", "template"),
        ("Open questions (2)", "questions"),
    ]
    assert points[-1].prompts == ("Why?", "When?")


def test_a_playbook_without_a_place_for_the_task_still_starts_with_it() -> None:
    plain = Agenda("plain", "Plain", items=(Item("Talk", 30),))
    assert [p.title for p in compose(plain, 45, 0, task=TASK)] == ["Read chapter 4", "Talk"]


def test_a_carried_item_the_playbook_has_again_stands_once_with_its_chain() -> None:
    lab = Point("Lab together", 8, "carried", carried=2, lineage="lab")
    points = [p for p in compose(WEEKLY, 60, 15, carried=[lab]) if p.title == "Lab together"]
    assert [(p.minutes, p.carried, p.lineage) for p in points] == [(20, 2, "lab")]


def test_own_points_come_after_the_playbooks_and_before_the_wrap_up() -> None:
    points = compose(WEEKLY, 60, 15, own=[Point("Her visa", 5, "own")])
    assert [p.title for p in points[-2:]] == ["Her visa", "Wrap-up"]


def test_what_was_carried_takes_what_the_programmes_own_items_leave() -> None:
    long = Point("Mock interview", 30, "carried", carried=1)
    talk = Agenda("a", "A", items=(Item("Talk", 30, required=True),))
    points = compose(talk, 60, 10, carried=[long])
    assert shown(points) == [("Mock interview", 20), ("Talk", 30), ("Wrap-up", 10)]


def test_a_required_item_keeps_half_of_its_time_and_what_finds_no_room_is_parked() -> None:
    plan = Agenda("a", "A", items=(Item("The plan", required=True), Item("Chat", 10)))
    carried = [Point(f"Left {n}", 5, "carried", carried=n, lineage=f"l{n}") for n in range(1, 7)]
    points = compose(plan, 40, 10, carried=carried)
    assert shown(compose(plan, 40, 10)) == [("The plan", 20), ("Chat", 10), ("Wrap-up", 10)]
    assert [(p.title, p.minutes) for p in points if p.state == "open"] == [
        ("Left 6", 5),
        ("Left 5", 5),
        ("Left 4", 5),
        ("The plan", 11),
        ("Chat", 3),
        ("Wrap-up", 10),
    ]
    parked = [(p.title, p.minutes) for p in points if p.state == "parked"]
    assert parked == [("Left 3", 0), ("Left 2", 0), ("Left 1", 0)]


def test_a_call_that_is_full_parks_whatever_was_carried_and_keeps_its_own() -> None:
    full = Agenda("a", "A", items=(Item("One", 4, required=True), Item("Two", 4, required=True)))
    points = compose(full, 8, 0, carried=[CV])
    assert [(p.title, p.minutes, p.state) for p in points] == [
        ("One", 4, "open"),
        ("Two", 4, "open"),
        ("CV", 0, "parked"),
    ]


def test_an_empty_playbook_is_only_the_wrap_up() -> None:
    assert shown(compose(Agenda("none", "None"), 45, 10)) == [("Wrap-up", 10)]


@pytest.mark.parametrize(
    ("planned", "minutes", "fitted"),
    [
        ((), 45, ()),
        ((10, 20), 45, (10, 20)),
        ((0, 0), 45, (20, 20)),
        ((30, 0), 45, (30, 15)),
        ((30, 0, 0), 32, (26, 3, 3)),
        ((20, 40), 30, (10, 19)),
        ((20, 3, 3), 12, (6, 3, 3)),
        ((2, 40), 20, (2, 18)),
        ((5, 5, 5, 5), 10, (2, 2, 2, 2)),
        ((1, 5, 5, 5), 10, (1, 3, 3, 3)),
        ((), -5, ()),
        ((10, 10), 0, (1, 1)),
        ((10, 10), -5, (1, 1)),
    ],
)
def test_minutes_are_fitted_to_the_length(
    planned: tuple[int, ...], minutes: int, fitted: tuple[int, ...]
) -> None:
    points = [Point(str(n), n) for n in planned]
    assert tuple(p.minutes for p in fit(points, minutes)) == fitted


points = st.lists(st.builds(Point, st.just("x"), st.integers(0, 90)), max_size=20)


@given(points, st.integers(0, 240))
def test_the_reserve_is_kept_free_whenever_it_can_be(planned: list[Point], minutes: int) -> None:
    fitted = fit(planned, minutes)
    assert [p.title for p in fitted] == [p.title for p in planned]
    if len(planned) <= minutes:
        assert sum(p.minutes for p in fitted) <= minutes
    least = SHORTEST if SHORTEST * len(planned) <= minutes else 1
    for before, after in zip(planned, fitted, strict=True):
        assert after.minutes >= min(before.minutes or least, least)
        assert not before.minutes or after.minutes <= before.minutes


@given(
    points,
    points,
    st.lists(st.just("Why?"), max_size=5),
    st.booleans(),
    st.integers(10, 120),
    st.integers(0, 30),
)
def test_nothing_is_left_out_and_nothing_comes_twice(
    carried: list[Point],
    own: list[Point],
    questions: list[str],
    task: bool,
    minutes: int,
    reserve: int,
) -> None:
    marked = [replace(p, lineage=f"c{i}", source="carried") for i, p in enumerate(carried)]
    points = compose(WEEKLY, minutes, reserve, TASK if task else None, marked, questions, own)
    assert len(points) == len(carried) + len(own) + len(WEEKLY.items) + bool(reserve)
    assert sorted(p.lineage for p in points if p.source == "carried") == sorted(
        p.lineage for p in marked
    )
    assert [p for p in points if p.source == "wrap-up"] == points[len(points) - bool(reserve) :]
    assert sum(p.source == "task" for p in points) == task
    if any(p.source == "carried" and p.state == "open" for p in points):
        assert sum(p.minutes for p in points) <= minutes


SIX = datetime(2026, 11, 26, 18, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after six."""
    return SIX + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("point", "minutes"),
    [
        (Point("CV"), 0),
        (Point("CV", used=120), 2),
        (Point("CV", started=at(5)), 15),
        (Point("CV", started=at(5), ended=at(8)), 3),
        (Point("CV", started=at(5), ended=at(8), used=60), 4),
        (Point("CV", started=at(30)), 0),
    ],
)
def test_an_item_knows_how_long_it_took(point: Point, minutes: int) -> None:
    box = Timebox(SIX, at(60), 15)
    assert point.spent(box, at(20)) == timedelta(minutes=minutes)


def test_a_pause_is_no_time_of_an_item() -> None:
    box = Timebox(SIX, at(60), 15, pauses=((at(2), at(6)), (at(10), at(11)), (at(18), None)))
    assert Point("CV", started=at(5)).spent(box, at(20)) == timedelta(minutes=11)
    assert Point("CV", started=at(5), ended=at(9)).spent(box, at(20)) == timedelta(minutes=3)
