"""Telling the other side: what will be sent is seen first, then written into files to be sent."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import Preview
from mentordesk.domain.pages import SlotPage
from mentordesk.domain.rules import day_words
from mentordesk.tui.dialogs.telling import Telling
from mentordesk.tui.presentation.invite import files_line, invite_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk

CHANGES, ONE_DATE, ALL, AGAIN = "changes", "date", "all", "again"
_LOST = "Was a message lost? ← is all of it once more."


class SendInvite(Telling):
    """Opens with what has changed; `day` is a date of the rule that may be called off."""

    HELP: ClassVar[str | None] = """
    # Telling the other side

    What is listed is what their calendar will change, on your clock and theirs. Enter writes the
    files, and from then on they count as sent: **send them** with your mail program, in the order
    of their names. `←` and `→` turn a word between arrows; Tab goes on to the list, which scrolls.

    **What**: what has changed since they were told, one date called off, the whole invitation
    taken back (your slot stays), or all of it once more, because a message was lost: who has it
    sees nothing new. **As**: mails to open and send, the same opened in your mail
    program at once (`ctrl+o` does both in one), mails with `invite.ics` attached as well, for
    programs that look there and nowhere else (`ctrl+b`), or calendar files to attach yourself.
    """

    def __init__(self, desk: "Desk", address: str, day: date | None = None) -> None:
        self.found = desk.people.find(address)
        super().__init__(desk, f"What {self.found.mentee.name} is told")
        self.address, self.day = address, day
        self._can_be_lost = desk.invites.can_be_lost(address)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, in which form, where to; and what is seen of it."""
        what = [(CHANGES, "what has changed"), (ALL, "the invitation is taken back")]
        if self._can_be_lost:
            what.append((AGAIN, "all of it once more, if a message was lost"))
        if self.day:
            what.insert(1, (ONE_DATE, f"{self._spoken(self.day)} does not take place"))
        yield "What", Choice(what, id="what")
        yield from self.forms()

    @property
    def _what(self) -> str:
        return self.query_one("#what", Choice).value

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
            if what in (CHANGES, AGAIN):
                self._seen[what] = invites.preview(self.address, again=what == AGAIN)
            else:
                day = self.day if what == ONE_DATE else None
                self._seen[what] = invites.withdrawal(self.address, day)
        return self._seen[what]

    def echo(self) -> str:
        """What will be sent, and into which files. Raises Refusal when nobody can be told."""
        preview, seen = self._preview(), self.query_one("#seen", Rows)
        page = self._after(self.desk.pages.slot(self.address, 6))
        warnings = self.desk.slots.warnings(self.address)
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of, self._room)
        seen.rows = invite_rows(preview, page, warnings, self.found.mentee.pronouns, look)
        if not preview.messages:
            return f"There is nothing to send. {_LOST if self._can_be_lost else ''}".strip()
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

    def _paths(self, preview: Preview) -> list[Path]:
        return self.desk.invites.paths(
            self.address, preview.messages, self._folder(), eml=self._eml
        )

    def write(self, folder: Path) -> list[Path]:
        """Write what has changed, all of it, or what calls off. Raises Refusal for nothing."""
        invites, what = self.desk.invites, self._what
        if what == CHANGES and self._can_be_lost and not self._preview().messages:
            name = self.found.mentee.name
            raise Refusal(f"Nothing has changed for {name} since the last message. {_LOST}")
        if what in (CHANGES, AGAIN):
            return invites.write(self.address, folder, eml=self._eml, again=what == AGAIN)
        day = self.day if what == ONE_DATE else None
        return invites.cancel(self.address, folder, day, eml=self._eml)
