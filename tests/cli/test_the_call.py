"""The call from the shell: its clock, agenda, notes, wrap-up and what comes of them."""

import json

import pytest
from tests.cli.shell import Shell

from mentordesk.cli.door import Door


@pytest.fixture
def call(ada: Shell) -> Shell:
    """Ada's first call, ten minutes in: Tuesday 18:10, a slot that ends at 19:00."""
    ada.at("2026-11-24 18:00 Europe/Berlin")
    ada("session start ada")
    ada.at("2026-11-24 18:10 Europe/Berlin")
    return ada


def test_the_clock_is_told_after_every_change(call: Shell) -> None:
    said = call.out("session extend 15")
    assert said.startswith("Extended by 15 min. Ada Obi · 1:05:00 left · work · wrap-up 19:05")
    assert said.endswith("ends 19:15, hard stop\n")
    assert "paused" in call.out("session pause")
    assert "The call is paused already." in call.refused("session pause ada")
    call.at("2026-11-24 18:20 Europe/Berlin")
    assert "55:00 left · work" in call.out("session resume")
    assert call.out("session late ada") == "Ada Obi came late; noted.\n"
    call.at("2026-11-24 19:16 Europe/Berlin")
    assert "Ada Obi · over by 01:00 · over" in call.out("session agenda")


def test_a_length_of_ones_own(ada: Shell) -> None:
    assert "ends 18:25" in ada.out("session start ada --minutes 30m")
    assert "is no length" in ada.refused("session extend ada soon")


def test_the_agenda_is_worked_on_by_its_positions(call: Shell) -> None:
    call("session agenda --add 'Her CV' --minutes 10")
    call("session agenda --tick 1 --tick 2 --park 3 --drop 4")
    call("session agenda --open 2")
    states = [point["state"] for point in json.loads(call.out("session agenda --json"))]
    assert states == ["done", "open", "parked", "dropped", "open", "open", "open", "open"]
    call("session close")
    titles = [point["title"] for point in json.loads(call.out("session agenda ada --json"))]
    assert titles[:4] == [
        "Time and boundaries",
        "Our standing time",
        "Targets: 30, 60, 90 days",
        "First task",
    ]
    assert "Her CV" in titles
    assert "Gaps we know of" not in titles


def test_what_is_added_before_the_call_is_there_when_it_starts(ada: Shell) -> None:
    ada("session agenda ada --add 'Her CV'")
    assert "Her CV" in ada.out("session agenda ada")
    assert "Her CV" in ada.out("session start ada")


def test_a_line_becomes_a_thing_once_and_goes_with_its_line(call: Shell) -> None:
    assert call.out("session note ada '[ ] send the link'") == "Stored 18:10:00: action\n"
    assert call.out("session note ada 'and then we talked'") == "Stored 18:10:00\n"
    notes = call.out("session note ada").replace("the link", "the links")
    call("session note ada --set -", stdin=notes)
    assert [p["text"] for p in json.loads(call.out("promises --json"))] == ["send the links"]
    call("session note ada --set 'nothing promised'")
    assert json.loads(call.out("promises --json")) == []
    assert call.out("session note ada") == "nothing promised\n"


def test_closing_questions_are_answered_by_key_or_its_beginning(call: Shell) -> None:
    call("session answer ada foc finish lab 8")
    call("session answer ada before -", stdin="@me send the slides by thu\n@ada ask Grace\n")
    call("session answer ada next skip")
    assert "✓ focus" in call.out("session answer")
    assert "· watch" in call.out("session answer ada")
    said = call.out("session close")
    assert "Next: Tue 8 Dec 18:00, not confirmed: mentordesk slot confirm ada 2026-12-08" in said
    assert "skipped" in call.out("slot preview ada")
    due = {p["text"]: p["due"] for p in json.loads(call.out("promises --json"))}
    assert due == {
        "send the slides": "2026-11-26",
        "ask Grace": None,
        "finish lab 8": "2026-12-08",
    }


def test_the_next_date_is_moved_at_the_end(call: Shell) -> None:
    said = call.out("session close ada --next 'wed 2 dec 19:00'")
    assert "Next: Wed 2 Dec 19:00, confirmed" in said
    assert "Closed: call 1 with Ada Obi, 10 min." in said


