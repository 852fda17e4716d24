"""Lists to tick: what the programme wants looked at, for one mentorship at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.checking import MENTORS, Item, Listed, chosen, occasion, standing
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import intake as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Checklists:
    """The verbs about checklists; the mentor's own are among the duties."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> Sequence[Listed]:
        """The programme's lists in its order, each with its items as they stand today.

        A list for every meeting begins anew each week (ISO 8601); the others are ticked once.
        None on a shared screen, where hidden ticks would be there as missing ones.
        """
        if self.desk.is_shared:
            return []
        return self._lists(self.desk.people.find(who))

    def tick(self, who: str, key: str, item: str | int, text: str = "") -> Item:
        """Tick an item, by its number or by words that only it has, with a word on it.

        Raises Refusal for a list or an item that is not there, or is ticked already.
        """
        found = self.desk.people.find(who)
        listed, one = self._item(found, key, item)
        if one.ticked_on:
            raise Refusal(f"“{one.text}” is ticked already. Take it off with: checklist untick")
        day = self.desk.today()
        with self.desk.writing(f"tick: {clip(one.text, 40)}"):
            self.desk.insert(
                "checklist_tick",
                mentorship_id=found.mentorship.id,
                checklist=listed.key,
                item=one.text,
                occasion=listed.occasion,
                day=day.isoformat(),
                text=one_line(text),
                readers=ME,
            )
        self.desk.tell("checklist", found.mentorship.id)
        return one._replace(ticked_on=day, said=one_line(text))

    def untick(self, who: str, key: str, item: str | int) -> Item:
        """Take a tick off again. Raises Refusal when there is none."""
        found = self.desk.people.find(who)
        listed, one = self._item(found, key, item)
        row = rows.tick_id(
            self.desk.store, found.mentorship.id, listed.key, one.text, listed.occasion
        )
        if not row:
            raise Refusal(f"“{one.text}” is not ticked.")
        with self.desk.writing(f"untick: {clip(one.text, 40)}") as store:
            store.delete("checklist_tick", row)
        self.desk.tell("checklist", found.mentorship.id)
        return one._replace(ticked_on=None, said="")

    def _lists(self, found: Relation) -> list[Listed]:
        playbook, today = self.desk.playbooks.of(found.mentorship.id), self.desk.today()
        ticks = rows.ticks(self.desk.store, found.mentorship.id)
        return [
            standing(one, time, ticks.get((one.key, time), ()))
            for one in playbook.checklists
            if one.when != MENTORS
            for time in (occasion(one, today),)
        ]

    def _item(self, found: Relation, key: str, item: str | int) -> tuple[Listed, Item]:
        every = self._lists(found)
        listed = next((one for one in every if one.key == key.strip().casefold()), None)
        if listed is None:
            known = ", ".join(one.key for one in every) or "none"
            raise Refusal(f"There is no checklist “{clip(key, 30)}” here. There are: {known}.")
        return listed, chosen(listed, item)
