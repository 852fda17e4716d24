"""Changing what is known of a mentee."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_FIELDS = {
    "name": "Name", "handle": "Handle", "zone": "Time zone", "email": "Mail",
    "pronouns": "Pronouns", "location": "Lives in", "contact": "Contact",
}  # fmt: skip


class EditMentee(Dialog[Relation]):
    """Opens with what is known; returns the changed relation."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"What you know of {relation.mentee.name}")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Every field of a mentee."""
        for field, label in _FIELDS.items():
            yield label, Entry(getattr(self.relation.mentee, field), id=field)

    def echo(self) -> str:
        """What time it is in the zone. Raises Refusal with near names of zones."""
        zone = self.value("zone")
        if not zone:
            return "Without a zone, only your own clock is shown."
        return f"It is {self.desk.now().astimezone(self.desk.zone_of(zone)):%a %H:%M} there now."

    def save(self) -> Relation:
        """Store what was changed."""
        changed = {
            field: self.value(field)
            for field in _FIELDS
            if self.value(field) != getattr(self.relation.mentee, field)
        }
        return self.desk.people.edit(self.relation.address, **changed)
