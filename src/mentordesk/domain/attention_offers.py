"""What is due of offers: a workshop to prepare or to look back on, and who comes today."""

from collections.abc import Iterable
from datetime import date, datetime

from mentordesk.domain.attention_words import when
from mentordesk.domain.coming import Attention, in_order
from mentordesk.domain.offers import Booking, Workshop
from mentordesk.domain.text import length


def workshops(every: Iterable[Workshop], today: date) -> Iterable[Attention]:
    """A workshop within the days to prepare it, on its day, and after it until it is debriefed."""
    for one in every:
        if one.state != "planned" or today < min(one.prepare_from, one.day):
            continue
        says, urgent = f"workshop {one.title}, {when(one.day, today)}", one.day == today
        if urgent and one.wall_time:
            early = f", be there {one.early} min early" if one.early else ""
            says += f" at {one.wall_time:%H:%M}{early}"
        if today > one.day:
            says += ": note what there is to learn from it"
        elif not one.is_prepared:
            says += f": prepare, {length(one.prepared)} of {length(one.prep_minutes)} done"
        elif not urgent:
            continue
        since = one.prepare_from if today < one.day else one.day
        yield _line("workshop", since, says, urgent, one.id)


def bookings(every: Iterable[tuple[Booking, datetime]], today: date) -> Iterable[Attention]:
    """Who has booked a slot of today that is not over, with its start on the mentor's clock."""
    for one, start in every:
        about = f": {one.text}" if one.text else ""
        says = f"office hour {start:%H:%M} with {one.name}{about}"
        yield _line("office-hour", today, says, True, one.id)


def merged(lines: Iterable[Attention], offers: Iterable[Attention]) -> list[Attention]:
    """Lines of Today with those of offers among them, in Today's order."""
    return sorted([*lines, *offers], key=in_order)


def _line(rule: str, since: date, says: str, urgent: bool, ref: str) -> Attention:
    return Attention(rule, "", "", since, says, urgent, "offers", ref, f"{ref} {since}")
