"""Playbooks: every programme in words a mentor can read, and the way to one's own copy."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mentordesk.domain.playbook import PlaybookProblem
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.programme import (
    offer_rows,
    playbooks_headline,
    problem_rows,
    programme_rows,
    sections,
    shelf_rows,
)
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.playbook_changes import Offer

SHELF = 38
"""Columns of the list where the page stands beside it."""


class PlaybooksScreen(DeskScreen):
    """The sixth mode of the desk: the programmes on the left, the chosen one on the right."""

    CSS_PATH = "../styles/playbooks.tcss"
    HELP: ClassVar[str | None] = """
    # Playbooks

    A programme is a file: its rhythm, agendas, questions, dates and numbers. `1 of 2` is how many
    you mentor under it, of how many it wants. Enter reads the chosen one; on its page, Enter or
    Space opens and closes a section, and Escape goes back to the list.

    `c` copies a programme into your own folder: edit any word and number of the copy, it wins by
    its name. What is wrong with a file of yours stands on its page, key by key.

    Who has begun already goes on by the text of that day. `△` says that the file has changed since:
    Enter shows what differs and, if you like, lets them go on by the new one.

    Under **Your own side**, `x` says that a duty is done, for this week or month where it returns.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "fold", "Open or close", False, id="playbooks.fold",
            tooltip="Open or close this section",
        ),
        Binding("c", "copy", "Copy to edit", id="playbooks.copy", tooltip="Into your own folder"),
        Binding("x", "done", "Done", id="playbooks.done", tooltip="You did this duty"),
        Binding(
            "y", "take_link", "Copy link", False, id="playbooks.link",
            tooltip="Into the clipboard",
        ),
        Binding(
            "escape", "shelf", "Programmes", id="playbooks.shelf", tooltip="Back to the list"
        ),
    ]  # fmt: skip

    reading = False
    opened: frozenset[str] = frozenset({"rhythm"})

    def compose(self) -> ComposeResult:
        """A headline, the programmes and the page of one, the keys."""
        yield Line(id="headline")
        with Horizontal(id="both"):
            yield Rows(id="shelf")
            yield Rows(id="programme")
        yield Keys()

    def on_mount(self) -> None:
        """The page follows the cursor of the list."""
        self.watch(self._shelf, "cursor", self._turn, init=False)
        self._shelf.focus()

    @property
    def _shelf(self) -> Rows:
        return self.query_one("#shelf", Rows)

    @property
    def _page(self) -> Rows:
        return self.query_one("#programme", Rows)

    @property
    def slug(self) -> str:
        """The programme that the cursor of the list is on."""
        row = self._shelf.current
        return row.ref if row else ""

    def refresh_page(self) -> None:
        """Read the programmes anew; files that have not changed are not read again."""
        self.present()

    def present(self) -> None:
        """Draw the list and the page."""
        entries = self.desk.playbooks.list()
        look = self.look()
        loads = {} if look.shared else {one.playbook: one for one in self.desk.intake.loads()}
        width = SHELF if self.has_class("-wide") else look.width
        self.query_one("#headline", Line).row = playbooks_headline(
            entries, loads.values(), shared=look.shared
        )
        self._shelf.rows = shelf_rows(entries, loads, width)
        self._draw()

    def _turn(self) -> None:
        self._draw()
        self._page.action_edge(0)

    def _draw(self) -> None:
        """The page of the programme the cursor is on; a file that is broken says why."""
        if self.slug and self.is_mounted:
            look = self.look()
            if self.has_class("-wide"):
                look = look._replace(width=look.width - SHELF - 2)
            self._page.rows = self._rows(look)

    def _rows(self, look: Look) -> list[Row]:
        entry = next(one for one in self.desk.playbooks.list() if one.slug == self.slug)
        try:
            if entry.problem:
                self.desk.playbooks.check(entry.path)
            found = self.desk.playbooks.find(entry.slug)
        except PlaybookProblem as problem:
            return problem_rows(problem.problems, look)
        own = self.desk.duties.of(found)
        offers = offer_rows(self.desk.playbooks.offers(playbook=found.slug), look)
        return [*offers, *programme_rows(sections(found, own, look), self.opened, look)]

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """From the list to the page; on the page, what the cursor is on opens or closes."""
        if event.rows.id == "shelf":
            self._read(True)
        elif event.key.startswith("offer:"):
            self._show_offer(event.key.removeprefix("offer:"))
        else:
            self.action_fold()

    def _read(self, reading: bool) -> None:
        self.reading = reading
        self.set_class(reading, "-reading")
        (self._page if reading else self._shelf).focus()
        self.refresh_bindings()

    def action_shelf(self) -> None:
        """Back to the list of programmes."""
        self._read(False)

    def action_fold(self) -> None:
        """Open or close the section that the cursor is in."""
        if not self.reading:
            self._read(True)
            return
        if section := self._section():
            self.opened ^= {section}
            self._draw()
            self._page.go_to(f"section:{section}")

    def _section(self) -> str:
        """The section the cursor is in, or ''."""
        page = self._page
        above = (row for row in reversed(page.rows[: page.cursor + 1]) if row.kind == "section")
        return next((row.ref for row in above), "")

    def action_copy(self) -> None:
        """Copy a shipped programme to one's own folder, and say where it is."""
        copy = partial(self.desk.playbooks.copy, self.slug)
        if path := self.attempt(copy):
            self.say(f"Copied to {path}. Edit it there; the copy wins.")
            self.present()

    def action_done(self) -> None:
        """The duty under the cursor is done; an item of an own list is ticked or not."""
        row, duties = self._page.current, self.desk.duties
        if row and row.kind == "duty":
            done = partial(duties.done, row.ref, self.slug)
            self.attempt(done, "Done. u takes it back.")
        elif row and row.kind == "own":
            key, _, item = row.ref.rpartition(" ")
            ticked = (row.left[0][0].strip()) == "✓"
            verb = duties.untick if ticked else duties.tick
            self.attempt(partial(verb, key, item, self.slug))
        else:
            self.say("Done needs a duty under the cursor, in Your own side.", warn=True)

    def action_take_link(self) -> None:
        """Copy the address under the cursor."""
        row = self._page.current
        if row and row.kind == "link":
            self.app.copy_to_clipboard(row.ref)
            self.say("The address is in the clipboard.")
        else:
            self.say("Copy link needs a link under the cursor, in Help, trust, links.", warn=True)

    def _show_offer(self, address: str) -> None:
        from mentordesk.tui.dialogs.adopt import Adopt

        offers = self.desk.playbooks.offers(address)
        if not offers:
            return
        offer: Offer = offers[0]
        adopt = partial(self.desk.playbooks.adopt, address)
        self.app.push_screen(Adopt(offer, adopt), partial(self._adopted, offer))

    def _adopted(self, offer: "Offer", agreed: bool | None) -> None:
        if agreed:
            self.say(f"{offer.name} goes by version {offer.now} from here on. u takes it back.")

    WHY: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("done", "take_link"), "That is for a page: Enter opens the programme."),
        "copy": "While a call runs, c leads to it.",
    }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the page are its own; while a call runs, `c` leads to it as everywhere."""
        if action in ("shelf", "done", "take_link"):
            return self.reading
        if action == "copy":
            return not self.mentor_app.call_runs
        return super().check_action(action, parameters)
