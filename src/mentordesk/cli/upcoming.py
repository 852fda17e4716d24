"""What `today` and `next` print; without click, which costs more than the rest together."""

from typing import TYPE_CHECKING

from mentordesk.cli import output, words

if TYPE_CHECKING:
    from mentordesk.cli.entrance import Door
    from mentordesk.cli.shapes import Shape
    from mentordesk.desk import Desk
    from mentordesk.domain.coming import Attention, CallLine, TodayPage

NO_CALL = "No call is planned. Set a standing slot with: mentordesk slot set WHO --weekly tue 18:00"


def today(door: "Door", as_json: bool = False) -> None:
    """Print today's calls and what is due."""
    desk = door.read()
    page = desk.pages.today()
    if as_json:
        output.as_json(_shape(desk, page))
    elif not (page.people or page.due or desk.pages.people()):
        output.say(words.NOBODY)
    else:
        _print(desk, page)


def next_calls(door: "Door", limit: int = 1, as_json: bool = False) -> None:
    """Print the next calls, at most so many."""
    desk = door.read()
    calls = desk.pages.next(limit)
    if as_json:
        from mentordesk.cli import shapes  # only for those who asked for JSON

        output.as_json([shapes.call(desk, line) for line in calls])
    elif not calls:
        output.say(NO_CALL)
    else:
        output.table([_next_row(desk, line) for line in calls], indent=0)


def _print(desk: "Desk", page: "TodayPage") -> None:
    output.say(_headline(desk, page))
    if page.calls:
        output.table([_call_row(desk, line) for line in page.calls])
    if page.due:
        output.say("Due")
        output.table([_due_row(line) for line in page.due])
    output.say(_week(page, hides=desk.is_shared))


def _headline(desk: "Desk", page: "TodayPage") -> str:
    parts = [words.day_words(page.today, page.today)]
    parts.append(words.counted(len(page.calls), "call"))
    if page.due:
        parts.append(f"{words.counted(len(page.due), 'thing')} due")
    if page.running:
        parts.append(f"running: {page.running.name}")
    elif page.next:
        parts.append(f"next: {page.next.name} {words.until(desk, page.next.start)}")
    return " · ".join(parts)


def _call_row(desk: "Desk", line: "CallLine") -> tuple[str, ...]:
    return (f"{line.start.astimezone(desk.tz):%H:%M}", *_about(desk, line))


def _next_row(desk: "Desk", line: "CallLine") -> tuple[str, ...]:
    return (*words.day_and_time(desk, line.start), *_about(desk, line))


def _about(desk: "Desk", line: "CallLine") -> tuple[str, ...]:
    """Whose call it is, which, at what time there, and how it stands."""
    return (
        line.name,
        line.programme,
        words.of_total(line.number, line.total),
        words.there(desk, line.start, line.zone),
        _state(desk, line),
        line.address,
    )


def _state(desk: "Desk", line: "CallLine") -> str:
    """`in 12 min` for what is to come, with a word when it was moved; else the state."""
    if line.state not in ("planned", "moved"):
        return line.state
    moved = ", moved" if line.state == "moved" else ""
    return words.until(desk, line.start) + moved


def _due_row(line: "Attention") -> tuple[str, str, str]:
    return ("!" if line.urgent else "·", line.says, line.address)


def _week(page: "TodayPage", *, hides: bool) -> str:
    """`This week  Mon ·  Tue ●○ …`: a filled dot for a call held, an empty one for one to come.

    Time is the mentor's own, so whoever it `hides` from is told of none.
    """
    days = [
        f"{words.day_words(dots.day, page.today)[:3]} {'●' * dots.held}{'○' * dots.planned}"
        if dots.held or dots.planned
        else f"{words.day_words(dots.day, page.today)[:3]} ·"
        for dots in page.week
    ]
    return "  ".join(["This week", *days, *([] if hides else [_spent(page)])])


def _spent(page: "TodayPage") -> str:
    """`1 h spent`, or `1 h of 6 h budget`; both where not all of it goes into a weekly budget."""
    spent, used = words.length(page.minutes_this_week), words.length(page.budget_used)
    if not page.budget_this_week:
        return f"{spent} spent"
    of = f"{used} of {words.length(page.budget_this_week)} budget"
    return of if page.budget_used == page.minutes_this_week else f"{spent} spent, {of}"


def _shape(desk: "Desk", page: "TodayPage") -> "Shape":
    from mentordesk.cli import shapes  # only for those who asked for JSON

    return {
        "today": shapes.day(page.today),
        "running": shapes.call(desk, page.running),
        "next": shapes.call(desk, page.next),
        "calls": [shapes.call(desk, line) for line in page.calls],
        "due": [shapes.attention(line) for line in page.due],
        "week": [
            {"day": shapes.day(dots.day), "held": dots.held, "planned": dots.planned}
            for dots in page.week
        ],
        "minutes_this_week": page.minutes_this_week,
        "budget_this_week": page.budget_this_week,
        "budget_used": page.budget_used,
        "people": page.people,
    }
