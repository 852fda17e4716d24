"""Stories on the first screen."""

from tests.driver import Robot


async def test_somebody_without_a_slot_is_what_is_due(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi", playbook="wealljs", zone="Africa/Lagos")
    await robot.open()
    await robot.see("Today · Thu 26 Nov", "no next date with Ada Obi", "w Slot")
