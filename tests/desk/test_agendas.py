"""The agenda composes itself: the task first, what was left, carried by the mentorship."""

from datetime import timedelta

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.agenda import Point
from mentordesk.domain.errors import Refusal

NEXT = THURSDAY + timedelta(days=7)


def point(desk: Desk, title: str, who: str = "ben") -> Point:
    """The item of the agenda that begins with these words."""
    return next(p for p in desk.calls.agenda(who) if p.title.startswith(title))


def titles(desk: Desk, who: str = "ben") -> list[str]:
    return [p.title for p in desk.calls.agenda(who)]


def mark(desk: Desk, title: str, state: str, who: str = "ben") -> None:
    desk.calls.mark_point(point(desk, title, who).id, state)


def test_the_first_the_monthly_and_the_usual_meeting_have_their_own(
    desk: Desk, clock: Clock
) -> None:
    ben(desk)
    assert "Getting to know each other" in titles(desk)
    held(desk, "ben")
    clock.advance(hours=1)
    assert "Topic of the day" in titles(desk)
    assert "Targets and the past month" not in titles(desk)
    clock.advance(days=7)
    assert "Targets and the past month" in titles(desk)


def test_a_month_begins_in_the_mentors_own_zone(desk: Desk, clock: Clock) -> None:
    ben(desk)
    held(desk, "ben")
    clock.now = clock.now.replace(day=30, hour=22, minute=59)
    assert "Targets and the past month" not in titles(desk)
    clock.advance(1)
    assert "Targets and the past month" in titles(desk)


def test_what_was_left_is_carried_and_counted(desk: Desk, clock: Clock) -> None:
    ben(desk)
    for n in range(3):
        desk.calls.start("ben")
        if n == 0:
            desk.calls.add_point("ben", "CV")
            desk.calls.add_point("ben", "Talk")
            mark(desk, "Talk", "parked")
        assert point(desk, "CV").carried == point(desk, "Talk").carried == n
        desk.calls.close(desk.calls.of("ben").id)
        clock.advance(days=7)
    assert point(desk, "CV").carried == point(desk, "Talk").carried == 3


