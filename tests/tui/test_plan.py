"""Stories on the Plan tab: goals in sets, the action plan, gaps and promises, a part at a time."""

from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.tui.planned import planned

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def planner(robot: Robot, clock: Clock) -> Robot:
    """A robot at a desk with plans on it."""
    planned(robot.desk, clock)
    return robot


async def at(
    planner: Robot, who: str, part: str = "goals", size: tuple[int, int] = (80, 24)
) -> None:
    """Open somebody's plan at one of its parts."""
    await planner.open(size)
    planner.app.open_mentee(who, f"plan/{part}")
    await planner.see(f"▸ {part}")


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_set_stands_in_columns(planner: Robot, size: tuple[int, int]) -> None:
    await at(planner, "ada", size=size)
    await planner.see("30 days", "60 days", "90 days", "set 2 of 2 · since Sat 21 Nov · 4 open")
    await planner.golden("plan")


async def test_an_earlier_set_is_looked_at_with_its_outcomes(planner: Robot) -> None:
    await at(planner, "ada")
    await planner.press("b")
    await planner.see("set 1 of 2", "✓ run the tests by", "→ read one module", "carried over")
    await planner.see("outcome  on her own machine, too")
    await planner.see_no("a talk given")
    await planner.press("b")
    await planner.see("set 2 of 2", "a talk given")


@pytest.mark.parametrize("size", SIZES)
async def test_a_role_shows_how_much_of_it_is_met(planner: Robot, size: tuple[int, int]) -> None:
    await at(planner, "eve", size=size)
    await planner.press("tab", "tab")
    await planner.see("it asks for · 1 of 3 met", "on track", "career")
    await planner.golden("plan-role")


async def test_something_a_role_asks_for_is_met_and_taken_back(planner: Robot) -> None:
    await at(planner, "eve")
    await planner.press("tab", "tab", "tab", "down")
    await planner.see("› ○ a release cut by herself")
    await planner.press("x")
    await planner.see("› ✓ a release cut by herself", "2 of 3 met")
    await planner.press("x")
    await planner.see("› ○ a release cut by herself", "1 of 3 met")


async def test_the_next_targets_are_set_and_the_open_ones_carried_over(
    planner: Robot, clock: Clock
) -> None:
    clock.advance(days=30)
    await at(planner, "ada")
    await planner.press("t")
    await planner.see("The next targets, with Ada Obi", "Still open: ", "‹ stay open ›")
    await planner.type("a second pull request")
    await planner.press("tab", "tab", "tab", "right")
    await planner.see("‹ are carried over ›")
    await planner.press("enter")
    await planner.see("set 3 of 3", "a second pull", "a talk draft")
    states = {goal.text: goal.state for goal in planner.desk.goals.sets("ada")[1].goals}
    assert set(states.values()) == {"carried"}


async def test_a_mark_shows_how_a_goal_stands(planner: Robot) -> None:
    await at(planner, "ada")
    await planner.press("m")
    await planner.see("How it stands: first pull request merged", "‹ on track ›")
    await planner.press("right")
    await planner.see("‹ behind ›")
    await planner.press("tab")
    await planner.type("the tests are slow")
    await planner.press("enter")
    await planner.see("by Mon 21 Dec", "Thu 26 Nov · behind · the tests are slow")
    await planner.press("m", "left")
    await planner.see(
        "‹ carried over into the next set ›", "It ends here, and goes on in the next set."
    )
    await planner.press("enter")
    await planner.see("Carried over into set 3. u takes it back.", "set 3 of 3", "1 open")
    await planner.press("u")
    await planner.see("set 2 of 2", "4 open")
    await planner.press("m", "left", "left", "tab")
    await planner.see("‹ not met ›", "That is no verdict.")
    await planner.type("the tests stayed slow")
    await planner.press("enter")
    await planner.see("– first pull request", "not met", "outcome  the tests stayed slow")
    await planner.press("m", "left", "enter")
    await planner.see("is unmet. Only an open target is", "‹ carried over into")


async def test_a_goal_is_met_and_aimed_for_again_by_the_same_key(planner: Robot) -> None:
    await at(planner, "ada")
    await planner.press("x")
    await planner.see("✓ first pull request", "1 met · 3 open")
    await planner.press("x")
    await planner.see("○ first pull request", "4 open")


