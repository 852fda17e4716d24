"""How somebody gets on: study hours, the progress log, labs, topics, ideas, reviews, recordings."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from tests import builders
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import Learning
from mentordesk.domain.readers import FOR_MENTEE, ME

MONDAY = date(2026, 11, 23)
STAMPS = {"created_at", "updated_at"}


@pytest.fixture
def nomad(desk: Desk) -> Desk:
    """A desk with Nora, under CodingNomads, in Lagos."""
    desk.people.add("Nora", playbook="codingnomads", zone="Africa/Lagos")
    return desk


@pytest.fixture
def ada(desk: Desk) -> Desk:
    """A desk with Ada, under WeAllJS."""
    builders.ada(desk)
    return desk


def before(desk: Desk, who: str) -> Learning:
    """What the brief tells of how somebody gets on."""
    found = desk.pages.brief(who).learning
    assert found
    return found


# Study


def test_hours_are_planned_on_the_mentees_clock_beside_the_programmes_yardstick(
    nomad: Desk,
) -> None:
    page = nomad.study.set("nora", (3, 0), time(19), 90)
    assert [(slot.weekday, slot.at, slot.minutes) for slot in page.slots] == [
        (0, time(19), 90),
        (3, time(19), 90),
    ]
    assert (page.hours, page.run, page.zone) == (15, 12, "Africa/Lagos")


def test_another_plan_takes_the_place_of_the_first_and_more_hours_join_it(
    nomad: Desk, clock: Clock
) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    clock.advance(days=7)
    nomad.study.set("nora", (5,), time(10), 240)
    page = nomad.study.set("nora", (6,), time(10), 60, more=True)
    assert [slot.weekday for slot in page.slots] == [5, 6]
    ended = nomad.store.row("SELECT until_day FROM study_slot WHERE weekday = 'MO'")
    assert ended
    assert ended["until_day"] == "2026-12-02"


def test_a_plan_that_is_corrected_on_its_first_day_leaves_nothing_behind(nomad: Desk) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    nomad.study.set("nora", (1,), time(19), 90)
    assert nomad.store.value("SELECT count(*) FROM study_slot") == 1


def test_a_plan_may_end(nomad: Desk, clock: Clock) -> None:
    nomad.study.set("nora", (0,), time(19), 90)
    clock.advance(days=3)
    assert nomad.study.stop("nora").slots == []
    assert nomad.last_undo() == "no study hours for Nora"


def test_the_first_week_of_a_plan_is_meant_and_later_the_one_that_ended(
    nomad: Desk, clock: Clock
) -> None:
    nomad.study.set("nora", (0, 3), time(19), 90)
    assert nomad.study.week("nora", "kept", 9 * 60).monday == MONDAY
    clock.advance(days=7)
    second = nomad.study.week("nora", "partly", reason="a cold")
    assert (second.monday, second.planned, second.minutes) == (MONDAY + timedelta(7), 180, None)
    clock.advance(days=14)
    assert nomad.study.week("nora", "not").monday == MONDAY + timedelta(14)
    assert nomad.study.week("nora", "kept").monday == MONDAY + timedelta(21)


def test_a_week_is_corrected_and_keeps_what_was_not_said_again(nomad: Desk) -> None:
    nomad.study.week("nora", "partly", 120, "a cold", MONDAY)
    nomad.study.week("nora", "kept", day=MONDAY + timedelta(3))
    (week,) = nomad.study.page("nora").weeks
    assert (week.kept, week.minutes, week.reason, week.readers) == ("kept", 120, "a cold", ME)


@pytest.mark.parametrize(
    ("kept", "minutes", "day", "says"),
    [
        ("well", None, None, "is no way a week goes. Use kept, partly, not."),
        ("kept", 169 * 60, None, "A week has 168 hours."),
        ("kept", None, MONDAY + timedelta(7), "still to come"),
    ],
)
def test_a_week_that_is_none_is_refused(
    nomad: Desk, kept: str, minutes: int | None, day: date | None, says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        nomad.study.week("nora", kept, minutes, day=day)
    assert nomad.study.page("nora").weeks == []


# Progress


def test_progress_is_written_down_and_undone(nomad: Desk) -> None:
    made = nomad.progress.add("nora", "section 4", 45, well="loops", hard="scope", link="http://x")
    assert (made.section, made.percent, made.readers) == ("section 4", 45, ME)
    assert nomad.progress.page_of("nora") == "http://x"
    nomad.undo()
    assert nomad.progress.list("nora") == []


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_percentage_is_one(nomad: Desk, percent: int) -> None:
    with pytest.raises(Refusal, match="Give 0 to 100"):
        nomad.progress.add("nora", percent=percent)


def test_progress_without_a_word_is_refused(nomad: Desk) -> None:
    with pytest.raises(Refusal, match="Say where they are"):
        nomad.progress.add("nora", text="  ")


def test_the_log_is_opened_once_a_day_and_its_page_is_remembered(nomad: Desk, clock: Clock) -> None:
    nomad.progress.seen("nora", "https://example.org/nora")
    nomad.progress.seen("nora")
    clock.advance(days=1)
    nomad.progress.seen("nora")
    assert [one.is_glance for one in nomad.progress.list("nora")] == [True, True]
    assert nomad.progress.page_of("nora") == "https://example.org/nora"
    assert before(nomad, "nora").looked == date(2026, 11, 27)


def test_the_playbook_may_know_where_the_logs_are(desk: Desk, home: Path) -> None:
    source = desk.playbooks.copy("codingnomads")
    text = source.read_text("utf-8").replace(
        "[links]\n", '[links]\n"Progress log" = "https://example.org/logs"\n'
    )
    source.write_text(text, "utf-8")
    desk.people.add("Nora", playbook="codingnomads")
    assert desk.progress.page_of("nora") == "https://example.org/logs"
    desk.progress.seen("nora", "https://example.org/logs/nora")
    assert desk.progress.page_of("nora") == "https://example.org/logs/nora"


def test_the_brief_has_the_percents_in_the_order_they_came(nomad: Desk, clock: Clock) -> None:
    for percent in (10, 20, 45):
        nomad.progress.add("nora", f"{percent}", percent)
        clock.advance(days=7)
    nomad.progress.seen("nora")
    found = before(nomad, "nora")
    assert found.percents == [10, 20, 45]
    assert found.where
    assert found.where.section == "45"


# Labs


def test_a_lab_is_looked_at_in_the_call_and_what_follows_is_promised(nomad: Desk) -> None:
    lab = nomad.labs.add("nora", "lab 7", "https://example.org/7")
    assert before(nomad, "nora").labs == [lab]
    call = nomad.calls.start("nora")
    done = nomad.labs.reviewed(lab.id[:6], "clear names", "write two tests")
    assert (done.state, done.reviewed_on, done.text) == (
        "reviewed",
        date(2026, 11, 26),
        "clear names",
    )
    (promise,) = nomad.promises.list(who="nora")
    assert (promise.action.text, promise.action.owner) == ("write two tests", "mentee")
    assert promise.action.session_id == call.id
    assert before(nomad, "nora").labs == []


def test_a_lab_that_is_looked_at_again_keeps_what_was_said(nomad: Desk) -> None:
    lab = nomad.labs.add("nora", "lab 7")
    nomad.labs.reviewed(lab.id, "clear names")
    assert nomad.labs.reviewed(lab.id, "and tests").text == "clear names\nand tests"


def test_labs_that_wait_come_first(nomad: Desk, clock: Clock) -> None:
    first = nomad.labs.add("nora", "lab 1")
    nomad.labs.add("nora", "lab 2")
    nomad.labs.reviewed(first.id)
    clock.advance(days=1)
    nomad.labs.add("nora", "lab 3")
    assert [lab.title for lab in nomad.labs.list("nora")] == ["lab 2", "lab 3", "lab 1"]


# Topics and questions


def test_a_stuck_point_comes_back_with_when_it_was_explained_until_it_is_settled(
    ada: Desk, clock: Clock
) -> None:
    ada.words.note("ada", "decorators", "stuck")
    (topic,) = ada.topics.list("ada")
    ada.topics.mark(topic.note.id, 2, "with a drawing")
    clock.advance(days=7)
    ada.topics.mark(topic.note.id, 4)
    (found,) = before(ada, "ada").topics
    assert [(mark.level, mark.day.day) for mark in found.marks] == [(4, 3), (2, 26)]
    ada.topics.settle(topic.note.id[:6])
    assert before(ada, "ada").topics == []
    assert not ada.topics.list("ada")[0].is_open
    ada.topics.reopen(topic.note.id)
    assert before(ada, "ada").topics[0].marks == found.marks


def test_only_a_stuck_point_has_a_level(ada: Desk) -> None:
    note = ada.words.note("ada", "likes tests")
    with pytest.raises(Refusal, match="is no stuck point"):
        ada.topics.mark(note.id, 3)
    stuck = ada.words.note("ada", "scope", "stuck")
    for level in (0, 6):
        with pytest.raises(Refusal, match="is no level"):
            ada.topics.mark(stuck.id, level)
    with pytest.raises(Refusal, match="is not settled"):
        ada.topics.reopen(stuck.id)


def test_a_pasted_list_becomes_questions_of_the_next_agenda_once(ada: Desk) -> None:
    pasted = "- why decorators?\n2. what is a dataclass\n\n? scope, when\n- why decorators?\n"
    asked = ["why decorators?", "what is a dataclass", "scope, when"]
    assert ada.topics.ask("ada", pasted) == asked
    assert ada.topics.ask("ada", pasted) == []
    prompts = [prompt for point in ada.calls.agenda("ada") for prompt in point.prompts]
    assert set(asked) <= set(prompts)
    assert [note.body for note in ada.topics.questions("ada")] == asked


def test_no_question_is_refused(ada: Desk) -> None:
    with pytest.raises(Refusal, match="There is no question"):
        ada.topics.ask("ada", " \n ")


# Ideas


def test_ideas_not_used_yet_come_first_and_the_brief_suggests_one(desk: Desk, clock: Clock) -> None:
    desk.people.add("Pia", playbook="pyladies")
    first, second = (line.idea.key for line in desk.ideas.list("pia")[:2])
    assert before(desk, "pia").idea == desk.ideas.list("pia")[0].idea
    desk.ideas.use("pia", first)
    clock.advance(days=7)
    desk.ideas.use("pia", second[:5])
    lines = desk.ideas.list("pia")
    assert [line.idea.key for line in lines[-2:]] == [first, second]
    assert [len(line.used) for line in lines] == [0] * (len(lines) - 2) + [1, 1]
    suggested = before(desk, "pia").idea
    assert suggested
    assert suggested.key == lines[0].idea.key


def test_an_idea_is_dated_with_the_call_that_runs(nomad: Desk) -> None:
    call = nomad.calls.start("nora")
    nomad.ideas.use("nora", "labs")
    assert nomad.store.value("SELECT session_id FROM idea_use") == call.id


def test_what_was_made_of_an_idea_stays_with_it(nomad: Desk, clock: Clock) -> None:
    nomad.ideas.use("nora", "labs", "lab 6, side by side")
    clock.advance(days=7)
    nomad.ideas.use("nora", "labs")
    assert nomad.ideas.list("nora")[-1].text == "lab 6, side by side"


def test_when_every_idea_was_used_nothing_is_suggested(nomad: Desk) -> None:
    for line in nomad.ideas.list("nora"):
        nomad.ideas.use("nora", line.idea.key)
    assert before(nomad, "nora").idea is None


def test_an_idea_of_another_programme_is_refused(ada: Desk, nomad: Desk) -> None:
    with pytest.raises(Refusal, match=r"is no idea of CodingNomads\. It has: labs, concept"):
        nomad.ideas.use("nora", "book")
    with pytest.raises(Refusal, match="It has: none"):
        ada.ideas.use("ada", "book")


# Reviews


def test_the_four_questions_about_the_task_are_the_programmes(ada: Desk) -> None:
    asked = ada.reviews.questions("ada", "task")
    assert [one.key for one in asked] == ["done", "well", "better", "where"]
    assert asked[0].ask == "Did it get done?"


def test_a_task_that_is_done_is_ticked_off_and_the_answers_are_there_next_time(
    ada: Desk,
) -> None:
    task = ada.promises.do("ada", "push lab 7", owner="mentee", task=True, by_mentee=True)
    assert task.proposed_by == "mentee"
    call = ada.calls.start("ada")
    ada.reviews.keep("ada", "task", {"done": "Yes", "better": "start on Monday", "well": " "})
    assert ada.promises.list(who="ada") == []
    found = before(ada, "ada").answers
    assert [(one.key, one.text, one.task) for one in found] == [
        ("done", "Yes", "push lab 7"),
        ("better", "start on Monday", "push lab 7"),
    ]
    assert ada.store.value("SELECT min(session_id) FROM review") == call.id


@pytest.mark.parametrize("said", ["partly", "no", "yes and no"])
def test_a_task_that_is_not_done_stays_open(ada: Desk, said: str) -> None:
    ada.promises.do("ada", "push lab 7", owner="mentee", task=True)
    ada.reviews.keep("ada", "task", {"done": said})
    assert len(ada.promises.list(who="ada")) == 1


def test_an_answer_of_the_same_day_is_corrected_and_undone_in_one(ada: Desk) -> None:
    ada.reviews.keep("ada", "task", {"well": "names", "where": "30 is near"})
    ada.reviews.keep("ada", "task", {"well": "names and tests"})
    found = {one.key: one.text for one in ada.reviews.list("ada")}
    assert found == {"well": "names and tests", "where": "30 is near"}
    ada.undo()
    ada.undo()
    assert ada.reviews.list("ada") == []


def test_two_tasks_looked_back_on_in_one_call_are_kept_apart(ada: Desk) -> None:
    for task in ("push lab 7", "push lab 8"):
        ada.promises.do("ada", task, owner="mentee", task=True)
        ada.reviews.keep("ada", "task", {"well": f"{task} went well"})
    assert {(one.task, one.text) for one in ada.reviews.list("ada")} == {
        ("push lab 7", "push lab 7 went well"),
        ("push lab 8", "push lab 8 went well"),
    }
    assert [one.task for one in ada.reviews.last("ada", "task")] == ["push lab 8"]


def test_a_question_the_programme_does_not_ask_is_asked_in_plain_words(nomad: Desk) -> None:
    (found,) = nomad.reviews.keep("nora", "task", {"where": "on the way"})
    assert found.question == "Where does it leave the 30/60/90 targets?"


def test_nothing_answered_is_refused(ada: Desk) -> None:
    with pytest.raises(Refusal, match="There is no answer"):
        ada.reviews.keep("ada", "task", {"well": ""})
    with pytest.raises(Refusal, match=r"is no review\. Use task, month"):
        ada.reviews.keep("ada", "year", {"well": "x"})


def test_a_month_that_was_talked_over_settles_the_programmes_review(
    ada: Desk, clock: Clock
) -> None:
    clock.advance(days=40)

    def due() -> list[str]:
        lines = ada.milestones.of("ada")
        return [line.key for line in lines if line.kind == "review" and line.state == "due"]

    assert due()
    ada.reviews.keep("ada", "month", {"past": "first target met", "next": "a talk"})
    assert not due()
    ada.undo()
    assert due()
    assert ada.reviews.list("ada") == []


# Recordings


def test_a_recording_has_the_programmes_name_and_its_dates(nomad: Desk, clock: Clock) -> None:
    builders.held(nomad, "nora")
    clock.advance(days=1)
    one = nomad.recordings.add("nora", "/calls/26.mp4")
    assert (one.title, one.day) == ("2026-11-26_nora", date(2026, 11, 26))
    assert one.readers == frozenset({"mentee", "coordinator"})
    nomad.recordings.told(one.id[:6], date(2026, 11, 26))
    nomad.recordings.shared(one.id)
    nomad.recordings.moment(one.id, "12:30 decorators")
    nomad.recordings.moment(one.id, "31:00 scope")
    (found,) = nomad.recordings.list("nora")
    assert (found.told_on, found.shared_on) == (date(2026, 11, 26), date(2026, 11, 27))
    assert found.text == "12:30 decorators\n31:00 scope"
    assert nomad.store.value("SELECT session_id FROM recording")


def test_who_is_handed_a_recording_has_heard_of_it(nomad: Desk) -> None:
    one = nomad.recordings.add("nora")
    nomad.recordings.shared(one.id)
    (found,) = nomad.recordings.list("nora")
    assert found.told_on == found.shared_on == date(2026, 11, 26)
    nomad.undo()
    assert nomad.recordings.list("nora")[0].told_on is None


def test_a_name_is_suggested_with_the_topic(nomad: Desk) -> None:
    assert nomad.recordings.name("nora", "Guard Clauses!") == "2026-11-26_nora_guard-clauses"


def test_a_recording_is_allowed_where_the_programme_has_none(ada: Desk) -> None:
    one = ada.recordings.add("ada")
    assert one.title == "call of 2026-11-26"
    assert one.readers == FOR_MENTEE
    with pytest.raises(Refusal, match="still to come"):
        ada.recordings.add("ada", day=date(2026, 11, 27))


# What else the brief remembers


def test_the_newest_personal_fact_is_remembered_for_the_mentor_alone(
    ada: Desk, clock: Clock
) -> None:
    ada.words.note("ada", "climbs\non Sundays", "interest")
    clock.advance(minutes=1)
    note = ada.words.note("ada", "her sister's wedding is in May", "personal")
    assert note.readers == ME
    assert before(ada, "ada").remember == "her sister's wedding is in May"
    ada.undo()
    assert before(ada, "ada").remember == "climbs on Sundays"


def test_a_link_that_was_shared_is_a_sign_of_life(ada: Desk, clock: Clock) -> None:
    note = ada.links.share("ada", "https://example.org/tests", "on tests", by="mail")
    assert note.body == "https://example.org/tests – on tests"
    assert note.readers == FOR_MENTEE
    assert [one.id for one in ada.links.list("ada")] == [note.id]
    touch = ada.store.row("SELECT * FROM touchpoint")
    assert touch
    assert (touch["kind"], touch["minutes"]) == ("mail", 0)
    ada.undo()
    assert ada.links.list("ada") == []
    assert ada.store.value("SELECT count(*) FROM touchpoint") == 0


# Every verb is one step


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables this is about, without the times of writing."""
    tables = (
        "study_slot", "study_week", "progress", "lab", "topic_mark", "idea_use", "review",
        "recording", "note", "action", "touchpoint", "milestone_mark", "words",
    )  # fmt: skip
    return {
        table: sorted(
            tuple(str(row[key]) for key in sorted(set(row.keys()) - STAMPS))
            for row in desk.store.rows(f"SELECT * FROM {table}")
        )
        for table in tables
    }


