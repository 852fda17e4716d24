"""What comes back to an invitation: answers and proposed times, and the words for them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from mentordesk.domain.rules import short_day

ANSWERS = {
    "ACCEPTED": "accepted",
    "DECLINED": "declined",
    "TENTATIVE": "perhaps",
    "DELEGATED": "sends somebody else",
    "NEEDS-ACTION": "no answer yet",
}
"""PARTSTAT (RFC 5545 §3.2.12) in words."""
COUNTER_STATES = ("open", "accepted", "refused", "replaced")


class Said(NamedTuple):
    """One event of a REPLY or COUNTER as it was read; None is what it does not say.

    `rid` names a date of a series: an instant, a day, or a wall time without a zone. `start` and
    `end` are instants, and `was` is the start or day of the one date that Outlook means.
    """

    uid: str
    address: str
    partstat: str
    rid: datetime | date | None = None
    sequence: int | None = None
    stamp: datetime | None = None
    name: str = ""
    comment: str = ""
    delegate: str = ""
    start: datetime | None = None
    end: datetime | None = None
    was: datetime | date | None = None


class Letter(NamedTuple):
    """A calendar that came in: its METHOD, what it says, and what of it could not be read.

    `sender` is the address of the mail it came in. `events` counts its events, `called` is what it
    or its only event calls itself.
    """

    method: str
    said: Sequence[Said]
    events: int = 0
    called: str = ""
    organizer: str = ""
    sender: str = ""
    left_out: Sequence[str] = ()


class Answer(NamedTuple):
    """What a guest has said to the slot (`day` is None), or to the date of a day of its rule.

    `on` is the day on which that date is now. `run` tells the run of the slot from others, '' for
    the only one; `since` and `until` are its ends, None for none.
    """

    name: str
    handle: str
    address: str
    partstat: str
    day: date | None = None
    comment: str = ""
    delegate: str = ""
    at: datetime | None = None
    on: date | None = None
    run: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """The answer as a screen says it."""
        if self.partstat == "DELEGATED" and self.delegate:
            return f"sends {self.delegate}"
        return ANSWERS.get(self.partstat, self.partstat.lower())


class Counter(NamedTuple):
    """Another time that a guest proposed: instants in UTC; `day` is None for the whole slot.

    `was` is when the meeting is now, None when there is none of that day any more.
    """

    id: str
    mentorship_id: str
    name: str
    handle: str
    address: str
    day: date | None
    was: datetime | None
    start: datetime
    minutes: int
    comment: str
    state: str
    sequence: int
    uid: str
    rid: str


class Finding(NamedTuple):
    """What a file said and what became of it.

    `kind` is answer, known, stale, stranger, unknown, counter, booking or foreign; `counts` when
    the desk knows more than before.
    """

    kind: str
    sentence: str
    counts: bool = False
    handle: str = ""
    partstat: str = ""
    day: date | None = None
    comment: str = ""
    counter_id: str = ""
    remarks: Sequence[str] = ()


def means(said: Said) -> str:
    """What an answer says, after a name: `accepted`, `says perhaps`."""
    words = Answer("", "", "", said.partstat, delegate=said.delegate).words
    return {"perhaps": "says perhaps", "no answer yet": "gives no answer"}.get(words, words)


def stranger(said: Said, whose: str = "") -> Finding:
    """An answer from an address that was not invited, which changes nothing.

    `whose` it may be, and how it is read then: `ada, read it again with --as ada.`
    """
    named = f"{said.name} <{said.address}>" if said.name else said.address
    return Finding(
        "stranger",
        f"{named} was not invited, and {means(said)}; it changes nothing.",
        partstat=said.partstat,
        comment=said.comment,
        remarks=(f"If that is another address of {whose}",) if whose else (),
    )


def answer_lines(answers: Iterable[Answer]) -> list[str]:
    """A line for each guest and run of the slot: what they said to it, then to single dates.

    `ada: accepted; 8 Dec declined`, `ada, from 5 Jan: accepted`
    """
    lines: dict[str, list[str]] = {}
    for one in sorted(answers, key=_in_order):
        day = one.on or one.day
        when = f"{short_day(day)} " if day else ""
        said = f" (“{one.comment}”)" if one.comment else ""
        whose = f"{one.handle}, {one.run}" if one.run else one.handle
        lines.setdefault(whose, []).append(f"{when}{one.words}{said}")
    return [f"{whose}: {'; '.join(parts)}" for whose, parts in lines.items()]


def _in_order(one: Answer) -> tuple[str, date, date]:
    return one.handle, one.since or date.min, one.on or one.day or date.min


def is_stale(said: Said, sequence: int, stamp: datetime) -> bool:
    """Whether an answer is to an earlier message than the last one (RFC 5546 §2.1.5).

    Without a SEQUENCE its DTSTAMP decides.
    """
    if said.sequence is None:
        return said.stamp is not None and said.stamp < stamp
    return said.sequence < sequence
