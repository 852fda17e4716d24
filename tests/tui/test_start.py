"""What the first frame costs: only what it shows is imported."""

import subprocess
import sys
from pathlib import Path

FIRST_FRAME = """
import asyncio, sys
from mentordesk.desk import open_desk
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp

async def first_frame():
    desk = open_desk(paths(), Settings())
    async with MentorApp(desk, Settings()).run_test() as pilot:
        await pilot.pause(0)
        assert "Today" in str(pilot.app.screen)
        print(*sys.modules)

asyncio.run(first_frame())
"""


def test_the_first_frame_imports_no_other_screen_and_no_library_of_other_rooms(home: Path) -> None:
    add = "from mentordesk.cli import run; run()"
    subprocess.run([sys.executable, "-c", add, "mentee", "add", "Ada"], check=True)
    shown = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], check=True, capture_output=True, text=True
    )
    loaded = set(shown.stdout.split())
    unwanted = {"sqlite_utils", "icalendar", "markdown_it", "dateutil", "tomlkit", "click"}
    assert not unwanted & loaded
    screens = {name for name in loaded if name.startswith("mentordesk.tui.screens.")}
    assert screens == {"mentordesk.tui.screens.today"}
    assert not {name for name in loaded if name.startswith("mentordesk.tui.dialogs")}
