"""Time spent: entries that calls and logs make, put right by hand, and the budget they go into."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_moment
from mentordesk.domain.effort import (
    KINDS,
    LONGEST,
    Budget,
    Entry,
    doubt,
    kind_of,
    overlapping,
    period,
)
from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import TOUCHES
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import people
from mentordesk.store import times as rows
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Times:
    """The verbs about time spent. An entry belongs to one call, one touchpoint or to neither."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        kind: str,
        minutes: int,
        note: str = "",
        *,
        at: datetime | None = None,
        sure: bool = False,
    ) -> Entry:
        """Note time that no call and no log has; without `at` it has just ended.

        Raises Refusal for a kind nobody knows, a length or a day that cannot be, and, unless
        `sure`, for a stretch longer than a working day.
        """
        desk, found = self.desk, self.desk.people.find(who)
        self._check_kind(found, kind)
        self._check(minutes, sure)
        start = self._checked(at or desk.now() - timedelta(minutes=minutes))
        with desk.writing(f"time for {found.mentee.name}"):
            made = desk.insert(
                "time_entry",
                mentorship_id=found.mentorship.id,
                session_id=None,
                touchpoint_id=None,
                kind=kind,
                started_at=iso(start),
                minutes=minutes,
                note=one_line(note),
                readers=ME,
            )
        desk.tell("time", made)
        return self.show(made)

    def edit(
        self,
        prefix: str,
        *,
        minutes: int | None = None,
        kind: str | None = None,
        note: str | None = None,
        at: datetime | None = None,
        sure: bool = False,
    ) -> Entry:
        """Put an entry right in its place; a touchpoint it belongs to says the same from then on.

        What is None stays. Raises Refusal as `add` does.
        """
        desk, row = self.desk, self._row(prefix)
        changes: dict[str, str | int] = {}
        if kind is not None:
            self._check_kind(desk.people.by_mentorship(row["mentorship_id"]), kind)
            changes["kind"] = kind
        if minutes is not None:
            self._check(minutes, sure)
            changes["minutes"] = minutes
        if at is not None:
            changes["started_at"] = iso(self._checked(at))
        if note is not None:
            changes["note"] = one_line(note)
        with desk.writing(f"correct {_what(row)}") as store:
            store.update("time_entry", row["id"], **changes)
            if row["touchpoint_id"]:
                store.update("touchpoint", row["touchpoint_id"], **_told(changes))
        desk.tell("time", row["id"])
        return self.show(row["id"])

    def drop(self, prefix: str) -> Entry:
        """Take an entry away; the call or the touchpoint it belongs to stays. Undo returns it."""
        desk, row = self.desk, self._row(prefix)
        gone = self.show(row["id"])
        with desk.writing(f"drop {_what(row)}") as store:
            store.delete("time_entry", row["id"])
            if row["touchpoint_id"]:
                store.update("touchpoint", row["touchpoint_id"], minutes=0)
        desk.tell("time", row["id"])
        return gone

    def show(self, prefix: str) -> Entry:
        """One entry by the beginning of its id."""
        return self._entries([self._row(prefix)])[0]

    def list(self, who: str = "", *, month: date | None = None, kind: str = "") -> Sequence[Entry]:
        """Entries of a month (the present one unless said) of one mentee or of all, oldest first.

        `kind` is an entry's own, or the key of a budget's kind it counts as.
        """
        desk = self.desk
        when = rows.span(*period("month", month or desk.today()), desk.tz)
        if who:
            one = desk.people.find(who).mentorship.id
            found = rows.rows(desk.store, when, "mentorship_id = ?", one)
        else:
            found = rows.rows(desk.store, when)
        return self._entries([row for row in found if not kind or self._is(row, kind)])

    def logged(self, found: Sequence[Entry]) -> Mapping[str, str]:
        """What a log says of the time it counts, by the entry's id."""
        return rows.logged(self.desk.store, [one.id for one in found if one.touchpoint_id])

    def of_session(self, session_id: str) -> Entry | None:
        """What a call was counted as, or None."""
        found = rows.rows(self.desk.store, None, "session_id = ?", session_id)
        return self._entries(found[:1])[0] if found else None

    def cut_short(self, session_id: str) -> Entry | None:
        """What a call was counted as that was closed long after its end, as the next morning.

        None for one that was closed in time, whose every minute counts.
        """
        row = self.desk.store.row(
            "SELECT ended_at, updated_at FROM session WHERE id = ? AND state = 'held'", session_id
        )
        if row is None or row["ended_at"] is None:
            return None
        ended, closed = (datetime.fromisoformat(row[name]) for name in ("ended_at", "updated_at"))
        return self.of_session(session_id) if closed - ended > timedelta(minutes=1) else None

    def clashes(self, one: Entry) -> Sequence[Entry]:
        """Other entries of the same mentee for the same time: something may be counted twice."""
        desk = self.desk
        when = one.start - timedelta(minutes=LONGEST), one.end
        near = rows.rows(
            desk.store,
            when,
            "mentorship_id IN (SELECT mentorship_id FROM membership WHERE mentee_id IN"
            " (SELECT mentee_id FROM membership WHERE mentorship_id = ?))",
            one.mentorship_id,
        )
        return overlapping(one, self._entries(near))

    def kinds(self, who: str) -> Sequence[tuple[str, str]]:
        """The kinds an entry of somebody's may have, with their titles; the playbook's first."""
        playbook = self.desk.playbooks.of(self.desk.people.find(who).mentorship.id)
        own = {one.key: one.title for one in playbook.time_kinds}
        return [*own.items(), *((kind, kind) for kind in KINDS if kind not in own)]

    def budgets(
        self, who: str = "", *, playbook: str = "", per: str = "", day: date | None = None
    ) -> Sequence[Budget]:
        """What one mentorship took, or each that is active, in the period that `day` lies in.

        The period is the playbook's (a month where it has none) unless `per` says week or month;
        a budget is never divided or multiplied to fit another one.
        """
        from mentordesk.desk.budgets import budgets

        return budgets(self.desk, who, playbook, per, day or self.desk.today())

    def _entries(self, found: Sequence[Row]) -> Sequence[Entry]:
        known, books = people.whose(self.desk.store), cache(self.desk.playbooks.of)
        entries = []
        for row in found:
            one = rows.entry(row, known[row["mentorship_id"]])
            kind = kind_of(one.kind, books(row["mentorship_id"]).time_kinds)
            if kind:
                one = one._replace(counts=kind.title, billable=kind.billable)
            entries.append(one)
        return entries

    def _is(self, row: Row, kind: str) -> bool:
        found = kind_of(row["kind"], self.desk.playbooks.of(row["mentorship_id"]).time_kinds)
        return kind in (row["kind"], found.key if found else "")

    def _row(self, prefix: str) -> Row:
        return one_row(self.desk.store, "time_entry", prefix, "kind")

    def _check_kind(self, found: Relation, kind: str) -> None:
        known = [key for key, _ in self.kinds(found.address)]
        if kind not in known:
            raise Refusal(f"“{clip(kind, 20)}” is no kind of time. Use {', '.join(known)}.")

    def _check(self, minutes: int, sure: bool) -> None:
        if not 1 <= minutes <= LONGEST:
            raise Refusal(f"{minutes} minutes are no stretch of time. Give 1 to {LONGEST}.")
        if not sure and (said := doubt(minutes)):
            raise Refusal(f"{said} If that is right, say so with --yes.")

    def _checked(self, start: datetime) -> datetime:
        return past_moment(self.desk, start, "Note time that has been spent.")


def _told(changes: dict[str, str | int]) -> dict[str, str | int]:
    """What a touchpoint says of its entry, too: its minutes, when, and a kind that it knows."""
    told = {"minutes": "minutes", "started_at": "at", "kind": "kind"}
    said = {told[name]: value for name, value in changes.items() if name in told}
    return {k: v for k, v in said.items() if k != "kind" or v in TOUCHES}


def _what(row: Row) -> str:
    return f"{row['minutes']} min of {row['kind']}"
