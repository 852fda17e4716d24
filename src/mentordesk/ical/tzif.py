"""Read a TZif file (RFC 9636): when a zone's offset from UTC changes, in the past and for good."""

import calendar
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

YEAR = 31_556_952  # seconds in the mean Gregorian year


class Onset(NamedTuple):
    """A change of offset: the instant in Unix seconds, seconds east of UTC before and after."""

    at: int
    before: int
    after: int
    name: str


class Yearly(NamedTuple):
    """One half of a POSIX footer: week 1…4 or 5 (last) of a month, weekday 0 is Sunday.

    `seconds` are counted from local midnight and may lie outside that day (RFC 9636 §3.3.1).
    """

    month: int
    week: int
    weekday: int
    seconds: int
    before: int
    after: int
    name: str

    def onset(self, year: int) -> Onset:
        """The change this rule makes in `year`."""
        midnight = calendar.timegm((year, self.month, self.day(year), 0, 0, 0))
        return Onset(midnight + self.seconds - self.before, self.before, self.after, self.name)

    def day(self, year: int) -> int:
        """The day of the month the rule names in `year`."""
        first, days = calendar.monthrange(year, self.month)
        day = 1 + (self.weekday - 1 - first) % 7 + 7 * (self.week - 1)
        return day if day <= days else day - 7


_NEVER = Onset(-(2**40), 0, 0, "")


@dataclass(frozen=True, slots=True)
class Zone:
    """What one TZif file says: `offset` before the first onset, `rules` after instant `settled`.

    Offsets are seconds east of UTC. Changes of name or law that leave the offset are left out.
    """

    offset: int
    onsets: tuple[Onset, ...]
    settled: int
    rules: tuple[Yearly, ...]

    def between(self, since: int, until: int) -> Iterator[Onset]:
        """The onsets in (since, until] in Unix seconds, in order."""
        for onset in self.onsets:
            if since < onset.at <= until:
                yield onset
        yield from self.by_rule(max(since, self.settled), until)

    def by_rule(self, since: int, until: int) -> list[Onset]:
        """What the footer alone would do in (since, until], whatever those years really saw."""
        years = range(_year(since) - 1, _year(until) + 2) if since < until else ()
        found = (rule.onset(year) for year in years for rule in self.rules)
        return sorted(onset for onset in found if since < onset.at <= until)

    def in_force(self, at: int) -> Onset | None:
        """The last onset at or before an instant; None before the zone's first."""
        listed = [onset for onset in self.onsets if onset.at <= at]
        ruled = self.by_rule(max(self.settled, at - 2 * YEAR), at)
        found = ruled or listed
        return found[-1] if found else None


@lru_cache(maxsize=64)
def law_since(zone: Zone) -> int:
    """The instant in Unix seconds from which a zone does what its footer says, and nothing else.

    Before it the law was another one. A zone that never changed has been so for ever.
    """
    ruled = zone.by_rule(zone.onsets[0].at - 1, zone.settled) if zone.onsets else []
    pairs = zip_longest(reversed(zone.onsets), reversed(ruled), fillvalue=_NEVER)
    odd = next((pair for pair in pairs if pair[0][:3] != pair[1][:3]), (_NEVER, _NEVER))
    return max(one.at for one in odd)


def _year(at: int) -> int:
    """The year of an instant, or its neighbour within a day of New Year."""
    return 1970 + at // YEAR


@lru_cache(maxsize=64)
def read(data: bytes) -> Zone:
    """Parse the 64-bit block and the footer. Raises ValueError on what is no TZif version 2+."""
    if data[:4] != b"TZif" or data[4:5] < b"2":
        raise ValueError("not a TZif file of version 2 or later")
    start = 44 + _block(data, 0, 4)
    count, kinds, chars = struct.unpack_from(">3l", data, start + 32)
    here = start + 44
    times = struct.unpack_from(f">{count}q", data, here)
    indices = data[here + 8 * count : here + 9 * count]
    here += 9 * count
    types = list(struct.iter_unpack(">lBB", data[here : here + 6 * kinds]))
    names = data[here + 6 * kinds : here + 6 * kinds + chars]
    footer = data[start + 44 + _block(data, start, 8) :].strip(b"\n").decode("ascii")
    onsets = tuple(_onsets(times, indices, types, names))
    return Zone(types[0][0], onsets, times[-1] if times else -(2**40), _footer(footer))


def _block(data: bytes, start: int, size: int) -> int:
    """The length of a data block with times of `size` octets, from its header's six counts."""
    counts: tuple[int, ...] = struct.unpack_from(">6l", data, start + 20)
    utc, std, leaps, times, kinds, chars = counts
    return times * (size + 1) + kinds * 6 + chars + leaps * (size + 4) + std + utc


def _onsets(
    times: tuple[int, ...], indices: bytes, types: list[tuple[int, int, int]], names: bytes
) -> Iterator[Onset]:
    before = types[0][0]
    for at, index in zip(times, indices, strict=True):
        after, _, letter = types[index]
        if after != before:
            yield Onset(at, before, after, names[letter:].split(b"\0")[0].decode("ascii"))
        before = after


_NAME = r"(?:<[^>]+>|[A-Za-z]+)"
_OFFSET = r"[-+]?\d+(?::\d+){0,2}"
_WHEN = rf"M(\d+)\.(\d)\.(\d)(?:/({_OFFSET}))?"
_FOOTER = re.compile(rf"({_NAME})({_OFFSET})({_NAME})({_OFFSET})?,{_WHEN},{_WHEN}")


def _footer(text: str) -> tuple[Yearly, ...]:
    """The two yearly rules of a POSIX TZ string; none where the clocks no longer change."""
    match = _FOOTER.fullmatch(text)
    if not match:
        return ()
    winter, west, summer, summer_west, *when = match.groups()
    standard = -_seconds(west)
    daylight = -_seconds(summer_west) if summer_west else standard + 3600
    return (
        _yearly(when[:4], standard, daylight, summer),
        _yearly(when[4:], daylight, standard, winter),
    )


def _yearly(when: list[str], before: int, after: int, name: str) -> Yearly:
    month, week, weekday = map(int, when[:3])
    seconds = _seconds(when[3]) if when[3] else 7200
    return Yearly(month, week, weekday, seconds, before, after, name.strip("<>"))


def _seconds(text: str) -> int:
    """Seconds in a POSIX `[-]hh[:mm[:ss]]`."""
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    total = sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))
    return -total if text.startswith("-") else total
