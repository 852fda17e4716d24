"""Words of a call that could not be stored, found when the desk is opened."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.recovery import SLIDE
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.recovery import Left

TAKE, LATER, DISCARD = "take", "later", "discard"
SHOWN = 8
"""Lines of the words that fit beside the rest at 80×24."""


class Recovered(Dialog[str]):
    """Asks what to do with the words of one copy; returns what to say of it, '' for later."""

    HELP: ClassVar[str | None] = """
    # Words that were not stored

    When the desk's file takes nothing, the desk keeps a copy of your words elsewhere. Here is one
    that was left. `←` and `→` say what becomes of it, Enter does it. **Put back** adds the words to
    where they belong, beside what came in since; nothing there is overwritten. **Later**
    changes nothing, and you are asked again next time.
    """

    def __init__(self, desk: "Desk", left: "Left") -> None:
        super().__init__(f"Words of {left.copy.whose.thing} were not stored")
        self.desk, self.left = desk, left

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What may become of them."""
        ways = [
            (TAKE, f"put back into {self.left.copy.whose.where}"),
            (LATER, "leave them, ask later"),
            (DISCARD, "throw them away"),
        ]
        yield "Words", Choice(ways, TAKE, id="became")

    def echo(self) -> str:
        """How many they are and how they begin; what is final says so."""
        copy = self.left.copy
        began, written = (at.astimezone(self.desk.tz) for at in (copy.whose.began, copy.written))
        lines = [line for line in copy.text.splitlines() if line.strip()]
        more = ["…"] if len(lines) > SHOWN else []
        kind = "Begun" if copy.whose.part == SLIDE else "The call of"
        said = f"{kind} {began:%a} {began.day} {began:%b %H:%M}, {copy.size}, {written:%H:%M}."
        final = self.query_one(Choice).value == DISCARD
        warned = "Enter deletes them for good." if final else ""
        return "\n".join([said, warned, *lines[:SHOWN], *more])

    def on_choice_changed(self) -> None:
        """Another way says something else."""
        self.understand()

    def save(self) -> str:
        """Do what was chosen. Raises Refusal when the desk still takes nothing."""
        way, recovery = self.query_one(Choice).value, self.desk.recovery
        if way == LATER:
            return ""
        return recovery.take(self.left.id) if way == TAKE else recovery.discard(self.left.id)
