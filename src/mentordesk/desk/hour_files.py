"""Office hours for the calendars of others: slots to book, and nobody who has booked one.

Imported only by the verbs that write them: icalendar comes with it.
"""

from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.desk.hour_series import series_of
from mentordesk.domain.errors import Refusal
from mentordesk.store import offers
from mentordesk.store import publishing as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.ical import Organizer, Published

NAME = "Office hours"


def events(desk: "Desk") -> bytes:
    """Every slot of the hours that go on as a weekly event that takes no time (RFC 5545)."""
    from mentordesk.ical import DeskCalendar

    calendar = DeskCalendar(zones.tz_bytes)
    for item in _free(desk):
        calendar.series(item, free=True)
    return calendar.file(_title(desk), _organizer(desk), desk.zone)


def availability(desk: "Desk") -> bytes:
    """The same as times at which the mentor may be asked (RFC 7953)."""
    from mentordesk.ical import availability_calendar

    items = _free(desk)
    return availability_calendar(
        items,
        uid=f"availability-{items[0].series.id}@mentordesk",
        stamp=max(stamp for stamp, _ in rows.hours(desk.store).values()),
        summary=_title(desk),
        tzif=zones.tz_bytes,
        organizer=_organizer(desk),
    )


def _free(desk: "Desk") -> "list[Published]":
    """The slots that still can be booked. Raises Refusal when there is none."""
    from mentordesk.ical import Published

    known, taken, found = rows.hours(desk.store), rows.taken(desk.store), []
    for hours in offers.all_hours(desk.store):
        for number in range(hours.slots):
            booked = rows.days_of(taken, hours.id, number)
            tz = desk.zone_of(hours.zone)
            series = series_of(hours, number, tz, booked, *known[hours.id])
            if series.next_after(desk.now()):
                found.append(Published(series, _title(desk, "Office hour"), location=hours.link))
    if not found:
        raise Refusal("No slot is free. Offer some: mentordesk hours set tue 17:00 --slots 2")
    return found


def _title(desk: "Desk", what: str = NAME) -> str:
    return f"{what} with {desk.mentor}" if desk.mentor else what


def _organizer(desk: "Desk") -> "Organizer | None":
    from mentordesk.ical import Organizer

    return Organizer(desk.mentor, desk.email) if desk.email else None
