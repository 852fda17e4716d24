"""What everybody answered to invitations, and the proposed time that is answered next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.answering import Counter
from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_SHOWN = 12


class CameBack(Dialog[Counter]):
    """Returns the proposal that is to be answered."""

    HELP: ClassVar[str | None] = """
    # What came back

    What guests of every slot, and of office hours, have said. A time that somebody proposed waits
    until it is answered: `←` and `→` turn to another one, Enter goes on to take or refuse it.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__("What came back")
        self.desk = desk
        self.waiting = {one.id: one for one in desk.replies.open()}
        self.known = desk.replies.told(desk.replies.all(), desk.hours.invited())

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which proposal, the one that waits longest first."""
        if self.waiting:
            named = [(one.id, f"by {one.name}") for one in self.waiting.values()]
            yield "Proposal", Choice(named, id="proposal")

    def echo(self) -> str:
        """The proposal in words, then what everybody said."""
        chosen = self._chosen()
        asked = [self.desk.replies.sentence(chosen), ""] if chosen else []
        more = len(self.known) - _SHOWN
        said = [*self.known[:_SHOWN], *([f"… and {more} more"] if more > 0 else [])]
        return "\n".join([*asked, *(said or ["Nobody is invited."])])

    def on_choice_changed(self) -> None:
        """Another proposal."""
        self.understand()

    def save(self) -> Counter:
        """Go on to the answer. Raises Refusal when nothing waits for one."""
        if chosen := self._chosen():
            return chosen
        raise Refusal("No time was proposed, so there is nothing to answer. Escape leaves.")

    def _chosen(self) -> Counter | None:
        found = self.query("#proposal").results(Choice)
        return next((self.waiting[one.value] for one in found), None)
