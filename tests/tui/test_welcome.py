"""The first start, and screens that have nothing on them yet."""

from pathlib import Path

import pytest
from tests.driver import Robot

NOTES = """\
# Ada Obi
Email: ada@example.org

## Calls
### 2026-11-12
We talked about generators.

# Ben Lund
Likes small examples.
"""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_empty_desk_has_three_doors(robot: Robot, size: tuple[int, int]) -> None:
    await robot.open(size)
    await robot.see("Add my first mentee", "Look around a demo desk", "Import my notes")
    await robot.golden("welcome")


async def test_the_first_mentee_and_the_first_slot(robot: Robot) -> None:
    await robot.open()
    await robot.see("Welcome to mentordesk")
    await robot.press("enter")
    await robot.type("Ada Obi")
    await robot.press("enter")
    await robot.see("Ada Obi · One to one", "No slot yet.")
    await robot.press("w")
    await robot.type("thu 18:00")
    await robot.press("enter")
    await robot.see("every Thursday 18:00, 45 min", "Thu 26 Nov")
    await robot.press("1")
    await robot.see("18:00  Ada Obi", "next: ada in 12 min")


async def test_leaving_the_welcome_shows_an_empty_today(robot: Robot) -> None:
    await robot.open()
    await robot.press("escape")
    await robot.see("No call today, and none is fixed.", "Nothing is due.")
    await robot.press("2")
    await robot.see("Nobody here yet. Press a to add your first mentee")


async def test_the_demo_door_leaves_for_a_throw_away_desk(robot: Robot) -> None:
    await robot.open()
    await robot.press("d")
    assert robot.app.return_value == "demo"


async def test_notes_are_tried_before_they_are_taken_in(robot: Robot, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    await robot.open()
    await robot.press("i")
    await robot.type(str(tmp_path / "nots.md"))
    await robot.see("Import a notes file")
    for _ in "s.md":
        await robot.press("backspace")
    await robot.type("es.md")
    await robot.see("2 people: Ada Obi, Ben Lund.")
    assert robot.desk.pages.people() == []
    await robot.press("enter")
    await robot.see("2 active · 2 in all", "Ada Obi", "Ben Lund")


async def test_a_desk_with_people_is_not_welcomed(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi")
    await robot.open()
    await robot.see("Today · Thu 26 Nov")
    await robot.see_no("Welcome")
