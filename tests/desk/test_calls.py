"""Running and closing calls: one at a time, and what follows from them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot, wall
from tests.conftest import Clock, Ids

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.errors import Refusal
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.store import Store

NEXT = THURSDAY + timedelta(days=7)


def next_start(desk: Desk, who: str = "ada") -> datetime | None:
    """When the brief says the next meeting is."""
    line = desk.pages.brief(who).next
    return line.start if line else None


def column(desk: Desk, sql: str) -> list[object]:
    return [row[0] for row in desk.store.rows(sql)]


@contextmanager
def just_before(
    desk: Desk, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let another door do something between this one's looking and its writing."""
    real = desk.writing

    @contextmanager
    def writing(label: str, undoable: bool = True) -> Iterator[Store]:
        if not desk.store.is_writing:
            act()
        with real(label, undoable) as store:
            yield store

    with monkeypatch.context() as patch:
        patch.setattr(desk, "writing", writing)
        yield


# One at a time


def test_a_second_call_is_refused_with_the_way_out(desk: Desk) -> None:
    ada(desk)
    ben(desk)
    desk.calls.start("ada")
    with pytest.raises(Refusal, match=r"with Ada Obi is running\. Close it first with: mentordesk"):
        desk.calls.start("ben")
    with pytest.raises(Refusal, match=r"with Ada Obi is running\. Go to it with: mentordesk call"):
        desk.calls.start("ada")
    assert column(desk, "SELECT state FROM session") == ["running"]


def test_two_doors_cannot_do_what_only_one_may(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada(desk)
    ben(desk)
    other = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock, new_id=Ids())
    with (
        just_before(desk, lambda: other.calls.start("ben"), monkeypatch),
        pytest.raises(Refusal, match="with Ben Lund is running"),
    ):
        desk.calls.start("ada")
    assert column(desk, "SELECT state FROM session") == ["running"]
    session = other.calls.of("ben")
    for act in (desk.calls.close, desk.calls.no_show):
        with (
            just_before(desk, lambda: other.calls.close(session.id), monkeypatch),
            pytest.raises(Refusal, match="That call is held"),
        ):
            act(session.id)
        other.undo()
    other.close()


def test_what_two_windows_store_at_once_is_stored_of_both(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.calls.start(ada(desk).address)
    other = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock, new_id=Ids())
    with just_before(
        desk, lambda: other.calls.keep_notes(session.id, "", "[ ] theirs"), monkeypatch
    ):
        kept, _ = desk.calls.keep_notes(session.id, "", "[ ] mine")
    assert kept == "[ ] mine\n\n--- from elsewhere ---\n[ ] theirs"
    assert column(desk, "SELECT body FROM note WHERE kind = 'call'") == [kept]
    assert column(desk, "SELECT text FROM action") == ["theirs", "mine"]
    with just_before(desk, lambda: other.calls.add_notes(session.id, "one"), monkeypatch):
        desk.calls.add_notes(session.id, "two")
    assert column(desk, "SELECT body FROM note WHERE kind = 'call'") == [f"{kept}\none\ntwo"]
    other.close()


def test_without_a_running_call_it_says_how_to_start_one(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match=r"No call is running\. Start one with: mentordesk session"):
        desk.calls.of("")
    with pytest.raises(Refusal, match=r"No call with Ada Obi is running\. Start it with: .* ada"):
        desk.calls.of("ada")
    with pytest.raises(Refusal, match="That session is gone"):
        desk.calls.session("missing")


def test_a_closed_call_is_not_closed_again(desk: Desk) -> None:
    ada(desk)
    session = held(desk)
    for act in (desk.calls.close, desk.calls.no_show, desk.calls.pause, desk.calls.discard):
        with pytest.raises(Refusal, match=r"That call is held, not running\. Start one with"):
            act(session.id)


