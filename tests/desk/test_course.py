"""Stories of how it goes on: terms, decisions with their evidence, and every way it can end."""

from datetime import date, timedelta

import pytest
from tests.builders import THURSDAY, held, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


@pytest.fixture
def kim(desk: Desk, clock: Clock) -> str:
    """Kim, who has been on the way to a role for three months, with a call every other Thursday."""
    clock.advance(days=-92)
    desk.people.add("Kim Vale", playbook="astropy")
    slot(desk, "kim", starts_on=desk.today())
    desk.goals.add("kim", "review pull requests", "role", measure="ten reviews")
    held(desk, "kim")
    desk.words.note("kim", "first review went well", "win")
    clock.advance(days=92)
    return "kim"


def said(desk: Desk, rule: str) -> list[str]:
    return [line.says for line in desk.attention.list() if line.rule == rule]


# --- deciding


def test_a_decision_is_laid_out_with_its_evidence(desk: Desk, kim: str) -> None:
    offer = desk.course.offer(kim)
    assert (offer.decision.key, offer.due) == ("graduate", date(2026, 11, 26))
    text = {part.title: list(part.lines) for part in offer.evidence}
    assert text["Meetings"] == ["1 held, 0 missed"]
    assert text["Goals"] == ["open: review pull requests (ten reviews)"]
    assert text["Went well"] == ["first review went well"]


def test_to_continue_settles_the_date_and_the_next_one_stays(
    desk: Desk, clock: Clock, kim: str
) -> None:
    assert len(said(desk, "decision")) == 1
    taken = desk.course.decide(kim, "continue", text="one more round")
    assert (taken.verdict, taken.text) == ("continue", "one more round")
    assert "1 held, 0 missed" in taken.evidence
    assert said(desk, "decision") == []
    assert desk.people.find(kim).mentorship.status == "active"
    clock.advance(days=92)
    assert len(said(desk, "decision")) == 1
    assert desk.course.offer(kim).since == THURSDAY
    assert [line for part in desk.course.offer(kim).evidence for line in part.lines][-1] == (
        "Thu 26 Nov 2026: Continue with the mentoring"
    )


def test_to_graduate_ends_it_and_undo_takes_all_of_it_back(desk: Desk, kim: str) -> None:
    desk.course.decide(kim, "graduate")
    assert desk.people.find(kim).mentorship.status == "graduated"
    assert said(desk, "decision") == []
    with pytest.raises(Refusal, match="is graduated, so there is nothing to decide"):
        desk.course.decide(kim, "continue")
    desk.undo()
    assert desk.people.find(kim).mentorship.status == "active"
    assert desk.course.decisions(kim) == []
    assert len(said(desk, "decision")) == 1


def test_one_taken_early_leaves_the_next_date_alone(desk: Desk, clock: Clock, kim: str) -> None:
    clock.advance(days=-30)
    desk.course.decide(kim, "continue")
    clock.advance(days=30)
    assert len(said(desk, "decision")) == 1


@pytest.mark.parametrize(
    ("playbook", "key", "choice", "sentence"),
    [
        ("codingnomads", "", "x", "CodingNomads asks for no decision. End it with: mentordesk"),
        ("astropy", "stop", "x", "Astropy has no decision “stop”. It has: graduate."),
        ("astropy", "", "yes", "“yes” is no choice here. Choose one of: graduate, continue."),
    ],
)
def test_what_the_playbook_does_not_know_is_refused(
    desk: Desk, playbook: str, key: str, choice: str, sentence: str
) -> None:
    desk.people.add("Ben Lund", playbook=playbook)
    with pytest.raises(Refusal) as refusal:
        desk.course.decide("ben", choice, key)
    assert refusal.value.sentence.startswith(sentence)
    assert desk.course.decisions("ben") == []


def test_a_choice_that_ends_it_early_asks_whose_wish_it_is(desk: Desk) -> None:
    copy = desk.playbooks.copy("wealljs")
    text = copy.read_text("utf-8").replace('verdict = "complete"', 'verdict = "exit"')
    copy.write_text(text, "utf-8")
    desk.people.add("Lou", playbook="wealljs")
    with pytest.raises(Refusal, match="“End it here” ends it early"):
        desk.course.decide("lou", "end")
    assert desk.course.decisions("lou") == []
    desk.course.decide("lou", "end", side="mentee", reason="no time")
    parting = desk.course.page("lou").parting
    assert parting
    assert (parting.side, parting.reason) == ("mentee", "no time")
    assert desk.people.find("lou").mentorship.status == "exited"
    desk.undo()
    assert desk.people.find("lou").mentorship.status == "active"
    assert desk.course.page("lou").parting is None


