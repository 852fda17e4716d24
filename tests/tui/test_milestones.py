"""Stories on the Milestones tab: dates, surveys, certificates, the slide, feedback."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests import builders
from tests.builders import THURSDAY
from tests.driver import Robot

from mentordesk.domain.errors import Refusal, StoreTrouble
from mentordesk.tui.widgets.autosaved_area import AutosavedArea
from mentordesk.tui.widgets.rows import Rows

WEEKS = timedelta(weeks=1)
BARE = """
slug = "bare"
title = "Bare"
version = "1"
cadence = { minutes = 60, reserve = 10 }

[agendas.weekly]
title = "Weekly"
when = "default"
items = [{ title = "Talk" }]
"""
"""A playbook with nothing in it but a call."""
SIZES = [(80, 24), (120, 40)]


def crew(robot: Robot) -> None:
    """A Carpentries group of two in its eighth week, with three calls and some words behind it."""
    desk, clock = robot.desk, robot.clock
    now = clock.now
    clock.now = now - 8 * WEEKS
    desk.groups.add("Git crew", playbook="carpentries", track="lesson-maintenance")
    for name in ("Chi Ng", "Dan Oz"):
        desk.groups.join("git-crew", name)
    for n in range(3):
        session = desk.calls.start("git-crew")
        desk.groups.rolls.say(
            session.id, [("chi", "attended"), ("dan", "no-show" if n else "late")]
        )
        clock.advance(minutes=50)
        desk.calls.close(session.id)
        clock.advance(days=7)
    clock.now = now
    desk.milestones.note("git-crew", "showcase", "who holds the clicker")
    desk.feedback.add("git-crew", "slower, please", "received", changed="one topic a call")


async def at_the_milestones(robot: Robot, who: str, size: tuple[int, int] = (80, 24)) -> None:
    await robot.open(size)
    robot.app.open_mentee(robot.desk.people.find(who).address, "milestones")
    await robot.see("Milestones")
    await robot.rest()


def full(_base: str, _text: str) -> tuple[str, datetime]:
    """A disk that takes nothing."""
    raise StoreTrouble("The disk that holds desk.db is full. Make room and try again.")


def state(robot: Robot, who: str, key: str) -> tuple[str, str]:
    lines = [line for line in robot.desk.milestones.of(who) if line.key == key]
    return lines[0].state, lines[0].text


def _under_cursor(robot: Robot) -> str:
    """The row of the list that has the keys on which its cursor stands."""
    focused = robot.app.screen.focused
    row = focused.current if isinstance(focused, Rows) else None
    return "".join(text for text, _ in row.left) if row else ""


def _above_cursor(robot: Robot) -> str:
    """The heading over that row."""
    focused = robot.app.screen.focused
    assert isinstance(focused, Rows)
    above = [row for row in focused.rows[: focused.cursor] if row.heading]
    return "".join(text for text, _ in above[-1].left) if above else ""


async def go_to(robot: Robot, text: str, place: Callable[[Robot], str] = _under_cursor) -> None:
    """Move the cursor down from the first line until it is at a text."""
    await robot.press("home")
    for _ in range(40):
        if text in place(robot):
            return
        await robot.press("down")
    raise AssertionError(f"no line with “{text}”:\n{robot.screen_text()}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_group_sees_its_dates_and_what_is_missing(
    robot: Robot, size: tuple[int, int]
) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew", size)
    await robot.see("Survey at half-time", "Mentor's certificate")
    await robot.golden("milestones")


async def test_a_check_in_is_fine_with_one_key_and_has_words_with_enter(robot: Robot) -> None:
    robot.desk.people.add("Kit Lowe", playbook="astropy", started_on=THURSDAY - 5 * WEEKS)
    await at_the_milestones(robot, "kit")
    await robot.see("› ! ", "Monthly check-in")
    await robot.press("x")
    await robot.see("All fine. Done. u takes it back.")
    assert state(robot, "kit", "check-in") == ("done", "all fine")
    await robot.press("u")
    await robot.press("enter")
    await robot.see("‹ all fine ›", "Due ")
    await robot.press("tab")
    await robot.type("the issue is stale")
    await robot.press("enter")
    await robot.see("Done: Monthly check-in.")
    assert state(robot, "kit", "check-in") == ("done", "the issue is stale")


async def test_a_check_in_can_be_answered_question_by_question(robot: Robot) -> None:
    robot.desk.people.add("Kit Lowe", playbook="astropy", started_on=THURSDAY - 5 * WEEKS)
    await at_the_milestones(robot, "kit")
    await robot.press("enter", "right", "enter")
    await robot.see("Monthly check-in · 1 of 2", "anything the coordinator should look after?")
    await robot.see("No is an answer. For coordinator.")
    await robot.type("no")
    await robot.press("enter")
    await robot.see("2 of 2", "Kit Lowe: Is there anything")
    await robot.type("the role is taken")
    await robot.press("enter")
    await robot.see("Monthly check-in: answered.")
    assert state(robot, "kit", "check-in") == ("done", "answered by me, Kit Lowe")


async def test_a_date_is_left_out_with_a_reason_and_the_rest_goes_to_a_calendar(
    robot: Robot, tmp_path: Path
) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew")
    await go_to(robot, "Attendance and progress")
    await robot.press("d")
    await robot.see("Leave out: ")
    await robot.type("none this time")
    await robot.press("enter")
    await robot.see_no("! Sun 1 Nov")
    assert state(robot, "git-crew", "report") == ("skipped", "none this time")
    file = tmp_path / "dates.ics"
    await robot.press("C")
    await robot.see("git-crew-dates.ics", "dates as whole days: the programme's titles")
    await robot.press("ctrl+u")
    await robot.type(str(file))
    await robot.press("enter")
    await robot.see("Written:")
    assert b"DTSTART;VALUE=DATE" in file.read_bytes() and b"clicker" not in file.read_bytes()


async def test_questions_are_skipped_and_gone_on_with_later(robot: Robot) -> None:
    builders.ben(robot.desk)
    await at_the_milestones(robot, "ben")
    await robot.press("end")
    await robot.see("› ○ How is it going with us?")
    await robot.press("enter")
    await robot.see("1 of 2", "Ben Lund: Is it worth your time?", "‹ – ›")
    await robot.press("right", "right", "right", "right", "enter")
    await robot.see("2 of 2", "What would you like more of")
    await robot.press("enter")
    await robot.see("stored. Still asked: Ben Lund.", "1 of 2 answered")
    await robot.press("enter")
    await robot.see("1 of 1", "What would you like more of")
    await robot.type("code")
    await robot.press("enter")
    await robot.see("How is it going with us?: answered.")
    await robot.see_no("1 of 2 answered")
    assert robot.desk.surveys.show("ben", "feedback").replies[0].answers["worth"] == "4"


async def test_stopping_in_the_middle_keeps_what_was_answered(robot: Robot) -> None:
    builders.ben(robot.desk)
    await at_the_milestones(robot, "ben")
    await robot.press("end", "enter", "right", "enter", "escape")
    await robot.see("1 of 2 answered")


async def test_a_form_elsewhere_says_who_has_filled_it_in(robot: Robot) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew", (120, 40))
    await go_to(robot, "Survey at half-time")
    await robot.press("enter")
    await robot.see("https://goo.gl/forms/", "Nobody has yet.", "‹ me ›")
    await robot.press("right", "right", "enter")
    await robot.see("stored. Still asked: me, Chi Ng.", "Dan Oz: done Thu 26 Nov")
    await robot.press("enter", "left", "enter")
    await robot.see("Survey at half-time: answered.")
    assert state(robot, "git-crew", "survey-mid")[0] == "done"


async def test_the_group_names_who_goes_and_topics_to_bring(robot: Robot) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew", (120, 40))
    line = robot.desk.milestones.next("git-crew", "touch-base")
    assert line and line.due
    await go_to(robot, "Touch base at half-time")
    await robot.press("enter")
    await robot.see("Who goes", "‹ nobody yet ›", "Topics")
    await robot.press("right", "right", "tab", "right", "right", "tab")
    await robot.type("which lesson is next")
    await robot.press("enter")
    await robot.see("Kept for Touch base at half-time.", "Dan Oz: which lesson is next")
    await robot.press("enter")
    await robot.see("Kept for it: Dan Oz: which lesson is next")
    await robot.press("tab", "right", "enter")
    assert state(robot, "git-crew", "touch-base") == ("done", "Chi Ng")


async def test_naming_a_representative_is_done_by_naming_one(robot: Robot) -> None:
    crew(robot)
    session = builders.held(robot.desk, "git-crew")
    assert session.state == "held"
    await at_the_milestones(robot, "git-crew", (120, 40))
    await go_to(robot, "Name a representative")
    await robot.press("x", "tab", "right", "enter")
    await robot.see("Done: Chi Ng speaks for the group.")
    mentorship = robot.desk.people.find("git-crew").mentorship.id
    assert [one.name for one in robot.desk.groups.members(mentorship) if one.speaks] == ["Chi Ng"]


async def test_a_criterion_is_ticked_for_one_member_with_its_evidence(robot: Robot) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew", (120, 40))
    await robot.press("tab")
    await go_to(robot, "Mentee's certificate · Dan Oz", _above_cursor)
    await robot.see("1 of 2 meetings: 1 Oct")
    await robot.press("t")
    await robot.see("It is met", "Evidence")
    await robot.type("two calls by phone")
    await robot.press("enter")
    await robot.see("1 of 2 meetings: 1 Oct; ticked 26 Nov: two calls")
    await robot.press("t")
    await robot.see("Not met after all")
    await robot.press("enter")
    await robot.see_no("by phone")
    dan = next(c for c in robot.desk.certificates.of("git-crew") if c.name == "Dan Oz")
    assert dan.met == 0


async def test_an_item_of_a_checklist_is_ticked_and_unticked(robot: Robot) -> None:
    robot.desk.people.add("Pia Roth", playbook="pyladies")
    await at_the_milestones(robot, "pia")
    await robot.press("tab")
    await go_to(robot, "Both sides answered")
    await robot.press("t")
    await robot.see("✓ Both sides answered the four questions.")
    await robot.press("x")
    await robot.see("○ Both sides answered the four questions.")


async def test_feedback_is_written_down_and_what_followed(robot: Robot) -> None:
    desk = robot.desk
    found = desk.people.add("Pia Roth", playbook="pyladies")
    desk.trust.answer("pia", "feedback", "in writing, please")
    await at_the_milestones(robot, "pia", (120, 40))
    await robot.press("f")
    await robot.see("Feedback, with Pia Roth", "Pia Roth said of feedback: in writing, please")
    await robot.type("your tests read like prose")
    await robot.press("tab", "right")
    await robot.see_no("said of feedback")
    await robot.press("enter")
    await robot.see("received: your tests read like prose")
    await robot.press("tab")
    await go_to(robot, "received:")
    await robot.press("enter")
    await robot.see("Because of this feedback")
    await robot.type("more of them")
    await robot.press("enter")
    await robot.see("→", "more of them")
    assert desk.feedback.list(found.address)[0].changed == "more of them"


# --- the slide


async def test_only_a_programme_that_ends_in_a_slide_offers_one(mentor: Robot) -> None:
    await at_the_milestones(mentor, "ada")
    await mentor.see("f Feedback")
    await mentor.see_no("v Slide")
    await mentor.press("v")
    await mentor.see_no("Slide · Ada Obi")


async def test_the_slide_is_stored_while_it_is_typed_and_then_final(
    robot: Robot, tmp_path: Path
) -> None:
    crew(robot)
    await at_the_milestones(robot, "git-crew", (120, 40))
    await robot.press("v")
    await robot.see("Slide · Git crew", "not begun")
    await robot.type("# What we learnt\n- to ask")
    await robot.press("ctrl+o")
    for _ in "git-crew-slide.md":
        await robot.press("backspace")
    await robot.type(f"{tmp_path}/s.md")
    await robot.press("enter")
    await robot.see("Written:")
    assert (tmp_path / "s.md").read_text("utf-8") == "# What we learnt\n- to ask\n"
    await robot.press("escape")
    await robot.see("What we learnt", "draft · version 1")
    assert state(robot, "git-crew", "slide-draft")[0] == "done"
    await robot.press("v", "ctrl+s")
    await robot.see("The slide is final.", "final · version 2")
    await robot.press("escape")
    assert state(robot, "git-crew", "slide-final")[0] == "done"


async def test_a_slide_that_is_not_stored_is_kept_elsewhere_and_keeps_its_place(
    robot: Robot, tmp_path: Path
) -> None:
    crew(robot)
    robot.desk.recovery_folders = lambda: [str(tmp_path)]
    await robot.open()
    robot.app.open_slide("git-crew")
    await robot.see("Slide · Git crew", "not begun")
    keeper = robot.app.screen.query_one(AutosavedArea).keeper
    working, keeper._store = keeper._store, full
    await robot.type("# Precious")
    await robot.press("escape")
    await robot.see("Not stored yet, so this stays open.", "NOT STORED, trying again")
    [copy] = tmp_path.glob("mentordesk-unstored-git-crew-*-slide-*.txt")
    assert "\n# Precious\n" in copy.read_text()
    keeper._store = working
    await robot.press("escape")
    await robot.see_no("Slide · Git crew")
    assert not copy.exists()
    latest = robot.desk.slides.latest("git-crew")
    assert latest
    assert latest.body == "# Precious"


@pytest.mark.parametrize("size", SIZES)
async def test_the_slide_has_room(robot: Robot, size: tuple[int, int]) -> None:
    crew(robot)
    robot.desk.slides.draft("git-crew", "# What we learnt\n\n- to ask before we fix\n")
    await robot.open(size)
    robot.app.open_slide("git-crew")
    await robot.see("to ask before we fix")
    await robot.golden("slide")


# --- from Today, from the search, and with nothing there


async def test_today_opens_what_settles_a_date(robot: Robot) -> None:
    crew(robot)
    await robot.open((120, 40))
    await robot.see("Survey at half-time: Git crew")
    await go_to(robot, "Survey at half-time")
    await robot.press("enter")
    await robot.see("Filled in by")
    await robot.press("escape")
    await go_to(robot, "Attendance and progress")
    await robot.press("x")
    await robot.see("‹ done ›", "To the mentoring coordinator.")
    await robot.press("tab")
    await robot.type("all is well")
    await robot.press("enter")
    await robot.see("Done: Attendance and progress.")
    assert "all is well" in {line.text for line in robot.desk.milestones.of("git-crew")}


async def test_a_decision_is_laid_out_and_settles_its_date(robot: Robot) -> None:
    robot.desk.people.add("Kit Lowe", playbook="astropy", started_on=THURSDAY - 14 * WEEKS)
    await at_the_milestones(robot, "kit", (120, 40))
    await go_to(robot, "Ready for the role?")
    await robot.press("x")
    await robot.see("Graduate or continue? Kit Lowe", "‹ Continue with the mentoring ›")
    await robot.press("enter")
    await robot.see("Decided: ", "── decisions", "Graduate or continue?: ")
    assert state(robot, "kit", "decision")[0] == "done"


async def test_words_of_feedback_are_found_and_lead_here(robot: Robot) -> None:
    crew(robot)
    await robot.open()
    await robot.press("slash")
    await robot.type("slower")
    await robot.see("feedback")
    await robot.press("enter")
    await robot.see("Survey at half-time", "due")


@pytest.mark.parametrize("size", SIZES)
async def test_a_programme_without_any_of_it_says_where_it_comes_from(
    robot: Robot, size: tuple[int, int]
) -> None:
    plain = Path(robot.desk.playbooks_folder)
    plain.mkdir(parents=True, exist_ok=True)
    (plain / "bare.toml").write_text(BARE, encoding="utf-8")
    robot.desk.people.add("Ned Bare", playbook="bare")
    await at_the_milestones(robot, "ned", size)
    await robot.see("The programme has no dates of its own.", "f to write feedback down")
    await robot.golden("milestones-empty")
    await robot.press("t")
    await robot.see("Tick is for a criterion")
    await robot.press("x")
    await robot.see("That is for a date")


async def test_nothing_is_ahead_of_who_is_on_the_way_in(robot: Robot) -> None:
    robot.desk.intake.add("Eve Nakamura", playbook="codingnomads")
    await at_the_milestones(robot, "eve")
    await robot.see("Still on the way in")
    await robot.see_no("── coming", "Timesheet")
    with pytest.raises(Refusal, match="Eve Nakamura is still on the way in"):
        robot.desk.milestones.done("eve", "stand-up")
    assert robot.desk.milestones.days("eve") == []
    for _ in range(5):
        robot.desk.intake.advance("eve")
    await robot.see("── coming", "Timesheet with the invoice")