def test_a_skipped_week_carries_nothing_further(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada")
    desk.calls.add_point("ada", "CV")
    desk.calls.close(session.id, next_choice=("skip", None))
    clock.advance(days=7)
    assert point(desk, "CV", "ada").carried == 1
    clock.advance(days=7)
    assert point(desk, "CV", "ada").carried == 1


def test_what_is_done_or_dropped_does_not_come_again(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    desk.calls.add_point("ben", "CV")
    desk.calls.add_point("ben", "Talk")
    mark(desk, "CV", "done")
    mark(desk, "Talk", "dropped")
    desk.calls.close(session.id)
    assert not {"CV", "Talk"} & set(titles(desk))


def test_an_item_carried_twice_and_done_is_gone(desk: Desk, clock: Clock) -> None:
    ben(desk)
    desk.calls.add_point("ben", "CV")
    held(desk, "ben")
    clock.advance(days=7)
    session = desk.calls.start("ben")
    mark(desk, "CV", "done")
    desk.calls.close(session.id)
    assert "CV" not in titles(desk)


def test_a_call_to_which_nobody_came_loses_nothing_and_carries_nothing(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada")
    desk.calls.add_point("ada", "CV")
    desk.calls.close(session.id)
    clock.advance(days=7)
    desk.calls.add_point("ada", "Ask about the talk")
    before = titles(desk, "ada")
    desk.calls.no_show(desk.calls.start("ada").id)
    clock.advance(days=7)
    assert sorted(titles(desk, "ada")) == sorted(before)
    assert point(desk, "CV", "ada").carried == 1
    session = desk.calls.start("ada")
    assert sorted(titles(desk, "ada")) == sorted(before)
    assert point(desk, "CV", "ada").carried == 1
    desk.calls.close(session.id)
    assert point(desk, "Ask about the talk", "ada").carried == 1


def test_a_call_begun_by_mistake_loses_nothing_either(desk: Desk, clock: Clock) -> None:
    ben(desk)
    desk.calls.add_point("ben", "CV")
    before = titles(desk)
    session = desk.calls.start("ben")
    desk.calls.add_point("ben", "Talk")
    desk.calls.discard(session.id)
    assert set(titles(desk)) == {*before, "Talk"}
    desk.calls.start("ben")
    assert titles(desk).count("CV") == titles(desk).count("Talk") == 1
    assert point(desk, "CV").carried == 0


def test_the_newest_task_is_first_until_there_is_another(desk: Desk, clock: Clock) -> None:
    ben(desk)
    held(desk, "ben", answers={"task": "read chapter 4"})
    assert titles(desk)[0] == "Task: read chapter 4"
    clock.advance(days=7)
    held(desk, "ben")
    first = point(desk, "Task")
    assert (first.title, first.carried) == ("Task: read chapter 4", 1)
    clock.advance(days=7)
    held(desk, "ben", answers={"task": "write a test"})
    assert titles(desk)[0] == "Task: write a test"
    assert "Task: read chapter 4" not in titles(desk)


def test_a_task_that_was_done_is_still_talked_about_once(desk: Desk, clock: Clock) -> None:
    ben(desk)
    held(desk, "ben", answers={"task": "read chapter 4"})
    (task,) = desk.promises.list()
    desk.promises.done(task.action.id)
    assert titles(desk)[0] == "Task: read chapter 4 (done)"
    clock.advance(days=7)
    held(desk, "ben")
    assert not [title for title in titles(desk) if title.startswith("Task")]


def test_open_questions_are_listed_in_the_place_for_them(desk: Desk, clock: Clock) -> None:
    ben(desk)
    held(desk, "ben")
    desk.words.note("ben", "what is a\ndataclass", kind="question")
    found = point(desk, "Questions")
    assert found.title == "Questions (1)"
    assert found.prompts[0] == "what is a dataclass"
    (question,) = desk.pages.brief("ben").questions
    desk.words.settle(question.id)
    assert point(desk, "Questions").title == "Questions"


def test_the_agenda_fits_the_slot_and_keeps_the_reserve_free(desk: Desk, clock: Clock) -> None:
    ada(desk)
    slot(desk, "ada", minutes=30)
    before = desk.calls.agenda("ada")
    assert before == desk.pages.brief("ada").agenda
    assert 25 <= sum(p.minutes for p in before) <= 30
    desk.calls.start("ada")
    assert [(p.title, p.minutes) for p in desk.calls.agenda("ada")] == [
        (p.title, p.minutes) for p in before
    ]


def test_a_moved_date_of_another_length_has_an_agenda_of_that_length(desk: Desk) -> None:
    ada(desk)
    slot(desk, "ada", starts_on=NEXT)
    desk.slots.move("ada", NEXT, desk.now().replace(tzinfo=None) + timedelta(days=8), minutes=30)
    assert sum(p.minutes for p in desk.calls.agenda("ada")) <= 30


def test_an_item_of_ones_own_waits_for_the_next_call(desk: Desk) -> None:
    ada_at_six(desk)
    desk.calls.add_point("ada", "  her\x1b[31m CV\n", 10)
    assert point(desk, "her CV", "ada").source == "own"
    assert titles(desk, "ada")[-1] == "Wrap-up"
    desk.calls.start("ada")
    assert titles(desk, "ada").count("her CV") == 1
    assert titles(desk, "ada")[-1] == "Wrap-up"
    desk.calls.add_point("ada", "one more")
    assert titles(desk, "ada")[-2:] == ["one more", "Wrap-up"]


def test_one_that_waits_can_be_dropped_before_the_call(desk: Desk) -> None:
    ben(desk)
    desk.calls.add_point("ben", "CV")
    mark(desk, "CV", "dropped")
    assert "CV" not in titles(desk)
    desk.calls.start("ben")
    assert "CV" not in titles(desk)


@pytest.mark.parametrize(
    ("title", "minutes", "sentence"),
    [
        ("", 5, "An agenda item needs words. Try: mentordesk session agenda --add"),
        (" \x00 ", 5, "needs words"),
        ("CV", 0, "Give 1 to 240"),
        ("CV", 241, "Give 1 to 240"),
    ],
)
def test_an_item_has_words_and_a_length(
    desk: Desk, title: str, minutes: int, sentence: str
) -> None:
    ben(desk)
    with pytest.raises(Refusal) as refused:
        desk.calls.add_point("ben", title, minutes)
    assert sentence in refused.value.sentence


def test_an_item_has_one_of_four_states(desk: Desk) -> None:
    ben(desk)
    desk.calls.start("ben")
    with pytest.raises(Refusal, match=r"“gone” is no state .* Use open, done, parked, dropped"):
        mark(desk, "First", "gone")
    with pytest.raises(Refusal, match="Start the call to mark it"):
        desk.calls.mark_point("", "done")


def test_an_agenda_that_is_taken_by_hand_is_chosen_at_the_start(desk: Desk) -> None:
    desk.people.add("Pia Falk", playbook="pyladies")
    assert "Collecting topics" not in titles(desk, "pia")
    session = desk.calls.start("pia", agenda="Lean-Coffee")
    assert session.agenda == "lean-coffee"
    assert "Collecting topics" in titles(desk, "pia")


def test_a_topic_gets_the_minutes_that_its_agenda_gives_to_one(desk: Desk) -> None:
    desk.people.add("Pia Falk", playbook="pyladies")
    desk.calls.start("pia", agenda="lean-coffee")
    desk.calls.add_point("pia", "Type hints")
    desk.calls.add_point("pia", "Her talk", 10)
    assert (point(desk, "Type hints", "pia").minutes, point(desk, "Her talk", "pia").minutes) == (
        3,
        10,
    )


def test_no_agenda_is_made_up(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match=r"no agenda “coffee”. It has: .*weekly"):
        desk.calls.start("ada", agenda="coffee")
    assert desk.calls.running() is None


def spent(desk: Desk) -> list[float]:
    """Minutes of each item of the running call, up to the first that had none."""
    session = desk.calls.of("ben")
    assert session.timebox
    every = [p.spent(session.timebox, desk.now()) for p in desk.calls.agenda("ben")]
    return [one.total_seconds() / 60 for one in every]


def test_an_items_minutes_run_while_the_call_is_about_it(desk: Desk, clock: Clock) -> None:
    ben(desk)
    session = desk.calls.start("ben")
    first, second, *_ = desk.calls.agenda("ben")
    clock.advance(4)
    desk.calls.mark_point(first.id, "done")
    clock.advance(3)
    assert spent(desk)[:3] == [4, 3, 0]
    desk.calls.mark_point(first.id, "open")
    clock.advance(2)
    desk.calls.pause(session.id)
    clock.advance(10)
    desk.calls.resume(session.id)
    assert spent(desk)[:3] == [6, 3, 0]
    desk.calls.mark_point(first.id, "parked")
    clock.advance(1)
    assert spent(desk)[:3] == [6, 4, 0]
    desk.calls.mark_point(second.id, "dropped")
    desk.undo()
    clock.advance(1)
    assert spent(desk)[:3] == [6, 5, 0]
    desk.calls.close(session.id)
    ended = desk.store.rows("SELECT ended_at FROM agenda_item WHERE started_at IS NOT NULL")
    assert all(row["ended_at"] for row in ended)


def test_an_item_is_given_more_minutes(desk: Desk) -> None:
    ben(desk)
    desk.calls.start("ben")
    first = desk.calls.agenda("ben")[0]
    assert desk.calls.more(first.id) == 3
    assert desk.calls.more(first.id, 10) == 10
    assert desk.calls.agenda("ben")[0].minutes == first.minutes + 13
    for minutes in (-1, 121):
        with pytest.raises(Refusal, match="is no extension of an item"):
            desk.calls.more(first.id, minutes)
    with pytest.raises(Refusal, match="only composed so far"):
        desk.calls.more("")


def test_an_agenda_of_topics_by_the_clock_gives_its_own_minutes(desk: Desk) -> None:
    desk.people.add("Eve", playbook="pyladies")
    desk.calls.start("eve", agenda="lean-coffee")
    desk.calls.add_point("eve", "tests")
    topic = point(desk, "tests", "eve")
    assert desk.calls.more(topic.id) == 3
    assert point(desk, "tests", "eve").minutes == 6
