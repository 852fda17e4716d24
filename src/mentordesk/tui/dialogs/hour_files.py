"""Office hours for the calendars of others: which files, and what is in them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_WEEKS = 4
_BESIDE = "-availability"


class WriteHours(Dialog[str]):
    """Returns what was written, in a sentence; a file of somebody else's needs a second Enter."""

    HELP: ClassVar[str | None] = """
    # Office hours as a file

    The slots that are free, as events that take nobody's time, for the calendars of others: the
    days on which one is booked are not in it, nor who has booked. Write it again after each booking
    and put it where the last one was.

    **Beside it**: the same as times at which you may be asked (VAVAILABILITY, RFC 7953), which
    Nextcloud, Apple and Cyrus go by; it says that you are unavailable at all other times.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Free slots, for the calendars of others")
        self.desk = desk
        self._warned: list[str] = []

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where to, and whether there is a second file."""
        yield "File", Entry("office-hours.ics", id="path")
        beside = [("", "no other file"), (_BESIDE, "the same as availability (RFC 7953)")]
        yield "Beside it", Choice(beside, id="beside")

    def echo(self) -> str:
        """What is in it, and which files are replaced. Raises Refusal when no slot is free."""
        slots = self.desk.hours.slots(_WEEKS)
        free = sum(one.booking is None for one in slots)
        self.desk.hours.ics()
        paths = self._paths()
        there = [path.name for path in paths if path.exists()]
        lines = [
            f"{free} of {counted(len(slots), 'slot')} in the next {_WEEKS} weeks are free; nobody"
            " who has booked is named.",
            f"Writes {' and '.join(map(str, paths))}",
            *([f"Replaces {' and '.join(there)}, if that is such a file."] if there else []),
        ]
        return "\n".join(lines)

    def on_choice_changed(self) -> None:
        """With a second file, or without."""
        self.understand()

    def _paths(self) -> list[Path]:
        path = whole_path(self.value("path") or ".")
        beside = self.query_one("#beside", Choice).value
        return [path, *([path.with_stem(path.stem + beside)] if beside else [])]

    def save(self) -> str:
        """Write them, each whole or not at all."""
        hours, paths = self.desk.hours, self._paths()
        asked = [str(path) for path in paths]
        datas = [hours.ics(), *([hours.availability()] if paths[1:] else [])]
        for path, data in zip(paths, datas, strict=True):
            self._write(path, data, sure=self._warned == asked)
        return f"Written: {' and '.join(asked)}"

    def _write(self, path: Path, data: bytes, sure: bool) -> None:
        try:
            self.desk.hours.write_ics(path, data, force=sure)
        except Refusal:
            if sure or not path.is_file():
                raise
            self._warned = [str(one) for one in self._paths()]
            raise Refusal(f"Enter once more replaces the file that is there: {path}") from None