def test_a_wrong_close_is_taken_back(call: Shell) -> None:
    call("session answer ada focus finish lab 8")
    call("session close --next confirm")
    assert call.out("undo") == "Taken back: close the call with Ada Obi\n"
    assert "50:00 left · work" in call.out("session agenda")
    assert "Nothing is promised." in call.out("promises")


def test_nobody_came(call: Shell) -> None:
    said = call.out("session no-show")
    assert said == (
        "Ada Obi did not come; the call of Tue 24 Nov 18:00 is closed. A follow-up is noted."
        " Take it back with: mentordesk undo\n"
    )
    assert "Follow up with Ada Obi about the missed call" in call.out("promises")
    assert "No call is running." in call.refused("session close")


def test_a_call_without_a_slot(shell: Shell) -> None:
    shell("mentee add Ben Lund")
    shell("session start ben")
    assert "has no next date to confirm. Set one with" in shell.refused(
        "session close --next confirm"
    )
    assert "ben has no" not in shell.out("session close")
    assert "nothing is planned. Set a slot with: mentordesk slot set ben" in shell.out("brief ben")


def test_a_date_that_is_answered_without_a_slot_is_not_lost(shell: Shell) -> None:
    shell("mentee add Ben Lund")
    shell("session start ben")
    answered = shell.out("session answer next 'fri 10:00'")
    assert "The next call: Fri 27 Nov 2026 10:00 (in 3 days), when this one is closed." in answered
    assert "Next: Fri 27 Nov 10:00, this once, confirmed" in shell.out("session close")
    assert "Next: Fri 27 Nov 10:00" in shell.out("brief ben")
    assert "Next call: Friday 27 Nov 2026 10:00" in shell.out("session recap ben")


def test_the_next_date_may_be_given_at_the_end_without_a_slot(shell: Shell) -> None:
    shell("mentee add Ben Lund")
    shell("session start ben")
    assert "Next: Fri 27 Nov 10:00, this once" in shell.out("session close --next 'fri 10:00'")


def test_a_next_date_that_cannot_be_read_is_a_promise(shell: Shell) -> None:
    shell("mentee add Ben Lund")
    shell("session start ben")
    assert "! That is no date I can read" in shell.out("session answer next 'after the exam'")
    said = shell.out("session close")
    assert "! No next date is fixed. You promised: Fix the next date: after the exam." in said
    assert "Fix the next date: after the exam" in shell.out("promises")


def test_a_day_nobody_can_read_is_said(call: Shell) -> None:
    said = call.out("session note ada '[ ] @ada push it by blursday'")
    assert "! No day can be read in “by blursday”; it has none." in said
    assert "No day" not in call.out("session note ada '[ ] @ada push it by fri'")
    assert "No day" not in call.out("session note ada 'push it by blursday'")
    said = call.out("session answer ada before '@ada push it by blursday'")
    assert "! No day can be read in “by blursday”; it has none." in said


def test_a_task_list_is_text_and_no_option(call: Shell) -> None:
    assert call.out("session note ada '- [ ] push lab 7 by fri'") == "Stored 18:10:00: action\n"
    call("session answer ada before '- [ ] @ada ask Grace'")
    call("do ada '- read chapter 4'")
    call("note ada '- likes examples' --kind win")
    assert call.out("session note ada") == "- [ ] push lab 7 by fri\n"
    assert "ask Grace" in call.out("session answer")
    assert "me: - one thing" in call.out("do ada '- one thing' --due fri")


def test_who_may_be_left_out_while_the_call_runs(call: Shell) -> None:
    assert call.out("session note '+ hi'") == "Stored 18:10:00 with Ada Obi: win\n"
    assert call.out("session note - ", stdin="and then we talked") == (
        "Stored 18:10:00 with Ada Obi\n"
    )
    assert call.out("session note") == "+ hi\nand then we talked\n"
    assert "→ task" in call.out("session answer foc 'read ch. 4'")
    assert "✓ focus" in call.out("session answer")
    assert "There is no text." in call.refused("session answer focus")
    assert "Did you mean ada?" in call.refused("session note adda hello")
    call("session close")
    assert "Nobody answers to “+ hi”." in call.refused("session note '+ hi'")
    assert "No call is running." in call.refused("session note")


