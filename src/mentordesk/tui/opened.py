"""A screen that is painted once when it is opened, and then as it stays.

Textual paints a new screen before its page is in it, again when the parts have their size, and
again when it knows how wide the terminal is. Here all of that is known before the first frame.
"""

from textual import events
from textual.geometry import Size
from textual.screen import Screen

WIDEST = 150
"""Columns of one list: on a wider terminal what belongs together would stand too far apart."""


class Opened(Screen[None], inherit_bindings=False):
    """Knows the width and height of the terminal from its first style on."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]
    _laid_out_for: Size | None = None

    def on_compose(self) -> None:
        """Nothing has a style yet, so none is found out again for being on a wide terminal."""
        self.add_class(*_fitting(self, self.app.size), update=False)

    def lay_out(self, event: events.ScreenResume) -> None:
        """Give every part its size before a page is drawn into it; painted is both together."""
        if self._laid_out_for is None:
            self._laid_out_for = self.app.size
            event.refresh_styles = False  # they were found out a moment ago
            with self.app.batch_update():
                self._refresh_layout(self.app.size)

    def is_other_size(self, size: Size) -> bool:
        """Whether the page was last drawn for another size of the terminal, so draw it anew."""
        before, self._laid_out_for = self._laid_out_for, size
        return size != before


def _fitting(screen: Opened, size: Size) -> list[str]:
    """The classes that say how much room there is."""
    wide = [name for least, name in screen.HORIZONTAL_BREAKPOINTS if size.width >= least]
    tall = [name for least, name in screen.VERTICAL_BREAKPOINTS if size.height >= least]
    return [wide[-1], tall[-1], *(["-vast"] if size.width > WIDEST else [])]
