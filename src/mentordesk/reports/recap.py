"""The recap of a call: the mentee's text from what the mentee may read, and the mentor's own."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import partial
from types import MappingProxyType

from mentordesk.domain.notes import Note
from mentordesk.domain.pages import Leaving
from mentordesk.domain.plans import Action, Opportunity
from mentordesk.domain.rules import DAY_NAMES, short_day

_LABELS = {"Etc/UTC": "UTC"}
_NOBODY: Mapping[str, str] = MappingProxyType({})


def mentee_recap(
    name: str,
    mentor: str,
    held_on: date,
    parts: Leaving,
    next_start: datetime | None,
    zones: Sequence[tuple[str, tzinfo]],
    names: Mapping[str, str] = _NOBODY,
) -> str:
    """The draft that will leave, in Markdown. `parts` were read for the mentee and nobody else.

    `zones` are the clocks to give the next meeting in, the mentee's first; `names` those of a
    group's members by their handles.
    """
    called = partial(promise, name=name, mentor=mentor, names=names)
    done = [note.body for note in parts.lines] or list(parts.points)
    blocks = [
        f"# Our call on {_day(held_on)}",
        _list("What we did", done),
        _list("Well done", [note.body for note in parts.wins]),
        _list("Kept", [called(one) for one in parts.actions if not one.is_open]),
        _list("What comes next", [called(o) for o in parts.actions if o.is_open]),
        _list("Still open", [note.body for note in parts.questions if note.state == "open"]),
    ]
    if next_start:
        blocks.append(f"Next call: {_in_zones(next_start, zones)}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def private_recap(
    notes: Sequence[Note], opportunities: Sequence[Opportunity], answers: Mapping[str, str]
) -> str:
    """The mentor's own draft: what is nobody else's to read."""
    blocks = [
        _list("Opportunities", [o.text + _by(o.due) for o in opportunities]),
        _list("Noted", [n.body for n in notes]),
        "\n\n".join(f"**{ask}**\n{text}" for ask, text in answers.items() if text),
    ]
    return "\n\n".join(block for block in blocks if block)


def promise(action: Action, name: str, mentor: str, names: Mapping[str, str] = _NOBODY) -> str:
    """A promise with whose it is, by name, and its day while it is still to be kept."""
    mentee = names.get(action.who, name if names else name.split()[0])
    who = {"me": mentor or "Your mentor", "mentee": mentee}.get(action.owner, action.who)
    return f"{who[:1].upper()}{who[1:]}: {action.text}{_by(action.due) if action.is_open else ''}"


def _list(title: str, lines: Sequence[str]) -> str:
    body = "\n".join(f"- {line}" for line in lines)
    return f"## {title}\n{body}" if lines else ""


def _by(due: date | None) -> str:
    return f", by {_day(due)}" if due else ""


def _day(day: date) -> str:
    return f"{DAY_NAMES[day.weekday()]} {short_day(day)} {day.year}"


def _in_zones(start: datetime, zones: Sequence[tuple[str, tzinfo]]) -> str:
    told: list[str] = []
    for label, tz in zones:
        local = start.astimezone(tz)
        told.append(f"{_day(local.date())} {local:%H:%M} ({_LABELS.get(label, label)})")
    return " = ".join(dict.fromkeys(told))
