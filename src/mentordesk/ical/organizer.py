"""Who sends the calendar: the ORGANIZER of a published file (RFC 5546 §3.2.1)."""

import re
from dataclasses import dataclass

from icalendar.prop import vCalAddress

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import one_line

_ADDRESS = re.compile(r"[!-~]+@[!-~]+")
_SPECIAL = re.compile(r'[\s<>(),;:"\\\[\]]')


@dataclass(frozen=True, slots=True)
class Organizer:
    """The mentor as calendars show them. Raises Refusal when `email` is no mail address."""

    name: str
    email: str

    def __post_init__(self) -> None:
        local, _, host = self.email.rpartition("@")
        odd = _SPECIAL.search(self.email) or "@" in local or not host
        if odd or not _ADDRESS.fullmatch(self.email):
            raise Refusal(
                f"“{one_line(self.email)}” is no mail address. Write it like me@example.org."
            )

    def address(self) -> vCalAddress:
        """The property; quotes and carets leave the name, old programs show their escapes raw."""
        address = vCalAddress(f"mailto:{self.email}")
        name = one_line(self.name.replace('"', "'").replace("^", " "))
        if name:
            address.params["CN"] = name
        return address
