"""Reading a file with what came back: an answer, a proposed time, or a busy calendar."""

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
    from mentordesk.desk.busy import BusyCalendar
    from mentordesk.domain.answering import Finding

_SHOWN = 6
ANSWERS, BUSY = "answers", "busy"
_OF_BUSY = ("name", "titles")
"""The fields that only matter for busy times."""


class ReadAnswers(Dialog[str]):
    """Tells what a file says before it counts; returns that in a sentence."""

    HELP: ClassVar[str | None] = """
    # Reading what came back

    Save the mail (.eml) or its attachment (.ics), and give its path. What it says is shown before
    anything counts: an answer is kept with its guest and changes nothing else, a proposed time
    waits until you take or refuse it.

    **As** busy times, somebody's calendar warns you where a date falls into them; people and texts
    are not kept, and titles only if you want them. Read again under its **name**, it takes the
    place of what was read before. **Zone** is taken for times whose own zone nobody knows.
    """

    def __init__(self, desk: "Desk", form: str = ANSWERS) -> None:
        super().__init__("Read what came back")
        self.desk, self.form = desk, form
        self._seen: dict[tuple[object, ...], BusyCalendar] = {}

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which file, as what, and for busy times under which name."""
        yield "File", Entry(placeholder="~/Downloads/invite.ics", id="path")
        forms = [(ANSWERS, "answers to invitations"), (BUSY, "times when I am busy")]
        yield "As", Choice(forms, self.form, id="form")
        yield "Name", Entry(placeholder="as the file", id="name")
        yield "Titles", Choice([("", "are not kept"), ("keep", "are kept, too")], id="titles")
        yield "Zone", Entry(placeholder="for times of unknown zones", id="zone")

    def on_mount(self) -> None:
        """What does not matter for answers is out of reach from the beginning."""
        super().on_mount()
        self._reach()

    def echo(self) -> str:
        """What would be known, as soon as there is a file of that name."""
        return self._read(dry_run=True) if self.value("path") and self._path().is_file() else ""

    def on_choice_changed(self) -> None:
        """The same file, for another purpose."""
        self._reach()
        self.understand()

    def _reach(self) -> None:
        for field in _OF_BUSY:
            self.query_one(f"#{field}").disabled = not self._is_busy()

    def _is_busy(self) -> bool:
        return self.query_one("#form", Choice).value == BUSY

    def save(self) -> str:
        """Read it for good."""
        return self._read(dry_run=False)

    def _path(self) -> Path:
        if not self.value("path"):
            raise Refusal("Give the path of an .ics or .eml file, or leave with escape.")
        return whole_path(self.value("path"))

    def _read(self, *, dry_run: bool) -> str:
        from mentordesk.desk.replies import load

        path = self._path()
        if self._is_busy():
            one = self._busy(path, dry_run)
            return "\n".join([*_seen(one), "Enter keeps them."]) if dry_run else _kept(one)
        zone = self.value("zone")
        found = self.desk.replies.read(load(path), path.name, dry_run=dry_run, zone=zone)
        lines = [line for one in found for line in _lines(one)]
        more = len(lines) - _SHOWN
        return "\n".join([*lines[:_SHOWN], *([f"… and {more} more"] if more > 0 else [])])

    def _busy(self, path: Path, dry_run: bool) -> "BusyCalendar":
        """The calendar as it would be kept; a file that was looked at is not read for each key."""
        from mentordesk.desk.replies import load

        name, zone = self.value("name"), self.value("zone")
        titles = bool(self.query_one("#titles", Choice).value)
        state = path.stat() if path.exists() else None
        key = (path, state and (state.st_mtime_ns, state.st_size), name, zone, titles)
        if key not in self._seen or not dry_run:
            self._seen[key] = self.desk.busy.keep(
                load(path), path.name, name, zone=zone, titles=titles, dry_run=dry_run
            )
        return self._seen[key]


def _seen(one: "BusyCalendar") -> list[str]:
    """What would be kept of a calendar, and what is left out."""
    more = len(one.left_out) - _SHOWN
    rest = [f"… and {more} more"] if more > 0 else []
    return [_times(one), *one.left_out[:_SHOWN], *rest]


def _kept(one: "BusyCalendar") -> str:
    """What was kept; what was not has been seen by then, and must not lie over the screen."""
    rest = " Not all of it could be: b on the Calendar says why." if one.left_out else ""
    return f"{_times(one)}{rest}"


def _times(one: "BusyCalendar") -> str:
    """How much of a calendar counts, and in whose place."""
    events, times = counted(one.events, "event"), counted(one.soon, "time")
    place = "" if one.is_new else ", in the place of what was read before"
    return f"{one.name}: {events}, busy {times} in the next four weeks{place}."


def _lines(one: "Finding") -> list[str]:
    """What one answer says, with the words that came with it."""
    return [one.sentence, *([f"“{one.comment}”"] if one.comment else []), *one.remarks]
