"""A text area whose words are on the desk within a second of being typed, and on every leaving."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import TextArea

from mentordesk.domain.text import clean
from mentordesk.tui.widgets.autosave import Aside, Autosave, Store
from mentordesk.tui.widgets.document import ProseArea

if TYPE_CHECKING:
    from mentordesk.tui.helped import Helped
    from mentordesk.tui.places import Places

COVERED = "-covered"
HIDDEN = "Hidden while the screen is shared."
TAKES = "What you type is kept."
LONGEST_LINE = 2_000
"""Characters of one pasted line; a longer one is broken at blanks, or each key would wrap it."""
LOUD = 15.0
"""Seconds that a failure stays over the page; the frame goes on saying it."""


class AutosavedArea(ProseArea):
    """Asks its keeper when to store, and never overwrites what another window has stored."""

    class Kept(Message):
        """Words were stored, or the desk refused; `trouble` is its sentence, '' when stored."""

        def __init__(self, trouble: str) -> None:
            super().__init__()
            self.trouble = trouble

    def __init__(
        self,
        store: Store,
        *,
        ticks: Callable[[], float] = monotonic,
        aside: Aside | None = None,
        id: str | None = None,
        placeholder: str = "",
    ) -> None:
        self.keeper = Autosave(store, ticks, aside)
        self.reading = self.way_back = ""
        super().__init__(id=id, placeholder=placeholder)
        self._opened = False
        self._later: Timer | None = None

    is_seen = False
    """Whether a shared screen shows it: what it holds was read for its viewer."""

    @property
    def covered(self) -> bool:
        """Whether it is hidden from who looks at the screen; it takes the words all the same."""
        return self.has_class(COVERED)

    def render_line(self, y: int) -> Strip:
        """A row of the text, or of a shared screen one line in place of all."""
        if not self.covered:
            return super().render_line(y)
        words = HIDDEN if self.read_only else f"{HIDDEN} {TAKES}"
        mark = "› " if self.has_focus else "  "
        said = Segment("" if y else mark + words, self.rich_style)
        return Strip([said]).adjust_cell_length(self.size.width, self.rich_style)

    def show(self, text: str, at: datetime | None = None) -> None:
        """What the desk holds; while words are unsaved here, the next store puts both together."""
        if not self._opened:
            self._opened = True
            self.keeper.opened(text, at)
            self.load_text(text)
            self.move_cursor(self.document.end)
        elif text == self.keeper.base:
            self.keeper.at = at
        elif not self.unsaved:
            self.keeper.opened(text, at)
            self._put(text, follow=self.read_only)
        self.say_state()

    def read_along(self, who: str, how: str = "") -> None:
        """Only show what another window writes: who, and how one writes here; '' writes again."""
        self.reading, self.way_back, self.read_only = who, how, bool(who)
        self.say_state()

    async def _on_key(self, event: events.Key) -> None:
        """A key that types nothing here says why."""
        if self.reading and event.is_printable:
            self.notify(self.way_back, severity="warning", markup=False)
        await super()._on_key(event)

    @property
    def unsaved(self) -> bool:
        """Whether there is a word that is not stored."""
        return self._opened and self.text != self.keeper.base

    def say_state(self) -> None:
        """Called whenever what is true of the words may have changed; says nothing by default."""

    def _put(self, text: str, *, follow: bool = False) -> None:
        """Replace everything as one edit that can be undone; the cursor stays where it was.

        One that stood at the end stays at the end when it is to `follow`.
        """
        place = self.cursor_location
        at_end = follow and place == self.document.end
        self.replace(text, self.document.start, self.document.end)
        self.move_cursor(self.document.end if at_end else self.clamp_visitable(place))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """A key, a paste, an undo: store it soon."""
        event.stop()
        if self.unsaved:
            self.keeper.typed()
            if self._later is None:
                self._wait()
        self.say_state()

    def _wait(self) -> None:
        self._later = self.set_timer(max(self.keeper.wait(), 0.01), self._due)

    def _due(self) -> None:
        self._later = None
        if self.keeper.wait() > 0.01:
            self._wait()
        else:
            self.flush()

    def flush(self) -> bool:
        """Store now whatever is not stored; False when the desk refused and will be asked again."""
        if self._later:
            self._later.stop()
            self._later = None
        if not self.unsaved:
            self._taken_back()
            return True
        mine, before = self.text, self.keeper.trouble
        kept = self.keeper.keep(mine)
        if kept != mine:
            self._put(kept)
        if self.keeper.trouble:
            self._wait()
        elif kept != clean(mine):
            self.notify("Written from elsewhere, too: see the end of the text.", markup=False)
        self._say_trouble(before)
        self.say_state()
        self.post_message(self.Kept(self.keeper.trouble))
        return not self.keeper.trouble

    def _taken_back(self) -> None:
        """Words that could not be stored were struck again: what is stored is what stands here."""
        if self._opened and self.keeper.trouble:
            before = self.keeper.trouble
            self.keeper.opened(self.keeper.base, self.keeper.at)
            self._say_trouble(before)
            self.say_state()
            self.post_message(self.Kept(""))

    def what_then(self) -> str:
        """What becomes of words that are not stored when the mentor leaves."""
        if not self.keeper.copy:
            return (
                "Make it possible, or copy the words; the same key once more leaves without them."
            )
        return f"{where(self.keeper.copy)}, to be put back next time; the same key leaves now."

    def what_stays(self) -> str:
        """Where the words are that keep their place open, and how the mentor gets away."""
        if not self.keeper.copy:
            return where("")
        leave = cast("Helped", self.app).key_of("app.quit_now")
        return f"{where(self.keeper.copy)}; {leave} twice leaves the desk."

    def rescue(self) -> None:
        """Store while the desk falls; what even that does not take goes into a copy."""
        with suppress(Exception):
            self.flush()
        if self.unsaved and not self.keeper.copy:
            with suppress(Exception):
                self.keeper.set_aside(self.text)

    def _say_trouble(self, before: str) -> None:
        """Say it over the page the first time that storing fails, and when it goes well again."""
        trouble = self.keeper.trouble
        if trouble and not before:
            said = f"NOT STORED. {trouble} {where(self.keeper.copy)}"
            self.notify(said, severity="error", timeout=LOUD, markup=False)
        elif before and not trouble:
            self.notify("Everything is stored again.", markup=False)

    def on_mount(self) -> None:
        """A suspended terminal stores first; a shared screen has the words hidden."""
        self.set_class(cast("Places", self.app).is_shared and not self.is_seen, COVERED)
        self.app.app_suspend_signal.subscribe(self, self._suspend, immediate=True)

    def _suspend(self, _app: object) -> None:
        self.flush()

    def on_blur(self) -> None:
        """Looking elsewhere stores."""
        self.flush()

    def on_unmount(self) -> None:
        """Leaving the screen or the app stores."""
        self.flush()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if not self.read_only:
            text = fold_long(clean(event.text))
            self.before_paste()
            edit = self.replace(text, *self.selection, maintain_selection_offset=False)
            self.pasted(text, edit.end_location)

    def before_paste(self) -> None:
        """A block is about to come in; does nothing by default."""

    def pasted(self, text: str, end: tuple[int, int]) -> None:
        """A block has come in that ends at `end`; does nothing by default."""


def where(copy: str, *, short: bool = False) -> str:
    """What has become of words that are not stored: the folder of their copy names nobody."""
    if short:
        return f"a copy is in {folder_of(copy)}" if copy else "no copy: leave this window open"
    if not copy:
        return "No folder takes a copy of your words: leave this window open."
    return f"A copy of your words is in {folder_of(copy)}"


def folder_of(copy: str) -> str:
    """The folder of a file, as people write it: `~/Documents`."""
    folder = Path(copy).parent
    if folder == Path.home():
        return "your home folder"
    below = folder.is_relative_to(Path.home())
    return str(Path("~", folder.relative_to(Path.home()))) if below else str(folder)


def fold_long(text: str) -> str:
    """Text whose lines are of a length that can be wrapped at every key; no word is dropped."""
    if len(text) <= LONGEST_LINE:
        return text
    return "\n".join(piece for line in text.split("\n") for piece in _folded(line))


def _folded(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > LONGEST_LINE:
        blank = line.rfind(" ", start, start + LONGEST_LINE)
        end = blank + 1 if blank > start else start + LONGEST_LINE
        yield line[start:end]
        start = end
    yield line[start:]
