"""Notes, support between calls, promises and goals."""

from datetime import date, datetime, timedelta, timezone

import pytest
from tests.builders import THURSDAY, ada, ben, held
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.notes import KINDS
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, ME


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("call", "recap")])
def test_a_note_of_every_kind_is_on_the_timeline(desk: Desk, kind: str) -> None:
    ada(desk)
    note = desk.words.note("ada", "  first line\nsecond line \n", kind=kind)
    assert (note.body, note.kind, note.at) == ("first line\nsecond line", kind, desk.now())
    assert note.readers == (FOR_MENTEE if kind in ("question", "stuck", "win") else ME)
    (moment, _) = desk.pages.timeline("ada")
    assert (moment.kind, moment.body) == (kind, "first line\nsecond line")


def test_who_may_read_a_note_can_be_said(desk: Desk) -> None:
    ada(desk)
    assert desk.words.note("ada", "x", "win", readers=ME).readers == ME
    assert desk.words.note("ada", "x", "report", readers=FOR_COORDINATOR).readers == FOR_COORDINATOR


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("", "note", "A note needs words. Try: mentordesk note ada"),
        (" \n\x1b[0m", "note", "A note needs words."),
        ("x", "gossip", "“gossip” is no kind of note. Use note, background,"),
        ("x", "call", "“call” is no kind of note."),
        ("x", "recap", "“recap” is no kind of note."),
    ],
)
def test_a_note_that_is_none_is_refused(desk: Desk, text: str, kind: str, sentence: str) -> None:
    ada(desk)
    with pytest.raises(Refusal) as refused:
        desk.words.note("ada", text, kind)
    assert sentence in refused.value.sentence


def test_a_question_is_settled_by_the_beginning_of_its_id(desk: Desk) -> None:
    ada(desk)
    note = desk.words.note("ada", "what is a dataclass", kind="question")
    assert desk.words.settle(note.id[:6].upper()) == "what is a dataclass"
    assert desk.pages.brief("ada").questions == []


def test_only_what_is_open_can_be_settled(desk: Desk) -> None:
    ada(desk)
    note = desk.words.note("ada", "a win", kind="win")
    with pytest.raises(Refusal, match=r"A win is not something to settle; questions and stuck"):
        desk.words.settle(note.id)


@pytest.mark.parametrize("prefix", ["", "zz", "%", "_", "*", "' OR 1", "\x1b[31m"])
def test_what_is_no_id_is_refused(desk: Desk, prefix: str) -> None:
    ada(desk)
    desk.words.note("ada", "x", kind="question")
    with pytest.raises(Refusal, match=r"is no id. Lists show"):
        desk.words.settle(prefix)


def test_an_id_of_nothing_and_one_of_two_are_refused(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match="There is no note abcd"):
        desk.words.settle("abcd")
    rows = {"mentorship_id": desk.people.find("ada").mentorship.id, "session_id": None}
    with desk.writing("two alike") as store:
        for end in "12":
            note = {"kind": "question", "at": "", "body": f"number {end}", "state": "open"}
            store.insert("note", {"id": f"abcd{end}", **rows, **note, "readers": ""})
    with pytest.raises(
        Ambiguous, match=r"abcd could be abcd1 \(number 1\), abcd2 \(number 2\)"
    ) as two:
        desk.words.settle("abcd")
    assert [desk.words.settle(choice) for choice in two.value.choices] == ["number 1", "number 2"]


# Support between calls


def test_support_between_calls_counts_as_contact_and_time(desk: Desk, clock: Clock) -> None:
    ada(desk)
    clock.advance(days=20)
    assert [line.rule for line in desk.pages.today().due] == ["silence", "no-date"]
    desk.words.log("ada", "chat", 10, "asked about\ngenerators")
    assert [line.rule for line in desk.pages.today().due] == ["no-date"]
    assert desk.pages.today().minutes_this_week == 10
    moment = desk.pages.timeline("ada")[0]
    assert (moment.kind, moment.title, moment.body) == ("chat", "10 min", "asked about generators")


def test_it_can_be_logged_afterwards_in_any_zone(desk: Desk) -> None:
    ada(desk)
    there = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    desk.words.log("ada", "mail", 5, at=there)
    assert desk.pages.timeline("ada")[-1].at == there
    assert desk.store.value("SELECT at FROM touchpoint") == "2026-11-20T04:00:00Z"


@pytest.mark.parametrize(
    ("kind", "minutes", "at", "sentence"),
    [
        ("carrier pigeon", 5, None, "is nothing to log. Use chat, mail, forum, impromptu, other."),
        ("chat", -1, None, "-1 minutes do not fit a day. Give 0 to 1440."),
        ("chat", 1441, None, "Give 0 to 1440."),
        ("chat", 5, datetime.fromisoformat("2026-11-26T16:49:00Z"), "Log what has happened."),
        ("chat", 5, datetime.fromisoformat("0001-01-01T00:00:00Z"), "too long ago"),
        ("chat", 5, datetime.fromisoformat("0001-01-01T00:00:00+05:00"), "too long ago"),
    ],
)
def test_what_cannot_have_been_is_refused(
    desk: Desk, kind: str, minutes: int, at: datetime | None, sentence: str
) -> None:
    ada(desk)
    with pytest.raises(Refusal) as refused:
        desk.words.log("ada", kind, minutes, at=at)
    assert sentence in refused.value.sentence
    assert desk.store.value("SELECT count(*) FROM touchpoint") == 0


