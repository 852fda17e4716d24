"""What is done with office hours from the keys: offered, told of, noted, ended, written out."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import Slot
from mentordesk.domain.text import counted
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.look import length
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk.hour_ends import Ending

_WEEKS = 4
"""For how long the list to paste goes on."""


class HourVerbs(DeskScreen):
    """A screen whose rows are slots to book; `past` are those of which nobody said who came."""

    slots: Sequence[Slot] = ()
    past: Sequence[Slot] = ()
    gone: int = 0

    def slot(self) -> Slot | None:
        """The slot under the cursor, to come or over."""
        row = self.query_one(Rows).current
        known = {"slot": self.slots, "past": self.past}.get(row.kind if row else "", ())
        wanted = row.ref if row else ""
        return next((one for one in known if one.start.isoformat() == wanted), None)

    def is_over(self, slot: Slot) -> bool:
        """Whether a slot has ended."""
        return slot.end <= self.desk.now()

    def _need_slot(self) -> Slot | None:
        found = self.slot()
        if found is None:
            self.say("That needs a slot under the cursor; a offers some.", warn=True)
        return found

    def action_offer(self) -> None:
        """Offer hours."""
        from mentordesk.tui.dialogs.offer_hours import OfferHours

        self.app.push_screen(OfferHours(self.desk), self._said)

    def _said(self, said: str | None) -> None:
        if said:
            self.say(said)

    def action_invite(self) -> None:
        """See what is to be told of the slot, or of all, and write it."""
        self._tell(self.slot())

    def _tell(self, slot: Slot | None) -> None:
        from mentordesk.tui.dialogs.tell_hours import TellHours

        self.app.push_screen(TellHours(self.desk, slot), self._said)

    def action_held(self) -> None:
        """Note that they were there; of a mentee's slot it is asked how long it took."""
        slot = self._need_slot()
        if slot is None or slot.booking is None or not self.desk.hours.counts(slot):
            if slot:
                name = slot.booking.name if slot.booking else ""
                held = partial(self.desk.hours.held, slot.start)
                self.attempt(held, f"Held, with {name}. u takes it back.")
            return
        self._ask_length(slot, slot.booking.name)

    def _ask_length(self, slot: Slot, name: str) -> None:
        from mentordesk.dates import read_minutes
        from mentordesk.tui.dialogs.ask import AskText

        def held(typed: str) -> None:
            self.desk.hours.held(slot.start, read_minutes(typed))

        def check(typed: str) -> str:
            return f"{length(read_minutes(typed))} of office hours count as time for {name}."

        heading, usual = f"Held, with {name}", str(slot.hours.minutes)
        self.app.push_screen(AskText(heading, "Minutes", usual, check=check, verb=held))

    def action_no_show(self) -> None:
        """Note that they did not come."""
        if slot := self._need_slot():
            verb = partial(self.desk.hours.no_show, slot.start)
            self.attempt(verb, "Noted: a no-show. u takes it back.")

    def free(self, slot: Slot) -> None:
        """Make a slot free again; whoever was invited to it has to be told."""
        gone = self.attempt(partial(self.desk.hours.free, slot.start))
        if gone and gone.invited:
            self.say(
                f"Free again. {gone.name} was invited: e writes what takes it back.", warn=True
            )
        elif gone:
            self.say("Free again. u takes it back.")

    def action_end(self) -> None:
        """Let the hours of the slot, or all, end on a day."""
        if slot := self._need_slot():
            from mentordesk.tui.dialogs.end_hours import EndHours

            every = self.desk.hours.running()
            self.app.push_screen(EndHours(self.desk, slot.hours, every), self._ended)

    def _ended(self, found: "Ending | None") -> None:
        if found is None:
            return
        invited = sum(bool(one.booking and one.booking.invited) for one in found.out)
        self.say("They end. u takes it back.")
        if invited:
            self._tell(None)

    def action_files(self) -> None:
        """Write the free slots for the calendars of others."""
        from mentordesk.tui.dialogs.hour_files import WriteHours

        self.app.push_screen(WriteHours(self.desk), self._said)

    def action_read(self) -> None:
        """Read what came back to an invitation."""
        from mentordesk.tui.dialogs.read_answers import ReadAnswers

        self.app.push_screen(ReadAnswers(self.desk), self._said)

    def action_text(self) -> None:
        """Copy the free slots as a list to paste."""
        self.attempt(self._copy)

    def _copy(self) -> None:
        text = self.desk.hours.text(_WEEKS)
        if not text:
            raise Refusal("No slot is free in the next four weeks.")
        self.app.copy_to_clipboard(text)
        self.say(f"Copied: {counted(text.count(chr(10)) + 1, 'free slot')}, to be pasted.")
