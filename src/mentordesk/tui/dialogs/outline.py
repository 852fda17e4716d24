"""Choosing an outline."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from mentordesk.domain.playbook import Playbook
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice


class FollowOutline(Dialog[str]):
    """One of the playbook's outlines, or none."""

    def __init__(self, playbook: Playbook, now: str, follow: Callable[[str], str]) -> None:
        super().__init__("Follow an outline")
        self.playbook, self.now, self.follow = playbook, now, follow

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The outlines by their titles."""
        every = [("", "none"), *((one.key, one.title) for one in self.playbook.tracks)]
        yield "Outline", Choice(every, self.now, id="track")

    def echo(self) -> str:
        """What follows from it."""
        return "Its steps are the agendas of the calls, in turn."

    def save(self) -> str:
        """Follow it."""
        return self.follow(self.query_one(Choice).value)
