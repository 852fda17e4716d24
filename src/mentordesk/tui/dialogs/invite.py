"""Telling the other side: what will be sent is seen first, then written into files to be sent."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.domain.inviting import Preview
from mentordesk.domain.pages import SlotPage
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.opening import open_mails
from mentordesk.tui.presentation.invite import files_line, invite_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk

CHANGES, ONE_DATE, ALL = "changes", "date", "all"
MAILS, OPENED, ATTACHED, FILES = "eml", "open", "attach", "ics"
FORMS = [
    (MAILS, "mails to open and send"),
    (OPENED, "mails, opened in your mail program"),
    (ATTACHED, "mails with invite.ics attached as well"),
    (FILES, "calendar files to attach"),
]


class SendInvite(Dialog[str]):
    """Opens with what has changed; `day` is a date of the rule that may be called off.

    Returns what was written, in a sentence. Nothing that is there is written over.
    """

    HELP: ClassVar[str | None] = """
    # Telling the other side

    What is listed is what their calendar will change, on your clock and theirs. Enter writes the
    files, and from then on they count as sent: **send them** with your mail program, in the order
    of their names. `←` and `→` turn a word between arrows; Tab goes on to the list, which scrolls.

    **What**: what has changed since they were told, one date called off, or the whole invitation
    taken back (your slot stays). **As**: mails to open and send, the same opened in your mail
    program at once (`ctrl+o` does both in one), mails with `invite.ics` attached as well, for
    programs that look there and nowhere else (`ctrl+b`), or calendar files to attach yourself.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o", "open", "Open", id="invite.open",
            tooltip="Write the mails and open them in your mail program",
        ),
        Binding(
            "ctrl+b", "attach", "Attach", id="invite.attach",
            tooltip="Mails with the calendar attached as well, as invite.ics; or not",
        ),
    ]  # fmt: skip

    def __init__(self, desk: "Desk", address: str, day: date | None = None) -> None:
        self.found = desk.people.find(address)
        super().__init__(f"What {self.found.mentee.name} is told")
        self.desk, self.address, self.day = desk, address, day
        self._opens = False

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, in which form, where to; and what is seen of it."""
        what = [(CHANGES, "what has changed"), (ALL, "the invitation is taken back")]
        if self.day:
            what.insert(1, (ONE_DATE, f"{self._spoken(self.day)} does not take place"))
        yield "What", Choice(what, id="what")
        yield "As", Choice(FORMS, id="form")
        yield "Into", Entry(str(self.desk.invites.outbox()), id="folder")

    def _rows(self) -> Iterator[Widget]:
        yield from super()._rows()
        yield Rows("", opens=False, id="seen")

    @property
    def _what(self) -> str:
        return self.query_one("#what", Choice).value

    @property
    def _eml(self) -> bool:
        return self._form != FILES

    @property
    def _form(self) -> str:
        return self.query_one("#form", Choice).value

    def _spoken(self, day: date) -> str:
        one = self.desk.slots.occurrence(self.address, day)[1]
        return day_words(one.start.astimezone(self.desk.tz).date(), self.desk.today())

    @cached_property
    def _seen(self) -> dict[str, Preview]:
        """The previews by what they are of; each is made once, for nothing changes meanwhile."""
        return {}

    def _preview(self) -> Preview:
        what = self._what
        if what not in self._seen:
            invites = self.desk.invites
            if what == CHANGES:
                self._seen[what] = invites.preview(self.address)
            else:
                day = self.day if what == ONE_DATE else None
                self._seen[what] = invites.withdrawal(self.address, day)
        return self._seen[what]

    def echo(self) -> str:
        """What will be sent, and into which files. Raises Refusal when nobody can be told."""
        preview, seen = self._preview(), self.query_one("#seen", Rows)
        page = self._after(self.desk.pages.slot(self.address, 6))
        warnings = self.desk.slots.warnings(self.address)
        width = max(seen.size.width - 5, 40)  # room for a scroll bar, too
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of, width)
        seen.rows = invite_rows(preview, page, warnings, self.found.mentee.pronouns, look)
        if not preview.messages:
            return "There is nothing to send."
        self.desk.invites.check_folder(self._folder())
        return f"Writes {files_line(self._paths(preview), Path.home())}"

    def _after(self, page: SlotPage) -> SlotPage:
        """The dates with the one left out that is about to be called off."""
        if self._what != ONE_DATE:
            return page
        every = (
            one._replace(occurrence=one.occurrence._replace(state="skipped"))
            if one.occurrence.day == self.day
            else one
            for one in page.meetings
        )
        return page._replace(meetings=list(every))

    def _folder(self) -> Path:
        return whole_path(self.value("folder") or ".")

    def _paths(self, preview: Preview) -> list[Path]:
        return self.desk.invites.paths(
            self.address, preview.messages, self._folder(), eml=self._eml
        )

    def on_choice_changed(self) -> None:
        """Another thing to send, or another form of it."""
        self.understand()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """The sentences are laid out for the room there is."""
        self.understand()

    def action_open(self) -> None:
        """Write the mails, attached to or not, and open them."""
        if not self._eml:
            self._choose(OPENED)
        self._opens = True
        self.action_save()
        self._opens = False

    def action_attach(self) -> None:
        """Attach the calendar to the mails as well, or not after all."""
        self._choose(MAILS if self._form == ATTACHED else ATTACHED)

    def _choose(self, form: str) -> None:
        choice = self.query_one("#form", Choice)
        choice.at = [known for known, _ in FORMS].index(form)
        self.understand()

    def save(self) -> str:
        """Write it, and from then on take it as sent."""
        invites, folder = self.desk.invites, self.desk.invites.open_folder(self._folder())
        if self._what == CHANGES:
            written = invites.write(self.address, folder, eml=self._eml)
        else:
            day = self.day if self._what == ONE_DATE else None
            written = invites.cancel(self.address, folder, day, eml=self._eml)
        if self._form == ATTACHED:
            self.desk.exports.attach(written)
        if self._opens or self._form == OPENED:
            self.app.run_worker(open_mails(self.app, self.desk, written))
        return f"Wrote {counted(len(written), 'file')} to send: {files_line(written, Path.home())}"
