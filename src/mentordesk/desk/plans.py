"""The action plan: rows with a goal, everybody's steps, barriers, a measure and target days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.plan_tables import PlanTables
from mentordesk.domain import cycle
from mentordesk.domain.errors import Refusal
from mentordesk.domain.planning import Board, Change, PlanPage, PlanRow, Requirement
from mentordesk.domain.plans import Goal
from mentordesk.domain.programme_people import COLUMNS
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.domain.text import clean, clip
from mentordesk.store import calls, planning, plans
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Relation
    from mentordesk.domain.playbook import Playbook

WORDED = tuple(column for column in COLUMNS if column != "due")


class Plans(PlanTables):
    """The verbs about action plans."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def page(self, who: str) -> PlanPage:
        """Goals, plan and gaps of somebody, where they stand, and what could be done next."""
        desk, store = self.desk, self.desk.store
        found = desk.people.find(who)
        mentorship = found.mentorship.id
        playbook = desk.playbooks.of(mentorship)
        goals = plans.goals(store, mentorship)
        rows = planning.plan_rows(store, "mentorship_id = ?", mentorship)
        asked = planning.requirements(store, mentorship)
        roles = [asked[g.id] for g in goals if g.is_open and asked.get(g.id)]
        course = self._course(found, playbook, goals, rows, roles)
        return PlanPage(
            address=found.address,
            playbook=playbook,
            goals=goals,
            marks=planning.marks(store, mentorship),
            smart=planning.smart(store, mentorship),
            requirements=asked,
            rows=rows,
            changes=planning.changes(store, mentorship),
            gaps=planning.gaps(store, "mentorship_id = ?", mentorship),
            stations=cycle.stations(course),
            station=cycle.station(course),
            hints=_hints(playbook, rows, goals, roles, self._number(mentorship)),
        )

    def board(self) -> Board:
        """Everything promised, aimed for and planned, across everybody."""
        from mentordesk.store.views.planning import board

        return board(self.desk.store)

    def add(
        self,
        who: str,
        goal: str,
        *,
        dues: Iterable[date] = (),
        readers: Audience = FOR_MENTEE,
        **cells: str,
    ) -> PlanRow:
        """Add a row; `cells` are mentee, mentor, network, barriers and measure, as known.

        Raises Refusal without words for the goal.
        """
        desk = self.desk
        found = desk.people.find(who)
        words = _cells({"goal": goal, **cells})
        _needs_goal(words["goal"])
        made, store = desk.new_id(), desk.store
        last = store.value(
            "SELECT coalesce(max(position), 0) FROM plan_row WHERE mentorship_id = ?",
            found.mentorship.id,
        )
        row = {
            "id": made,
            "mentorship_id": found.mentorship.id,
            "about_id": found.about,
            **dict.fromkeys(WORDED, ""),
            **words,
            "due": _stored(dues),
            "state": "open",
            "done_on": None,
            "readers": stored(readers),
            "position": int(last) + 1,
        }
        with desk.writing(f"plan: {clip(words['goal'], 40)}"):
            store.insert("plan_row", row)
        desk.tell("plan", made)
        return self.row(made)

    def edit(
        self,
        prefix: str,
        *,
        dues: Iterable[date] | None = None,
        readers: Audience | None = None,
        **cells: str,
    ) -> PlanRow:
        """Change cells of a row; what they said before is kept with the day (`history`)."""
        row = self._row(prefix)
        words = _cells(cells)
        if "goal" in words:
            _needs_goal(words["goal"])
        if dues is not None:
            words["due"] = _stored(dues)
        with self.desk.writing(f"change the plan: {clip(row['goal'], 40)}") as store:
            for cell, text in words.items():
                if row[cell] and row[cell] != text:
                    self._keep(row, cell)
            changes = words if readers is None else words | {"readers": stored(readers)}
            store.update("plan_row", row["id"], **changes)
        self.desk.tell("plan", row["id"])
        return self.row(row["id"])

    def done(self, prefix: str) -> str:
        """A row was carried out; its goal's words."""
        return self._settle(prefix, "done")

    def drop(self, prefix: str) -> str:
        """A row will not be carried out; it stays in the history. Its goal's words."""
        return self._settle(prefix, "dropped")

    def reopen(self, prefix: str) -> str:
        """A row is worked on again; its goal's words."""
        return self._settle(prefix, "open")

    def move(self, prefix: str, place: int) -> list[PlanRow]:
        """Put a row at a place (from 1, the last one at most); the rows in their new order.

        Raises Refusal for a place below 1.
        """
        row = self._row(prefix)
        every = planning.plan_rows(self.desk.store, "mentorship_id = ?", row["mentorship_id"])
        if place < 1:
            raise Refusal("Places in the plan are counted from 1.")
        moved = next(one for one in every if one.id == row["id"])
        every.remove(moved)
        every.insert(min(place - 1, len(every)), moved)
        with self.desk.writing(f"order of the plan: {clip(row['goal'], 40)}") as store:
            for position, one in enumerate(every, 1):
                store.update("plan_row", one.id, position=position)
        self.desk.tell("plan", row["id"])
        return planning.plan_rows(self.desk.store, "mentorship_id = ?", row["mentorship_id"])

    def history(self, prefix: str) -> Sequence[Change]:
        """What the cells of a row said before, the newest change first."""
        row = self._row(prefix)
        return planning.changes(self.desk.store, row["mentorship_id"]).get(row["id"], ())

    def row(self, prefix: str) -> PlanRow:
        """One row of a plan."""
        return planning.plan_row(self._row(prefix))

    def of(self, mentorship_id: str, prefix: str) -> str:
        """The id of a row of this mentorship's plan. Raises Refusal for a row of another one."""
        row = self._row(prefix)
        if row["mentorship_id"] != mentorship_id:
            raise Refusal(f"“{clip(row['goal'], 40)}” is a row of somebody else's plan.")
        return str(row["id"])

    def _course(
        self,
        found: "Relation",
        playbook: "Playbook",
        goals: Sequence[Goal],
        rows: Sequence[PlanRow],
        roles: Sequence[Sequence[Requirement]],
    ) -> cycle.Course:
        """What the station is told from."""
        today = self.desk.today()
        return cycle.Course(
            goals=len(goals),
            rows=len(rows),
            still_open=sum(g.is_open for g in goals) + sum(r.is_open for r in rows),
            passed=sum(bool(g.is_open and g.due and g.due < today) for g in goals)
            + sum(bool(r.is_open and r.dues and r.dues[-1] < today) for r in rows),
            plans=bool(playbook.plan_columns),
            decides=bool(playbook.decisions),
            decision_due=self._decision_is_due(found, playbook),
            ready=bool(roles) and all(one.met_on for role in roles for one in role),
        )

    def _row(self, prefix: str) -> Row:
        return one_row(self.desk.store, "plan_row", prefix, "goal")

    def _settle(self, prefix: str, state: str) -> str:
        row = self._row(prefix)
        on = None if state == "open" else self.desk.today().isoformat()
        with self.desk.writing(f"{state}: {clip(row['goal'], 40)}") as store:
            store.update("plan_row", row["id"], state=state, done_on=on)
        self.desk.tell("plan", row["id"])
        return str(row["goal"])

    def _keep(self, row: Row, cell: str) -> None:
        self.desk.store.insert(
            "plan_change",
            {
                "id": self.desk.new_id(),
                "plan_row_id": row["id"],
                "cell": cell,
                "was": row[cell],
                "day": self.desk.today().isoformat(),
                "readers": row["readers"],
            },
        )

    def _number(self, mentorship: str) -> int:
        """Which meeting runs or comes next."""
        running = calls.running(self.desk.store, mentorship)
        last = calls.last_held(self.desk.store, mentorship)
        return running.number if running else (last.number + 1 if last else 1)

    def _decision_is_due(self, found: "Relation", playbook: "Playbook") -> bool:
        if all(one.kind != "decision" for one in playbook.milestones):
            return False
        try:
            lines = self.desk.milestones.of(found.address)
        except Refusal:  # nothing falls due in what has ended
            return False
        return any(line.kind == "decision" and line.state == "due" for line in lines)


