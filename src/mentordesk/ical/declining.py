"""DECLINECOUNTER (RFC 5546 §3.2.8): a proposed time is not taken."""

from collections.abc import Callable, Mapping
from datetime import datetime

from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import Sent
from mentordesk.ical.components import Lines, instance, without
from mentordesk.ical.lines import Text
from mentordesk.ical.messages import message_calendar
from mentordesk.ical.organizer import Attendee, Organizer
from mentordesk.ical.revisions import Part, Revision

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
    attendee: Attendee,
    comment: str,
    tzif: Callable[[str], bytes],
) -> bytes:
    """The file for who proposed: the event as it was `sent`, with the SEQUENCE they know.

    `sent` holds the last messages under the UID, by RECURRENCE-ID; `rid` is the date, '' for all.
    """
    own = sent.get(rid)
    lines = own.lines if own else instance(sent[""].lines, rid)
    said = _with_comment(without(lines, ("EXDATE",)), comment)
    revision = Revision("decline", METHOD, "instance", uid, (Part(rid, sequence, said),))
    return message_calendar(revision, series, stamp, organizer, lambda _: [attendee], tzif)


def _with_comment(lines: Lines, comment: str) -> Lines:
    if not comment:
        return lines
    return (*lines[:-1], f"COMMENT:{Text(comment).to_ical().decode()}", lines[-1])
