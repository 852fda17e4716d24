"""DECLINECOUNTER (RFC 5546 §3.2.8): a proposed time is not taken."""

from collections.abc import Mapping
from datetime import UTC, datetime

from icalendar import Event

from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import Sent
from mentordesk.ical.calendar import head
from mentordesk.ical.components import at, instance, line
from mentordesk.ical.events import tzid
from mentordesk.ical.lines import Text, content_lines, folded
from mentordesk.ical.organizer import Organizer
from mentordesk.ical.parts import Tzif
from mentordesk.ical.vtimezone import timezone_text

METHOD = "DECLINECOUNTER"


def declined(
    uid: str,
    rid: str,
    sequence: int,
    sent: Mapping[str, Sent],
    series: Series,
    *,
    stamp: datetime,
    organizer: Organizer,
    comment: str,
    tzif: Tzif,
) -> bytes:
    """The file for who proposed: nothing but which event is meant, by the SEQUENCE they know.

    `sent` holds the last messages under the UID, by RECURRENCE-ID; `rid` is the date, '' for all.
    """
    own = sent.get(rid)
    known = own.lines if own else instance(sent[""].lines, rid)
    zone = b""
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    lines += [f"SEQUENCE:{sequence}"] if sequence else []  # 0 may be left out, and is then lawful
    if rid:
        lines.append(line(known, "RECURRENCE-ID"))
        moment = int(at(rid, series.tz).timestamp())
        zone = timezone_text(tzid(series), tzif(series.zone), moment, moment)
    lines += _by(organizer)
    lines += [f"COMMENT:{Text(comment).to_ical().decode()}"] if comment else []
    begin = content_lines(head(METHOD))
    body = [one.encode() for one in (*lines, "END:VEVENT")]
    return b"".join([folded(begin[:-1]), zone, folded([*body, begin[-1]])])


def _by(organizer: Organizer) -> list[str]:
    event = Event()
    event["ORGANIZER"] = organizer.address()
    return [one.decode() for one in content_lines(event)[1:-1]]
