"""What a message about a slot says to whoever reads the mail, on everybody's clocks.

Imported only by the verbs that write invitations: icalendar comes with it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.desk.clocks import clocks_in
from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import Clock, Sent, invitation, on_clocks
from mentordesk.domain.people import Mentee
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import city

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.ical import Revision
    from mentordesk.ical.revisions import Part

_SUBJECTS = {
    "invite": "Invitation", "series": "Changed", "end": "Ends", "words": "Updated",
    "guests": "Updated", "again": "Once more", "move": "Moved", "clocks": "Changed",
}  # fmt: skip
_CALLED_OFF = "Cancelled"
_CLOCKS = "The clocks there are set by another law than was known. From then on it is:"
_AGAIN = "Should a message have been lost, this is all of it as it stands:"
_SECOND = (
    "The clocks of {} change for good in between, so calendars get it in two parts;"
    " this is the second."
)
_BY_ITSELF = (
    "It comes as an event of its own, because not every calendar has the clocks of {} right on"
    " that day."
)
_PLAIN = {
    "words": "The title or the place is new; every date stays.",
    "guests": "Who is invited has changed; every date stays.",
    "cancel": "The invitation is taken back.",
    "uninvite": "You are no longer invited.",
}


def clocks_of(desk: "Desk", series: Series, guests: Sequence[Mentee]) -> list[Clock]:
    """The mentor's clock, then those of everybody else, each zone once."""
    return clocks_in(desk, desk.zone, *(one.zone for one in guests), series.zone)


class Words:
    """The words for messages about one series, at one moment."""

    def __init__(
        self, series: Series, present: datetime, clocks: Sequence[Clock], run: str = ""
    ) -> None:
        self.series, self.present, self.clocks, self.run = series, present, clocks, run

    def subject(self, revision: "Revision", summary: str, sent: Mapping[str, Sent]) -> str:
        """The subject of the mail, with the date or the run that it is about.

        `sent` is what was last told of its UID: a date goes by the day on which people expect it.
        """
        about = self.run
        if revision.form == "instance" or revision.uid != self.series.uid:
            day = self._expected(revision.parts[0], sent).astimezone(self.clocks[0].tz).date()
            about = day_words(day, self.present.astimezone(self.clocks[0].tz).date())
            more = len(revision.parts) - 1
            about += f" and {more} more" if more else ""
        about += " – " if about else ""
        return f"{_SUBJECTS.get(revision.kind, _CALLED_OFF)}: {about}{summary}"

    def _expected(self, part: "Part", sent: Mapping[str, Sent]) -> datetime:
        """When people expect a date: as they were told, else as the rule has it."""
        from mentordesk.ical.components import at, times

        if part.rid and part.rid not in sent:
            return at(part.rid, self.series.tz)
        lines = sent[part.rid].lines if part.rid in sent else part.lines
        return times(lines, self.series.tz)[0]

    def sentences(
        self, revision: "Revision", changed: Mapping[str, str], shift: datetime | None
    ) -> list[str]:
        """What a message changes for its reader.

        `changed` are the differences by the day of the rule; `shift` is the first date that newer
        zone data moves.
        """
        if revision.kind == "clocks" and shift:
            return [f"{_CLOCKS} {on_clocks(shift, self.clocks)}."]
        if revision.kind == "uninvite":
            return [_PLAIN["uninvite"]]
        if revision.kind == "again" and revision.uid == self.series.uid:
            return [*changed.values(), _AGAIN, *invitation(self.series, self.present, self.clocks)]
        if revision.uid != self.series.uid:
            return [changed.get(revision.uid[:8]) or self._single(revision)]
        if revision.kind == "invite":
            return [*invitation(self.series, self.present, self.clocks), *self._second()]
        if revision.form == "instance":
            days = (part.rid[:8] for part in revision.parts)
            return [changed[day] for day in days if day in changed] or [self._single(revision)]
        return [*changed.values()] or [_PLAIN.get(revision.kind, "Every date to come stays.")]

    def _second(self) -> list[str]:
        """Why there is another invitation to the same slot."""
        from mentordesk.ical import is_second

        place = city(self.series.zone)
        return [_SECOND.format(place)] if is_second(self.series.uid) else []

    def _single(self, revision: "Revision") -> str:
        from mentordesk.ical import times

        start, _ = times(revision.parts[0].lines, self.series.tz)
        if revision.method == "CANCEL":
            return f"Does not take place: {on_clocks(start, self.clocks)}."
        why = (
            f" {_BY_ITSELF.format(city(self.series.zone))}"
            if self._is_by_rule(revision, start)
            else ""
        )
        return f"On: {on_clocks(start, self.clocks)}.{why}"

    def _is_by_rule(self, revision: "Revision", start: datetime) -> bool:
        """Whether an event of its own is a date as the rule has it."""
        if revision.uid == self.series.uid:
            return False
        one = self.series.occurrence(date.fromisoformat(revision.uid[:8]))
        return (one.state, one.start) == ("planned", start)
