"""What is due can be settled, put off and dismissed, and every bit of it taken back."""

from datetime import timedelta

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.coming import Attention
from mentordesk.domain.errors import Ambiguous, Refusal

TOMORROW = THURSDAY + timedelta(days=1)


def rules(desk: Desk) -> list[str]:
    return [line.rule for line in desk.attention.list()]


def the(desk: Desk, rule: str) -> Attention:
    return next(line for line in desk.attention.list() if line.rule == rule)


def test_a_snoozed_line_comes_back_on_its_day_and_no_sooner(desk: Desk, clock: Clock) -> None:
    ada(desk)
    desk.attention.snooze(the(desk, "no-date"), THURSDAY + timedelta(days=2))
    assert rules(desk) == []
    clock.advance(days=1)
    assert rules(desk) == []
    clock.advance(days=1)
    assert rules(desk) == ["no-date"]


def test_a_dismissed_line_is_gone_for_this_occasion_and_undo_brings_it_back(
    desk: Desk, clock: Clock
) -> None:
    ada(desk)
    ben(desk)
    line = the(desk, "no-date")
    assert desk.attention.dismiss(line, "on holiday") == "no next date with Ada Obi"
    assert [one.name for one in desk.attention.list()] == ["Ben Lund"]
    clock.advance(days=5)
    assert [one.name for one in desk.attention.list()] == ["Ben Lund"]
    assert "dismiss" in desk.undo()
    assert [one.name for one in desk.attention.list()] == ["Ada Obi", "Ben Lund"]
    desk.attention.dismiss(line)
    desk.words.log("ada", "chat", 5, "is back")
    assert [one.name for one in desk.attention.list()] == ["Ada Obi", "Ben Lund"]


def test_a_second_word_on_a_line_replaces_the_first(desk: Desk, clock: Clock) -> None:
    ada(desk)
    line = the(desk, "no-date")
    desk.attention.dismiss(line, "later")
    desk.attention.snooze(line, TOMORROW)
    clock.advance(days=1)
    assert rules(desk) == ["no-date"]


def test_only_days_to_come_put_a_line_off(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match="still to come"):
        desk.attention.snooze(the(desk, "no-date"), THURSDAY)
    assert rules(desk) == ["no-date"] and desk.last_undo() == "add Ada Obi"


def test_a_line_is_found_by_the_beginning_of_its_id(desk: Desk) -> None:
    ada(desk)
    ben(desk)
    line = the(desk, "no-date")
    assert desk.attention.find(line.id[:5].upper()) == line
    for typed in ("zz", ""):
        with pytest.raises(Refusal, match="attention list"):
            desk.attention.find(typed)
    desk.promises.do("ada", "one", due=THURSDAY)
    for n in range(40):
        desk.promises.do("ada", f"promise {n}", due=THURSDAY)
    letter = max("0123456789abcdef", key=[x.id[0] for x in desk.attention.list()].count)
    with pytest.raises(Ambiguous, match="Give more"):
        desk.attention.find(letter)


def test_a_check_in_with_nothing_to_say_says_that_all_is_fine(desk: Desk, clock: Clock) -> None:
    kim = desk.people.add("Kim Vale", playbook="astropy")
    clock.advance(days=30)
    assert the(desk, "check-in").ref == "check-in"
    desk.milestones.done("kim", "check-in")
    assert "check-in" not in rules(desk)
    lines = [line for line in desk.milestones.of("kim") if line.key == "check-in"]
    assert [(line.state, line.text) for line in lines] == [("done", "all fine"), ("coming", "")]
    readers = "SELECT readers FROM milestone_mark WHERE mentorship_id = ?"
    said = desk.playbooks.of(kim.mentorship.id).readers.get("check_in")
    assert desk.store.value(readers, kim.mentorship.id) == " ".join(said or ["coordinator"])
    desk.undo()
    assert "check-in" in rules(desk)


def test_skipping_is_silence_too_and_the_next_time_speaks_again(desk: Desk, clock: Clock) -> None:
    desk.people.add("Kim Vale", playbook="astropy")
    clock.advance(days=30)
    desk.milestones.skip("kim", "check-in", "nobody was there")
    assert "check-in" not in rules(desk)
    clock.advance(days=31)
    assert "check-in" in rules(desk)


def test_done_ahead_of_its_day_is_done(desk: Desk, clock: Clock) -> None:
    desk.people.add("Kim Vale", playbook="astropy")
    desk.milestones.done("kim", "check-in", "early")
    clock.advance(days=35)
    assert "check-in" not in rules(desk)
    clock.advance(days=30)
    assert "check-in" in rules(desk)


def test_what_comes_once_is_settled_once(desk: Desk) -> None:
    ada_at_six(desk)
    desk.milestones.done("ada", "three-months")
    with pytest.raises(Refusal, match="settled already"):
        desk.milestones.done("ada", "three-months")


def test_a_milestone_that_is_not_there_is_refused_with_those_that_are(desk: Desk) -> None:
    ada_at_six(desk)
    with pytest.raises(Refusal, match=r"has no milestone “party”\. It has: review, relationship"):
        desk.milestones.done("ada", "party")


def test_one_stand_up_settles_it_for_everybody(desk: Desk, clock: Clock) -> None:
    for name in ("Kim", "Lea"):
        desk.people.add(name, playbook="codingnomads")
    clock.advance(days=1)
    standups = [line for line in desk.attention.list() if line.rule == "stand-up"]
    assert [line.says.partition(",")[0] for line in standups] == ["Friday stand-up: CodingNomads"]
    desk.milestones.done(standups[0].address, standups[0].ref)
    assert "stand-up" not in rules(desk)


def test_a_group_goes_by_its_outline_and_its_steps_bring_what_belongs_to_them(
    desk: Desk, clock: Clock
) -> None:
    desk.people.add("Kim Vale", playbook="carpentries")
    slot(desk, "kim")
    with pytest.raises(Refusal, match=r"has no outline “knitting”\. It has: lesson-maintenance"):
        desk.milestones.follow("kim", "knitting")
    assert desk.milestones.follow("kim", "teaching-workshops")
    steps = desk.playbooks.find("carpentries").tracks[1].steps
    for step in steps[:3]:
        assert desk.pages.brief("kim").agenda[0].title == step.items[0].title
        assert "touch-base" not in rules(desk)
        session = desk.calls.start("kim")
        for point in desk.calls.agenda("kim"):
            desk.calls.mark_point(point.id, "done")
        desk.calls.close(session.id)
        clock.advance(days=7)
    assert any(line.ref == "representative" for line in desk.attention.list())
    assert desk.milestones.follow("kim", "") == "no outline"
    assert not any(line.ref == "representative" for line in desk.attention.list())


def test_the_last_meeting_of_a_slot_has_its_own_agenda(desk: Desk, clock: Clock) -> None:
    own = desk.playbooks.copy("one-to-one")
    text = own.read_text("utf-8")
    text += '\n[agendas.farewell]\ntitle = "Farewell"\nwhen = "last"\n'
    text += '[[agendas.farewell.items]]\ntitle = "What stays"\n'
    own.write_text(text, "utf-8")
    ben(desk)
    slot(desk, "ben", count=2)
    assert "What stays" not in [point.title for point in desk.calls.agenda("ben")]
    held(desk, "ben")
    clock.advance(days=1)
    assert "What stays" in [point.title for point in desk.calls.agenda("ben")]
