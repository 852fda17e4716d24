"""The line of `status`; without click, since a bar asks for it every few seconds."""

import re
from typing import TYPE_CHECKING

from mentordesk.cli import output, words
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.cli.entrance import Door
    from mentordesk.cli.shapes import Shape
    from mentordesk.desk import Desk
    from mentordesk.domain.coming import Status

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
PLACEHOLDERS = ("name", "who", "state", "phase", "left", "start", "end", "in")
USABLE = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)


def status(door: "Door", template: str | None = None, as_json: bool = False) -> None:
    """Print one line about the running or next call. Raises Refusal for an unknown placeholder."""
    if template is not None:
        _check(template)
    desk = door.read()
    now = desk.pages.status()
    if as_json:
        output.as_json(_shape(desk, now))
    elif now.state == "none":
        output.say()
    else:
        output.say(_filled(template or _usual(now), _values(desk, now)))


def _usual(now: "Status") -> str:
    if now.state != "running":
        return "{name} {in}"
    if now.start and now.end and -60 * now.minutes_left > (now.end - now.start).total_seconds():
        return "{name} was never closed: mentordesk session close --at WHEN"
    return (
        "{name} over by {over} min" if now.minutes_left < 0 else "{name} {left} min left ({phase})"
    )


def _values(desk: "Desk", now: "Status") -> dict[str, str]:
    return {
        "name": now.name,
        "who": now.address,
        "state": now.state,
        "phase": now.phase,
        "left": str(now.minutes_left),
        "over": str(-now.minutes_left),
        "start": f"{now.start.astimezone(desk.tz):%H:%M}" if now.start else "",
        "end": f"{now.end.astimezone(desk.tz):%H:%M}" if now.end else "",
        "in": words.until(desk, now.start) if now.start else "",
    }


def _filled(template: str, values: dict[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        return found[0][0] if found[1] is None else values[found[1]]

    return _PLACE.sub(one, template)


def _check(template: str) -> None:
    for found in _PLACE.finditer(template):
        if found[1] is not None and found[1] not in PLACEHOLDERS:
            raise Refusal(f"{found[0][:40]} is nothing status knows. Use {USABLE}.")


def _shape(desk: "Desk", now: "Status") -> "Shape":
    from mentordesk.cli import shapes  # only for those who asked for JSON

    return {
        "state": now.state,
        "who": now.address,
        "name": now.name,
        "phase": now.phase,
        "minutes_left": now.minutes_left,
        "start": shapes.instant(now.start),
        "end": shapes.instant(now.end),
        "local": shapes.local(desk, now.start),
    }
