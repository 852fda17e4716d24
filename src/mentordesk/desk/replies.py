"""What comes back to invitations: read from files, matched, and kept; nothing else changes."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.domain.answering import Answer, Counter, Finding, Letter, answer_lines
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.store import replies as rows
from mentordesk.store.connection import Row
from mentordesk.store.slots import all_series

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mentordesk.desk.desk import Desk
    from mentordesk.desk.reply_runs import Run
    from mentordesk.domain.cadence import Series
    from mentordesk.domain.inviting import Preview
    from mentordesk.domain.offers import Slot

LARGEST = 10_000_000
"""Bytes of a calendar or mail."""
_FOREIGN = {
    "REQUEST": "an invitation",
    "CANCEL": "a cancellation",
    "DECLINECOUNTER": "a refusal of another time",
    "REPLY": "an answer that says too little",
    "COUNTER": "a proposal that says too little",
}


class Replies:
    """The verbs about answers. Reading one changes what is known of its guest, and nothing else."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> list[Answer]:
        """What the guests of somebody's slot have said: to all of it, and to dates to come.

        Of dates those alone of which they say something else than to their run of the slot.
        """
        from mentordesk.desk.reply_matching import day_of
        from mentordesk.desk.reply_runs import owner, runs

        store, today = self.desk.store, self.desk.today()
        mentorship = self.desk.people.find(who).mentorship.id
        slots = {one.id: one for one in all_series(store, mentorship)}
        parts = runs(self.desk, mentorship)
        every: dict[tuple[str, str, date | None], Answer] = {}
        for row in rows.answers(store, mentorship):
            day, uid = day_of(row["uid"], row["rid"]), owner(row["uid"])
            on = self._shown(slots[row["series_id"]], day) if day else None
            if (on >= today or day >= today) if on and day else uid in parts:
                every[row["handle"], uid, day] = _answer(row, day, on, parts.get(uid))
        whole = {(who, uid): one.partstat for (who, uid, day), one in every.items() if not day}
        return [
            one for (handle, uid, day), one in every.items()
            if day is None or one.partstat != whole.get((handle, uid))
        ]  # fmt: skip

    def _shown(self, series: "Series", day: date) -> date:
        """On which day of the mentor's a date is now that has a day of its rule."""
        return series.occurrence(day).start.astimezone(self.desk.tz).date()

    def all(self) -> list[Answer]:
        """What all guests of every slot have said; see `of`."""
        return [
            one
            for mentorship in rows.invited(self.desk.store)
            for one in self.of(self.desk.people.by_mentorship(mentorship).address)
        ]

    def lines(self, who: str) -> list[str]:
        """A line for each guest who was invited: `ada: accepted; 8 Dec declined`."""
        return answer_lines(self.of(who))

    def told(self, answers: "Iterable[Answer]", booked: "Iterable[Slot]") -> list[str]:
        """The same lines of any answers, then `Maya, office hour on Tue 1 Dec 17:30: accepted`."""
        return [*answer_lines(answers), *(self._office_hour(slot) for slot in booked)]

    def _office_hour(self, slot: "Slot") -> str:
        from mentordesk.domain.offers import booking_words

        booked = slot.booking
        assert booked
        said = f" (“{booked.reply.comment}”)" if booked.reply and booked.reply.comment else ""
        when = self.desk.hours.spoken(slot)
        return f"{booked.name}, office hour on {when}: {booking_words(booked)}{said}"

    def open(self, who: str = "") -> list[Counter]:
        """Proposed times that wait for an answer, of everybody or of one; the oldest first."""
        from mentordesk.desk.reply_taking import counter_of

        mentorship = self.desk.people.find(who).mentorship.id if who else ""
        found = rows.counters(self.desk.store, "c.state = 'open'")
        return [
            counter_of(self.desk, row) for row in found if mentorship in ("", row["mentorship_id"])
        ]

    def sentence(self, one: Counter) -> str:
        """A proposal in a sentence, old and new time on every clock."""
        from mentordesk.desk.reply_taking import counter_words

        return counter_words(self.desk, one)

    def in_the_way(self, one: Counter, *, taking: bool = False) -> list[str]:
        """What takes the proposed time in other calendars: a sentence each.

        Raises Refusal where `accept` would, Taken unless `taking`.
        """
        from mentordesk.desk.countering import in_the_way

        return in_the_way(self.desk, one, taking)

    def read(
        self, data: bytes, name: str, *, dry_run: bool = False, whose: str = "", zone: str = ""
    ) -> list[Finding]:
        """Take in the answers of a calendar or mail; what was found, in its order.

        `whose` says who an address belongs to that was not invited. Times of zones that nobody
        knows are taken in `zone`. Raises Refusal when the file cannot be read, `name` being its.
        """
        from mentordesk.ical.reading import letters

        desk = self.desk
        check_size(len(data), name)
        every = letters(data, name, desk.zone_of(zone) if zone else None)
        if not any(one.said for one in every):
            return [_foreign(one, name) for one in every]
        found: list[Finding] = []
        with desk.trying(f"read {clip(name, 60)}", keep=not dry_run):
            for letter in every:
                found += self._letter(letter, name, whose)
            for one in found:
                if one.counts:
                    desk.tell("reply", one.handle)
        return found

    def accept(
        self,
        which: str,
        target: "Path",
        *,
        eml: bool = False,
        force: bool = False,
        taking: bool = False,
    ) -> "list[Path]":
        """Take a proposed time: the date or the slot moves, and what is due is written."""
        from mentordesk.desk.countering import accept

        return accept(self.desk, which, target, eml=eml, force=force, taking=taking)

    def acceptance(self, which: str, *, taking: bool = False) -> "Preview":
        """What `accept` would send; nothing is changed. Raises Refusal like `accept`."""
        from mentordesk.desk.countering import seen

        return seen(self.desk, which, taking)

    def waiting(self, which: str) -> Counter:
        """A proposal that waits, by the beginning of its id or whose it is. Raises Refusal."""
        from mentordesk.desk.countering import waiting

        return waiting(self.desk, which)

    def refuse(
        self,
        which: str,
        target: "Path",
        *,
        comment: str = "",
        eml: bool = False,
        force: bool = False,
    ) -> "Path":
        """Leave the time as it is: the file with a DECLINECOUNTER that says so."""
        from mentordesk.desk.countering import refuse

        return refuse(self.desk, which, target, comment=comment, eml=eml, force=force)

    def _letter(self, letter: Letter, name: str, whose: str) -> list[Finding]:
        from mentordesk.desk.reply_taking import take

        if not letter.said:
            return [_foreign(letter, name)]
        remarks = list(letter.left_out)
        others = sorted({one.address for one in letter.said} - {letter.sender.lower()})
        if letter.sender and others:
            remarks.append(f"The mail is from {letter.sender}, the answer of {', '.join(others)}.")
        found = [take(self.desk, letter.method, one, whose) for one in letter.said]
        return [found[0]._replace(remarks=(*found[0].remarks, *remarks)), *found[1:]]


