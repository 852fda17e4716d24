"""The robot that plays stories: it presses keys, reads the screen, waits for what it expects."""

import asyncio
import os
from functools import partial
from pathlib import Path

from tests.conftest import ZONE, Clock
from tests.sheets import share_sheets
from textual import events
from textual._context import active_app, active_message_pump
from textual.keys import _character_to_key
from textual.pilot import Pilot

from mentordesk.desk import Desk
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp

share_sheets()

GOLDEN = Path(__file__).parent / "golden"
PATIENCE = 60
"""Turns of the event loop after which something that is not there will not come."""


class Robot:
    """A mentor at the keyboard. Nothing here sleeps: it lets the app come to rest and looks."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self.desk = desk
        self.clock = clock
        self._left = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def open(
        self,
        size: tuple[int, int] = (80, 24),
        *,
        start: str = "today",
        call: str = "",
        settings: Settings | None = None,
        share: str = "",
    ) -> "Robot":
        """Open the desk in a terminal of this size, as the command line would."""
        self.app = MentorApp(self.desk, settings or Settings(zone=ZONE), start, call, share)
        opened: asyncio.Future[Pilot[str]] = asyncio.get_running_loop().create_future()
        self._running = asyncio.create_task(self._run(size, opened))
        either: list[asyncio.Future[object]] = [self._running, opened]  # type: ignore[list-item]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            await self._running
        self.pilot = opened.result()
        # The test speaks from inside the app, as its widgets do.
        active_app.set(self.app)
        active_message_pump.set(self.app)
        await self.rest()
        return self

    async def _run(self, size: tuple[int, int], opened: "asyncio.Future[Pilot[str]]") -> None:
        async with self.app.run_test(size=size, notifications=True) as pilot:
            opened.set_result(pilot)
            await self._left.wait()

    async def leave(self) -> None:
        """Close the terminal; what went wrong in the app is raised here."""
        self._left.set()
        if self._running:
            await self._running

    async def rest(self, turns: int = 3) -> None:
        """Let the app do what it has to do and draw it."""
        for _ in range(turns):
            if self.app._exception:
                raise self.app._exception
            await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        """Press keys by their names: `enter`, `ctrl+g`, `x`; each is answered before the next."""
        for key in keys:
            self._send(_name(key), key if len(key) == 1 else None)
            await self.rest(2)

    async def type(self, text: str) -> None:
        """Type a text without a pause; a line break is the Enter key."""
        for sign in text:
            self._send("enter" if sign == "\n" else _name(sign), None if sign == "\n" else sign)
        await self.rest()

    def _send(self, key: str, character: str | None) -> None:
        driver = self.app._driver
        assert driver is not None
        driver.send_message(events.Key(key, character))

    async def click(self, text: str) -> None:
        """Click on the first place where this text stands."""
        await self.see(text)
        lines = self.screen_text().split("\n")
        y = next(n for n, line in enumerate(lines) if text in line)
        await self.click_at(lines[y].index(text), y)

    async def click_at(self, x: int, y: int) -> None:
        """Press the mouse on a cell and let it go."""
        driver = self.app._driver
        assert driver is not None
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            driver.send_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
            await self.rest(2)
        await self.rest()

    async def resize(self, width: int, height: int) -> None:
        """Drag the corner of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.rest()

    async def later(self, minutes: float = 1, *, seconds: float = 0) -> None:
        """Let time pass and the app's timer fire."""
        self.clock.advance(minutes, seconds=seconds)
        self.app.beat()
        await self.rest()

    async def see(self, *texts: str) -> None:
        """Wait until these texts are on the screen; else fail and say what was there instead."""
        for text in texts:
            await self._until(partial(self._shows, text), f"“{text}” is not on the screen")

    async def see_no(self, *texts: str) -> None:
        """Wait until none of these texts is on the screen."""
        for text in texts:
            gone = partial(self._lacks, text)
            await self._until(gone, f"“{text}” is still on the screen")

    async def _until(self, condition: "partial[bool]", complaint: str) -> None:
        for _ in range(PATIENCE):
            if condition():
                return
            await self.pilot.pause(0)
        raise AssertionError(f"{complaint}:\n{self.screen_text()}")

    def _shows(self, text: str) -> bool:
        return text in self.screen_text()

    def _lacks(self, text: str) -> bool:
        return text not in self.screen_text()

    def screen_text(self) -> str:
        """What the terminal shows, line by line, without its colours."""
        compositor = self.app.screen._compositor
        behind = self.app._background_screens
        update = compositor.render_update(full=True, screen_stack=behind)
        strips = getattr(update, "strips", [])
        lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
        return "\n".join(lines)

    async def golden(self, name: str) -> None:
        """Wait for the screen to look like its picture in words; `UPDATE_GOLDEN=1` draws it."""
        width, height = self.app.size
        path = GOLDEN / f"{name}-{width}x{height}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            await self.rest(10)
            path.write_text(self.screen_text() + "\n", "utf-8")
        expected = path.read_text("utf-8") if path.exists() else ""
        await self._until(partial(self._looks, expected), f"{path.name} looks different now")

    def _looks(self, expected: str) -> bool:
        return self.screen_text() + "\n" == expected

    def picture(self, path: Path) -> None:
        """Write what is shown as SVG, to be looked at."""
        drawn = self.app.export_screenshot()
        # librsvg drops blanks at the beginning of a piece of text unless it is told not to.
        path.write_text(drawn.replace("<text ", '<text xml:space="preserve" '), "utf-8")


def _name(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
