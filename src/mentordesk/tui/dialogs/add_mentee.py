"""Welcoming a mentee: only a name is needed, everything else may come later."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.text import one_line, slug
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class AddMentee(Dialog[Relation]):
    """Returns the relation that began."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Add a mentee")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Name first; the programme is the mentor's usual one."""
        programmes = [
            (e.slug, one_line(e.title)) for e in self.desk.playbooks.list() if not e.problem
        ]
        yield "Name", Entry(placeholder="Ada Obi", id="name")
        yield "Programme", Choice(programmes, self.desk.default_playbook, id="playbook")
        yield "Time zone", Entry(placeholder="Africa/Lagos; empty: like yours", id="zone")
        yield "Mail", Entry(placeholder="may stay empty", id="email")
        yield "Pronouns", Entry(placeholder="she/her; may stay empty", id="pronouns")
        yield "Handle", Entry(placeholder="short, for typing; made from the name", id="handle")

    def echo(self) -> str:
        """The handle, and what time it is in the zone. Raises Refusal with near names of zones."""
        handle = self.value("handle") or slug(self.value("name")).partition("-")[0]
        parts = [f"You can call them {handle}." if handle else "A name is enough."]
        if zone := self.value("zone"):
            there = self.desk.now().astimezone(self.desk.zone_of(zone))
            parts.append(f"It is {there:%a %H:%M} there now.")
        load = self.desk.intake.load(self.query_one(Choice).value)
        parts.append(load._replace(active=load.active + 1).warning())
        return " ".join(parts).strip()

    def on_choice_changed(self) -> None:
        """Another programme may have enough already."""
        self.understand()

    def save(self) -> Relation:
        """Welcome them."""
        return self.desk.people.add(
            self.value("name"),
            handle=self.value("handle"),
            playbook=self.query_one(Choice).value,
            zone=self.value("zone"),
            email=self.value("email"),
            pronouns=self.value("pronouns"),
        )
