"""Telling who has or had booked an office hour: seen first, then written into files to be sent."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import Preview
from mentordesk.domain.offers import Slot
from mentordesk.tui.dialogs.telling import Telling
from mentordesk.tui.presentation.invite import files_line
from mentordesk.tui.presentation.offers import told_rows
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk

ONE, ALL = "one", "all"


class TellHours(Telling):
    """Opens with the slot it is given, if there is something to tell of it, else with all."""

    HELP: ClassVar[str | None] = """
    # Telling of office hours

    What is listed is what the other side will get: an invitation to who has booked a slot, and for
    who has it no more what takes theirs back. Enter writes the files, and from then on they count
    as sent: **send them** with your mail program. `←` and `→` turn a word between arrows; `ctrl+o`
    writes and opens the mails, `ctrl+b` attaches the calendar to them as well.

    **Address**: for who is no mentee of yours; a mentee's is on their card.
    """

    def __init__(self, desk: "Desk", slot: Slot | None = None) -> None:
        super().__init__(desk, "What they are told")
        self.slot = slot if slot and self._is_due(desk, slot) else None

    @staticmethod
    def _is_due(desk: "Desk", slot: Slot) -> bool:
        """Whether something is to be told of a slot; that an address is missing can be mended."""
        try:
            return bool(desk.hours.messages(slot.start).messages)
        except Refusal:
            return True

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """About which slot, to which address, in which form, where to; and what is seen of it."""
        what = [(ALL, "all that is to be told")]
        if self.slot:
            name = f" · {self.slot.booking.name}" if self.slot.booking else ""
            what.insert(0, (ONE, f"{self.desk.hours.spoken(self.slot)}{name}"))
        yield "What", Choice(what, id="what")
        if self.slot and self.slot.booking:
            on_card = self.desk.hours.counts(self.slot)
            known = "the one on their card" if on_card else "where their invitation goes"
            yield "Address", Entry(placeholder=known, id="email")
        yield from self.forms()

    def _about(self) -> tuple[Slot | None, str]:
        """The slot that is told of, None for all, and the address that was typed."""
        if self.query_one("#what", Choice).value == ALL:
            return None, ""
        return self.slot, self.value("email") if self.query("#email") else ""

    def _preview(self) -> Preview:
        slot, email = self._about()
        return self.desk.hours.messages(slot.start if slot else None, email)

    def echo(self) -> str:
        """What will be sent, and into which files. Raises Refusal when nobody can be told."""
        seen = self.query_one("#seen", Rows)
        seen.rows = []
        preview = self._preview()
        seen.rows = told_rows(preview, self._room)
        if not preview.messages:
            return "There is nothing to send."
        self.desk.invites.check_folder(self._folder())
        paths = self.desk.hours.paths(preview, self._folder(), eml=self._eml)
        return f"Writes {files_line(paths, Path.home())}"

    def write(self, folder: Path) -> list[Path]:
        """Write what is to be told."""
        slot, email = self._about()
        start = slot.start if slot else None
        return self.desk.hours.invite(folder, start, email=email, eml=self._eml)
