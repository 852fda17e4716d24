"""What the mentor is told when the machine's clock or zone is another while the desk is open."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.clockwork import ClockWatch
from mentordesk.domain.text import city, short_length
from mentordesk.settings import Settings, load_usable

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class Timekeeping:
    """Asked with each beat of the app's one timer; it reads a clock then, and a file's date."""

    def __init__(self, desk: "Desk", settings: Settings) -> None:
        self.desk, self.settings = desk, settings
        self._watch = ClockWatch()
        self._file = self._written()

    def news(self, now: datetime) -> str:
        """What has become of clock and zone since this was last asked; '' when all is as it was."""
        said = self._clock(now)
        if said or now.second == 0:
            return " ".join(filter(None, [said, self.zone()]))
        return ""

    def _clock(self, now: datetime) -> str:
        off = self._watch.was_set(now, self.desk.seconds())
        if not off:
            return ""
        way = "forward" if off > timedelta() else "back"
        return f"The clock of this machine was set {_amount(off)} {way}.{self._call(now, off)}"

    def _call(self, now: datetime, off: timedelta) -> str:
        """The end is an instant on the wall; what is counted of the call is by the wall, too."""
        session = self.desk.calls.running()
        box = session.timebox if session else None
        if box is None:
            return ""
        end, left = box.end(now), box.left(now)
        ends = f" The call's end stays {end.astimezone(self.desk.tz):%H:%M}"
        if left > timedelta():
            ends += f", in {_amount(left)}"
        more = "more" if off > timedelta() else "less"
        return f"{ends}. {_amount(off).capitalize()} {more} than it took would be counted."

    def zone(self) -> str:
        """Go by the zone that the settings say now, or the machine; say so when it is another."""
        if (file := self._written()) != self._file:
            self._file = file
            said = load_usable(self.desk.settings_file)[0]
            other = self.desk.use_zone(said.zone)  # refused once, and not each minute
            self.settings = said
        else:
            other = self.desk.use_zone(self.settings.zone)
        if not other:
            return ""
        return f"Times are those of {city(self.desk.zone)} from now on.{self._end()}"

    def _end(self) -> str:
        session = self.desk.calls.running()
        if session is None or session.timebox is None:
            return ""
        return f" The call ends at {session.timebox.agreed_end.astimezone(self.desk.tz):%H:%M}."

    def _written(self) -> float:
        """When the settings were last written; 0 when there are none."""
        with suppress(OSError):
            return Path(self.desk.settings_file).stat().st_mtime
        return 0.0


def _amount(span: timedelta) -> str:
    """`12 s`, `7 min`, `1 h 30`, `3 days`."""
    seconds = round(abs(span).total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    if seconds >= 2 * 86_400:
        return f"{seconds // 86_400} days"
    return short_length(round(seconds / 60))
