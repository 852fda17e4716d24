"""Bringing earlier notes of a call back."""

from collections.abc import Iterable

from textual.widget import Widget

from mentordesk.desk import Desk
from mentordesk.domain.text import counted
from mentordesk.domain.versions import Version
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice

SHOWN = 9
"""Lines of a version that fit beside the rest at 80×24."""


class BringBack(Dialog[Version]):
    """One of the earlier states of the notes; what stands there now becomes one of them."""

    HELP = """
    # Earlier notes

    `←` and `→` go through what the notes were, the newest first; below is how each began. Enter
    brings it back. What stands there now is kept as a version, so nothing is lost by trying.
    """

    def __init__(self, desk: Desk, session_id: str) -> None:
        super().__init__("Earlier notes")
        self.desk, self.session_id = desk, session_id
        self.versions = {one.id: one for one in desk.calls.versions.of(session_id)}

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The times until which they stood."""
        every = [(one.id, self._named(one)) for one in self.versions.values()]
        yield "As of", Choice(every, every[0][0], id="version")

    def _named(self, one: Version) -> str:
        return f"{one.at.astimezone(self.desk.tz):%H:%M:%S}, {counted(one.lines, 'line')}"

    def echo(self) -> str:
        """How it began."""
        lines = self.versions[self.query_one(Choice).value].body.strip().splitlines()
        more = ["…"] if len(lines) > SHOWN else []
        return "\n".join([*lines[:SHOWN], *more])

    def save(self) -> Version:
        """Bring it back."""
        return self.desk.calls.versions.restore(self.session_id, self.query_one(Choice).value)
