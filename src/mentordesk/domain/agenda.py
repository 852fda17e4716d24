"""The agenda composes itself: last week's task, what was left, the playbook's items, questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentordesk.domain.playbook import Agenda, Item
from mentordesk.domain.readers import FOR_MENTEE, Audience
from mentordesk.domain.timebox import Timebox

SHORTEST = 3
"""Minutes below which nothing shrinks while there is room for all."""
LONGEST_SHARE = 20
"""Minutes that an item without a length of its own gets at most."""
WORTH_IT = 5
"""Minutes below which something carried over is not worth beginning; it waits instead."""
STATES = ("open", "done", "parked", "dropped")
LEFT = ("open", "parked")
"""States of what a meeting did not finish."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of an agenda. `lineage` is shared by all carried copies of the same thing.

    `minutes` are planned ones; `started` is when it last became what the call is about, `ended`
    when it no longer was, `used` the seconds before that; `source` says where it came from:
    template, task, carried, questions, own or wrap-up. `ref` is the action's id for a task.
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
    started: datetime | None = None
    ended: datetime | None = None
    used: int = 0

    def spent(self, box: Timebox, now: datetime) -> timedelta:
        """How long the call has been about it; pauses are not counted, nor is the future."""
        before = timedelta(seconds=self.used)
        if self.started is None:
            return before
        until = self.ended or now
        standing = box.standing(self.started, until, now)
        return before + max(until - self.started - standing, timedelta())


def current(points: Sequence[Point]) -> Point | None:
    """What the call is about now: the first open item, the wrap-up when nothing else is left."""
    return next((point for point in points if point.state == "open"), None)


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
    template has again stands once, in the template's place, with its chain. What was carried takes
    what the others leave; what finds no room is parked, behind all others but the wrap-up.
    """
    again = {item.title for item in template.items}
    chains = {point.title: point for point in carried if point.title in again}
    usual = [*_usual(template, task, questions, chains), *((point, True) for point in own)]
    left = sorted((p for p in carried if p.title not in again), key=lambda p: -p.carried)
    fitted, left = _together(usual, left, minutes - reserve)
    first = fitted[:1] if task else []
    taken = [point for point in left if point.state != "parked"]
    parked = [point for point in left if point.state == "parked"]
    points = [*first, *taken, *fitted[len(first) :], *parked]
    return [*points, Point("Wrap-up", reserve, "wrap-up")] if reserve else points


def _usual(
    template: Agenda, task: Point | None, questions: Sequence[str], chains: Mapping[str, Point]
) -> list[tuple[Point, bool]]:
    """The task and the template's points, each with whether it is firm; questions at the latest."""
    found = [(task, False)] if task else []
    for item in template.items:
        if item.role == "task" and task:
            prompts = (*task.prompts, *item.prompts)
            found[0] = replace(task, minutes=item.minutes, prompts=prompts), item.required
        else:
            point = _from_template(item, questions, chains.get(item.title))
            found.append((point, item.required))
    if questions and not any(item.role == "questions" for item in template.items):
        title = _counted("Open questions", questions)
        found.append((Point(title, 0, "questions", prompts=(*questions,)), True))
    return found


def _together(
    usual: Sequence[tuple[Point, bool]], carried: Sequence[Point], minutes: int
) -> tuple[list[Point], list[Point]]:
    """Give the usual points their minutes and the carried ones what is left, or park those.

    A firm point keeps at least half of what it has when nothing is carried.
    """
    alone, firm = fit([point for point, _ in usual], minutes), [kept for _, kept in usual]
    halves = (-(-p.minutes // 2) if kept else SHORTEST for p, kept in zip(alone, firm, strict=True))
    least = [min(p.minutes, half) for p, half in zip(alone, halves, strict=True)]
    room = max(0, (minutes - sum(least)) // WORTH_IT)
    taken = [replace(p, minutes=max(p.minutes, WORTH_IT)) for p in carried[:room]]
    waiting = [replace(p, minutes=0, state="parked") for p in carried[room:]]
    floor = [WORTH_IT] * len(taken)
    taken = _shrunk(taken, floor, max(minutes - sum(p.minutes for p in alone), sum(floor)))
    spent = sum(point.minutes for point in taken)
    return _shrunk(alone, least, minutes - spent) if taken else alone, [*taken, *waiting]


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


def coming_again(points: Sequence[Point]) -> list[Point]:
    """What a meeting did not finish; the task and the questions are asked for anew each time."""
    anew = ("wrap-up", "task", "questions")
    return [point for point in points if point.state in LEFT and point.source not in anew]


def fit(points: Sequence[Point], minutes: int) -> list[Point]:
    """Give points without minutes a share of what is left, and shrink all when it is too much.

    Nothing shrinks below three minutes, or below an equal share where there is less for each; only
    when there are more points than minutes does the sum exceed `minutes`.
    """
    asked = sum(point.minutes for point in points)
    open_ones = sum(1 for point in points if not point.minutes)
    share = max(SHORTEST, (minutes - asked) // open_ones) if open_ones else 0
    sized = [p if p.minutes else replace(p, minutes=min(share, LONGEST_SHARE)) for p in points]
    if not sized or sum(point.minutes for point in sized) <= minutes:
        return sized
    floor = max(1, min(SHORTEST, minutes // len(sized)))
    return _shrunk(sized, [min(point.minutes, floor) for point in sized], minutes)


def _shrunk(points: Sequence[Point], least: Sequence[int], minutes: int) -> list[Point]:
    """Points cut to `minutes` together, none below its `least`."""
    above = sum(point.minutes for point in points) - sum(least)
    spare = max(0, minutes - sum(least))
    if above <= spare:
        return list(points)
    return [
        replace(p, minutes=low + (p.minutes - low) * spare // above)
        for p, low in zip(points, least, strict=True)
    ]
