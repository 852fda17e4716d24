"""Keeps the mentor's own calendar as the desk is while the desk is on screen, in another thread."""

import asyncio
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from textual.worker import Worker

    from mentordesk.desk import Desk
    from mentordesk.domain.pushing import Pushed
    from mentordesk.tui.app import MentorApp

_FORCE = "The desk's own in its place: mentordesk ics push --force"


class Publisher:
    """Hears of every change, and writes the file once for those that come while it is written."""

    def __init__(self, app: "MentorApp", desk: "Desk") -> None:
        self.app, self.desk = app, desk
        self._worker: Worker[None] | None = None

    def heard(self) -> None:
        """A verb has changed the desk; most changes are none of a calendar's."""
        if not self.app.settings.publish.path or not self.desk.publishing.is_due():
            return
        if self._worker is None or self._worker.is_finished:
            self._worker = self.app.run_worker(self._publish(), group="publish")

    def push(self) -> None:
        """Bring the calendar on the mentor's server to what the desk has, and say how it went."""
        self.app.run_worker(self._push(), group="push", exclusive=True)

    async def _push(self) -> None:
        self.app.notify("Asking the server …", markup=False)
        try:
            pushed = await asyncio.to_thread(self._pushed)
        except Refusal as refusal:
            self.app.tell(refusal.sentence)
            return
        left = f" {' '.join(pushed.left)} {_FORCE}" if pushed.left else ""
        self.app.notify(f"On the server: {pushed.said}.{left}", markup=False)

    def _pushed(self) -> "Pushed":
        server = self.app.settings.caldav
        desk = self.desk.aside(write=True)
        try:
            return desk.publishing.push(
                server.url,
                server.user,
                server.password_command,
                self.app.settings.publish.wanted,
                may_ask=False,
            )
        finally:
            desk.close()

    async def settled(self) -> None:
        """Wait until the file is written."""
        if self._worker:
            await self._worker.wait()

    async def _publish(self) -> None:
        """Write until nothing is due; what still is when the screen closes, the shell's door does.

        The desk's own store is not for another thread: it reads from one beside it.
        """
        while self.desk.publishing.is_due():
            self.desk.publishing.overdue = False
            if said := await asyncio.to_thread(self._written):
                self.app.tell(said)

    def _written(self) -> str:
        publish = self.app.settings.publish
        desk = self.desk.aside()
        try:
            return desk.publishing.refresh(publish.path, publish.wanted)
        finally:
            desk.close()
