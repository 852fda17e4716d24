"""What comes from other programs in the demo: the mentor's own calendar, and a guest's answers."""

from datetime import datetime, time, timedelta

from mentordesk.desk import Desk
from mentordesk.domain.cadence import instant
from mentordesk.domain.offers import Slot

_EVENTS = (
    ("choir", 1, time(19, 30), 120),
    ("dentist", 3, time(11), 40),
    ("choir", 8, time(19, 30), 120),
    ("parents' evening", 10, time(19), 90),
)
"""What, how many days from now, when, how many minutes."""
_AWAY = (12, 3)
"""A trip: in how many days, and for how many."""


def elsewhere(desk: Desk, _who: str) -> None:
    """Read the mentor's private calendar as busy times, with its titles."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//private//EN"]
    for n, (title, days, at, minutes) in enumerate(_EVENTS):
        start = instant(datetime.combine(desk.today() + timedelta(days), at), desk.tz)
        end = start + timedelta(minutes=minutes)
        lines += _event(n, title, f":{start:%Y%m%dT%H%M%SZ}", f":{end:%Y%m%dT%H%M%SZ}")
    first = desk.today() + timedelta(_AWAY[0])
    last = first + timedelta(_AWAY[1])
    lines += _event(9, "by the sea", f";VALUE=DATE:{first:%Y%m%d}", f";VALUE=DATE:{last:%Y%m%d}")
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    desk.busy.keep(text.encode(), "private.ics", titles=True)


def _event(number: int, title: str, start: str, end: str) -> list[str]:
    stamp = "DTSTAMP:20200101T000000Z"
    return [
        "BEGIN:VEVENT", f"UID:{number}@private", stamp, f"DTSTART{start}", f"DTEND{end}",
        f"SUMMARY:{title}", "END:VEVENT",
    ]  # fmt: skip


def booked(desk: Desk, slot: Slot, address: str, words: str) -> None:
    """Invite who has booked a slot, who then says yes."""
    if not desk.email:
        return
    folder = desk.invites.open_folder(desk.invites.outbox())
    (message,) = desk.hours.messages(slot.start, address).messages
    desk.hours.invite(folder, slot.start, email=address, eml=True)
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//theirs//EN", "METHOD:REPLY", "BEGIN:VEVENT",
        f"UID:{message.uid}", f"DTSTAMP:{message.stamp:%Y%m%dT%H%M%SZ}", "SEQUENCE:0",
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}", f"COMMENT:{words}", "END:VEVENT",
        "END:VCALENDAR", "",
    ]  # fmt: skip
    desk.replies.read("\r\n".join(lines).encode(), "answer.ics")


def comes_back(desk: Desk, who: str) -> None:
    """She leaves out one date to come, and proposes another time for the one before it."""
    if not desk.email:
        return
    series, now = desk.slots.of(who), desk.now()
    ahead = series.between(now, now + timedelta(weeks=12))
    second, third = [one for one in ahead if one.state == "planned"][:2]
    guest = f"mailto:{desk.people.find(who).mentee.email}"
    for method, one, partstat, words, earlier in (
        ("REPLY", third, "DECLINED", "my sister marries", 0),
        ("COUNTER", second, "TENTATIVE", "the board meets in the afternoon", 2),
    ):
        start = one.start - timedelta(hours=earlier)
        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//theirs//EN", f"METHOD:{method}",
            "BEGIN:VEVENT", f"UID:{series.uid}", f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}", "SEQUENCE:0",
            f"RECURRENCE-ID:{one.start:%Y%m%dT%H%M%SZ}", f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
            f"ATTENDEE;PARTSTAT={partstat}:{guest}", f"COMMENT:{words}", "END:VEVENT",
            "END:VCALENDAR", "",
        ]  # fmt: skip
        desk.replies.read("\r\n".join(lines).encode(), "answer.ics")
