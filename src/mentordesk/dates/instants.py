"""Days and times as people type them, as instants."""

from datetime import datetime, tzinfo

from mentordesk.dates import read_when
from mentordesk.domain.cadence import instant


def read_instant(typed: str, now: datetime, tz: tzinfo, *, past: bool = False) -> datetime:
    """The instant in UTC at which a clock in this zone shows what was typed.

    `past` is as for `read_when`. Raises Refusal for what is no day and time.
    """
    return instant(read_when(typed, now.astimezone(tz), past=past), tz)
