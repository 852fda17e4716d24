"""Feedback, surveys, certificates and the slide: what both sides say, and what it settles."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests import builders
from tests.builders import THURSDAY
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.criteria import Standing
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import (
    FOR_COORDINATOR,
    FOR_MENTEE,
    ME,
    audience,
)

WEEKS = timedelta(weeks=1)


@pytest.fixture
def kim(desk: Desk, clock: Clock) -> Relation:
    """A Carpentries group of one so far, in its eleventh week, with its slot and its outline."""
    found = desk.people.add("Kim Vale", playbook="carpentries", started_on=THURSDAY - 10 * WEEKS)
    builders.slot(desk, "kim", count=1)
    desk.milestones.follow("kim", "lesson-maintenance")
    return found


def joins(desk: Desk, found: Relation, name: str) -> Relation:
    """One more member of the same mentorship, under a handle of their own."""
    other = desk.people.add(name)
    row = {"mentorship_id": found.mentorship.id, "mentee_id": other.mentee.id, "left_on": None}
    with desk.writing("join") as store:
        store.insert("membership", {"id": desk.new_id(), "joined_on": "2026-11-01", **row})
    return other


def state(desk: Desk, who: str, key: str) -> str:
    return next(line.state for line in desk.milestones.of(who) if line.key == key)


def standing(desk: Desk, who: str, key: str, name: str = "") -> Standing:
    every = desk.certificates.of(who)
    return next(one for one in every if one.key == key and name in ("", one.name))


# --- feedback


def test_feedback_is_for_the_mentee_and_what_the_programme_should_hear_for_the_coordinator(
    desk: Desk,
) -> None:
    builders.ada(desk)
    given = desk.feedback.add("ada", "your questions are clear", form="written")
    heard = desk.feedback.add("ada", "slower, please", "received", changed="one topic a call")
    wish = desk.feedback.add("ada", "the form is long", "to-programme")
    mine = desk.feedback.add("ada", "careful with jokes", readers=ME)
    assert [one.readers for one in (given, heard, wish, mine)] == [
        FOR_MENTEE, FOR_MENTEE, FOR_COORDINATOR, ME,
    ]  # fmt: skip
    assert [one.text for one in desk.feedback.list("ada", "received")] == ["slower, please"]
    assert [one.id for one in desk.feedback.list(direction="to-programme")] == [wish.id]
    assert len(desk.feedback.list()) == 4


def test_feedback_to_one_of_a_group_is_about_that_one_alone(desk: Desk) -> None:
    desk.groups.add("Git crew", playbook="carpentries")
    desk.groups.join("git-crew", "Chi Ng")
    chi = desk.people.find("chi/carpentries").mentee.id
    desk.feedback.add("chi/carpentries", "take your time")
    desk.feedback.add("git-crew", "well prepared")
    found = desk.store.rows("SELECT about_id, text FROM feedback ORDER BY created_at, rowid")
    assert [tuple(row) for row in found] == [(chi, "take your time"), (None, "well prepared")]


def test_an_empty_group_has_a_slide_too(desk: Desk) -> None:
    desk.groups.add("Git crew", playbook="carpentries")
    desk.slides.draft("git-crew", "# To come")
    assert desk.slides.leaves("git-crew", "mentee") == "# To come"


def test_what_was_changed_is_said_later_and_taken_back(desk: Desk) -> None:
    builders.ada(desk)
    made = desk.feedback.add("ada", "slower, please", "received")
    assert desk.feedback.changed(made.id[:6], "one topic a call").changed == "one topic a call"
    desk.undo()
    assert desk.feedback.list("ada")[0].changed == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"text": " "}, "Feedback needs words"),
        ({"direction": "sideways"}, "given, received, to-programme"),
        ({"form": "sung"}, "in-person, written"),
    ],
)
def test_feedback_that_is_none_is_refused(desk: Desk, words: dict[str, Any], said: str) -> None:
    builders.ada(desk)
    with pytest.raises(Refusal, match=said):
        desk.feedback.add("ada", **{"text": "clear", **words})


def test_how_somebody_likes_feedback_stands_in_the_agreement(desk: Desk) -> None:
    found = desk.people.add("Ana Roth", playbook="pyladies")
    assert desk.feedback.preference("ana") == ""
    rows = [("mentee", "in writing", "2026-11-02"), ("mentee", "face to face", "2026-11-20")]
    with desk.writing("agree") as store:
        for side, text, day in [*rows, ("mentor", "any way", "2026-11-21")]:
            row = {"mentorship_id": found.mentorship.id, "kind": "expectation", "side": side}
            said = {"question": "feedback", "text": text, "day": day, "readers": "mentee"}
            store.insert("agreement", {"id": desk.new_id(), **row, **said})
    assert desk.feedback.preference("ana") == "face to face"


# --- surveys


def test_the_last_answer_settles_the_date_that_names_the_survey(desk: Desk, clock: Clock) -> None:
    desk.people.add("Ana Roth", playbook="pyladies", started_on=THURSDAY - 5 * WEEKS)
    for _ in range(4):
        builders.held(desk, "ana")
        clock.advance(days=1)
    assert state(desk, "ana", "feedback") == "due"
    desk.surveys.answer("ana", "feedback", "goals", "mostly")
    desk.surveys.answer("ana", "feedback", "works", "the exercises")
    assert state(desk, "ana", "feedback") == "due"
    assert desk.surveys.answer("ana", "feedback", "change", "more code").state == "done"
    found = next(line for line in desk.milestones.of("ana") if line.key == "feedback")
    assert (found.state, found.text) == ("done", "answered by Ana Roth")
    desk.undo()
    assert state(desk, "ana", "feedback") == "due"
    assert desk.surveys.show("ana", "feedback").replies[0].answers["works"] == "the exercises"


def test_each_time_it_is_due_is_a_round_of_its_own(desk: Desk, clock: Clock) -> None:
    desk.people.add("Ana Roth", playbook="pyladies", started_on=THURSDAY)
    for n in range(8):
        builders.held(desk, "ana")
        if n in (3, 7):
            desk.surveys.done("ana", "feedback", text=f"a talk after call {n + 1}")
        clock.advance(days=7)
    assert desk.surveys.rounds("ana", "feedback") == [THURSDAY + 7 * WEEKS, THURSDAY + 3 * WEEKS]
    first = desk.surveys.show("ana", "feedback", THURSDAY + 3 * WEEKS)
    assert first.replies[0].done_on == THURSDAY + 3 * WEEKS
    assert desk.surveys.show("ana", "feedback").day == THURSDAY + 7 * WEEKS
    with pytest.raises(Refusal, match="has no round of 2026-01-01"):
        desk.surveys.show("ana", "feedback", date(2026, 1, 1))


def test_a_round_that_was_begun_before_its_day_goes_on(desk: Desk, clock: Clock) -> None:
    desk.people.add("Ana Roth", playbook="pyladies", started_on=THURSDAY)
    desk.surveys.answer("ana", "feedback", "goals", "too early to say")
    clock.advance(days=1)
    now = desk.surveys.answer("ana", "feedback", "works", "all of it")
    assert (now.day, now.state) == (THURSDAY, "begun")
    assert set(now.replies[0].answers) == {"goals", "works"}


def test_both_sides_are_asked_and_the_mentor_first(desk: Desk, clock: Clock) -> None:
    builders.ada(desk, started_on=THURSDAY - 5 * WEEKS)
    assert state(desk, "ada", "relationship") == "due"
    for question in ("good", "better"):
        desk.surveys.answer("ada", "relationship", question, "mine")
    assert state(desk, "ada", "relationship") == "due"
    now = desk.surveys.done("ada", "relationship", side="mentee")
    assert [(one.who.side, bool(one.done_on)) for one in now.replies] == [
        ("mentor", True), ("mentee", True),
    ]  # fmt: skip
    assert state(desk, "ada", "relationship") == "done"


def test_a_form_elsewhere_is_filled_in_by_each_member(desk: Desk, kim: Relation) -> None:
    joins(desk, kim, "Lou Marsh")
    desk.surveys.done("kim", "half-time")
    desk.surveys.done("kim", "half-time", side="mentee")
    now = desk.surveys.show("kim", "half-time")
    assert [(one.who.name, bool(one.done_on)) for one in now.replies] == [
        ("me", True), ("Kim Vale", True), ("Lou Marsh", False),
    ]  # fmt: skip
    assert now.link.startswith("https://goo.gl/forms/")
    assert state(desk, "kim", "survey-mid") == "due"
    desk.surveys.done("lou/carpentries", "half-time", side="mentee")
    assert state(desk, "kim", "survey-mid") == "done"


def test_a_reply_is_changed_in_place_and_taken_back_by_an_empty_one(desk: Desk) -> None:
    desk.people.add("Ana Roth")
    desk.surveys.answer("ana", "feedback", "worth", "2")
    desk.surveys.answer("ana", "feedback", "worth", "5")
    assert desk.surveys.show("ana", "feedback").replies[0].answers["worth"] == "5"
    now = desk.surveys.answer("ana", "feedback", "worth", "")
    assert now.replies[0].answers["worth"] == "" and not now.replies[0].done_on
    assert desk.surveys.answer("ana", "feedback", "more", "code").is_open


def test_replies_have_the_readers_of_their_question(desk: Desk) -> None:
    desk.people.add("Nell Ames", playbook="codingnomads")
    desk.surveys.answer("nell", "stand-up", "concerns", "she is quiet")
    desk.surveys.answer("nell", "stand-up", "week", "fine", readers=ME)
    found = desk.store.rows("SELECT readers FROM survey_answer ORDER BY created_at, rowid")
    assert [row["readers"] for row in found] == ["coordinator", ""]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("party", "worth", "5"), "has no survey “party”. It has: feedback"),
        (("feedback", "joy", "5"), "It has: worth, more"),
        (("feedback", "worth", "6"), "from 1 to 5"),
        (("feedback", "worth", "5", "mentor"), "asks the mentee only"),
        (("feedback", "worth", "5", "aunt"), "Use mentor or mentee"),
    ],
)
def test_what_a_survey_does_not_ask_is_refused(
    desk: Desk, words: tuple[Any, ...], said: str
) -> None:
    desk.people.add("Ana Roth")
    with pytest.raises(Refusal, match=said):
        desk.surveys.answer("ana", *words)


def test_a_check_in_that_was_answered_is_not_all_fine(desk: Desk) -> None:
    desk.people.add("Kit Lowe", playbook="astropy", started_on=THURSDAY - 5 * WEEKS)
    desk.surveys.answer("kit", "check-in", "fine", "no")
    desk.surveys.answer("kit", "check-in", "fine", "the role is taken", side="mentee")
    found = next(line for line in desk.milestones.of("kit") if line.key == "check-in")
    assert (found.state, found.text) == ("done", "answered by me, Kit Lowe")


# --- words for a date to come


def test_topics_are_kept_for_the_day_and_stay_with_it(desk: Desk, kim: Relation) -> None:
    desk.milestones.note("kim", "touch-base", "which lesson is next")
    desk.milestones.note("kim", "touch-base", "more time")
    line = desk.milestones.next("kim", "touch-base")
    assert line and list(line.noted) == ["which lesson is next", "more time"]
    desk.milestones.done("kim", "touch-base", "Kim went")
    past = next(one for one in desk.milestones.of("kim") if one.key == "touch-base")
    assert (past.text, list(past.noted)) == ("Kim went", ["which lesson is next", "more time"])
    assert desk.milestones.next("kim", "touch-base") is None
    with pytest.raises(Refusal, match="settled already"):
        desk.milestones.note("kim", "touch-base", "too late")
    with pytest.raises(Refusal, match="What shall be kept"):
        desk.milestones.note("kim", "showcase", " ")


def test_words_kept_before_there_was_a_day_go_to_the_next_time_only(
    desk: Desk, clock: Clock
) -> None:
    desk.people.add("Ana Roth", playbook="pyladies", started_on=THURSDAY)
    desk.milestones.note("ana", "feedback", "ask about the pace")
    for _ in range(4):
        builders.held(desk, "ana")
        clock.advance(days=1)
    desk.milestones.done("ana", "feedback")
    clock.advance(days=1)
    lines = [one for one in desk.milestones.of("ana") if one.key == "feedback"]
    assert [list(one.noted) for one in lines] == [["ask about the pace"], []]


# --- the slide


def test_a_slide_is_drafted_finished_and_every_version_stays(desk: Desk, kim: Relation) -> None:
    assert desk.slides.latest("kim") is None
    desk.slides.draft("kim", "# Lesson 3\n")
    assert state(desk, "kim", "slide-draft") == "done"
    desk.slides.draft("kim", "# Lesson 3, mended\n")
    assert desk.slides.final("kim").version == 3
    assert state(desk, "kim", "slide-final") == "done"
    assert [(one.version, one.state) for one in desk.slides.versions("kim")] == [
        (3, "final"), (2, "draft"), (1, "draft"),
    ]  # fmt: skip
    desk.undo()
    assert state(desk, "kim", "slide-final") != "done"
    assert desk.slides.draft("kim", "# Other\n").readers == FOR_MENTEE


def test_a_slide_that_is_final_at_once_was_drafted_too(desk: Desk, kim: Relation) -> None:
    desk.slides.keep("kim", "# Lesson 3")
    assert state(desk, "kim", "slide-draft") != "done"
    desk.slides.final("kim")
    assert [state(desk, "kim", key) for key in ("slide-draft", "slide-final")] == ["done"] * 2


def test_typing_changes_one_version_until_somebody_calls_it_final(
    desk: Desk, kim: Relation
) -> None:
    begun = desk.slides.keep("kim", "# L")
    assert desk.slides.keep("kim", "# Lesson", begun.id).id == begun.id
    desk.slides.final("kim")
    after = desk.slides.keep("kim", "# Lesson 4", begun.id)
    assert (after.version, after.state) == (3, "draft")
    assert [one.body for one in desk.slides.versions("kim")] == ["# Lesson 4"] + ["# Lesson"] * 2
    desk.slides.typed("kim")
    desk.slides.typed("kim")
    assert state(desk, "kim", "slide-draft") == "done"


def test_typing_is_not_what_undo_takes_back(desk: Desk, kim: Relation) -> None:
    desk.words.note("kim", "likes tea")
    desk.slides.keep("kim", "# Lesson")
    assert desk.undo() == "note about Kim Vale"


def test_a_slide_of_the_mentors_own_says_how_to_widen_it(desk: Desk, kim: Relation) -> None:
    desk.slides.draft("kim", "# Lesson 3", frozenset())
    with pytest.raises(Refusal, match=r"mentordesk slide final kim --for mentee$"):
        desk.slides.leaves("kim", "mentee")
    desk.slides.draft("kim", "# Lesson 3", audience({"mentee", "coordinator"}))
    with pytest.raises(Refusal, match=r"slide final kim --for mentee,coordinator,public$"):
        desk.slides.leaves("kim", "public")


def test_a_slide_leaves_for_those_alone_who_may_read_it(
    desk: Desk, kim: Relation, tmp_path: Path
) -> None:
    desk.slides.draft("kim", "# Lesson 3")
    assert desk.slides.leaves("kim", "mentee") == "# Lesson 3"
    for reader in ("public", "coordinator"):
        with pytest.raises(Refusal, match=r"The slide is for mentee, not for"):
            desk.slides.leaves("kim", reader)
    desk.slides.final("kim", audience({"mentee", "public"}))
    path = desk.slides.to_file("kim", tmp_path / "slide.md", "public")
    assert path.read_text("utf-8") == "# Lesson 3\n"
    with pytest.raises(Refusal, match="exists already"):
        desk.slides.to_file("kim", path, "public")
    desk.slides.draft("kim", "# Not for you", ME)
    with pytest.raises(Refusal, match="The slide is for me, not for public"):
        desk.slides.to_file("kim", path, "public", overwrite=True)
    assert path.read_text("utf-8") == "# Lesson 3\n"


@pytest.mark.parametrize("verb", ["final", "leaves"])
def test_a_slide_that_is_not_there_is_refused(desk: Desk, kim: Relation, verb: str) -> None:
    with pytest.raises(Refusal, match="There is no slide yet"):
        getattr(desk.slides, verb)("kim")
    with pytest.raises(Refusal, match="A slide needs words"):
        desk.slides.draft("kim", " \n")


# --- certificates


def test_a_mentee_needs_two_meetings_the_showcase_and_the_survey(
    desk: Desk, kim: Relation, clock: Clock
) -> None:
    assert standing(desk, "kim", "mentee").met == 0
    for _ in range(2):
        builders.held(desk, "kim")
        clock.advance(days=7)
    session = desk.calls.start("kim")
    clock.advance(minutes=15)
    desk.calls.no_show(session.id)
    meetings = standing(desk, "kim", "mentee").criteria[0]
    assert (meetings.met, meetings.evidence) == (True, "2 of 2 meetings: 26 Nov, 3 Dec")
    desk.milestones.done("kim", "showcase")
    desk.surveys.done("kim", "closing", side="mentee")
    assert standing(desk, "kim", "mentee").complete
    assert standing(desk, "kim", "mentor").criteria[-1].met is False


def test_each_member_of_a_group_stands_alone(desk: Desk, kim: Relation) -> None:
    lou = joins(desk, kim, "Lou Marsh")
    session = builders.held(desk, "kim")
    row = desk.store.row("SELECT id FROM attendance WHERE mentee_id = ?", lou.mentee.id)
    assert row
    with desk.writing("who came") as store:
        store.update("attendance", row["id"], status="no-show")
    found = {one.name: one.criteria[0].evidence for one in desk.certificates.of("kim")}
    assert session.state == "held"
    assert found["Kim Vale"] == "1 of 2 meetings: 26 Nov"
    assert found["Lou Marsh"] == "0 of 2 meetings"
    desk.certificates.tick("lou/carpentries", "mentee", "showcase", "she gave the talk")
    ticked = {one.name: one.criteria[1].met for one in desk.certificates.of("kim")}
    assert ticked == {"me": False, "Kim Vale": False, "Lou Marsh": True}


def test_the_mentors_word_stands_only_where_the_records_say_otherwise(
    desk: Desk, kim: Relation
) -> None:
    assert desk.certificates.tick("kim", "mentee", "showcase", "on video").met
    assert not desk.certificates.untick("kim", "mentee", "showcase").met
    desk.milestones.done("kim", "showcase")
    assert standing(desk, "kim", "mentee").criteria[1].met
    assert not desk.certificates.untick("kim", "mentee", "showcase", "was ill").met
    assert standing(desk, "kim", "mentor").criteria[2].met
    assert desk.certificates.tick("kim", "mentee", "showcase").met
    assert len(desk.store.rows("SELECT id FROM criterion_tick")) == 1


def test_what_a_mentor_does_once_counts_in_every_group(desk: Desk, kim: Relation) -> None:
    desk.people.add("Lou Marsh", playbook="carpentries")
    desk.milestones.done("lou", "onboarding")
    desk.milestones.done("lou", "showcase")
    assert [one.met for one in standing(desk, "kim", "mentor").criteria] == [True] + [False] * 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gold", "showcase"), "has no certificate “gold”. It has: mentor, mentee"),
        (("mentee", "joy"), "is no criterion of “Mentee's certificate”: meetings, showcase"),
    ],
)
def test_a_certificate_that_is_not_there_is_refused(
    desk: Desk, kim: Relation, words: tuple[str, str], said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        desk.certificates.tick("kim", *words)


def test_a_programme_without_any_of_it_has_none(desk: Desk) -> None:
    builders.ada(desk)
    assert desk.certificates.of("ada") == []
    assert [one.survey.key for one in desk.surveys.of("ada")] == ["relationship"]
