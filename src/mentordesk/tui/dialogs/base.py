"""What every dialog is: a few lines to fill, what is understood of them, and one verb."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label, Static

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clean, one_line
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.keys import Keys

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A modal form. `save` runs the verb; its Refusal is said inside, so nothing typed is lost.

    Subclasses yield `fields`, say in `echo` what they understand, and return a value from `save`.
    Escape leaves with None.
    """

    HELP: ClassVar[str | None] = """
    # A form

    Tab goes to the next field, Enter saves from any of them, Escape leaves. What is selected is
    replaced by what you type; `←` and `→` turn a word between arrows. The line below the fields
    says what is understood so far.
    """
    CSS_PATH = "../styles/dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True, id="dialog.save", tooltip="Do it"),
        Binding("tab", "app.focus_next", "Next field", id="dialog.next", tooltip="To the next one"),
        Binding(
            "down", "app.focus_next", "Next field", False, id="dialog.down", tooltip="The next one"
        ),
        Binding(
            "up", "app.focus_previous", "Field before", False, id="dialog.up", tooltip="Back one"
        ),
        Binding("escape", "leave", "Leave", id="dialog.leave", tooltip="Change nothing"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="What this is, and all its keys"),
    ]

    WHILE_SHARED: ClassVar[bool] = False
    """Whether it opens on a shared screen: only what the running call needs does."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = one_line(heading)
        self._opened_with: list[str] = []
        self._warned_of: list[str] = []

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The labels with their fields, in order."""
        return ()

    def echo(self) -> str:
        """What is understood of what is typed so far; may raise Refusal."""
        return ""

    def save(self) -> T:
        """Do it. Raises Refusal when it cannot be done."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The heading, a row a field, what is understood, the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(self.heading)
            yield from self._rows()
            yield Static(id="echo", markup=False)
            yield Keys()

    def _rows(self) -> Iterator[Widget]:
        for label, field in self.fields():
            yield Horizontal(Label(label, markup=False), field, classes="field")

    def on_mount(self) -> None:
        """Say at once what is understood of the values it opens with."""
        if self._pruning:  # it was left before it was there
            return
        self._opened_with = self._typed()
        self.understand()

    def value(self, field: str) -> str:
        """What stands in an entry, by its id."""
        return self.query_one(f"#{field}", Entry).value.strip()

    def understand(self) -> None:
        """Show what is understood; a refusal is shown calmly, it may only be half typed."""
        try:
            self._show(self.echo())
        except Refusal as refusal:
            self._show(self.in_keys(refusal.in_a_form), unclear=True)

    def in_keys(self, sentence: str) -> str:
        """A refusal with the keys of the page below it for commands of the shell."""
        from mentordesk.tui.base import DeskScreen
        from mentordesk.tui.next_steps import in_keys

        below = (one for one in reversed(self.app.screen_stack) if isinstance(one, DeskScreen))
        page = next(below, None)
        return in_keys(sentence, page.hints() if page else {})

    def _show(self, text: str, *, unclear: bool = False, refused: bool = False) -> None:
        echo = self.query_one("#echo", Static)
        echo.update(Content(clean(text)))
        echo.set_class(unclear, "-unclear")
        echo.set_class(refused, "-refused")

    def on_input_changed(self) -> None:
        """With every key, say what is understood."""
        self.understand()

    def action_save(self) -> None:
        """Do it; when the desk refuses, say so here and keep everything typed."""
        try:
            result = self.save()
        except Refusal as refusal:
            hint = " Type it, or leave with Escape." if refusal.is_blank else ""
            self._show(self.in_keys(refusal.in_a_form) + hint, refused=True)
        else:
            self.dismiss(result)

    def _typed(self) -> list[str]:
        return [entry.value for entry in self.query(Entry)]

    def action_leave(self) -> None:
        """Leave without doing anything; words that were typed are thrown away by a second key."""
        typed = self._typed()
        news = any(
            now.strip() and now != was for now, was in zip(typed, self._opened_with, strict=True)
        )
        if news and typed != self._warned_of:
            self._warned_of = typed
            self._show("The same key again throws away what you typed.", refused=True)
        else:
            self.dismiss(None)


Check = Callable[[str], str]
"""Says what is understood of a text, or raises Refusal."""
