"""The day at the end of a typed line: `push lab 7 by fri`."""

from datetime import date

from mentordesk.dates import read_day
from mentordesk.domain.errors import Refusal

_DAY_WORDS = 3
"""Words of the longest day, `tue 1 dec`; more than that after `by` is somebody's sentence."""
_MARKS = " .,;!"
"""What may stand behind the day and is no part of it."""


def due_at_end(line: str, today: date) -> tuple[str, date | None]:
    """Split the last ` by …` off a line when it is a day from today on; else the line as it was."""
    rest, _, tail = line.rpartition(" by ")
    if rest.strip():
        for day in dict.fromkeys((tail, tail.rstrip(_MARKS))):
            try:
                return rest.rstrip(), read_day(day, today)
            except Refusal:
                continue
    return line, None


def past_at_end(line: str, today: date) -> str:
    """The ` by …` at the end of a line that names a day before today, as typed; else ''."""
    rest, _, tail = line.rpartition(" by ")
    typed = tail.rstrip(_MARKS)
    if not rest.strip() or due_at_end(line, today)[1]:
        return ""
    try:
        read_day(typed, today, past=True)
    except Refusal:
        return ""
    return f"by {typed}"


def unread_day(line: str, today: date) -> str:
    """The last few words after ` by ` that are no day from today on; '' where there are none."""
    rest, by, tail = line.rpartition(" by ")
    is_short = 0 < len(tail.split()) <= _DAY_WORDS
    read = due_at_end(line, today)[1]
    return f"by {tail}" if by and rest.strip() and is_short and read is None else ""
