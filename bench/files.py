"""Gates of what is written: a save of the notes, and the .ics of many slots."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import perf_counter

from icalendar import Calendar

from bench import data
from bench.gates import Gate, Group, Sample
from mentordesk import zones
from mentordesk.desk import Desk
from mentordesk.domain.cadence import Change, Series
from mentordesk.domain.rules import Rule
from mentordesk.ical import Published, series_calendar

_ZONES = (
    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Jerusalem",
    "America/Santiago",
)  # fmt: skip
TEXT = "so this is what we said, at some length\n" * 500


def groups() -> list[Group]:
    """Saving notes against a bare UPDATE, how often it flushes, and calendars against icalendar."""
    saving = [
        Gate("flushes", "flushes of a save of the call's notes", "", 1),
        Gate("unchanged", "flushes when nothing has changed", "", 0),
        Gate("save", "saving 20 kB of notes : bare UPDATE and COMMIT", "ms", None),
    ]
    export = Gate("export", "60 slots of 2 years as .ics : icalendar, same events", "ms", 1.3)
    many = Gate("events", "10,000 events of 200 slots as .ics : icalendar, same events", "ms", 1.3)
    return [
        Group("save", saving, _saving, 15),
        Group("export", [export], _export, 15),
        Group("events", [many], _many, 7),
    ]


def transactions(database: Path) -> int:
    """How many transactions have changed a database in WAL mode since its WAL was begun.

    It is iChange of the WAL-index header (sqlite.org/walformat.html §2.1). With synchronous FULL
    each of them is flushed exactly once, when it commits (sqlite.org/pragma.html).
    """
    header = Path(f"{database}-shm").read_bytes()[:12]
    return int.from_bytes(header[8:12], "little")


@contextmanager
def copied() -> Iterator[tuple[Desk, Path]]:
    """A desk that may be written to, and its file."""
    with TemporaryDirectory(prefix="mentordesk-bench-") as folder:
        home = Path(folder, "home")
        copytree(data.home(data.PRACTICE), home)
        desk = data.open_home(home)
        yield desk, home / "desk.db"
        desk.close()


def _saving(rounds: int) -> dict[str, Sample]:
    with copied() as (desk, file):
        session = desk.calls.start("ada/wealljs").id
        saves = [_save(desk, file, session, f"{TEXT}{n}") for n in range(rounds + 1)][1:]
    flushes, unchanged, ours, bare = zip(*saves, strict=True)
    return {
        "flushes": Sample(flushes),
        "unchanged": Sample(unchanged),
        "save": Sample(ours, bare),
    }


def _save(desk: Desk, file: Path, session: str, text: str) -> tuple[int, int, float, float]:
    """Flushes of a save and of another one of the same text; seconds of ours and of the barest."""
    before = transactions(file)
    ours = _seconds(partial(desk.calls.save_notes, session, text))
    after = transactions(file)
    desk.calls.save_notes(session, text)
    again = transactions(file)
    bare = _seconds(partial(_update, desk, session, text.upper()))
    return after - before, again - after, ours, bare


def _update(desk: Desk, session: str, text: str) -> None:
    """The same row changed and made durable with nothing around it."""
    conn = desk.store.conn
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("UPDATE note SET body = ? WHERE session_id = ? AND kind = 'call'", (text, session))
    conn.execute("COMMIT")


def _export(rounds: int) -> dict[str, Sample]:
    """Ours reads the store and writes; theirs only writes what it has read before."""
    with copied() as (desk, _):
        theirs = Calendar.from_ical(desk.exports.ics([]))
        pairs = [
            (_seconds(partial(desk.exports.ics, [])), _seconds(theirs.to_ical))
            for _ in range(rounds + 1)
        ][1:]
    return {"export": Sample([a for a, _ in pairs], [b for _, b in pairs])}


def _many(rounds: int) -> dict[str, Sample]:
    """Slots of which nearly every date was moved, so that each is an event of its own."""
    slots = moved_slots(200, 49)
    theirs = Calendar.from_ical(written(slots))
    pairs = [
        (_seconds(partial(written, slots)), _seconds(theirs.to_ical)) for _ in range(rounds + 1)
    ][1:]
    return {"events": Sample([a for a, _ in pairs], [b for _, b in pairs])}


def moved_slots(count: int, dates: int) -> list[Published]:
    """Weekly slots in six zones, each with so many dates moved by a day, and one that stays."""
    first = date(2026, 9, 1)
    days = [first + timedelta(weeks=week) for week in range(1, dates + 1)]
    changes = {day: Change("moved", datetime.combine(day + timedelta(1), time(19))) for day in days}
    stamp = datetime(2026, 8, 1, 9, tzinfo=UTC)
    return [
        Published(
            Series(
                id=f"s{number}",
                mentorship_id=f"m{number}",
                rule=Rule("WEEKLY", 1, (1,)),
                wall_time=time(18),
                minutes=60,
                zone=_ZONES[number % len(_ZONES)],
                tz=zones.zone(_ZONES[number % len(_ZONES)]),
                starts_on=first,
                count=dates + 1,
                uid=f"{number:08x}-0000-4000-8000-000000000000@mentordesk",
                sequence=3,
                stamp=stamp,
                created_at=stamp,
                changes=changes,
            ),
            f"Mentoring: Somebody {number} & Bo Lund",
            location="https://meet.example.org/somebody",
        )
        for number in range(count)
    ]


def written(slots: Sequence[Published]) -> bytes:
    """The file of these slots, with their zones."""
    return series_calendar(slots, tzif=zones.tz_bytes)


def _seconds(act: Callable[[], object]) -> float:
    since = perf_counter()
    act()
    return perf_counter() - since
