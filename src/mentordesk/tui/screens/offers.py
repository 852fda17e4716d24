"""Hours to book and workshops: what a mentor offers to people who are nobody's mentees."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.offers import Workshop
from mentordesk.tui.hour_verbs import HourVerbs
from mentordesk.tui.presentation.offers import EMPTY, offers_headline, offers_rows
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

WEEKS = 4


class OffersScreen(HourVerbs):
    """Slots of the coming weeks, and workshops with how far they are prepared."""

    HELP: ClassVar[str | None] = """
    # Hours and workshops

    `a` offers **hours**; Enter notes who comes to a slot, `d` makes it free again. `e` shows what
    who has or had booked is to be told, and writes it; `r` reads the file that came back, and what
    they said stands beside their name. Once a slot is over, `y` notes that they were there, `n`
    that they were not. `z` ends hours.

    `t` copies the free slots as a list to paste, `i` writes them as a file for calendars.

    `w` notes a **workshop**. In the days before it Today reminds you to prepare: Enter notes the
    time that went into it, and afterwards what there is to learn. `d` lets it go.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,enter", "go_on", "Book", id="offers.on", tooltip="Who comes; or prepare"),
        Binding("a", "offer", "Hours", id="offers.add", tooltip="Offer hours to book"),
        Binding("e", "invite", "Invite", id="offers.invite", tooltip="What they are told"),
        Binding("y", "held", "Held", id="offers.held", tooltip="They were there: it is counted"),
        Binding("d", "drop", "Free", id="offers.drop", tooltip="Nobody comes; no such workshop"),
        Binding("z", "end", "End", id="offers.end", tooltip="No more hours after a day"),
        Binding(
            "i", "files", "ICS file", id="offers.ics", tooltip="Free slots for calendars (ics)"
        ),
        Binding("w", "workshop", "Workshop", id="offers.workshop", tooltip="You coach at one"),
        Binding("n", "no_show", "No-show", id="offers.no_show", tooltip="They did not come"),
        Binding("r", "read", "Read", id="offers.read", tooltip="A file that came back"),
        Binding("t", "text", "Copy", id="offers.text", tooltip="Free slots, to paste"),
    ]

    workshops: Sequence[Workshop] = ()

    def compose(self) -> ComposeResult:
        """A headline, the list, the keys."""
        yield Line(id="headline")
        yield Rows(EMPTY, opens=False, id="offers")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the weeks."""
        hours = self.desk.hours
        self.slots = hours.slots(WEEKS)
        self.past = () if self.desk.is_shared else hours.to_note()
        self.gone = 0 if self.desk.is_shared else hours.gone()
        self.workshops = self.desk.workshops.list()
        self.present()

    def present(self) -> None:
        """Draw them."""
        headline = offers_headline(self.slots, self.workshops, self.gone)
        self.query_one("#headline", Line).row = headline
        rows = offers_rows(self.slots, self.workshops, self.past, self.look())
        self.query_one(Rows).rows = rows

    def _workshop(self) -> Workshop | None:
        row = self.query_one(Rows).current
        wanted = row.ref if row and row.kind == "workshop" else ""
        return next((one for one in self.workshops if one.id == wanted), None)

    def action_workshop(self) -> None:
        """Note a workshop."""
        from mentordesk.tui.dialogs.offers import AddWorkshop

        self.app.push_screen(AddWorkshop(self.desk))

    def action_go_on(self) -> None:
        """Note who comes to a slot; that a workshop was prepared, or what it taught."""
        slot, one = self.slot(), self._workshop()
        if slot and not slot.booking:
            from mentordesk.tui.dialogs.offers import BookSlot

            self.app.push_screen(BookSlot(self.desk, slot))
        elif slot and self.is_over(slot):
            self.say("That slot is over: y notes that they were there, n that they were not.")
        elif slot:
            self.say("That slot is taken; d makes it free again.", warn=True)
        elif one and one.day < self.desk.today():
            self._debrief(one)
        elif one:
            self._prepare(one)
        else:
            self.say("That needs a slot or a workshop under the cursor.", warn=True)

    def _debrief(self, one: Workshop) -> None:
        from mentordesk.tui.dialogs.ask import AskText

        asked = " ".join(self.desk.workshops.questions(one.id))
        verb = partial(self.desk.workshops.debrief, one.id)
        self.app.push_screen(AskText(f"After {one.title}", "Learnt", placeholder=asked, verb=verb))

    def _prepare(self, one: Workshop) -> None:
        from mentordesk.dates import read_minutes
        from mentordesk.tui.dialogs.ask import AskText

        def prepared(typed: str) -> None:
            self.desk.workshops.prep(one.id, read_minutes(typed))

        heading = f"Prepared for {one.title}"
        self.app.push_screen(AskText(heading, "Minutes", "30", verb=prepared))

    def action_drop(self) -> None:
        """Make the slot free again, or let the workshop go."""
        slot, one = self.slot(), self._workshop()
        if slot:
            self.free(slot)
        elif one:
            drop = partial(self.desk.workshops.drop, one.id)
            self.attempt(drop, "Dropped. u takes it back.")
        else:
            self.say("That needs a slot or a workshop under the cursor.", warn=True)
