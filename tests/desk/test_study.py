"""Study hours: planned on the mentee's clock, and how each week went."""

from datetime import date, time, timedelta

import pytest
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import ME

MONDAY = date(2026, 11, 23)


def test_hours_are_planned_on_the_mentees_clock_beside_the_programmes_yardstick(
    nomad: Desk,
) -> None:
    page = nomad.study.set("nora", (3, 0), time(19), 90)
    assert [(slot.weekday, slot.at, slot.minutes) for slot in page.slots] == [
        (0, time(19), 90),
        (3, time(19), 90),
    ]
    assert (page.hours, page.run, page.zone) == (15, 12, "Africa/Lagos")


def test_another_plan_takes_the_place_of_the_first_and_more_hours_join_it(
    nomad: Desk, clock: Clock
) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    clock.advance(days=7)
    nomad.study.set("nora", (5,), time(10), 240)
    page = nomad.study.set("nora", (6,), time(10), 60, more=True)
    assert [slot.weekday for slot in page.slots] == [5, 6]
    ended = nomad.store.row("SELECT until_day FROM study_slot WHERE weekday = 'MO'")
    assert ended
    assert ended["until_day"] == "2026-12-02"


def test_a_plan_that_is_corrected_on_its_first_day_leaves_nothing_behind(nomad: Desk) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    nomad.study.set("nora", (1,), time(19), 90)
    assert nomad.store.value("SELECT count(*) FROM study_slot") == 1


def test_a_plan_may_end(nomad: Desk, clock: Clock) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    clock.advance(days=3)
    assert nomad.study.stop("nora").slots == []
    assert nomad.last_undo() == "no study hours for Nora"


def test_the_first_week_of_a_plan_is_meant_and_later_the_one_that_ended(
    nomad: Desk, clock: Clock
) -> None:
    nomad.study.set("nora", (0, 3), time(19), 90)
    assert nomad.study.week("nora", "kept", 9 * 60).monday == MONDAY
    clock.advance(days=7)
    second = nomad.study.week("nora", "partly", reason="a cold")
    assert (second.monday, second.planned, second.minutes) == (MONDAY + timedelta(7), 180, None)
    clock.advance(days=14)
    assert nomad.study.week("nora", "not").monday == MONDAY + timedelta(14)
    assert nomad.study.week("nora", "kept").monday == MONDAY + timedelta(21)


def test_a_week_is_corrected_and_keeps_what_was_not_said_again(nomad: Desk) -> None:
    nomad.study.week("nora", "partly", 120, "a cold", MONDAY)
    nomad.study.week("nora", "kept", day=MONDAY + timedelta(3))
    (week,) = nomad.study.page("nora").weeks
    assert (week.kept, week.minutes, week.reason, week.readers) == ("kept", 120, "a cold", ME)


@pytest.mark.parametrize(
    ("kept", "minutes", "day", "says"),
    [
        ("well", None, None, "is no way a week goes. Use kept, partly, not."),
        ("kept", 169 * 60, None, "A week has 168 hours."),
        ("kept", None, MONDAY + timedelta(7), "still to come"),
    ],
)
def test_a_week_that_is_none_is_refused(
    nomad: Desk, kept: str, minutes: int | None, day: date | None, says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        nomad.study.week("nora", kept, minutes, day=day)
    assert nomad.study.page("nora").weeks == []