VERBS: dict[str, Callable[[Desk], object]] = {
    "study set": lambda desk: desk.study.set("nora", (1, 2), time(8), 30),
    "study more": lambda desk: desk.study.set("nora", (1,), time(8), 30, more=True),
    "study stop": lambda desk: desk.study.stop("nora"),
    "study week": lambda desk: desk.study.week("nora", "partly"),
    "progress": lambda desk: desk.progress.add("nora", "section 5", 60),
    "seen": lambda desk: desk.progress.seen("nora", "https://example.org"),
    "lab": lambda desk: desk.labs.add("nora", "lab 9"),
    "looked at": lambda desk: desk.labs.reviewed(desk.labs.list("nora")[0].id, "well", "more"),
    "topic mark": lambda desk: desk.topics.mark(desk.topics.list("nora")[0].note.id, 3),
    "settle": lambda desk: desk.topics.settle(desk.topics.list("nora")[0].note.id),
    "reopen": lambda desk: desk.topics.reopen(desk.topics.list("nora")[-1].note.id),
    "questions": lambda desk: desk.topics.ask("nora", "a\nb\nc"),
    "idea": lambda desk: desk.ideas.use("nora", "labs"),
    "task": lambda desk: desk.reviews.keep("nora", "task", {"done": "yes", "2": "nothing"}),
    "month": lambda desk: desk.reviews.keep("nora", "month", {"past": "good", "next": "more"}),
    "recording": lambda desk: desk.recordings.add("nora", "/calls/2.mp4"),
    "told": lambda desk: desk.recordings.told(desk.recordings.list("nora")[0].id),
    "shared": lambda desk: desk.recordings.shared(desk.recordings.list("nora")[0].id),
    "part": lambda desk: desk.recordings.moment(desk.recordings.list("nora")[0].id, "1:00 tests"),
    "link": lambda desk: desk.links.share("nora", "https://example.org", "on tests"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_taken_back_whole(nomad: Desk, clock: Clock, verb: str) -> None:
    nomad.study.set("nora", (0, 3), time(19), 90)
    nomad.study.week("nora", "kept", 60)
    nomad.progress.add("nora", "section 4", 45, well="loops")
    nomad.labs.add("nora", "lab 8")
    for text in ("decorators", "scope"):
        nomad.words.note("nora", text, "stuck")
    nomad.topics.settle(nomad.topics.list("nora")[0].note.id)
    nomad.promises.do("nora", "study", owner="mentee", task=True)
    nomad.recordings.add("nora", "/calls/1.mp4")
    clock.advance(days=30)
    before_it = everything(nomad)
    VERBS[verb](nomad)
    assert everything(nomad) != before_it
    nomad.undo()
    assert everything(nomad) == before_it