# --- the term


def test_a_term_is_the_playbooks_until_another_is_set(desk: Desk) -> None:
    desk.people.add("Ada Obi", playbook="pyladies")
    count = desk.course.countdown("ada")
    assert count and (count.week, count.weeks, count.days) == (1, 13, 91)
    count = desk.course.set_term("ada", longer=2)
    assert count and (count.weeks, count.days) == (15, 105)
    count = desk.course.set_term("ada", weeks=4, reason="exam")
    assert count and count.weeks == 4
    assert desk.pages.brief("ada").ends_on == THURSDAY + timedelta(weeks=4)
    assert desk.course.set_term("ada", is_open=True) is None
    ends = [one.ends_on for one in desk.course.page("ada").terms]
    assert ends == [THURSDAY + timedelta(weeks=15), THURSDAY + timedelta(weeks=4), None]


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({}, "Say one of"),
        ({"weeks": 3, "is_open": True}, "Say one of"),
        ({"until": THURSDAY - timedelta(1)}, "It began on Thu 26 Nov."),
        ({"weeks": 521}, "A term has 1 to 520 weeks."),
        ({"longer": 520}, "is too far away"),
    ],
)
def test_an_end_that_makes_no_sense_is_refused(
    desk: Desk, wish: dict[str, object], sentence: str
) -> None:
    desk.people.add("Ada Obi", playbook="pyladies")
    with pytest.raises(Refusal, match=sentence):
        desk.course.set_term("ada", **wish)  # type: ignore[arg-type]


def test_the_stop_point_comes_again_at_an_end_that_was_set_anew(desk: Desk, clock: Clock) -> None:
    desk.people.add("Ada Obi", playbook="pyladies")
    clock.advance(days=91)
    assert len(said(desk, "stop-point")) == 1
    desk.course.decide("ada", "continue")
    desk.course.set_term("ada", longer=4)
    assert said(desk, "stop-point") == []
    clock.advance(days=28)
    assert len(said(desk, "stop-point")) == 1
    desk.course.set_term("ada", is_open=True)
    assert said(desk, "stop-point") == []


# --- endings


def test_an_end_ends_the_slot_and_keeps_everything(desk: Desk, kim: str) -> None:
    desk.course.complete(kim, "the goals are met")
    assert desk.pages.slot(kim, 9).meetings == []
    assert [one.status for one in desk.course.history(kim)] == ["active", "completed"]
    assert desk.course.history(kim)[-1].reason == "the goals are met"
    assert desk.pages.people("completed")[0].name == "Kim Vale"
    assert any("first review" in one.body for one in desk.pages.timeline(kim))
    desk.people.resume(kim)
    assert [one.status for one in desk.course.history(kim)] == ["active", "completed", "active"]


def test_an_end_may_be_told_afterwards_but_not_ahead(desk: Desk, kim: str) -> None:
    with pytest.raises(Refusal, match="Fri 27 Nov is still to come"):
        desk.course.graduate(kim, day=THURSDAY + timedelta(1))
    desk.course.graduate(kim, day=THURSDAY - timedelta(9))
    assert desk.course.history(kim)[-1].day == THURSDAY - timedelta(9)
    with pytest.raises(Refusal, match="is graduated already"):
        desk.course.complete(kim)


def test_somebody_without_a_slot_can_end_too(desk: Desk) -> None:
    desk.people.add("Dee")
    desk.people.pause("dee")
    assert desk.course.complete("dee").mentorship.status == "completed"


@pytest.mark.parametrize("side", ["mentor", "mentee", "programme"])
def test_an_early_end_stays_on_today_until_the_programme_knows(
    desk: Desk, clock: Clock, kim: str, side: str
) -> None:
    desk.course.exit(kim, side, "the rel")
    clock.advance(days=2)
    assert said(desk, "tell") == ["tell the coordinator: it ended early with Kim Vale, 2 days ago"]
    parting = desk.course.page(kim).parting
    assert parting and parting.reason == "the relationship broke down"
    desk.course.told(kim)
    assert said(desk, "tell") == []
    with pytest.raises(Refusal, match="Nobody is waiting to hear"):
        desk.course.told(kim)


def test_where_nobody_has_to_be_told_nothing_is_due(desk: Desk) -> None:
    desk.people.add("Dee")
    desk.course.exit("dee", "mentee", "moves away")
    assert desk.attention.list() == []


def test_an_early_end_that_was_told_at_once_is_quiet(desk: Desk, kim: str) -> None:
    desk.course.exit(kim, "mentee", told=True)
    assert said(desk, "tell") == []


