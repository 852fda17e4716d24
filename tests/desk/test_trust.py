"""Stories of what two people agree on, change, allow and take back; and of what never leaves."""

import inspect
from datetime import date, timedelta
from itertools import product

import pytest
from tests.builders import THURSDAY, ada, ben, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.readers import (
    FOR_COORDINATOR,
    FOR_MENTEE,
    ME,
    OTHERS,
    THE_COORDINATOR,
    THE_PUBLIC,
    stored,
    the_group,
    the_mentee,
)
from mentordesk.store import leaving


@pytest.fixture
def agreed(desk: Desk) -> Desk:
    """Ada in Lagos, under WeAllJS."""
    ada(desk)
    return desk


def test_answers_tick_the_item_that_asks_for_them_once_all_are_there(agreed: Desk) -> None:
    item = "Time and boundaries"

    def state() -> str:
        return next(one.state for one in agreed.calls.agenda("ada") if one.title == item)

    keys = [one.key for one in agreed.trust.page("ada").of("boundary")]
    agreed.trust.answer("ada", keys[0], "said before the call")
    assert state() == "open"
    agreed.calls.start("ada")
    for key in keys[1:]:
        assert state() == "open"
        agreed.trust.answer("ada", key, "said")
    assert state() == "done"
    agreed.undo()
    assert state() == "open"


def standing(desk: Desk, key: str, side: str = "mentee") -> str:
    """What holds for a side now, '' for nothing."""
    topic = next(one for one in desk.trust.page("ada").topics if key in (one.key, one.ask))
    found = topic.standing(side)
    return found.text if found else ""


def test_both_sides_answer_and_a_new_answer_keeps_the_old_one(agreed: Desk, clock: Clock) -> None:
    agreed.trust.answer("ada", "goal", "a first job")
    agreed.trust.answer("ada", "goal", "to learn from her", "mentor")
    clock.advance(minutes=60 * 24 * 30)
    agreed.trust.answer("ada", "goal", "a first job in data")
    topic = agreed.trust.page("ada").topics[0]
    assert [(one.side, one.text, one.day) for one in topic.said] == [
        ("mentee", "a first job in data", THURSDAY + timedelta(days=30)),
        ("mentor", "to learn from her", THURSDAY),
        ("mentee", "a first job", THURSDAY),
    ]
    assert standing(agreed, "goal") == "a first job in data"
    assert standing(agreed, "goal", "mentor") == "to learn from her"
    assert {one.readers for one in topic.said} == {FOR_MENTEE}


def test_the_same_answer_again_is_no_second_one(agreed: Desk) -> None:
    first = agreed.trust.answer("ada", "goal", "a first job")
    assert agreed.trust.answer("ada", "goal", " a first  job ") == first
    assert len(agreed.trust.page("ada").topics[0].said) == 1


def test_a_question_of_their_own_is_a_line_of_its_own(agreed: Desk) -> None:
    agreed.trust.answer("ada", "children in the room", "are welcome", kind="boundary")
    agreed.trust.answer("ada", "children in", "are always welcome", "mentor")
    (topic,) = [one for one in agreed.trust.page("ada").topics if "children" in one.key]
    assert topic.kind == "boundary"
    assert topic.ask == "children in the room"
    assert {one.text for one in topic.said} == {"are welcome", "are always welcome"}


def test_a_ground_rule_answers_the_programmes_question_or_none(agreed: Desk) -> None:
    agreed.trust.answer("ada", "Which subjects do we", "politics")
    rule = agreed.trust.rule("ada", "we begin on time")
    assert standing(agreed, "Which subjects do we leave alone?", "both") == "politics"
    agreed.trust.revise(rule.id, "we begin and end on time")
    rules = [one for one in agreed.trust.page("ada").of("rule") if not one.ask]
    assert [one.stands() for one in rules] == [False, True]
    assert rules[0].said[0].withdrawn_on == THURSDAY
    assert rules[1].said[0].text == "we begin and end on time"
    agreed.undo()
    (one,) = [one for one in agreed.trust.page("ada").of("rule") if not one.ask]
    assert one.stands()


