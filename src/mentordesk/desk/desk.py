"""The desk itself: store, clock and zone, with the verbs in groups that load when first used."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mentordesk import zones
from mentordesk.desk.verbs import Verbs
from mentordesk.domain.errors import Refusal
from mentordesk.store import Store, open_store

if TYPE_CHECKING:
    from mentordesk.desk.health import Health
    from mentordesk.domain.readers import Audience
    from mentordesk.store.connection import Value


class Change(NamedTuple):
    """What a verb has just changed, for screens that show it."""

    kind: str
    id: str


class _TriedOnlyError(Exception):
    """Rolls back what was only tried."""


class Desk(Verbs):
    """One open desk. Every verb refuses with a sentence (Refusal) or is stored when it returns."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        playbooks_folder: str,
        zone: str,
        *,
        mentor: str = "",
        email: str = "",
        playbook: str = "one-to-one",
        reminders: bool = True,
        new_id: Callable[[], str] | None = None,
        recovery_folders: Callable[[], Sequence[str]] = tuple,
        seconds: Callable[[], float] | None = None,
    ) -> None:
        self.store = store
        self.recovery_folders = recovery_folders
        self.seconds = seconds or (lambda: clock().timestamp())
        self.clock = clock
        self.playbooks_folder = playbooks_folder
        self.zone = zone
        self.mentor = mentor
        self.email = email
        self.default_playbook = playbook
        self.new_id = new_id or _uuid
        self.reminders = reminders
        self.on_change: list[Callable[[Change], None]] = []
        self._untold: list[Change] = []
        self._typing = ("", "")
        self._seen = store.data_version()

    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The mentor's own date."""
        return self.now().astimezone(self.tz).date()

    @cached_property
    def tz(self) -> tzinfo:
        """The mentor's own zone."""
        return self.zone_of(self.zone)

    def zone_of(self, name: str) -> tzinfo:
        """The zone with this name. Raises Refusal with names that are near."""
        return zone_of(name)

    def use_zone(self, wished: str) -> bool:
        """Go by this zone from now on, '' being the machine's own; whether that is another one.

        Raises Refusal for a name that is none.
        """
        name = str(zone_of(wished or zones.here()))
        if name == self.zone:
            return False
        self.zone = name
        self.__dict__.pop("tz", None)
        self.tell("zone")
        return True

    @property
    def settings_file(self) -> str:
        """The mentor's settings, which lie beside their own playbooks."""
        return os.path.join(os.path.dirname(self.playbooks_folder), "settings.toml")

    @property
    def read_only(self) -> bool:
        """Whether the file may be read but not changed."""
        return self.store.read_only

    @property
    def refuses(self) -> str:
        """What is said to whoever would change something that may only be read."""
        return self.store.refuses

    @property
    def is_shared(self) -> bool:
        """Whether this desk shows what one reader may see and hides the rest."""
        return self.store.is_shared

    def last_undo(self) -> str:
        """What `undo` would take back, in words; '' when there is nothing."""
        from mentordesk.store.undo import last_label

        return last_label(self.store)

    def undo(self) -> str:
        """Take back the last verb, by whichever door it came, and say which it was."""
        from mentordesk.store.undo import undo

        with self.writing("undo", undoable=False):
            label = undo(self.store, self.now())
        self.tell("undo")
        return label

    def changed(self) -> bool:
        """Whether another process has written since this was last asked."""
        version = self.store.data_version()
        was, self._seen = self._seen, version
        return was != version

    def health(self) -> "Health":
        """Versions, paths, time zone data and the state of the store."""
        from mentordesk.desk.health import health

        return health(self)

    @contextmanager
    def writing(self, label: str, undoable: bool = True, typing: str = "") -> Iterator[Store]:
        """One verb's transaction, stamped with the present; a verb inside a verb joins it.

        What is stored bit by bit while somebody is `typing`, a name for that, is one step for undo
        as long as nothing else was done between.
        """
        outermost = not self.store.is_writing
        try:
            with self.store.atomic(label, self.now(), undoable, self._step_of(typing)):
                yield self.store
        except BaseException:
            self._untold.clear()
            raise
        if outermost:
            untold, self._untold = self._untold, []
            for change in untold:
                self.tell(change.kind, change.id)

    @contextmanager
    def trying(self, label: str, *, keep: bool = False) -> Iterator[Store]:
        """A transaction of its own that is taken back at its end, to see what it leads to.

        With `keep` it is one like any other: what was a dry run is then done.
        """
        with suppress(_TriedOnlyError), self.writing(label, undoable=keep):
            yield self.store
            if not keep:
                raise _TriedOnlyError

    def _step_of(self, typing: str) -> str:
        """The undo step that goes on with what was being typed, or a new one; '' for neither."""
        from mentordesk.store.undo import is_last

        if not typing:
            return ""
        known, step = self._typing
        if known != typing or not is_last(self.store, step):
            self._typing = typing, _uuid()
        return self._typing[1]

    def insert(self, table: str, /, readers: "Audience | None" = None, **columns: "Value") -> str:
        """Add a row in the transaction under way; the id that it is given.

        `readers` say who may read it beside the mentor, in tables where that is asked.
        """
        row = {"id": self.new_id(), **columns}
        if readers is not None:
            from mentordesk.domain.readers import stored  # only writing needs it

            row["readers"] = stored(readers)
        self.store.insert(table, row)
        return str(row["id"])

    def tell(self, kind: str, row_id: str = "") -> None:
        """Let everybody who shows it know that something has changed, once it is stored."""
        if self.store.is_writing:
            self._untold.append(Change(kind, row_id))
            return
        for listener in self.on_change:
            listener(Change(kind, row_id))

    def aside(self, *, write: bool = False) -> "Desk":
        """The same desk with a store of its own, for another thread; for reading unless said."""
        store = open_store(self.store.path, self.zone_of, write=write)
        return Desk(
            store,
            self.clock,
            self.playbooks_folder,
            self.zone,
            mentor=self.mentor,
            email=self.email,
            playbook=self.default_playbook,
        )

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def zone_of(name: str) -> tzinfo:
    """The zone with this name from the newest tz data. Raises Refusal with names that are near."""
    try:
        return zones.zone(name)
    except zones.UnknownZone as unknown:
        near = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
        raise Refusal(
            f"“{name[:40]}” is no time zone.{near} Give a name such as Europe/Berlin."
        ) from None


def _uuid() -> str:
    from uuid import uuid4  # 8 ms that only writing pays

    return str(uuid4())
