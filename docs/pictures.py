"""Draws the README's pictures from the demo desk: `make pictures`.

The demo is filled around one fixed evening, so that a picture changes only when a screen does.
"""

import asyncio
import re
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from mentordesk.desk import Desk, open_desk
from mentordesk.desk.demo import fill
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp

HERE = Path(__file__).parent / "pictures"
EVENING = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
NOTES = """generators click now, wrote two herself

[ ] @ada push lab 7 by fri
[ ] intro to Grace by 1 dec
! grant for the conference, closes 12 dec
? when is a dataclass the right thing
+ first pull request merged
> we went through generators and lab 7
"""


class Scene:
    """The demo desk on that evening, with a clock that a picture may move."""

    def __init__(self, folder: str) -> None:
        self.now = EVENING
        numbers = count(1)
        self.settings = Settings(zone="Europe/Berlin", name="Mara Lind")
        self.desk: Desk = open_desk(
            paths({"MENTORDESK_HOME": folder}),
            self.settings,
            clock=lambda: self.now,
            new_id=lambda: f"{next(numbers):08x}-0000-4000-8000-000000000000",
        )
        fill(self.desk)

    async def draw(self, name: str, size: tuple[int, int], *keys: str) -> None:
        """Press keys from Today on and keep what the screen shows."""
        app = MentorApp(self.desk, self.settings)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await _at_rest(pilot)
            picture = app.export_screenshot(title="mentordesk")
        stable = re.sub(r"terminal-\d+", f"terminal-{name}", picture)
        # Outside a browser, blanks that begin a piece of text are dropped unless one says so.
        stable = stable.replace("<text ", '<text xml:space="preserve" ')
        (HERE / f"{name}.svg").write_text(stable, "utf-8")


async def _at_rest(pilot: Pilot[str]) -> None:
    await pilot.wait_for_scheduled_animations()
    await pilot.pause()


async def main() -> None:
    """Draw them all."""
    HERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        scene = Scene(folder)
        await scene.draw("today", (100, 30))
        await scene.draw("brief", (120, 40), "enter")
        await scene.draw("plan", (100, 30), "enter", "right", "right")
        await scene.draw("milestones", (120, 40), "2", "down", "down", "down", "enter", "left")
        await scene.draw("playbooks", (120, 40), "6", "down", "enter")
        session = scene.desk.calls.start("ada")
        for point in scene.desk.calls.agenda("ada")[:2]:
            scene.desk.calls.mark_point(point.id, "done")
        scene.now = EVENING.replace(hour=17, minute=27, second=42)
        scene.desk.calls.save_notes(session.id, NOTES)
        await scene.draw("call", (100, 30), "c")
        await scene.draw("wrap-up", (100, 30), "c", "ctrl+g", "w")
        scene.desk.close()


if __name__ == "__main__":
    asyncio.run(main())
