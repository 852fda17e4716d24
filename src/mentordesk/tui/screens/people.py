"""People: everyone the mentor works or worked with, and the way to each of them."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.pages import PersonLine
from mentordesk.tui.actions import PersonScreen, WelcomingScreen
from mentordesk.tui.presentation.people import NOBODY, matching, people_headline, people_rows
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.intake import IntakeLine, Load
    from mentordesk.domain.people import Relation


class PeopleScreen(WelcomingScreen, PersonScreen):
    """The second mode of the desk."""

    HELP: ClassVar[str | None] = """
    # People

    One line a mentorship: which meeting you are at, the **next** date on your own clock, when you
    **last** spoke, and what is promised: `me 2 · 1` means two by you, one by them.

    `a` welcomes a mentee, `g` begins a group: several in one mentorship, listed once by its name.
    Who is still **on the way in** stands below, with the stage they reached and whose turn it is:
    `i` takes somebody in, `v` says that the next stage is reached, or shows how somebody came in.

    `f` narrows the list to who has the typed words in name, programme or status; `archived` shows
    who is off the lists.

    How it goes on: `D` decides what the programme asks, `T` plans an end, `E` ends it, `N`
    nominates, `A` takes somebody off the lists or puts them back, `X` erases a person for good.
    """
    AUTO_FOCUS = "#people"  # a key pressed at once is never taken for a word to filter by
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "take_in", "Take in", id="people.intake", tooltip="Somebody may become one"),
        Binding("v", "way", "Way in", id="people.way", tooltip="The next stage; how they came in"),
        Binding("f", "filter", "Filter", id="people.filter", tooltip="Narrow the list by a word"),
        Binding("g", "group", "Add group", id="people.group", tooltip="Several in one mentorship"),
        Binding(
            "p", "pause", "Pause", show=False, id="people.pause",
            tooltip="Let a mentorship rest, or go on with it",
        ),
        Binding("escape", "everybody", "Everybody", id="people.all", tooltip="No filter any more"),
    ]  # fmt: skip

    page: Sequence[PersonLine] = ()
    loads: "Sequence[Load]" = ()
    ways: "Mapping[str, IntakeLine]" = MappingProxyType({})

    def compose(self) -> ComposeResult:
        """A headline, the filter when it is asked for, the list, the keys."""
        yield Line(id="headline")
        yield Entry(placeholder="a name, a programme, a status", id="filter")
        yield Rows(NOBODY, id="people")
        yield Keys()

    def on_mount(self) -> None:
        """The list has the keys; the filter is out of the way until it is asked for."""
        self.query_one(Entry).display = False
        self.query_one(Rows).focus()

    def refresh_page(self) -> None:
        """Read everybody."""
        self.page = self.desk.pages.people()
        self.loads = self.desk.intake.loads()
        waiting = any(person.status == "intake" for person in self.page)
        self.ways = {one.address: one for one in self.desk.intake.list()} if waiting else {}
        self.present()

    def present(self) -> None:
        """Draw who has the typed words."""
        typed = self.query_one(Entry).value
        shown = len(matching(self.page, typed))
        self.query_one("#headline", Line).row = people_headline(
            self.page, shown, typed, self.loads, shared=self.desk.is_shared
        )
        self.query_one(Rows).rows = people_rows(self.page, typed, self.look(), self.ways)

    def who(self) -> str:
        """Whoever the cursor is on."""
        row = self.query_one(Rows).current
        return row.ref if row else ""

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open their page."""
        self.mentor_app.open_mentee(self.who())

    def action_group(self) -> None:
        """Begin a group, and go on to its page."""
        from mentordesk.tui.dialogs.group import AddGroup

        self.app.push_screen(AddGroup(self.desk), self._begun)

    def _begun(self, relation: "Relation | None") -> None:
        if relation:
            self.mentor_app.open_mentee(relation.address, "group")

    def action_take_in(self) -> None:
        """Somebody may become a mentee."""
        from mentordesk.tui.dialogs.intake import AddIntake

        self.app.push_screen(AddIntake(self.desk), self._taken_in)

    def _taken_in(self, relation: "Relation | None") -> None:
        if relation:
            self.mentor_app.open_intake(relation.address)

    def action_way(self) -> None:
        """The next stage of who is on the way in is reached; of others, how they came in."""
        if address := self._meant():
            if address not in self.ways:
                self.open_way(address)
                return
            from mentordesk.tui.dialogs.intake import Advance

            dialog = Advance(self.desk, self.desk.intake.show(address))
            self.app.push_screen(dialog, self._advanced)

    def _advanced(self, relation: "Relation | None") -> None:
        if relation:
            self.say_load(relation.address)

    def action_filter(self) -> None:
        """Type a word to narrow the list by."""
        self.query_one(Entry).display = True
        self.query_one(Entry).focus()

    def on_input_changed(self) -> None:
        """Narrow the list with every key."""
        self.present()

    def on_input_submitted(self) -> None:
        """Back to the list, which stays narrowed while a word stands there."""
        entry = self.query_one(Entry)
        entry.display = bool(entry.value.strip())
        self.query_one(Rows).focus()

    def action_everybody(self) -> None:
        """No filter any more."""
        self.query_one(Entry).value = ""
        self.on_input_submitted()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is the filter's only while there is one."""
        if action == "everybody":
            return self.is_mounted and bool(self.query_one(Entry).display)
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Let a mentorship rest, or go on with it; everything stays."""
        if address := self._meant():
            found = self.desk.people.find(address)
            if found.mentorship.status == "paused":
                resume = partial(self.desk.people.resume, address)
                self.attempt(resume, f"{found.mentee.name} goes on. u takes it back.")
                self.say_load(address)
            else:
                pause = partial(self.desk.people.pause, address)
                self.attempt(pause, f"{found.mentee.name} is paused. u takes it back.")
