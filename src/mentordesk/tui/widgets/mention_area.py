"""A text area that knows whom an @ may name, and says so without taking a key from anybody."""

from collections.abc import Callable, Sequence

from textual.document._document import Location

from mentordesk.tui.widgets.autosaved_area import AutosavedArea

Names = Callable[[], Sequence[str]]


class MentionArea(AutosavedArea):
    """Shows the rest of a name behind the cursor; only → and Tab take it, and only while it shows.

    No more is read than the line under the cursor, so a long note costs nothing.
    """

    names: Names
    """Asked when an owner is begun, so that whoever was named a moment ago is among them."""
    _typed: Location | None = None
    """Where the last edit left the cursor: who only walks past a name has not asked for help."""
    _unwanted: Location | None = None
    """Where the @ is whose help was sent away."""

    def offered(self) -> list[str]:
        """Whom the letters before the cursor may mean, the likeliest first; [] when nobody asks."""
        row, column = place = self.cursor_location
        if place != self._typed or not self.has_focus or not self.selection.is_empty:
            return []
        line = self.document.get_line(row)
        if "@" not in line[:column]:
            return []
        from mentordesk.domain.capture import being_named, names_for  # few lines name anybody

        typed = being_named(line[:column])
        if typed is None or line[column : column + 1].strip():
            return []
        if self._unwanted == (row, column - len(typed)):
            return []
        return names_for(typed, self.names())

    def update_suggestion(self) -> None:
        """After every edit: what would be added to the name, or nothing."""
        self._typed = self.cursor_location
        offered = self.offered()
        self.suggestion = offered[0][self._letters() :] if offered else ""

    def _letters(self) -> int:
        """How many letters of a name stand before the cursor."""
        from mentordesk.domain.capture import being_named

        row, column = self.cursor_location
        return len(being_named(self.document.get_line(row)[:column]) or "")

    def watch_selection(self) -> None:
        """The cursor went elsewhere."""
        if self.suggestion and self.cursor_location != self._typed:
            self.suggestion = ""

    def take_name(self) -> bool:
        """Complete the name that shows, and go on behind a blank; whether one did."""
        rest = self.suggestion
        if rest:
            row, column = self.cursor_location
            follows = self.document.get_line(row)[column : column + 1]
            self.insert(rest if follows else f"{rest} ")
            if follows:
                self.action_cursor_right()
        return bool(rest)

    def action_cursor_right(self, select: bool = False) -> None:
        """Where a name shows, this key takes it."""
        if select or not self.take_name():
            super().action_cursor_right(select)

    def refuse_name(self) -> bool:
        """Send the help for this @ away until there is another; whether there was any."""
        shown = bool(self.suggestion)
        if shown:
            row, column = self.cursor_location
            self._unwanted, self.suggestion = (row, column - self._letters()), ""
            self.update_suggestion()
        return shown
