"""One date of the slot, another time: seen on both clocks, with what is in its way."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.cadence import Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.pages import Meeting
from mentordesk.domain.text import city
from mentordesk.tui.dialogs.taking import TakesTime
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class MoveDate(TakesTime[Sequence[str]]):
    """Returns what the programme says of it; `theirs` tells an instant on the other clock."""

    HELP: ClassVar[str | None] = """
    # Moving a date

    A day, a time, or both: `thu 19:00`, `4 dec`, `19:00`; what is left out stays as it was. A
    weekday is the one in the week of the date that moves, `next thu` a week later. Below stands
    the time as it is understood, on both clocks, and what is in its way: a call with somebody
    else, your office hours, other calendars, a change of the clocks. What of your own is there
    already can be taken all the same: press Enter once more.
    """

    def __init__(
        self,
        desk: "Desk",
        address: str,
        meeting: Meeting,
        series: Series,
        title: str,
        theirs: Callable[[datetime], str],
    ) -> None:
        super().__init__(title)
        self.desk, self.address, self.series, self.theirs = desk, address, series, theirs
        self.one = meeting.occurrence

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The one line."""
        yield "To", Entry(placeholder="thu 19:00", id="text")

    def echo(self) -> str:
        """The understood date on both clocks, and what is in its way."""
        from mentordesk.dates import echo_when

        if not self.value("text"):
            return ""
        wall, day = self._wall(), self.one.day
        (at, warnings), taken = self.foreseen(
            lambda force: self.desk.slots.plan_move(self.address, day, wall, force=force)
        )
        here = at.astimezone(self.desk.tz).replace(tzinfo=None)
        said = [echo_when(here, self.desk.today()), self.theirs(at)]
        lines = [" · ".join(filter(None, said)), *taken, *(f"! {one}" for one in warnings)]
        return "\n".join([*lines, *self._whose_clock()])

    def _whose_clock(self) -> list[str]:
        """On which clock a time is typed, where that is not the mentor's."""
        place = city(self.series.zone)
        return (
            [] if self.series.zone == self.desk.zone else [f"Typed on the slot's clock: {place}."]
        )

    def take(self, *, force: bool) -> Sequence[str]:
        """Move it."""
        if not self.value("text"):
            raise Refusal("Type a day or a time first, or leave with escape.")
        with self.desk.slots.remarks(self.address, self.one) as remarks:
            self.desk.slots.move(self.address, self.one.day, self._wall(), force=force)
        return remarks

    def _wall(self) -> datetime:
        """What was typed as wall time in the slot's zone."""
        from mentordesk.dates.moves import read_move

        now, was = (at.astimezone(self.series.tz) for at in (self.desk.now(), self.one.start))
        return read_move(self.value("text"), now, was.replace(tzinfo=None))
