"""Labs and projects that are looked at together, live, in place of grades."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import Lab
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.store import calls, learning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Labs:
    """The verbs about labs."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[Lab]:
        """Labs that wait to be looked at, oldest first, then the others, newest first."""
        found = self.desk.people.find(who)
        return learning.labs(self.desk.store, found.mentorship.id)

    def add(self, who: str, title: str, link: str = "", readers: Audience = ME) -> Lab:
        """Put a lab or a project on the list of what to look at together.

        Raises Refusal without a name.
        """
        desk = self.desk
        found = desk.people.find(who)
        if not one_line(title):
            raise Refusal("A lab needs a name.", shell="mentordesk lab add ada 'lab 7'")
        with desk.writing(f"lab: {clip(title, 40)}"):
            made = desk.insert(
                "lab",
                mentorship_id=found.mentorship.id,
                session_id=None,
                title=one_line(title),
                link=one_line(link),
                state="open",
                day=desk.today().isoformat(),
                reviewed_on=None,
                text="",
                follow_up="",
                readers=readers,
            )
        desk.tell("lab", made)
        return self._one(made)

    def reviewed(self, prefix: str, text: str = "", follow_up: str = "") -> Lab:
        """Note that a lab was talked over, what was said, and what follows from it.

        What follows becomes a promise of the mentee. Said again, it adds to what was said before.
        """
        desk = self.desk
        row = one_row(desk.store, "lab", prefix, "title")
        found = desk.people.by_mentorship(row["mentorship_id"])
        running = calls.running(desk.store, row["mentorship_id"])
        session = running.id if running else row["session_id"]
        said = "\n".join(part for part in (row["text"], clean(text).strip()) if part)
        todo = one_line(follow_up)
        with desk.writing(f"looked at {clip(row['title'], 40)}") as store:
            store.update(
                "lab",
                row["id"],
                state="reviewed",
                reviewed_on=desk.today().isoformat(),
                session_id=session,
                text=said,
                follow_up="\n".join(part for part in (row["follow_up"], todo) if part),
            )
            if todo:
                desk.promises.insert(found, todo, "mentee", None, session_id=session or "")
        desk.tell("lab", row["id"])
        return self._one(row["id"])

    def _one(self, lab_id: str) -> Lab:
        row = self.desk.store.row("SELECT * FROM lab WHERE id = ?", lab_id)
        assert row
        return learning.lab(row)
