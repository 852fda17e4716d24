"""Reading a file with what came back: an answer, a proposed time, or a busy calendar."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.answering import Finding

_SHOWN = 6
ANSWERS, BUSY = "answers", "busy"


class ReadAnswers(Dialog[str]):
    """Tells what a file says before it counts; returns that in a sentence."""

    HELP: ClassVar[str | None] = """
    # Reading what came back

    Save the mail (.eml) or its attachment (.ics), and give its path. What it says is shown before
    anything counts: an answer is kept with its guest and changes nothing else, a proposed time
    waits until you take or refuse it. **As** busy times, somebody's calendar warns you where a date
    falls into them; its titles, people and texts are not kept.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Read what came back")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which file, and as what."""
        yield "File", Entry(placeholder="~/Downloads/invite.ics", id="path")
        forms = [(ANSWERS, "answers to invitations"), (BUSY, "times when I am busy")]
        yield "As", Choice(forms, id="form")

    def echo(self) -> str:
        """What would be known, as soon as there is a file of that name."""
        return self._read(dry_run=True) if self.value("path") and self._path().is_file() else ""

    def on_choice_changed(self) -> None:
        """The same file, for another purpose."""
        self.understand()

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
        if self.query_one("#form", Choice).value == BUSY:
            kept = self.desk.busy.keep(load(path), path.name, dry_run=dry_run)
            said = f"{kept.name}: busy {kept.soon} times in the next four weeks."
            return "\n".join([said, *kept.left_out[:_SHOWN]])
        found = self.desk.replies.read(load(path), path.name, dry_run=dry_run)
        lines = [line for one in found for line in _lines(one)]
        more = len(lines) - _SHOWN
        return "\n".join([*lines[:_SHOWN], *([f"… and {more} more"] if more > 0 else [])])


def _lines(one: "Finding") -> list[str]:
    """What one answer says, with the words that came with it."""
    return [one.sentence, *([f"“{one.comment}”"] if one.comment else []), *one.remarks]
