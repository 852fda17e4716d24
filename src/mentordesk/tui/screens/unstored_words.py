"""Where the words of a call go while the desk's file does not take them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentordesk.domain.recovery import NOTES, Whose

if TYPE_CHECKING:
    from mentordesk.domain.call_page import CallPage
    from mentordesk.tui.base import DeskScreen

Known = Callable[[], Whose | None]
"""Whose words they are, by what the screen last read; None before that."""


class UnstoredWords:
    """Keeps a recovery copy; the store, which is what has failed, is not asked for anything."""

    def __init__(self, screen: "DeskScreen", known: Known) -> None:
        self.screen, self.known = screen, known

    def keep(self, base: str, text: str) -> str:
        """Put the words where they can go; the file, '' when nothing takes them."""
        whose = self.known()
        return self.screen.hand.recovery.keep(whose, base, text) if whose else ""

    def drop(self) -> None:
        """They are stored: the copy is not wanted any more."""
        if whose := self.known():
            self.screen.hand.recovery.drop(whose.session_id, whose.part)


def of_call(page: "CallPage | None", part: str = NOTES) -> Whose | None:
    """Whose words they are that belong to a call."""
    if page is None:
        return None
    session = page.session
    began = session.started or session.planned_start
    return Whose(session.id, page.address, page.mentee.name, began, part)
