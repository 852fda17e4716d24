"""Single properties of a calendar as icalendar has parsed them, there once or more often."""

from typing import Any

from icalendar import Component
from icalendar.prop import vBroken

from mentordesk.domain.text import one_line


def text(component: Component, name: str) -> str:
    """A text on one line, clean; '' when there is none."""
    return one_line(str(first_of(component.get(name, ""))))


def address(value: Any) -> str:
    """The mail address of an ORGANIZER or ATTENDEE in small letters, however it is written."""
    params = getattr(value, "params", {})
    said = bare(str(value))
    return said if "@" in said else bare(str(params.get("EMAIL", said)))


def bare(said: str) -> str:
    """A mail address in small letters without `mailto:` and brackets."""
    plain = one_line(said)
    return (plain[7:] if plain[:7].lower() == "mailto:" else plain).strip("<>").lower()


def many(event: Component, name: str) -> list[Any]:
    """Every value of a property, none where it is not there."""
    value = event.get(name)
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def first_of(value: Any) -> Any:
    """The first one, where a property is there more than once."""
    return value[0] if isinstance(value, list) and value else value


def dt(value: Any) -> Any:
    """What icalendar made of a value; None where it is broken."""
    value = first_of(value)
    return None if value is None or isinstance(value, vBroken) else getattr(value, "dt", None)
