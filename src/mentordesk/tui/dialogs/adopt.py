"""A programme's file has changed since somebody began with it: what differs, and whether to go."""

from collections.abc import Callable
from typing import ClassVar

from mentordesk.domain.playbook_changes import Offer
from mentordesk.domain.text import clip
from mentordesk.tui.dialogs.confirm import Confirm

SHOWN = 5
"""Keys that are told one by one; the command line tells all."""


class Adopt(Confirm):
    """Shows the keys that differ; nothing changes unless the mentor says so."""

    HELP: ClassVar[str | None] = """
    # A changed programme

    On the left what they began with, on the right what the file says now. `y` or Enter lets them
    go on by the new one from here; what was written by the old one stays. `n` or Escape changes
    nothing, and it stays on offer.
    """

    def __init__(self, offer: Offer, verb: Callable[[], Offer]) -> None:
        super().__init__(f"{offer.title}, as it is now, for {offer.name}?", _told(offer))
        self.verb = verb

    def save(self) -> bool:
        """Go by the new one."""
        self.verb()
        return True


def _told(offer: Offer) -> str:
    lines = [f"{key}: {_said(was)} → {_said(now)}" for key, was, now in offer.changes[:SHOWN]]
    more = len(offer.changes) - SHOWN
    if more > 0:
        lines.append(f"… and {more} more: mentordesk playbook offers {offer.address}")
    return "\n".join(lines)


def _said(text: str) -> str:
    return clip(text, 40) or "–"
