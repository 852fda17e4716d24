"""The stable JSON shapes of goals in sets, action plans and gaps (docs/json.md)."""

from typing import TYPE_CHECKING

from mentordesk.cli.shapes import Shape, action, day, goal, readers

if TYPE_CHECKING:
    from mentordesk.domain.planning import (
        Aimed,
        Board,
        Change,
        Gap,
        GoalPage,
        GoalSet,
        Planned,
        PlanPage,
        PlanRow,
    )


def goal_set(one: "GoalSet") -> Shape:
    """Targets that were set together."""
    return {"set": one.number, "set_on": day(one.set_on), "goals": [goal(g) for g in one.goals]}


def goal_page(page: "GoalPage") -> Shape:
    """Everything known of a goal."""
    from mentordesk.domain.planning import LETTERS, missing_letters

    return goal(page.goal) | {
        "who": page.address,
        "carried": page.carried,
        "marks": [
            {"day": day(m.day), "mark": m.mark, "text": m.text, "session": m.session_id or None}
            for m in page.marks
        ],
        "smart": [{"letter": one, "text": page.smart.get(one, "")} for one in LETTERS],
        "missing": list(missing_letters(page.smart)),
        "requirements": [
            {"number": n, "text": one.text, "evidence": one.evidence, "met_on": day(one.met_on)}
            for n, one in enumerate(page.requirements, 1)
        ],
    }


def row(one: "PlanRow") -> Shape:
    """A row of an action plan."""
    return {
        "id": one.id,
        "position": one.position,
        "goal": one.goal,
        "mentee": one.mentee,
        "mentor": one.mentor,
        "network": one.network,
        "barriers": one.barriers,
        "measure": one.measure,
        "due": [day(each) for each in one.dues],
        "state": one.state,
        "done_on": day(one.done_on),
        "readers": readers(one.readers),
    }


def plan(page: "PlanPage") -> Shape:
    """An action plan with its columns, and where the mentorship stands."""
    from mentordesk.domain.planning import columns

    return {
        "who": page.address,
        "columns": [{"key": c.key, "title": c.title} for c in columns(page.playbook)],
        "stations": list(page.stations),
        "station": page.station,
        "hints": list(page.hints),
        "rows": [row(one) for one in page.rows],
    }


def change(one: "Change") -> Shape:
    """What a cell said until a day."""
    return {"day": day(one.day), "column": one.cell, "was": one.was}


def gap(one: "Gap") -> Shape:
    """Something missing on the way."""
    return {
        "id": one.id,
        "kind": one.kind,
        "text": one.text,
        "evidence": one.evidence,
        "row": one.plan_row_id or None,
        "state": one.state,
        "done_on": day(one.done_on),
        "readers": readers(one.readers),
    }


def board(page: "Board") -> Shape:
    """What is promised, aimed for and planned across everybody."""
    return {
        "promises": [
            {"for": one.address, "name": one.name, **action(one.action)} for one in page.promises
        ],
        "targets": [_target(one) for one in page.targets],
        "rows": [_planned(one) for one in page.rows],
    }


def _target(one: "Aimed") -> Shape:
    return {"for": one.address, "name": one.name, "mark": one.mark, "goal": goal(one.goal)}


def _planned(one: "Planned") -> Shape:
    return {"for": one.address, "name": one.name, "row": row(one.row)}
