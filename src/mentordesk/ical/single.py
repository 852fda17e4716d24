"""REQUEST and CANCEL (RFC 5546 §3.2.2, §3.2.5) about something that happens once."""

from icalendar.prop import vInt

from mentordesk.domain.inviting import CANCEL
from mentordesk.ical.calendar import Zones, add, head
from mentordesk.ical.lines import Text
from mentordesk.ical.organizer import Attendee, Organizer
from mentordesk.ical.parts import Tzif
from mentordesk.ical.publishing import Single, single_event


def single_message(
    one: Single,
    method: str,
    sequence: int,
    organizer: Organizer,
    attendee: Attendee,
    tzif: Tzif,
) -> bytes:
    """The file of one message to one guest, stamped with `one.stamp`."""
    calendar, zones = head(method), Zones(tzif)
    event = single_event(one, zones)
    event["SEQUENCE"], event["ATTENDEE"] = vInt(sequence), attendee.address(asks=True)
    if method == CANCEL:
        event["STATUS"] = Text("CANCELLED")
    else:
        event["X-MICROSOFT-CDO-BUSYSTATUS"] = Text("BUSY")
    add(calendar, [event], organizer)
    return zones.file(calendar)
