"""Which time zone data is newest, and the zones made of it for everyone else.

`zoneinfo` takes the system's files before the tzdata package even when they are years older, and a
mentee whose country changed its clocks since is then an hour off. The newer of the two is used.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from typing import NamedTuple


@contextmanager
def _folders_said() -> Iterator[None]:
    """Tell `zoneinfo` the usual folders: asking sysconfig for them takes half of its import."""
    said = os.name != "posix" or "PYTHONTZPATH" in os.environ
    if not said:
        usual = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo")
        os.environ["PYTHONTZPATH"] = ":".join((*usual, "/etc/zoneinfo"))
    try:
        yield
    finally:
        if not said:
            del os.environ["PYTHONTZPATH"]


with _folders_said():
    import zoneinfo
    from zoneinfo import ZoneInfo

_LONGEST = 64  # no IANA name comes near; what is longer is not worth comparing
_ALIKE = 0.75  # below that, difflib finds likeness where nobody else does
_NOT_PLACES = {"Factory", "localtime", "posixrules"}


class UnknownZone(LookupError):
    """No zone has this name; `near` are names that might have been meant, best first."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class Versions(NamedTuple):
    """Releases of the tz database, e.g. 2026f ('' where there is none), and which one is in use."""

    system: str
    package: str
    used: str


@cache
def versions() -> Versions:
    """Compare system and package once, and make `zoneinfo` read the newer one from then on."""
    import tzdata  # type: ignore[import-untyped]

    system, package = _system_version(zoneinfo.TZPATH), str(tzdata.IANA_VERSION)
    if package <= system:
        return Versions(system, package, system)
    # A plain path: without one, zoneinfo would import importlib.resources for every zone.
    files = _packaged("zoneinfo")
    zoneinfo.reset_tzpath(to=[files] if os.path.isdir(files) else [])
    ZoneInfo.clear_cache()
    return Versions(system, package, package)


def zone(name: str) -> ZoneInfo:
    """Return the zone called `name`, in any case, under its canonical spelling.

    The city alone is enough where one zone alone has it (`lagos`).

    Raises UnknownZone for every other text, however hostile.
    """
    try:
        return ZoneInfo(_spelling(name) or _only_city(name))
    except (LookupError, ValueError, OSError):
        raise UnknownZone(name, _near(name)) from None


@cache
def names() -> frozenset[str]:
    """Every zone name of the data in use, aliases included."""
    found = versions()
    if found.used == found.package:
        return _listed()
    return frozenset(zoneinfo.available_timezones()) - _NOT_PLACES


def tz_bytes(name: str) -> bytes:
    """The TZif file (RFC 9636) of a zone in the data in use. Raises UnknownZone like `zone`."""
    key = zone(name).key
    for directory in (*zoneinfo.TZPATH, _packaged("zoneinfo")):
        with suppress(OSError), open(os.path.join(directory, key), "rb") as file:
            return file.read()
    raise UnknownZone(name, _near(name))


def keeps_one_rule(name: str, since: datetime) -> bool:
    """Whether from an instant on a zone's clocks never change, or by one plain rule each year.

    Plain is what every calendar can say: a weekday of a month, at an hour of that day. False for
    what cannot be told from the last change and the footer of the file (RFC 9636 §3.3).
    """
    data = tz_bytes(name)
    second = data.rfind(b"TZif")
    changes = int.from_bytes(data[second + 32 : second + 36], "big")
    last = data[second + 44 + 8 * changes - 8 : second + 44 + 8 * changes] if changes else b""
    if int.from_bytes(last, "big", signed=True) > since.timestamp():
        return False
    rule = data.rsplit(b"\n", 2)[1].partition(b",")[2]
    hours = [hour.partition(b":")[0] for hour in rule.split(b"/")[1:]]
    return all(0 <= int(hour.partition(b",")[0]) < 24 for hour in hours)


def here(env: Mapping[str, str] = os.environ, etc: str | os.PathLike[str] = "/etc") -> str:
    """The zone of this machine: TZ, then /etc/localtime, then /etc/timezone, else UTC."""
    return next(filter(None, map(_spelling, _candidates(env, etc))), "UTC")


def _candidates(env: Mapping[str, str], etc: str | os.PathLike[str]) -> Iterator[str]:
    """What this machine says of itself; any of it may be nonsense."""
    yield _tail(env.get("TZ", "").removeprefix(":"))
    with suppress(OSError):
        yield _tail(os.readlink(os.path.join(etc, "localtime")))
    with suppress(OSError):
        yield _read(os.path.join(etc, "timezone")).strip()


def _tail(path: str) -> str:
    """The zone name in a path below a zoneinfo directory; anything else as it is."""
    tail = path.rpartition("zoneinfo/")[2] or path
    return tail.removeprefix("posix/").removeprefix("right/")


def _system_version(directories: Iterable[str]) -> str:
    """The release of the system's files: in tzdata.zi on Linux, in +VERSION on macOS and BSD."""
    for directory in directories:
        for file, prefix in (("tzdata.zi", "# version "), ("+VERSION", "")):
            try:
                first = _read(os.path.join(directory, file), 80).partition("\n")[0]
                return first.strip().removeprefix(prefix)
            except OSError:
                continue
    return ""


def _packaged(name: str) -> str:
    """Where the tzdata package has a file or folder."""
    import tzdata

    return os.path.join(tzdata.__path__[0], name)


def _read(path: str, most: int = -1) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(most)


@cache
def _listed() -> frozenset[str]:
    """The names in the package's own list: one small file, where asking zoneinfo walks 600."""
    try:
        return frozenset(_read(_packaged("zones")).split()) - _NOT_PLACES
    except OSError:
        return frozenset(zoneinfo.available_timezones()) - _NOT_PLACES


def _plain(name: str) -> str:
    return name[: _LONGEST + 1].strip().replace(" ", "_").casefold()


def _spelling(name: str) -> str:
    """The known name that is `name`, or differs from it in case or blanks only, else ''."""
    versions()
    if name in _listed():
        return name
    wanted = _plain(name)
    return next((known for known in names() if known.casefold() == wanted), "")


def _cities() -> dict[str, list[str]]:
    """The zones by the last part of their names, in lower case."""
    cities: dict[str, list[str]] = {}
    for known in sorted(names()):
        cities.setdefault(known.rpartition("/")[2].casefold(), []).append(known)
    return cities


def _only_city(name: str) -> str:
    """The one zone that is named after a city, else ''; `GMT+5` is none: its sign misleads."""
    found = _cities().get(_plain(name), [])
    return found[0] if len(found) == 1 and not found[0].startswith("Etc/") else ""


def _near(name: str) -> tuple[str, ...]:
    """Up to five known names like `name`: the same city first, then parts, then misspellings."""
    from difflib import get_close_matches  # 3 ms, and only for a name that was wrong

    wanted = _plain(name)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    place = wanted.rpartition("/")[2] or wanted
    cities = _cities()
    found = cities.get(place, []) or [n for city in cities if place in city for n in cities[city]]
    if not found:
        full = {known.casefold(): known for known in names()}
        found = [full[low] for low in get_close_matches(wanted, full, 5, _ALIKE)]
        found += [n for city in get_close_matches(place, cities, 3, _ALIKE) for n in cities[city]]
    return tuple(dict.fromkeys(found))[:5]
