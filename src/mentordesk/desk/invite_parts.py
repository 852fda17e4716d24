"""The runs of a slot as calendars have them, each with what was sent of it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.desk.reply_runs import run_words
from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import Sent
from mentordesk.domain.people import Relation
from mentordesk.store import invites, slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

Parts = Mapping[str, Sent]


def parts_of(
    desk: "Desk", found: Relation, *, sent_alone: bool = False
) -> Iterator[tuple[Series, Mapping[str, Parts], str]]:
    """Every run with what was sent of it and, where several are to come, words to tell it by.

    With `sent_alone` only runs count that somebody was told of.
    """
    every, present = list(_halves(desk, found)), desk.now()
    known = [part for part, sent in every if sent or not sent_alone]
    ahead = [part for part in known if part.next_after(present)]
    for part, sent in every:
        is_one_of = len(ahead) > 1 and part in ahead
        words = run_words(part.starts_on, part.last_day, desk.today()) if is_one_of else ""
        yield part, sent, words


def _halves(desk: "Desk", found: Relation) -> Iterator[tuple[Series, Mapping[str, Parts]]]:
    """Every slot as calendars have it, in two where its zone's law changes, with what was sent.

    A part that was sent and is none any more comes as one without days. What is said of one part
    counts up from all that was said of both: a file of everything has one number for the two.
    """
    from mentordesk.ical import parts, second

    for series in slots.all_series(desk.store, found.mentorship.id):
        sent = invites.last_sent(desk.store, series.id)
        made = parts(series, zones.tz_bytes)
        if len(made) == 1 and second(series.uid) in sent:
            nothing = series.starts_on - timedelta(days=1)
            made = (series, series._replace(uid=second(series.uid), count=0, until=nothing))
        numbers = [one.sequence + 1 for each in sent.values() for one in each.values()]
        above = max([series.sequence, *(numbers if len(made) > 1 else ())])
        for part in (one._replace(sequence=above) for one in made):
            own = {uid: said for uid, said in sent.items() if part.uid in (uid, _owner(uid))}
            yield part, own


def _owner(uid: str) -> str:
    """Of whose series a single date is, if it is one."""
    return uid.partition("-")[2]
