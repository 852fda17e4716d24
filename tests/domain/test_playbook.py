"""A playbook is read whole: every key arrives, and a snapshot of it stays what it was."""

import json
from datetime import date
from typing import Any

import pytest
from tests.domain.playbook_examples import FULL, agenda, changed, raw

from mentordesk.domain.playbook import Agenda, Item, Playbook, read
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, ME


def test_every_key_arrives_in_the_playbook() -> None:
    playbook = read(FULL, "full.toml")
    assert (playbook.slug, playbook.title, playbook.version) == ("full", "Full", "3")
    assert (playbook.programme, playbook.source) == ("Somebody's", "A guide")
    assert (playbook.source_date, playbook.read_on) == ("2016-10-13", "2026-11-21")
    assert (playbook.summary, playbook.kind) == ("All of it.", "group")
    assert (playbook.every_weeks, playbook.minutes, playbook.weeks) == (2, 50, 12)
    assert (playbook.hard_stop, playbook.reserve) == (True, 10)
    assert (playbook.load_min, playbook.load_max, playbook.ask_above) == (1, 5, 4)
    assert (playbook.wait_minutes, playbook.notice_hours) == (9, 12)
    assert (playbook.missed_minutes, playbook.silence_days) == (25, 8)
    assert playbook.horizons == (30, 90)
    assert (playbook.before, playbook.after) == (("Look.",), ("File.",))
    assert playbook.reminders == ("Listen.",)
    assert playbook.links == {"Code of conduct": "https://example.org/coc"}
    hello = Item("Hello", 20, ("Who?", "Why?"), "profile", required=True, role="task", until="half")
    assert playbook.agendas[0] == Agenda(
        "kick-off", "Kick-off", "first", 60, hard_stop=False, reserve=0, items=(hello, Item("Rest"))
    )
    for question in (*playbook.wrap_up, *playbook.expectations, *playbook.boundaries):
        assert (question.key, question.ask, question.hint) == ("one", "How?", "Say so.")
        assert question.readers == FOR_MENTEE
    assert playbook.wrap_up[0].becomes == "task"


def test_what_is_left_out_is_no_rule() -> None:
    playbook = read(raw(), "circle.toml")
    assert (playbook.kind, playbook.every_weeks, playbook.weeks) == ("one-to-one", 1, 0)
    assert (playbook.load_max, playbook.wait_minutes, playbook.silence_days) == (0, 0, 0)
    assert (playbook.horizons, playbook.wrap_up, playbook.links) == ((), (), {})


def test_a_snapshot_through_json_is_the_same_playbook() -> None:
    table = changed("source_date", date(2016, 10, 13))
    playbook = read(table, "full.toml")
    kept = json.loads(json.dumps(playbook.raw))
    again = read(kept, "the snapshot")
    assert again == playbook
    assert again.raw == playbook.raw == kept


def test_a_snapshot_does_not_change_with_the_table_it_was_read_from() -> None:
    table = changed("title", "Full")
    playbook = read(table, "full.toml")
    table["agendas"]["weekly"]["items"][0]["title"] = "Something else"
    assert read(playbook.raw, "the snapshot") == playbook


@pytest.mark.parametrize(
    ("whens", "number", "new_month", "expected"),
    [
        ("first second monthly default", 1, False, "first"),
        ("first second monthly default", 1, True, "first"),
        ("first second monthly default", 2, True, "second"),
        ("first second monthly default", 3, True, "monthly"),
        ("first second monthly default", 3, False, "default"),
        ("first monthly default", 2, True, "monthly"),
        ("first monthly default", 2, False, "default"),
        ("monthly default", 1, True, "default"),
        ("default", 1, True, "default"),
    ],
)
def test_which_agenda_a_meeting_takes(
    whens: str, number: int, new_month: bool, expected: str
) -> None:
    playbook = read(raw(agendas={when: agenda(when) for when in whens.split()}), "x")
    assert playbook.agenda_for(number, new_month).when == expected


def test_an_agenda_is_found_again_by_its_key() -> None:
    playbook = read(FULL, "full.toml")
    assert playbook.agenda("kick-off").title == "Kick-off"
    assert playbook.agenda("gone since").key == "weekly"


def test_an_agenda_has_its_own_length_or_the_cadences() -> None:
    playbook = read(FULL, "full.toml")
    first, weekly, _ = playbook.agendas
    assert [f(first) for f in lengths(playbook)] == [60, 0, False]
    assert [f(weekly) for f in lengths(playbook)] == [50, 10, True]


def lengths(playbook: Playbook) -> tuple[Any, ...]:
    return playbook.minutes_for, playbook.reserve_for, playbook.hard_stop_for


@pytest.mark.parametrize(
    ("becomes", "readers"),
    [
        ("task", FOR_MENTEE),
        ("action", FOR_MENTEE),
        ("next", FOR_MENTEE),
        ("recap", FOR_MENTEE),
        ("opportunity", ME),
        ("note", ME),
        ("learned", ME),
    ],
)
def test_an_answer_is_read_by_whom_its_kind_says(becomes: str, readers: frozenset[str]) -> None:
    question = {"key": "q", "ask": "What?", "becomes": becomes}
    assert read(raw(wrap_up=[question]), "x").wrap_up[0].readers == readers


def test_a_playbook_says_who_reads_an_answer() -> None:
    for words, readers in ((["coordinator"], FOR_COORDINATOR), (["me"], ME), ([], ME)):
        question = {"key": "q", "ask": "What?", "becomes": "task", "readers": words}
        assert read(raw(wrap_up=[question]), "x").wrap_up[0].readers == readers


def test_line_breaks_in_a_text_fold() -> None:
    assert read(raw(summary="\n  two\n  lines\n"), "x").summary == "two lines"
