"""`make hours`: a call that is typed into for eight hours of the fake clock, and what it gains."""

import asyncio
import gc
import os
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import ZONE, Clock
from tests.driver import Robot

from mentordesk.desk import open_desk
from mentordesk.paths import paths
from mentordesk.settings import Settings

HOUR = 3600
EVERY = 10  # seconds between two keys
LINE = "[ ] @ada push lab 7 by fri\n> what we did\nand some plain words about it\n"
LONGEST = 4000  # letters after which the notes begin anew, so that only a leak grows


async def sit(robot: Robot, seconds: int, begun: int = 0) -> None:
    """Let the call's clock tick so often; type a letter every so many seconds."""
    for second in range(begun, begun + seconds):
        robot.clock.advance(seconds=1)
        robot.app.beat()
        await robot.pilot.pause(0)
        if second % EVERY == 0:
            await robot.type(LINE[second // EVERY % len(LINE)])
        if second % (EVERY * LONGEST) == EVERY * LONGEST - 1:
            await robot.press("ctrl+a", "backspace")
        if second % 600 == 599:
            await robot.press("tab", "tab")


def resident() -> int:
    """KiB of memory this process has now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def objects() -> Counter[str]:
    """How many objects of each type there are."""
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects())


async def main(hours: int) -> int:
    """Print what each hour has gained; 1 when the last half gained more than a MiB an hour."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MENTORDESK_HOME": folder, "TZ": ZONE}
        clock = Clock()
        clock.now = datetime(2026, 11, 26, 17, tzinfo=UTC)
        desk = open_desk(paths(), Settings(zone=ZONE), clock=clock)
        desk.people.add("Ada Obi")
        session = desk.calls.start("ada", minutes=120)
        robot = await Robot(desk, clock).open(call="ada")
        gained = [resident()]
        before = objects()
        for hour in range(hours):
            desk.calls.extend(session.id, 60)
            await sit(robot, HOUR, hour * HOUR)
            gained.append(resident())
            sys.stdout.write(
                f"hour {hour + 1}: {gained[-1]} KiB, {gained[-1] - gained[-2]:+} KiB\n"
            )
            sys.stdout.flush()
        grown = (objects() - before).most_common(6)
        sys.stdout.write(f"objects more: {', '.join(f'{n} {name}' for name, n in grown)}\n")
        await robot.leave()
        desk.close()
    half = hours // 2
    return int((gained[-1] - gained[half]) > 1024 * max(1, hours - half))


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)))
