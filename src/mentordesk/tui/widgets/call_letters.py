"""The letters of a call: the same keys on the agenda and, after ctrl+g, from the notes."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.keys import is_for_shared
from mentordesk.tui.presentation.rows import Row, shown
from mentordesk.tui.widgets.keys import Entry
from mentordesk.tui.widgets.painting import paint

if TYPE_CHECKING:
    from mentordesk.tui.app import MentorApp


def _letter(key: str, action: str, name: str, tooltip: str, show: bool = True) -> Binding:
    return Binding(key, f"screen.{action}", name, show, id=f"call.{action}", tooltip=tooltip)


CALL_KEYS: tuple[Binding, ...] = (
    _letter("w", "wrap_up", "Wrap-up", "The closing questions; the call goes on meanwhile"),
    _letter("c", "close", "Close", "End the call now and write the recap; u takes it back"),
    _letter("t", "tick", "Tick", "Done with this item, or not done after all"),
    _letter("p", "park", "Park", "Leave this item for another time; it comes again"),
    _letter("d", "drop", "Drop", "Strike this item; it does not come again"),
    _letter("plus", "more", "More", "A few minutes more for this item"),
    _letter("a", "add", "Add", "One more item for the agenda of this call"),
    _letter("x", "done", "Promise kept", "Mark a promise of last time as kept, or not after all"),
    _letter("e", "extend", "Extend", "Go on for longer, if the mentee agrees; it is noted"),
    _letter("b", "pause", "Break", "Let the clock stand still, or go on after a break"),
    _letter("r", "roll", "Roll-call", "Who of the group is here, and who is not"),
    _letter("i", "here", "Is here", "The mentee is here: nobody waits any more"),
    _letter("l", "late", "Late", "Note that the mentee came late"),
    _letter("n", "no_show", "No-show", "Nobody came: end the call, with a follow-up for you"),
    _letter("y", "take", "Take all", "Take the pasted lines that look like things as things"),
    _letter("Y", "take_line", "Take line", "Take the line under the cursor as a thing"),
    _letter("z", "leave_all", "Leave all", "The pasted lines are no things: leave them text"),
    _letter("Z", "leave_line", "Leave line", "The line under the cursor is no thing"),
    _letter("s", "mark_moment", "Mark rec", "Mark this moment of the recording, or say it runs"),
    _letter("S", "stop_recording", "Rec off", "The recording stands still; the call goes on"),
    _letter("m", "mistake", "Mistake", "Call this call off: it was started by mistake"),
    _letter("g", "agree", "Agree", "Write down what both say to what the item asks"),
    _letter("G", "stand", "Goals", "How far the goals are; new aims, gaps and the plan"),
    _letter("h", "history", "History", "What happened before, on the mentee's timeline"),
    _letter("f", "earlier", "Earlier", "What was said before, beside the notes; to be searched"),
    _letter("E", "outside", "Editor", "Write the notes in your own editor; the clock goes on"),
    _letter("v", "versions", "Versions", "What the notes were before; one of them can come back"),
    _letter("o", "take_over", "Take over", "Write the notes in this window, not in the other one"),
    _letter("q", "leave", "Leave", "Go elsewhere; the call goes on and its clock too"),
)  # fmt: skip
UNDO = Binding("u", "app.undo", "Undo", id="app.undo", tooltip="Take back the last thing you did")


BACK = Binding(
    "escape", "put_away", "Back", priority=True, id="letters.back",
    tooltip="None of them: back to where you were",
)  # fmt: skip
SHOWN = (*CALL_KEYS, UNDO, BACK)
"""What the strip shows, in this order."""


class CallLetters(Widget, can_focus=True):
    """A strip over the foot of the screen that takes one letter and goes away again.

    Its keys are taken before anything else sees them, so that quick fingers lose none.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CallLetters {
        display: none; layer: cover; dock: bottom; width: 1fr; height: 3;
        background: $panel; color: $foreground; border-top: hkey $primary;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            replace(one, action=f"letter('{one.action}')", priority=True)
            for one in (*CALL_KEYS, UNDO)
        ),
        Binding(
            "space", "letter('screen.pause')", "Break", False, priority=True, id="letters.pause",
            tooltip="Let the clock stand still, or go on after a break",
        ),
        BACK,
    ]  # fmt: skip

    def open(self) -> None:
        """Show the letters and listen for one; opened twice, they go away again."""
        if self.display:
            self.action_put_away()
            return
        self._before = self.screen.focused
        self.display = True
        self.screen.set_focus(self)
        self.styles.height = 1 + max(2, len(self._rows(self.screen.size.width)))

    def action_put_away(self) -> None:
        """Back to where the mentor was."""
        self.display = False
        if self.screen.focused is self:
            self.screen.set_focus(self._before)

    async def action_letter(self, action: str) -> None:
        """Do what the letter stands for, from where the mentor was."""
        self.action_put_away()
        await self.run_action(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter that does not apply to this call is not shown."""
        if action == "letter" and str(parameters[0]).startswith("screen."):
            return self.screen.check_action(str(parameters[0]).partition(".")[2], ())
        return True

    def on_key(self, event: events.Key) -> None:
        """Any other key only closes the strip; it is not typed into the notes by surprise."""
        event.stop()
        event.prevent_default()
        cast("MentorApp", self.app).say_why(event.key)
        self.action_put_away()

    def on_blur(self) -> None:
        """A click elsewhere closes it, too."""
        self.display = False

    def on_click(self, event: events.Click) -> None:
        """A click presses the letter."""
        at = 0
        rows = self._rows(self.size.width)
        for entry in rows[event.y - 1] if 0 < event.y <= len(rows) else []:
            if at <= event.x < at + entry.cells:
                self.app.simulate_key(entry.key)
            at += entry.cells

    def render_line(self, y: int) -> Strip:
        """One row of letters and names."""
        rows = self._rows(self.size.width)
        pieces = [piece for entry in rows[y] for piece in entry.pieces] if y < len(rows) else []
        return paint(self, shown(Row("", pieces), self.size.width), self.rich_style)

    def _rows(self, width: int) -> list[list[Entry]]:
        """The letters in their own order, however they are mapped, in rows that fit."""
        rows: list[list[Entry]] = [[]]
        for entry in self._entries():
            if sum(one.cells for one in rows[-1]) + entry.cells > width:
                rows.append([])
            rows[-1].append(entry)
        return rows

    def _entries(self) -> list[Entry]:
        """What applies; on a shared screen a letter that is refused still says why."""
        app = cast("MentorApp", self.app)
        found = {
            active.binding.id: Entry(
                active.binding.key,
                self.app.get_key_display(active.binding),
                active.binding.description,
            )
            for active in self.screen.active_bindings.values()
            if active.node is self and active.binding.show
            if is_for_shared(active.binding.id or "") or not app.is_shared
        }
        return [found[binding.id] for binding in SHOWN if binding.id in found]
