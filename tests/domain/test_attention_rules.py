"""Today's rules one by one: what each says of which facts, and what it takes to settle it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.attention_facts import (
    KEEPS,
    OVER,
    PLAIN,
    SAYS,
    TODAY,
    ago,
    ahead,
    facts,
    having,
    rules,
)

from mentordesk.domain.attention import Numbers, Promised, Target, due
from mentordesk.domain.attention_words import when, why
from mentordesk.domain.coming import Attention
from mentordesk.domain.programme_events import Milestone


def test_nothing_is_due_when_all_is_well() -> None:
    assert rules() == []


@pytest.mark.parametrize(
    ("number", "known"),
    [
        ("silence_days", {"last_contact": ago(300)}),
        ("prep_days", {"next_day": ahead(1)}),
        ("gap_days", {"gaps": [(TODAY, ahead(9))]}),
        ("escalate_after", {"missed_in_a_row": 9, "missed_on": ago(1), "followed_up": True}),
    ],
)
def test_a_number_of_nought_is_no_rule(number: str, known: dict[str, Any]) -> None:
    assert rules(**known)
    assert rules(**known, numbers=Numbers(**SAYS._asdict() | {number: 0})) == []


@given(since=st.integers(0, 400), weeks=st.integers(0, 30))
def test_who_went_to_the_end_is_kept_in_touch_with(since: int, weeks: int) -> None:
    numbers = SAYS._replace(keep_in_touch_weeks=weeks)
    known = OVER | {"ended_on": ago(400), "last_contact": ago(since), "numbers": numbers}
    assert rules(**known) == (["keep-in-touch"] if weeks and since >= weeks * 7 else [])


@pytest.mark.parametrize("status", ["active", "paused", "exited"])
def test_nobody_else_is(status: str) -> None:
    known = OVER | {"last_contact": ago(200), "numbers": KEEPS, "status": status}
    assert "keep-in-touch" not in rules(**known)


def test_the_end_itself_is_a_word_between_the_two() -> None:
    known = OVER | {"last_contact": ago(300), "numbers": KEEPS}
    assert rules(**known | {"ended_on": ago(90)}) == []
    assert rules(**known | {"ended_on": ago(91)}) == ["keep-in-touch"]


@given(late=st.integers(0, 400), tells=st.sampled_from(["", "coordinator"]))
def test_an_early_end_is_told_to_those_whom_the_playbook_names(late: int, tells: str) -> None:
    known = OVER | {"status": "exited", "left_on": ago(late), "tells": tells}
    assert rules(**known) == (["tell"] if tells else [])
    assert rules(**known | {"left_on": None}) == []


END = PLAIN._replace(kind="stop point", after="end", decision="stop")


def test_a_decision_at_the_end_comes_again_at_an_end_that_was_set_anew() -> None:
    done = {"ends_on": ago(1), "settled": {("m", ago(50))}}
    assert dated(END, **done) == []
    (line,) = dated(END, **done, end_is_set=True)
    assert (line.since, line.does) == (ago(1), "decide")
    assert dated(END, ends_on=ago(1), settled={("m", ago(1))}, end_is_set=True) == []
    survey = END._replace(kind="survey", decision="")
    assert dated(survey, **done, end_is_set=True) == []


def test_the_playbooks_number_stands_in_the_sentence() -> None:
    (line,) = due([facts(last_contact=ago(20))], TODAY)
    assert line.says == "quiet: Ada, 20 days since anything (the playbook says 14)"
    (line,) = due([facts(targets=[Target("g", "talk", "30", ahead(3))])], TODAY)
    assert line.says == "30 days of Ada: talk, due in 3 days (the playbook says 3 days before)"


def dated(one: Milestone, **known: Any) -> list[Attention]:
    return due([facts(numbers=having(one), **known)], TODAY)


@given(st.integers(-30, 30), st.integers(0, 14))
def test_a_milestone_speaks_from_its_notice_on_until_it_is_settled(days: int, notice: int) -> None:
    one = PLAIN._replace(days=days, notice_days=notice)
    day = ago(20) + timedelta(days=days)
    assert bool(dated(one)) == (day <= TODAY + timedelta(days=notice))
    assert dated(one, settled={("m", day)}) == []
    assert dated(one, settled={("m", ago(300))}) == []  # its end was moved since


def test_what_repeats_speaks_of_its_newest_time_alone() -> None:
    weekly = PLAIN._replace(every_weeks=1, weekday="friday")
    (line,) = dated(weekly)
    assert (line.since, line.rule) == (date(2026, 11, 20), "check-in")
    assert dated(weekly, settled={("m", date(2026, 11, 20))}) == []
    assert len(dated(weekly, settled={("m", date(2026, 11, 13))})) == 1


def test_feedback_is_due_with_every_nth_call() -> None:
    fourth = PLAIN._replace(kind="feedback round", every_sessions=4)
    held = [ago(30 - n) for n in range(9)]
    assert dated(fourth, held=held[:3]) == []
    assert [line.since for line in dated(fourth, held=held[:5])] == [held[3]]
    assert [line.since for line in dated(fourth, held=held)] == [held[7]]
    assert dated(fourth, held=held, settled={("m", held[7])}) == []


def test_what_belongs_to_a_step_falls_due_with_its_call() -> None:
    draft = PLAIN._replace(kind="slide draft", step="slide draft")
    held, steps = [ago(14), ago(7)], {"slide draft": 3}
    assert dated(draft, held=held, steps=steps) == []
    assert dated(draft, held=held, steps=steps, next_day=TODAY)[0].since == TODAY
    assert dated(draft, held=[*held, ago(1)], steps=steps)[0].since == ago(1)
    assert dated(draft, held=held, next_day=TODAY) == []


def test_hours_are_published_by_those_who_offer_any() -> None:
    slots = PLAIN._replace(kind="slots", every_weeks=1, weekday="monday")
    assert dated(slots) == []
    offers = SAYS._replace(milestones=[slots], slots_a_week=2)
    assert [line.rule for line in due([facts(numbers=offers)], TODAY)] == ["slots"]


def test_a_meeting_with_the_monthly_agenda_was_the_review() -> None:
    review = PLAIN._replace(kind="review", every_months=1)
    known = {"started_on": date(2026, 9, 20)}
    assert len(dated(review, **known)) == 1
    assert dated(review, **known, reviewed=date(2026, 11, 5)) == []
    assert len(dated(review, **known, reviewed=date(2026, 10, 15))) == 1


def test_a_stand_up_is_one_line_however_many_mentees_there_are() -> None:
    standup = PLAIN._replace(kind="stand-up", title="Stand-up", every_weeks=1, weekday="friday")
    numbers = SAYS._replace(milestones=[standup])
    three = [
        facts(address=f"{who}/codingnomads", name=who, numbers=numbers) for who in ("a", "b", "c")
    ]
    (line,) = due(three, TODAY)
    assert (line.name, line.scope) == ("", "codingnomads")
    assert due(three, TODAY, {("codingnomads", line.rule, line.occasion): None}) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"every_months": 3}, "every 3 months"),
        ({"every_weeks": 1}, "every week"),
        ({"every_sessions": 4}, "every 4 calls"),
        ({"percent": 50}, "halfway"),
        ({"percent": 30}, "30 % of the way"),
        ({"after": "end"}, "at the end of 12 weeks"),
        ({"step": "showcase"}, "with its step of the outline"),
        ({"months": 3}, "3 months after the start"),
        ({"days": -1}, "1 day before the start"),
    ],
)
def test_why_is_what_the_playbook_says(change: dict[str, Any], says: str) -> None:
    assert why(PLAIN._replace(**change), 12) == f" (the playbook says {says})"
    assert why(PLAIN) == ""


def test_days_are_said_as_people_say_them() -> None:
    said = [when(ahead(n), TODAY) for n in (-5, -1, 0, 1, 5)]
    assert said == ["5 days ago", "yesterday", "today", "tomorrow", "in 5 days"]


def test_what_is_put_off_comes_back_on_its_day() -> None:
    promised = [facts(promises=[Promised("p", "intro", ago(1))])]
    mark = {("ada/wealljs", "promise", "p"): ahead(2)}
    seen = [bool(due(promised, ahead(n), mark)) for n in range(4)]
    assert seen == [False, False, True, True]


def test_silence_counts_from_the_day_the_desk_first_knew() -> None:
    heard = {"last_contact": None, "started_on": ago(52)}
    assert "silence" in rules(**heard)
    assert "silence" not in rules(**heard, known_on=TODAY)
    assert "silence" not in rules(**heard, known_on=ago(14))
    assert "silence" in rules(**heard, known_on=ago(15))


def test_whom_to_follow_up_with_is_not_called_quiet_as_well() -> None:
    missed = {"last_contact": ago(21), "missed_on": ago(7)}
    assert [one for one in rules(**missed) if one in ("silence", "follow-up")] == ["follow-up"]
    assert "silence" in rules(**missed, followed_up=True)


def test_what_was_to_be_before_the_start_is_due_when_the_desk_knows_of_it() -> None:
    early = having(Milestone("on", "Onboarding", "notice", weeks=-1))

    def days(**known: Any) -> list[date]:
        return [line.since for line in due([facts(numbers=early, **known)], TODAY)]

    assert days(started_on=TODAY) == [ago(7)]
    assert days(started_on=TODAY, known_on=TODAY) == [TODAY]
    assert days(started_on=ago(12), known_on=TODAY) == [TODAY]
    assert days(started_on=ahead(5), known_on=ago(20)) == [ago(2)]
    after = having(Milestone("in", "Check-in", "notice", weeks=1))
    late = due([facts(numbers=after, started_on=ago(20), known_on=TODAY)], TODAY)
    assert [line.since for line in late] == [ago(13)]


@pytest.mark.parametrize(
    ("kind", "ended", "comes"),
    [
        ("stand-up", 2, True),
        ("stand-up", 6, True),
        ("stand-up", 7, False),
        ("touch base", 2, False),
    ],
)
def test_a_report_comes_once_more_after_the_last_call(kind: str, ended: int, comes: bool) -> None:
    weekday = TODAY.strftime("%A").lower()
    one = Milestone("w", "Weekly", kind, every_weeks=1, weekday=weekday)
    told = due([facts(numbers=having(one), started_on=ago(60), ends_on=ago(ended))], TODAY)
    assert (TODAY in [line.since for line in told if line.ref == "w"]) == comes


def test_who_graduated_is_nominated_once() -> None:
    over = OVER | {"numbers": SAYS, "ended_on": ago(1), "last_contact": ago(1)}
    (line,) = due([facts(**over, nominate="Put them forward.")], TODAY)
    assert line.says == "nominate Ada, graduated yesterday: Put them forward."
    assert rules(**over) == []
    assert "nominate" not in rules(**over | {"status": "completed"}, nominate="Put them forward.")
