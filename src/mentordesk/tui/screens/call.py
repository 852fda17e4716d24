"""The call: clock, agenda and notes on one screen; nothing on it scrolls away or is lost."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from mentordesk.domain.agenda import current
from mentordesk.domain.call_page import CallPage
from mentordesk.domain.timebox import WORK
from mentordesk.domain.waiting import Waiting
from mentordesk.tui.presentation.call import doubts, foot, headline
from mentordesk.tui.screens.capture_letters import CaptureLetters
from mentordesk.tui.screens.unstored_words import UnstoredWords, of_call
from mentordesk.tui.widgets.agenda import AgendaPane
from mentordesk.tui.widgets.call_letters import CallLetters
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.clock import Clock
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.notes import Notes


class CallScreen(CaptureLetters):
    """A running call. Leaving it, or the program, leaves the call running."""

    HELP: ClassVar[str | None] = """
    # The call

    Type into the **notes**; the frame says when they were last stored. `Tab` goes to the agenda and
    back. `ctrl+g` and a letter does everything else without leaving the notes.

    Lines that become things: `[ ] @ada what by fri` a promise (no @: mine), `! ` an opportunity,
    `? ` a question, `?? ` a stuck point, `+ ` a win, `> ` a line for the recap. A dot at the margin
    says it was understood.

    `ctrl+g f` shows the mentee's earlier words beside the notes, `ctrl+g E` opens your own editor,
    `ctrl+g s` marks a moment of the recording.
    """
    CSS_PATH = "../styles/call.tcss"
    EVERY = 1
    AUTO_FOCUS = "#notes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+g", "letters", "Letters", id="call.letters", priority=True,
            tooltip="Show what one letter does; works while typing",
        ),
        Binding(
            "tab", "switch", "Agenda / notes", id="call.switch", priority=True,
            tooltip="To and fro",
        ),
    ]  # fmt: skip

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.page: CallPage | None = None
        self._minute = -1

    def compose(self) -> ComposeResult:
        """Who, the clock, agenda beside notes, what must not be forgotten, the keys."""
        desk = self.desk
        aside = UnstoredWords(self, lambda: of_call(self.page))
        yield Line(id="headline")
        yield Clock(desk.tz, ring=self.mentor_app.ring, still=self._still)
        with Horizontal(id="panes"):
            yield AgendaPane(id="agenda")
            yield Notes(self._keep, desk.tz, self._names, aside=aside, id="notes")
        yield Line(id="foot")
        yield Keys()
        yield CallLetters()

    def _keep(self, base: str, text: str) -> tuple[str, datetime]:
        return self.hand.calls.keep_notes(self.session_id, base, text, self.notes.blocks)

    def _names(self) -> Sequence[str]:
        return self.desk.promises.owners(self.page.address) if self.page else ()

    def _suggestion(self) -> tuple[str, str]:
        """How many pasted lines look like things, and the keys that take them, or the one here."""
        count = len(self.own.suggested) if self.own else 0
        take = self._keys("take", "y")
        if count == 1:
            return (f"1 line looks like a thing: {take} takes it",) * 2
        says = f"{count} lines look like things: {take}"
        return f"{says} takes them", f"{says} all, {self._key('call.take_line', 'Y')} this"

    def refresh_page(self) -> None:
        """Read the call anew; one that is over elsewhere is left for its recap."""
        state = self.read().session.state
        if state == "running":
            self.present()
        elif self.app.screen is self:
            self.over(state)

    def present(self) -> None:
        """Hand the page down to the widgets."""
        if not self.page or not self.own:
            return
        now = self.desk.now()
        clock = self.query_one(Clock)
        clock.zone = self.notes.zone = self.desk.tz
        clock.timebox = self.page.session.timebox
        promised, today = self.page.promised, self.desk.today()
        self.agenda.show(self.page.agenda, promised, today, self._spent(now), self.page.aims)
        # What is hidden is typed on in all the same, so the editor has the whole of it.
        if not self.own.notes and (names := self._names()):
            self.notes.address(names[0])
        self.notes.show(self.own.notes, self.own.stored_at)
        self.notes.mark(self.page.notes, self.page.marks, doubts(self.page))
        self.notes.suggest(self.own.notes, self.own.suggested, *self._suggestion())
        self._tell_time(now)
        self._foot()

    def _tell_time(self, now: datetime) -> None:
        self.query_one(Clock).now = now
        self._minute = now.minute
        if self.page:
            self.query_one("#headline", Line).row = headline(
                self.page, self.look(), self._waits(now), still=self._still
            )

    @property
    def _still(self) -> bool:
        """Whether clocks show minutes in place of seconds."""
        return not self.mentor_app.settings.motion

    def on_tick(self, now: datetime) -> None:
        """A second has passed: only the clock moves, the line above it once a minute."""
        self.take_turns()
        if now.minute != self._minute or self._waits(now):
            self._tell_time(now)
            self._foot()
        self.query_one(Clock).now = now
        if self.agenda.tell_spent(self._spent(now)):
            self._foot()

    def _spent(self, now: datetime) -> int | None:
        """Whole minutes of the current item so far; None where nothing is known of it."""
        point = current(self.page.agenda) if self.page else None
        box = self.page.session.timebox if self.page else None
        if point is None or box is None or point.started is None:
            return None
        return int(point.spent(box, now).total_seconds() // 60)

    def _foot(self) -> None:
        if self.page:
            trouble = self.notes.keeper.trouble
            row = foot(self.page, trouble, self._invitation(), self.app.size.width)
            self.query_one("#foot", Line).row = row

    def _invitation(self) -> str:
        """Once the reserve has begun: the keys that open the wrap-up; while one waits, its keys."""
        now = self.desk.now()
        if self.page and (waits := self._waits(now)):
            return self._while_waiting(self.page, waits.is_long(now))
        face = self.query_one(Clock).face
        if face is None or face.phase == WORK:
            return self._topic_over(now)
        return f"{self._keys('wrap_up', 'w')} opens the wrap-up"

    def _topic_over(self, now: datetime) -> str:
        """Where topics go by the clock: that this one's minutes are over, and what to do then."""
        point = current(self.page.agenda) if self.page else None
        if self.page is None or point is None or point.source == "wrap-up":
            return ""
        if not self.page.playbook.item_minutes or (self._spent(now) or 0) < point.minutes:
            return ""
        return f"{point.minutes} min are over: {self._keys('more', '+')} more · " + (
            f"{self._keys('tick', 't')} on"
        )

    def _waits(self, now: datetime) -> Waiting | None:
        """Whether nobody has come yet; a word that is not stored yet is a sign, too."""
        waits = self.page.waiting if self.page else None
        return waits if waits and waits.is_on(now) and not self.notes.text.strip() else None

    def _while_waiting(self, page: CallPage, long: bool) -> str:
        wanted = [("roll", "r", "roll-call")] if page.mentorship.group else [("here", "i", "here")]
        if long and not page.mentorship.group:
            wanted.insert(0, ("late", "l", "late"))
        if long:
            wanted.insert(0, ("no_show", "n", "no-show"))
        return " · ".join(f"{self._keys(name, key)} {says}" for name, key, says in wanted)

    def _keys(self, name: str, key: str) -> str:
        """The keys of a letter while typing, as the mentor has them: `^g w`."""
        return f"{self._key('call.letters', 'ctrl+g')} {self._key(f'call.{name}', key)}"

    def _key(self, command: str, key: str) -> str:
        wanted = self.mentor_app.settings.keys.get(command, key)
        return self.app.get_key_display(Binding(wanted, ""))

    def way_to_take_over(self) -> str:
        """The keys with which this window writes, when another one does."""
        return self._keys("take_over", "o")

    def on_clock_turned(self) -> None:
        """Another phase has begun."""
        self._foot()

    def on_autosaved_area_kept(self) -> None:
        """Say it at the foot, too, when words could not be stored; and nobody waits any more."""
        self._tell_time(self.desk.now())
        self._foot()

    def on_mount(self) -> None:
        """A call from yesterday is asked about first."""
        self.call_after_refresh(self.mentor_app.ask_what_happened)

    def on_screen_suspend(self) -> None:
        """Another place is in front: what was typed is stored first."""
        self.notes.flush()

    def action_stay(self) -> None:
        """Who presses Escape by habit and types on must not find that letters are commands."""
        self.notes.flush()
        if not self.notes.refuse_name():
            there, letters = self._key("call.switch", "tab"), self._key("call.letters", "ctrl+g")
            self.notes.hint(f"{there} goes to the agenda, {letters} shows letters")

    async def action_switch(self) -> None:
        """From the notes to the agenda, and back; a name that is offered is taken first."""
        await caught_up(self.focused)
        if self.focused is self.notes and self.notes.take_name():
            return
        self.set_focus(self._after(self.focused))

    def _after(self, focused: Widget | None) -> Widget:
        """Whose turn it is with the keys: the panes that are in view, from left to right."""
        parts: list[Widget] = [*self.query("#agenda, #sought, #notes")]
        shown = [one for one in parts if all(up.display for up in one.ancestors_with_self)]
        at = shown.index(focused) if focused in shown else -1
        return shown[(at + 1) % len(shown)] if shown else self.notes

    async def action_letters(self) -> None:
        """Show the letters."""
        await caught_up(self.focused)
        self.query_one(CallLetters).open()
