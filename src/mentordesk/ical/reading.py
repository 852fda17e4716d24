"""What calendars of others say: REPLY and COUNTER (RFC 5546 §3.2.3, §3.2.7), read leniently.

Nothing is dropped without a word: what could not be read is in the letter's `left_out`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import Any

from icalendar import Calendar, Component
from icalendar.prop import vBroken
from icalendar.timezone import tzp

from mentordesk.domain.answering import ANSWERS, Letter, Said
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.ical.components import name as named
from mentordesk.ical.mails import MOST, Found, calendars
from mentordesk.ical.narrowing import Block, check_work, is_whole, narrowed, only, together
from mentordesk.ical.original import NAME as ORIGINAL
from mentordesk.ical.original import original
from mentordesk.ical.properties import address, bare, dt, first_of, many, text

When = datetime | date
_SAYING = ("REPLY", "COUNTER")
_COMMENT = 500
_ANSWERS = 200
"""Answers of one calendar; one with more was made to do harm."""
_FEW = 100
"""Events of a calendar that answers nothing, which are looked at for what it is called."""
_HEAD = frozenset({"METHOD", "NAME", "X-WR-CALNAME", "SUMMARY", "ORGANIZER"})
_ANSWER = _HEAD | {
    "UID", "ATTENDEE", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "DURATION",
    "COMMENT", ORIGINAL,
}  # fmt: skip
"""What is asked of an answer; all else of it, words above all, is not even parsed."""


def letters(data: bytes, name: str, zone: tzinfo | None = None) -> list[Letter]:
    """Every calendar in a file or mail, as what it says.

    `zone` is taken for times whose own zone nobody knows; without it they are left out, and that is
    said. Raises Refusal with `name` when there is no calendar, or one that is cut off.
    """
    found = calendars(data, name)
    every: list[tuple[Found, list[Block], int]] = []
    for one in found:
        for blocks in _whole(narrowed(one.data, name, _ANSWER), name, remarks := list(one.remarks)):
            events = sum(each.kind == "VEVENT" for each in blocks)
            of = one._replace(remarks=tuple(remarks))
            every.append((of, _asked(blocks), events))
    texts = [together(blocks) for _, blocks, _ in every]
    check_work(texts, name)
    return [
        _letter(one, parsed([text], name)[0], events, zone)
        for (one, _, events), text in zip(every, texts, strict=True)
    ]


def calendars_in(
    data: bytes, name: str, wanted: frozenset[str], remarks: list[str], guest: str = ""
) -> Iterator[list[Block]]:
    """Each calendar of a file as its blocks; what is odd about it goes to the remarks.

    `wanted` and `guest` as for narrowing.narrowed.
    """
    for one in calendars(data, name):
        remarks += one.remarks
        yield from _whole(narrowed(one.data, name, wanted, guest), name, remarks)


def _whole(every: Iterable[list[Block]], name: str, remarks: list[str]) -> list[list[Block]]:
    """The calendars of a text that end. Raises Refusal with `name` when none does."""
    ends = (one for one in every if is_whole(one))
    found = list(islice(ends, MOST + 1))
    if not found:
        raise Refusal(f"{name} is cut off: its calendar does not end. Save it anew and try again.")
    if len(found) > MOST:
        remarks.append(f"Left out: what comes after the first {MOST} calendars.")
    return found[:MOST]


def parsed(texts: Sequence[str], name: str) -> list[Calendar]:
    """A calendar of each text. Raises Refusal with `name` for what is none, or is too much.

    Zones that an earlier file described are forgotten: its rules are not those of this one.
    """
    check_work(texts, name)
    tzp.use_default()
    try:
        return [one for text in texts for one in _calendars(text)]
    except Exception as problem:  # a parser meets what its authors did not think of
        raise Refusal(
            f"{name} is no calendar that can be read: {clip(str(problem), 80)}."
            " Save it anew and try again."
        ) from None


def _calendars(text: str) -> Iterator[Calendar]:
    """The calendars in a text. Raises ValueError when there is none."""
    found = Calendar.from_ical(text, multiple=True)
    if not found:
        raise ValueError("it does not end")
    yield from (one for one in found if isinstance(one, Calendar))


def _asked(blocks: list[Block]) -> list[Block]:
    """What is looked at of a calendar: all of an answer, of others what they are called."""
    own, *rest = blocks
    method = next((one for one in own.lines if named(one).upper() == "METHOD"), "")
    if method.rpartition(":")[2].strip().upper() in _SAYING:
        return blocks
    few = [one for one in rest if one.kind == "VEVENT"][:_FEW]
    return [own, *(Block("VEVENT", only(one.lines, _HEAD)) for one in few)]


def _letter(found: Found, calendar: Calendar, count: int, zone: tzinfo | None) -> Letter:
    method = text(calendar, "METHOD").upper()
    reader = Reader(zone)
    events = [one for one in calendar.subcomponents if one.name == "VEVENT"]
    answers = events[:_ANSWERS] if method in _SAYING else []
    said = [reader.said(one, found.sender) for one in answers]
    if method in _SAYING and len(events) > _ANSWERS:
        reader.left_out.append(f"Left out: what comes after the first {_ANSWERS} answers.")
    called = text(calendar, "X-WR-CALNAME") or text(calendar, "NAME")
    if not called and count == 1 and events:
        called = text(events[0], "SUMMARY")
    for one in [calendar, *([] if said else events)]:
        reader.mistakes(one)
    return Letter(
        method,
        [one for one in said if one],
        count,
        called,
        next((address(first_of(one["ORGANIZER"])) for one in events if "ORGANIZER" in one), ""),
        found.sender,
        (*found.remarks, *dict.fromkeys(reader.left_out)),
    )


class Reader:
    """Reads properties one by one and keeps a sentence for each that cannot be used."""

    def __init__(self, zone: tzinfo | None) -> None:
        self.zone = zone
        self.left_out: list[str] = []

    def said(self, event: Component, sender: str) -> Said | None:
        """One event of an answer; None when it names no invitation or nobody who answers."""
        self.mistakes(event)
        uid, people = text(event, "UID"), many(event, "ATTENDEE")
        who, rid = _answering(people, sender), self.when(event, "RECURRENCE-ID", floating=True)
        missing = "to what" if not uid else "of whom" if not people else "which guest answers"
        if uid and who is not None:
            missing = "" if rid or "RECURRENCE-ID" not in event else "to which date"
            missing = missing if address(who) else "of whom"
        if missing or who is None:
            self.left_out.append(f"Left out: an answer that does not say {missing}.")
            return None
        if rid and "RANGE" in first_of(event["RECURRENCE-ID"]).params:
            self.left_out.append("Left out: “and all after it”; the answer counts for its date.")
        was = self.original(event)
        if ORIGINAL in event and was is None and rid is None:
            return None
        params = who.params
        start = self.instant(event, "DTSTART")
        return Said(
            uid=uid,
            address=address(who),
            partstat=self.partstat(params),
            rid=rid,
            sequence=self.number(event, "SEQUENCE"),
            stamp=self.instant(event, "DTSTAMP"),
            name=one_line(str(params.get("CN", ""))),
            comment=_comment(event, params),
            delegate=bare(str(first_of(params.get("DELEGATED-TO", "")))),
            start=start,
            end=self.end(event, start),
            was=was,
        )

    def original(self, event: Component) -> When | None:
        """The date that Outlook means by its start; None when there is none, or no one can tell."""
        value = first_of(event.get(ORIGINAL))
        if value is None:
            return None
        found = original(value, first_of(event.get("DTSTART")), self.zone)
        if found is None:
            said = f"{value.params.get('TZID', '')} {value}".strip()
            self.left_out.append(
                f"Left out: a proposal for one date; which one ({clip(said, 60)}) is not clear."
                " Ask them, or name the zone: mentordesk ics read FILE --zone ZONE"
            )
        return found

    def partstat(self, params: Any) -> str:
        """The answer of a guest; a word that nobody knows is none."""
        said = str(params.get("PARTSTAT", "NEEDS-ACTION")).upper()
        if said in ANSWERS:
            return said
        self.left_out.append(f"Left out: the answer “{clip(said, 30)}”, which nobody knows.")
        return "NEEDS-ACTION"

    def mistakes(self, component: Component) -> None:
        """Note what icalendar could not make sense of."""
        for name, problem in component.errors:
            what = f"{name}, which cannot be read" if name else "a line that cannot be read"
            why = "" if name else f" ({clip(one_line(str(problem)), 70)})"
            self.left_out.append(f"Left out: {what}{why}.")

    def when(self, event: Component, name: str, *, floating: bool = False) -> When | None:
        """A time or day of an event; with `floating`, a wall time of no zone stays one."""
        value = first_of(event.get(name)) if name in event else None
        if value is None or isinstance(value, vBroken):
            return None
        at = dt(value)
        if not isinstance(at, date) or not 1900 <= at.year <= 2200:
            self.left_out.append(
                f"Left out: {name} ({clip(str(at or value), 40)}), which is no time to meet."
            )
            return None
        zone = str(getattr(value, "params", {}).get("TZID", ""))
        if not isinstance(at, datetime) or at.tzinfo is not None:
            return at
        if self.zone is not None:
            return at.replace(tzinfo=self.zone)
        if floating and not zone:
            return at
        self.left_out.append(
            f"Left out: {name}, because the zone “{clip(zone, 40)}” is not known."
            if zone
            else f"Left out: {name}, because it does not say in which zone."
        )
        return None

    def instant(self, event: Component, name: str) -> datetime | None:
        """A time of an event in UTC; None for whole days."""
        at = self.when(event, name)
        return at.astimezone(UTC) if isinstance(at, datetime) else None

    def end(self, event: Component, start: datetime | None) -> datetime | None:
        """When an event ends, by its DTEND or DURATION."""
        if "DTEND" in event or start is None:
            return self.instant(event, "DTEND")
        length = dt(event.get("DURATION"))
        try:
            return start + length if isinstance(length, timedelta) else None
        except OverflowError:
            self.left_out.append("Left out: DURATION, which is no length of a meeting.")
            return None

    def number(self, event: Component, name: str) -> int | None:
        """A whole number; None when there is none."""
        try:
            value = first_of(event.get(name))
            return None if value is None or isinstance(value, vBroken) else int(str(value))
        except ValueError:
            self.left_out.append(f"Left out: {name}, which is no number.")
            return None


def _answering(people: list[Any], sender: str) -> Any:
    """Who of the guests is speaking: the sender of the mail, else the only one with an answer."""
    if len({address(one) for one in people}) < 2:
        return people[-1] if people else None
    for one in people:
        if address(one) == sender.lower():
            return one
    waiting = ("NEEDS-ACTION", "")
    said = [one for one in people if str(one.params.get("PARTSTAT", "")).upper() not in waiting]
    guests = [one for one in said if str(one.params.get("ROLE", "")).upper() != "CHAIR"]
    return guests[0] if len(guests) == 1 else None


def _comment(event: Component, params: Any) -> str:
    """What somebody wrote with the answer; Google and Outlook put it elsewhere."""
    said = [str(one) for one in many(event, "COMMENT")] or [
        str(params.get("X-RESPONSE-COMMENT", ""))
    ]
    return clip(" ".join(clean(one) for one in said), _COMMENT)
