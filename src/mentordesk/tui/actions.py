"""What can be done about a person, the same keys wherever one is under the cursor."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from mentordesk.domain.text import one_line
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.course import CourseScreen
from mentordesk.tui.presentation.look import when

if TYPE_CHECKING:
    from mentordesk.domain.people import Relation
    from mentordesk.domain.sessions import Session


class PersonScreen(CourseScreen):
    """A screen with a mentee in reach: start a call, log, note, set the slot, hand over an invite.

    Subclasses say who is meant. Dialogs are imported when they are asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", "Start call", id="person.start", tooltip="Begin the call now"),
        Binding(
            "S", "start_with", "Start with", False, id="person.start_with",
            tooltip="Begin the call with an agenda of your choice",
        ),
        Binding(
            "H", "held", "Held", False, id="person.held",
            tooltip="A call that was held without the desk",
        ),
        Binding("l", "log", "Log", id="person.log", tooltip="Log a chat, a mail, help in between"),
        Binding("n", "note", "Note", id="person.note", tooltip="Write something down"),
        Binding(
            "w", "slot", "Slot", False, id="person.slot", tooltip="Fix when the calls are"
        ),
        Binding("L", "time", "Time", False, id="person.time", tooltip="Time spent, and budgets"),
        Binding("O", "doors", "Doors", False, id="person.doors", tooltip="Doors you hold open"),
        Binding(
            "e", "export", "Invite", False, id="person.export",
            tooltip="Tell them of the slot: see what they get, write it"
        ),
        Binding(
            "question_mark", "support", "Help for you", False, id="person.support",
            tooltip="Whom to turn to, and asking without names",
        ),
    ]  # fmt: skip

    def action_start(self) -> None:
        """Begin the call with them, or go on with the one that runs."""
        if address := self._meant():
            start = partial(self.mentor_app.start_call, address)
            running = self.desk.pages.running()
            if self.desk.calls.is_due(address) or (running and running.address == address):
                self.attempt(start)
            else:
                self._start_early(address, start)

    def action_start_with(self) -> None:
        """Begin the call with one of the agendas that are only taken by hand."""
        if address := self._meant():
            from mentordesk.tui.dialogs.start_with import StartWith

            found = self.desk.people.find(address)
            if running := self.desk.pages.running():
                self.say(f"The call with {running.name} runs: c goes there.", warn=True)
            elif StartWith.choices(self.desk, found):
                self.app.push_screen(StartWith(self.desk, found), partial(self._with, address))
            else:
                self.say("This programme has no agenda to choose: s starts the call.", warn=True)

    def _with(self, address: str, agenda: str | None) -> None:
        if agenda is not None:
            self.attempt(partial(self.mentor_app.start_call, address, agenda))

    def _start_early(self, address: str, start: partial[None]) -> None:
        """No call is due: a key may have been pressed by mistake, so ask."""
        from mentordesk.tui.dialogs.confirm import Confirm

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.attempt(start)

        coming, look = self.desk.pages.brief(address).next, self.look()
        planned = f"is {when(coming.start, look)}" if coming else "is not fixed"
        name = self._called(address)
        question = f"The next call with {name} {planned}. Start one now all the same?"
        self.app.push_screen(Confirm(f"Call {name} now", question), answered)

    def action_held(self) -> None:
        """Write down a call that was held and not started here."""
        if address := self._meant():
            from mentordesk.tui.dialogs.held import WriteHeld

            self.app.push_screen(WriteHeld(self.desk, address), self._was_held)

    def _was_held(self, session: "Session | None") -> None:
        if session:
            self.say(f"Held: call {session.number}. Its recap: r on the Timeline. u takes it back.")
            self.say_unsaid(session.id)

    def action_log(self) -> None:
        """Log support given outside a call."""
        if address := self._meant():
            from mentordesk.tui.dialogs.log import LogTouch

            log = partial(self.desk.words.log, address)
            outside = partial(self.desk.contact.warnings, address)
            dialog = LogTouch(self._called(address), log, outside)
            self.app.push_screen(dialog, partial(self._acknowledge, "Logged"))

    def action_note(self) -> None:
        """Write a note about them."""
        if address := self._meant():
            from mentordesk.tui.dialogs.note import WriteNote

            note = partial(self.desk.words.note, address)
            off_limits = partial(self.desk.contact.off_limits, address)
            dialog = WriteNote(self._called(address), note, off_limits)
            self.app.push_screen(dialog, partial(self._acknowledge, "Noted"))

    def _acknowledge(self, said: str, made: object) -> None:
        """Say that a dialog's words are stored, when it was not left."""
        if made is not None:
            self.say(f"{said}. u takes it back.")

    def action_slot(self) -> None:
        """Fix or change the standing slot."""
        if address := self._meant():
            from mentordesk.tui.dialogs.slot import SetSlot

            self.app.push_screen(SetSlot(self.desk, self.desk.people.find(address)))

    def action_time(self) -> None:
        """Show the time spent on them, or on everybody when nobody is meant."""
        from mentordesk.tui.screens.times import TimeScreen

        self.app.push_screen(TimeScreen(self.who()))

    def action_doors(self) -> None:
        """Show what is held open for them, or for everybody when nobody is meant."""
        from mentordesk.tui.screens.doors import DoorsScreen

        self.app.push_screen(DoorsScreen(self.who()))

    def action_export(self) -> None:
        """Tell them of the slot: what will be sent is seen first, then written.

        Where an address is missing on either side, all there is to write is the calendar file.
        """
        if address := self._meant():

            def wrote(said: str | None) -> None:
                if said:
                    self.say(said)

            if self.desk.invites.hindered(address):
                from mentordesk.tui.dialogs.export import ExportInvite

                self.app.push_screen(ExportInvite(self.desk, address), wrote)
            else:
                from mentordesk.tui.dialogs.invite import SendInvite

                self.app.push_screen(SendInvite(self.desk, address, self.date_meant()), wrote)

    def date_meant(self) -> date | None:
        """The date of the slot, by its day in the rule, that the cursor is on; none by default."""
        return None

    def action_support(self) -> None:
        """Whom the programme gives one to turn to, and a question without names."""
        if address := self._meant():
            from mentordesk.tui.dialogs.support import AskForHelp

            def asked(message: str | None) -> None:
                if message:
                    self.say("Noted for you; the message is in the clipboard. Read it once more.")

            directory = self.desk.support.of(address)
            self.app.push_screen(AskForHelp(self.desk, address, directory), asked)

    def open_way(self, address: str) -> None:
        """Show how somebody came in, if there is anything to see of it."""
        if self.desk.intake.show(address).is_there:
            self.mentor_app.open_intake(address)
        else:
            self.say(f"{self._called(address)} began at once: there is no way in to look at.")

    def _called(self, address: str) -> str:
        return one_line(self.desk.people.find(address).mentee.name)


class WelcomingScreen(DeskScreen):
    """A list of people, to which somebody new can be added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add mentee", id="people.add", tooltip="Welcome somebody new"),
    ]

    def action_add(self) -> None:
        """Welcome a mentee, and go on to when the calls will be."""
        from mentordesk.tui.dialogs.add_mentee import AddMentee

        self.app.push_screen(AddMentee(self.desk), self.welcomed)

    def welcomed(self, relation: "Relation | None") -> None:
        """Somebody new is there: their first question is when to meet."""
        if relation:
            self.mentor_app.open_mentee(relation.address, "schedule")
            self.say_load(relation.address)
