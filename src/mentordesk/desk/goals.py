"""Targets with a horizon, in sets that follow each other, each with what became of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.goal_details import GoalDetails
from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.planning import GoalSet, goal_sets, horizons
from mentordesk.domain.plans import Goal
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import plans

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

RESTS = ("stay", "carry", "unmet", "drop")
"""What can become of the open goals of earlier sets when a new one is set."""


class Goals(GoalDetails):
    """The verbs about goals."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        text: str,
        horizon: str = "",
        due: date | None = None,
        measure: str = "",
        readers: Audience = FOR_MENTEE,
        kind: str = "",
    ) -> Goal:
        """Set a goal, for the farthest horizon in days unless said; one in days joins the set.

        Its day is so many days from today unless said. When all of the newest set is settled, it
        begins the next. Raises Refusal without words or for a horizon the playbook has not.
        """
        found = self.desk.people.find(who)
        with self.desk.writing(f"set a goal for {found.mentee.name}"):
            made = self._insert(found, text, horizon, due, measure, readers, kind)
        self.desk.tell("goal", made)
        return self._goal(made)

    def renew(self, who: str, aims: Sequence[tuple[str, str]], rest: str = "stay") -> GoalSet:
        """Set the next targets, as (horizon, words); the earlier set stays with its outcomes.

        `rest` says what becomes of the earlier ones that are still open: they stay open,
        are carried over, were not met, or are dropped. What is set on one day is one set.
        Raises Refusal without a target, or for another word.
        """
        found = self.desk.people.find(who)
        if rest not in RESTS:
            raise Refusal(f"“{rest[:20]}” says nothing of open goals. Use {', '.join(RESTS)}.")
        if not any(one_line(text) for _, text in aims):
            raise Refusal(
                "A set needs a target.", shell="mentordesk goal set ada --30 'first talk'"
            )
        with self.desk.writing(f"targets for {found.mentee.name}"):
            number = self._next_set(found)
            for horizon, text in aims:
                if one_line(text):
                    self._insert(found, text, horizon, set_no=number)
            for goal in self._goals(found):
                if goal.is_open and 0 < goal.set_no < number and rest != "stay":
                    self._leave(goal, rest, number)
        self.desk.tell("goal", found.mentorship.id)
        return next(one for one in goal_sets(self._goals(found)) if one.number == number)

    def list(self, who: str) -> Sequence[Goal]:
        """A mentee's goals, open ones first."""
        return self._goals(self.desk.people.find(who))

    def sets(self, who: str) -> Sequence[GoalSet]:
        """The sets of targets, the oldest first."""
        return goal_sets(self.list(who))

    def edit(
        self,
        prefix: str,
        *,
        horizon: str = "",
        due: date | None = None,
        readers: Audience | None = None,
        **words: str,
    ) -> Goal:
        """Change a goal's horizon, day, readers, or its text, measure, kind and outcome.

        Raises Refusal as `add` does.
        """
        row = one_row(self.desk.store, "goal", prefix)
        changes: dict[str, str | None] = {name: one_line(said) for name, said in words.items()}
        if "text" in changes and not changes["text"]:
            raise Refusal("A goal needs words; drop it with: mentordesk goal drop ID")
        found = self.desk.people.by_mentorship(row["mentorship_id"])
        if horizon:
            changes["horizon"] = self._checked(found, horizon)
        if due:
            changes["due"] = due.isoformat()
        if readers is not None:
            changes["readers"] = stored(readers)
        with self.desk.writing(f"change the goal {clip(row['text'], 40)}") as store:
            store.update("goal", row["id"], **changes)
        self.desk.tell("goal", row["id"])
        return self._goal(row["id"])

    def done(self, prefix: str, outcome: str = "") -> str:
        """Mark a goal as met and return its words."""
        return self._settle(prefix, "met", outcome)

    def unmet(self, prefix: str, outcome: str = "") -> str:
        """Note that a goal was not met, which is no verdict, and return its words."""
        return self._settle(prefix, "unmet", outcome)

    def drop(self, prefix: str, outcome: str = "") -> str:
        """Give a goal up, keeping it in the history, and return its words."""
        return self._settle(prefix, "dropped", outcome)

    def reopen(self, prefix: str) -> str:
        """Aim for a goal again and return its words; what was said of its outcome stays."""
        return self._settle(prefix, "open", "")

    def carry(self, prefix: str) -> Goal:
        """Take an open goal over into the newest set, or into a new one; the goal it becomes.

        Raises Refusal for one that is settled or in no set.
        """
        row = one_row(self.desk.store, "goal", prefix)
        goal = self._goal(row["id"])
        if not goal.is_open or not goal.set_no:
            why = "stands beside the sets" if goal.is_open else f"is {goal.state}"
            raise Refusal(f"“{clip(goal.text, 40)}” {why}. Only an open target is carried over.")
        found = self.desk.people.by_mentorship(goal.mentorship_id)
        newest = max(one.set_no for one in self._goals(found))
        number = newest if newest > goal.set_no else newest + 1
        with self.desk.writing(f"carry over {clip(goal.text, 40)}"):
            made = self._leave(goal, "carry", number)
        self.desk.tell("goal", made)
        return self._goal(made)

    def _leave(self, goal: Goal, rest: str, number: int) -> str:
        """Settle a goal of an earlier set; the id of the one that carries it on, or its own."""
        today = self.desk.today()
        state = {"carry": "carried", "drop": "dropped"}.get(rest, rest)
        self.desk.store.update("goal", goal.id, state=state, done_on=today.isoformat())
        if rest != "carry":
            return goal.id
        ahead = goal.due if goal.due and goal.due > today else None
        return self._insert(
            self.desk.people.by_mentorship(goal.mentorship_id),
            goal.text, goal.horizon, ahead, goal.measure, goal.readers, goal.kind,
            set_no=number, came_from=goal.id,
        )  # fmt: skip

    def _insert(
        self,
        found: Relation,
        text: str,
        horizon: str = "",
        due: date | None = None,
        measure: str = "",
        readers: Audience = FOR_MENTEE,
        kind: str = "",
        *,
        set_no: int = 0,
        came_from: str = "",
    ) -> str:
        """Write a goal inside a transaction that is under way; its id."""
        if not one_line(text):
            raise Refusal(
                "A goal needs words.", shell="mentordesk goal add ada 'first talk' --horizon 90"
            )
        desk, chosen = self.desk, self._checked(found, horizon)
        if not due and chosen.isdecimal():
            due = desk.today() + timedelta(days=int(chosen))
        return desk.insert(
            "goal",
            mentorship_id=found.mentorship.id,
            about_id=found.about,
            horizon=chosen,
            text=one_line(text),
            measure=one_line(measure),
            due=due.isoformat() if due else None,
            state="open",
            done_on=None,
            readers=readers,
            kind=one_line(kind),
            set_no=(set_no or self._current_set(found)) if chosen.isdecimal() else 0,
            set_on=desk.today().isoformat(),
            from_goal_id=came_from or None,
        )

    def _checked(self, found: Relation, horizon: str) -> str:
        """A horizon the playbook has; for none the farthest in days."""
        known = horizons(self.desk.playbooks.of(found.mentorship.id))
        if not horizon:
            return [one for one in known if one.isdecimal()][-1]
        if horizon not in known:
            raise Refusal(f"“{horizon[:20]}” is no horizon. Use {', '.join(known)}.")
        return horizon

    def _current_set(self, found: Relation) -> int:
        """The set a single target joins: the newest with something open in it, else the next."""
        sets = goal_sets(self._goals(found))
        if sets and any(goal.is_open for goal in sets[-1].goals):
            return sets[-1].number
        return self._next_set(found)

    def _next_set(self, found: Relation) -> int:
        """The number of the set that is set today."""
        sets = goal_sets(self._goals(found))
        if not sets:
            return 1
        return sets[-1].number + (sets[-1].set_on != self.desk.today())

    def _goals(self, found: Relation) -> Sequence[Goal]:
        return plans.goals(self.desk.store, found.mentorship.id)

    def _settle(self, prefix: str, state: str, outcome: str) -> str:
        row = one_row(self.desk.store, "goal", prefix)
        on = None if state == "open" else self.desk.today().isoformat()
        words = {"outcome": one_line(outcome)} if one_line(outcome) else {}
        with self.desk.writing(f"{state}: {clip(row['text'], 40)}") as store:
            store.update("goal", row["id"], state=state, done_on=on, **words)
        self.desk.tell("goal", row["id"])
        return str(row["text"])
