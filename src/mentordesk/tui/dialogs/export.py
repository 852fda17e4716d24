"""Handing over an invite: the calendar file of one slot, written where the mentor says."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.look import count
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class ExportInvite(Dialog[str]):
    """Returns the path that was written."""

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__("Write the invite")
        self.desk, self.address = desk, address

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where to."""
        yield "File", Entry(f"{self.address.partition('/')[0]}.ics", id="path")

    def echo(self) -> str:
        """What will be in it, and whether a file is replaced. Raises Refusal without a slot."""
        series = self.desk.exports.series([self.address])
        there = " Replaces the file that is there." if self._path().exists() else ""
        held = count(len(series), "slot")
        return f"{held} with every skipped and moved date; names, times and places only.{there}"

    def _path(self) -> Path:
        return Path(self.value("path") or ".").expanduser().absolute()

    def save(self) -> str:
        """Write it whole or not at all."""
        return str(self.desk.exports.write_ics([self.address], self._path()))
