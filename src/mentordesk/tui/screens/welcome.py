"""The first start: three doors into an empty desk."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.text import counted
from mentordesk.tui.actions import WelcomingScreen
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.presentation.welcome import GREETING, door_rows
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.people import Relation


class WelcomeScreen(WelcomingScreen):
    """Shown once, over Today; escape leads to the empty Today."""

    HELP: ClassVar[str | None] = """
    # Welcome

    Three doors: **add** your first mentee (a name is enough), look around a **demo** desk that is
    thrown away afterwards, or **import** a notes file with one `# Name` a person.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "demo", "Demo desk", id="welcome.demo", tooltip="Look around; thrown away"),
        Binding("i", "import", "Import", id="welcome.import", tooltip="Notes in Markdown"),
    ]

    def compose(self) -> ComposeResult:
        """A greeting and the doors."""
        yield Line(id="headline")
        yield Rows(id="doors")
        yield Keys()

    def refresh_page(self) -> None:
        """The doors are always the same three."""
        self.present()

    def present(self) -> None:
        """Draw them."""
        look = self.look()
        self.query_one("#headline", Line).row = GREETING
        self.query_one(Rows).rows = door_rows(look)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go through the door the cursor is at."""
        {"add": self.action_add, "demo": self.action_demo, "import": self.action_import}[
            event.key
        ]()

    def welcomed(self, relation: "Relation | None") -> None:
        """The first mentee: on to when the calls will be."""
        if relation:
            self.mentor_app.leave_welcome(relation.address)

    def action_demo(self) -> None:
        """Leave for a throw-away desk; this one opens again afterwards."""
        self.app.exit("demo")

    def action_import(self) -> None:
        """Bring in a notes file."""
        from mentordesk.tui.dialogs.ask import AskText

        def imported(path: str | None) -> None:
            if path:
                self.mentor_app.leave_welcome("")

        self.app.push_screen(
            AskText(
                "Import a notes file", "File", placeholder="~/notes.md",
                check=self._tried, verb=self._take_in,
            ),
            imported,
        )  # fmt: skip

    def _tried(self, typed: str) -> str:
        """What the file would bring; nothing is kept."""
        found = self.desk.imports.notes(whole_path(typed), dry_run=True)
        names = ", ".join(one.name for one in found[:4])
        calls = counted(sum(len(one.calls) for one in found), "call")
        notes = counted(sum(one.notes for one in found), "note")
        return f"{counted(len(found), 'person', 'people')}: {names}. {notes}, {calls}."

    def _take_in(self, typed: str) -> object:
        return self.desk.imports.notes(whole_path(typed))
