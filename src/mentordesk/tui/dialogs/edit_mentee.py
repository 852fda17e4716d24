"""Changing what is known of a mentee."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import CALENDARS, Relation
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_FIELDS = {
    "name": "Name", "handle": "Handle", "zone": "Time zone", "email": "Mail",
    "pronouns": "Pronouns", "location": "Lives in", "contact": "Contact",
}  # fmt: skip


CALENDAR_NAMES = {
    "google": "Google", "outlook": "Outlook", "apple": "Apple", "nextcloud": "Nextcloud",
    "other": "another one, or not known",
}  # fmt: skip
WANTS = {
    "nextcloud": "Nextcloud is sent the whole slot each time.",
    "outlook": "Dates that Outlook would show at another hour are sent by themselves.",
}
"""How a calendar is told of changes, where it is not like the others."""


class EditMentee(Dialog[Relation]):
    """Opens with what is known; returns the changed relation."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"What you know of {relation.mentee.name}")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Every field of a mentee."""
        for field, label in _FIELDS.items():
            yield label, Entry(getattr(self.relation.mentee, field), id=field)
        known = [(one, CALENDAR_NAMES[one]) for one in CALENDARS]
        yield "Calendar", Choice(known, self.relation.mentee.calendar, id="calendar")

    def echo(self) -> str:
        """What time it is in the zone. Raises Refusal with near names of zones."""
        zone, wants = self.value("zone"), WANTS.get(self.query_one("#calendar", Choice).value, "")
        if not zone:
            said = "Without a zone, only your own clock is shown."
        else:
            there = self.desk.now().astimezone(self.desk.zone_of(zone))
            said = f"It is {there:%a %H:%M} there now."
        return " ".join(part for part in (said, wants) if part)

    def on_choice_changed(self) -> None:
        """Say how that calendar is told of changes."""
        self.understand()

    def save(self) -> Relation:
        """Store what was changed."""
        typed = {field: self.value(field) for field in _FIELDS}
        typed["calendar"] = self.query_one("#calendar", Choice).value
        mentee = self.relation.mentee
        changed = {
            field: value for field, value in typed.items() if value != getattr(mentee, field)
        }
        return self.desk.people.edit(self.relation.address, **changed)
