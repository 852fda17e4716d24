"""Stories of the last minutes: closing questions, the next date, and what the answers become."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from tests import builders
from tests.conftest import Clock
from tests.driver import Robot
from textual import events

from mentordesk.domain.plans import Action

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
async def wrap_up(mentor: Robot, clock: Clock) -> AsyncIterator[Robot]:
    """A quarter to seven in the call with Ada: the closing questions are open."""
    clock.advance(minutes=12)
    await mentor.open(call="ada")
    await mentor.type("! a grant for the conference")
    await mentor.later(46)
    await mentor.press("ctrl+g", "w")
    yield mentor


def promises(robot: Robot) -> list[Action]:
    """Ada's open promises and the mentor's to her."""
    return list(robot.desk.pages.brief("ada").actions)


def next_change(robot: Robot) -> tuple[str, bool, datetime]:
    """What was said about the next date: its state, whether confirmed, its start in UTC."""
    series = robot.desk.pages.slot("ada").series
    assert series is not None
    one = series.occurrence(date(2026, 12, 3))
    return one.state, one.confirmed, one.start


def answers(robot: Robot) -> dict[str, str]:
    """The answers as the desk holds them."""
    page = robot.desk.pages.wrap_up(robot.desk.calls.of("ada").id)
    return {asked.key: asked.answer for asked in page.questions if asked.answered}


@pytest.mark.parametrize("size", SIZES)
async def test_the_playbooks_questions_stand_one_under_the_other(
    wrap_up: Robot, size: tuple[int, int]
) -> None:
    await wrap_up.resize(*size)
    await wrap_up.see("Wrap-up with Ada Obi", "What will the mentee concentrate on")
    await wrap_up.type("finish lab 7")
    await wrap_up.press("enter")
    await wrap_up.press("ctrl+j")
    await wrap_up.type("conference grants")
    await wrap_up.press("ctrl+j")
    await wrap_up.type("talks at the meetup")
    await wrap_up.press("enter")
    await wrap_up.see("Thu 3 Dec 18:00", "○ confirm", "● leave open")
    await wrap_up.golden("wrap-up")


async def test_every_answer_becomes_what_the_playbook_says(wrap_up: Robot) -> None:
    await wrap_up.type("finish lab 7")
    await wrap_up.press("enter")
    await wrap_up.press("ctrl+j")
    await wrap_up.type("conference grants")
    await wrap_up.press("enter", "right", "enter")
    await wrap_up.type("[ ] @ada write to Grace by tue")
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives", "Ada: finish lab 7", "Closed. u takes it back.")
    made = {(one.text, one.owner, one.task) for one in promises(wrap_up)}
    assert ("finish lab 7", "mentee", True) in made
    assert ("write to Grace", "mentee", False) in made
    watching = [one.text for one in wrap_up.desk.pages.brief("ada").watching]
    assert {"conference grants", "a grant for the conference"} <= set(watching)
    assert next_change(wrap_up) == ("planned", True, datetime(2026, 12, 3, 17, tzinfo=UTC))


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_typed_is_filled_in_and_what_is_kept_is_not_made_twice(
    mentor: Robot, clock: Clock, size: tuple[int, int]
) -> None:
    clock.advance(minutes=12)
    await mentor.open(size, call="ada")
    lines = "[ ] intro to Linus\n[ ] @ada push lab 8 by wed\n! a talk at the meetup\n"
    await mentor.type(lines)
    await mentor.press("ctrl+g", "w")
    await mentor.see("push lab 8", "a talk at the meetup", "intro to Linus")
    await mentor.golden("wrap-up-filled")
    await mentor.type(" and 9")
    await mentor.press("ctrl+s")
    await mentor.see("Ada: push lab 8 and 9, by Wednesday 2 Dec", "intro to Linus")
    open_ones = sorted(one.text for one in promises(mentor))
    assert open_ones == ["intro to Grace", "intro to Linus", "push lab 7", "push lab 8 and 9"]
    watching = [(one.text, one.state) for one in mentor.desk.pages.brief("ada").watching]
    assert watching == [("a talk at the meetup", "watching")]


async def test_quick_fingers_answer_the_right_questions(wrap_up: Robot) -> None:
    """All keys are in the terminal's buffer before the first one is answered."""
    driver = wrap_up.app._driver
    assert driver is not None
    for key in [*"task", "enter", "ctrl+j", *"watch", "enter", "right", "enter", *"do", "ctrl+s"]:
        driver.send_message(events.Key(key, key if len(key) == 1 else None))
    await wrap_up.see("What Ada Obi receives", "Ada: task,", "by Thursday 3 Dec")
    assert "watch" in [one.text for one in wrap_up.desk.pages.brief("ada").watching]
    assert "do" in [one.text for one in promises(wrap_up)]
    assert next_change(wrap_up)[:2] == ("planned", True)


