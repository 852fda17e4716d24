"""The step of the outline a mentorship stands at: one a meeting, unless it stays or jumps."""

from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.groups import StepAt
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.store import calls

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Outlines:
    """The verbs about the step of an outline."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def at(self, mentorship_id: str) -> StepAt | None:
        """The step of the running meeting, else of the next one; None without an outline."""
        store = self.desk.store
        row = store.row("SELECT track, shift FROM outline WHERE mentorship_id = ?", mentorship_id)
        if row is None or not row["track"]:
            return None
        plan, running = self.desk.playbooks.of(mentorship_id), calls.running(store, mentorship_id)
        if running:
            track, _, step = running.agenda.partition(".")
            return _line(plan, track, int(step)) if step.isdecimal() else None
        return _line(plan, row["track"], max(1, _next(self.desk, mentorship_id) + row["shift"]))

    def go(self, found: Relation, step: int) -> StepAt:
        """Let the next meeting have a step (from 1); those after it follow on.

        To stay on a step is to go to it again. Raises Refusal without an outline, or past its end.
        """
        desk, mentorship = self.desk, found.mentorship.id
        line = self.look(found, step)
        with desk.writing(f"{found.mentee.name}: step {step} next") as store:
            outline = store.value("SELECT id FROM outline WHERE mentorship_id = ?", mentorship)
            store.update("outline", outline, shift=step - _next(desk, mentorship))
        desk.tell("outline", mentorship)
        return line

    def look(self, found: Relation, step: int) -> StepAt:
        """A step of the outline. Raises Refusal without an outline, or past its end."""
        desk, mentorship = self.desk, found.mentorship.id
        row = desk.store.row("SELECT track FROM outline WHERE mentorship_id = ?", mentorship)
        if row is None or not row["track"]:
            raise Refusal(
                f"{found.mentee.name} follows no outline. Choose one with: mentordesk milestone"
                f" outline {found.mentee.handle} OUTLINE"
            )
        line = _line(desk.playbooks.of(mentorship), row["track"], step)
        if line is None or not 1 <= step <= line.total:
            total = line.total if line else 0
            raise Refusal(f"The outline has steps 1 to {total}; {step} is none of them.")
        return line


def _next(desk: "Desk", mentorship_id: str) -> int:
    """The number of the meeting after the one that runs, or of the next one."""
    running = calls.running(desk.store, mentorship_id)
    last = calls.last_held(desk.store, mentorship_id)
    return (running.number if running else last.number if last else 0) + 1


def _line(plan: Playbook, track: str, step: int) -> StepAt | None:
    found = next((one for one in plan.tracks if one.key == track), None)
    if found is None:
        return None
    total = len(found.steps)
    title = found.steps[step - 1].title if 1 <= step <= total else ""
    return StepAt(step, total, title, found.title)
