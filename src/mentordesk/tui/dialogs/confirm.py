"""A question with two answers."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from mentordesk.tui.dialogs.base import Dialog


class Confirm(Dialog[bool], inherit_bindings=False):
    """Asks before what cannot be taken back; `y` or Enter says yes, escape or `n` no."""

    HELP: ClassVar[str | None] = """
    # Yes or no

    `y` or Enter does it, `n` or Escape changes nothing.
    """

    WHILE_SHARED = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "save", "Yes", id="confirm.yes", tooltip="Do it"),
        Binding("n,escape", "leave", "No", id="confirm.no", tooltip="Change nothing"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="What this is, and all its keys"),
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
