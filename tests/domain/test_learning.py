"""The pure rules of how somebody gets on: blocks, weeks, ideas, names, and what is asked."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.playbook_examples import raw

from mentordesk.domain.learning import (
    IdeaLine,
    fresh_first,
    next_idea,
    recording_name,
    sparkline,
)
from mentordesk.domain.playbook import read
from mentordesk.domain.programme_people import Idea
from mentordesk.domain.reviews import month_questions, plain_words, task_questions
from mentordesk.domain.rules import monday_of
from mentordesk.domain.study import (
    StudyPage,
    StudySlot,
    StudyWeek,
    history,
    last_weeks,
    out_of,
    planned,
    spoken,
    week_meant,
)
from mentordesk.domain.text import short_length

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)
EVENING = StudySlot(0, time(19), 90, MONDAY)


@pytest.mark.parametrize(
    ("percents", "line"),
    [
        ([], ""),
        ([0], "▁"),
        ([100], "█"),
        ([0, 14, 15, 50, 99, 100], "▁▁▂▄▇█"),
        ([-5, 120], "▁█"),
        ([0] * 20 + [100], "▁" * 11 + "█"),
    ],
)
def test_percents_are_blocks(percents: list[int], line: str) -> None:
    assert sparkline(percents) == line


@given(st.lists(st.integers(0, 100), max_size=30), st.integers(1, 20))
def test_a_block_for_each_of_the_latest_and_never_lower_for_more(
    percents: list[int], most: int
) -> None:
    line = sparkline(percents, most)
    assert len(line) == min(len(percents), most)
    pairs = zip(percents[-most:], line, strict=True)
    in_order = [block for _, block in sorted(pairs)]
    assert in_order == sorted(in_order)


@pytest.mark.parametrize(
    ("today", "told", "since", "meant"),
    [
        (MONDAY, [], None, MONDAY - WEEK),
        (MONDAY + timedelta(6), [], None, MONDAY - WEEK),
        (MONDAY, [MONDAY - WEEK], None, MONDAY),
        (MONDAY, [MONDAY], None, MONDAY - WEEK),
        (MONDAY + timedelta(3), [], MONDAY + timedelta(1), MONDAY),
        (MONDAY + timedelta(3), [], MONDAY - timedelta(1), MONDAY - WEEK),
    ],
)
def test_an_answer_is_about_the_week_that_ended_unless_it_was_told_or_not_planned(
    today: date, told: list[date], since: date | None, meant: date
) -> None:
    assert week_meant(today, told, since) == meant


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sets(st.integers(0, 9)), st.integers(0, 99))
def test_the_week_that_is_meant_is_a_monday_that_has_begun(
    today: date, ago: set[int], began: int
) -> None:
    told = [monday_of(today) - n * WEEK for n in ago]
    found = week_meant(today, told, today - timedelta(days=began))
    assert found.weekday() == 0
    assert today - timedelta(days=13) <= found <= today


def test_weeks_are_told_in_the_order_they_came_and_nothing_is_counted() -> None:
    weeks = [StudyWeek(MONDAY - n * WEEK, kept) for n, kept in enumerate(["not", "partly", "kept"])]
    assert history(weeks) == "kept, partly, not"
    assert history(weeks, 2) == "partly, not"
    assert history([]) == ""


def test_the_latest_weeks_include_those_nobody_told_of_since_it_began() -> None:
    told = StudyWeek(MONDAY - 2 * WEEK, "kept")
    page = StudyPage([EVENING._replace(since=MONDAY - 3 * WEEK)], [told], 0, 0, "")
    found = last_weeks(page, MONDAY + timedelta(3))
    assert found == [
        (MONDAY, None),
        (MONDAY - WEEK, None),
        (MONDAY - 2 * WEEK, told),
        (MONDAY - 3 * WEEK, None),
    ]
    assert len(last_weeks(page, MONDAY + 20 * WEEK)) == 6
    assert last_weeks(StudyPage([], [], 0, 0, ""), MONDAY) == []


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (95, "1 h 35"), (540, "9 h")]
)
def test_minutes_are_said_in_hours(minutes: int, said: str) -> None:
    assert short_length(minutes) == said
    assert out_of(minutes, 0) == said
    assert out_of(minutes, 15) == f"{said} of 15 h"


def test_hours_at_the_same_time_are_said_together() -> None:
    slots = [EVENING._replace(weekday=3), EVENING, StudySlot(5, time(10), 240, MONDAY)]
    assert spoken(slots) == ["Monday and Thursday 19:00, 1 h 30", "Saturday 10:00, 4 h"]
    three = [EVENING._replace(weekday=day) for day in (6, 1, 3)]
    assert spoken(three) == ["Tuesday, Thursday and Sunday 19:00, 1 h 30"]
    assert planned(slots) == 420


def test_ideas_not_used_come_first_then_those_used_longest_ago() -> None:
    late, old, first, second = (Idea(key, key) for key in ("late", "old", "first", "second"))
    lines = [
        IdeaLine(late, [MONDAY, MONDAY - 9 * WEEK]),
        IdeaLine(first, []),
        IdeaLine(old, [MONDAY - WEEK]),
        IdeaLine(second, []),
    ]
    assert [line.idea.key for line in fresh_first(lines)] == ["first", "second", "old", "late"]
    assert next_idea(lines) == first
    assert next_idea([lines[0]]) is None
    assert next_idea([]) is None


@pytest.mark.parametrize(
    ("pattern", "topic", "name"),
    [
        ("{date}_{mentee}_{topic}", "scope", "2026-11-23_ada_scope"),
        ("{date}_{mentee}_{topic}", "", "2026-11-23_ada"),
        ("{topic} by {someone}", "scope", "scope by {someone}"),
        ("", "scope", ""),
    ],
)
def test_a_recording_is_named_as_the_playbook_says(pattern: str, topic: str, name: str) -> None:
    assert recording_name(pattern, MONDAY, "ada", topic) == name


@pytest.mark.parametrize(
    ("prompts", "keys"),
    [
        (["a?", "b?", "c?", "d?"], ["done", "well", "better", "where"]),
        (["a?", "b?"], ["done", "2"]),
        ([], ["done", "well", "better", "where"]),
    ],
)
def test_a_task_is_asked_about_in_the_playbooks_words(prompts: list[str], keys: list[str]) -> None:
    items = [{"title": "task", "role": "task", "prompts": prompts}]
    found = task_questions(
        read(raw(agendas={"usual": {"title": "Usual", "when": "default", "items": items}}), "it")
    )
    assert [one.key for one in found] == keys
    assert [one.ask for one in found] == (prompts or [plain_words(key) for key in keys])


def test_a_month_is_asked_about_with_what_only_its_agenda_has() -> None:
    usual = [{"title": "Questions", "role": "questions", "prompts": ["any?"]}]
    own = [
        {"title": "The month", "required": True, "prompts": ["how?", "glad?"]},
        {"title": "Targets", "writes_to": "goals", "prompts": ["better?", "next?"]},
        {"title": "Whatever", "prompts": ["what?"]},
        {"title": "Task", "role": "task", "required": True, "prompts": ["done?"]},
    ]
    agendas = {
        "usual": {"title": "Usual", "when": "default", "items": usual},
        "month": {"title": "Month", "when": "monthly", "items": own},
    }
    found = month_questions(read(raw(agendas=agendas), "it"))
    assert [tuple(one) for one in found] == [
        ("past", "how?"), ("well", "glad?"), ("better", "better?"), ("next", "next?"),
    ]  # fmt: skip
    plain = month_questions(
        read(raw(agendas={"usual": {"title": "Usual", "when": "default", "items": usual}}), "it")
    )
    assert [one.key for one in plain] == ["past", "well", "better", "next"]
