"""A time that somebody proposed: taken or refused, with the file that tells them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.answering import Counter
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.dialogs.taking import TakesTime
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

TAKE, REFUSE = "take", "refuse"


class AnswerCounter(TakesTime[str]):
    """Returns what was written, in a sentence."""

    HELP: ClassVar[str | None] = """
    # A proposed time

    Taken, the date moves there and the update is written; refused, everything stays and a message
    that says so is written. Send what is written with your mail program. Escape lets it wait.

    What of your own is there already is named, and can be taken all the same: press Enter once
    more.
    """

    def __init__(self, desk: "Desk", one: Counter) -> None:
        super().__init__(f"{one.name} proposes another time")
        self.desk, self.one = desk, one

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Yes or no, a word with it, and where the file goes."""
        yield "Answer", Choice([(TAKE, "take it"), (REFUSE, "leave it as it is")], id="answer")
        yield "Comment", Entry(placeholder="sent with a no; may stay empty", id="comment")
        forms = [("eml", "mails to open and send"), ("ics", "calendar files to attach")]
        yield "As", Choice(forms, id="form")
        yield "Into", Entry(str(self.desk.invites.outbox()), id="folder")

    def echo(self) -> str:
        """What is proposed and, as long as it is to be taken, what is in its way."""
        said = [self.desk.replies.sentence(self.one)]
        said += [f"“{self.one.comment}”"] if self.one.comment else []
        return "\n".join([*said, *(self._in_the_way() if self._takes else ())])

    def _in_the_way(self) -> list[str]:
        busy, taken = self.foreseen(
            lambda force: self.desk.replies.in_the_way(self.one, taking=force)
        )
        return [*taken, *busy]

    @property
    def _takes(self) -> bool:
        return self.query_one("#answer", Choice).value == TAKE

    def on_mount(self) -> None:
        """A comment goes with a no alone, from the beginning."""
        super().on_mount()
        self.on_choice_changed()

    def on_choice_changed(self) -> None:
        """A comment goes with a no alone, and what is in the way with a yes."""
        self.query_one("#comment", Entry).disabled = self._takes
        self.understand()

    def take(self, *, force: bool) -> str:
        """Do what was chosen, and write what tells them."""
        replies = self.desk.replies
        typed = whole_path(self.value("folder") or ".")
        folder = self.desk.invites.open_folder(typed)
        eml = self.query_one("#form", Choice).value == "eml"
        if self._takes:
            files = replies.accept(self.one.id, folder, eml=eml, taking=force)
        else:
            comment = self.value("comment")
            files = [replies.refuse(self.one.id, folder, comment=comment, eml=eml)]
        return f"Send what was written to {folder}: {', '.join(one.name for one in files)}"
