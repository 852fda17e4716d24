"""How somebody gets on: the progress log, labs, ideas, recordings, what to remember."""

from datetime import date
from pathlib import Path

import pytest
from tests import builders
from tests.conftest import Clock
from tests.desk.learners import before

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import FOR_MENTEE, ME


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
