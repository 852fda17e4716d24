"""A field for the answer to one question: it grows with its lines and is stored while typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from mentordesk.tui.widgets.autosaved_area import AutosavedArea
from mentordesk.tui.widgets.caught_up import caught_up


class Answer(AutosavedArea):
    """Enter belongs to the screen, which goes on to the next question; ctrl+j begins a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+j", "line", "New line", False, priority=True, id="answer.line",
            tooltip="Begin another line",
        ),
        Binding(
            "enter", "another", "Another line", priority=True, id="answer.another",
            tooltip="Begin another line of the last answer",
        ),
    ]  # fmt: skip
    is_last = False
    """Whether no question comes after it, so that Enter has nowhere to go on to."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is its own in the last answer alone."""
        return self.is_last if action == "another" else super().check_action(action, parameters)

    async def action_another(self) -> None:
        """Begin another line with the key that goes on elsewhere."""
        await self.action_line()

    async def action_line(self) -> None:
        """Begin another line, behind whatever was typed before this key."""
        await caught_up(self)
        self.replace("\n", *self.selection, maintain_selection_offset=False)
