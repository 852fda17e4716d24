"""Whether a machine's clock was set to another time, told apart from time that simply went by."""

from datetime import datetime, timedelta

LEAST = timedelta(seconds=5)
"""What a clock may be off by without a word; a tick that came late is less."""


class ClockWatch:
    """Compares the clock on the wall with seconds that only go by, the machine's sleep included."""

    def __init__(self) -> None:
        self._last: tuple[datetime, float] | None = None

    def was_set(self, now: datetime, seconds: float) -> timedelta:
        """By how much the clock was set since this was last asked; forward is positive, else 0."""
        before, self._last = self._last, (now, seconds)
        if before is None:
            return timedelta()
        off = (now - before[0]) - timedelta(seconds=seconds - before[1])
        return off if abs(off) > LEAST else timedelta()