async def test_a_goal_is_added_and_reworded(planner: Robot) -> None:
    await at(planner, "ada")
    await planner.press("a")
    await planner.see("A goal, with Ada Obi", "‹ 30 days ›")
    await planner.type("an honest CV")
    await planner.press("tab", "right", "tab")
    await planner.type("two jobs asked about")
    await planner.press("enter")
    await planner.see("○ an honest CV")
    await planner.press("tab", "end")
    await planner.see("measure  two jobs asked about")
    await planner.press("r")
    await planner.see("A goal of Ada Obi's", "‹ 60 days ›", "two jobs asked about")
    await planner.type("an honest and short CV")
    await planner.press("enter")
    await planner.see("an honest and")


async def test_smart_words_are_asked_for_and_never_needed(planner: Robot) -> None:
    await at(planner, "ada")
    await planner.see_no("SMART")
    await planner.press("y")
    await planner.see("SMART: first pull request merged", "Not said yet: specific, measurable")
    await planner.type("one line of code counts")
    await planner.press("enter")
    await planner.see("not said yet: measurable, achievable, relevant, timely")


@pytest.mark.parametrize("size", SIZES)
async def test_the_action_plan_is_a_list_or_a_table(planner: Robot, size: tuple[int, int]) -> None:
    await at(planner, "eve", "plan", size)
    await planner.see("3 rows to begin: 1 more", "no measure yet", "review alone")
    await planner.golden("plan-rows")


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_opens_to_all_its_cells_and_its_past(
    planner: Robot, size: tuple[int, int]
) -> None:
    await at(planner, "eve", "plan", size)
    await planner.press("enter")
    await planner.see("Barriers", "measure: three reviews that were merged")
    await planner.golden("plan-row")
    await planner.press("enter")
    await planner.see_no("measure: three reviews that were merged")


async def test_a_row_is_written_with_the_days_that_were_understood(planner: Robot) -> None:
    await at(planner, "eve", "plan")
    await planner.press("a")
    await planner.see("A row of the plan, with Eve Stone", "A measure in numbers tells")
    await planner.type("a talk at the meeting")
    await planner.press(*["tab"] * 6)
    await planner.type("1 dec, 20 jan")
    await planner.see("By Tue 1 Dec 2026 (in 5 days) and Wed 20 Jan 2027")
    await planner.press("enter")
    await planner.see("3 ○ a talk at the meeting", "by Tue 1 Dec")
    await planner.see_no("3 rows to begin")


async def test_a_reworded_row_keeps_what_was_not_touched(planner: Robot) -> None:
    row = planner.desk.plans.page("eve").rows[0]
    planner.desk.plans.edit(row.id, mentee="two a week\nthe second alone")
    await at(planner, "eve", "plan")
    await planner.press("r")
    await planner.see("two a week / the second alone", "2026-12-18, 2027-01-22")
    await planner.press("enter")
    await planner.see_no("A row of the plan")
    again = planner.desk.plans.row(row.id)
    assert (again.mentee, again.dues) == ("two a week\nthe second alone", row.dues)
    assert len(planner.desk.plans.history(row.id)) == 2


async def test_a_row_is_moved_done_and_dropped(planner: Robot) -> None:
    await at(planner, "eve", "plan")
    await planner.press("shift+up")
    await planner.see("It is the first of these rows already.")
    await planner.press("shift+down")
    await planner.see("›  2 ○ review alone", "1 ○ know the units")
    await planner.press("J")
    await planner.see("It is the last of these rows already.")
    await planner.press("u")
    await planner.see("›  1 ○ review alone", "Taken back: order of the plan")
    await planner.press("down", "K")
    await planner.see("›  1 ○ know the units")
    await planner.press("shift+down", "home")
    await planner.press("x")
    await planner.see("1 ✓ review alone", "done Thu 26 Nov")
    await planner.press("home", "d")
    await planner.see("2 × know the units")


