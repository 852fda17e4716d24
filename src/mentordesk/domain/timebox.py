"""The clock of a call, computed from what is stored: start, pauses and extensions.

The end is the slot's end when the call started inside the slot, else start + length. An extension
moves it because both sides agreed; a pause moves it too, except under a hard stop.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

WORK, WRAP_UP, OVER = "work", "wrap-up", "over"


@dataclass(frozen=True, slots=True)
class Timebox:
    """One session's time. Instants are aware UTC; `pauses` end with None while one is running."""

    started: datetime
    planned_end: datetime
    reserve: int
    hard_stop: bool = False
    extended: int = 0
    pauses: tuple[tuple[datetime, datetime | None], ...] = ()

    def paused(self, now: datetime) -> timedelta:
        """How long the call stood still up to `now`; never negative, even with a clock set back."""
        gone = (min(until or now, now) - since for since, until in self.pauses)
        return sum((max(pause, timedelta()) for pause in gone), timedelta())

    def standing(self, since: datetime, until: datetime, now: datetime) -> timedelta:
        """How much of a span the call stood still."""
        whole = ((max(begin, since), min(end or now, until)) for begin, end in self.pauses)
        return sum((max(end - begin, timedelta()) for begin, end in whole), timedelta())

    @property
    def is_paused(self) -> bool:
        """Whether a pause is running."""
        return bool(self.pauses) and self.pauses[-1][1] is None

    def end(self, now: datetime) -> datetime:
        """The wall-clock instant at which the call ends, as things stand."""
        shift = timedelta() if self.hard_stop else self.paused(now)
        return self.planned_end + timedelta(minutes=self.extended) + shift

    @property
    def agreed_end(self) -> datetime:
        """The end without a pause that is still running: one may have been forgotten."""
        return self.end(self.pauses[-1][0] if self.is_paused else self.planned_end)

    def is_left_behind(self, now: datetime) -> bool:
        """Whether the end is longer past than the call was to take: nobody talks that long."""
        return now - self.agreed_end > self.agreed_end - self.started

    def wrap_up(self, now: datetime) -> datetime:
        """When the reserve begins; never before the start."""
        return max(self.started, self.end(now) - timedelta(minutes=self.reserve))

    def phase(self, now: datetime) -> str:
        """`work`, `wrap-up` or `over`."""
        if now >= self.end(now):
            return OVER
        return WRAP_UP if now >= self.wrap_up(now) else WORK

    def left(self, now: datetime) -> timedelta:
        """Time to the end; negative once it is over."""
        return self.end(now) - now

    def share(self, now: datetime) -> float:
        """How much of the whole is gone, 0 to 1."""
        whole = (self.end(now) - self.started).total_seconds()
        return (
            min(max((now - self.started).total_seconds() / whole, 0.0), 1.0) if whole > 0 else 1.0
        )

    def reserve_share(self, now: datetime) -> float:
        """Where the reserve begins on the bar, 0 to 1."""
        whole = (self.end(now) - self.started).total_seconds()
        gone = (self.wrap_up(now) - self.started).total_seconds()
        return min(max(gone / whole, 0.0), 1.0) if whole > 0 else 1.0

    def worked(self, ended: datetime) -> int:
        """Whole minutes of the call without its pauses, at least 0, rounded to the nearest."""
        seconds = (ended - self.started - self.paused(ended)).total_seconds()
        return max(0, round(seconds / 60))


def planned_end(
    started: datetime, slot: tuple[datetime, datetime] | None, minutes: int
) -> datetime:
    """The slot's end when started inside it (or up to an hour early), else start + length."""
    if slot and slot[0] - timedelta(hours=1) <= started < slot[1]:
        return slot[1]
    return started + timedelta(minutes=minutes)


def clock(left: timedelta) -> str:
    """Minutes and seconds as a clock shows them: `32:18`, `1:02:00`, `-00:30` once it is over."""
    seconds = round(left.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return (
        f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes:02}:{seconds:02}"
    )