def test_what_is_withdrawn_stays_to_be_read(agreed: Desk) -> None:
    made = agreed.trust.answer("ada", "off-limits", "her employer")
    assert agreed.trust.withdraw(made.id[:8], date(2026, 11, 26)) == "her employer"
    assert standing(agreed, "off-limits") == ""
    with pytest.raises(Refusal, match="“her employer” was withdrawn on 2026-11-26"):
        agreed.trust.withdraw(made.id)
    agreed.undo()
    assert standing(agreed, "off-limits") == "her employer"


def test_what_cannot_be_agreed_on_is_refused_with_the_next_step(agreed: Desk) -> None:
    trust, tomorrow = agreed.trust, THURSDAY + timedelta(days=1)
    with pytest.raises(Refusal, match="An answer needs words"):
        trust.answer("ada", "goal", " \n")
    with pytest.raises(Refusal, match="A ground rule needs words"):
        trust.rule("ada", "")
    with pytest.raises(Refusal, match="Say what it is an answer to"):
        trust.answer("ada", " ", "yes")
    with pytest.raises(Refusal, match="“wish” is no kind of agreement"):
        trust.answer("ada", "own words", "yes", kind="wish")
    with pytest.raises(Refusal, match="is still to come"):
        trust.answer("ada", "goal", "yes", on=tomorrow)
    with pytest.raises(Ambiguous, match="could be"):
        trust.answer("ada", "which", "yes")
    with pytest.raises(Refusal, match="There is no agreement"):
        trust.withdraw("0000ffff")
    assert all(not one.said for one in trust.page("ada").topics)


def test_a_contact_policy_changes_bit_by_bit_and_keeps_its_past(agreed: Desk, clock: Clock) -> None:
    agreed.contact.agree("ada", channels=("slack,mail",), a_week=3)
    clock.advance(minutes=60 * 24)
    agreed.contact.agree("ada", off_limits=("her employer",))
    agreed.contact.agree("ada", off_limits=("her employer",))
    now, before = agreed.contact.policies("ada")
    assert (now.channels, now.a_week, now.off_limits) == (
        ("slack", "mail"), 3, ("her employer",),
    )  # fmt: skip
    assert (before.off_limits, before.day) == ((), THURSDAY)
    assert str(now.tz) == "Africa/Lagos"


def test_the_third_word_of_a_week_is_fine_and_the_fourth_is_spoken_of(
    agreed: Desk, clock: Clock
) -> None:
    agreed.contact.agree("ada", a_week=3)
    for _ in range(3):
        assert agreed.contact.warnings("ada", "chat") == []
        agreed.words.log("ada", "chat", 5)
    assert agreed.contact.warnings("ada", "chat") == [
        "That makes 4 this week; you agreed on at most 3."
    ]
    agreed.words.log("ada", "chat", 5)
    clock.advance(minutes=60 * 24 * 4)  # Monday
    assert agreed.contact.warnings("ada", "chat") == []


def test_nothing_is_said_where_nothing_was_agreed_on(agreed: Desk) -> None:
    assert agreed.contact.policy("ada") is None
    assert agreed.contact.warnings("ada", "forum", "her employer") == []
    assert agreed.contact.off_limits("ada", "her employer") == []


def test_the_line_of_boundaries_says_what_was_agreed_on(agreed: Desk) -> None:
    assert agreed.pages.brief("ada").boundary == ""
    agreed.people.edit("ada", contact="Signal")
    agreed.words.note("ada", "no calls\non  Fridays", "boundary")
    assert agreed.pages.brief("ada").boundary == "contact: Signal · no calls on Fridays"
    agreed.trust.answer("ada", "extra-time", "one hour", "mentor")
    agreed.contact.agree(
        "ada", channels=("Slack",), days=(0, 1, 2, 3, 4), off_limits=("her employer",)
    )
    session = agreed.calls.start("ada")
    line = "contact: Slack, weekdays · not about her employer · no calls on Fridays · one hour"
    assert agreed.pages.brief("ada").boundary == line
    assert agreed.pages.call_of(session.id).boundary == line


def test_a_permission_is_given_and_taken_back(agreed: Desk) -> None:
    made = agreed.permissions.add("ada", "her talk idea", "the coordinator", said="sure")
    assert (made.recipient, made.given_on, made.readers) == ("coordinator", THURSDAY, FOR_MENTEE)
    assert agreed.permissions.gate("ada", FOR_COORDINATOR) == [
        "Allowed for the coordinator: her talk idea. Is this covered?"
    ]
    assert agreed.permissions.withdraw(made.id) == "her talk idea"
    (kept,) = agreed.permissions.list("ada")
    assert not kept.stands
    assert agreed.permissions.gate("ada", FOR_COORDINATOR)[0] == (
        "Ada Obi has given no permission for the coordinator to read of it."
    )
    with pytest.raises(Refusal, match="was withdrawn on"):
        agreed.permissions.withdraw(made.id)
    with pytest.raises(Refusal, match="needs what may be told and to whom"):
        agreed.permissions.add("ada", "her talk idea", " ")


