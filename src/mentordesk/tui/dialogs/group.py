"""Beginning a group, and changing what it is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.groups import MODES, GroupPage
from mentordesk.domain.people import Relation
from mentordesk.domain.text import one_line, slug
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_MODES = [("", "not said"), *((mode, mode) for mode in MODES)]


class AddGroup(Dialog[Relation]):
    """Returns the group that began; only its name is needed."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Begin a group")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Name first; the programme is the one that has groups."""
        programmes = [
            (e.slug, one_line(e.title)) for e in self.desk.playbooks.list() if not e.problem
        ]
        yield "Name", Entry(placeholder="Git crew", id="name")
        yield "Programme", Choice(programmes, self.desk.groups.usual().slug, id="playbook")
        yield "Members", Entry(placeholder="Chi Ng, Dan Oz; may come later", id="members")
        yield "Outcome", Entry(placeholder="what you work towards; may stay empty", id="outcome")
        yield "Tool", Entry(placeholder="may stay empty", id="tool")

    def echo(self) -> str:
        """The handle, and how many there would be."""
        handle, count = slug(self.value("name")), len(self._members())
        playbook = self.desk.playbooks.find(self.query_one("#playbook", Choice).value)
        most = playbook.group_most
        called = f"You can call it {handle}." if handle else "A name is enough."
        over = f" {playbook.title} has {most} members at most." if most and count > most else ""
        return called + over

    def on_choice_changed(self) -> None:
        """Another programme has another size."""
        self.understand()

    def _members(self) -> list[str]:
        return [name.strip() for name in self.value("members").split(",") if name.strip()]

    def save(self) -> Relation:
        """Begin it."""
        return self.desk.groups.add(
            self.value("name"),
            playbook=self.query_one("#playbook", Choice).value,
            members=self._members(),
            outcome=self.value("outcome"),
            tool=self.value("tool"),
        )


class EditGroup(Dialog[Relation]):
    """Opens with what is known; returns the changed relation."""

    def __init__(self, desk: "Desk", page: GroupPage) -> None:
        super().__init__(f"What {page.relation.mentee.name} is")
        self.desk, self.page = desk, page
        mentee = page.relation.mentee
        self.was = {
            "name": mentee.name, "handle": mentee.handle, "outcome": page.outcome,
            "tool": page.tool, "mode": page.mode,
        }  # fmt: skip

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Everything but members and outline, which have keys of their own."""
        yield "Name", Entry(self.was["name"], id="name")
        yield "Handle", Entry(self.was["handle"], id="handle")
        yield "Outcome", Entry(self.was["outcome"], id="outcome")
        yield "Tool", Entry(self.was["tool"], id="tool")
        yield "Meets", Choice(_MODES, self.was["mode"], id="mode")

    def echo(self) -> str:
        """Which tools the programme has."""
        tools = ", ".join(self.page.playbook.group_tools)
        return f"Tools of {self.page.playbook.title}: {tools}." if tools else ""

    def save(self) -> Relation:
        """Store what was changed."""
        now = {field: self.value(field) for field in self.was if field != "mode"}
        now["mode"] = self.query_one("#mode", Choice).value
        changed = {field: said for field, said in now.items() if said != self.was[field]}
        return self.desk.groups.edit(self.page.relation.mentee.handle, **changed)
