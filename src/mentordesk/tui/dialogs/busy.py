"""The calendars that count as busy: what is known of each, and forgetting one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from mentordesk.desk import Desk

KEEP, FORGET = "keep", "forget"


class BusyCalendars(Dialog[str]):
    """Returns what was forgotten, in a sentence; '' when all of them stay."""

    HELP: ClassVar[str | None] = """
    # Busy times

    Calendars of yours that were read for the times they take. `←` and `→` turn to another one; what
    was left out when it was read stands below. **Forget** removes one with its times; `u` brings it
    back. To read one anew: escape, then `r`, and give it the same name.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__("When you are busy")
        self.desk = desk
        self.known = {one.name: one for one in desk.busy.calendars()}
        if not self.known:
            raise Refusal("No calendar was read yet. r reads one, as times when you are busy.")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which calendar, and whether it stays."""
        yield "Calendar", Choice([(name, name) for name in self.known], id="name")
        yield "It", Choice([(KEEP, "stays"), (FORGET, "is forgotten")], id="fate")

    def echo(self) -> str:
        """Where it is from, what it takes, and what was left out of it."""
        one, tz = self.known[self._of("name")], self.desk.tz
        at = one.read_at.astimezone(tz)
        read = f"{one.origin}, read on {day_words(at.date(), self.desk.today())} {at:%H:%M}"
        soon = f"{counted(one.soon, 'time')} in the next four weeks"
        fate = ["Enter forgets it with all its times."] if self._of("fate") == FORGET else []
        return "\n".join([f"{read}: {soon}.", *one.left_out, *fate])

    def on_choice_changed(self) -> None:
        """Another calendar, or another fate."""
        self.understand()

    def save(self) -> str:
        """Forget it, if that is what was chosen."""
        if self._of("fate") == KEEP:
            return ""
        return f"{self.desk.busy.forget(self._of('name'))} is forgotten."

    def _of(self, field: str) -> str:
        return self.query_one(f"#{field}", Choice).value
