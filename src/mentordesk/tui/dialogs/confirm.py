"""A question with two answers."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from mentordesk.tui.dialogs.base import Dialog


class Confirm(Dialog[bool]):
    """Asks before what cannot be taken back; `y` or Enter says yes, escape or `n` no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "save", "Yes", id="confirm.yes", tooltip="Do it"),
        Binding("n", "leave", "No", id="confirm.no", tooltip="Change nothing"),
    ]

    def __init__(self, heading: str, question: str) -> None:
        super().__init__(heading)
        self.question = question

    def echo(self) -> str:
        """The question."""
        return self.question

    def save(self) -> bool:
        """Yes."""
        return True
