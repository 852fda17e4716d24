"""The notes of a call: a frame that says truthfully when they were stored, marks at the margin."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import tzinfo
from time import monotonic
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from mentordesk.tui.presentation.rows import fit
from mentordesk.tui.widgets.autosave import Aside, Store
from mentordesk.tui.widgets.autosaved_area import where
from mentordesk.tui.widgets.mention_area import MentionArea, Names

MARK = "• "
DOUBTED = "•?"
"""A thing whose ` by …` is no day, or whose owner is nobody known."""
SUGGESTED = "◦ "
LONG_LINE = 80
"""Characters from which on one pasted line is no quick word any more, but a block."""
NAME = "Notes"
GRAMMAR = "[ ] @{} what by fri · ! opportunity · ? question · ?? stuck · + win · > recap"
"""What an empty pane shows: how a line becomes a thing."""


class Notes(MentionArea):
    """Typed lines stay as typed; a mark says which of them the desk has understood as a thing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "notes--mark", "notes--name", "notes--state", "notes--trouble",
    }  # fmt: skip
    HELP: ClassVar[str | None] = """
    # Notes

    Just type: within a second it is stored, and the frame says when. A line becomes a thing when it
    begins with `[ ] @who what by when` (a promise; no @: mine), `! ` (an opportunity), `? ` (a
    question), `?? ` (a stuck point), `+ ` (a win) or `> ` (a line for the recap). A dot at the
    margin says it was understood (`•?`: not its day, or not whose); change or delete the line, and
    the thing follows. After `@` a name shows; `→` or Tab takes it.

    What you paste is only suggested: a circle, and the frame says how it is taken.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "screen.stay",
            "Stay",
            id="notes.stay",
            show=False,
            tooltip="Away with a name that is offered; the keys stay in the notes",
        ),
    ]

    # Said while the text area is still being made, and so here.
    _hint = _suggestions = _here = _said_more = ""
    _circles: Collection[str] = ()
    _doubts: Mapping[str, str] = MappingProxyType({})

    def __init__(
        self,
        store: Store,
        zone: tzinfo,
        names: Names,
        *,
        ticks: Callable[[], float] = monotonic,
        aside: Aside | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(store, ticks=ticks, aside=aside, id=id, placeholder=GRAMMAR.format("who"))
        self.zone, self.names = zone, names
        self.blocks: set[str] = set()
        self._marks: Mapping[str, str] = {}
        self._said: tuple[str, bool, int] | None = None
        self._plain = self._marked = Style()

    def address(self, handle: str) -> None:
        """Show an empty pane's reader how a line becomes a promise of this mentee."""
        self.placeholder = GRAMMAR.format(handle)

    def mark(self, text: str, marks: Mapping[int, str], doubts: Mapping[int, str]) -> None:
        """Which lines of the stored text became which kind of thing; kept by the lines' words.

        `doubts` are sentences about those that were not understood whole.
        """
        lines = text.split("\n") if marks else []
        found, unsure = _by_words(lines, marks), _by_words(lines, doubts)
        if (found, unsure) != (self._marks, self._doubts):
            self._marks, self._doubts = found, unsure
            self.refresh()
            self.say_more()

    def suggest(self, text: str, lines: Collection[int], says: str, here: str) -> None:
        """Which lines of the stored text are suggestions, and how to take them, or the one here."""
        rows = text.split("\n") if lines else []
        found = {rows[row] for row in lines if 0 <= row < len(rows)}
        self._suggestions, self._here = (says, here) if found else ("", "")
        if found != self._circles:
            self._circles = found
            self.refresh()
        self.say_more()

    def hint(self, says: str) -> None:
        """Say something at the foot of the frame until the next key."""
        self._hint = says
        self.say_more()

    def say_more(self) -> None:
        """The foot of the frame: what is worth knowing about the line under the cursor."""
        words = fit(self._more(), self.outer_size.width - 6)
        if words != self._said_more:
            self._said_more = words
            self.border_subtitle = Content(words)

    def _more(self) -> str:
        if self.keeper.trouble:
            return where(self.keeper.copy, short=True)
        if self.reading:
            return self.way_back
        if self._hint:
            return self._hint
        if self.suggestion and (offered := self.offered()):
            return f"→ @{' · @'.join(offered)}"
        line = self.document.get_line(self.cursor_location[0])
        if said := self._doubts.get(line):
            return said
        return self._here if line in self._circles else self._suggestions

    def watch_selection(self) -> None:
        """Another line may have something else to say."""
        super().watch_selection()
        self._hint = ""
        self.say_more()

    def update_suggestion(self) -> None:
        """Whom an @ may name is said at the foot, too."""
        super().update_suggestion()
        self._hint = ""
        self.say_more()

    def before_paste(self) -> None:
        """What was typed until now is stored as typed."""
        self.flush()

    def pasted(self, text: str, end: tuple[int, int]) -> None:
        """Lines of a block count as pasted; stored at once, so that every door knows.

        A first line whose beginning was there already, and so its mark, is a typed one.
        """
        count, first = text.count("\n"), text.partition("\n")[0]
        if count or len(text) > LONG_LINE:
            top = end[0] - count
            lines = [self.document.get_line(row) for row in range(top, end[0] + 1)]
            self.blocks.update(lines if lines[0].startswith(first) else lines[1:])
        self.flush()

    def on_resize(self) -> None:
        """The title is drawn across the frame; the line one is at stays in view."""
        self.say_state()
        self.call_after_refresh(self.scroll_cursor_visible)

    def state(self) -> str:
        """What is true of the words now."""
        if self.keeper.trouble:
            return "NOT STORED, trying again"
        if self.reading:
            return self.reading
        if self.unsaved:
            return "storing…"
        if self.keeper.at is None:
            return "nothing written yet"
        return f"stored {self.keeper.at.astimezone(self.zone):%H:%M:%S}"

    def say_state(self) -> None:
        """Write name and state across the top of the frame; nothing is drawn when both stand."""
        words, trouble = self.state(), bool(self.keeper.trouble)
        self.say_more()
        said = (words, trouble, self.outer_size.width)
        if said == self._said:
            return
        self._said = said
        self.set_class(trouble, "-trouble")
        rule = "─" * max(1, self.outer_size.width - len(NAME) - len(words) - 8)
        name = self.get_visual_style("notes--name", partial=True)
        style = self.get_visual_style(f"notes--{'trouble' if trouble else 'state'}", partial=True)
        title = Content.assemble((NAME, name), f" {rule} ", (words, style))
        self.border_title = title

    @property
    def gutter_width(self) -> int:
        """Columns at the left for the marks."""
        return len(MARK)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in view; styles are looked up once for all of them."""
        self._plain = self.rich_style
        self._marked = self.get_component_rich_style("notes--mark")
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row of text behind its mark; the mark is looked up by the line's words as stored."""
        if self.covered:
            return super().render_line(y)
        mark = self._mark_at(y + self.scroll_offset.y)
        lead = Segment(mark, self._marked) if mark else Segment("  ", self._plain)
        width = self.scrollable_content_region.width
        return Strip([lead, *super().render_line(y)]).adjust_cell_length(width, self._plain)

    def _mark_at(self, row: int) -> str:
        rows = self.wrapped_document._offset_to_line_info
        if not (self._marks or self._circles) or row >= len(rows):
            return ""
        line, section = rows[row]
        words = "" if section else self.document.get_line(line)
        if words in self._marks:
            return DOUBTED if words in self._doubts else MARK
        return SUGGESTED if words in self._circles else ""


def _by_words(lines: Sequence[str], said: Mapping[int, str]) -> dict[str, str]:
    return {lines[row]: says for row, says in said.items() if 0 <= row < len(lines)}
