"""The progress log: where somebody was when, and that it was looked at before a call."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.past import past_day
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import Snapshot
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.text import clean, one_line
from mentordesk.store import learning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Progress:
    """The verbs about how far somebody is."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[Snapshot]:
        """The log of somebody, newest first; days on which it was only looked at are in it."""
        found = self.desk.people.find(who)
        return learning.snapshots(self.desk.store, found.mentorship.id)

    def add(
        self,
        who: str,
        section: str = "",
        percent: int | None = None,
        *,
        well: str = "",
        hard: str = "",
        text: str = "",
        link: str = "",
        day: date | None = None,
        readers: Audience = ME,
    ) -> Snapshot:
        """Write down where somebody is: section, percent, what they managed, what is hard.

        Raises Refusal when there is nothing to write, or the percent is none.
        """
        found = self.desk.people.find(who)
        if percent is not None and not 0 <= percent <= 100:
            raise Refusal(f"{percent} is no percentage. Give 0 to 100.")
        words = {
            "section": one_line(section),
            "well": one_line(well),
            "hard": one_line(hard),
            "text": clean(text).strip(),
            "link": one_line(link),
        }
        if percent is None and not any(words.values()):
            raise Refusal(
                "Say where they are.", shell="mentordesk progress add ada 'section 4' --percent 40"
            )
        row = {**words, "percent": percent, "readers": stored(readers)}
        return self._write(found, f"progress of {found.mentee.name}", row, day)

    def seen(self, who: str, link: str = "") -> Snapshot:
        """Note that the log was opened today, once a day; a link is remembered as its page."""
        found = self.desk.people.find(who)
        log = learning.snapshots(self.desk.store, found.mentorship.id)
        today = self.desk.today()
        if log and log[0].day == today and one_line(link) in ("", log[0].link):
            return log[0]
        words = dict.fromkeys(("section", "well", "hard", "text"), "")
        row: dict[str, str | int | None] = {
            **words,
            "link": one_line(link),
            "percent": None,
            "readers": stored(ME),
        }
        return self._write(found, f"looked at the progress of {found.mentee.name}", row, None)

    def page_of(self, who: str) -> str:
        """The address of the progress log: as given last, else the playbook's; '' for none.

        The playbook's is the first of its links whose name speaks of progress.
        """
        own = next((one.link for one in self.list(who) if one.link), "")
        links = self.desk.playbooks.of(self.desk.people.find(who).mentorship.id).links
        named = (link for name, link in links.items() if "progress" in name.casefold())
        return own or next(named, "")

    def _write(
        self,
        found: Relation,
        label: str,
        row: dict[str, str | int | None],
        day: date | None,
    ) -> Snapshot:
        desk, made = self.desk, self.desk.new_id()
        when = past_day(desk, day, "Progress is what has been.")
        own = {"id": made, "mentorship_id": found.mentorship.id, "day": when.isoformat()}
        with desk.writing(label) as store:
            store.insert("progress", {**own, **row})
        desk.tell("progress", made)
        log = learning.snapshots(desk.store, found.mentorship.id)
        return next(one for one in log if one.id == made)
