"""One line across the screen: a headline, a note under it, a row of words to choose from."""

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.presentation.rows import Row, blank, shown
from mentordesk.tui.widgets.painting import paint


class Line(Widget, can_focus=False):
    """One row of text of fixed height; a change repaints and never lays out."""

    ALLOW_SELECT = False
    row: reactive[Row] = reactive(blank())

    def render_line(self, y: int) -> Strip:
        """The row on the first line, nothing below it."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        return paint(self, shown(self.row, self.size.width), self.rich_style)