def test_a_call_started_by_mistake_leaves_no_trace_in_the_numbers(desk: Desk) -> None:
    ada_at_six(desk)
    desk.calls.discard(desk.calls.start("ada").id)
    assert column(desk, "SELECT count(*) FROM time_entry") == [0]
    assert desk.pages.brief("ada").number == 1
    assert next_start(desk) == datetime(2026, 11, 26, 17, tzinfo=UTC)
    assert desk.calls.start("ada").number == 1


# The next date


def test_the_next_meeting_is_not_the_one_that_was_just_held(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    clock.advance(15)
    session = desk.calls.start("ada")
    assert desk.pages.brief("ada").next is not None
    assert next_start(desk) == datetime(2026, 12, 3, 17, tzinfo=UTC)
    clock.advance(20)
    desk.calls.close(session.id)
    assert next_start(desk) == datetime(2026, 12, 3, 17, tzinfo=UTC)
    assert desk.pages.next()[0].start == datetime(2026, 12, 3, 17, tzinfo=UTC)
    assert desk.pages.people()[0].next == datetime(2026, 12, 3, 17, tzinfo=UTC)


def test_a_second_call_on_the_same_evening_is_one_without_a_slot(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    held(desk)
    clock.advance(20)
    again = desk.calls.start("ada")
    assert (again.day, again.number) == ("", 2)


def test_the_next_meeting_is_not_the_one_nobody_came_to(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    clock.advance(22)
    desk.calls.no_show(desk.calls.start("ada").id)
    assert next_start(desk) == datetime(2026, 12, 3, 17, tzinfo=UTC)
    assert desk.pages.next()[0].start == datetime(2026, 12, 3, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "start", "state"),
    [
        (("confirm", None), datetime(2026, 12, 3, 17, tzinfo=UTC), "planned"),
        (("skip", None), datetime(2026, 12, 10, 17, tzinfo=UTC), "planned"),
        (("move", wall(NEXT, 9)), datetime(2026, 12, 3, 8, tzinfo=UTC), "moved"),
        (("", None), datetime(2026, 12, 3, 17, tzinfo=UTC), "planned"),
    ],
)
def test_closing_confirms_skips_or_moves_the_next_date(
    desk: Desk, choice: tuple[str, datetime | None], start: datetime, state: str
) -> None:
    ada_at_six(desk)
    held(desk, next_choice=choice, answers={"focus": "read"})
    line = desk.pages.brief("ada").next
    assert line and (line.start, line.state) == (start, state)
    assert line.confirmed == (choice[0] in ("confirm", "move"))
    (task,) = desk.promises.list()
    assert task.action.due == start.date()
    assert f"{start.day} Dec 2026" in desk.pages.brief("ada").last_recap


@pytest.mark.parametrize(("word", "confirmed"), [("confirm", True), ("Skip ", False)])
def test_the_answer_to_when_next_may_be_the_word(desk: Desk, word: str, confirmed: bool) -> None:
    ada_at_six(desk)
    session = held(desk, answers={"next": word})
    line = desk.pages.brief("ada").next
    assert line and line.confirmed == confirmed
    assert (line.start.day == 10) == (not confirmed)
    assert session.state == "held"


def test_a_date_is_fixed_where_there_is_no_slot(desk: Desk) -> None:
    ada(desk)
    session = held(desk, answers={"next": "fri 10:00"})
    line = desk.pages.brief("ada").next
    assert line and line.confirmed
    assert line.start.astimezone(desk.tz) == wall(THURSDAY + timedelta(days=1), 10).replace(
        tzinfo=desk.tz
    )
    assert "Next call: Friday 27 Nov 2026" in desk.recaps.page(session.id).leaves
    assert desk.promises.list() == []


def test_a_date_said_in_the_answer_moves_the_next_meeting(desk: Desk) -> None:
    ada_at_six(desk)
    held(desk, answers={"next": "fri 4 dec 10:00"})
    line = desk.pages.brief("ada").next
    assert line and line.confirmed
    assert f"{line.start.astimezone(desk.tz):%d %H:%M}" == "04 10:00"


def test_a_next_date_nobody_can_read_is_a_promise_to_fix_it(desk: Desk) -> None:
    ada(desk)
    session = held(desk, answers={"next": "after her exam"})
    (promise,) = desk.promises.list()
    assert promise.action.text == "Fix the next date: after her exam"
    assert (promise.action.owner, promise.action.due) == ("me", THURSDAY + timedelta(days=1))
    assert "Fix the next date" in desk.recaps.page(session.id).leaves


def test_words_about_a_date_that_is_fixed_leave_it(desk: Desk) -> None:
    ada_at_six(desk)
    held(desk, answers={"next": "same time"})
    line = desk.pages.brief("ada").next
    assert line and not line.confirmed
    assert desk.promises.list() == []


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (("cancel", None), "“cancel” is nothing to do with a date. Confirm, skip or move."),
        (("move", None), "Say when: move the next call to a day and a time, such as thu 18:00."),
        (("move", wall(THURSDAY, 9)), "is past. Move it to a later time."),
    ],
)
def test_what_cannot_be_done_with_the_next_date_leaves_the_call_running(
    desk: Desk, choice: tuple[str, datetime | None], sentence: str
) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada")
    with pytest.raises(Refusal) as refused:
        desk.calls.close(session.id, next_choice=choice)
    assert sentence in refused.value.sentence
    assert desk.calls.session(session.id).state == "running"


