"""Hours to book and workshops: what a mentor offers to people who are nobody's mentees."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.offers import Slot, Workshop
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.offers import EMPTY, offers_headline, offers_rows
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

WEEKS = 4


class OffersScreen(DeskScreen):
    """Slots of the coming weeks, and workshops with how far they are prepared."""

    HELP: ClassVar[str | None] = """
    # Hours and workshops

    `a` offers **hours** every week; Enter notes who comes to a slot, `d` makes it free again. The
    free ones as a list to paste: `mentordesk hours text`.

    `w` notes a **workshop**. In the days before it Today reminds you to prepare: Enter notes the
    time that went into it, and afterwards what there is to learn. `d` lets it go.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,enter", "go_on", "Book, prepare", id="offers.on", tooltip="What comes next"),
        Binding("a", "offer", "Hours", id="offers.add", tooltip="Offer hours every week"),
        Binding("w", "workshop", "Workshop", id="offers.workshop", tooltip="You coach at one"),
        Binding("d", "drop", "Free, drop", id="offers.drop", tooltip="Nobody comes after all"),
    ]

    slots: Sequence[Slot] = ()
    workshops: Sequence[Workshop] = ()

    def compose(self) -> ComposeResult:
        """A headline, the list, the keys."""
        yield Line(id="headline")
        yield Rows(EMPTY, opens=False, id="offers")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the weeks."""
        self.slots = self.desk.hours.slots(WEEKS)
        self.workshops = self.desk.workshops.list()
        self.present()

    def present(self) -> None:
        """Draw them."""
        self.query_one("#headline", Line).row = offers_headline(self.slots, self.workshops)
        self.query_one(Rows).rows = offers_rows(self.slots, self.workshops, self.look())

    def _slot(self) -> Slot | None:
        row = self.query_one(Rows).current
        wanted = row.ref if row and row.kind == "slot" else ""
        return next((one for one in self.slots if one.start.isoformat() == wanted), None)

    def _workshop(self) -> Workshop | None:
        row = self.query_one(Rows).current
        wanted = row.ref if row and row.kind == "workshop" else ""
        return next((one for one in self.workshops if one.id == wanted), None)

    def action_offer(self) -> None:
        """Offer hours every week."""
        from mentordesk.tui.dialogs.offers import OfferHours

        def offered(said: str | None) -> None:
            if said:
                self.say(said)

        self.app.push_screen(OfferHours(self.desk), offered)

    def action_workshop(self) -> None:
        """Note a workshop."""
        from mentordesk.tui.dialogs.offers import AddWorkshop

        self.app.push_screen(AddWorkshop(self.desk))

    def action_go_on(self) -> None:
        """Note who comes to a slot; that a workshop was prepared, or what it taught."""
        slot, one = self._slot(), self._workshop()
        if slot and not slot.booking:
            from mentordesk.tui.dialogs.offers import BookSlot

            self.app.push_screen(BookSlot(self.desk, slot))
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
        slot, one = self._slot(), self._workshop()
        if slot:
            free = partial(self.desk.hours.free, slot.start)
            self.attempt(free, "Free again. u takes it back.")
        elif one:
            drop = partial(self.desk.workshops.drop, one.id)
            self.attempt(drop, "Dropped. u takes it back.")
        else:
            self.say("That needs a slot or a workshop under the cursor.", warn=True)
