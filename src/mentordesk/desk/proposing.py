"""Free times to propose to somebody, beside everything that takes the mentor's time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.clashes import check_length
from mentordesk.desk.clocks import clocks_in
from mentordesk.domain.cadence import midnight
from mentordesk.domain.contact import Policy
from mentordesk.domain.days import CALL, GAP, HOURS, WORKSHOP, Entry
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import Clock
from mentordesk.domain.proposing import FreeTime, Proposal, free_times, pasted, spread
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Mentee, Relation

HOURS_OPEN, DAYS_OPEN = "9-18", "mon-fri"
"""When somebody keeps open who has not said."""
FURTHEST, MOST = 366, 20
"""Days ahead, and times at once."""
_TAKES_TIME = ("", "moved", "running", "open", "booked")


class Proposing:
    """The verbs about times that suit both sides. Nothing is kept of them."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def times(
        self,
        who: str,
        *,
        minutes: int = 0,
        days: int = 14,
        since: date | None = None,
        count: int = 3,
        hours: str = HOURS_OPEN,
        weekdays: str = DAYS_OPEN,
    ) -> Proposal:
        """Times of a length (the slot's, else the playbook's) in some days from `since` on.

        `hours` and `weekdays` are when the mentor keeps open, as typed; of the mentee the hours of
        the contact policy count, in their zone. From tomorrow on unless said.
        Raises Refusal when nothing is free, or when a wish is none.
        """
        from mentordesk.dates.hours import read_days, read_hours

        desk = self.desk
        found = desk.people.find(who)
        first = since or desk.today() + timedelta(days=1)
        self._check(first, days, count)
        length = minutes or self._minutes(found)
        check_length(length)
        span = read_hours(hours) or (None, None)
        mine = Policy(days=read_days(weekdays), since=span[0], until=span[1], tz=desk.tz)
        last = first + timedelta(days=days - 1)
        begin, end = (midnight(day, desk.tz) for day in (first, last + timedelta(1)))
        sides = [mine, *self._theirs(found)]
        free = free_times(
            max(begin, desk.now()), end, length, sides, self._taken(found, first, last, begin, end)
        )
        if not free:
            when = "on that day" if days == 1 else f"in these {days} days"
            raise Refusal(
                f"No {length} minutes are free with {found.mentee.name} {when}."
                " Look at more days, or at more of your own hours."
            )
        chosen: list[FreeTime] = spread(free, count, mine)
        return Proposal(found.mentee.name, length, chosen, self._clocks(found), self._said(found))

    def text(self, proposal: Proposal) -> str:
        """What to paste into a message."""
        return pasted(proposal)

    def _check(self, first: date, days: int, count: int) -> None:
        if not 1 <= days <= FURTHEST or first > self.desk.today() + timedelta(days=FURTHEST):
            raise Refusal(f"That is too far away. Look at 1 to {FURTHEST} days within a year.")
        if not 1 <= count <= MOST:
            raise Refusal(f"{count} times are no proposal. Give 1 to {MOST}.")
        if first < self.desk.today():
            raise Refusal("That day is past. Begin today or later.")

    def _minutes(self, found: "Relation") -> int:
        from mentordesk.store.slots import current_series

        series = current_series(self.desk.store, found.mentorship.id)
        return series.minutes if series else self.desk.playbooks.of(found.mentorship.id).minutes

    def _people(self, found: "Relation") -> "list[Mentee]":
        every = people.relations(self.desk.store, found.mentorship.id)
        return [one.mentee for one in every if one.mentee.id in found.mentorship.members]

    def _theirs(self, found: "Relation") -> list[Policy]:
        """When each mentee keeps open: as agreed, else at working hours; none without a zone."""
        agreed = self.desk.contact.policy(found.address) or Policy()
        zones = dict.fromkeys(one.zone for one in self._people(found) if one.zone)
        return [
            Policy(
                days=agreed.days or (0, 1, 2, 3, 4),
                since=agreed.since or time(9),
                until=agreed.until or time(18),
                tz=self.desk.zone_of(zone),
            )
            for zone in zones
        ]

    def _taken(
        self, found: "Relation", first: date, last: date, begin: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime]]:
        """What takes the mentor's time, and the days on which the two agreed not to meet."""
        for busy in self.desk.busy.between(begin, end):
            yield busy.start, busy.end
        for entry in self.desk.pages.days(first, last).entries:
            takes_time = entry.kind in (CALL, HOURS, WORKSHOP) and entry.state in _TAKES_TIME
            if takes_time or (entry.kind == GAP and entry.address == found.address):
                yield self._span(entry)

    def _span(self, entry: Entry) -> tuple[datetime, datetime]:
        """What takes no hours takes its days; a workshop without an end takes the rest of its."""
        after = (entry.last or entry.day) + timedelta(days=1)
        begin, end = (midnight(day, self.desk.tz) for day in (entry.day, after))
        return entry.start or begin, entry.end or end

    def _clocks(self, found: "Relation") -> list[Clock]:
        theirs = [one.zone for one in self._people(found)]
        return clocks_in(self.desk, *theirs, self.desk.zone)

    def _said(self, found: "Relation") -> list[str]:
        return [
            f"{one.name}'s zone is not known, so only your own hours count."
            f" Say it with: mentordesk mentee edit {one.handle} --tz ZONE"
            for one in self._people(found)
            if not one.zone
        ]
