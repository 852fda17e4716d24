"""A slot from invitation to cancellation, in nine zones: what a receiver has is what was agreed.

What was agreed is kept by hand in `Agreed`, with zoneinfo and dateutil alone.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import WEEKLY, rrule
from tests.builders import wall, weekly
from tests.conftest import Clock
from tests.ical.receiver import Receiver
from tests.ical.samples import Span, expanded

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule

SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)
FIRST, LAST = date(2026, 2, 3), date(2026, 11, 3)
MOVED, SKIPPED, AWAY = date(2026, 2, 24), date(2026, 3, 17), date(2026, 3, 24)
LATER, LESS, GRADUATION = date(2026, 4, 14), date(2026, 6, 2), date(2026, 10, 6)


class Agreed:
    """Runs of Tuesdays, and the single ones that differ."""

    def __init__(self, zone: str) -> None:
        self.tz = ZoneInfo(zone)
        self.runs = [(FIRST, LAST, 1, time(18))]
        self.differ: dict[date, datetime | None] = {}

    def anew(self, first: date, weeks: int, at: time) -> None:
        """From a day on the run is another."""
        self.end(first - timedelta(days=1))
        self.runs.append((first, LAST, weeks, at))

    def end(self, last: date) -> None:
        """Nothing happens after a day."""
        since, _, weeks, at = self.runs[-1]
        self.runs[-1] = (since, last, weeks, at)

    def spans(self) -> list[Span]:
        """Every meeting, an hour long, in UTC."""
        found = []
        for first, last, weeks, at in self.runs:
            start, end = datetime.combine(first, at), datetime.combine(last, time.max)
            for day in rrule(WEEKLY, interval=weeks, dtstart=start, until=end):
                meant = self.differ.get(day.date(), day)
                if meant:
                    begins = meant.replace(tzinfo=self.tz).astimezone(UTC)
                    found.append((begins, begins + timedelta(hours=1)))
        return sorted(found)


def cycle(desk: Desk, agreed: Agreed) -> Iterator[str]:
    """One step after another; each is told to the desk and noted as agreed."""
    slots = desk.slots
    yield "invite"
    slots.move("ada", MOVED, wall(date(2026, 2, 25), 19))
    agreed.differ[MOVED] = wall(date(2026, 2, 25), 19)
    yield "move one"
    slots.skip("ada", SKIPPED)
    agreed.differ[SKIPPED] = None
    yield "cancel one"
    slots.skip("ada", FIRST)
    agreed.differ[FIRST] = None
    yield "cancel the first"
    slots.move("ada", MOVED, wall(date(2026, 2, 26), 8, 30))
    agreed.differ[MOVED] = wall(date(2026, 2, 26), 8, 30)
    yield "move the moved one again"
    slots.move("ada", AWAY, wall(date(2026, 4, 1), 9))
    agreed.differ[AWAY] = wall(date(2026, 4, 1), 9)
    yield "move one past its neighbour"
    slots.change("ada", LATER, wall_time=time(18, 30))
    agreed.anew(LATER, 1, time(18, 30))
    yield "shift the base time"
    slots.change("ada", LESS, rule=Rule("WEEKLY", 2, (1,)), until=LAST)
    agreed.anew(LESS, 2, time(18, 30))
    yield "fortnightly from a date"
    slots.end("ada", GRADUATION)
    agreed.end(GRADUATION)
    yield "shorten to graduation"


@pytest.mark.parametrize(
    ("zone", "calendar"),
    [
        ("Europe/Berlin", "google"),
        ("Europe/Berlin", "nextcloud"),
        ("America/New_York", "nextcloud"),
        ("Asia/Kolkata", "google"),
        ("Australia/Lord_Howe", "nextcloud"),
        ("Africa/Casablanca", "google"),
        ("Asia/Jerusalem", "nextcloud"),
        ("Africa/Accra", "google"),
        ("America/Santiago", "outlook"),
        ("America/Vancouver", "google"),
        ("America/Vancouver", "nextcloud"),
    ],
)
def test_after_every_step_the_receiver_has_what_was_agreed(
    desk: Desk, clock: Clock, tmp_path: Path, zone: str, calendar: str
) -> None:
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    clock.now = datetime(2026, 1, 29, 9, tzinfo=UTC)
    desk.people.add("Ada Obi", playbook="one-to-one", zone=zone, email="ada@example.org")
    desk.people.edit("ada", calendar=calendar)
    desk.slots.set("ada", weekly(1), time(18), minutes=60, zone=zone, starts_on=FIRST, until=LAST)
    receiver, agreed = Receiver(), Agreed(zone)
    for number, step in enumerate(cycle(desk, agreed)):
        clock.advance(hours=1)
        folder = tmp_path / str(number)
        folder.mkdir()
        receiver.read(desk.invites.write("ada", folder))
        assert receiver.shows(SINCE, UNTIL) == agreed.spans(), step
        assert desk.invites.preview("ada").messages == (), step
    assert receiver.left_alone == []
    assert expanded(desk.exports.ics(["ada"]), SINCE, UNTIL) == agreed.spans()
    receiver.read(desk.invites.cancel("ada", tmp_path))
    assert receiver.shows(SINCE, UNTIL) == []


ZONES = ("Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "America/Vancouver")


def shown(desk: Desk) -> list[Span]:
    """What the screens have of every slot."""
    every = (series.between(SINCE, UNTIL) for series in desk.slots.every("ada"))
    return sorted((one.start, one.end) for some in every for one in some if one.happens)


def edited(desk: Desk, chance: random.Random) -> None:
    """One change that somebody could make; what cannot be is refused and leaves all as it was."""
    days = [one.day for series in desk.slots.every("ada") for one in series.occurrences()]
    day = chance.choice(days)
    at = time(chance.randrange(8, 20), chance.choice((0, 30)))
    elsewhere = datetime.combine(day + timedelta(days=chance.randint(-9, 9)), at)
    rule = Rule("WEEKLY", chance.choice((1, 1, 2)), chance.sample(range(7), chance.choice((1, 2))))
    edits = (
        lambda: desk.slots.skip("ada", day),
        lambda: desk.slots.skip("ada", days[0]),
        lambda: desk.slots.move("ada", day, elsewhere, minutes=chance.choice((0, 30))),
        lambda: desk.slots.move("ada", day, datetime.combine(day, time(18))),
        lambda: desk.slots.gap("ada", day, day + timedelta(days=chance.randint(0, 20))),
        lambda: desk.slots.change("ada", day, wall_time=at),
        lambda: desk.slots.change("ada", day, rule=rule),
        lambda: desk.slots.change("ada", day, minutes=chance.choice((30, 45))),
        lambda: desk.slots.end("ada", day),
    )
    with suppress(Refusal):
        chance.choices(edits, weights=(4, 1, 5, 2, 1, 2, 1, 1, 1))[0]()


@pytest.mark.parametrize(("seed", "calendar"), [(0, "nextcloud"), (19, "google"), (36, "outlook")])
def test_whatever_is_changed_in_whatever_order_the_receiver_has_what_the_screens_show(
    desk: Desk, clock: Clock, tmp_path: Path, seed: int, calendar: str
) -> None:
    chance = random.Random(f"{seed} {calendar}")
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    clock.now = datetime(2026, 1, 29, 9, tzinfo=UTC)
    desk.people.add("Ada Obi", playbook="one-to-one", email="ada@example.org")
    desk.people.edit("ada", calendar=calendar)
    rule, zone = Rule("WEEKLY", 1, chance.sample(range(7), 2)), ZONES[seed % 4]
    desk.slots.set("ada", rule, time(18), zone=zone, starts_on=FIRST, count=40)
    receiver = Receiver()
    for number in range(9):
        folder = tmp_path / str(number)
        folder.mkdir()
        clock.advance(hours=1)
        if desk.invites.preview("ada").messages:
            receiver.read(desk.invites.write("ada", folder))
        assert receiver.shows(SINCE, UNTIL) == shown(desk), number
        assert receiver.left_alone == []
        assert expanded(desk.exports.ics(["ada"]), SINCE, UNTIL) == shown(desk)
        for _ in range(chance.randint(1, 3)):
            edited(desk, chance)
