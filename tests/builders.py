"""Short ways to a desk with people, slots and calls in it, for tests that tell of more."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mentordesk.desk import Desk
from mentordesk.domain.cadence import Series
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import Rule
from mentordesk.domain.sessions import Session
from mentordesk.store import Store, open_store

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = date(2026, 11, 26)
"""The day on which every test's clock starts, at 17:48 in Berlin."""


def weekly(*weekdays: int) -> Rule:
    """Every week on these days, Monday being 0."""
    return Rule("WEEKLY", 1, weekdays)


def ada(desk: Desk, **words: Any) -> Relation:
    """Ada of Lagos, under WeAllJS."""
    return desk.people.add("Ada Obi", playbook="wealljs", zone="Africa/Lagos", **words)


def ben(desk: Desk, **words: Any) -> Relation:
    """Ben of London, under no programme."""
    return desk.people.add("Ben Lund", zone="Europe/London", **words)


def slot(desk: Desk, who: str = "ada", hour: int = 18, **wishes: Any) -> Series:
    """Thursdays at an hour of Berlin's clock, from today on, for an hour unless said."""
    wishes = {"minutes": 60, "starts_on": THURSDAY} | wishes
    return desk.slots.set(who, weekly(3), time(hour), **wishes)


def ada_at_six(desk: Desk, **wishes: Any) -> Relation:
    """Ada with her standing slot, which is in twelve minutes."""
    found = ada(desk)
    slot(desk, "ada", **wishes)
    return found


def held(desk: Desk, who: str = "ada", **closing: Any) -> Session:
    """A call that was started and closed just now."""
    session = desk.calls.start(who)
    return desk.calls.close(session.id, **closing)


def wall(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall time, as slots keep it."""
    return datetime.combine(day, time(hour, minute))


def store_at(folder: Path, *, write: bool = True) -> Store:
    """The store of a folder, made if it is not there."""
    return open_store(folder / "desk.db", ZoneInfo, write=write)
