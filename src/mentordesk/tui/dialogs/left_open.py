"""What became of a call that nobody closed: held until when, nobody came, or still going."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.sessions import Session
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

HELD, UNTIL, NOBODY, GOING = "held", "until", "nobody", "going"


class LeftOpen(Dialog[str]):
    """Asks instead of counting the night; returns what to say of it, '' for a call that goes on."""

    HELP: ClassVar[str | None] = """
    # A call that was never closed

    `←` and `→` say what became of it. Enter writes that down: the time that is counted ends when
    the call did, not now. **Still going** changes nothing; you are asked again next time.
    """

    def __init__(self, desk: "Desk", session: Session) -> None:
        self.desk, self.session = desk, session
        self.name_ = desk.people.by_mentorship(session.mentorship_id).mentee.name
        super().__init__(f"The call with {self.name_} was never closed")
        box = session.timebox
        self.ends = box.agreed_end.astimezone(desk.tz) if box else desk.now()

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What became of it, and the time, where it took longer or ended early."""
        ways = [
            (HELD, f"held until its end at {self.ends:%H:%M}"),
            (UNTIL, "held until another time"),
            (NOBODY, "nobody came"),
            (GOING, "it is still going"),
        ]
        yield "It was", Choice(ways, HELD, id="became")
        yield "Until", Entry(placeholder="a time, such as 19:20", id="until")

    def _became(self) -> str:
        """The word chosen; who types a time has said that it was held until then."""
        word = self.query_one("#became", Choice).value
        return UNTIL if word == HELD and self.value("until") else word

    def echo(self) -> str:
        """What will be written down."""
        word = self._became()
        if word == UNTIL:
            until = self._until().astimezone(self.desk.tz)
            return f"Held until {until:%a} {until.day} {until:%b %H:%M}; that time is counted."
        return {
            HELD: f"Held until {self.ends:%a} {self.ends.day} {self.ends:%b %H:%M}.",
            NOBODY: f"{self.name_} did not come; a follow-up goes on your list.",
            GOING: "Nothing is changed. The call and its clock go on.",
        }[word]

    def _until(self) -> datetime:
        from mentordesk.dates.instants import read_instant  # only who types a time needs it

        return read_instant(self.value("until"), self.desk.now(), self.desk.tz, past=True)

    def on_choice_changed(self) -> None:
        """Another word says something else."""
        self.understand()

    def save(self) -> str:
        """Close the call as it was."""
        word, calls = self._became(), self.desk.calls
        if word == GOING:
            return ""
        if word == NOBODY:
            calls.no_show(self.session.id)
            return "Noted, with a follow-up on your list. u takes it back."
        calls.close(self.session.id, ended=self._until() if word == UNTIL else None)
        return "Closed. u takes it back."
