"""What a certificate takes, what is met of it, and that nothing done is ever taken away again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.criteria import LEFT, MET, NOT_MET, Deeds, Said, day_list, judge, judged
from mentordesk.domain.programme_events import Certificate, Criterion

NOV = [date(2026, 11, day) for day in (5, 12, 19)]
MEETINGS = Criterion("meetings", "Came to two meetings at least", "meetings", 2)
SHOWCASE = Criterion("showcase", "Was at the showcase", "milestone", milestone="showcase")
SURVEY = Criterion("survey", "Answered the survey", "milestone", milestone="survey-end")
HELPED = Criterion("helped", "Helped at a workshop")
TITLES = {"showcase": "Virtual showcase", "survey-end": "Closing survey"}


@pytest.mark.parametrize(
    ("one", "deeds", "met", "words"),
    [
        (MEETINGS, Deeds(), False, "0 of 2 meetings | 2 more meetings"),
        (MEETINGS, Deeds(NOV[:1]), False, "1 of 2 meetings: 5 Nov | 1 more meeting"),
        (MEETINGS, Deeds(NOV[:2]), True, "2 of 2 meetings: 5, 12 Nov | "),
        (MEETINGS, Deeds(NOV), True, "3 meetings, 2 needed: 5, 12, 19 Nov | "),
        (SHOWCASE, Deeds(titles=TITLES), False, " | Virtual showcase, not yet"),
        (SHOWCASE, Deeds(titles=TITLES, settled={"survey-end": NOV[0]}), False,
         " | Virtual showcase, not yet"),
        (SHOWCASE, Deeds(titles=TITLES, settled={"showcase": NOV[0]}), True,
         "Virtual showcase, done 5 Nov | "),
        (SURVEY, Deeds(titles=TITLES, answered={"survey-end": NOV[1]}), True,
         "Closing survey, answered 12 Nov | "),
        (HELPED, Deeds(NOV), False, " | to be ticked"),
        (HELPED, Deeds(said={"helped": Said(MET, NOV[0], "in Oslo")}), True,
         "ticked 5 Nov: in Oslo | "),
        (HELPED, Deeds(said={"helped": Said(LEFT, NOV[0])}), False, " | to be ticked"),
        (MEETINGS, Deeds(NOV[:1], said={"meetings": Said(MET, NOV[2], "one before the desk")}),
         True, "1 of 2 meetings: 5 Nov; ticked 19 Nov: one before the desk | "),
        (SHOWCASE, Deeds(titles=TITLES, settled={"showcase": NOV[0]},
                         said={"showcase": Said(NOT_MET, NOV[1], "was ill")}), False,
         "Virtual showcase, done 5 Nov | not met, you said on 12 Nov: was ill"),
    ],
)  # fmt: skip
def test_a_criterion_is_met_by_what_happened_or_by_the_mentors_word(
    one: Criterion, deeds: Deeds, met: bool, words: str
) -> None:
    found = judge(one, deeds)
    assert (found.met, f"{found.evidence} | {found.missing}") == (met, words)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ([], ""),
        (NOV[::-1], "5, 12, 19 Nov"),
        ([*NOV, date(2026, 12, 3)], "5, 12, 19 Nov, 3 Dec"),
        ([NOV[2], date(2027, 1, 7)], "19 Nov 2026, 7 Jan 2027"),
    ],
)
def test_days_are_told_in_few_words(days: list[date], says: str) -> None:
    assert day_list(days) == says


CERTIFICATE = Certificate("all", "All of it", "mentee", (MEETINGS, SHOWCASE, SURVEY, HELPED))
keys = st.sampled_from(["showcase", "survey-end", "other"])
days = st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
ticks = st.dictionaries(
    st.sampled_from([one.key for one in CERTIFICATE.criteria]),
    st.builds(Said, st.sampled_from([MET, LEFT]), days),
)
deeds = st.builds(
    Deeds,
    st.lists(days, max_size=5),
    st.dictionaries(keys, days),
    st.dictionaries(keys, days),
    st.just(TITLES),
    ticks,
)


@given(deeds, deeds)
def test_what_is_met_stays_met_whatever_comes_in_addition(less: Deeds, new: Deeds) -> None:
    added = {key: one for key, one in new.said.items() if one.state == MET}
    more = Deeds(
        [*less.meetings, *new.meetings],
        {**new.settled, **less.settled},
        {**new.answered, **less.answered},
        TITLES,
        {**less.said, **added},
    )
    before, after = judged(CERTIFICATE, less), judged(CERTIFICATE, more)
    assert all(now.met for was, now in zip(before, after, strict=True) if was.met)


@given(st.integers(1, 12), st.lists(days, max_size=15))
def test_so_many_meetings_are_asked_for_and_not_one_fewer(least: int, met: list[date]) -> None:
    found = judge(MEETINGS._replace(least=least), Deeds(met))
    assert found.met == (len(met) >= least)
    assert bool(found.missing) != found.met


@given(deeds, st.sampled_from(CERTIFICATE.criteria))
def test_the_mentors_no_stands_against_every_record(shown: Deeds, one: Criterion) -> None:
    said = {**shown.said, one.key: Said(NOT_MET, NOV[0])}
    assert not judge(one, shown._replace(said=said)).met
