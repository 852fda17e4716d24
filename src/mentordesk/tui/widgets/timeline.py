"""The timeline: everything that happened, narrowed by a word, opened line by line."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.pages import BriefPage, Moment
from mentordesk.tui.presentation.timeline import EMPTY, timeline_rows
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import View


class TimelineView(View):
    """Calls, notes, chats and changes of status, newest first."""

    HELP: ClassVar[str | None] = """
    # Timeline

    Everything that happened, newest first; at the right stands who **else** may read it (`me` is
    nobody else). Enter opens the whole text and closes it again; `r` shows a call's recap as it
    leaves, `a` its wrap-up, to be changed. `f` narrows the list to lines with the typed words.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", "Filter", id="timeline.filter", tooltip="Narrow it by a word"),
        Binding(
            "r", "recap", "Recap", id="timeline.recap", tooltip="The call's recap as it leaves"
        ),
        Binding(
            "a",
            "answers",
            "Answers",
            id="timeline.answers",
            tooltip="The wrap-up of the call; what you change there, its things follow",
        ),
        Binding("escape", "all", "All of it", id="timeline.all", tooltip="No filter any more"),
    ]

    moments: Sequence[Moment] = ()
    opened: str = ""

    def compose(self) -> ComposeResult:
        """The filter when it is asked for, and the list."""
        words = Entry(placeholder="words", id="filter")
        words.display = False  # before it is mounted, or it would be given the keys
        yield words
        yield Rows(EMPTY, id="moments")

    def show(self, page: BriefPage) -> None:
        """Read and draw what happened."""
        self.moments = self.desk.pages.timeline(self.address)
        self._draw()

    def _draw(self) -> None:
        typed, look = self.query_one(Entry).value, self.page_screen.look()
        self.query_one(Rows).rows = timeline_rows(self.moments, typed, self.opened, look)

    def _moment(self) -> Moment | None:
        row = self.query_one(Rows).current
        return self.moments[int(row.ref)] if row and row.key else None

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open the whole text, or close it."""
        event.stop()
        moment = self._moment()
        if moment:
            self.opened = "" if self.opened == moment.id else moment.id
            self._draw()

    def action_recap(self) -> None:
        """Show the recap of the call under the cursor."""
        moment = self._moment()
        if moment and moment.kind == "session":
            self.page_screen.mentor_app.open_recap(moment.id)
        else:
            self.page_screen.say("Only a call has a recap: move the cursor to one.", warn=True)

    def action_answers(self) -> None:
        """Show the wrap-up of the call under the cursor."""
        moment = self._moment()
        if moment and moment.kind == "session":
            open_it = partial(self.page_screen.mentor_app.open_wrap_up, moment.id)
            self.page_screen.attempt(open_it)
        else:
            self.page_screen.say("Only a call has a wrap-up: move the cursor to one.", warn=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is the filter's only while there is one."""
        if action == "all":
            return self.is_mounted and bool(self.query_one(Entry).display)
        return True

    def action_filter(self) -> None:
        """Type words to narrow the list by."""
        self.query_one(Entry).display = True
        self.query_one(Entry).focus()

    def on_input_changed(self, event: Entry.Changed) -> None:
        """Narrow the list with every key."""
        event.stop()
        self._draw()

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        """Back to the list, which stays narrowed while words stand there."""
        event.stop()
        self._leave()

    def _leave(self) -> None:
        entry = self.query_one(Entry)
        entry.display = bool(entry.value.strip())
        self.take_focus()

    def action_all(self) -> None:
        """No filter any more."""
        self.query_one(Entry).value = ""
        self._leave()
