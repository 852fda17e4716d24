"""Targets with a horizon."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.plans import HORIZONS, Goal
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import plans

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Goals:
    """The verbs about goals."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        text: str,
        horizon: str = "90",
        due: date | None = None,
        measure: str = "",
        readers: Audience = FOR_MENTEE,
    ) -> Goal:
        """Set a goal; one of 30, 60 or 90 days is due that many days from today unless said."""
        desk = self.desk
        found = desk.people.find(who)
        if not one_line(text):
            raise Refusal(
                "A goal needs words. Try: mentordesk goal add ada 'first talk' --horizon 90"
            )
        if horizon not in HORIZONS:
            raise Refusal(f"“{horizon[:20]}” is no horizon. Use {', '.join(HORIZONS)}.")
        day = due or (desk.today() + timedelta(days=int(horizon)) if horizon.isdigit() else None)
        goal_id = desk.new_id()
        with desk.writing(f"set a goal for {found.mentee.name}") as store:
            store.insert(
                "goal",
                {
                    "id": goal_id,
                    "mentorship_id": found.mentorship.id,
                    "horizon": horizon,
                    "text": one_line(text),
                    "measure": one_line(measure),
                    "due": day.isoformat() if day else None,
                    "state": "open",
                    "done_on": None,
                    "readers": stored(readers),
                },
            )
        desk.tell("goal", goal_id)
        return next(g for g in plans.goals(desk.store, found.mentorship.id) if g.id == goal_id)

    def list(self, who: str) -> Sequence[Goal]:
        """A mentee's goals, open ones first."""
        found = self.desk.people.find(who)
        return plans.goals(self.desk.store, found.mentorship.id)

    def done(self, prefix: str) -> str:
        """Mark a goal as met and return its words."""
        return self._settle(prefix, "met")

    def drop(self, prefix: str) -> str:
        """Give a goal up, keeping it in the history, and return its words."""
        return self._settle(prefix, "dropped")

    def _settle(self, prefix: str, state: str) -> str:
        from mentordesk.desk.ids import one_row

        row = one_row(self.desk.store, "goal", prefix)
        with self.desk.writing(f"{state}: {clip(row['text'], 40)}") as store:
            store.update("goal", row["id"], state=state, done_on=self.desk.today().isoformat())
        self.desk.tell("goal", row["id"])
        return str(row["text"])
