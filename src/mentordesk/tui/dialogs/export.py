"""Handing over a calendar file: a slot, or the dates of a programme, written where one says."""

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


class WriteCalendar(Dialog[str]):
    """Returns what was written, in a sentence; only an earlier file of ours is replaced unasked."""

    def __init__(self, desk: "Desk", address: str, heading: str, name: str) -> None:
        super().__init__(heading)
        self.desk, self.address, self.name_at_first = desk, address, name
        self._warned = ""

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where to."""
        yield "File", Entry(self.name_at_first, id="path")

    def held(self) -> str:
        """What will be in it. Raises Refusal where there is nothing."""
        raise NotImplementedError

    def write(self, path: Path, *, overwrite: bool) -> Path:
        """Write it, whole or not at all."""
        raise NotImplementedError

    def echo(self) -> str:
        """What will be in it, and whether a file is replaced."""
        held, *rest = self.held().split("\n")
        there = " Replaces the file that is there." if self._path().exists() else ""
        return "\n".join([held + there, *rest])

    def _path(self) -> Path:
        return whole_path(self.value("path") or ".")

    def save(self) -> str:
        """Write it; a file that is no calendar of ours needs a second Enter."""
        path = self._path()
        there, sure = path.is_file(), self._warned == str(path)
        try:
            written = self.write(path, overwrite=sure)
        except Refusal:
            if not there or sure:
                raise
            self._warned = str(path)
            raise Refusal(f"Enter once more replaces the file that is there: {path}") from None
        return f"{'Replaced' if there else 'Written'}: {written}"


class ExportInvite(WriteCalendar):
    """The slot of one mentee, where nobody can be told of what changes later."""

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__(desk, address, "Write the invite", f"{address.partition('/')[0]}.ics")

    def held(self) -> str:
        """How many slots, and why it is a file alone. Raises Refusal without a slot."""
        held = counted(len(self.desk.exports.series([self.address])), "slot")
        why = self.desk.invites.hindered(self.address)
        missing = f"\nWhat changes later is not told by it: {why}" if why else ""
        return f"{held} with every skipped and moved date; names, times and places only.{missing}"

    def write(self, path: Path, *, overwrite: bool) -> Path:
        """Write the slot."""
        return self.desk.exports.write_ics([self.address], path, overwrite=overwrite)


class ExportDates(WriteCalendar):
    """The dates to come of somebody's programme, as whole days."""

    def __init__(self, desk: "Desk", address: str) -> None:
        name = f"{address.partition('/')[0]}-dates.ics"
        super().__init__(desk, address, "The programme's dates, for a calendar", name)

    def held(self) -> str:
        """How many dates. Raises Refusal when none has a day."""
        self.desk.exports.dates(self.address)
        dates = counted(len(self.desk.milestones.days(self.address)), "date")
        return f"{dates} as whole days: the programme's titles and the name, nothing you wrote."

    def write(self, path: Path, *, overwrite: bool) -> Path:
        """Write the dates."""
        return self.desk.exports.write_dates(self.address, path, overwrite=overwrite)
