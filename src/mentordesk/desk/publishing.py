"""The mentor's own calendar: everything the desk knows of time, as one file to subscribe to."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import Feed, State, Wanted
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.pushing import Pushed
    from mentordesk.ical import Object

NAME = "Mentoring"
"""How the calendar is called in other programs."""
_NOT_PUBLISHED = "Your calendar is not published:"
SHOWS = frozenset({
    "series", "gap", "occurrence", "session", "mentee", "team", "membership", "mentorship",
    "status_change", "term_change", "milestone_mark", "outline", "office_hour", "booking",
    "workshop", "invitation",
})  # fmt: skip
"""Tables of which something is in it."""


class Publishing:
    """The verbs about a calendar that nobody is invited to and that names whom the mentor lets."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.overdue = False
        """Whether something of it has changed here since it was written."""

    def is_due(self) -> bool:
        """Whether something that the calendar shows was written here and it was not, since."""
        touched = self.desk.store.touched()
        self.overdue = self.overdue or bool(touched & SHOWS or "*" in touched)
        return self.overdue

    def place(self, path: str) -> Path:
        """Where a path of the settings leads: from the home folder, if it begins nowhere.

        Raises Refusal for `~somebody` without such an account.
        """
        try:
            return Path.home() / Path(path).expanduser()
        except RuntimeError as error:
            raise Refusal(f"There is no home folder such as in “{clip(path, 40)}”.") from error

    def feed(self, wanted: Wanted, at: datetime | None = None) -> Feed:
        """What there is now, counted and as bytes: the same ones until something changes.

        Which dates are still to come is asked at `at`, now unless said. METHOD:PUBLISH needs an
        organizer (RFC 5546 §3.2.1): without a mail address of the mentor's it is a plain calendar.
        """
        from mentordesk.desk.desk_calendar import Gathering
        from mentordesk.ical import Organizer

        desk = self.desk
        found = Gathering(desk, wanted, at or desk.now())
        organizer = Organizer(desk.mentor, desk.email) if desk.email else None
        data = found.calendar.file(NAME, organizer, desk.zone)
        titles = found.calendar.titles()
        return Feed(found.slots, found.calls, found.dates, found.hours, titles, data)

    def push(
        self,
        url: str,
        user: str,
        command: str,
        wanted: Wanted,
        *,
        force: bool = False,
        remove: bool = False,
        dry_run: bool = False,
        may_ask: bool = True,
    ) -> "Pushed":
        """Bring a calendar on the mentor's server (CalDAV) to what the desk has.

        Only what the desk made is changed or, with `remove` all of it, taken away; what somebody
        else has changed there is left alone unless `force`. `command` prints the password, ''
        for the keyring; it has the keyboard if it `may_ask`. Raises Refusal for all that keeps it
        from being done.
        """
        from mentordesk.desk.pushing import Push
        from mentordesk.outbox.password import password
        from mentordesk.outbox.server import open_server

        if not url:
            raise Refusal(
                "There is no server yet. Give the address of a calendar there as caldav.url in the"
                " settings: mentordesk settings path shows where they are."
            )
        server = open_server(url, user, password(user, command, may_ask=may_ask))
        push = Push(self.desk, server, {} if remove else self.objects(wanted), force)
        return push.planned() if dry_run else push.run()

    def objects(self, wanted: Wanted) -> "dict[str, Object]":
        """The same by UID, as a CalDAV server keeps it."""
        from mentordesk.desk.desk_calendar import Gathering

        return Gathering(self.desk, wanted, self.desk.now()).calendar.objects()

    def write(self, path: Path, wanted: Wanted, *, force: bool = False) -> bool:
        """Write the file unless it is as it should be; whether it was written.

        It is the mentor's alone (0600), or keeps the rights it was given. Raises Refusal when
        something else is there, unless `force`, or when it cannot be written.
        """
        from mentordesk.desk.exports import keep_foreign
        from mentordesk.outbox.files import read_whole, write_whole

        keep_foreign(path, force)
        data = self.feed(wanted).data
        if read_whole(path) == data:
            return False
        write_whole(path, data, keep_rights=True)
        return True

    def refresh(self, path: str, wanted: Wanted) -> str:
        """Write the file anew after a change; '' or what keeps it from being written.

        Whatever was changed is stored all the same, so nothing that goes wrong here is raised.
        """
        self.overdue = False
        try:
            self.write(self.place(path), wanted)
        except Refusal as refusal:
            return f"{_NOT_PUBLISHED} {refusal.sentence}"
        except Exception as error:
            return f"{_NOT_PUBLISHED} {error!r}. Please report it."
        return ""

    def state(self, path: str, wanted: Wanted) -> State:
        """How the file at a path is; what time alone has changed since does not make it stale."""
        from mentordesk.desk.exports import is_foreign
        from mentordesk.outbox.files import read_whole

        file = self.place(path)
        found = read_whole(file)
        if found is not None and is_foreign(file):
            return State(str(file), None, fresh=False, foreign=True)
        if found is None:
            return State(str(file), None, fresh=False)
        written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        fresh = any(found == self.feed(wanted, at).data for at in (None, written))
        return State(str(file), written, fresh)


def check_server(url: str) -> None:
    """Raise Refusal for what is no address of a calendar server, without asking it anything."""
    from mentordesk.outbox.server import check_address

    check_address(url)
