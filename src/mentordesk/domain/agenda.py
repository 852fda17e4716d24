"""The agenda composes itself: last week's task, what was left, the playbook's items, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentordesk.domain.playbook import Agenda, Item
from mentordesk.domain.readers import FOR_MENTEE, Audience

SHORTEST = 3
STATES = ("open", "done", "parked", "dropped")
LEFT = ("open", "parked")


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
    questions: Sequence[str] = (),
    own: Sequence[Point] = (),
) -> list[Point]:
    """The points of one session, fitted to `minutes` with `reserve` of them kept for the wrap-up.

    Order: the task, what was carried (longest carried first), the template with the open questions
    in the place it names, the mentor's own points, and the wrap-up last. A carried item that the
    template has again stands once, in the template's place, with its chain.
    """
    again = {item.title for item in template.items}
    chains = {point.title: point for point in carried if point.title in again}
    points = [task] if task else []
    points += sorted((p for p in carried if p.title not in again), key=lambda p: -p.carried)
    asked = False
    for item in template.items:
        if item.role == "task" and task:
            prompts = (*task.prompts, *item.prompts)
            points[0] = replace(task, minutes=item.minutes, prompts=prompts)
            continue
        asked = asked or item.role == "questions"
        points.append(_from_template(item, questions, chains.get(item.title)))
    if questions and not asked:
        points.append(
            Point(_counted("Open questions", questions), 0, "questions", prompts=(*questions,))
        )
    points += own
    fitted = fit(points, minutes - reserve)
    return [*fitted, Point("Wrap-up", reserve, "wrap-up")] if reserve else fitted


def _from_template(item: Item, questions: Sequence[str], chain: Point | None) -> Point:
    point = Point(item.title, item.minutes, "template", prompts=item.prompts)
    if chain:
        point = replace(point, carried=chain.carried, lineage=chain.lineage)
    if item.role == "questions" and questions:
        title = _counted(item.title, questions)
        return replace(point, title=title, source="questions", prompts=(*questions, *item.prompts))
    return point


def _counted(title: str, questions: Sequence[str]) -> str:
    return f"{title} ({len(questions)})"


def fit(points: Sequence[Point], minutes: int) -> list[Point]:
    """Give points without minutes a share of what is left, and shrink all when it is too much.

    Nothing shrinks below three minutes, or below an equal share where there is less for each; only
    when there are more points than minutes does the sum exceed `minutes`.
    """
    asked = sum(point.minutes for point in points)
    open_ones = sum(1 for point in points if not point.minutes)
    share = max(SHORTEST, (minutes - asked) // open_ones) if open_ones else 0
    sized = [p if p.minutes else replace(p, minutes=min(share, 20)) for p in points]
    if not sized or sum(point.minutes for point in sized) <= minutes:
        return sized
    floor = max(1, min(SHORTEST, minutes // len(sized)))
    least = [min(point.minutes, floor) for point in sized]
    above = sum(point.minutes for point in sized) - sum(least)
    spare = max(0, minutes - sum(least))
    return [
        replace(p, minutes=low + (p.minutes - low) * spare // above) if above else p
        for p, low in zip(sized, least, strict=True)
    ]
