"""The standing slot from a date on: what nobody names stays as it was."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.cadence import Change, Occurrence, Series, instant
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule, day_words

if TYPE_CHECKING:
    from mentordesk.desk.slots import Slots


class Wishes(NamedTuple):
    """What is to be another; the empty value of each means that it stays."""

    rule: Rule | None = None
    wall_time: time | None = None
    minutes: int = 0
    zone: str = ""
    count: int = 0  # type: ignore[assignment]  # in the place of tuple's own
    until: date | None = None
    place: str | None = None
    force: bool = False


class Changing(NamedTuple):
    """A change as it would be: the slot it is made to, what it becomes from a day on.

    `in_place`: the whole slot changes, because no date of it lies before. `lost` are dates that
    were moved or left out and of which the new rule has no day.
    """

    was: Series
    series: Series
    since: date
    in_place: bool
    lost: tuple[Occurrence, ...]
    also: "tuple[Changing, ...]" = ()
    stays: Series | None = None


def planned(slots: "Slots", who: str, from_day: date | None, wishes: Wishes) -> Changing:
    """What `change` would store. Raises Refusal as `plan`, and when no date is left to change."""
    was, since = _changing(slots, who, from_day)
    change = _planned_one(slots, who, was, since, wishes)
    after = [one for one in slots.every(who) if one.starts_on > was.starts_on and _first(one)]
    if not after:
        return change
    everywhere = wishes._replace(rule=None, wall_time=None, count=0, until=None)
    also = [
        _planned_one(slots, who, one, one.starts_on, everywhere)
        for one in after
        if _differs(one, everywhere)
    ]
    own = (change.series.rule, change.series.wall_time) != (was.rule, was.wall_time)
    return change._replace(also=tuple(also), stays=after[0] if own else None)


def _first(series: Series) -> date | None:
    return next(series.days(), None)


def _differs(series: Series, wishes: Wishes) -> bool:
    """Whether the place, length or zone that is wished for is another than a slot's."""
    place = series.place if wishes.place is None else wishes.place
    wished = (wishes.minutes or series.minutes, wishes.zone or series.zone, place)
    return wished != (series.minutes, series.zone, series.place)


def _planned_one(slots: "Slots", who: str, was: Series, since: date, wishes: Wishes) -> Changing:
    """What becomes of one slot from a day on."""
    count, until = wishes.count, wishes.until
    if not (count or until):
        count, until = _left(was, since), was.until
    made = slots.plan(
        who,
        wishes.rule or was.rule,
        wishes.wall_time or was.wall_time,
        minutes=wishes.minutes or was.minutes,
        zone=wishes.zone or was.zone,
        starts_on=since,
        count=count,
        until=until,
        place=was.place if wishes.place is None else wishes.place,
        force=wishes.force,
    )
    if not (count or until):  # a slot without end stays one, whatever the playbook has
        made = made._replace(until=None)
    in_place = next(was.days()) >= since
    if in_place:
        made = made._replace(
            id=was.id, uid=was.uid, sequence=was.sequence + 1, created_at=was.created_at
        )
    kept = {
        day: _carried(said, was, made)
        for day, said in was.changes.items()
        if day >= since and _has(made, day)
    }
    gaps = tuple(gap for gap in was.gaps if gap.last >= since)
    made = made._replace(changes=kept, gaps=gaps)
    return Changing(was, made, since, in_place, tuple(_lost(was, made, since)))


def store(slots: "Slots", change: Changing) -> None:
    """Write it, inside a transaction that is under way."""
    for one in change.also:
        store(slots, one)
    was, made, desk = change.was, change.series, slots.desk
    same_time = (was.wall_time, was.zone) == (made.wall_time, made.zone)
    if change.in_place:
        slots.rewrite(made)
    else:
        slots.cut(was, change.since - timedelta(days=1))
        slots.insert(made)
    for row in desk.store.rows("SELECT * FROM occurrence WHERE series_id = ?", was.id):
        day = date.fromisoformat(row["day"])
        if day in made.changes:
            confirmed = row["confirmed"] if same_time else 0
            there = made.changes[day].moved_to
            moved_to = there.isoformat(timespec="minutes") if there else None
            desk.store.update(
                "occurrence", row["id"],
                series_id=made.id, confirmed=confirmed, moved_to=moved_to,
            )  # fmt: skip
        elif change.in_place:
            desk.store.delete("occurrence", row["id"])
    for row in desk.store.rows("SELECT * FROM gap WHERE series_id = ?", was.id):
        if not change.in_place and date.fromisoformat(row["last_day"]) >= change.since:
            copy = {key: row[key] for key in ("first_day", "last_day", "reason", "readers")}
            desk.store.insert("gap", {"id": desk.new_id(), "series_id": made.id, **copy})


def _changing(slots: "Slots", who: str, from_day: date | None) -> tuple[Series, date]:
    """The slot that is on at a day, and from which day on it changes.

    Without a day: from the next meeting that has not begun. A meeting that has stays as it is, and
    a slot that is to come begins no earlier than it did.
    """
    today = slots.desk.today()
    if from_day and from_day < today:
        raise Refusal(f"{day_words(from_day, today)} is past. Change it from today or later on.")
    coming = []
    for series in slots.every(who):
        begun = slots.last_kept(series, None) + timedelta(days=1)
        since = max(begun, from_day or begun)
        if (found := next(series.numbered(since), None)) is not None:
            coming.append((found[1], series, since))
    if not coming:
        raise Refusal(
            f"No meeting is left from {day_words(from_day or today, today)} on."
            " Set a slot anew with: mentordesk slot set WHO --weekly tue 18:00"
        )
    first, series, since = min(coming, key=lambda one: one[0])
    return series, first if first == next(series.days()) else since


def _left(series: Series, since: date) -> int:
    """How many meetings of a counted slot are left from a day on; 0 for one that is not counted."""
    if not series.count:
        return 0
    number, _ = next(series.numbered(since))
    return series.count - number + 1


def _carried(said: Change, was: Series, made: Series) -> Change:
    """A date that was moved stays at its instant when the slot takes another zone's clock."""
    if said.moved_to is None or was.zone == made.zone:
        return said
    there = instant(said.moved_to, was.tz).astimezone(made.tz)
    return said._replace(moved_to=there.replace(tzinfo=None))


def _has(series: Series, day: date) -> bool:
    return next(series.numbered(day), (0, None))[1] == day


def _lost(was: Series, made: Series, since: date) -> Iterator[Occurrence]:
    for day, said in sorted(was.changes.items()):
        if day >= since and day not in made.changes and said.state != "planned":
            yield was.occurrence(day)
