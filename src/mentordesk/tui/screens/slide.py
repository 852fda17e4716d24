"""The slide for the showcase: words that are stored while they are typed, until they are final."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.feedback import Slide
from mentordesk.domain.recovery import SLIDE, Whose
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.milestones import slide_headline
from mentordesk.tui.screens.unstored_words import UnstoredWords
from mentordesk.tui.widgets.autosaved_area import AutosavedArea
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line

HINT = "# One slide, in Markdown\n\n- what your group learnt or made"


class SlideScreen(DeskScreen):
    """One text area; leaving it keeps the draft, ctrl+s calls it final."""

    HELP: ClassVar[str | None] = """
    # The slide

    One slide in Markdown. What you type is stored at once, as a draft of its own: earlier versions
    stay (`mentordesk slide show WHO --version 1`). Escape goes back, the draft is kept and the
    programme's date for it settled. `ctrl+s` calls it **final**; `ctrl+o` writes it to a file, for
    the mentees unless you have widened who may read it.
    """
    CSS_PATH = "../styles/slide.tcss"
    AUTO_FOCUS = "#slide"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "final", "Final", id="slide.final", priority=True,
            tooltip="Call this version the last one",
        ),
        Binding(
            "ctrl+o", "write", "Write file", id="slide.write", priority=True,
            tooltip="Write it to a file",
        ),
        Binding("escape", "back", "Back", id="slide.back", tooltip="The draft is kept"),
    ]  # fmt: skip

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.page: Slide | None = None
        self._whose: Whose | None = None
        self._begun = ""

    def compose(self) -> ComposeResult:
        """Which version it is, the words, the keys."""
        yield Line(id="headline")
        aside = UnstoredWords(self, lambda: self._whose)
        yield AutosavedArea(self._keep, aside=aside, id="slide", placeholder=HINT)
        yield Keys()

    def _body(self) -> str:
        now = self.desk.slides.latest(self.address)
        return now.body if now else ""

    def _keep(self, _base: str, text: str) -> tuple[str, datetime]:
        """Store what is typed in the version that this typing has begun.

        What another window has typed meanwhile stays, as a version before this one.
        """
        stored = self.hand.slides.keep(self.address, text, self._begun)
        self._begun = stored.id
        return stored.body, self.desk.now()

    def refresh_page(self) -> None:
        """Read the newest version; words that are not stored yet stay."""
        self.page = self.desk.slides.latest(self.address)
        self.query_one(AutosavedArea).show(self._body(), self.desk.now())
        self.present()

    def present(self) -> None:
        """Say which version it is."""
        found = self.desk.people.find(self.address)
        name, now = found.mentee.name, self.desk.now()
        self._whose = self._whose or Whose(found.mentorship.id, found.address, name, now, SLIDE)
        trouble = "NOT STORED, trying again" if self.query_one(AutosavedArea).keeper.trouble else ""
        row = slide_headline(name, self.page, self.look(0), trouble)
        self.query_one("#headline", Line).row = row

    def on_autosaved_area_kept(self) -> None:
        """Words could not be stored, or are again."""
        self.present()

    async def action_back(self) -> None:
        """Keep the draft, settle its date, and go back."""
        await caught_up(self.query_one(AutosavedArea))
        if self.query_one(AutosavedArea).flush():
            self.attempt(partial(self.hand.slides.typed, self.address))
        await self.mentor_app.action_back()

    async def action_final(self) -> None:
        """Call the newest words the last ones."""
        await caught_up(self.query_one(AutosavedArea))
        if self.query_one(AutosavedArea).flush():
            final = partial(self.desk.slides.final, self.address)
            self.attempt(final, "The slide is final. u takes it back.")

    async def action_write(self) -> None:
        """Write it to a file, as its widest readers may have it."""
        from mentordesk.tui.dialogs.write_recap import WriteRecap

        await caught_up(self.query_one(AutosavedArea))
        self.query_one(AutosavedArea).flush()
        now = self.desk.slides.latest(self.address)
        reader = "public" if now and "public" in now.readers else "mentee"
        name = f"{self.desk.people.find(self.address).mentee.handle}-slide.md"
        dialog = WriteRecap(name, partial(self._to_file, reader))
        self.app.push_screen(dialog, self._written)

    def _to_file(self, reader: str, path: Path, overwrite: bool) -> Path:
        return self.desk.slides.to_file(self.address, path, reader, overwrite)

    def _written(self, path: str | None) -> None:
        if path:
            self.say(f"Written: {path}")
