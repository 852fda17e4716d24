"""One line of text, with what is understood of it."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Check, Dialog
from mentordesk.tui.widgets.entry import Entry


class AskText(Dialog[str]):
    """Asks for one line and returns it, after the `verb`, if there is one, has taken it.

    `check` says what is understood while it is typed; `needed` refuses an empty line.
    """

    def __init__(
        self,
        heading: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        check: Check | None = None,
        verb: Callable[[str], object] | None = None,
        needed: bool = True,
    ) -> None:
        super().__init__(heading)
        self.label, self.first, self.placeholder = label, value, placeholder
        self.check, self.verb, self.needed = check, verb, needed

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The one line."""
        yield self.label, Entry(self.first, self.placeholder, id="text")

    def echo(self) -> str:
        """What the check understands of it."""
        typed = self.value("text")
        return self.check(typed) if self.check and typed else ""

    def save(self) -> str:
        """The line, once it is checked and the verb has taken it."""
        typed = self.value("text")
        if self.needed and not typed:
            raise Refusal("Type something first, or leave with escape.")
        if self.check and typed:
            self.check(typed)
        if self.verb:
            self.verb(typed)
        return typed
