"""Workshops: what there is to prepare before one, and to learn from it afterwards."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import Workshop
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import offers as rows
from mentordesk.store.people import relations

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Workshops:
    """The verbs about coaching at workshops."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        title: str,
        day: date,
        *,
        wall_time: time | None = None,
        playbook: str = "",
        role: str = "",
        link: str = "",
        prep: int = 0,
        early: int = 0,
    ) -> Workshop:
        """Note a workshop; how long to prepare, and from when on, is the playbook's unless said.

        Raises Refusal without a name, or for a day that is over.
        """
        desk = self.desk
        programme = desk.playbooks.find(playbook or desk.default_playbook)
        if not one_line(title):
            raise Refusal(
                "A workshop needs a name.", shell="mentordesk workshop add 'sat' 'Pandas'"
            )
        if day < desk.today():
            raise Refusal("That day is over. Give one that is still to come.")
        if not (0 <= prep <= 6000 and 0 <= early <= 600):
            raise Refusal("Give at most 100 hours to prepare, and 10 to be there early.")
        with desk.writing(f"workshop {clip(title, 40)}"):
            made = desk.insert(
                "workshop",
                playbook=programme.slug,
                title=one_line(title),
                day=day.isoformat(),
                wall_time=wall_time.isoformat("minutes") if wall_time else "",
                role=one_line(role),
                link=one_line(link),
                text="",
                state="planned",
                prep_minutes=prep or programme.workshop_prep_minutes,
                prep_days=programme.workshop_prep_days,
                prepared=0,
                early=early,
                readers=ME,
            )
        desk.tell("offers", made)
        return self.show(made)

    def list(self, every: bool = False) -> Sequence[Workshop]:
        """Workshops to come and to look back on, by day; `every` has those that are over, too."""
        return rows.workshops(self.desk.store, "1" if every else "state = 'planned'")

    def show(self, prefix: str) -> Workshop:
        """One workshop by the beginning of its id."""
        row = one_row(self.desk.store, "workshop", prefix, "title")
        return rows.workshops(self.desk.store, "id = ?", row["id"])[0]

    def prep(self, prefix: str, minutes: int, who: str = "") -> tuple[Workshop, str]:
        """Note so many more minutes of preparation, and in whose time they count, '' for nobody's.

        That is `who`, or the only mentorship active under its programme. Raises Refusal for no
        length, or once it is over.
        """
        one = self._planned(prefix)
        whose = self.desk.people.find(who) if who else self._only(one.playbook)
        if not 1 <= minutes <= 24 * 60:
            raise Refusal(f"{minutes} minutes are no stretch of time. Give 1 to 1440.")
        with self.desk.writing(f"prepare {clip(one.title, 40)}") as store:
            store.update("workshop", one.id, prepared=one.prepared + minutes)
            if whose:
                start = self.desk.now() - timedelta(minutes=minutes)
                self.desk.words.spend(whose, "workshop", start, minutes, note=one.title)
        return self._done(one.id), whose.mentee.name if whose else ""

    def _only(self, playbook: str) -> Relation | None:
        """Who is active under a programme, if that is one person or one group."""
        active = {
            one.mentorship.id: one
            for one in relations(self.desk.store)
            if one.mentorship.status == "active" and one.mentorship.playbook == playbook
        }
        return self.desk.people.by_mentorship(*active) if len(active) == 1 else None

    def questions(self, prefix: str) -> Sequence[str]:
        """What the playbook asks after a workshop."""
        return self.desk.playbooks.find(self.show(prefix).playbook).workshop_debrief

    def debrief(self, prefix: str, text: str) -> Workshop:
        """Note what there is to learn from it; that settles it.

        Raises Refusal before its day, or without words.
        """
        one = self._planned(prefix)
        if one.day > self.desk.today():
            raise Refusal(f"{one.title} is still to come. Debrief it when it is over.")
        if not one_line(text):
            raise Refusal("Say in a few words what there is to learn from it.")
        with self.desk.writing(f"debrief {clip(one.title, 40)}") as store:
            store.update("workshop", one.id, text=text.strip(), state="held")
        return self._done(one.id)

    def drop(self, prefix: str) -> Workshop:
        """It does not take place, or without you."""
        one = self._planned(prefix)
        with self.desk.writing(f"drop {clip(one.title, 40)}") as store:
            store.update("workshop", one.id, state="dropped")
        return self._done(one.id)

    def _planned(self, prefix: str) -> Workshop:
        one = self.show(prefix)
        if one.state != "planned":
            raise Refusal(f"{one.title} is {one.state} already. Take that back with: undo")
        return one

    def _done(self, row_id: str) -> Workshop:
        self.desk.tell("offers", row_id)
        return self.show(row_id)
