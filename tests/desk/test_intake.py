"""Stories about the way in: stages, background, fit, and how many there are already."""

from datetime import date, timedelta

import pytest
from tests.builders import THURSDAY, ada, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def nomad(desk: Desk, name: str = "Eve Nakamura", **words: str) -> str:
    """Somebody the team of CodingNomads asks about."""
    return desk.intake.add(name, playbook="codingnomads", **words).mentee.handle


def test_who_is_asked_about_stands_at_the_first_stage(desk: Desk) -> None:
    nomad(desk, referrer="Martin", link="https://example.org/17", email="eve@example.org")
    (line,) = desk.intake.list()
    assert (line.n, line.of, line.stage) == (1, 6, "Asked to take a student")
    assert (line.next, line.by, line.since) == ("Accepted", "mentor", THURSDAY)
    page = desk.intake.show("eve")
    assert (page.referrer, page.link) == ("Martin", "https://example.org/17")
    assert [stage.reached_on for stage in page.stages] == [THURSDAY, *[None] * 5]


def test_the_last_stage_begins_the_mentorship_and_its_term(desk: Desk, clock: Clock) -> None:
    nomad(desk)
    for _ in range(5):
        clock.advance(days=1)
        made = desk.intake.advance("eve")
    assert made.mentorship.status == "active"
    assert made.mentorship.started_on == date(2026, 12, 1)
    assert desk.intake.list() == []
    days = [step.day.day for step in desk.intake.show("eve").steps]
    assert days == [26, 27, 28, 29, 30, 1]
    assert [m.title for m in desk.pages.timeline("eve")].count("active") == 1


def test_undo_returns_to_the_stage_before(desk: Desk) -> None:
    nomad(desk)
    desk.intake.advance("eve", "slot")
    assert desk.people.find("eve").mentorship.status == "active"
    desk.undo()
    assert desk.people.find("eve").mentorship.status == "intake"
    assert desk.intake.list()[0].n == 1
    desk.undo()
    assert desk.pages.people() == []


def test_a_stage_may_be_skipped_or_gone_back_to_with_a_word(desk: Desk) -> None:
    nomad(desk)
    desk.intake.advance("eve", "invited", "by mail")
    assert desk.intake.list()[0].n == 4
    desk.intake.advance("eve", "Background read")
    assert desk.intake.list()[0].n == 3
    stages = desk.intake.show("eve").stages
    assert (stages[3].text, stages[1].reached_on) == ("by mail", None)
    with pytest.raises(Refusal, match="There are: asked, accepted, background, invited"):
        desk.intake.advance("eve", "hired")


def test_a_programme_without_stages_begins_at_once(desk: Desk) -> None:
    made = desk.intake.add("Ben Lund")
    assert made.mentorship.status == "active"
    with pytest.raises(Refusal, match="Ben Lund is active: the way in is behind you both"):
        desk.intake.advance("ben")


def test_nothing_falls_due_before_it_has_begun(desk: Desk, clock: Clock) -> None:
    nomad(desk)
    clock.advance(days=60)
    assert desk.pages.today().due == []
    desk.promises.do("eve", "send the course plan", due=THURSDAY)
    assert [line.rule for line in desk.pages.today().due] == ["promise"]


def test_the_orientation_call_is_held_on_the_way_in(desk: Desk, clock: Clock) -> None:
    nomad(desk)
    slot(desk, "eve", 18, count=1, place="https://meet.example.org/eve")
    assert [call.name for call in desk.pages.today().calls] == ["Eve Nakamura"]
    session = desk.calls.start("eve")
    assert session.agenda == "orientation"
    clock.advance(minutes=45)
    desk.calls.close(session.id)
    desk.intake.advance("eve", "orientation")
    assert desk.people.find("eve").mentorship.status == "intake"


def test_background_waits_until_it_was_read(desk: Desk, clock: Clock) -> None:
    nomad(desk)
    assert not desk.intake.list()[0].unread
    desk.words.note("eve", "ten years in a kitchen", "background")
    assert desk.intake.list()[0].unread
    desk.intake.read("eve")
    assert not desk.intake.list()[0].unread
    clock.advance(days=1)
    desk.words.note("eve", "and two in a hospital", "background")
    page = desk.intake.show("eve")
    assert page.line.unread
    assert [note.body for note in page.background] == [
        "and two in a hospital", "ten years in a kitchen",
    ]  # fmt: skip


