"""A call that goes on for long gains nothing; `make hours` measures eight of them."""

import gc
from collections import Counter

from tests.conftest import Clock
from tests.driver import Robot

TICKS = 200
LITTLE = 50
"""Objects of one kind that may be more after a while: a cache that fills, a step back for undo."""


def objects() -> Counter[str]:
    """How many objects of each type there are now."""
    gc.collect()
    return Counter(f"{type(one).__module__}.{type(one).__name__}" for one in gc.get_objects())


async def tick(robot: Robot, times: int) -> None:
    """Let the call's clock tick so often; time is told anew and words are stored now and then."""
    for second in range(times):
        robot.clock.advance(seconds=1)
        robot.app.beat()
        if second % 40 == 0:
            await robot.type("x")
            await robot.press("tab", "tab")
    await robot.rest()


async def test_a_call_gains_nothing_while_it_goes_on(mentor: Robot, clock: Clock) -> None:
    clock.advance(minutes=12)
    await mentor.open(call="ada")
    await tick(mentor, TICKS)
    before = objects()
    await tick(mentor, TICKS)
    grown = {name: more for name, more in (objects() - before).items() if more > LITTLE}
    assert not grown
