"""What tests on screens may ask for beside a desk: a practice on it."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.tui.practice import practice

from mentordesk.desk import Desk


@pytest.fixture
def mentor(robot: Robot, desk: Desk, clock: Clock) -> Robot:
    """A robot at a desk with a small practice; `await mentor.open()` starts it."""
    practice(desk, clock)
    return robot
