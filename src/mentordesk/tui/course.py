"""What can be done about the course of a mentorship: decide, plan its end, end it, leave the lists.

Dialogs are imported when they are asked for.
"""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from mentordesk.domain.text import one_line
from mentordesk.tui.base import DeskScreen

if TYPE_CHECKING:
    from mentordesk.desk.course_decisions import Offer
    from mentordesk.domain.course import Taken
    from mentordesk.domain.people import Relation

NEAR = 14
"""Days before the planned end from which going on asks for another one."""


class CourseScreen(DeskScreen):
    """A screen with a mentee in reach whose course can be decided on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "D", "decide", "Decide", False, id="person.decide",
            tooltip="Look at the facts and decide how it goes on",
        ),
        Binding(
            "T", "term", "Term", False, id="person.term", tooltip="Plan when it is to end"
        ),
        Binding(
            "E", "end_course", "End", False, id="person.end",
            tooltip="Graduated, completed, or before its time",
        ),
        Binding(
            "N", "nominate", "Nominate", False, id="person.nominate",
            tooltip="Put them forward for a role",
        ),
        Binding(
            "A", "archive", "Archive", False, id="person.archive",
            tooltip="Off the lists, or back on them",
        ),
        Binding(
            "X", "erase", "Erase", False, id="person.erase",
            tooltip="Remove a person for good, with everything",
        ),
    ]  # fmt: skip

    def who(self) -> str:
        """The address of who is meant just now, '' when nobody is."""
        return ""

    def _meant(self) -> str:
        """Who is meant; says what to do when nobody is."""
        address = self.who()
        if not address:
            self.say("That needs somebody: move the cursor to a person first.", warn=True)
        return address

    def action_decide(self) -> None:
        """Lay the facts beside the playbook's question, and decide."""
        if address := self._meant():
            offer = self.attempt(partial(self.desk.course.offer, address))
            if offer:
                self._lay_out(offer)

    def decide_on(self, address: str, key: str) -> None:
        """The same for one decision of the playbook, such as the one that a date asks for."""
        if offer := self.attempt(partial(self.desk.course.offer, address, key)):
            self._lay_out(offer)

    def _lay_out(self, offer: "Offer") -> None:
        from mentordesk.tui.dialogs.decide import Decide

        address = offer.relation.address
        self.app.push_screen(Decide(self.desk, offer), partial(self._decided, address))

    def _decided(self, address: str, taken: "Taken | None") -> None:
        """What a decision leads to is offered, never done unasked."""
        if taken is None:
            return
        self.say(f"Decided: {taken.choice}. u takes it back.")
        if taken.verdict == "graduate":
            self._nominate(address)
        elif taken.verdict in ("continue", "change"):
            count = self.desk.course.countdown(address)
            if count and count.days < NEAR:
                self._term(address)
        else:
            self._close_out(address)

    def action_term(self) -> None:
        """Plan when it is to end."""
        if address := self._meant():
            self._term(address)

    def _term(self, address: str) -> None:
        from mentordesk.tui.dialogs.term import PlanTerm

        self.app.push_screen(PlanTerm(self.desk, address))

    def action_end_course(self) -> None:
        """End it: graduated, completed, or before its time."""
        if address := self._meant():
            from mentordesk.tui.dialogs.end import EndMentorship

            self.app.push_screen(EndMentorship(self.desk, address), self._ended)

    def _ended(self, found: "Relation | None") -> None:
        if found is None:
            return
        self.say(f"{one_line(found.mentee.name)} is {found.mentorship.status}. u takes it back.")
        if found.mentorship.status == "graduated":
            self._nominate(found.address)
        else:
            self._close_out(found.address)

    def _close_out(self, address: str) -> None:
        """The playbook's questions at the end, if there are any left."""
        if any(not one.answer for one in self.desk.course.close_out(address)):
            from mentordesk.tui.dialogs.close_out import AnswerCloseOut

            self.app.push_screen(AnswerCloseOut(self.desk, address))

    def action_nominate(self) -> None:
        """Put them forward for a role."""
        if address := self._meant():
            self._nominate(address)

    def _nominate(self, address: str) -> None:
        from mentordesk.tui.dialogs.nominate import Nominate

        self.app.push_screen(Nominate(self.desk, address), self._noted)

    def _noted(self, said: str | None) -> None:
        if said:
            self.say(said)

    def action_archive(self) -> None:
        """Take somebody off the lists, or put them back."""
        if address := self._meant():
            mentee, course = self.desk.people.find(address).mentee, self.desk.course
            name = one_line(mentee.name)
            if mentee.archived_at:
                back = partial(course.restore, address)
                self.attempt(back, f"{name} is on the lists again. u takes it back.")
            else:
                away = partial(course.archive, address)
                self.attempt(away, f"{name} is off the lists. u takes it back.")

    def action_erase(self) -> None:
        """Remove a person for good, after the handle was typed."""
        if address := self._meant():
            would = self.attempt(partial(self.desk.course.would_erase, address))
            if would:
                from mentordesk.tui.dialogs.erase import Erase

                self.app.push_screen(Erase(would), partial(self._erase, address))

    def _erase(self, address: str, sure: bool | None) -> None:
        if not sure:
            return
        gone = self.attempt(partial(self.desk.course.erase, address))
        if gone:
            copies = f" Backups that hold them still: {len(gone.copies)}." if gone.copies else ""
            self.say(f"{one_line(gone.relation.mentee.name)} is gone for good.{copies}")
            self.erased()

    def erased(self) -> None:
        """Somebody is gone: a page of theirs closes itself here."""
