"""What belongs to a goal: how it stands, its SMART words, and what a role asks for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.planning import (
    LETTERS,
    MARKS,
    GoalPage,
    Mark,
    Requirement,
    times_carried,
)
from mentordesk.domain.plans import Goal
from mentordesk.domain.text import clip, one_line
from mentordesk.store import calls, planning, plans

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class GoalDetails:
    """The verbs about one goal, named by the beginning of its id."""

    desk: "Desk"

    def page(self, prefix: str) -> GoalPage:
        """Everything known of a goal."""
        store = self.desk.store
        goal = self._goal(one_row(store, "goal", prefix)["id"])
        mentorship = goal.mentorship_id
        return GoalPage(
            goal,
            self.desk.people.by_mentorship(mentorship).address,
            planning.marks(store, mentorship).get(goal.id, ()),
            planning.smart(store, mentorship).get(goal.id, {}),
            planning.requirements(store, mentorship).get(goal.id, ()),
            times_carried(goal, plans.goals(store, mentorship)),
            self.desk.playbooks.of(mentorship).smart,
        )

    def mark(self, prefix: str, mark: str, text: str = "") -> Mark:
        """Note how a goal stands today, with the call that runs; `done` says that it is met, too.

        Raises Refusal for another word than those of MARKS.
        """
        desk = self.desk
        if mark not in MARKS:
            raise Refusal(f"“{mark[:20]}” says nothing of a goal. Use {', '.join(MARKS)}.")
        row = one_row(desk.store, "goal", prefix)
        session = calls.running(desk.store, row["mentorship_id"])
        made = desk.new_id()
        with desk.writing(f"{mark}: {clip(row['text'], 40)}") as store:
            store.insert(
                "goal_mark",
                {
                    "id": made,
                    "goal_id": row["id"],
                    "session_id": session.id if session else None,
                    "mark": mark,
                    "text": one_line(text),
                    "day": desk.today().isoformat(),
                    "readers": row["readers"],
                },
            )
            if mark == "done" and row["state"] == "open":
                store.update("goal", row["id"], state="met", done_on=desk.today().isoformat())
        desk.tell("goal", row["id"])
        return next(
            m for m in planning.marks(desk.store, row["mentorship_id"])[row["id"]] if m.id == made
        )

    def smart(self, prefix: str, words: Mapping[str, str]) -> GoalPage:
        """Say something about the words of SMART; what is said anew replaces what was.

        Raises Refusal for another word, or for none.
        """
        desk = self.desk
        row = one_row(desk.store, "goal", prefix)
        if unknown := [letter for letter in words if letter not in LETTERS]:
            raise Refusal(f"“{unknown[0][:20]}” is none of {', '.join(LETTERS)}.")
        if not words:
            raise Refusal("Say at least one: --specific, --measurable, --achievable …")
        with desk.writing(f"SMART: {clip(row['text'], 40)}"):
            for letter, text in words.items():
                self._say(row["id"], letter, one_line(text), row["readers"])
        desk.tell("goal", row["id"])
        return self.page(row["id"])

    def require(self, prefix: str, text: str, instead_of: int = 0) -> Requirement:
        """Write down what a role asks for, or other words for what it asks (`instead_of`, from 1).

        Raises Refusal without words, or for a number that is not there.
        """
        desk = self.desk
        row = one_row(desk.store, "goal", prefix)
        if not one_line(text):
            raise Refusal(
                "A requirement needs words.", shell="mentordesk goal require ID 'ten reviews'"
            )
        known = self._nth(row["id"], instead_of) if instead_of else None
        made = known.id if known else desk.new_id()
        new = {
            "id": made, "goal_id": row["id"], "text": one_line(text), "evidence": "",
            "met_on": None, "readers": row["readers"],
        }  # fmt: skip
        with desk.writing(f"{clip(row['text'], 30)} asks for {clip(text, 30)}") as store:
            if known:
                store.update("requirement", known.id, text=new["text"])
            else:
                store.insert("requirement", new)
        desk.tell("goal", row["id"])
        return next(one for one in self._requirements(row["id"]) if one.id == made)

    def meets(
        self, prefix: str, number: int, evidence: str = "", *, met: bool = True
    ) -> Requirement:
        """Note that a requirement (from 1) is met, and by what one can tell; or that it is not."""
        desk = self.desk
        row = one_row(desk.store, "goal", prefix)
        one = self._nth(row["id"], number)
        on = desk.today().isoformat() if met else None
        words = {"evidence": one_line(evidence)} if one_line(evidence) else {}
        with desk.writing(f"{'meets' if met else 'not yet'}: {clip(one.text, 40)}") as store:
            store.update("requirement", one.id, met_on=on, **words)
        desk.tell("goal", row["id"])
        return self._nth(row["id"], number)

    def _goal(self, goal_id: str) -> Goal:
        row = self.desk.store.row("SELECT * FROM goal WHERE id = ?", goal_id)
        assert row
        return plans.goal(row)

    def _requirements(self, goal_id: str) -> list[Requirement]:
        mentorship = self._goal(goal_id).mentorship_id
        return planning.requirements(self.desk.store, mentorship).get(goal_id, [])

    def _nth(self, goal_id: str, number: int) -> Requirement:
        every = self._requirements(goal_id)
        if not 1 <= number <= len(every):
            raise Refusal(
                f"There is no requirement {number}; the goal has {len(every)}."
                f" See them with: mentordesk goal show {goal_id[:8]}"
            )
        return every[number - 1]

    def _say(self, goal_id: str, letter: str, text: str, readers: str) -> None:
        key = {"goal_id": goal_id, "letter": letter}
        self.desk.store.put("smart", key, {"text": text, "readers": readers}, self.desk.new_id)