def _cells(words: Mapping[str, str]) -> dict[str, str]:
    if unknown := set(words) - set(WORDED):
        raise TypeError(f"no column of a plan: {', '.join(sorted(unknown))}")
    return {cell: clean(text).strip() for cell, text in words.items()}


def _needs_goal(text: str) -> None:
    if not text:
        raise Refusal("A row needs a goal.", shell="mentordesk plan add ada --goal 'review alone'")


def _stored(dues: Iterable[date]) -> str:
    return " ".join(day.isoformat() for day in sorted(set(dues)))


def _hints(
    playbook: "Playbook",
    rows: Sequence[PlanRow],
    goals: Sequence[Goal],
    roles: Sequence[Sequence[Requirement]],
    number: int,
) -> list[str]:
    """What could be done next, as suggestions."""
    named = [goal for goal in goals if goal.horizon == "role"]
    asked = bool(roles) or not any(goal.is_open for goal in named)
    role = cycle.role_hint(bool(named), asked) if playbook.toward_role else ""
    plan = cycle.hints(
        len([row for row in rows if row.state != "dropped"]),
        sum(row.lacks_measure for row in rows),
        begin_with=playbook.plan_rows,
        meeting=playbook.plan_meeting,
        number=number,
    )
    return [role, *plan] if role else plan
