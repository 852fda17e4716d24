"""Handing over an invite: the calendar file of one slot, written where the mentor says."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class ExportInvite(Dialog[str]):
    """Returns what was written, in a sentence; only an earlier invite is replaced unasked."""

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__("Write the invite")
        self.desk, self.address = desk, address
        self._warned = ""

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where to."""
        yield "File", Entry(f"{self.address.partition('/')[0]}.ics", id="path")

    def echo(self) -> str:
        """What will be in it, and whether a file is replaced. Raises Refusal without a slot."""
        series = self.desk.exports.series([self.address])
        there = " Replaces the file that is there." if self._path().exists() else ""
        held = counted(len(series), "slot")
        why = self.desk.invites.hindered(self.address)
        missing = f"\nWhat changes later is not told by it: {why}" if why else ""
        said = f"{held} with every skipped and moved date; names, times and places only.{there}"
        return said + missing

    def _path(self) -> Path:
        return whole_path(self.value("path") or ".")

    def save(self) -> str:
        """Write it whole or not at all; a file that is no invite of ours needs a second Enter."""
        path = self._path()
        there, sure = path.is_file(), self._warned == str(path)
        try:
            written = self.desk.exports.write_ics([self.address], path, overwrite=sure)
        except Refusal:
            if not there or sure:
                raise
            self._warned = str(path)
            raise Refusal(f"Enter once more replaces the file that is there: {path}") from None
        return f"{'Replaced' if there else 'Written'}: {written}"
