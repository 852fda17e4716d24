"""Everything written is found again, whatever is typed into the search."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import ada, ben
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def found(desk: Desk, typed: str) -> list[tuple[str, str]]:
    """Kind and person of each hit."""
    return [(hit.kind, hit.name) for hit in desk.pages.search(typed)]


def indexed(desk: Desk) -> int:
    """How many rows the index holds."""
    return int(desk.store.value("SELECT count(*) FROM words"))


def test_everything_that_was_written_is_found_with_whose_it_is(desk: Desk, clock: Clock) -> None:
    ada(desk)
    ben(desk)
    desk.words.note("ada", "zebra one", kind="wish")
    desk.promises.do("ben", "zebra two")
    desk.goals.add("ada", "zebra three")
    desk.words.log("ben", "mail", 5, "zebra four")
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "! zebra five")
    clock.advance(45)
    desk.calls.close(session.id, answers={"focus": "zebra six"})
    assert sorted(set(found(desk, "zebra"))) == [
        ("action", "Ada Obi"),
        ("action", "Ben Lund"),
        ("call", "Ada Obi"),
        ("goal", "Ada Obi"),
        ("mail", "Ben Lund"),
        ("opportunity", "Ada Obi"),
        ("recap", "Ada Obi"),
        ("wish", "Ada Obi"),
    ]


def test_a_hit_says_where_it_is_and_shows_what_matched(desk: Desk) -> None:
    ada(desk)
    note = desk.words.note("ada", "likes\nsmall examples of generators")
    (hit,) = desk.pages.search("gener")
    assert hit.id == note.id
    assert hit.address == "ada/wealljs"
    assert hit.snippet == "likes small examples of «generators»"


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("generators", 1),
        ("GENERATORS", 1),
        ("gen", 1),
        ("cafe", 1),
        ("small gen", 1),
        ("generators small", 1),
        ("gen small", 0),
        ("mall", 0),
        ("small missing", 0),
        ("lab-7", 1),
        ("c++", 1),
        ("", 0),
        ("   ", 0),
        ("?!", 0),
    ],
)
def test_every_word_must_occur_the_last_may_go_on(desk: Desk, typed: str, hits: int) -> None:
    ada(desk)
    desk.words.note("ada", "Small examples of generators, lab-7 in C++, at the Café")
    assert len(desk.pages.search(typed)) == hits


def test_while_somebody_types_the_newest_comes_first(desk: Desk, clock: Clock) -> None:
    ada(desk)
    for day in range(3):
        clock.advance(days=1)
        desk.words.note("ada", "generators " * (3 - day) + f"day {day}")
    newest = [hit.snippet[-5:] for hit in desk.pages.search("generators", ranked=False)]
    assert newest == ["day 2", "day 1", "day 0"]


def test_the_index_follows_every_change(desk: Desk) -> None:
    ada(desk)
    note = desk.words.note("ada", "first wording")
    with desk.writing("edit") as store:
        store.update("note", note.id, body="second wording")
    assert (len(found(desk, "first")), len(found(desk, "second"))) == (0, 1)
    desk.undo()
    assert (len(found(desk, "first")), len(found(desk, "second"))) == (1, 0)
    desk.undo()
    assert (found(desk, "wording"), indexed(desk)) == ([], 0)


def test_notes_of_a_running_call_are_found_once_it_is_closed(desk: Desk, clock: Clock) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    for text in ("gen", "generators", "generators click"):
        desk.calls.save_notes(session.id, text)
    assert found(desk, "generators") == []
    clock.advance(30)
    desk.calls.close(session.id)
    assert found(desk, "generators") == [("call", "Ada Obi")]
    desk.undo()
    desk.calls.save_notes(session.id, "iterators")
    desk.calls.close(session.id)
    assert (found(desk, "generators"), found(desk, "iterators")) == ([], [("call", "Ada Obi")])


def test_notes_of_a_call_to_which_nobody_came_are_found(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "waited and prepared lab 7")
    desk.calls.no_show(session.id)
    assert found(desk, "prepared") == [("call", "Ada Obi")]


def test_a_line_that_was_withdrawn_is_not_found(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "[ ] send the grant form")
    assert found(desk, "grant") == [("action", "Ada Obi")]
    desk.calls.save_notes(session.id, "")
    assert found(desk, "grant") == []


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', '"unbalanced', "AND", "OR NOT", "NEAR(", "NEAR(a b, 2)", "*", "a*b", "(", ")",
        "body:x", "tags:i1", "{body}", "-x", "^x", "a:b", "x AND", "'; DROP TABLE note; --", "🎓",
        "👩🏽‍💻 code", "\x00", "a\x00b", "\ud800", "\x1b[31mred", "½", "ⅷ", "𞤀𞤣", "ไทย", "ß", "ﬁ",
        "x" * 100_000, "word " * 20_000, "\\", "%", "_", "a\nb", "״עברית״", "١٢٣",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_breaks_the_search(desk: Desk, typed: str) -> None:
    ada(desk)
    desk.words.note("ada", "an ordinary note")
    assert desk.pages.search(typed) == []
    assert desk.pages.search(typed, ranked=False) == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30) | st.text(string.punctuation + "aNOTAND ", max_size=30))
def test_no_text_at_all_breaks_the_search(desk: Desk, typed: str) -> None:
    assert desk.pages.search(typed) == []


def test_a_search_leaves_out_nobody_and_stops_at_its_limit(desk: Desk) -> None:
    ada(desk)
    for number in range(60):
        desk.words.note("ada", f"generators {number}")
    assert len(desk.pages.search("generators")) == 50
    assert len(desk.pages.search("generators", limit=7)) == 7


def test_filters_narrow_a_search_by_whose_what_since_when_and_for_whom(
    desk: Desk, clock: Clock
) -> None:
    ada(desk)
    ben(desk)
    desk.words.note("ada", "zebra of old", kind="win")
    clock.advance(days=10)
    desk.words.note("ada", "zebra", kind="win")
    desk.words.note("ada", "zebra in confidence", kind="observation")
    desk.promises.do("ben", "zebra two")
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "> zebra crossing")
    clock.advance(45)
    desk.calls.close(session.id)

    def count(typed: str) -> int:
        return len(desk.pages.search(typed))

    assert {hit.name for hit in desk.pages.search("zebra who:ben")} == {"Ben Lund"}
    desk.people.add("Leïla Benali")
    desk.promises.do("leila", "zebra three")
    assert {hit.name for hit in desk.pages.search("zebra who:ben")} == {"Ben Lund"}
    assert {hit.name for hit in desk.pages.search("zebra who:bena")} == {"Leïla Benali"}
    desk.undo()
    assert count("zebra who:a") == count("zebra") - 1
    assert count("zebra who:ada,ben") == count("zebra") == count("zebra who:")
    assert count("zebra kind:win") == 2
    assert count("zebra kind:win from:yesterday") == 1
    assert {hit.kind for hit in desk.pages.search("zebra kind:promise")} == {"action"}
    for_me = {hit.kind for hit in desk.pages.search("zebra audience:me")}
    assert {"observation", "call"} <= for_me
    assert "win" not in for_me
    theirs = desk.pages.search("zebra audience:mentee who:ada")
    assert {"win", "recap"} <= {hit.kind for hit in theirs}
    assert not {"observation", "call"} & {hit.kind for hit in theirs}
    assert [hit.snippet for hit in desk.pages.search("who:ada kind:win")] == [
        "zebra",
        "zebra of old",
    ]
    assert len(desk.pages.search("who:ada", limit=2)) == 2
    for wrong, says in (
        ("who:zoe", "nobody"),
        ("kind:x", "no kind"),
        ("from:never", "no date"),
        ("audience:all", "no reader"),
    ):
        with pytest.raises(Refusal, match=says):
            desk.pages.search(wrong)
