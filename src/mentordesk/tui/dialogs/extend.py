"""Going on for longer: how many minutes, and that the mentee agreed."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, tzinfo

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import one_line
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry


class Extend(Dialog[Session]):
    """Asks for minutes and for whose yes; `verb(minutes, consent)` extends the call."""

    WHILE_SHARED = True

    def __init__(
        self,
        name: str,
        end: datetime,
        zone: tzinfo,
        verb: Callable[[int, str], Session],
        hard_stop: bool = False,
    ) -> None:
        super().__init__("Go on for longer")
        self.name_, self.end, self.zone, self.verb = one_line(name), end, zone, verb
        self.hard_stop = hard_stop

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """How long, and who said yes."""
        yield "Minutes", Entry("10", "10", id="minutes")
        yield "Agreed", Entry(f"{self.name_} said yes", "who agreed to it", id="consent")

    def echo(self) -> str:
        """The new end on the mentor's clock."""
        end = (self.end + timedelta(minutes=self._minutes())).astimezone(self.zone)
        stop = f", past its hard stop at {self.end.astimezone(self.zone):%H:%M}"
        past = stop if self.hard_stop else ""
        return f"The call will end at {end:%H:%M}{past}. It is noted that you both agreed."

    def _minutes(self) -> int:
        from mentordesk.dates import read_minutes

        return read_minutes(self.value("minutes"))

    def save(self) -> Session:
        """Extend it."""
        if not self.value("consent"):
            raise Refusal("A call goes on for longer only if the mentee agrees. Say who said yes.")
        return self.verb(self._minutes(), self.value("consent"))