def test_support_without_minutes_is_contact_and_no_time(desk: Desk) -> None:
    ada(desk)
    desk.words.log("ada", "forum", 0)
    assert desk.store.value("SELECT count(*) FROM time_entry") == 0


# Promises


@pytest.mark.parametrize(
    ("owner", "kind", "who"),
    [
        ("me", "me", "me"),
        ("", "me", "me"),
        ("I", "me", "me"),
        ("ada", "mentee", "ada"),
        ("@Ada", "mentee", "ada"),
        ("Ada Obi", "mentee", "ada"),
        ("mentee", "mentee", "ada"),
        ("Grace", "network", "Grace"),
        ("network", "network", "network"),
        ("network: Grace Hopper", "network", "Grace Hopper"),
    ],
)
def test_a_promise_has_an_owner(desk: Desk, owner: str, kind: str, who: str) -> None:
    ada(desk)
    action = desk.promises.do("ada", "send the link", owner)
    assert (action.owner, action.who) == (kind, who)


def test_promises_are_listed_mine_first_by_owner_and_by_person(desk: Desk) -> None:
    ada(desk)
    ben(desk)
    desk.promises.do("ada", "hers", "ada", THURSDAY)
    desk.promises.do("ben", "mine to Ben")
    desk.promises.do("ada", "mine to Ada", due=THURSDAY)
    desk.promises.do("ada", "Grace's", "Grace")

    def told(owner: str = "", who: str = "") -> list[str]:
        return [promise.action.text for promise in desk.promises.list(owner, who)]

    assert told() == ["mine to Ada", "mine to Ben", "hers", "Grace's"]
    assert told("me") == ["mine to Ada", "mine to Ben"]
    assert told("mentee") == ["hers"]
    assert told("network") == ["Grace's"]
    assert told(who="ben") == ["mine to Ben"]
    assert [promise.address for promise in desk.promises.list(who="ben")] == ["ben/one-to-one"]


def test_a_promise_is_kept_let_go_and_taken_up_again(desk: Desk, clock: Clock) -> None:
    ada(desk)
    action = desk.promises.do("ada", "send the link")
    clock.advance(days=2)
    assert desk.promises.done(action.id[:8]) == "send the link"
    assert desk.promises.list() == []
    (kept,) = desk.promises.list(every=True)
    assert (kept.action.state, kept.action.done_on) == ("done", date(2026, 11, 28))
    desk.promises.reopen(action.id)
    (again,) = desk.promises.list()
    assert (again.action.state, again.action.done_on) == ("open", None)
    desk.promises.drop(action.id)
    assert desk.promises.list() == []


def test_a_promise_needs_words(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match=r"A promise needs words. Try: mentordesk do ada"):
        desk.promises.do("ada", " \x00\n")


def test_what_was_done_since_the_last_call_is_told_before_the_next(
    desk: Desk, clock: Clock
) -> None:
    ben(desk)
    early = desk.promises.do("ben", "done before")
    desk.promises.done(early.id)
    clock.advance(days=1)
    held(desk, "ben")
    for text in ("done that evening", "done since"):
        desk.promises.done(desk.promises.do("ben", text).id)
        clock.advance(days=1)
    found = [action.text for action in desk.pages.brief("ben").done_lately]
    assert found == ["done that evening", "done since"]


# Goals


def test_a_goal_in_days_is_due_after_so_many(desk: Desk) -> None:
    ada(desk)
    assert desk.goals.add("ada", "first talk", "30").due == date(2026, 12, 26)
    assert desk.goals.add("ada", "maintainer", "role").due is None
    assert desk.goals.add("ada", "x", "90", due=date(2027, 1, 1)).due == date(2027, 1, 1)


def test_goals_are_met_or_given_up_and_stay(desk: Desk) -> None:
    ada(desk)
    goal = desk.goals.add("ada", "first talk", measure="it was given")
    other = desk.goals.add("ada", "a book")
    assert desk.pages.call_of(desk.calls.start("ada").id).goal == "90 days: first talk"
    assert desk.goals.done(goal.id[:8]) == "first talk"
    assert desk.goals.drop(other.id[:8]) == "a book"
    assert {goal.text: goal.state for goal in desk.goals.list("ada")} == {
        "first talk": "met",
        "a book": "dropped",
    }
    assert desk.pages.brief("ada").goals == []


@pytest.mark.parametrize(
    ("text", "horizon", "sentence"),
    [
        ("", "90", "A goal needs words. Try: mentordesk goal add ada"),
        ("x", "45", "“45” is no horizon. Use 30, 60, 90, short, long, role."),
    ],
)
def test_a_goal_that_is_none_is_refused(desk: Desk, text: str, horizon: str, sentence: str) -> None:
    ada(desk)
    with pytest.raises(Refusal) as refused:
        desk.goals.add("ada", text, horizon)
    assert sentence in refused.value.sentence
