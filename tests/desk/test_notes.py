"""Notes of a call: stored as typed, and what their lines made follows them, once."""

import pytest
from tests.builders import ada, ben, held
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.plans import Action
from mentordesk.domain.sessions import Session
from mentordesk.store.plans import actions


@pytest.fixture
def session(desk: Desk) -> Session:
    """A call with Ada that has just begun."""
    ada(desk)
    return desk.calls.start("ada")


def promised(desk: Desk) -> dict[str, Action]:
    """Every promise by its words, whatever became of it."""
    return {action.text: action for action in actions(desk.store)}


def things(desk: Desk) -> list[tuple[str, str]]:
    """What stands in the store besides the notes themselves: kind and words."""
    found = desk.store.rows(
        "SELECT kind, body FROM note WHERE kind <> 'call' UNION ALL SELECT 'action', text"
        " FROM action UNION ALL SELECT 'opportunity', text FROM opportunity ORDER BY 1, 2"
    )
    return [tuple(row) for row in found]


def test_every_kind_of_line_becomes_its_thing(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(
        session.id,
        "plain\n[ ] @ada push lab 7 by fri\n- [x] sent the link\n! a grant\n? what is it\n"
        "?? async\n+ a win\n> did generators\n```\n[ ] not this\n```\n",
    )
    assert things(desk) == [
        ("action", "push lab 7"),
        ("action", "sent the link"),
        ("opportunity", "a grant"),
        ("question", "what is it"),
        ("recap", "did generators"),
        ("stuck", "async"),
        ("win", "a win"),
    ]
    lab, link = promised(desk)["push lab 7"], promised(desk)["sent the link"]
    assert (lab.owner, lab.who, str(lab.due), lab.is_open) == ("mentee", "ada", "2026-11-27", True)
    assert (link.owner, link.state, link.done_on) == ("me", "done", desk.today())


@pytest.mark.parametrize(
    ("typed", "owner", "who"),
    [
        ("[ ] x", "me", "me"),
        ("[ ] @me x", "me", "me"),
        ("[ ] @ada x", "mentee", "ada"),
        ("[ ] @ADA, x", "mentee", "ada"),
        ("[ ] @mentee x", "mentee", "ada"),
        ("[ ] @grace x", "network", "grace"),
        ("[ ] @network: x", "network", "network"),
    ],
)
def test_a_promise_is_whose_it_says(
    desk: Desk, session: Session, typed: str, owner: str, who: str
) -> None:
    desk.calls.save_notes(session.id, typed)
    (action,) = actions(desk.store)
    assert (action.owner, action.who, action.text) == (owner, who, "x")


def test_typing_letter_by_letter_makes_one_thing(desk: Desk, session: Session) -> None:
    line = "[ ] @ada push lab 7 by fri"
    for length in range(len(line) + 1):
        desk.calls.save_notes(session.id, line[:length])
    assert things(desk) == [("action", "push lab 7")]


def test_lines_may_be_reworded_reordered_and_parted(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "[ ] one\n[ ] two\n? three\n")
    before = {text: action.id for text, action in promised(desk).items()}
    desk.calls.save_notes(session.id, "? three\nin between\n[ ] two\n[ ] one\n")
    assert {text: action.id for text, action in promised(desk).items()} == before
    desk.calls.save_notes(session.id, "? three\nin between\n[ ] two\n[ ] one more thing by fri\n")
    after = promised(desk)
    assert after["one more thing"].id == before["one"]
    assert str(after["one more thing"].due) == "2026-11-27"
    assert len(things(desk)) == 3


def test_an_opportunity_and_a_win_follow_their_lines(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "! a grant by fri\n+ first talk")
    before = desk.store.row("SELECT id, due FROM opportunity")
    desk.calls.save_notes(session.id, "! the big grant by 1 dec\n+ first talk held")
    assert things(desk) == [("opportunity", "the big grant"), ("win", "first talk held")]
    after = desk.store.row("SELECT id, due FROM opportunity")
    assert before
    assert after
    assert (before["id"], before["due"]) == (after["id"], "2026-11-27")
    assert after["due"] == "2026-12-01"


def test_a_withdrawn_line_takes_its_open_thing_along(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "[ ] one\n! two\n? three\n?? four\n+ five\n> six\n")
    desk.calls.save_notes(session.id, "nothing of it")
    assert things(desk) == []
    assert desk.pages.call("ada").marks == {}


def test_what_was_settled_elsewhere_stays(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "[ ] one\n[ ] two\n? three\n")
    desk.promises.done(promised(desk)["one"].id)
    desk.promises.drop(promised(desk)["two"].id)
    desk.words.settle(desk.pages.brief("ada").questions[0].id)
    desk.calls.save_notes(session.id, "")
    assert [text for _, text in things(desk)] == ["one", "two", "three"]
    desk.calls.save_notes(session.id, "[ ] one\n? three\n")
    assert [text for _, text in things(desk)] == ["one", "two", "three"]
    assert promised(desk)["one"].state == "done"


def test_rewording_does_not_take_up_what_was_done(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "[ ] one")
    desk.promises.done(promised(desk)["one"].id)
    desk.calls.save_notes(session.id, "[ ] one, at last")
    assert promised(desk)["one, at last"].state == "done"


def test_ticking_in_the_text_is_done_today_and_unticking_is_not(
    desk: Desk, session: Session
) -> None:
    desk.calls.save_notes(session.id, "[ ] one")
    desk.calls.save_notes(session.id, "[x] one")
    assert (promised(desk)["one"].state, promised(desk)["one"].done_on) == ("done", desk.today())
    desk.calls.save_notes(session.id, "[ ] one")
    assert (promised(desk)["one"].state, promised(desk)["one"].done_on) == ("open", None)


def test_a_day_means_the_same_when_the_notes_are_edited_a_week_later(
    desk: Desk, clock: Clock, session: Session
) -> None:
    desk.calls.save_notes(session.id, "[ ] one by fri")
    desk.calls.close(session.id)
    clock.advance(days=8)
    desk.calls.save_notes(session.id, "[ ] one by fri\n[ ] two by fri")
    assert {str(action.due) for action in actions(desk.store)} == {"2026-11-27"}


def test_notes_can_be_edited_after_the_call_and_are_found(
    desk: Desk, clock: Clock, session: Session
) -> None:
    desk.calls.save_notes(session.id, "generators")
    desk.calls.close(session.id)
    desk.calls.save_notes(session.id, "iterators")
    assert [hit.kind for hit in desk.pages.search("iterators")] == ["call"]
    assert desk.pages.search("generators") == []


def test_the_page_knows_the_text_its_marks_and_when_it_was_stored(
    desk: Desk, clock: Clock, session: Session
) -> None:
    assert desk.pages.call("ada").stored_at is None
    clock.advance(3)
    stored = desk.calls.save_notes(session.id, "a\n+ b\n")
    assert stored == clock.now
    clock.advance(3)
    assert desk.calls.save_notes(session.id, "a\n+ b\n") == stored
    page = desk.pages.call("ada")
    assert (page.notes, page.marks, page.stored_at) == ("a\n+ b\n", {1: "win"}, stored)


def test_an_unchanged_text_writes_nothing(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "a\n+ b\n")
    said: list[str] = []
    desk.store.conn.set_trace_callback(said.append)
    desk.calls.save_notes(session.id, "a\n+ b\n")
    assert {one.split()[0] for one in said} == {"SELECT"}
    said.clear()
    desk.calls.save_notes(session.id, "a\n+ b\n+ c\n")
    assert [one for one in said if one.startswith(("BEGIN", "COMMIT"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]


def test_two_windows_have_one_note(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "one window")
    desk.calls.save_notes(session.id, "another window")
    assert desk.store.value("SELECT count(*) FROM note WHERE kind = 'call'") == 1


def test_a_megabyte_is_stored_whole(desk: Desk, session: Session) -> None:
    text = "".join(f"line {n} about generators and what became of them\n" for n in range(21_000))
    desk.calls.save_notes(session.id, text)
    desk.calls.save_notes(session.id, text + "one more\n")
    assert desk.pages.call("ada").notes == text + "one more\n"
    desk.calls.close(session.id)
    assert [hit.kind for hit in desk.pages.search("became")] == ["call"]


def test_a_pasted_file_does_not_become_a_thousand_promises(desk: Desk, session: Session) -> None:
    pasted = "".join(f"[ ] promise {n}\n" for n in range(2_000))
    desk.calls.save_notes(session.id, pasted)
    made = len(actions(desk.store))
    assert made < 1_000
    desk.calls.save_notes(session.id, "[ ] typed on top\n" + pasted)
    texts = promised(desk)
    assert "promise 0" in texts
    assert f"promise {made - 1}" in texts


def test_notes_of_one_call_are_not_those_of_another(desk: Desk, session: Session) -> None:
    desk.calls.save_notes(session.id, "[ ] one")
    desk.calls.close(session.id)
    ben(desk)
    held(desk, "ben")
    second = desk.calls.start("ada")
    desk.calls.save_notes(second.id, "[ ] one")
    assert [action.session_id for action in actions(desk.store)] == [session.id, second.id]


PASTED = "[ ] one\n! two\n? three"


def test_pasted_lines_make_nothing_until_they_are_taken(desk: Desk, session: Session) -> None:
    desk.calls.keep_notes(session.id, "", PASTED, PASTED.splitlines())
    assert things(desk) == []
    page = desk.pages.call("ada")
    assert (page.marks, page.suggested) == ({}, {0: "action", 1: "opportunity", 2: "question"})
    assert desk.calls.take(session.id) == 3
    assert things(desk) == [("action", "one"), ("opportunity", "two"), ("question", "three")]
    with pytest.raises(Refusal, match="No pasted line waits"):
        desk.calls.take(session.id)
    desk.undo()
    assert things(desk) == []


def test_suggestions_follow_their_lines(desk: Desk, session: Session) -> None:
    desk.calls.keep_notes(session.id, "", PASTED, PASTED.splitlines())
    desk.calls.save_notes(session.id, "[ ] typed\n\n? three\n! two or more")
    page = desk.pages.call("ada")
    assert page.suggested[2] == "question"
    assert page.suggested[3] == "opportunity"
    desk.calls.take(session.id)
    assert ("opportunity", "two or more") in things(desk)


def test_suggestions_are_taken_and_dismissed_one_by_one(desk: Desk, session: Session) -> None:
    desk.calls.keep_notes(session.id, "", PASTED, PASTED.splitlines())
    assert desk.calls.dismiss(session.id, 1) == 1
    assert desk.pages.call("ada").suggested == {0: "action", 2: "question"}
    assert desk.calls.take(session.id, 2) == 1
    assert things(desk) == [("question", "three")]
    desk.calls.save_notes(session.id, "above\n" + PASTED)
    assert desk.pages.call("ada").suggested == {1: "action"}
    assert desk.calls.take(session.id) == 1
    assert things(desk) == [("action", "one"), ("question", "three")]
    with pytest.raises(Refusal, match="No pasted line waits"):
        desk.calls.take(session.id)
    with pytest.raises(Refusal, match="No pasted line waits"):
        desk.calls.dismiss(session.id)
    with pytest.raises(Refusal, match="Line 3 does not wait"):
        desk.calls.dismiss(session.id, 2)
    assert desk.calls.take(session.id, 2) == 1
    assert ("opportunity", "two") in things(desk)
    desk.undo()
    assert ("opportunity", "two") not in things(desk)
    assert desk.pages.call("ada").suggested == {}


def test_all_that_waits_is_dismissed_at_once(desk: Desk, session: Session) -> None:
    desk.calls.keep_notes(session.id, "", PASTED, PASTED.splitlines())
    assert desk.calls.dismiss(session.id) == 3
    assert (desk.pages.call("ada").suggested, things(desk)) == ({}, [])
    desk.undo()
    assert len(desk.pages.call("ada").suggested) == 3


def test_a_call_closed_with_suggestions_has_made_nothing_of_them(
    desk: Desk, session: Session
) -> None:
    desk.calls.keep_notes(session.id, "", PASTED, PASTED.splitlines())
    desk.calls.close(session.id)
    assert things(desk) == []


def test_a_pasted_line_in_the_place_of_a_typed_one_does_not_take_its_thing(
    desk: Desk, session: Session
) -> None:
    desk.calls.save_notes(session.id, "[ ] typed")
    desk.calls.keep_notes(session.id, "[ ] typed", "[ ] pasted", ["[ ] pasted"])
    assert things(desk) == []
    assert desk.pages.call("ada").suggested == {0: "action"}


def test_whom_an_at_can_name_is_known_of_this_mentorship_alone(desk: Desk, clock: Clock) -> None:
    ada(desk)
    ben(desk)
    desk.promises.do("ben", "a desk by the window", owner="hugo")
    assert desk.promises.owners("ada") == ["ada", "me"]
    for owner in ("grace", "Lin", "the whole guild", "network", "Grace"):
        clock.advance(1)
        desk.promises.do("ada", f"asked {owner}", owner=owner)
    assert desk.promises.owners("ada") == ["ada", "me", "Grace", "Lin"]
    desk.groups.add("Crew", members=["ada", "ben"])
    assert desk.promises.owners("crew") == ["ada", "ben", "me"]


def test_what_ends_in_no_day_is_known_of_its_line(desk: Desk, clock: Clock) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    text = "[ ] one by fri\n! two by frday\n? three by frday\n[ ] four by yesterday\n[ ] five"
    desk.calls.save_notes(session.id, text)
    assert desk.pages.call("ada").undated == {1: "by frday", 3: "by yesterday"}
    clock.advance(days=8)
    assert desk.pages.call("ada").undated == {1: "by frday", 3: "by yesterday"}
