"""Desks to measure on: a believable amount of everything, written through the desk's own verbs.

A practice is built once and kept in the temporary folder until the code that writes it, or the day,
changes: what is coming depends on today. `build` takes about 0.1 ms a note.
"""

import hashlib
import os
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.cadence import Series
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import Rule
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.store.connection import iso

ZONE = "Europe/Berlin"
ZONES = ("Africa/Lagos", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Berlin", "America/New_York")
PROGRAMMES = ("wealljs", "codingnomads", "one-to-one")
NAMES = ("Ada", "Bintu", "Chidi", "Dana", "Emeka", "Fatima", "Goran", "Hana", "Ines", "Joao")
FAMILIES = ("Obi", "Lindqvist", "Marin", "Okafor", "Petrov", "Silva")
RARE, COMMON = "generators", "w3ord"
WEEKS = 26
"""How far back sessions go; slots run two years from there."""


class Size(NamedTuple):
    """How much of everything a desk holds; all but `active` people have completed their time."""

    name: str
    people: int
    active: int
    sessions: int
    notes: int


SMALL = Size("small", 60, 20, 100, 100)
PRACTICE = Size("practice", 60, 20, 1_000, 1_000)
CROWD = Size("crowd", 60, 60, 1_000, 1_000)
ARCHIVE = Size("archive", 60, 20, 1_000, 100_000)


def home(size: Size) -> Path:
    """The MENTORDESK_HOME of a desk of this size, built if it is not there yet."""
    folder = _shelf() / f"{size.name}-{_edition()}"
    if not folder.exists():
        for stale in folder.parent.glob(f"{size.name}-*"):
            rmtree(stale)
        under_way = folder.with_suffix(".under-way")
        rmtree(under_way, ignore_errors=True)
        build(under_way, size)
        under_way.rename(folder)
    return folder


def _shelf() -> Path:
    """A folder of this user alone. Raises PermissionError when somebody else made it first."""
    shelf = Path(tempfile.gettempdir(), f"mentordesk-bench-{os.getuid()}")
    shelf.mkdir(mode=0o700, exist_ok=True)
    if shelf.stat().st_uid != os.getuid():
        raise PermissionError(f"{shelf} belongs to somebody else. Set TMPDIR to another folder.")
    return shelf


def _edition() -> str:
    """What the data depends on: today, this file, and the code that writes the store."""
    import mentordesk.store.migrations as migrations

    written_by = Path(__file__).read_bytes() + Path(migrations.__file__).read_bytes()
    return f"{datetime.now(UTC):%Y%m%d}-{hashlib.sha256(written_by).hexdigest()[:12]}"


def open_home(folder: Path, now: datetime | None = None) -> Desk:
    """The desk in a folder, for writing; with `now` its clock stands still there."""
    where = paths({"MENTORDESK_HOME": str(folder)})
    ids = (f"{n:08x}-0000-4000-8000-{n:012x}" for n in count(1))
    clock = (lambda: now) if now else None
    return open_desk(where, Settings(zone=ZONE), clock=clock, new_id=ids.__next__ if now else None)


def build(folder: Path, size: Size) -> None:
    """Write a desk of this size into a folder: slots, held sessions, notes and promises."""
    now = datetime.now(UTC).replace(microsecond=0)
    start = now - timedelta(weeks=WEEKS)
    desk, chance = open_home(folder, start), random.Random(20)
    relations = [_welcome(desk, n, start.date()) for n in range(size.people)]
    with desk.store.atomic("build", now, undoable=False):
        for number, relation in enumerate(relations):
            series = desk.slots.of(relation.address)
            for day in _past(series, now, _share(size.sessions, size.people, number)):
                _hold(desk, relation, series, day)
            for _ in range(_share(size.notes, size.people, number)):
                at = start + timedelta(seconds=chance.randrange(WEEKS * 7 * 86_400))
                desk.words.insert(relation, sentence(chance), "note", at=at)
            due = now.date() + timedelta(days=7 * (number % 6))
            desk.promises.insert(relation, sentence(chance), "me", due=due)
        for relation in relations[size.active :]:
            desk.store.update("mentorship", relation.mentorship.id, status="completed")
    desk.close()
    desk = open_home(folder, now)
    with desk.store.atomic("settle", now, undoable=False):
        _settle(desk, relations)
    desk.store.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.close()


def sentence(chance: random.Random, words: int = 18) -> str:
    """Made-up words, each n-th one n times rarer, as in real text; RARE in 1 note of 100."""
    said = [f"w{int(400 ** chance.random())}ord" for _ in range(words)]
    if chance.random() < 0.01:
        said[-1] = RARE
    return " ".join(said)


def _share(total: int, people: int, number: int) -> int:
    """How many of `total` things belong to the number-th of so many people."""
    return total // people + (number < total % people)


def _welcome(desk: Desk, number: int, start: date) -> Relation:
    """A mentee with a weekly slot over two years; with every third one a date skipped and moved."""
    name = f"{NAMES[number % len(NAMES)]} {FAMILIES[number // len(NAMES) % len(FAMILIES)]}"
    programme, zone = PROGRAMMES[number % len(PROGRAMMES)], ZONES[number % len(ZONES)]
    found = desk.people.add(name, playbook=programme, zone=zone, started_on=start)
    who, rule = found.address, Rule("WEEKLY", weekdays=(number % 7,))
    wall, until = time(8 + number % 12, 15 * (number % 4)), start + timedelta(weeks=104)
    series = desk.slots.set(who, rule, wall, minutes=45, until=until, force=True)
    if number % 3 == 0:
        days = list(series.days())
        desk.slots.skip(who, days[WEEKS + 4], "away")
        by_night = datetime.combine(days[WEEKS + 6], time()) + number // 7 * timedelta(minutes=50)
        desk.slots.move(who, days[WEEKS + 6], by_night)
    return found


def _past(series: Series, now: datetime, most: int) -> Iterator[date]:
    """The days of a series before now, `most` of them at most, the latest ones."""
    days = [one.day for one in series.occurrences() if one.end < now] if most else []
    return iter(days[-most:])


def _settle(desk: Desk, relations: list[Relation]) -> None:
    """Mark what the programmes had dated until today as done, but for one thing in ten."""
    ids = {relation.address: relation.mentorship.id for relation in relations}
    dated = ("milestone", "decide")
    due = [line for line in desk.pages.today().due if line.does in dated]
    for number, line in enumerate(due):
        row: dict[str, str | int | None] = {
            "id": f"settled-{number}",
            "mentorship_id": ids[line.address],
            "milestone": line.ref,
            "due_on": line.since.isoformat(),
            "state": "done",
            "day": line.since.isoformat(),
            "text": "",
            "readers": "",
        }
        if number % 10:
            desk.store.insert("milestone_mark", row)


def _hold(desk: Desk, relation: Relation, series: Series, day: date) -> None:
    """A session that took place as planned."""
    one = series.occurrence(day)
    columns: dict[str, str | int | None] = {
        "id": desk.new_id(),
        "mentorship_id": relation.mentorship.id,
        "series_id": series.id,
        "day": day.isoformat(),
        "agenda": "weekly",
        "state": "held",
        "planned_start": iso(one.start),
        "planned_end": iso(one.end),
        "started_at": iso(one.start),
        "ended_at": iso(one.end),
        "minutes": series.minutes,
        "reserve": 10,
        "hard_stop": 0,
        "place": "",
    }
    desk.store.insert("session", columns)
