"""The mentor's verbs: the only room that *does* things, and the same for every door."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

from mentordesk import zones
from mentordesk.desk.desk import Change, Desk, zone_of
from mentordesk.domain.errors import Refusal
from mentordesk.store import open_store

__all__ = ["Change", "Desk", "open_desk", "zone_name", "zone_of"]


class Places(Protocol):
    """Where the desk's files are."""

    @property
    def data(self) -> str:
        """Folder of desk.db and its backups."""

    @property
    def config(self) -> str:
        """Folder of settings.toml and the mentor's own playbooks."""

    @property
    def recovery_folders(self) -> Sequence[str]:
        """Folders for words that the desk's file does not take, the best first."""


class Wishes(Protocol):
    """What of the mentor's settings the desk needs."""

    @property
    def zone(self) -> str:
        """IANA name, or '' for the machine's own."""

    @property
    def name(self) -> str:
        """The mentor's own name, or ''."""

    @property
    def email(self) -> str:
        """The mentor's own mail address, or ''."""

    @property
    def playbook(self) -> str:
        """Slug for mentees added without one."""

    @property
    def reminders(self) -> bool:
        """Whether the brief has a line on manner."""


def open_desk(
    places: Places,
    wishes: Wishes,
    *,
    clock: Callable[[], datetime] | None = None,
    write: bool = True,
    new_id: Callable[[], str] | None = None,
) -> Desk:
    """Open the desk that lives at `places`, making it first if need be; both doors call this.

    `write=False` is for commands that only read. Raises Refusal or StoreTrouble with a sentence.
    """
    zone = zone_name(places, wishes)
    return Desk(
        open_store(os.path.join(places.data, "desk.db"), zone_of, write=write),
        clock or _clock,
        os.path.join(places.config, "playbooks"),
        zone,
        mentor=wishes.name,
        email=wishes.email,
        playbook=wishes.playbook,
        reminders=wishes.reminders,
        new_id=new_id,
        recovery_folders=lambda: places.recovery_folders,
        seconds=None if clock else _seconds,
    )


def zone_name(places: Places, wishes: Wishes) -> str:
    """The mentor's own zone: what the settings say, else this machine's. Raises Refusal."""
    return _zone_of_settings(places, wishes) or str(zone_of(zones.here()))


def _zone_of_settings(places: Places, wishes: Wishes) -> str:
    """The mentor's own zone, '' for the machine's. Raises Refusal that names the file it is in."""
    try:
        return str(zone_of(wishes.zone)) if wishes.zone else ""
    except Refusal as refusal:
        file = os.path.join(places.config, "settings.toml")
        raise Refusal(f"{file}: {refusal.sentence} Edit it there.") from None


def _clock() -> datetime:
    return datetime.now(UTC)


def _seconds() -> float:
    """Seconds that only go by, whatever the clock is set to; the machine's sleep is counted.

    `time.monotonic` leaves the sleep out on Linux and on macOS (clock_gettime(2)).
    """
    import time

    kind = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if kind is None else time.clock_gettime(kind)
