"""Who sends a calendar and who gets it: ORGANIZER and ATTENDEE (RFC 5546 §3.2)."""

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
        _check(self.email)

    def address(self) -> vCalAddress:
        """The property; quotes and carets leave the name, old programs show their escapes raw."""
        return _address(self.name, self.email)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is invited, with the last answer. Raises Refusal when `email` is no address."""

    name: str
    email: str
    partstat: str = "NEEDS-ACTION"

    def __post_init__(self) -> None:
        _check(self.email)

    def address(self, asks: bool = False) -> vCalAddress:
        """The property; RSVP=TRUE makes programs show their buttons. `asks` forgets the answer."""
        address = _address(self.name, self.email)
        address.params["CUTYPE"] = "INDIVIDUAL"
        address.params["PARTSTAT"] = "NEEDS-ACTION" if asks else self.partstat
        address.params["ROLE"] = "REQ-PARTICIPANT"
        address.params["RSVP"] = "TRUE"
        return address


def _check(email: str) -> None:
    local, _, host = email.rpartition("@")
    odd = _SPECIAL.search(email) or "@" in local or not host
    if odd or not _ADDRESS.fullmatch(email):
        raise Refusal(f"“{one_line(email)}” is no mail address. Write it like me@example.org.")


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    said = one_line(name.replace('"', "'").replace("^", " "))
    if said:
        address.params["CN"] = said
    return address