def test_what_does_not_come_about_is_kept_and_can_be_taken_up_again(desk: Desk) -> None:
    nomad(desk)
    desk.intake.advance("eve")
    desk.intake.decline("eve", "no time before spring")
    assert desk.intake.list() == []
    assert desk.people.find("eve").mentorship.status == "declined"
    assert desk.intake.show("eve").steps[-1].text == "no time before spring"
    with pytest.raises(Refusal, match="Eve Nakamura is declined, not on the way in"):
        desk.intake.decline("eve")
    desk.intake.advance("eve")
    assert desk.intake.list()[0].stage == "Background read"


def test_the_seven_criteria_and_the_consent_of_both_sides(desk: Desk) -> None:
    ada(desk)
    assert [line.key for line in desk.intake.fit("ada")] == [
        "requirements", "common", "style", "doors", "distance", "cap", "personality",
        "agreed-mentor", "agreed-mentee",
    ]  # fmt: skip
    said = desk.intake.match("ada", "common", "yes", "both came from music")
    assert said == (
        "Nothing speaks against it. 8 of 9 still open. Not asked yet: the mentor and the mentee."
        " You decide."
    )
    desk.intake.match("ada", "common", "unsure")
    said = desk.intake.match("ada", "cap", "no")
    assert said.startswith("Against it: cap. 7 of 9 still open.")
    lines = {line.key: line.verdict for line in desk.intake.fit("ada")}
    assert (lines["common"], lines["cap"], lines["doors"]) == ("unsure", "no", "")
    assert desk.people.find("ada").mentorship.status == "active"


def test_other_criteria_and_answers_are_refused(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match="There are: requirements, common, style"):
        desk.intake.match("ada", "height", "yes")
    with pytest.raises(Refusal, match=r"“maybe” is no answer. Use yes, no, unsure"):
        desk.intake.match("ada", "cap", "maybe")


def test_a_third_under_a_programme_of_two_is_said_and_not_refused(desk: Desk) -> None:
    ada(desk)
    second = desk.people.add("Bea", playbook="wealljs")
    assert desk.intake.warning(second.address) == ""
    assert desk.intake.load("wealljs").counted() == "2 of 2"
    third = desk.people.add("Cleo", playbook="wealljs")
    warned = "That makes 3 under WeAllJS, which says 2 at most."
    assert desk.intake.warning(third.address) == warned
    desk.people.pause("ada")
    assert desk.intake.load("wealljs").counted() == "2 of 2"


def test_who_waits_on_the_way_in_is_no_load_yet(desk: Desk) -> None:
    ada(desk)
    desk.intake.add("Bea", playbook="wealljs")
    assert desk.intake.load("wealljs").active == 1
    assert desk.intake.warning("bea") == ""


def test_above_ten_the_programme_wants_to_be_asked_and_below_three_it_hopes_for_more(
    desk: Desk,
) -> None:
    for n in range(11):
        handle = desk.people.add(f"Student{n}", playbook="codingnomads").address
        if n == 0:
            assert desk.intake.load("codingnomads").counted() == "1 of at least 3"
            assert "at least 3" in desk.intake.load("codingnomads").hint()
        if n == 9:
            assert desk.intake.warning(handle) == ""
    assert "above 10 it wants to be asked first" in desk.intake.warning(handle)


def test_the_slot_of_an_orientation_is_not_the_term(desk: Desk, clock: Clock) -> None:
    nomad(desk)
    slot(desk, "eve", count=2)
    assert desk.pages.brief("eve").ends_on is None
    for _ in range(5):
        clock.advance(minutes=5)
        desk.intake.advance("eve")
    weeks = desk.playbooks.of(desk.people.find("eve").mentorship.id).weeks
    planned = THURSDAY + timedelta(weeks=weeks) if weeks else None
    assert desk.pages.brief("eve").ends_on == planned
    assert not [line for line in desk.pages.today().due if "end" in line.rule]
    clock.advance(minutes=5)
    slot(desk, "eve", count=3)
    assert desk.pages.brief("eve").ends_on == date(2026, 12, 10)


def test_one_meeting_is_a_date_and_no_term(desk: Desk) -> None:
    ada(desk)
    before = desk.pages.brief("ada")
    slot(desk, "ada", count=1)
    page = desk.pages.brief("ada")
    assert (page.ends_on, page.total) == (before.ends_on, 0)
    assert page.next is not None
    assert page.next.total == 0
    assert not [line for line in desk.pages.today().due if "end" in line.rule]
    (person,) = desk.pages.people()
    assert person.total == 0
