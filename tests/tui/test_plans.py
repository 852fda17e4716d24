"""Stories about Plans: what is promised, aimed for and planned, across everybody."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.tui.planned import planned

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def planner(robot: Robot, clock: Clock) -> Robot:
    """A robot at a desk with plans on it, and promises on all sides."""
    desk = planned(robot.desk, clock).promises
    desk.do("ada", "push lab 7", "ada", due=clock.now.date())
    desk.do("ada", "a desk at the meetup", "network")
    desk.do("eve", "write to the list")
    return robot


async def turned(planner: Robot, part: str, size: tuple[int, int] = (80, 24)) -> None:
    """Open Plans and turn to a part."""
    await planner.open(size)
    await planner.press("3")
    await planner.see("Plans · 2 promised by me, 1 late · 2 by others")
    for _ in range(("this week", "promised", "targets", "no measure").index(part)):
        await planner.press("v")
    await planner.see(f"▸ {part}")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_due_this_week(planner: Robot, size: tuple[int, int]) -> None:
    await turned(planner, "this week", size)
    await planner.see("its day has passed", "due 2 days ago", "until Sunday", "due today")
    await planner.golden("plans-week")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_promised_mine_first(planner: Robot, size: tuple[int, int]) -> None:
    await turned(planner, "promised", size)
    text = planner.screen_text()
    assert text.index("─ by me ") < text.index("─ by mentees ") < text.index("─ by others ")
    await planner.golden("plans-promised")


@pytest.mark.parametrize("size", SIZES)
async def test_targets_stand_by_person_and_horizon(planner: Robot, size: tuple[int, int]) -> None:
    await turned(planner, "targets", size)
    text = planner.screen_text()
    assert text.index("Ada Obi") < text.index("30 d") < text.index("90 d") < text.index("Eve Stone")
    assert text.index("Eve Stone") < text.index("short") < text.index("role")
    await planner.see("on track")
    await planner.golden("plans-targets")


@pytest.mark.parametrize("size", SIZES)
async def test_rows_without_a_measure_are_named(planner: Robot, size: tuple[int, int]) -> None:
    await turned(planner, "no measure", size)
    await planner.see("know the units module")
    await planner.see_no("review alone")
    await planner.golden("plans-measure")


async def test_promises_are_narrowed_to_one_side(planner: Robot) -> None:
    await turned(planner, "promised")
    await planner.press("f")
    await planner.see("only mine", "ask Tom", "promised 2")
    await planner.see_no("push lab 7", "a desk at the meetup")
    await planner.press("f")
    await planner.see("only of mentees", "push lab 7")
    await planner.see_no("ask Tom")
    await planner.press("f")
    await planner.see("only of others", "a desk at the meetup")
    await planner.press("f")
    await planner.see("ask Tom", "push lab 7", "a desk at the meetup")


async def test_things_are_settled_where_they_stand(planner: Robot) -> None:
    await turned(planner, "this week")
    await planner.press("x")
    await planner.see("Done. u takes it back.", "this week 1")
    await planner.press("u")
    await planner.see("ask Tom", "this week 2")
    await planner.press("v", "v", "x")
    await planner.see("targets 5")
    await planner.press("v", "d")
    await planner.see("Every row of every plan has a measure.")
    assert planner.desk.plans.page("eve").rows[1].state == "dropped"
    await planner.press("x")
    await planner.see("That needs a promise, a target or a row under the cursor.")


@pytest.mark.parametrize(
    ("part", "then"),
    [("this week", "▸ promises"), ("targets", "▸ goals"), ("no measure", "▸ plan")],
)
async def test_enter_goes_to_where_it_stands(planner: Robot, part: str, then: str) -> None:
    await turned(planner, part)
    await planner.press("enter")
    await planner.see(then)
    await planner.press("escape")
    await planner.see(f"▸ {part}")


async def test_a_late_target_is_said_calmly(planner: Robot, clock: Clock) -> None:
    clock.advance(days=60)
    await planner.open(start="plans")
    await planner.see("first pull request m", "was for Mon 21 Dec 2026")


async def test_empty_plans_say_what_goes_here(robot: Robot) -> None:
    robot.desk.people.add("Dee")
    await robot.open(start="plans")
    await robot.see("Nothing is due this week.")
    for said in ("Nothing is promised.", "Nothing is aimed for.", "Every row of every plan has"):
        await robot.press("v")
        await robot.see(said)


async def test_the_parts_answer_to_the_mouse(planner: Robot) -> None:
    await turned(planner, "this week")
    await planner.click("targets 6")
    await planner.see("▸ targets", "maintainer of a sub-package")


async def test_a_part_is_read_from_its_beginning(planner: Robot) -> None:
    await turned(planner, "this week")
    await planner.press("down", "down", "v", "v")
    first = next(line for line in planner.screen_text().split("\n") if "○" in line)
    assert first.startswith("›")


async def test_enter_puts_the_cursor_on_the_thing_itself(planner: Robot) -> None:
    await turned(planner, "targets", (120, 40))
    await planner.press("down", "down", "down")
    await planner.see("› ○ 90 d")
    await planner.press("enter")
    await planner.see("▸ goals", "90 days")
    focused = planner.app.focused
    assert focused is not None
    assert focused.id == "goals-2"
