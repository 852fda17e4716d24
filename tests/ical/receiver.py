"""A calendar that is sent invitations: it takes each message as the RFC has it, or leaves it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import recurring_ical_events
from tests.ical.samples import Span


class Receiver:
    """What somebody's calendar believes, by UID and RECURRENCE-ID; '' is the series itself.

    A message that is not newer than what is known is left alone (RFC 5546 §2.1.5), as is one about
    a date of a series that nobody has.
    """

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Any]] = {}
        self.left_alone: list[str] = []

    def read(self, files: list[Path]) -> None:
        """Take messages in the order in which they were written; files of everything are none."""
        for path in files:
            if not path.name.endswith("-full.ics"):
                self.take(path.read_bytes())

    def take(self, data: bytes) -> None:
        """Take one message."""
        calendar = icalendar.Calendar.from_ical(data)
        events = {_rid(event): event for event in calendar.events}
        uid = str(calendar.events[0]["UID"])
        known = self.known.setdefault(uid, {})
        is_whole = "" in events
        told = known if is_whole else {rid: known.get(rid, known.get("")) for rid in events}
        if any(one and not _is_newer(events, one, rid) for rid, one in told.items()):
            self.left_alone.append(f"{calendar['METHOD']} {uid}")
        elif calendar["METHOD"] == "CANCEL":
            self._cancel(uid, events)
        elif is_whole:
            self.known[uid] = events
        else:
            known.update(events)

    def _cancel(self, uid: str, events: dict[str, Any]) -> None:
        if "" in events:
            del self.known[uid]
            return
        for rid, event in events.items():
            self.known[uid].pop(rid, None)
            self.known[uid][""].add("EXDATE", event["RECURRENCE-ID"].dt)

    def shows(self, since: datetime, until: datetime) -> list[Span]:
        """The meetings it shows in [since, until), in UTC."""
        calendar = icalendar.Calendar()
        for events in self.known.values():
            for event in events.values():
                calendar.add_component(event)
        found = recurring_ical_events.of(calendar).between(since, until)
        spans = [
            tuple(event[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND"))
            for event in found
        ]
        return sorted((start, end) for start, end in spans if since <= start < until)


def _rid(event: Any) -> str:
    return event["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in event else ""


def _is_newer(events: dict[str, Any], known: Any, rid: str) -> bool:
    """Whether a message counts more than what is known of a component, by SEQUENCE, then stamp."""
    event = events.get(rid) or events.get("")
    if event is None:
        return True
    number, stamp = int(event["SEQUENCE"]), event["DTSTAMP"].dt
    was, then = int(known["SEQUENCE"]), known["DTSTAMP"].dt
    other = event["DTSTART"] != known["DTSTART"] or event.get("RRULE") != known.get("RRULE")
    return number > was or (number == was and stamp > then and not other)
