"""Stories of forms: what is typed replaces what was proposed, and is not thrown away by one key."""

from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot


async def test_typing_replaces_what_a_field_opened_with(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("l")
    await mentor.type("pytest fixtures")
    await mentor.press("tab", "tab")
    await mentor.type("5")
    await mentor.see("5 min of")
    await mentor.press("enter")
    await mentor.see("Logged. u takes it back.")


async def test_what_was_typed_by_hand_is_not_replaced_by_coming_back_to_it(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("n")
    await mentor.type("she likes")
    await mentor.press("tab", "shift+tab")
    await mentor.type(" tea")
    await mentor.see("she likes tea")


async def test_words_are_thrown_away_by_a_second_key_only(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("n")
    await mentor.type("she likes tea")
    await mentor.press("escape")
    await mentor.see("The same key again throws away what you typed.", "she likes tea")
    await mentor.type("!")
    await mentor.press("escape")
    await mentor.see("The same key again", "she likes tea!")
    await mentor.press("escape")
    await mentor.see_no("she likes tea")


async def test_a_form_with_nothing_typed_is_left_at_once(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("l", "escape")
    await mentor.see_no("Log support")


async def test_a_note_says_that_it_is_stored(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("n")
    await mentor.type("she likes tea")
    await mentor.press("enter")
    await mentor.see("Noted. u takes it back.")


async def test_typing_on_a_choice_changes_nothing(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("enter", "right", "right", "p")
    await mentor.see("A promise, with Ada Obi", "A promise of yours")
    await mentor.press("tab")
    await mentor.type("a word or two")
    await mentor.see("A promise of yours", "‹ me ›")
    await mentor.press("right")
    await mentor.see("A promise of ada", "‹ ada ›")


async def test_a_question_offers_its_answers_and_nothing_else(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.press("ctrl+g", "m")
    await mentor.see("y Yes", "n No")
    await mentor.see_no("Next field", "Save")
    await mentor.press("escape")
    await mentor.see_no("Started by mistake")


# --- a call that is not due


async def test_a_call_that_is_due_begins_at_once(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("s")
    await mentor.see("1:12:00 left")


async def test_a_call_long_before_its_day_is_asked_about(mentor: Robot, clock: Clock) -> None:
    clock.advance(minutes=24 * 60)
    await mentor.open(start="people")
    await mentor.press("s")
    await mentor.see("The next call with Ada Obi is Thu 3 Dec 18:00 (in 6 days).")
    await mentor.press("n")
    assert mentor.desk.pages.running() is None
    await mentor.press("s", "y")
    await mentor.see("1:00:00 left")


async def test_a_call_without_a_date_is_asked_about(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("down", "down", "s")
    await mentor.see("The next call with Dee is not fixed.")


# --- the invite


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files without a folder go."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_an_earlier_invite_is_replaced_and_that_is_said(mentor: Robot, folder: Path) -> None:
    await mentor.open()
    await mentor.press("e", "enter")
    await mentor.see("Written:")
    await mentor.press("e")
    await mentor.see("Replaces the file that is there.")
    await mentor.press("enter")
    await mentor.see("Replaced:")


async def test_another_file_is_not_replaced_by_one_key(mentor: Robot, folder: Path) -> None:
    (folder / "ada.ics").write_text("dear diary")
    await mentor.open()
    await mentor.press("e", "enter")
    await mentor.see("Enter once more replaces")
    assert (folder / "ada.ics").read_text() == "dear diary"
    await mentor.press("enter")
    await mentor.see("Replaced:")
    # a home that is nobody's
    await mentor.press("e")
    await mentor.type("~nobody-here/ada.ics")
    await mentor.press("enter")
    await mentor.see("There is no home folder such as in “~nobody-here/ada.ics”.")


async def test_a_call_begins_with_an_agenda_of_ones_choice(mentor: Robot) -> None:
    mentor.desk.people.add("Pia Falk", playbook="pyladies")
    await mentor.open()
    mentor.app.open_mentee("pia/pyladies")
    await mentor.press("S")
    await mentor.see("‹ Lean coffee ›", "60 min: Collecting topics")
    await mentor.press("right")
    await mentor.see("‹ Office hour ›")
    await mentor.press("left", "enter")
    await mentor.see("Collecting topics")
    running = mentor.desk.calls.running()
    assert running is not None
    assert running.agenda == "lean-coffee"
    await mentor.press("ctrl+g", "q", "2", "S")
    await mentor.see("The call with Pia Falk runs: c goes there.")


async def test_the_agenda_whose_turn_it_is_can_be_taken_all_the_same(mentor: Robot) -> None:
    mentor.desk.people.add("Pia Falk", playbook="pyladies")
    await mentor.open()
    mentor.app.open_mentee("pia/pyladies")
    await mentor.press("S", "left")
    await mentor.see("‹ the one whose turn it is ›", "As the key s starts it.")
    await mentor.press("enter")
    await mentor.see_no("the one whose turn it is")
    running = mentor.desk.calls.running()
    assert running is not None
    assert running.agenda == "first"


async def test_a_programme_without_such_agendas_says_so(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("home", "S")
    await mentor.see("This programme has no agenda to choose: s starts the call.")


async def test_an_item_of_ones_own_is_as_long_as_a_topic(mentor: Robot) -> None:
    mentor.desk.people.add("Pia Falk", playbook="pyladies")
    await mentor.open()
    mentor.app.open_mentee("pia/pyladies")
    await mentor.press("a")
    await mentor.see("5 min, before the wrap-up.")
    await mentor.press("escape")
    mentor.desk.calls.start("pia", agenda="lean-coffee")
    await mentor.press("a")
    await mentor.see("3 min, before the wrap-up.")
