"""Goals in columns by horizon, set by set, and everything known of one of them."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.planning import (
    GoalPage,
    GoalSet,
    PlanPage,
    goal_sets,
    horizons,
    missing_letters,
    outcome_word,
    readiness,
)
from mentordesk.domain.plans import Goal, farness
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, plain, wrap

COLUMNS = 3
LOOKED_AT = 3  # of the marks of a goal, the newest
_MARKS = {"open": "○ ", "met": "✓ ", "unmet": "– ", "dropped": "× ", "carried": "→ "}


def chosen_set(page: PlanPage, back: int) -> GoalSet | None:
    """The set `back` before the newest one, round and round; None when there is none."""
    sets = goal_sets(page.goals)
    return sets[-1 - back % len(sets)] if sets else None


def set_line(page: PlanPage, back: int, look: Look) -> Row:
    """Which set is shown, since when, and what became of it so far."""
    one, sets = chosen_set(page, back), goal_sets(page.goals)
    if one is None:
        return blank() if page.goals else Row("", [(_nothing(look), "dim")])
    said = [f"set {one.number} of {len(sets)}" if len(sets) > 1 else "the first set"]
    if one.set_on:
        said.append(f"since {words.day(one.set_on, look.today)}")
    said += _outcomes(one.goals)
    earlier = look.hint("plan.earlier") if len(sets) > 1 else ""
    return Row("", [("   " + " · ".join(said), "dim")], [(earlier + " ", "dim")])


def _nothing(look: Look) -> str:
    keys = [hint for one in ("plan.goal", "plan.set") if (hint := look.hint(one))]
    return f"   Nothing is aimed for yet. {' · '.join(keys)}"


def _outcomes(goals: Iterable[Goal]) -> list[str]:
    """`2 met`, `1 carried over`: what became of goals, as often as it did."""
    found: dict[str, int] = {}
    for goal in goals:
        word = outcome_word(goal)
        found[word] = found.get(word, 0) + 1
    return [f"{count} {word}" for word, count in found.items()]


def goal_columns(page: PlanPage, back: int, look: Look) -> list[list[Row]]:
    """Three columns at most, the nearest horizon first; farther ones under the last of them.

    Targets in days are those of the set that is shown; goals beside the sets are always there.
    """
    one = chosen_set(page, back)
    shown = [*(one.goals if one else ()), *(goal for goal in page.goals if not goal.set_no)]
    wanted = _wanted(page, shown)
    room = look._replace(width=look.width // min(len(wanted), COLUMNS) - 3)
    columns: list[list[Row]] = []
    for n, horizon in enumerate(wanted):
        rows = _column([goal for goal in shown if goal.horizon == horizon], page, horizon, room)
        if n < COLUMNS:
            columns.append(rows)
        else:
            columns[-1] += rows
    return columns


def _wanted(page: PlanPage, shown: Sequence[Goal]) -> list[str]:
    """The playbook's own horizons and those that goals have, the nearest first."""
    playbook = page.playbook
    own = [*map(str, playbook.horizons), *playbook.goal_terms] or list(horizons(playbook))
    used = {goal.horizon for goal in shown}
    near = own if len(own) <= COLUMNS else [one for one in own if one.isdecimal() or one in used]
    return sorted({*near, *used}, key=farness)


def _column(goals: Iterable[Goal], page: PlanPage, horizon: str, look: Look) -> list[Row]:
    rows = [row for goal in goals for row in _goal(goal, page, look)]
    title = f"{horizon} days" if horizon.isdecimal() else horizon
    return [heading(title), *(rows or [plain("  –", "dim")])]


def _goal(goal: Goal, page: PlanPage, look: Look) -> list[Row]:
    faded = "" if goal.is_open else "dim"
    mark: Seg = (_MARKS.get(goal.state, "· "), "accent" if goal.is_open else "dim")
    rows = hanging(f"goal:{goal.id}", mark, goal.text, look.width - 3, faded)
    said = [*_said(goal, page, look)]
    whole = " · ".join(said)
    fits = len(wrap(whole, look.width - 5)) == 1
    return [*rows, *(Row("", [("  " + one, "dim")]) for one in ([whole] if fits else said) if one)]


def _said(goal: Goal, page: PlanPage, look: Look) -> Iterable[str]:
    """How it stands, or what became of it; a day that has passed is said calmly."""
    if not goal.is_open:
        if goal.state != "met":
            yield outcome_word(goal)
        return
    if marks := page.marks.get(goal.id):
        yield marks[0].mark.replace("-", " ")
    if asked := page.requirements.get(goal.id):
        yield readiness(asked)
    if goal.due:
        said = "was for" if goal.due < look.today else "by"
        yield f"{said} {words.day(goal.due, look.today)}"


def goal_detail(page: GoalPage, look: Look) -> list[Row]:
    """Everything known of a goal; what a role asks for can be chosen."""
    goal = page.goal
    rows = [heading(fit(goal.text, look.width - 24), f"{goal.kind} " if goal.kind else "")]
    rows += _facts(page, look)
    if page.requirements:
        rows.append(plain(f"it asks for · {readiness(page.requirements)}", "dim"))
    for n, one in enumerate(page.requirements, 1):
        key, met = f"requirement:{goal.id}/{n}", one.met_on is not None
        mark: Seg = ("✓ " if met else "○ ", "dim" if met else "accent")
        text = f"{one.text} ({one.evidence})" if one.evidence else one.text
        rows += hanging(key, mark, text, look.width - 3, "dim" if met else "")
    return rows


def _facts(page: GoalPage, look: Look) -> list[Row]:
    goal = page.goal
    measure = goal.measure or f"nothing said yet  {look.hint('plan.reword')}"
    rows = [_fact("measure", measure, "" if goal.measure else "dim")]
    if goal.outcome:
        rows.append(_fact("outcome", goal.outcome))
    for n, mark in enumerate(page.marks[:LOOKED_AT]):
        said = " · ".join(
            part
            for part in (words.day(mark.day, look.today), mark.mark.replace("-", " "), mark.text)
            if part
        )
        rows.append(_fact("" if n else "stood", fit(said, look.width - 14)))
    if page.carried:
        rows.append(_fact("carried", f"×{page.carried}"))
    if page.smart or page.asks_smart:
        missing = missing_letters(page.smart)
        said = f"not said yet: {', '.join(missing)}" if missing else "all five are said"
        rows.append(_fact("SMART", f"{said}  {look.hint('plan.smart') if missing else ''}", "dim"))
    return rows


def _fact(name: str, text: str, part: str = "") -> Row:
    return Row("", [(f"{name:<9}", "dim"), (text, part)])
