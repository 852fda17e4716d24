"""Today in lines: the calls, what is due, and the week."""

from rich.cells import cell_len

from mentordesk.domain.coming import Attention, CallLine, TodayPage
from mentordesk.domain.rules import DAY_NAMES
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad, plain

SETTLES = {
    "done": "today.settle",
    "milestone": "today.settle",
    "plan": "today.settle",
    "told": "today.settle",
    "decide": "person.decide",
    "log": "person.log",
    "slot": "person.slot",
    "call": "app.call",
    "brief": "list.choose",
}
"""The command that settles a line that is due, by what the attention rule says."""
STATES = {"running": "● running", "held": "✓ held", "missed": "missed", "moved": "moved"}


def today_headline(page: TodayPage, look: Look) -> Row:
    """The day, how much of it is taken, and who is next in how long.

    On a shared screen it is not said how much: there may be more.
    """
    parts = [words.day(page.today, page.today)]
    if not look.shared:
        parts.append(words.counted(len(page.calls), "call"))
    if page.due and not look.shared:
        parts.append(words.counted(len(page.due), "thing") + " due")
    left: list[Seg] = [(" Today", "strong"), (" · " + " · ".join(parts), "")]
    return Row("", left, [(next_words(page, look) + " ", "accent")])


def next_words(page: TodayPage, look: Look) -> str:
    """Whose call runs, or who is next and in how long; '' when nothing is fixed."""
    if running := page.running:
        return f"● call with {fit(running.name, 24)} is running"
    if coming := page.next:
        late = coming.start < look.now
        when = f"since {_clock(coming, look)}" if late else words.distance(coming.start, look)
        return f"{'due' if late else 'next'}: {handle(coming.address)} {when}"
    return ""


def begins_at(page: TodayPage, look: Look) -> str:
    """The row to begin at: the first call that is not over."""
    ahead = (n for n, call in enumerate(page.calls) if call.end > look.now)
    return f"call:{next(ahead, len(page.calls) - 1)}"


def today_rows(page: TodayPage, look: Look) -> list[Row]:
    """The calls of today, and under them what is due."""
    calls = [call_row(call, look, f"call:{n}") for n, call in enumerate(page.calls)]
    due = [row for n, line in enumerate(page.due) for row in due_row(line, look, f"due:{n}")]
    return [
        *(calls or [_no_calls(page, look)]),
        blank(),
        heading("due"),
        *(due or [plain(look.nothing("Nothing is due. Enjoy the quiet."), "dim")]),
    ]


def _no_calls(page: TodayPage, look: Look) -> Row:
    if coming := page.next:
        when = f"{words.day(look.here(coming.start).date(), look.today)} {_clock(coming, look)}"
        return Row(
            "next:0",
            [
                ("" if look.shared else "No call today. ", "dim"),
                (f"The next is {when} with {fit(coming.name, 28)}.", ""),
            ],
        )
    none = "No call today, and none is fixed. People (2) shows who needs a slot."
    return plain(look.nothing(none), "dim")


def call_row(call: CallLine, look: Look, key: str) -> Row:
    """A call: when, who, under what, which one, and both clocks or what became of it."""
    wide = look.width >= 100
    number = words.number(call.number, call.total)
    clock_of = words.their_clock if wide else words.over_there
    theirs = clock_of(call.start, call.zone, look)
    done = call.state in ("held", "missed") or (call.state != "running" and call.end <= look.now)
    said, part = state(call, look)
    left: list[Seg] = [
        (f"{_clock(call, look)}  ", "dim" if done else "strong"),
        (pad(call.name, 24 if wide else 15) + " ", "dim" if done else ""),
        (pad(call.programme, 24 if wide else 12) + " ", "dim"),
        (pad(number, 5) + " ", "dim"),
        ("" if done else theirs, "dim"),
    ]
    return Row(key, left, [(said, part)] if said else ())


def state(call: CallLine, look: Look) -> Seg:
    """What is known of a call beside its time."""
    said = STATES.get(call.state, "") or ("confirmed" if call.confirmed else "")
    if call.state in ("planned", "moved") and call.end <= look.now:
        said = "not recorded"
    return said, "accent" if call.state == "running" else "dim"


def due_row(line: Attention, look: Look, key: str) -> list[Row]:
    """Something due: `!` when waiting may lose something, and the key that settles it."""
    mark: Seg = ("! ", "warn") if line.urgent else ("· ", "dim")
    hint = look.hint(SETTLES.get(line.does, "list.choose"))
    first, *rest = hanging(key, mark, line.says, look.width - cell_len(hint) - 4)
    return [first._replace(right=[(hint, "dim")] if hint else ()), *rest]


def week_line(page: TodayPage, look: Look) -> Row:
    """The week: a filled dot for each call held, an open one for each to come, and the hours."""
    left: list[Seg] = [(" ", "")]
    for dots in page.week:
        here = dots.day == page.today
        name = DAY_NAMES[dots.day.weekday()][:3]
        marks = "●" * min(dots.held, 5) + "○" * min(dots.planned, 5) or "·"
        left += [(name, "strong" if here else "dim"), (f" {marks}   ", "accent" if here else "dim")]
    said = _spent(page)
    return Row("", left, [(f"{said} ", "dim")] if said else ())


def _spent(page: TodayPage) -> str:
    """`1 h this week`, or `1 h of 6 h budget` where playbooks have one for the week."""
    if page.budget_this_week:
        return f"{words.length(page.budget_used)} of {words.length(page.budget_this_week)} budget"
    return f"{words.length(page.minutes_this_week)} this week" if page.minutes_this_week else ""


def handle(address: str) -> str:
    """The short word for typing in an address."""
    return address.partition("/")[0]


def _clock(call: CallLine, look: Look) -> str:
    return words.clock(call.start, look)
