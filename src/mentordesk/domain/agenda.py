"""The agenda composes itself: last week's task, what was left, the playbook's items, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentordesk.domain.playbook import Agenda, Item
from mentordesk.domain.readers import FOR_MENTEE, Audience

SHORTEST = 3
STATES = ("open", "done", "parked", "dropped")


@dataclass(frozen=True, slots=True)
class Point:
    """One line of an agenda. `lineage` is shared by all carried copies of the same thing.

    `minutes` are planned ones; `source` says where it came from: template, task, carried,
    questions, own or wrap-up. `ref` is the action's id for a task.
    """

    title: str
    minutes: int = 0
    source: str = "template"
    state: str = "open"
    carried: int = 0
    prompts: tuple[str, ...] = ()
    lineage: str = ""
    ref: str = ""
    id: str = ""
    readers: Audience = FOR_MENTEE


def compose(
    template: Agenda,
    minutes: int,
    reserve: int,
    task: Point | None = None,
    carried: Sequence[Point] = (),
    questions: int = 0,
    own: Sequence[Point] = (),
) -> list[Point]:
    """The points of one session, fitted to `minutes` with `reserve` of them kept for the wrap-up.

    Order: the task, what was carried (oldest chain first), the template with the questions in the
    place it names, the mentor's own points, and the wrap-up last.
    """
    points = [task] if task else []
    points += sorted(carried, key=lambda point: -point.carried)
    asked = False
    for item in template.items:
        if item.role == "task" and task:
            points[0] = replace(points[0], minutes=item.minutes, prompts=item.prompts)
            continue
        asked = asked or item.role == "questions"
        points.append(_from_template(item, questions))
    if questions and not asked:
        points.append(Point(_counted("Open questions", questions), 0, "questions"))
    points += own
    fitted = fit(points, minutes - reserve)
    return [*fitted, Point("Wrap-up", reserve, "wrap-up")] if reserve else fitted


def _from_template(item: Item, questions: int) -> Point:
    if item.role == "questions" and questions:
        title = _counted(item.title, questions)
        return Point(title, item.minutes, "questions", prompts=item.prompts)
    return Point(item.title, item.minutes, "template", prompts=item.prompts)


def _counted(title: str, number: int) -> str:
    return f"{title} ({number})"


def fit(points: Sequence[Point], minutes: int) -> list[Point]:
    """Give points without minutes a share of what is left, and shrink all when it is too much.

    Nothing gets less than three minutes; the sum may therefore exceed `minutes` on a crowded day.
    """
    asked = sum(point.minutes for point in points)
    open_ones = sum(1 for point in points if not point.minutes)
    share = max(SHORTEST, (minutes - asked) // open_ones) if open_ones else 0
    sized = [p if p.minutes else replace(p, minutes=min(share, 20)) for p in points]
    total = sum(point.minutes for point in sized)
    if total <= minutes or not total:
        return sized
    return [replace(p, minutes=max(SHORTEST, p.minutes * minutes // total)) for p in sized]