async def test_the_plan_is_seen_as_its_reader_gets_it_and_written(
    planner: Robot, tmp_path: Path
) -> None:
    await at(planner, "eve", "plan")
    await planner.press("W", "right")
    await planner.see("No row of Eve Stone's plan is for the coordinator.", "with: r")
    await planner.press("escape", "r", "shift+tab", "right")
    await planner.see("‹ the mentee and the coordinator, too ›", "! ")
    await planner.press("enter")
    await planner.press("W")
    await planner.see("‹ the mentee ›", "eve-plan.md", "| review alone |", "| know the units")
    await planner.press("right")
    await planner.see("‹ the coordinator ›", "! ", "| review alone |")
    await planner.see_no("| know the units")
    await planner.press("tab", "tab", "ctrl+u")
    await planner.see("Give a path, or leave with escape.")
    await planner.type(f"{tmp_path}/plan.csv")
    await planner.press("enter")
    await planner.see_no("The plan as a table")
    written = (tmp_path / "plan.csv").read_text("utf-8")
    assert "review alone" in written
    assert "know the units" not in written
    await planner.press("W", "tab", "tab", "ctrl+u")
    await planner.type(f"{tmp_path}/plan.csv")
    await planner.press("enter")
    await planner.see("Enter once more replaces the file that is there")
    await planner.press("enter")
    await planner.see_no("The plan as a table")
    assert "know the units" in (tmp_path / "plan.csv").read_text("utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_gaps_stand_by_kind(planner: Robot, size: tuple[int, int]) -> None:
    await at(planner, "eve", "gaps", size)
    await planner.see("skill", "behaviour", "row 1", "loses the thread")
    await planner.golden("plan-gaps")


async def test_a_gap_is_noted_and_closed(planner: Robot) -> None:
    await at(planner, "eve", "gaps")
    await planner.press("a")
    await planner.see("A gap, with Eve Stone", "‹ skill ›")
    await planner.type("the release tools")
    await planner.press("tab", "right", "enter")
    await planner.see("knowledge", "○ the release tools", "gaps 3")
    await planner.press("x")
    await planner.see("✓ reads diffs", "closed Thu 26 Nov", "gaps 2")


async def test_the_parts_turn_by_one_key_and_by_the_mouse(planner: Robot) -> None:
    await at(planner, "eve")
    for part in ("plan", "gaps", "promises", "goals"):
        await planner.press("v")
        await planner.see(f"▸ {part}")
    await planner.click("gaps 2")
    await planner.see("▸ gaps", "reads diffs")


async def test_promises_are_a_part_of_their_own(planner: Robot) -> None:
    await at(planner, "eve", "promises")
    await planner.see("› ○ me       ask Tom for a pull request", "due 2 days ago")
    await planner.press("x")
    await planner.see("promises 0", "Nothing yet. p Promise")


async def test_a_tall_terminal_has_the_promises_under_the_goals(planner: Robot) -> None:
    await at(planner, "eve", size=(120, 40))
    await planner.see("ask Tom for a pull request")


async def test_an_empty_plan_says_which_key_begins_it(robot: Robot) -> None:
    robot.desk.people.add("Dee")
    await robot.open()
    robot.app.open_mentee("dee", "plan")
    await robot.see("Nothing is aimed for yet. g Goal · t New set")
    await robot.press("x")
    await robot.see("Done needs a goal under the cursor.")
    await robot.press("v")
    await robot.see("The plan has no row yet. a Add")
    await robot.press("r")
    await robot.see("Reword needs a row under the cursor.")
    await robot.press("v")
    await robot.see("Nothing is noted as missing. a Add")
    await robot.press("v")
    await robot.see("Nothing yet. p Promise")
    await robot.press("x")
    await robot.see("Done needs a promise under the cursor.")


async def test_keys_for_a_goal_need_one(planner: Robot) -> None:
    await at(planner, "eve", "gaps")
    for key, word in (("m", "Mark"), ("y", "SMART"), ("h", "Asks for")):
        await planner.press(key)
        await planner.see(f"{word} needs a goal under the cursor.")
    await planner.press("K")
    await planner.see("A place in the plan needs a row under the cursor.")


async def test_what_is_found_is_shown_in_its_part(planner: Robot) -> None:
    await planner.open()
    await planner.press("/")
    await planner.type("exams")
    await planner.see("exams in December")
    await planner.press("enter")
    await planner.see("▸ plan", "review alone")
