"""Opportunities and introductions in lines: how far each is, and by when."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from mentordesk.domain.doors import UNDER_WAY, Introduction, Meant, Opening
from mentordesk.domain.plans import OPPORTUNITY_STATES
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.brief import DOORS
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad

EMPTY = (
    "Nothing is watched out for or on its way.\n"
    "a notes an opportunity, b two people to bring together."
)
TITLES = {
    "watching": "watching out for",
    "declined": "declined",
    "closed": "closed",
}


def doors_headline(openings: Sequence[Opening], meants: Sequence[Meant], who: str) -> Row:
    """How much is under way, and whose it is."""
    live = sum(one.opportunity.state in UNDER_WAY for one in openings)
    said = [words.counted(live, "opportunity", "opportunities")]
    said.append(words.counted(len(meants), "introduction"))
    whose = f" · {fit(who, 30)}" if who else ""
    return Row("", [(" Doors", "strong"), (whose + " · " + " · ".join(said), "")])


def doors_rows(
    openings: Iterable[Opening], meants: Sequence[Meant], look: Look, *, alone: bool
) -> list[Row]:
    """Opportunities by how far they are, then introductions."""
    order = sorted(openings, key=lambda one: OPPORTUNITY_STATES.index(one.opportunity.state))
    rows: list[Row] = []
    for state, group in groupby(order, key=lambda one: one.opportunity.state):
        rows.append(heading(TITLES.get(state, state)))
        rows += [row for one in group for row in _opening(one, look, alone)]
        rows.append(blank())
    if meants:
        rows.append(heading("introductions"))
        rows += [row for one in meants for row in _meant(one, look, alone)]
    return rows if meants else rows[:-1]


def _opening(found: Opening, look: Look, alone: bool) -> list[Row]:
    one = found.opportunity
    live = one.state in UNDER_WAY
    late = live and one.due is not None and one.due < look.today
    due = ""
    if one.due and live:
        day = words.day(one.due, look.today)
        due = f"! passed on {day} " if late else f"by {day} "
    mark: Seg = (DOORS.get(one.state, "· "), "warn" if late else "accent" if live else "dim")
    room = look.width - 4 - len(due)
    first, *rest = hanging(f"door:{one.id}", mark, one.text, room, "" if live else "dim")
    rows = [first._replace(right=[(due, "warn" if late else "dim")] if due else ()), *rest]
    about = [] if alone else [found.name]
    about += [one.source] * bool(one.source)
    if found.steps:
        last = found.steps[-1]
        about.append(f"{last.state} {words.day(last.day, look.today)}")
        about += [last.text] * bool(last.text)
    return rows + [Row("", [("  " + fit(" · ".join(about), look.width - 4), "dim")])] * bool(about)


def _meant(meant: Meant, look: Look, alone: bool) -> list[Row]:
    one = meant.introduction
    live = one.state in ("open", "made")
    left: list[Seg] = [
        ("& ", "accent" if live else "dim"),
        ("" if alone else pad(meant.name, 16) + " ", "dim"),
        (pad(one.person, 24) + " ", "" if live else "dim"),
        (one.text, "dim"),
    ]
    rows = [Row(f"intro:{one.id}", left)]
    about = [consent(one, look), one.contact, one.outcome]
    said = " · ".join(part for part in about if part)
    return [*rows, Row("", [("  " + fit(said, look.width - 4), "dim")])]


def consent(one: Introduction, look: Look) -> str:
    """Who said yes and when, or that the two were brought together."""
    if one.state == "dropped":
        return "dropped"
    if one.made_on:
        return f"introduced {words.day(one.made_on, look.today)}"
    said = [
        f"{who} said yes {words.day(on, look.today)}" if on else f"{who} not asked yet"
        for who, on in (("mentee", one.mentee_agreed_on), (one.person, one.other_agreed_on))
    ]
    return " · ".join(said)
