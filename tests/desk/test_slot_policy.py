"""A programme in which a skipped meeting moves the end, that wants notice and few changes."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests import builders
from tests.builders import THURSDAY, wall
from tests.conftest import Clock

from mentordesk.desk import Desk

WEEK = timedelta(weeks=1)


def cleo(desk: Desk, **wishes: Any) -> None:
    """Thursdays at six from today on, four times unless said."""
    desk.people.add("Cleo", playbook="codingnomads")
    builders.slot(desk, "cleo", **({"count": 4} | wishes))


def last_day(desk: Desk) -> date | None:
    return desk.slots.of("cleo").last_day


@pytest.mark.parametrize("wishes", [{"count": 4}, {"count": 0, "until": THURSDAY + 3 * WEEK}])
def test_a_skipped_meeting_moves_the_end_and_undo_moves_it_back(
    desk: Desk, wishes: dict[str, object]
) -> None:
    cleo(desk, **wishes)
    with desk.slots.remarks("cleo", desk.slots.occurrence("cleo", THURSDAY + WEEK)[1]) as said:
        desk.slots.skip("cleo", THURSDAY + WEEK)
    assert last_day(desk) == THURSDAY + 4 * WEEK
    assert said == ["The run ends 1 week later, on Thu 24 Dec, as the programme has it."]
    assert desk.slots.of("cleo").total == 4
    desk.undo()
    assert last_day(desk) == THURSDAY + 3 * WEEK


def test_a_skipped_meeting_that_is_had_after_all_gives_the_week_back(desk: Desk) -> None:
    cleo(desk)
    desk.slots.skip("cleo", THURSDAY + WEEK)
    with desk.slots.remarks("cleo") as said:
        desk.slots.move("cleo", THURSDAY + WEEK, wall(THURSDAY + WEEK, 20))
    assert last_day(desk) == THURSDAY + 3 * WEEK
    assert said == ["The run ends 1 week earlier, on Thu 17 Dec, as the programme has it."]


def test_a_gap_moves_the_end_by_the_meetings_that_fall_out(desk: Desk) -> None:
    cleo(desk)
    desk.slots.skip("cleo", THURSDAY + WEEK)
    with desk.slots.remarks("cleo") as said:
        desk.slots.gap("cleo", THURSDAY + WEEK, THURSDAY + 3 * WEEK, "holidays")
    assert last_day(desk) == THURSDAY + 6 * WEEK
    assert said == ["The run ends 2 weeks later, on Thu 7 Jan 2027, as the programme has it."]
    desk.slots.skip("cleo", THURSDAY + 2 * WEEK)
    assert last_day(desk) == THURSDAY + 6 * WEEK


def test_a_term_that_was_planned_moves_too(desk: Desk) -> None:
    cleo(desk, count=0)
    desk.course.set_term("cleo", until=THURSDAY + 8 * WEEK)
    desk.slots.skip("cleo", THURSDAY + WEEK)
    assert desk.people.find("cleo").mentorship.ends_on == THURSDAY + 9 * WEEK
    desk.undo()
    assert desk.people.find("cleo").mentorship.ends_on == THURSDAY + 8 * WEEK


def test_other_programmes_keep_their_end(desk: Desk) -> None:
    builders.ada_at_six(desk, count=4)
    with desk.slots.remarks("ada", desk.slots.occurrence("ada", THURSDAY)[1]) as said:
        desk.slots.skip("ada", THURSDAY)
    assert said == []
    assert desk.slots.of("ada").last_day == THURSDAY + 3 * WEEK


def test_short_notice_and_a_third_change_are_said(desk: Desk, clock: Clock) -> None:
    cleo(desk, count=12)
    december = [THURSDAY + n * WEEK for n in (1, 2, 3)]
    heard = []
    for day in december:
        clock.now = desk.slots.occurrence("cleo", day)[1].start - timedelta(hours=11, minutes=30)
        with desk.slots.remarks("cleo", desk.slots.occurrence("cleo", day)[1]) as said:
            desk.slots.move("cleo", day, wall(day + timedelta(days=1), 18))
        heard.append(said)
    short = "11 h notice; the programme asks for 12."
    third = "The third change in Dec (the programme says 2): find another time?"
    assert heard == [[short], [short], [short, third]]
