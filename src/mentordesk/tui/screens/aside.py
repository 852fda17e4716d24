"""Where the words of a call go while the desk's file does not take them."""

from typing import TYPE_CHECKING

from mentordesk.domain.recovery import Whose

if TYPE_CHECKING:
    from mentordesk.tui.screens.calling import Calling


class WordsAside:
    """Keeps a recovery copy by what the screen last read; the store is not asked for anything."""

    def __init__(self, screen: "Calling") -> None:
        self.screen = screen

    def keep(self, base: str, text: str) -> str:
        """Put the words where they can go; the file, '' when nothing takes them."""
        page = self.screen.page
        if page is None:
            return ""
        session, mentee = page.session, page.mentee
        began = session.started or session.planned_start
        whose = Whose(session.id, page.address, mentee.name, began)
        return self.screen.desk.recovery.keep(whose, base, text)

    def drop(self) -> None:
        """They are stored: the copy is not wanted any more."""
        self.screen.desk.recovery.drop(self.screen.session_id)
