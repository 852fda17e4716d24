"""Opportunities: what is watched out for, spotted, offered, and what came of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_day
from mentordesk.domain.doors import Opening, after
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import doors, people
from mentordesk.store.plans import opportunity

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Opportunities:
    """The verbs of sponsorship; the desk offers nothing to anybody by itself."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        text: str,
        *,
        due: date | None = None,
        source: str = "",
        watch: bool = False,
        readers: Audience = ME,
    ) -> Opening:
        """Write down what was spotted for somebody, or (`watch`) what to keep an eye out for.

        A day at the end of the words (`a grant by 12 dec`) is until when it can be taken, unless
        `due` says so. Raises Refusal without words.
        """
        from mentordesk.dates.due import due_at_end  # only typed words need it

        desk, found = self.desk, self.desk.people.find(who)
        if not one_line(text):
            raise Refusal(
                "An opportunity needs words.",
                shell=f"mentordesk opportunity add {found.mentee.handle}"
                " 'a grant for the conference' --due '12 dec'",
            )
        if due is None:
            text, due = due_at_end(one_line(text), desk.today())
        with desk.writing(f"an opportunity for {found.mentee.name}"):
            made = desk.insert(
                "opportunity",
                mentorship_id=found.mentorship.id,
                about_id=found.about,
                session_id=None,
                text=one_line(text),
                state="watching" if watch else "spotted",
                due=due.isoformat() if due else None,
                origin=one_line(source),
                readers=readers,
            )
        desk.tell("opportunity", made)
        return self.show(made)

    def list(self, who: str = "", every: bool = False) -> Sequence[Opening]:
        """What is under way for one mentee or for all; `every` has what is over, too."""
        desk = self.desk
        wanted = ["1" if every else doors.under_way()]
        values = [desk.people.find(who).mentorship.id] if who else []
        wanted += ["mentorship_id = ?"] * bool(who)
        whose = people.whose(desk.store).__getitem__
        return doors.openings(desk.store, whose, desk.tz, " AND ".join(wanted), *values)

    def show(self, prefix: str) -> Opening:
        """One opportunity with everything that became of it, by the beginning of its id."""
        desk = self.desk
        row = one_row(desk.store, "opportunity", prefix)
        whose = desk.people.by_mentorship
        return doors.openings(desk.store, whose, desk.tz, "id = ?", row["id"])[0]

    def move(
        self,
        prefix: str,
        verb: str,
        text: str = "",
        *,
        on: date | None = None,
        readers: Audience | None = None,
    ) -> Opening:
        """Take it a step on: spot, offer, take, decline, result or close.

        `on` is the day of the step, today unless said; `readers` (when it is offered to them, say)
        are who may read it from then on. Raises Refusal for a step out of turn, with the next
        sensible one, and for a day to come.
        """
        desk = self.desk
        row = one_row(desk.store, "opportunity", prefix)
        state = after(opportunity(row), verb)
        day = past_day(desk, on)
        seen = row["readers"] if readers is None else stored(readers)
        with desk.writing(f"{state}: {clip(row['text'], 40)}") as store:
            store.update("opportunity", row["id"], state=state, readers=seen)
            store.insert(
                "opportunity_step",
                {
                    "id": desk.new_id(),
                    "opportunity_id": row["id"],
                    "state": state,
                    "day": day.isoformat(),
                    "text": one_line(text),
                    "readers": seen,
                },
            )
        desk.tell("opportunity", row["id"])
        return self.show(row["id"])

    def edit(
        self,
        prefix: str,
        *,
        text: str | None = None,
        due: date | None = None,
        source: str | None = None,
    ) -> Opening:
        """Change its words, its deadline or where it is from; what is None stays.

        Raises Refusal when no word is left.
        """
        desk = self.desk
        row = one_row(desk.store, "opportunity", prefix)
        words = {"text": text, "origin": source}
        changes = {name: one_line(said) for name, said in words.items() if said is not None}
        if changes.get("text") == "":
            raise Refusal("An opportunity needs words. What will never come is closed instead.")
        if due:
            changes["due"] = due.isoformat()
        with desk.writing(f"edit the opportunity {clip(row['text'], 40)}") as store:
            store.update("opportunity", row["id"], **changes)
        desk.tell("opportunity", row["id"])
        return self.show(row["id"])
