"""The playbooks that ship say what their programmes ask for."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mentordesk import playbooks
from mentordesk.domain.agenda import Point, fit
from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook import Agenda, Playbook, Question
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, ME

DATA = Path(playbooks.__file__).parent / "data"
PROGRAMMES = ("astropy", "carpentries", "codingnomads", "pyladies", "wealljs")


@pytest.fixture
def wealljs() -> Playbook:
    return playbooks.load_shipped("wealljs")


@pytest.fixture
def codingnomads() -> Playbook:
    return playbooks.load_shipped("codingnomads")


def steps(playbook: Playbook) -> list[Agenda]:
    """The agenda of every step of every outline."""
    numbers = [(track.key, n) for track in playbook.tracks for n in range(1, len(track.steps) + 1)]
    return [playbook.agenda(f"{key}.{n}") for key, n in numbers]


def answers(questions: Sequence[Question]) -> list[tuple[str, frozenset[str]]]:
    return [(question.becomes, question.readers) for question in questions]


def test_the_five_and_the_plain_one_ship_and_each_is_called_like_its_file() -> None:
    assert playbooks.shipped() == (*PROGRAMMES[:3], "one-to-one", *PROGRAMMES[3:])
    assert [playbooks.load_shipped(slug).slug for slug in playbooks.shipped()] == list(
        playbooks.shipped()
    )


def test_one_that_does_not_ship_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal, match=r"“wealjs”\. Did you mean wealljs\? There are: astropy, "):
        playbooks.load_shipped("wealjs")


@pytest.mark.parametrize("slug", playbooks.shipped())
def test_agendas_fit_the_call_screen_and_fill_the_time_before_the_reserve(slug: str) -> None:
    playbook = playbooks.load_shipped(slug)
    for agenda in [*playbook.agendas, *steps(playbook)]:
        assert max(len(item.title) for item in agenda.items) <= 28
        work = playbook.minutes_for(agenda) - playbook.reserve_for(agenda)
        lines = fit([Point(item.title, item.minutes) for item in agenda.items], work)
        assert 0 <= work - sum(line.minutes for line in lines) <= 10, agenda.key


@pytest.mark.parametrize("slug", PROGRAMMES)
def test_a_programmes_playbook_names_its_source_and_the_day_it_was_read(slug: str) -> None:
    playbook = playbooks.load_shipped(slug)
    assert playbook.programme
    assert playbook.source
    assert playbook.read_on
    text = (DATA / f"{slug}.toml").read_text("utf-8")
    assert "# not in the seed" in text
    assert playbook.source_date or "the document carries no da" in text


def test_wealljs_first_meeting_stops_after_an_hour(wealljs: Playbook) -> None:
    first = wealljs.agenda_for(1, new_month=False)
    assert (wealljs.minutes_for(first), wealljs.hard_stop_for(first)) == (60, True)
    assert [item.writes_to for item in first.items] == [
        "expectations",
        "boundaries",
        "slot",
        "gaps",
        "goals",
        "task",
    ]


def test_wealljs_meets_weekly_for_an_hour_and_keeps_a_quarter_for_the_end(
    wealljs: Playbook,
) -> None:
    weekly = wealljs.agenda_for(2, new_month=False)
    assert (wealljs.every_weeks, wealljs.minutes_for(weekly)) == (1, 60)
    assert (wealljs.reserve_for(weekly), wealljs.hard_stop_for(weekly)) == (15, False)
    assert (weekly.items[0].role, len(weekly.items[0].prompts)) == ("task", 4)
    assert (wealljs.horizons, wealljs.load_max) == ((30, 60, 90), 2)


def test_wealljs_looks_back_once_a_month_on_top_of_the_weekly_agenda(wealljs: Playbook) -> None:
    weekly, monthly = (wealljs.agenda_for(5, new_month=new) for new in (False, True))
    more = [item for item in monthly.items if item.title not in {i.title for i in weekly.items}]
    assert {item.title for item in weekly.items} < {item.title for item in monthly.items}
    assert [item.writes_to for item in more] == ["", "goals"]
    assert monthly.items[0].prompts == weekly.items[0].prompts


def test_wealljs_closes_with_four_questions(wealljs: Playbook) -> None:
    assert answers(wealljs.wrap_up) == [
        ("task", FOR_MENTEE),
        ("opportunity", ME),
        ("next", FOR_MENTEE),
        ("action", FOR_MENTEE),
    ]


def test_codingnomads_orients_once_and_then_calls_45_minutes_a_week(codingnomads: Playbook) -> None:
    assert codingnomads.agenda_for(1, new_month=True).key == "orientation"
    weekly = codingnomads.agenda_for(2, new_month=True)
    assert (weekly.key, codingnomads.minutes_for(weekly)) == ("weekly", 45)
    assert [item.role for item in weekly.items] == ["task", "", "", "questions", ""]


def test_codingnomads_report_is_for_the_team_and_hidden_from_the_student(
    codingnomads: Playbook,
) -> None:
    [report] = [question for question in codingnomads.wrap_up if question.key == "report"]
    assert (report.becomes, report.readers) == ("note", FOR_COORDINATOR)


def test_codingnomads_numbers_for_misses_are_marked_as_not_from_the_document(
    codingnomads: Playbook,
) -> None:
    c = codingnomads
    assert (c.wait_minutes, c.notice_hours, c.missed_minutes, c.silence_days) == (10, 12, 25, 14)
    assert (c.load_min, c.ask_above) == (3, 10)
    lines = (DATA / "codingnomads.toml").read_text("utf-8").splitlines()
    numbers = ("wait_", "notice_", "logged_", "silence_", "min =", "ask_above")
    marked = [line for line in lines if line.startswith(numbers)]
    assert len(marked) == 6
    assert all("# not in the seed" in line for line in marked)


def test_the_plain_playbook_belongs_to_no_programme() -> None:
    plain = playbooks.load_shipped("one-to-one")
    assert (plain.programme, plain.minutes, plain.every_weeks, plain.reserve) == ("", 45, 1, 10)
    assert {question.becomes for question in plain.wrap_up} >= {"recap", "task", "action", "next"}