def test_a_question_nobody_asked_is_refused_with_those_that_are(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    for act in (
        lambda: desk.calls.answer(session.id, "mood", "fine"),
        lambda: desk.calls.close(session.id, answers={"mood": "fine"}),
    ):
        with pytest.raises(Refusal, match=r"WeAllJS\. Use focus, watch, next, before\."):
            act()


def test_answers_given_during_the_call_count_at_its_end(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.answer(session.id, "focus", "read")
    desk.calls.answer(session.id, "focus", "read chapter 4")
    desk.calls.answer(session.id, "watch", "a grant\na job")
    assert [one.answer for one in desk.pages.wrap_up(session.id).questions][:2] == [
        "read chapter 4",
        "a grant\na job",
    ]
    desk.calls.close(session.id, answers={"watch": "a job"})
    assert [promise.action.text for promise in desk.promises.list()] == ["read chapter 4"]
    assert [one.text for one in desk.pages.brief("ada").watching] == ["a job"]


def test_an_answer_of_several_lines_is_several_things(desk: Desk) -> None:
    ada(desk)
    held(desk, answers={"before": "@ada read by fri\n\n[x] sent it\n@grace say hello\nlink"})
    found = {p.action.text: p.action for p in desk.promises.list(every=True)}
    assert {text: (a.owner, a.state) for text, a in found.items()} == {
        "read": ("mentee", "open"),
        "sent it": ("me", "done"),
        "say hello": ("network", "open"),
        "link": ("me", "open"),
    }


def test_an_empty_answer_makes_nothing(desk: Desk) -> None:
    ada(desk)
    held(desk, answers={"focus": "  ", "watch": "\n\x00\n", "before": ""})
    assert desk.promises.list() == []
    assert column(desk, "SELECT body FROM answer") == []


# Who came


def test_who_came_is_noted_at_the_end(desk: Desk) -> None:
    ada(desk)
    held(desk)
    assert column(desk, "SELECT status FROM attendance") == ["attended"]


def test_who_came_late_stays_late(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.late(session.id)
    desk.calls.close(session.id)
    assert column(desk, "SELECT status FROM attendance") == ["late"]


def test_nobody_is_late_before_the_agreed_time(desk: Desk, clock: Clock) -> None:
    ada(desk)
    slot(desk)
    session = desk.calls.start("ada")
    assert clock.now < session.planned_start
    with pytest.raises(Refusal, match=r"Ada Obi is not late yet: \d\d:\d\d was agreed"):
        desk.calls.late(session.id)
    clock.now = session.planned_start
    desk.calls.late(session.id)
    assert column(desk, "SELECT status FROM attendance") == ["late"]


def test_nobody_came_is_followed_up_and_logged_as_the_playbook_says(
    desk: Desk, clock: Clock
) -> None:
    desk.people.add("Dee", playbook="codingnomads")
    slot(desk, "dee")
    clock.advance(12)
    session = desk.calls.start("dee")
    desk.calls.pause(session.id)
    clock.advance(10)
    missed = desk.calls.no_show(session.id)
    assert (missed.state, missed.ended) == ("missed", clock.now)
    assert column(desk, "SELECT status FROM attendance") == ["no-show"]
    assert column(desk, "SELECT kind || ' ' || minutes FROM time_entry") == ["no-show 25"]
    assert column(desk, "SELECT until IS NULL FROM pause") == [0]
    (promise,) = desk.promises.list(owner="me")
    assert promise.action.text == "Follow up with Dee about the missed call"
    assert promise.action.due == THURSDAY + timedelta(days=1)
    assert [line.rule for line in desk.pages.today().due] == ["follow-up"]


def test_a_programme_without_minutes_for_it_logs_none(desk: Desk) -> None:
    ada(desk)
    desk.calls.no_show(desk.calls.start("ada").id)
    assert column(desk, "SELECT count(*) FROM time_entry") == [0]


def test_a_missed_call_is_no_meeting_that_was_held(desk: Desk, clock: Clock) -> None:
    ada(desk)
    desk.calls.no_show(desk.calls.start("ada").id)
    clock.advance(days=7)
    assert desk.pages.brief("ada").number == 1
    assert held(desk).number == 1
    clock.advance(days=7)
    assert held(desk).number == 2


def test_a_word_after_a_missed_call_settles_it(desk: Desk, clock: Clock) -> None:
    ada(desk)
    desk.calls.no_show(desk.calls.start("ada").id)
    assert "follow-up" in [line.rule for line in desk.pages.today().due]
    clock.advance(20)
    desk.words.log("ada", "mail", 5, "is everything all right?")
    assert "follow-up" not in [line.rule for line in desk.pages.today().due]


# The recap


def test_a_recap_can_be_written_anew_and_leaves_as_written(desk: Desk) -> None:
    ada(desk)
    session = held(desk)
    page = desk.recaps.write(session.id, "# All of it\r\n\x1b[1mnew\x1b[0m\n", "mine alone")
    assert (page.leaves, page.private, page.is_draft) == ("# All of it\nnew\n", "mine alone", False)
    assert desk.pages.brief("ada").last_recap == "# All of it\nnew\n"


def test_the_recap_of_somebody_is_the_running_ones_or_the_last(desk: Desk, clock: Clock) -> None:
    ada(desk)
    with pytest.raises(Refusal, match=r"no call with Ada Obi yet, .* Start one with: mentordesk"):
        desk.recaps.latest("ada")
    first = held(desk)
    clock.advance(days=1)
    assert desk.recaps.latest("ada").id == first.id
    running = desk.calls.start("ada")
    assert desk.recaps.latest("ada").id == running.id
    assert desk.recaps.page(running.id).is_draft


def test_a_recap_names_the_day_it_was_for_the_mentor(desk: Desk, clock: Clock) -> None:
    ada(desk)
    clock.now = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    session = held(desk)
    assert desk.recaps.page(session.id).leaves.startswith("# Our call on Friday 27 Nov 2026")
    assert desk.recaps.file_name(session.id) == "ada-2026-11-27.md"


@pytest.mark.parametrize(
    ("typed", "owner", "who"),
    [
        ("Ad", "mentee", "ada"), ("Obi", "network", "Obi"), ("ada ob", "mentee", "ada"),
        ("mentee", "mentee", "ada"), ("adam", "network", "adam"), ("a", "network", "a"),
    ],
)  # fmt: skip
def test_a_beginning_names_the_mentee(desk: Desk, typed: str, owner: str, who: str) -> None:
    found = ada(desk)
    assert desk.promises.whose(typed, found) == (owner, who)
