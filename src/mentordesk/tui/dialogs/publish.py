"""The mentor's own calendar as a file: where it is kept, whose names how, and what is in it."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urlsplit

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import NAMES, Feed, Wanted
from mentordesk.settings import Publish, Settings, save
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_SHOWN = {"initials": "initials: AO", "handle": "handles: ada", "full": "full: Ada Obi"}


class Kept(NamedTuple):
    """The settings as they are now, what was done, in a sentence, and if the server is next."""

    settings: Settings
    said: str
    push: bool = False


class PublishCalendar(Dialog[Kept]):
    """Writes the file and has it written again after each change; without a name, never again."""

    HELP: ClassVar[str | None] = """
    # Your own calendar

    Everything of the desk that has a date, as one calendar file to subscribe to: slots, single
    calls, the programmes' dates, hours to book, workshops. Nobody is invited by it, and nothing
    that you wrote about anybody is in it.

    **File**: where it is written, now and after each change; empty for nowhere. Only you may read
    it; give it other rights where a web server shall hand it out, they stay. **Names**: how people
    are called in it. **Remind**: so many minutes before a call; 0 for never.

    **Server**: where the settings name a calendar of yours (`caldav.url`), the same goes there,
    once; `mentordesk ics push` does it, too.
    """

    def __init__(self, desk: "Desk", settings: Settings) -> None:
        super().__init__("Your own calendar, to subscribe to")
        self.desk, self.settings = desk, settings
        self._warned = ""

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where, whose names how, and when calendars remind."""
        now = self.settings.publish
        yield "File", Entry(now.path, "~/Calendars/mentoring.ics", id="path")
        yield "Names", Choice([(name, _SHOWN[name]) for name in NAMES], now.names, id="names")
        yield "Remind", Entry(str(now.alarm), id="alarm")
        if host := urlsplit(self.settings.caldav.url).hostname:
            yield "Server", Choice([("", "not now"), ("push", f"push to {host}")], id="server")

    def echo(self) -> str:
        """What is in it. Raises Refusal for minutes that are none."""
        wanted, feed = self._wanted(), self._feed
        if not wanted.path:
            return f"{feed.held}. Without a file nothing is written."
        there = " Replaces what is there." if self._path().is_file() else ""
        return f"{feed.held}; nobody is invited.{there} Written after each change."

    @cached_property
    def _feed(self) -> Feed:
        """What there is: the same in every form of the names, so it is made once."""
        return self.desk.publishing.feed(Wanted())

    def _wanted(self) -> Publish:
        from mentordesk.dates.numbers import read_number

        wrong = "Remind: minutes before a call, 0 to 1440; 0 for never."
        alarm = read_number(self.value("alarm") or "0", 0, 24 * 60, wrong)
        return Publish(self.value("path"), self.query_one("#names", Choice).value, alarm)

    def _path(self) -> Path:
        return whole_path(str(self.desk.publishing.place(self.value("path"))))

    def save(self) -> Kept:
        """Write it, and keep it so; a file that is no calendar of ours needs a second Enter."""
        wanted = self._wanted()
        if wanted.path:
            self._write(wanted)
        kept = save(self.desk.settings_file, publish=wanted)
        said = f"Written, and again after each change: {wanted.path}"
        push = any(choice.value == "push" for choice in self.query("#server").results(Choice))
        nowhere = "" if push else "Your calendar is written nowhere any more."
        return Kept(kept, said if wanted.path else nowhere, push)

    def _write(self, wanted: Publish) -> None:
        path, there = self._path(), self._path().is_file()
        sure = self._warned == str(path)
        try:
            self.desk.publishing.write(path, wanted.wanted, force=sure)
        except Refusal:
            if not there or sure:
                raise
            self._warned = str(path)
            raise Refusal(f"Enter once more replaces the file that is there: {path}") from None
