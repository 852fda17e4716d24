"""What telling somebody by mail has in common: seen first, then written into files to be sent."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.opening import open_mails
from mentordesk.tui.presentation.invite import files_line
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk

MAILS, OPENED, ATTACHED, FILES = "eml", "open", "attach", "ics"
FORMS = [
    (MAILS, "mails to open and send"),
    (OPENED, "mails, opened in your mail program"),
    (ATTACHED, "mails with invite.ics attached as well"),
    (FILES, "calendar files to attach"),
]


class Telling(Dialog[str]):
    """Which form the messages have and where they go; `write` writes them.

    Returns what was written, in a sentence. Nothing that is there is written over.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o", "open", "Open", id="invite.open",
            tooltip="Write the mails and open them in your mail program",
        ),
        Binding(
            "ctrl+b", "attach", "Attach", id="invite.attach",
            tooltip="Mails with the calendar attached as well, as invite.ics; or not",
        ),
    ]  # fmt: skip

    def __init__(self, desk: "Desk", heading: str) -> None:
        super().__init__(heading)
        self.desk = desk
        self._opens = False

    def forms(self) -> Iterator[tuple[str, Widget]]:
        """In which form, and where to."""
        yield "As", Choice(FORMS, id="form")
        yield "Into", Entry(str(self.desk.invites.outbox()), id="folder")

    def write(self, folder: Path) -> list[Path]:
        """Write what is due into a folder; the files. Raises Refusal when it cannot be."""
        raise NotImplementedError

    def _rows(self) -> Iterator[Widget]:
        yield from super()._rows()
        yield Rows("", opens=False, id="seen")

    @property
    def _eml(self) -> bool:
        return self._form != FILES

    @property
    def _form(self) -> str:
        return self.query_one("#form", Choice).value

    @property
    def _room(self) -> int:
        """The columns of what is seen, beside a scroll bar."""
        return max(self.query_one("#seen", Rows).size.width - 5, 40)

    def _folder(self) -> Path:
        return whole_path(self.value("folder") or ".")

    def on_choice_changed(self) -> None:
        """Another thing to send, or another form of it."""
        self.understand()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """The sentences are laid out for the room there is."""
        self.understand()

    def action_open(self) -> None:
        """Write the mails, attached to or not, and open them."""
        if not self._eml:
            self._choose(OPENED)
        self._opens = True
        self.action_save()
        self._opens = False

    def action_attach(self) -> None:
        """Attach the calendar to the mails as well, or not after all."""
        self._choose(MAILS if self._form == ATTACHED else ATTACHED)

    def _choose(self, form: str) -> None:
        choice = self.query_one("#form", Choice)
        choice.at = [known for known, _ in FORMS].index(form)
        self.understand()

    def save(self) -> str:
        """Write it, and from then on take it as sent."""
        written = self.write(self.desk.invites.open_folder(self._folder()))
        if self._form == ATTACHED:
            self.desk.exports.attach(written)
        if self._opens or self._form == OPENED:
            self.app.run_worker(open_mails(self.app, self.desk, written))
        return f"Wrote {counted(len(written), 'file')} to send: {files_line(written, Path.home())}"
