"""Files that leave the desk: calendars. What is in them was asked for as another reader would."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.domain.cadence import Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.store import invites, people, slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.ical import Published


class Exports:
    """The verbs that write for other programs."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def series(self, whos: Sequence[str]) -> list[Series]:
        """The slots that an export of these people holds, of everybody for none; earlier ones too.

        One that ended before its first meeting is among them: a calendar may have it.
        Raises Refusal when somebody named has no slot, or nobody has.
        """
        store = self.desk.store
        if not whos:
            found = slots.all_series(store)
        else:
            found = []
            for who in whos:
                self.desk.slots.of(who)
                found += slots.all_series(store, self.desk.people.find(who).mentorship.id)
        if not found:
            raise Refusal(
                "There is no slot to export yet. Set one with:"
                " mentordesk slot set WHO --weekly tue 18:00"
            )
        return found

    def ics(self, whos: Sequence[str]) -> bytes:
        """An iCalendar file (RFC 5545) of these people's slots; the same bytes for the same slots.

        It carries names, times and places, and nothing that was written about anybody.
        """
        from mentordesk.ical import series_calendar

        return series_calendar(self.chained(self.series(whos)), tzif=zones.tz_bytes)

    def chained(self, found: Sequence[Series], for_outlook: bool = False) -> "Iterator[Published]":
        """Series, oldest first, each with the UID of the one that it follows in its mentorship."""
        from mentordesk.ical import last_uid

        before: dict[str, Series] = {}
        numbers, names = invites.numbers(self.desk.store), self._names()
        for series in found:
            earlier = before.get(series.mentorship_id)
            follows = last_uid(earlier, zones.tz_bytes) if earlier else ""
            number, title = numbers.get(series.id, 0), self._title(names[series.mentorship_id])
            yield _published(series, number, title, follows, for_outlook)
            if not _is_empty(series):
                before[series.mentorship_id] = series

    def published(
        self, series: Series, follows: str = "", for_outlook: bool = False
    ) -> "Published":
        """A series with its words, and never older than what its invitations said."""
        number = invites.highest(self.desk.store, series.id)
        return _published(series, number, self.summary(series), follows, for_outlook)

    def write_ics(self, whos: Sequence[str], path: Path, overwrite: bool = False) -> Path:
        """Write that calendar into a file, whole or not at all, in place of an earlier one of ours.

        Raises Refusal when something else is there, unless `overwrite`.
        """
        from mentordesk.outbox.files import write_whole

        keep_foreign(path, overwrite)
        write_whole(path, self.ics(whos))
        return path

    def dates(self, who: str) -> bytes:
        """An iCalendar file of the programme's dates that are due or to come, as whole days.

        It carries the programme's own titles and the name, and nothing that was written about
        anybody. Raises Refusal when no date has a day.
        """
        from mentordesk.ical import Day, day_calendar

        found = self.desk.people.find(who)
        days = [
            Day(f"{uid}-{found.mentorship.id}", day, f"{title}: {found.mentee.name}")
            for uid, day, title in self.desk.milestones.days(who)
        ]
        if not days:
            raise Refusal(f"No date of {found.mentee.name}'s programme has a day yet.")
        return day_calendar(days, self.desk.now())

    def write_dates(self, who: str, path: Path, overwrite: bool = False) -> Path:
        """Write those dates into a file, whole or not at all, in place of an earlier one of ours.

        Raises Refusal when something else is there, unless `overwrite`.
        """
        from mentordesk.outbox.files import write_whole

        keep_foreign(path, overwrite)
        write_whole(path, self.dates(who))
        return path

    def waiting_room(self) -> Path:
        """A new folder in which mails wait to be opened. Raises Refusal when it cannot be made."""
        from mentordesk.desk.mail_handover import waiting_room

        return waiting_room(self.desk)

    def attach(self, paths: Sequence[Path]) -> None:
        """Give mails just written their calendar as an attachment, too (RFC 6047 leaves it open).

        Raises Refusal when they cannot be written.
        """
        from mentordesk.desk.mail_handover import attach

        attach(paths)

    def hand_over(self, paths: Sequence[Path]) -> None:
        """Open mails in the mail program of the desktop. Raises Refusal that names the file."""
        from mentordesk.desk.mail_handover import hand_over

        hand_over(paths)

    def summary(self, series: Series) -> str:
        """The title both sides see: the names of both, else the mentor's address."""
        return self._title(people.relations(self.desk.store, series.mentorship_id))

    def _title(self, every: Iterable[Relation]) -> str:
        names = " & ".join(one.mentee.name for one in every if one.is_group or not one.about)
        mine = self.desk.mentor or self.desk.email
        return f"Mentoring: {names} & {mine}" if mine else f"Mentoring: {names}"

    def _names(self) -> dict[str, list[Relation]]:
        """Everybody by their mentorship, read at once."""
        found: dict[str, list[Relation]] = {}
        for one in people.relations(self.desk.store):
            found.setdefault(one.mentorship.id, []).append(one)
        return found


def _published(
    series: Series, number: int, title: str, follows: str, for_outlook: bool
) -> "Published":
    from mentordesk.ical import Published

    return Published(
        _shown(series)._replace(sequence=max(series.sequence, number)),
        title,
        location=series.place,
        status=_status(series),
        follows=follows,
        for_outlook=for_outlook,
    )


def _is_empty(series: Series) -> bool:
    """Whether a slot ended before its first meeting."""
    return next(iter(series.days()), None) is None


def _shown(series: Series) -> Series:
    """A slot with a day that a calendar can lose: its first one, if no day is left of it."""
    return series._replace(count=1, until=None) if _is_empty(series) else series


def _status(series: Series) -> str:
    """CANCELLED takes an event with the same UID out of a calendar (RFC 5545 §3.8.1.11)."""
    return "CANCELLED" if _is_empty(series) else "CONFIRMED"


def keep_foreign(path: Path, overwrite: bool) -> None:
    """Raise Refusal where a file is there that is no calendar of this program's."""
    from mentordesk.outbox.files import already_there

    if not overwrite and is_foreign(path):
        raise already_there(path)


def is_foreign(path: Path) -> bool:
    """Whether a file is there that is no calendar of this program's."""
    try:
        with path.open("rb") as file:
            return b"mentordesk" not in file.read(400)
    except OSError:  # not there, or writing will say what is wrong with it
        return False