def test_the_gate_repeats_what_the_programme_says_of_confidences(agreed: Desk) -> None:
    missing, *confidential = agreed.permissions.gate("ada", frozenset({"public"}))
    assert missing.endswith("for everybody to read of it.")
    assert tuple(confidential) == agreed.trust.page("ada").playbook.confidential
    assert confidential
    assert agreed.permissions.gate("ada", FOR_MENTEE) == []


def test_the_recap_says_what_of_it_was_to_be_left_alone(agreed: Desk) -> None:
    agreed.contact.agree("ada", off_limits=("employer",))
    session = agreed.calls.start("ada")
    assert agreed.recaps.page(session.id).warnings == []
    agreed.recaps.write(session.id, "We spoke of her employer.")
    assert agreed.recaps.page(session.id).warnings == [
        "“employer” is off limits, and it is in there."
    ]
    assert "off limits" not in agreed.recaps.page(session.id).leaves


def test_the_brief_reminds_in_turn_and_is_silent_in_the_call(agreed: Desk, clock: Clock) -> None:
    reminders = agreed.trust.page("ada").playbook.reminders
    assert agreed.pages.brief("ada").reminder == reminders[0]
    session = agreed.calls.start("ada")
    assert agreed.pages.brief("ada").reminder == ""
    clock.advance(minutes=30)
    agreed.calls.close(session.id)
    assert agreed.pages.brief("ada").reminder == reminders[1]
    agreed.reminders = False
    assert agreed.pages.brief("ada").reminder == ""


SECRET = "zqsecretzq"


def test_an_incident_takes_no_reader(agreed: Desk) -> None:
    for reader in OTHERS:
        with pytest.raises(Refusal, match="An incident is for you alone and never leaves"):
            agreed.words.note("ada", SECRET, "incident", frozenset({reader}))
    assert agreed.trust.incidents("ada") == []
    assert agreed.trust.incident("ada", SECRET).readers == ME
    assert [one.body for one in agreed.trust.incidents("ada")] == [SECRET]


def test_an_incident_leaves_by_no_door_whatever_its_row_says(agreed: Desk) -> None:
    ben(agreed)
    slot(agreed, "ada")
    session = agreed.calls.start("ada")
    readers = (frozenset(pair) for pair in product(OTHERS, OTHERS))
    note = {"mentorship_id": session.mentorship_id, "session_id": session.id, "kind": "incident"}
    with agreed.writing("as nobody should") as store:
        for seen in readers:
            row = note | {"at": "2026-11-26T16:50:00Z", "body": SECRET, "state": ""}
            store.insert("note", row | {"id": agreed.new_id(), "readers": stored(seen)})
    people = [the_mentee(agreed.people.find(name).mentee.id) for name in ("ada", "ben")]
    group = the_group(session.mentorship_id)
    ids = {"session_id": session.id, "mentorship_id": session.mentorship_id}
    for name, query in inspect.getmembers(leaving, inspect.isfunction):
        known = inspect.signature(query).parameters
        if {"store", "reader"} <= set(known):
            of = {word: ids[word] for word in ids if word in known}
            for reader in (*people, group, THE_COORDINATOR, THE_PUBLIC):
                assert SECRET not in str(query(agreed.store, reader=reader, **of)), name
    assert SECRET not in agreed.recaps.page(session.id).leaves
    assert SECRET not in agreed.exports.ics(["ada"]).decode()
    assert SECRET not in str(agreed.pages.brief("ada"))
    assert [hit.snippet for hit in agreed.pages.search(SECRET)] == ["kept from view"] * 9


def test_what_was_agreed_on_is_found_by_its_words(agreed: Desk) -> None:
    agreed.trust.answer("ada", "goal", "to conquer marmalade")
    (hit,) = agreed.pages.search("marmalade")
    assert (hit.kind, hit.address) == ("agreement", "ada/wealljs")
