"""Doors that are held open, and people who are brought together."""

from datetime import date, timedelta

import pytest
from tests import builders
from tests.builders import THURSDAY
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.doors import forward
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import FOR_MENTEE, ME


def test_what_was_spotted_is_for_the_mentor_alone_until_it_is_offered(desk: Desk) -> None:
    builders.ada(desk)
    made = desk.opportunities.add("ada", "a grant", due=date(2026, 12, 12), source="a friend")
    one = made.opportunity
    assert (one.state, one.readers, one.source, made.steps) == ("spotted", ME, "a friend", [])
    offered = desk.opportunities.move(one.id, "offer", "told her", readers=FOR_MENTEE)
    assert offered.opportunity.readers == FOR_MENTEE
    assert [(s.state, s.text, s.readers) for s in offered.steps] == [
        ("offered", "told her", FOR_MENTEE)
    ]


def test_every_step_has_its_day_and_the_last_one_what_came_of_it(desk: Desk, clock: Clock) -> None:
    builders.ada(desk)
    made = desk.opportunities.add("ada", "a talk at the meetup", watch=True).opportunity.id
    clock.advance(days=3)
    desk.opportunities.move(made, "spot")
    desk.opportunities.move(made, "offer", on=THURSDAY + timedelta(days=2))
    clock.advance(days=4)
    desk.opportunities.move(made, "take")
    found = desk.opportunities.move(made, "result", "twenty people came")
    assert found.noted_on == THURSDAY
    assert [(s.state, (s.day - THURSDAY).days) for s in found.steps] == [
        ("offered", 2),
        ("spotted", 3),
        ("taken", 7),
        ("closed", 7),
    ]
    assert found.steps[-1].text == "twenty people came"
    assert desk.opportunities.list() == []
    assert [one.opportunity.id for one in desk.opportunities.list("ada", every=True)] == [made]


def test_a_step_is_not_taken_before_its_day(desk: Desk) -> None:
    builders.ada(desk)
    made = desk.opportunities.add("ada", "a grant").opportunity.id
    with pytest.raises(Refusal, match="Fri 27 Nov is still to come"):
        desk.opportunities.move(made, "offer", on=THURSDAY + timedelta(days=1))
    assert desk.opportunities.show(made).opportunity.state == "spotted"


def test_undo_opens_what_was_closed(desk: Desk) -> None:
    builders.ada(desk)
    made = desk.opportunities.add("ada", "a grant").opportunity.id
    desk.opportunities.move(made, "close", "nobody applied")
    assert desk.undo() == "closed: a grant"
    found = desk.opportunities.show(made)
    assert (found.opportunity.state, found.steps) == ("spotted", [])


def test_the_nearest_deadline_stands_first_and_only_ones_own_are_listed(desk: Desk) -> None:
    builders.ada(desk)
    builders.ben(desk)
    for text, days in (("later", 20), ("sooner", 2), ("passed", -3)):
        desk.opportunities.add("ada", text, due=THURSDAY + timedelta(days=days))
    desk.opportunities.add("ada", "some day")
    desk.opportunities.add("ben", "his")
    mine = [one.opportunity.text for one in desk.opportunities.list("ada")]
    assert mine == ["passed", "sooner", "later", "some day"]
    assert {one.name for one in desk.opportunities.list()} == {"Ada Obi", "Ben Lund"}


def test_what_a_call_made_goes_on_here(desk: Desk) -> None:
    builders.ada_at_six(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "! a grant for the conference")
    desk.calls.close(session.id, answers={"watch": "talks on testing"})
    found = {o.opportunity.text: o.opportunity for o in desk.opportunities.list("ada")}
    assert found["a grant for the conference"].state == "spotted"
    assert found["talks on testing"].state == "watching"
    assert forward(found["talks on testing"].state) == "spot"
    desk.opportunities.move(found["talks on testing"].id, "spot")
    watched = {one.text: one.state for one in desk.pages.brief("ada").watching}
    assert watched == {"a grant for the conference": "spotted", "talks on testing": "spotted"}


def test_words_deadline_and_source_can_be_put_right(desk: Desk) -> None:
    builders.ada(desk)
    made = desk.opportunities.add("ada", "a gant").opportunity.id
    desk.opportunities.edit(made, text="a grant", due=date(2026, 12, 1))
    one = desk.opportunities.edit(made, source="x.org").opportunity
    assert (one.text, one.due, one.source) == ("a grant", date(2026, 12, 1), "x.org")
    with pytest.raises(Refusal, match="closed instead"):
        desk.opportunities.edit(made, text=" ")


def test_both_are_asked_before_they_are_introduced(desk: Desk, clock: Clock) -> None:
    builders.ada(desk)
    made = desk.introductions.add("ada", "Grace", contact="grace@x.org", about="compilers")
    ref = made.introduction.id
    assert made.introduction.silent == ("mentee", "other")
    desk.introductions.agreed(ref, "mentee", THURSDAY - timedelta(days=1))
    assert desk.introductions.agreed(ref, "other").introduction.silent == ()
    clock.advance(days=1)
    meant, warning = desk.introductions.made(ref)
    assert warning == ""
    one = desk.introductions.outcome(ref, "they pair on Fridays").introduction
    assert (one.mentee_agreed_on, one.other_agreed_on, one.made_on) == (
        THURSDAY - timedelta(days=1),
        THURSDAY,
        THURSDAY + timedelta(days=1),
    )
    assert (meant.address, one.state, one.outcome) == (
        "ada/wealljs",
        "closed",
        "they pair on Fridays",
    )
    assert desk.introductions.list() == []


def test_an_introduction_nobody_agreed_to_is_made_and_said(desk: Desk) -> None:
    builders.ada(desk)
    ref = desk.introductions.add("ada", "Grace").introduction.id
    meant, warning = desk.introductions.made(ref)
    assert meant.introduction.state == "made"
    assert warning == "Ada Obi and Grace have not said yes, as far as this desk knows."


def test_a_yes_that_comes_after_they_met_is_noted(desk: Desk) -> None:
    builders.ada(desk)
    ref = desk.introductions.add("ada", "Grace").introduction.id
    desk.introductions.made(ref)
    meant = desk.introductions.agreed(ref, "mentee")
    assert (meant.introduction.state, meant.introduction.silent) == ("made", ("other",))


def test_an_outcome_comes_after_the_introduction(desk: Desk) -> None:
    builders.ada(desk)
    ref = desk.introductions.add("ada", "Grace").introduction.id
    with pytest.raises(Refusal, match="has not been introduced yet"):
        desk.introductions.outcome(ref, "good")
    desk.introductions.drop(ref)
    with pytest.raises(Refusal, match="is dropped already"):
        desk.introductions.agreed(ref, "mentee")
    assert [m.introduction.state for m in desk.introductions.list(every=True)] == ["dropped"]


@pytest.mark.parametrize("words", ["Grace", "compilers"])
def test_an_introduction_is_found_by_name_and_by_what_it_is_about(desk: Desk, words: str) -> None:
    builders.ada(desk)
    desk.introductions.add("ada", "Grace Hopper", about="compilers")
    assert [(hit.kind, hit.address) for hit in desk.pages.search(words)] == [
        ("introduction", "ada/wealljs")
    ]
