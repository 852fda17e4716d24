"""The messages that bring other people's calendars up to date with the slots of a mentorship.

Imported only by the verbs that write invitations: icalendar comes with it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from mentordesk import zones
from mentordesk.desk.invite_parts import Parts, parts_of
from mentordesk.desk.invite_words import Words, clocks_of
from mentordesk.domain.cadence import Series
from mentordesk.domain.differing import differences
from mentordesk.domain.inviting import (
    AS_A_WHOLE,
    BY_ONE_RULE,
    CANCEL,
    REQUEST,
    Invited,
    Outgoing,
    Sent,
    shortened,
)
from mentordesk.domain.people import Mentee, Relation

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.ical import Attendee, Revision


class Planned(NamedTuple):
    """A message with what is to be kept of it; `replaces` all that was said under its UID.

    `anew` are the components of which earlier answers count no more.
    """

    series: Series
    outgoing: Outgoing
    record: tuple[Sent, ...]
    replaces: bool
    anew: tuple[str, ...] = ()


def planned(
    desk: "Desk", found: Relation, guests: Sequence[Mentee], *, again: bool = False
) -> list[Planned]:
    """What is due for every slot of a mentorship, the earliest slot first.

    `again`: every invitation that stands as a whole, even if nothing of it is new; where none
    does, what was called off.
    """
    made: list[Planned] = []
    gone: list[Planned] = []
    follows = ""
    for series, sent, run in parts_of(desk, found):
        one = _Slot(desk, found, guests, series, sent, run, follows)
        made += one.due(again)
        gone += one.called_off() if again else []
        if one.sent or one.now:
            follows = series.uid
    return made or gone


def withdrawn(desk: "Desk", found: Relation, guests: Sequence[Mentee]) -> list[Planned]:
    """What takes every invitation back that still has dates to come."""
    every = parts_of(desk, found, sent_alone=True)
    slots = (_Slot(desk, found, guests, *part) for part in every)
    return [one for slot in slots for one in slot.taken_back()]


class _Slot:
    """One series: what its receivers were told, what is, and the messages between the two."""

    def __init__(
        self,
        desk: "Desk",
        found: Relation,
        guests: Sequence[Mentee],
        series: Series,
        sent: Mapping[str, Parts],
        run: str = "",
        follows: str = "",
    ) -> None:
        from mentordesk.ical import Organizer, Published, as_told, lines_by_uid

        self.desk, self.found, self.guests, self.series = desk, found, guests, series
        self.present = desk.now()
        self.summary = desk.exports.summary(series)
        self.organizer = Organizer(desk.mentor, desk.email)
        self.sent = sent
        self.was = as_told(series, self.sent, desk.zone_of)
        known = any(one and one.next_after(self.present) for one in (series, self.was))
        known = known or any(self._is_ahead(uid) for uid in sent)
        item = Published(
            series,
            self.summary,
            location=series.place,
            follows=follows,
            for_outlook=any(one.calendar in BY_ONE_RULE for one in guests),
        )
        self.whole = lines_by_uid(item, zones.tz_bytes) if known else {}
        begun = self.was.starts_on if self.was else None
        self.now = lines_by_uid(item, zones.tz_bytes, begun) if known and begun else self.whole
        self.is_over = not known
        self.clocks = clocks_of(desk, series, guests)
        self.words = Words(series, self.present, self.clocks, run)

    def due(self, again: bool = False) -> list[Planned]:
        """The messages that are due, those about dates that left their place last."""
        from mentordesk.ical import revisions

        if self.is_over:
            return []
        # Nextcloud loses a series by a message about one of its dates.
        full = any(one.calendar in AS_A_WHOLE for one in self.guests)
        changed = (
            differences(self.was, self._alive(), self.present, self.clocks) if self.was else {}
        )
        made = []
        for uid in sorted({*self.now, *self.sent}, key=lambda uid: (uid != self.series.uid, uid)):
            parts, sent = self.now.get(uid, {}), self.sent.get(uid, {})
            if uid != self.series.uid and self._is_past(parts, sent):
                continue
            joined, gone = self._comings(sent)
            due = revisions(
                uid,
                parts,
                sent,
                full=full,
                joined=bool(joined),
                gone=bool(gone),
                whole=self.whole.get(uid),
                clocks=self._shift(sent) is not None,
                again=again,
            )
            made += [self._planned(one, sent, gone, changed) for one in due]
        return made

    def taken_back(self) -> list[Planned]:
        """CANCEL for everything of which dates are still to come."""
        from mentordesk.ical import withdrawal

        if self.is_over:
            return []
        return [
            self._planned(one, sent, [], {})
            for uid, sent in self.sent.items()
            if uid == self.series.uid or not self._is_past({}, sent)
            for one in withdrawal(uid, sent)
        ]

    def called_off(self) -> list[Planned]:
        """What was taken back and would still be to come, told as it was."""
        from mentordesk.ical import repeated

        every = [one for uid, sent in self.sent.items() for one in repeated(uid, sent)]
        due = [one for one in every if self._would_come(one.uid, self.sent[one.uid])]
        return [self._planned(one, self.sent[one.uid], [], {}) for one in due]

    def _would_come(self, uid: str, sent: Parts) -> bool:
        """Whether who does not know that all of it is called off still expects a date."""
        from mentordesk.ical import as_told

        if uid != self.series.uid:
            return not self._is_past({}, sent)
        stands = {uid: {"": sent[""]._replace(method=REQUEST)}}
        stood = as_told(self.series, stands, self.desk.zone_of)
        return bool(stood and stood.next_after(self.present))

    def _shift(self, sent: Parts) -> datetime | None:
        """The first start to come that newer zone data puts at another instant than was told."""
        from mentordesk.ical import first_shift

        if "" not in sent:
            return None
        known = sent[""]
        return first_shift(self.series, known.lines, known.clocks, self.present)

    def _alive(self) -> Series | None:
        return self.series if next(self.series.days(), None) else None

    def _is_ahead(self, uid: str) -> bool:
        """Whether a single date that receivers have is to come, whatever became of the rest."""
        said = self.sent[uid]
        stands = "" in said and said[""].method == REQUEST
        return uid != self.series.uid and stands and not self._is_past({}, said)

    def _is_past(self, parts: Mapping[str, tuple[str, ...]], sent: Parts) -> bool:
        """Whether a date that left its place is over, as it was told and as it is now."""
        from mentordesk.ical import times

        every = [*parts.values(), *(one.lines for one in sent.values())]
        return all(times(lines, self.series.tz)[1] <= self.present for lines in every)

    def _comings(self, sent: Parts) -> tuple[set[Invited], list[Invited]]:
        """Who is to be invited anew, and who no longer, by person and address."""
        if "" not in sent:
            return set(), []
        now = {(one.id, one.email) for one in self.guests}
        was = {(one.mentee_id, one.address): one for one in sent[""].invited}
        joined = {Invited(*who) for who in now - was.keys()}
        return joined, [one for who, one in was.items() if who not in now]

    def _planned(
        self,
        revision: "Revision",
        sent: Parts,
        gone: Sequence[Invited],
        changed: Mapping[str, str],
    ) -> Planned:
        from mentordesk.ical import message_calendar

        stamp = self._stamp(sent)
        answering = self._answering(revision, sent, gone)
        data = message_calendar(
            revision, self.series, stamp, self.organizer, answering, zones.tz_bytes
        )
        outgoing = Outgoing(
            kind=revision.kind,
            method=revision.method,
            form=revision.form,
            uid=revision.uid,
            sequence=revision.parts[0].sequence,
            to=tuple((one.name, one.email) for one in answering("")),
            subject=self.words.subject(revision, self.summary, sent),
            sentences=tuple(shortened(self.words.sentences(revision, changed, self._shift(sent)))),
            message_id=self._message_id(revision, stamp),
            answers=self._answers(sent),
            stamp=stamp,
            data=data,
        )
        record = () if revision.kind == "uninvite" else tuple(self._kept(revision, sent, stamp))
        replaces = revision.form == "full" and bool(record)
        anew = [one.rid for one in revision.parts if one.asks or revision.method == CANCEL]
        return Planned(self.series, outgoing, record, replaces, tuple(anew if record else ()))

    def _stamp(self, sent: Parts) -> datetime:
        """DTSTAMP rises with each message, also with two in a second (RFC 5546 §2.1.5)."""
        latest = max((one.stamp for one in sent.values()), default=None)
        present = self.present.replace(microsecond=0)
        return max(present, latest + timedelta(seconds=1)) if latest else present

    def _answering(
        self, revision: "Revision", sent: Parts, gone: Sequence[Invited]
    ) -> "Callable[[str], list[Attendee]]":
        """Who a message goes to, with their last answers to one component of it."""
        from mentordesk.ical import Attendee

        if revision.kind == "uninvite":
            return lambda _: [Attendee(self._name(one.mentee_id), one.address) for one in gone]

        def answering(rid: str) -> list[Attendee]:
            known = _answers_to(sent, rid)
            return [
                Attendee(one.name, one.email, known.get((one.id, one.email), "NEEDS-ACTION"))
                for one in self.guests
            ]

        return answering

    def _kept(self, revision: "Revision", sent: Parts, stamp: datetime) -> Iterator[Sent]:
        from mentordesk.ical import clocks

        for part in revision.parts:
            known = {} if part.asks else _answers_to(sent, part.rid)
            invited = tuple(
                Invited(one.id, one.email, known.get((one.id, one.email), "NEEDS-ACTION"))
                for one in self.guests
            )
            yield Sent(
                part.sequence, stamp, revision.method, part.lines,
                revision.uid, part.rid, revision.form, invited, clocks(self.series, part.lines),
            )  # fmt: skip

    def _name(self, mentee_id: str) -> str:
        return str(self.desk.store.value("SELECT name FROM mentee WHERE id = ?", mentee_id) or "")

    def _message_id(self, revision: "Revision", stamp: datetime) -> str:
        part = revision.parts[0]
        first = Sent(part.sequence, stamp, revision.method, (), revision.uid, part.rid)
        return self._id(first, revision.kind)

    def _answers(self, sent: Parts) -> str:
        """The mail that this one follows: the last one about the whole series."""
        return self._id(sent[""], "") if "" in sent else ""

    def _id(self, sent: Sent, kind: str) -> str:
        """A Message-ID that follows from what is kept of a message, and is short enough to fold."""
        what = (kind if kind == "uninvite" else "", sent.rid, sent.method, sent.sequence)
        said = f"{sent.uid} {what} {sent.stamp:%Y%m%d%H%M%S} {self.desk.email}"
        return f"{sha256(said.encode()).hexdigest()[:32]}@mentordesk"


def _answers_to(sent: Parts, rid: str) -> dict[tuple[str, str], str]:
    """The last answers to one component; until it has its own, those to the series."""
    known = sent.get(rid) or sent.get("")
    return {(one.mentee_id, one.address): one.partstat for one in known.invited} if known else {}
