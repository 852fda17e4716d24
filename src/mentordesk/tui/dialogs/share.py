"""With whom the screen is shared: a name to type, for a list would show everybody's."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.desk.sharing import NOBODY
from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class ShareWith(Dialog[str]):
    """Returns an address, or `nobody`; what is wrong with a name is said without naming others."""

    HELP: ClassVar[str | None] = """
    # Share the screen with somebody

    Type the handle of a mentee or of a group: from Enter on, the screen shows what they may see,
    and nothing else. Left empty, nobody's name is shown. Nobody is listed here, for the screen may
    be seen already.
    """
    WHILE_SHARED = True

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Share the screen with")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Who."""
        yield "Handle", Entry(placeholder="empty: nobody’s names", id="who")

    def echo(self) -> str:
        """What will be seen."""
        if not self.value("who"):
            return "Nobody’s name and nobody’s words will be on the screen."
        who = self._found()
        return f"What {who} may see, and nothing else."

    def _found(self) -> str:
        """The address of who is typed. Raises Refusal, with nobody else's name in it."""
        try:
            return self.desk.people.find(self.value("who")).address
        except Nobody:
            raise Refusal("Nobody goes by that yet.") from None
        except Refusal:
            raise Refusal("That could be more than one. Type more of it.") from None

    def save(self) -> str:
        """Whom it is shared with."""
        return self._found() if self.value("who") else NOBODY