def test_who_does_not_say_whose_wish_it_is_is_asked(desk: Desk, kim: str) -> None:
    with pytest.raises(Refusal, match="“nobody” cannot end it"):
        desk.course.exit(kim, "nobody")


def test_close_out_answers_are_for_whom_the_playbook_says(desk: Desk, kim: str) -> None:
    desk.course.answer_close_out(kim, {"who": "both"})
    desk.course.answer_close_out(kim, {"who": "she did", "what-happened": "no time"})
    answers = {one.key: one.answer for one in desk.course.close_out(kim)}
    assert answers == {"what-happened": "no time", "who": "she did"}
    rows = desk.store.rows("SELECT readers FROM close_out")
    assert [row["readers"] for row in rows] == ["coordinator", "coordinator"]
    with pytest.raises(Refusal, match="Astropy does not ask “why” at the end"):
        desk.course.answer_close_out(kim, {"why": "x"})


def test_a_nomination_waits_for_what_becomes_of_it(desk: Desk, kim: str) -> None:
    made = desk.course.nominate(kim, "maintainer", "the board", "https://example.org/1")
    assert (made.state, made.recipient) == ("open", "the board")
    desk.course.nomination_became(made.id[:6], "accepted")
    assert desk.course.nominations(kim)[0].state == "accepted"
    with pytest.raises(Refusal, match="“open” is no outcome"):
        desk.course.nomination_became(made.id, "open")


def test_keeping_in_touch_is_due_after_the_playbooks_weeks_and_a_log_silences_it(
    desk: Desk, clock: Clock, kim: str
) -> None:
    desk.course.graduate(kim)
    clock.advance(days=90)
    assert said(desk, "keep-in-touch") == []
    clock.advance(days=1)
    assert len(said(desk, "keep-in-touch")) == 1
    desk.words.log(kim, "mail", 5, "a card")
    assert said(desk, "keep-in-touch") == []


def test_a_promise_is_owed_after_the_end_as_well(desk: Desk, clock: Clock, kim: str) -> None:
    desk.promises.do(kim, "send the link", due=THURSDAY + timedelta(1))
    desk.course.graduate(kim)
    clock.advance(days=1)
    assert said(desk, "promise") == ["my promise to Kim Vale: send the link, due today"]


def test_the_timeline_tells_of_it(desk: Desk, clock: Clock, kim: str) -> None:
    desk.course.decide(kim, "continue", text="one more round")
    for verb in (
        lambda: desk.course.set_term(kim, weeks=30, reason="the exam"),
        lambda: desk.course.nominate(kim, "maintainer"),
        lambda: desk.course.exit(kim, "mentee", "time", text="a new job"),
        lambda: desk.course.answer_close_out(kim, {"who": "she did"}),
    ):
        clock.advance(minutes=1)
        verb()
    told = [(one.kind, one.title, one.body.split("\n")[0]) for one in desk.pages.timeline(kim, 6)]
    assert told == [
        ("close-out", "who", "she did"),
        ("parting", "by the mentee", "a new job"),
        ("status", "exited", "time"),
        ("nomination", "open", "maintainer"),
        ("term", "until 2027-03-24", "the exam"),
        ("decision", "continue", "one more round"),
    ]
    assert "## Meetings" in desk.pages.timeline(kim, 6)[-1].body


# --- the archive


def test_who_is_archived_is_off_the_lists_and_nothing_else(desk: Desk, kim: str) -> None:
    desk.course.archive(kim)
    assert desk.pages.people()[0].archived
    assert desk.attention.list() == []
    assert desk.pages.brief(kim).mentorship.status == "active"
    with pytest.raises(Refusal, match="is in the archive already"):
        desk.course.archive(kim)
    desk.course.restore(kim)
    assert not desk.pages.people()[0].archived
    with pytest.raises(Refusal, match="is not in the archive"):
        desk.course.restore(kim)


def test_the_archive_is_left_in_peace_but_what_is_owed_stays(
    desk: Desk, clock: Clock, kim: str
) -> None:
    desk.course.exit(kim, "mentee")
    desk.people.add("Dee")
    desk.course.complete("dee")
    desk.course.archive(kim)
    desk.course.archive("dee")
    clock.advance(days=200)
    assert [line.rule for line in desk.attention.list()] == ["tell"]


def test_a_new_slot_does_not_bring_anybody_back(desk: Desk, kim: str) -> None:
    desk.course.graduate(kim)
    with pytest.raises(Refusal, match="so there are no more meetings"):
        slot(desk, kim, 10)
    assert desk.pages.next(9) == []