async def test_closing_without_answering_is_fine_and_leaves_the_date_open(wrap_up: Robot) -> None:
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    assert wrap_up.desk.pages.running() is None
    assert next_change(wrap_up)[:2] == ("planned", False)


async def test_the_next_date_is_skipped(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "right", "right", "right")
    await wrap_up.see("● skip it")
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    assert next_change(wrap_up)[0] == "skipped"


async def test_the_next_date_is_moved_and_said_back_while_it_is_typed(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "right", "right")
    await wrap_up.see("● move it", "a day and a time, such as thu 18:00")
    await wrap_up.press("tab")
    await wrap_up.type("fri 17:30")
    await wrap_up.see("Fri 27 Nov 2026 17:30 (tomorrow) · the same in Lagos")
    await wrap_up.golden("wrap-up-move")
    await wrap_up.resize(120, 40)
    await wrap_up.golden("wrap-up-move")
    await wrap_up.press("enter", "ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    assert next_change(wrap_up) == ("moved", True, datetime(2026, 11, 27, 16, 30, tzinfo=UTC))


async def test_a_day_alone_keeps_the_usual_time(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "right", "right", "tab")
    await wrap_up.type("4 dec")
    await wrap_up.see("Fri 4 Dec 2026 18:00 (in 8 days)")


async def test_a_date_that_is_none_closes_nothing_and_loses_nothing(wrap_up: Robot) -> None:
    await wrap_up.type("finish lab 7")
    await wrap_up.press("enter", "enter", "right", "right", "tab")
    await wrap_up.type("soonish")
    await wrap_up.see("“soonish” is no date I can read")
    await wrap_up.press("ctrl+s")
    await wrap_up.see("When does the next call move to?", "finish lab 7", "soonish")
    assert wrap_up.desk.pages.running() is not None


async def test_a_moved_date_is_understood_on_the_mentors_own_clock(
    mentor: Robot, clock: Clock
) -> None:
    """Ben's slot is kept in New York's time; the mentor types Berlin's."""
    mentor.desk.slots.end("ben", date(2026, 11, 25))
    mentor.desk.slots.set(
        "ben",
        builders.weekly(4),
        builders.wall(builders.THURSDAY, 9).time(),
        zone="America/New_York",
        minutes=45,
        starts_on=date(2026, 11, 27),
    )
    await mentor.open(call="ben")
    await mentor.press("ctrl+g", "w")
    await mentor.see("Fri 27 Nov 15:00 · 09:00 in New York")
    for _ in range(9):
        if "→ Other option" in mentor.screen_text():
            break
        await mentor.press("tab")
    await mentor.press("right", "right", "tab")
    await mentor.type("sat 16:00")
    await mentor.see("Sat 28 Nov 2026 16:00 (in 2 days) · 10:00 in New York")
    await mentor.press("ctrl+s")
    await mentor.see("What Ben Lund receives")
    series = mentor.desk.pages.slot("ben").series
    assert series is not None
    moved = series.occurrence(date(2026, 11, 27))
    assert (moved.state, moved.start) == ("moved", datetime(2026, 11, 28, 15, tzinfo=UTC))


async def test_escape_goes_back_to_the_call_and_the_answers_are_kept(wrap_up: Robot) -> None:
    await wrap_up.type("finish lab 7")
    await wrap_up.press("enter", "enter", "right", "right", "right", "escape")
    await wrap_up.see("! a grant for the conference", "left")
    assert answers(wrap_up) == {"focus": "finish lab 7", "next": "skip"}
    await wrap_up.press("ctrl+g", "w")
    await wrap_up.see("finish lab 7", "● skip it")


async def test_a_move_is_kept_and_shown_again(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "right", "right", "tab")
    await wrap_up.type("4 dec 17:00")
    await wrap_up.press("escape", "ctrl+g", "w")
    await wrap_up.see("● move it", "4 dec 17:00", "Fri 4 Dec 2026 17:00 (in 8 days)")


async def test_leaving_the_program_keeps_the_answers(wrap_up: Robot) -> None:
    await wrap_up.type("finish lab")
    await wrap_up.leave()
    assert answers(wrap_up) == {"focus": "finish lab"}


async def test_closing_is_taken_back_with_one_key(wrap_up: Robot) -> None:
    await wrap_up.type("finish lab 7")
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    await wrap_up.press("u")
    await wrap_up.see("Taken back: close the call with Ada Obi", "The call is running")
    assert wrap_up.desk.pages.running() is not None
    assert "finish lab 7" not in {one.text for one in promises(wrap_up)}


async def test_the_clock_goes_on_over_the_questions(wrap_up: Robot) -> None:
    await wrap_up.see("14:00 left")
    await wrap_up.later(14, seconds=1)
    await wrap_up.see("over since 19:00")


async def test_a_call_closed_by_another_door_shows_its_recap(wrap_up: Robot) -> None:
    wrap_up.desk.calls.close(wrap_up.desk.calls.of("ada").id)
    await wrap_up.see("What Ada Obi receives")


async def test_without_a_slot_the_question_is_just_a_question(mentor: Robot) -> None:
    mentor.desk.people.add("Fay", playbook="wealljs")
    await mentor.open(call="fay")
    await mentor.press("ctrl+g", "w")
    await mentor.see("No next date is fixed.")
    await mentor.press("enter", "enter")
    await mentor.type("tuesday, her office")
    await mentor.press("ctrl+s")
    await mentor.see("What Fay receives")


async def test_walking_past_the_next_date_leaves_it_open(wrap_up: Robot) -> None:
    await wrap_up.press("tab", "tab")
    await wrap_up.see("→ Other option", "● leave open")
    await wrap_up.type("a few words")
    await wrap_up.press("enter", "shift+tab", "tab")
    await wrap_up.see("● leave open")
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    assert next_change(wrap_up)[:2] == ("planned", False)


async def test_enter_in_the_last_answer_is_a_new_line_and_that_is_said(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "enter")
    await wrap_up.see("⏎ Another line", "^s closes the call · read by")
    await wrap_up.see_no("⏎ Go on")
    await wrap_up.type("[ ] send slides")
    await wrap_up.press("enter")
    await wrap_up.type("[ ] book a room")
    await wrap_up.see("[ ] send slides", "[ ] book a room")
    assert wrap_up.desk.pages.running() is not None
    await wrap_up.press("ctrl+s")
    await wrap_up.see("What Ada Obi receives")
    assert {"send slides", "book a room"} <= {one.text for one in promises(wrap_up)}


async def test_what_an_answer_becomes_is_said_whole(wrap_up: Robot) -> None:
    await wrap_up.press("enter", "enter", "enter")
    words = " ".join(wrap_up.screen_text().split())
    assert "each line becomes a promise: @who what by when; no @ means me" in words
    assert "…" not in wrap_up.screen_text().split("\n")[-3]
