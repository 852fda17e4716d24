"""After the call: the mentee's text exactly as it will leave, and the private one beside it."""

from datetime import datetime
from functools import partial
from itertools import count
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from mentordesk.domain.pages import RecapPage
from mentordesk.domain.recovery import RECAP, Whose
from mentordesk.domain.text import one_line
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.recap import foot, headline
from mentordesk.tui.presentation.rows import fit
from mentordesk.tui.screens.unstored_words import UnstoredWords
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.sheet import Sheet

_writings = count(1)


class RecapScreen(DeskScreen):
    """What the mentee receives, and what stays here. Nothing leaves by itself."""

    HELP: ClassVar[str | None] = """
    # The recap

    The upper or left sheet is what the mentee will read, sign by sign; the other one is yours
    alone; `tab` goes to and fro. `y` copies the first, `w` writes it to a file, `o` makes a mail
    of it. `e` edits the sheet you are on, and what you type is stored at once; `a` goes back to
    the wrap-up. The desk sends nothing: handing it over is yours to do.
    """
    CSS_PATH = "../styles/recap.tcss"
    AUTO_FOCUS = "#leaves"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="recap.copy", tooltip="Copy what the mentee receives"),
        Binding("o", "mail", "Mail", id="recap.mail", tooltip="As a mail that you send yourself"),
        Binding("w", "write", "Write file", id="recap.write", tooltip="Write it to a file"),
        Binding("e", "edit", "Edit", id="recap.edit", tooltip="Change the sheet you are on"),
        Binding(
            "a", "answers", "Answers", id="recap.answers",
            tooltip="The wrap-up of this call; what you change there, its things follow",
        ),
        Binding(
            "ctrl+s", "store", "Done", id="recap.store", priority=True,
            tooltip="Done with writing; every word is stored",
        ),
        Binding("escape", "back", "Back", id="recap.back", tooltip="Done with writing, or back"),
        Binding(
            "tab", "app.focus_next", "Other sheet", False, id="recap.other", tooltip="To and fro"
        ),
    ]  # fmt: skip

    WHY: ClassVar[dict[str, str]] = {
        "store": "Nothing is being written: e edits the sheet you are on.",
        **dict.fromkeys(
            ("edit", "copy", "mail", "write", "answers"), "Be done with writing first: escape."
        ),
    }

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.page: RecapPage | None = None
        self._typing = ""

    def compose(self) -> ComposeResult:
        """Both sheets, and whether anything has left."""
        yield Line(id="headline")
        with Container(id="sheets"):
            for kind, name in (("mentee", "leaves"), ("private", "private")):
                aside = UnstoredWords(self, partial(self._whose, kind))
                sheet = Sheet(partial(self._keep, kind), self.desk.tz, aside=aside, id=name)
                sheet.is_seen = kind == "mentee"
                yield sheet
        yield Line(id="foot")
        yield Keys()

    def refresh_page(self) -> None:
        """Read both texts; on a sheet that is being written on, both are put together."""
        self.page = self.desk.pages.recap(self.session_id)
        self._sheet("leaves").show(self.page.leaves, self.desk.now())
        private = "" if self.desk.is_shared else self.page.private
        self._sheet("private").show(private, self.desk.now())
        self.present()

    def present(self) -> None:
        """Name the sheets."""
        if not self.page:
            return
        look = self.look(0)
        self.query_one("#headline", Line).row = headline(self.page, look)
        self.query_one("#foot", Line).row = foot(self.page, look)
        self._sheet("leaves").border_title = Content(f"What {fit(self.page.name, 40)} receives")
        self._sheet("private").border_title = Content("For you alone")

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)

    def _whose(self, kind: str) -> Whose | None:
        if self.page is None:
            return None
        session, name = self.page.session, self.page.name
        began = session.started or session.planned_start
        return Whose(session.id, name, name, began, f"{RECAP} {kind}")

    def _keep(self, kind: str, base: str, text: str) -> tuple[str, datetime]:
        """Store while it is typed; each time of writing is one step for undo."""
        return self.hand.recaps.keep(self.session_id, kind, base, text, self._typing)

    @property
    def _writing(self) -> Sheet | None:
        """The sheet that is being written on."""
        return next((sheet for sheet in self.query(Sheet) if not sheet.read_only), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Being done is offered while something is written, the rest while nothing is."""
        writing = self._writing is not None
        if action in ("edit", "copy", "mail", "write", "answers"):
            return not writing
        return writing if action == "store" else True

    def action_edit(self) -> None:
        """Write on the sheet that has the focus."""
        if self.desk.is_shared:
            self.say(self.desk.refuses, warn=True)
            return
        focused = self.focused
        self._typing = f"{self.session_id}/{next(_writings)}"
        (focused if isinstance(focused, Sheet) else self._sheet("leaves")).write()
        self.refresh_bindings()

    async def action_store(self) -> None:
        """Done with writing; the sheet is one to read again."""
        sheet = self._writing
        if sheet:
            await caught_up(sheet)
            if not sheet.done():
                self.say("These words are not stored yet, so the sheet stays open.", warn=True)
            elif sheet.changed:
                self.say("Stored. u takes it back.")
        self.refresh_bindings()

    async def action_back(self) -> None:
        """Stop writing, or leave the screen."""
        if self._writing:
            await self.action_store()
        else:
            await self.mentor_app.action_back()

    def on_screen_suspend(self) -> None:
        """Another place is in front: what was written is stored first."""
        if self._writing:
            self._writing.flush()

    def action_answers(self) -> None:
        """Show the wrap-up of this call, to be changed."""
        self.attempt(partial(self.mentor_app.open_wrap_up, self.session_id))

    def action_copy(self) -> None:
        """Copy all that leaves, whoever looks at the screen, through the terminal (OSC 52)."""
        page = self.hand.pages.recap(self.session_id)
        self.app.copy_to_clipboard(page.leaves)
        lines = len(page.leaves.splitlines())
        self.say(f"Copied what {one_line(page.name)} receives, {lines} lines. Nothing else.")

    def action_write(self) -> None:
        """Write what leaves into a file of the mentor's choice."""
        from mentordesk.tui.dialogs.write_recap import WriteRecap

        recaps = self.desk.recaps
        write = partial(recaps.to_file, self.session_id)
        dialog = WriteRecap(recaps.file_name(self.session_id), write)
        self.app.push_screen(dialog, self._written)

    def action_mail(self) -> None:
        """Hand what leaves to the mentor's own mail program."""
        mail = self.attempt(partial(self.desk.recaps.mail.preview, self.session_id))
        if mail:
            from mentordesk.tui.dialogs.mail_recap import MailRecap

            self.app.push_screen(MailRecap(self.desk, self.session_id, mail), self._mailed)

    def _mailed(self, said: str | None) -> None:
        if said:
            self.say(said)

    def _written(self, path: str | None) -> None:
        if path:
            self.say(f"Written: {path}")
