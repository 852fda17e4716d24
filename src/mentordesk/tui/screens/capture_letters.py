"""The letters of a call that catch something: pasted lines, moments of the recording, words."""

import os
from functools import partial
from typing import ClassVar

from textual.app import SuspendNotSupported

from mentordesk.domain.errors import Refusal
from mentordesk.domain.recorded import spoken
from mentordesk.tui.screens.calling import BACK, Calling

_SUGGESTED = ("take", "take_line", "leave_all", "leave_line")


class CaptureLetters(Calling):
    """Each is one verb of the desk; the notes stay what they are."""

    WHY: ClassVar[dict[str, str]] = {
        **dict.fromkeys(_SUGGESTED, "No pasted line waits: what is typed counts at once."),
        "stop_recording": "No recording runs.",
    }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is pasted is taken only where something was; what does not run is not stopped."""
        if action in _SUGGESTED:
            return bool(self.own and self.own.suggested)
        if action == "stop_recording":
            return bool(self.own and self.own.recorded)
        return super().check_action(action, parameters)

    def action_earlier(self) -> None:
        """Show the mentee's earlier words beside the notes, which keep the keys; or away again."""
        from mentordesk.tui.widgets.earlier import Earlier  # most calls do without

        if panes := self.query(Earlier):
            self.set_focus(self.notes)
            panes.remove()
        else:
            self.mentor_app.wear("earlier.tcss")
            self.query_one("#panes").mount(Earlier(self.session_id), before=self.notes)
            self.set_focus(self.notes)
        self.set_class(not panes, "-earlier")

    def action_outside(self) -> None:
        """Write the notes in the mentor's own editor; the call and its clock go on."""
        if self.reads:
            self.say(self.notes.way_back, warn=True)
        elif not self.mentor_app.is_kept_shut() and self.notes.flush():
            self.attempt(self._in_editor)

    def _in_editor(self) -> None:
        edit = partial(self.hand.calls.edit_notes, self.session_id, os.environ)
        try:
            with self.pen_in_hand(), self.app.suspend():
                edit()
        except SuspendNotSupported as error:
            raise Refusal("This terminal cannot be lent to an editor.") from error
        finally:
            self.mentor_app.beat()

    def action_take(self) -> None:
        """Make things of the pasted lines that look like them."""
        take = partial(self.hand.calls.take, self.session_id)
        if not self.notes.flush():
            return
        if self.attempt(take):
            self.notes.blocks.clear()
            self.say(f"Taken. {BACK}")

    def action_take_line(self) -> None:
        """Make a thing of the line under the cursor, also of one that was dismissed."""
        row = self.notes.cursor_location[0]
        take = partial(self.hand.calls.take, self.session_id, row)
        if not self.notes.flush():
            return
        if self.attempt(take):
            self.notes.blocks.discard(self.notes.document.get_line(row))
            self.say(f"Taken. {BACK}")

    def action_leave_all(self) -> None:
        """The pasted lines are no things."""
        if self.notes.flush():
            dismiss = partial(self.hand.calls.dismiss, self.session_id)
            self.attempt(dismiss, f"They stay text. {BACK}")

    def action_leave_line(self) -> None:
        """The line under the cursor is no thing."""
        row = self.notes.cursor_location[0]
        if self.notes.flush():
            dismiss = partial(self.hand.calls.dismiss, self.session_id, row)
            self.attempt(dismiss, f"It stays text. {BACK}")

    def action_mark_moment(self) -> None:
        """Mark this moment of the recording; where none runs, ask since when it does."""
        self.read()
        if self.own and not self.own.recorded:
            self._record()
        elif made := self.attempt(partial(self.hand.recordings.mark, self.session_id)):
            self.say(f"Marked {spoken(made.offset)} of the recording. {BACK}")

    def _record(self) -> None:
        from mentordesk.tui.dialogs.record import Record

        known = self.hand.recordings.of(self.session_id)
        told = bool(known and known.told_on)
        self.app.push_screen(Record(self.hand, self.session_id, self._mentee(), told))

    def action_stop_recording(self) -> None:
        """The recording stands still; the call goes on."""
        stop = partial(self.hand.recordings.stop, self.session_id)
        self.attempt(stop, f"The recording stands still. {BACK}")
