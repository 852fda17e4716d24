"""Office hours, bookings and workshops as the domain knows them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo

from mentordesk.domain.answering import Answer
from mentordesk.domain.attention_offers import bookings as booked_lines
from mentordesk.domain.attention_offers import workshops as workshop_lines
from mentordesk.domain.coming import Attention
from mentordesk.domain.offers import Booking, Hours, Slot, Workshop, slots
from mentordesk.domain.readers import loaded
from mentordesk.domain.rules import Rule
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store, Value


def all_hours(store: Store) -> list[Hours]:
    """Every weekly hour, those that have ended included."""
    return [_hours(row) for row in store.rows("SELECT * FROM office_hour ORDER BY created_at")]


_TAKEN = """
SELECT b.*, r.partstat, r.comment, r.delegate, r.stamp, r.address AS answered_by FROM booking AS b
LEFT JOIN booking_reply AS r ON r.booking_id = b.id
WHERE b.state <> 'dropped' ORDER BY b.created_at
"""


def taken(store: Store) -> dict[tuple[str, date, int], Booking]:
    """Bookings that stand or were kept, by hour, day and slot."""
    rows = store.rows(_TAKEN)
    return {(one.hours_id, one.day, one.slot): one for one in map(_booking, rows)}


def workshops(store: Store, where: str = "1", *values: Value) -> list[Workshop]:
    """Workshops that meet a condition, by day."""
    rows = store.rows(f"SELECT * FROM workshop WHERE {where} ORDER BY day, created_at", *values)
    return [_workshop(row) for row in rows]


def all_slots(
    store: Store, zone_of: Callable[[str], tzinfo], first: date, last: date
) -> list[Slot]:
    """Every slot that begins on the days from `first` to `last`, with who has booked it."""
    hours = all_hours(store)
    zones = {one.zone: zone_of(one.zone) for one in hours}
    return slots(hours, taken(store), zones, first, last)


def due(store: Store, now: datetime, tz: tzinfo) -> list[Attention]:
    """What Today says of workshops and of bookings."""
    today = now.astimezone(tz).date()
    near = all_slots(store, store.tz, today - timedelta(days=1), today + timedelta(days=1))
    coming = [
        (slot.booking, slot.start.astimezone(tz))
        for slot in near
        if slot.booking
        and slot.booking.state == "open"
        and slot.end > now
        and slot.start.astimezone(tz).date() == today
    ]
    planned = workshops(store, "state = 'planned'")
    return [*workshop_lines(planned, today), *booked_lines(coming, today)]


def _hours(row: Row) -> Hours:
    return Hours(
        id=row["id"],
        playbook=row["playbook"],
        rule=Rule.parse(row["rule"]),
        wall_time=time.fromisoformat(row["wall_time"]),
        zone=row["zone"],
        minutes=row["minutes"],
        slots=row["slots"],
        starts_on=date.fromisoformat(row["starts_on"]),
        until=day(row["until_day"]),
        link=row["link"],
    )


def _booking(row: Row) -> Booking:
    return Booking(
        id=row["id"],
        hours_id=row["office_hour_id"],
        day=date.fromisoformat(row["day"]),
        slot=row["slot"],
        name=row["name"],
        text=row["text"],
        readers=loaded(row["readers"]),
        invited=row["told"] == "REQUEST",
        state=row["state"],
        reply=_reply(row) if row["partstat"] else None,
    )


def _reply(row: Row) -> Answer:
    return Answer(
        row["name"],
        "",
        row["answered_by"],
        row["partstat"],
        comment=row["comment"],
        delegate=row["delegate"],
        at=datetime.fromisoformat(row["stamp"]),
    )


def _workshop(row: Row) -> Workshop:
    return Workshop(
        id=row["id"],
        title=row["title"],
        day=date.fromisoformat(row["day"]),
        wall_time=time.fromisoformat(row["wall_time"]) if row["wall_time"] else None,
        playbook=row["playbook"],
        role=row["role"],
        link=row["link"],
        prep_minutes=row["prep_minutes"],
        prep_days=row["prep_days"],
        prepared=row["prepared"],
        early=row["early"],
        debrief=row["text"],
        state=row["state"],
        readers=loaded(row["readers"]),
    )