def test_who_is_meant_before_a_question_of_the_same_letters(call: Shell) -> None:
    call("mentee edit ada --handle focus")
    assert "· focus" in call.out("session answer focus")
    assert "→ task" in call.out("session answer focus focus read")


def test_the_recap_without_who_is_the_running_calls_or_the_last_one_held(call: Shell) -> None:
    call("session note '> we read lab 7'")
    assert "we read lab 7" in call.out("session recap")
    call("session close")
    assert "we read lab 7" in call.out("session recap")
    call("mentee add Ben Lund")
    call("session start ben")
    assert "we read lab 7" not in call.out("session recap")


def test_there_is_no_recap_before_the_first_call(ada: Shell) -> None:
    assert "There was no call yet, so there is no recap." in ada.refused("session recap")


def test_a_recap_names_people_as_typed_and_tells_what_is_kept_from_what_comes(call: Shell) -> None:
    call("mentee edit ada --tz Etc/UTC")
    call("session note -", stdin="[ ] @Grace find a desk\n[x] @ada push lab 7\n[ ] @me write")
    leaves = call.out("session recap")
    assert "## Kept\n- Ada: push lab 7\n" in leaves
    assert "## What comes next\n- Grace: find a desk\n- Your mentor: write\n" in leaves
    assert "Tuesday 1 Dec 2026 17:00 (UTC) = " in leaves
    assert "find a desk" in call.out("promises --owner grace")


def test_a_promise_by_a_day_that_has_passed_says_that_it_has_none(call: Shell) -> None:
    said = call.out("session note ada '[ ] send the link by yesterday'").splitlines()
    assert said == [
        "Stored 18:10:00: action",
        "“by yesterday” has passed, so that promise has no day. Write: by fri",
    ]
    assert call.out("session note ada '[ ] read it by 20 nov 2026.'").count("“by 20 nov 2026”") == 1
    for line in ("[ ] call by fri", "[ ] learn by heart", "went by yesterday"):
        assert "has passed" not in call.run(["session", "note", "ada", line]).stdout


def test_what_was_pasted_on_screen_is_taken_from_the_shell(call: Shell) -> None:
    door = Door(clock=lambda: call.now, new_id=call.new_id)
    desk, block = door.write(), ["[ ] read", "! a grant"]
    desk.calls.keep_notes(desk.calls.of("ada").id, "", "\n".join(block), block)
    door.close()
    assert json.loads(call.out("session note ada --json"))["suggested"] == [
        {"line": 0, "kind": "action"},
        {"line": 1, "kind": "opportunity"},
    ]
    assert json.loads(call.out("promises --json")) == []
    said = call.out("session take")
    assert said == "2 lines are things now. Take it back with: mentordesk undo\n"
    assert [p["text"] for p in json.loads(call.out("promises --json"))] == ["read"]
    assert "No pasted line waits to be taken" in call.refused("session take ada")


def test_who_came_is_noted_once(call: Shell) -> None:
    assert call.out("session here") == "Ada Obi is here; noted.\n"
    assert "noted already how Ada Obi came" in call.refused("session here ada")
    call("session late")
    call("session close")
    call("session start ada")
    assert call.out("session late ada") == "Ada Obi came late; noted.\n"


def test_a_call_left_open_overnight_is_closed_when_it_was_over(call: Shell) -> None:
    call.at("2026-11-24 19:40 Europe/Berlin")
    assert call.out("status") == "Ada Obi over by 40 min\n"
    call.at("2026-11-25 08:30 Europe/Berlin")
    assert "was never closed: mentordesk session close --at WHEN" in call.out("status")
    assert "was never closed" in call.out("today")
    assert "cannot have ended then" in call.refused("session close --at '24 nov 17:30'")
    said = call.out("session close ada --at 19:25")
    assert said.startswith("Closed: call 1 with Ada Obi, 1 h 25 min.\n")
    assert "are counted" not in said


def test_an_item_gets_a_few_minutes_more(call: Shell) -> None:
    before = [point["minutes"] for point in json.loads(call.out("session agenda --json"))]
    call("session agenda --more 2 --more 2")
    after = [point["minutes"] for point in json.loads(call.out("session agenda --json"))]
    assert after == [before[0], before[1] + 6, *before[2:]]
    assert "There is no item 40" in call.refused("session agenda --more 40")
