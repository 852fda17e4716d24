"""A bare TextArea with the text of a file, the cursor at its end: what typing costs at least."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Bare(App[None]):
    """One TextArea and nothing that watches it."""

    def compose(self) -> ComposeResult:
        """The text, wrapped as the call's notes are."""
        area = TextArea(Path(sys.argv[1]).read_text("utf-8"), soft_wrap=True)
        area.cursor_blink = False
        area.styles.width, area.styles.height = 76, 33  # as large as the call's, at 120×40
        area.move_cursor(area.document.end)
        yield area


if __name__ == "__main__":
    Bare().run()
