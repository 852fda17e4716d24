"""Introductions: whom to bring together, whether both want it, and what came of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_day
from mentordesk.domain.doors import SIDES, Meant, unasked
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.text import one_line
from mentordesk.store import doors, people
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Introductions:
    """The verbs about people who could know each other."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        person: str,
        *,
        contact: str = "",
        about: str = "",
        readers: Audience = ME,
    ) -> Meant:
        """Write down whom to bring a mentee together with. Raises Refusal for nobody."""
        desk, found = self.desk, self.desk.people.find(who)
        if not one_line(person):
            raise Refusal("Say whom: mentordesk introduction add ada 'Grace Hopper' --about robots")
        with desk.writing(f"an introduction for {found.mentee.name}"):
            made = desk.insert(
                "introduction",
                mentorship_id=found.mentorship.id,
                person=one_line(person),
                contact=one_line(contact),
                text=one_line(about),
                state="open",
                mentee_agreed_on=None,
                other_agreed_on=None,
                made_on=None,
                outcome="",
                readers=readers,
                about_id=found.about,
            )
        return self._done(made)

    def list(self, who: str = "", every: bool = False) -> Sequence[Meant]:
        """Introductions to make and made, of one mentee or of all; `every` has those over, too."""
        desk = self.desk
        wanted = ["1" if every else "state IN ('open', 'made')"]
        values = [desk.people.find(who).mentorship.id] if who else []
        wanted += ["mentorship_id = ?"] * bool(who)
        whose = people.whose(desk.store).__getitem__
        return doors.introductions(desk.store, whose, " AND ".join(wanted), *values)

    def show(self, prefix: str) -> Meant:
        """One introduction by the beginning of its id."""
        row, whose = self._row(prefix), self.desk.people.by_mentorship
        return doors.introductions(self.desk.store, whose, "id = ?", row["id"])[0]

    def agreed(self, prefix: str, side: str, on: date | None = None) -> Meant:
        """Note that one side, `mentee` or `other`, said yes, and when.

        A yes may come after they were brought together. Raises Refusal for another side, or once
        it is closed or dropped.
        """
        if side not in SIDES:
            raise Refusal(f"“{side[:20]}” is no side of it. Say mentee or other.")
        row = self._row(prefix)
        if row["state"] != "made":
            row = self._open(prefix)
        with self.desk.writing(f"{side} agrees to meet {row['person']}") as store:
            store.update("introduction", row["id"], **{f"{side}_agreed_on": self._day(on)})
        return self._done(row["id"])

    def made(self, prefix: str, on: date | None = None) -> tuple[Meant, str]:
        """Note that they were brought together; a sentence about who had not agreed, or ''."""
        row = self._open(prefix)
        meant = self.show(row["id"])
        with self.desk.writing(f"introduce {row['person']}") as store:
            store.update("introduction", row["id"], state="made", made_on=self._day(on))
        return self._done(row["id"]), unasked(meant.introduction, meant.name)

    def outcome(self, prefix: str, text: str) -> Meant:
        """Note what came of it, which closes it.

        Raises Refusal before it is made, or without words.
        """
        row = self._row(prefix)
        if row["state"] == "open":
            raise Refusal(
                f"{row['person']} has not been introduced yet. When it is done:"
                f" mentordesk introduction made {row['id'][:8]}"
            )
        if not one_line(text):
            raise Refusal("Say in a few words what came of it.")
        with self.desk.writing(f"outcome: {row['person']}") as store:
            store.update("introduction", row["id"], state="closed", outcome=one_line(text))
        return self._done(row["id"])

    def drop(self, prefix: str) -> Meant:
        """Let it go; it stays in the history."""
        row = self._open(prefix)
        with self.desk.writing(f"no introduction to {row['person']}") as store:
            store.update("introduction", row["id"], state="dropped")
        return self._done(row["id"])

    def _row(self, prefix: str) -> Row:
        return one_row(self.desk.store, "introduction", prefix, "person")

    def _open(self, prefix: str) -> Row:
        row = self._row(prefix)
        if row["state"] != "open":
            raise Refusal(
                f"The introduction to {row['person']} is {row['state']} already."
                " Take that back with: mentordesk undo"
            )
        return row

    def _day(self, on: date | None) -> str:
        return past_day(self.desk, on).isoformat()

    def _done(self, row_id: str) -> Meant:
        self.desk.tell("introduction", row_id)
        return self.show(row_id)