def load(path: "Path") -> bytes:
    """The content of a file to read. Raises Refusal when it cannot be had, or is too large.

    What has no end is not read to it, and a pipe that nobody writes into is empty.
    """
    try:
        check_size(path.stat().st_size, str(path))
        data = _begun(path)
    except OSError as problem:
        said = problem.strerror or "it cannot be opened"
        raise Refusal(f"{path} cannot be read ({said}). Give an .ics or .eml file.") from problem
    check_size(len(data), str(path))
    return data


def _begun(path: "Path") -> bytes:
    """As much of a file as may be read; whoever writes into a pipe is waited for once they do."""
    import os  # only files that are read need it

    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as file:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(opened, True)
        return file.read(LARGEST + 1)


def check_size(size: int, name: str) -> None:
    """Refuse what is too large to be a calendar or a mail with one."""
    if size > LARGEST:
        raise Refusal(
            f"{name} is larger than {LARGEST // 1_000_000} MB; that is no calendar to read."
            " Export less of it."
        )


def _answer(row: Row, day: date | None, on: date | None, run: "Run | None") -> Answer:
    return Answer(
        row["name"],
        row["handle"],
        row["address"],
        row["partstat"],
        day,
        row["comment"],
        row["delegate"],
        datetime.fromisoformat(row["at"]) if row["at"] else None,
        on,
        run.words if run else "",
        run.since if run else None,
        run.until if run else None,
    )


def _foreign(letter: Letter, name: str) -> Finding:
    """What a calendar is that answers nothing."""
    of = f" of {letter.organizer}" if letter.organizer else ""
    called = f" “{clip(letter.called, 40)}”" if letter.called else ""
    events = "1 event" if letter.events == 1 else f"{letter.events} events"
    what = _FOREIGN.get(letter.method, "a calendar")
    is_busy = letter.events and letter.method not in ("REPLY", "COUNTER", "DECLINECOUNTER")
    hint = (f"To count its times as busy: mentordesk ics read {name} --busy",) if is_busy else ()
    return Finding(
        "foreign",
        f"{name} is {what}{called}{of} with {events}; it changes nothing.",
        remarks=(*letter.left_out, *hint),
    )
