"""Search: words in everything, as they are typed; Enter goes to where they stand."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.errors import Refusal
from mentordesk.domain.pages import Hit
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.people import search_headline, search_rows
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

HINT = """\
Type a word: notes, recaps, promises, goals, opportunities are searched.
who:ada · kind:win · from:1.10. · audience:mentee narrow it."""

TABS_OF = {
    "action": "plan/promises",
    "goal": "plan/goals",
    "plan": "plan/plan",
    "gap": "plan/gaps",
    "agreement": "agreement",
    **dict.fromkeys(("feedback", "survey", "slide", "milestone"), "milestones"),
    **dict.fromkeys(("progress", "lab", "review"), "progress"),
}
"""Where something found is by its kind: a tab or a part of one; else on the timeline."""


class SearchScreen(DeskScreen):
    """Newest first while typing; the keys go to the line, the arrows to the list."""

    HELP: ClassVar[str | None] = """
    # Search

    Every word must occur; the last one may go on (`gen` finds generators). The list shows the
    newest first. Arrows move in the list, Enter opens the place.

    `who:ada`, `kind:win,stuck`, `from:1.10.` (since that day; `from:"1 oct"`) and `audience:mentee`
    (what they may read; `me`: what nobody else may) narrow it, with words or without.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "Open", priority=True, id="search.open",
            tooltip="Go to where it stands",
        ),
        Binding("up", "move(-1)", "Up", show=False, id="search.up", tooltip="One hit up"),
        Binding("down", "move(1)", "Down", show=False, id="search.down", tooltip="One hit down"),
    ]  # fmt: skip

    page: Sequence[Hit] = ()

    def compose(self) -> ComposeResult:
        """A headline, the line to type in, what was found, the keys."""
        yield Line(id="headline")
        yield Entry(placeholder="words", id="words")
        yield Rows(id="hits")
        yield Keys()

    def refresh_page(self) -> None:
        """Search for what stands in the line."""
        typed = self.query_one(Entry).value
        rows = self.query_one(Rows)
        none = self.look().nothing(f"Nothing has “{typed.strip()}”.")
        rows.empty = none if typed.strip() else HINT
        try:
            self.page = self.desk.pages.search(typed, ranked=False)
        except Refusal as refusal:  # a filter may only be half typed
            self.page, rows.empty = (), refusal.sentence
        self.present()

    def present(self) -> None:
        """Draw what was found."""
        typed = self.query_one(Entry).value
        self.query_one("#headline", Line).row = search_headline(len(self.page), typed)
        self.query_one(Rows).rows = search_rows(self.page, self.look())

    def on_input_changed(self) -> None:
        """The key is painted first, then the search begins."""
        self.call_after_refresh(self.refresh_page)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """A click in the list."""
        self.action_open()

    def action_open(self) -> None:
        """Go to the tab or the recap that has the words."""
        row = self.query_one(Rows).current
        if row and row.key:
            hit = self.page[int(row.ref)]
            if hit.kind == "recap" and hit.session_id:
                self.mentor_app.open_recap(hit.session_id)
            elif hit.kind in ("way in", "match"):
                self.mentor_app.open_intake(hit.address)
            else:
                self.mentor_app.open_mentee(hit.address, TABS_OF.get(hit.kind, "timeline"))

    def action_move(self, step: int) -> None:
        """Move in the list without leaving the line."""
        self.query_one(Rows).action_move(step)
