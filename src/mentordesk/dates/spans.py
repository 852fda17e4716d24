"""From when to when, inside a line that says more: `17:00-19:00`, `5 to 7pm`, `at 18.30`."""

import re
from datetime import time
from typing import NamedTuple

from mentordesk.dates import read_time
from mentordesk.domain.errors import Refusal

_CLOCK = r"\d\d?[:.]\d\d(?: ?[ap]m)?|\d\d? ?[ap]m"
_TO = r"(?: ?- ?| to | till | until )"
_BEFORE, _AFTER = r"(?<![\w.:-])(?:(?:at|from) )?", r"(?![\w:]|-\w)"
_FORMS = (
    rf"{_BEFORE}(?P<at>{_CLOCK}){_TO}(?P<end>{_CLOCK}|\d\d?){_AFTER}",
    rf"{_BEFORE}(?P<at>\d\d?){_TO}(?P<end>{_CLOCK}){_AFTER}",
    rf"{_BEFORE}(?P<at>{_CLOCK})(?P<end>){_AFTER}",
    rf"{_BEFORE}(?P<at>\d\d?){_TO}(?P<end>\d\d?)$",
)
_DAY = 24 * 60


class Span(NamedTuple):
    """When something begins and how many minutes later it ends, 0 where no end is said."""

    at: time
    minutes: int = 0


def take_span(line: str) -> tuple[Span | None, str]:
    """The time in a line of small letters, and the line without it; None where there is none.

    Numbers alone are hours only as both ends of a span (`17-19`). Raises Refusal for a time that no
    clock shows, and for a span without length.
    """
    found = next((hit for form in _FORMS if (hit := re.search(form, line))), None)
    if found is None:
        return None, line
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    return _span(found["at"], found["end"]), " ".join(rest.split())


def _span(first: str, last: str) -> Span:
    if not last:
        return Span(read_time(first))
    end = _minutes(last)
    halves = [first]
    if last[-1] == "m" and first[-1] != "m":
        same, other = last[-2:], {"am": "pm", "pm": "am"}[last[-2:]]
        halves = (
            [f"{first}{same}", f"{first}{other}"]
            if int(re.split("[:.]", first)[0]) < 13
            else halves
        )
    begins = [_minutes(half) for half in halves]
    begin = next((one for one in begins if one < end), begins[0])
    if not (end - begin) % _DAY:
        raise Refusal(f"{first}-{last} ends when it begins. Try 17:00-19:00.")
    return Span(time(*divmod(begin % _DAY, 60)), (end - begin) % _DAY)


def _minutes(typed: str) -> int:
    """Minutes since midnight; 24:00 is the end of the day."""
    whole = f"{typed}:00" if typed.isdigit() else typed
    if whole.replace(".", ":") == "24:00":
        return _DAY
    at = read_time(whole)
    return at.hour * 60 + at.minute
