"""Agreeing on how contact is kept: by which way, when, how often, and about what not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from mentordesk.domain import contact_words as said_of
from mentordesk.domain.contact import Policy, checked
from mentordesk.domain.text import city
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation


class AgreeContact(Dialog[Policy]):
    """Every line may stay empty; it is echoed in words, on both clocks."""

    def __init__(self, desk: "Desk", relation: "Relation") -> None:
        super().__init__(f"Contact with {relation.mentee.name}")
        self.desk, self.relation = desk, relation
        zone = desk.zone_of(relation.mentee.zone or desk.zone)
        self.known = desk.contact.policy(relation.address) or Policy(tz=zone)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Ways, days, hours, how often, what not."""
        known = self.known
        hours = f"{known.since:%H:%M}-{known.until:%H:%M}" if known.since and known.until else ""
        days = said_of.day_words(known.days).replace("–", "-").lower()
        yield "By", Entry(", ".join(known.channels), "slack, mail; the best first", id="channels")
        yield "Days", Entry(days, "mon-fri; empty: every day", id="days")
        yield "Hours", Entry(hours, "9-18 on their clock; empty: any", id="hours")
        most = f"{known.a_week}/week" if known.a_week else ""
        yield "At most", Entry(most, "3/week; empty: no limit", id="most")
        topics = ", ".join(known.off_limits)
        yield "Not about", Entry(topics, "employer, health; may stay empty", id="topics")

    def _changes(self) -> dict[str, Any]:
        from mentordesk.dates import hours as reading

        since, until = reading.read_hours(self.value("hours")) or (None, None)
        return {
            "channels": (self.value("channels"),),
            "days": reading.read_days(self.value("days")),
            "since": since,
            "until": until,
            "a_week": reading.read_often(self.value("most")),
            "off_limits": (self.value("topics"),),
        }

    def echo(self) -> str:
        """What will hold, on both clocks, and that it only ever warns."""
        policy = checked(self.known._replace(**self._changes()))
        contact = said_of.contact_words(policy, city(str(policy.tz)))
        mine = said_of.both_clocks(policy, self.desk.tz, self.desk.today())
        rest = " · ".join(part for part in (mine, said_of.topic_words(policy)) if part)
        words = "\n".join(part for part in (contact, rest) if part)
        return f"{words or 'Anything goes.'}\nYou are told of what lies outside, never stopped."

    def save(self) -> Policy:
        """Agree on it."""
        return self.desk.contact.agree(self.relation.address, **self._changes())
