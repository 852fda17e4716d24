"""When the mentor is taken elsewhere, from the calendars that were read for it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.busy import BusyTime, loaded, written
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip, one_line
from mentordesk.store import busy as rows
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

BACK, AHEAD = timedelta(days=366), timedelta(days=2 * 366)
"""How much of a calendar is worked out when it is read; what comes later, when it is asked for."""
_NEAR = timedelta(weeks=4)
_NAME = 40
_FEW = 20
"""Sentences about one calendar."""


class BusyCalendar(NamedTuple):
    """A calendar of elsewhere: its name, its file, when it was read, and its next four weeks.

    `left_out` is what it could not say then. `events` are known just after it was read; `is_new` is
    False when it took the place of an earlier one.
    """

    name: str
    origin: str
    read_at: datetime
    soon: int
    events: int = 0
    left_out: Sequence[str] = ()
    is_new: bool = True


class Busy:
    """The verbs about calendars of elsewhere. What they say warns, and refuses nothing."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def between(self, start: datetime, end: datetime) -> list[BusyTime]:
        """What takes time between two instants, earliest first, from every calendar."""
        every = rows.calendars(self.desk.store)
        return sorted(one for row in every for one in self._of(row, start, end))

    def calendars(self) -> list[BusyCalendar]:
        """The calendars that are kept, by name."""
        now = self.desk.now()
        return [
            BusyCalendar(
                row["name"],
                row["origin"],
                datetime.fromisoformat(row["updated_at"]),
                len(self._of(row, now, now + _NEAR)),
                left_out=[one for one in row["left_out"].split("\n") if one],
            )
            for row in rows.calendars(self.desk.store)
        ]

    def keep(
        self,
        data: bytes,
        file: str,
        name: str = "",
        *,
        zone: str = "",
        titles: bool = False,
        dry_run: bool = False,
    ) -> BusyCalendar:
        """Take the times of a calendar file as busy, in the place of an earlier one of its name.

        Titles, people, places and texts are not kept, but for the titles when they are wanted.
        Times in a zone that nobody knows are taken in `zone`, without it they are left out, and the
        answer says so. Raises Refusal when the file is no calendar.
        """
        from mentordesk.ical.foreign import kept, taken

        desk = self.desk
        called = clip(one_line(name) or _stem(file), _NAME)
        since, until = desk.now() - BACK, desk.now() + AHEAD
        if zone:
            zone = str(desk.zone_of(zone))
        found = kept(
            data, file, since,
            zone=zone, zone_of=desk.zone_of, owner=desk.email, titles=titles,
        )  # fmt: skip
        times, broken = taken(found.source, called, since, until, desk.tz, found.calendars)
        said = _few([*found.left_out, *broken, *_floating(found.floating, desk.zone)])
        is_new = rows.calendar(desk.store, called) is None
        if not dry_run:
            with desk.writing(f"read the calendar {called}") as store:
                rows.keep(
                    store, desk.new_id, called,
                    origin=_plain(file), zone=zone, source=found.source,
                    known_from=iso(since), known_until=iso(until), times=written(times),
                    left_out="\n".join(said),
                )  # fmt: skip
            desk.tell("busy")
        now = desk.now()
        soon = sum(one.start < now + _NEAR and one.end > now for one in times)
        return BusyCalendar(called, _plain(file), now, soon, found.events, said, is_new)

    def forget(self, name: str) -> str:
        """Remove a calendar with its times; its name. Raises Refusal when there is none."""
        desk = self.desk
        row = rows.calendar(desk.store, name)
        if row is None:
            known = ", ".join(one["name"] for one in rows.calendars(desk.store))
            rest = f"There is {known}." if known else "None was read yet."
            raise Refusal(f"There is no calendar “{clip(name, _NAME)}”. {rest}")
        with desk.writing(f"forget the calendar {row['name']}") as store:
            store.delete("busy_calendar", row["id"])
        desk.tell("busy")
        return str(row["name"])

    def _of(self, row: Row, start: datetime, end: datetime) -> list[BusyTime]:
        """The times of one calendar; what lies beyond those kept is worked out anew."""
        known = datetime.fromisoformat(row["known_until"])
        times = loaded(row["times"], row["name"], start, min(end, known))
        if end > known:
            from mentordesk.ical.foreign import taken  # icalendar, for what is years ahead alone

            later, _ = taken(row["source"], row["name"], max(start, known), end, self.desk.tz)
            times += [one for one in later if one.start >= known]
        return times


def _plain(file: str) -> str:
    """The last part of a path: where a file lay is nobody's business in the desk."""
    return one_line(file.replace("\\", "/").rpartition("/")[2]) or file


def _floating(events: int, zone: str) -> list[str]:
    """What is said of events whose times belong to no zone."""
    return [f"{events} of its events name no zone; they are taken in {zone}."] if events else []


def _few(said: list[str]) -> list[str]:
    """The first sentences, each on one line, and how many more there are."""
    more = len(said) - _FEW
    few = [clip(one, 200) for one in said[:_FEW]]
    return [*few, f"Left out: {more} more things."] if more > 0 else few


def _stem(file: str) -> str:
    name = _plain(file)
    return name.rpartition(".")[0] or name
