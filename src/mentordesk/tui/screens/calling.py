"""What each letter does in a call: one verb of the desk, and a sentence where it is not seen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from mentordesk.domain.agenda import Point, current
from mentordesk.domain.plans import Action
from mentordesk.domain.text import one_line
from mentordesk.tui.screens.call_windows import CallWindows
from mentordesk.tui.widgets.agenda import AgendaPane
from mentordesk.tui.widgets.notes import Notes

if TYPE_CHECKING:
    from mentordesk.domain.call_page import CallPage

BACK = "u takes it back."


class Calling(CallWindows):
    """The letters of the call screen; dialogs are imported when they are asked for."""

    WHY: ClassVar[dict[str, str]] = {
        "roll": "Only a group has a roll to call.",
        "here": "Nobody is waited for.",
        "take_over": "This window writes the notes already.",
    }
    session_id: str
    page: "CallPage | None"
    own: "CallPage | None" = None
    """The page as the mentor has it, with what a shared screen hides; else the same one."""

    @property
    def notes(self) -> Notes:
        """The editor."""
        return self.query_one(Notes)

    @property
    def written(self) -> Notes:
        """One window writes the notes; everything else is for all of them."""
        return self.notes

    @property
    def agenda(self) -> AgendaPane:
        """The items and promises."""
        return self.query_one(AgendaPane)

    def _mentee(self) -> str:
        return one_line(self.page.mentee.name) if self.page else ""

    def read(self) -> "CallPage":
        """What the desk holds now: a quick second letter must not mean what the first one did."""
        self.page = self.own = self.desk.pages.call_of(self.session_id)
        if self.desk.is_shared:
            self.own = self.hand.pages.call_of(self.session_id)
        return self.page

    def _point(self) -> Point | None:
        """The item under the agenda's cursor while it has the focus, else the current one."""
        points = self.page.agenda if self.page else ()
        row = self.agenda.current if self.focused is self.agenda else None
        if row and row.kind == "point":
            return next((point for point in points if point.id == row.ref), None)
        return current(points)

    def _promise(self) -> Action | None:
        row, promised = self.agenda.current, self.page.promised if self.page else ()
        if not row or row.kind != "action":
            return None
        return next((action for action in promised if action.id == row.ref), None)

    def _mark(self, state: str) -> None:
        self.read()
        point = self._point()
        if point is None:
            self.say("Every item is settled. a adds one.", warn=True)
            return
        new = "open" if point.state == state else state
        self.attempt(partial(self.hand.calls.mark_point, point.id, new))

    def action_tick(self) -> None:
        """Done with the item, or not done after all; on a promise: kept."""
        if self.focused is self.agenda and self._promise():
            self.action_done()
        else:
            self._mark("done")

    def action_park(self) -> None:
        """Leave the item for another time."""
        self._mark("parked")

    def action_drop(self) -> None:
        """Strike the item."""
        self._mark("dropped")

    def action_more(self) -> None:
        """Give the item a few minutes more."""
        self.read()
        point = self._point()
        if point is None:
            self.say("Every item is settled. a adds one.", warn=True)
        elif minutes := self.attempt(partial(self.hand.calls.more, point.id)):
            self.say(f"{minutes} min more for {one_line(point.title)}. {BACK}")

    def action_done(self) -> None:
        """Mark the promise under the cursor as kept, or go to the promises first."""
        promise = self._promise()
        if promise and self.focused is self.agenda:
            verb = self.hand.promises.done if promise.is_open else self.hand.promises.reopen
            self.attempt(partial(verb, promise.id))
        elif self.page and self.page.promised:
            self.agenda.go_to_first("action")
            self.agenda.focus()
            self.say("x marks the promise under the cursor as kept; Tab goes back to the notes.")
        else:
            self.say("Nothing was promised last time.", warn=True)

    def action_add(self) -> None:
        """One more item for this call."""
        from mentordesk.tui.dialogs.point import AddPoint

        if self.page:
            found = self.desk.people.find(self.page.address)
            self.app.push_screen(AddPoint(self.hand, found, seen=self.desk.is_shared))

    def action_extend(self) -> None:
        """Go on for longer, both sides having agreed."""
        from mentordesk.tui.dialogs.extend import Extend

        box = self.page.session.timebox if self.page else None
        if box:
            verb = partial(self.hand.calls.extend, self.session_id)
            end = box.end(self.desk.now())
            dialog = Extend(self._mentee(), end, self.desk.tz, verb, box.hard_stop)
            self.app.push_screen(dialog)

    def action_pause(self) -> None:
        """Let the clock stand still, or go on."""
        self.read()
        box = self.page.session.timebox if self.page else None
        if box:
            verb = self.hand.calls.resume if box.is_paused else self.hand.calls.pause
            self.attempt(partial(verb, self.session_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a group has a roll to call, and here ends a waiting."""
        if action == "roll":
            return bool(self.page and self.page.mentorship.group)
        if action == "here":
            return bool(self.page and self.page.waiting and not self.page.mentorship.group)
        if action == "take_over":
            return self.reads
        return super().check_action(action, parameters)

    def action_roll(self) -> None:
        """Say who of the group is here."""
        from mentordesk.tui.dialogs.roll import RollCall

        self.app.push_screen(RollCall(self.hand, self.session_id))

    def action_versions(self) -> None:
        """What the notes were before."""
        from mentordesk.tui.dialogs.versions import BringBack

        if self.notes.flush() and self.desk.calls.versions.of(self.session_id):
            self.app.push_screen(BringBack(self.desk, self.session_id))
        else:
            self.say("There is no earlier version of these notes yet.")

    def action_here(self) -> None:
        """The mentee is here: the waiting is over."""
        self.attempt(partial(self.hand.calls.here, self.session_id))

    def action_late(self) -> None:
        """Note a late arrival; of a group it must be said whose."""
        if self.page and self.page.mentorship.group:
            self.action_roll()
            return
        late = partial(self.hand.calls.late, self.session_id)
        self.attempt(late, f"Noted: {self._mentee()} came late. {BACK}")

    def action_wrap_up(self) -> None:
        """The closing questions, prefilled from what was typed."""
        self.mentor_app.open_wrap_up(self.session_id)

    def action_close(self) -> None:
        """End the call and show the recap."""
        if self.notes.flush():
            if self.attempt(partial(self.hand.calls.close, self.session_id)):
                from mentordesk.tui.presentation.times import closed  # said once a call

                strange = [f"{one.says}." for one in self.desk.pages.strangers(self.session_id)]
                self.say(" ".join([closed(self.desk.times.cut_short(self.session_id)), *strange]))
                self.say_unsaid(self.session_id)
        else:
            self.say("The notes are not stored yet, so the call stays open.", warn=True)

    def action_no_show(self) -> None:
        """End the call because nobody came."""
        question = f"Nobody came? The call with {self._mentee()} ends as a no-show."
        verb = partial(self.hand.calls.no_show, self.session_id)
        self._sure("No-show", question, verb, f"Noted, with a follow-up on your list. {BACK}")

    def action_mistake(self) -> None:
        """Call off a call that was started by mistake."""
        question = f"Call off this call with {self._mentee()}, as if it had not begun?"
        verb = partial(self.hand.calls.discard, self.session_id)
        self._sure("Started by mistake", question, verb, f"Called off. {BACK}")

    def _sure(self, title: str, question: str, verb: Callable[[], object], said: str) -> None:
        from mentordesk.tui.dialogs.confirm import Confirm

        def answered(agreed: bool | None) -> None:
            if agreed and self.notes.flush():
                self.attempt(verb, said)

        self.app.push_screen(Confirm(title, question), answered)

    def action_agree(self) -> None:
        """Write down what the two agree on, beginning with what the item asks."""
        from mentordesk.tui.widgets.agreeing import agree_in_turn

        if self.page:
            point = self._point()
            title = point.title if point else ""
            agree_in_turn(self.mentor_app, self.desk, self.page.address, title)

    def action_stand(self) -> None:
        """Say how the goals stand, one after the other; new aims and gaps, too."""
        from mentordesk.tui.dialogs.standing import HowTheyStand

        if self.page:
            at = self.agenda.current if self.focused is self.agenda else None
            goal = at.ref if at and at.kind == "goal" else ""
            dialog = HowTheyStand(self.desk, self.session_id, goal)
            self.app.push_screen(dialog, partial(self._to_the_plan, self.page.address))

    def _to_the_plan(self, address: str, wanted: bool | None) -> None:
        if wanted:
            self.mentor_app.open_mentee(address, "plan")

    def action_history(self) -> None:
        """The mentee's timeline; Escape comes back to the call."""
        if self.page:
            self.mentor_app.open_mentee(self.page.address, "timeline")

    async def action_leave(self) -> None:
        """Go elsewhere; the call goes on."""
        await self.mentor_app.action_back()

    def over(self, state: str) -> None:
        """The call is over, by this door or another: go on to its recap, or back."""
        self.notes.flush()
        if state == "held":
            self.mentor_app.leave_for_recap(self.session_id)
        else:
            self.app.pop_screen()
