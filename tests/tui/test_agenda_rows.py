"""The agenda and the promises, laid out for a pane of any size."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mentordesk.domain.agenda import STATES, Point, current
from mentordesk.domain.call_page import Aim
from mentordesk.domain.plans import Action, Goal
from mentordesk.tui.presentation.agenda import EMPTY, agenda_rows
from mentordesk.tui.presentation.rows import Row, shown

TODAY = date(2026, 11, 26)
TASK = Point("Last week's task", 10, state="done", id="1")
LAB = Point("Lab 7 together", 20, id="2", prompts=("What clicked?", "What did not?"))
CV = Point("CV", 5, carried=2, id="3")
END = Point("Wrap-up", 15, "wrap-up", id="4")
DOCS = Action("5", "m", "link to the docs", due=date(2026, 11, 24))
READ = Action("6", "m", "read chapter 4", "mentee", "ada", state="done")


def drawn(rows: list[Row], cells: int) -> list[str]:
    """The rows as they look."""
    return ["".join(text for text, _ in shown(row, cells)).rstrip() for row in rows]


def test_items_come_before_promises_and_the_current_one_is_marked() -> None:
    rows = agenda_rows([TASK, LAB, CV, END], [DOCS, READ], TODAY, 30, 20)
    assert drawn(rows, 30) == [
        "✓ Last week's task          10",
        "▸ Lab 7 together            20",
        "  · What clicked?",
        "  · What did not?",
        "  carried ×2 CV              5",
        "▒ Wrap-up                   15",
        "── promised last time ────────",
        "○ me  link to the docs    late",
        "✓ ada read chapter 4",
    ]


def test_parked_and_dropped_say_so_in_words() -> None:
    points = [Point("Her visa", 5, state="parked"), Point("Gossip", 5, state="dropped")]
    assert drawn(agenda_rows(points, [], TODAY, 30, 20), 30) == [
        "‖ Her visa              parked",
        "× Gossip               dropped",
    ]


def test_a_crowded_pane_shortens_what_is_not_current() -> None:
    points = [Point(f"A rather long title, number {n}", 5, carried=n) for n in range(6)]
    rows = drawn(agenda_rows(points, [], TODAY, 24, 7), 24)
    assert rows[2] == "  ×1 A rather long ti… 5"
    assert len(rows) == 7


def test_a_crowded_pane_shows_as_many_whole_titles_as_it_has_lines_for() -> None:
    points = [Point(f"A rather long title, number {n}", 5) for n in range(4)]
    rows = drawn(agenda_rows(points, [], TODAY, 24, 6), 24)
    assert rows == [
        "▸ A rather long title, 5",
        "  number 0",
        "  A rather long title, 5",
        "  number 1",
        "  A rather long title… 5",
        "  A rather long title… 5",
    ]


def test_owners_take_as_many_columns_as_the_longest_of_them_up_to_eight() -> None:
    wide = Action("8", "m", "call back", "network", "Grace Hopper")
    assert drawn(agenda_rows([], [DOCS, wide], TODAY, 30, 9), 30)[2:] == [
        "○ me       link to the d… late",
        "○ Grace H… call back",
    ]


def test_prompts_are_shown_whole_or_not_at_all() -> None:
    rows = drawn(agenda_rows([LAB], [], TODAY, 30, 2), 30)
    assert rows == ["▸ Lab 7 together            20", "  · What clicked?"]


def test_an_empty_agenda_says_which_key_begins_it() -> None:
    assert drawn(agenda_rows([], [], TODAY, 40, 5), 40) == [EMPTY]


def test_when_all_else_is_settled_the_wrap_up_is_current() -> None:
    assert current([TASK, END]) is END
    assert current([TASK]) is None


@pytest.mark.parametrize(("cells", "right"), [(30, ""), (40, "Tue 1 Dec")])
def test_a_roomy_pane_also_tells_when_a_promise_is_due(cells: int, right: str) -> None:
    action = Action("7", "m", "write to Grace", "mentee", "ada", due=date(2026, 12, 1))
    assert drawn(agenda_rows([], [action], TODAY, cells, 9), cells)[-1].endswith(
        right or "write to Grace"
    )


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
points = st.lists(
    st.builds(
        Point,
        title=words,
        minutes=st.integers(0, 240),
        source=st.sampled_from(("template", "wrap-up")),
        state=st.sampled_from(STATES),
        carried=st.integers(0, 30),
        prompts=st.lists(words, max_size=3).map(tuple),
        id=st.uuids().map(str),
    ),
    max_size=12,
)
promises = st.lists(
    st.builds(Action, st.uuids().map(str), st.just("m"), words, st.just("mentee"), words),
    max_size=4,
)


@given(points, promises, st.integers(20, 60), st.integers(4, 40))
def test_every_item_has_one_line_to_stop_at_and_no_line_is_too_wide(
    items: list[Point], promised: list[Action], cells: int, lines: int
) -> None:
    rows = agenda_rows(items, promised, TODAY, cells, lines)
    ids = [point.id for point in items] + [action.id for action in promised]
    assert [row.ref for row in rows if row.key] == ids
    for row in rows:
        assert sum(cell_len(text) for text, _ in shown(row, cells)) == cells


def test_goals_stand_below_where_there_is_room_with_what_this_call_said_of_them() -> None:
    aims = [
        Aim(Goal("1", "m", "first pull request", "30", state="open"), "on-track", is_new=True),
        Aim(Goal("2", "m", "a talk", "90", state="open"), "behind"),
        Aim(Goal("3", "m", "a CV", "60", state="open")),
    ]
    rows = agenda_rows([CV], [READ], TODAY, 30, 20, None, aims)
    assert drawn(rows, 30)[-4:] == [
        "── goals ─────────────────────",
        "✓ first pull request  on track",
        "○ a talk                behind",
        "○ a CV",
    ]
    assert len(agenda_rows([CV], [READ], TODAY, 30, 6, None, aims)) == 6
    assert len(agenda_rows([CV], [READ], TODAY, 30, 5, None, aims)) == 3
