"""What helps to decide how it goes on: facts of a mentorship as sections, and as Markdown.

Counts and words only: nothing here judges anybody.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.domain.text import clip, one_line

USUAL = ("attendance", "goals", "plan", "wins")
"""What is laid beside a decision whose playbook names nothing."""
ALWAYS = ("promises", "decision")
"""What is laid beside every decision, at its end unless the playbook says where."""
LONGEST = 8
"""Lines of a section; the rest is counted."""
_WIDEST = 160
"""Characters of a line, so that one long note does not hide the others."""


class Aim(NamedTuple):
    """A goal with its measure, '' when it has none, and how much of what a role asks is met."""

    text: str
    state: str
    measure: str
    ready: str = ""


class Known(NamedTuple):
    """The facts since a day: of meetings, promises and words; goals and plan as they stand."""

    since: date
    today: date
    held: int = 0
    missed: int = 0
    no_shows: int = 0
    late: int = 0
    goals: Sequence[Aim] = ()
    gaps: Sequence[str] = ()
    plan_done: int = 0
    plan_rows: int = 0
    kept: int = 0
    promised: int = 0
    wins: Sequence[str] = ()
    concerns: Sequence[str] = ()
    progress: Sequence[str] = ()
    minutes: int = 0
    decisions: Sequence[str] = ()


class Section(NamedTuple):
    """A title with its lines."""

    title: str
    lines: Sequence[str]


def sections(known: Known, wanted: Sequence[str]) -> list[Section]:
    """What there is to say of the kinds that the playbook wants, in its order."""
    said = {
        "attendance": Section("Meetings", _attendance(known)),
        "goals": Section("Goals", [*_goals(known.goals), *_gaps(known.gaps)]),
        "plan": Section("Plan", _plan(known)),
        "promises": Section("Promises", _promises(known)),
        "progress": Section("Progress", _few(known.progress)),
        "wins": Section("Went well", _few(known.wins)),
        "concerns": Section("Concerns", _few(known.concerns)),
        "times": Section("Time", [f"{known.minutes // 60} h {known.minutes % 60:02}"]),
        "decision": Section("Decided before", _few(known.decisions)),
    }
    kinds = dict.fromkeys((*(wanted or USUAL), *ALWAYS))
    chosen = [said[kind] for kind in kinds if kind in said]
    return [section for section in chosen if section.lines]


def markdown(title: str, known: Known, wanted: Sequence[str]) -> str:
    """The sections as one text, to be kept with the decision."""
    parts = [f"# {one_line(title)}", f"From {known.since} to {known.today}."]
    for section in sections(known, wanted):
        lines = "\n".join(f"- {line}" for line in section.lines)
        parts.append(f"## {section.title}\n{lines}")
    return "\n\n".join(parts) + "\n"


def _attendance(known: Known) -> list[str]:
    counts = ((known.held, "held"), (known.missed, "missed"))
    told = [f"{count} {word}" for count, word in counts]
    if known.no_shows:
        told.append(f"{known.no_shows} without a word")
    if known.late:
        told.append(f"{known.late} begun late")
    return [", ".join(told)]


def _goals(goals: Iterable[Aim]) -> list[str]:
    lines = [
        f"{aim.state}: {one_line(aim.text)}"
        + (f" ({one_line(aim.measure)})" if aim.measure else " (no measure)")
        + (f", {aim.ready}" if aim.ready else "")
        for aim in goals
    ]
    return _few(lines) or ["none set"]


def _gaps(gaps: Iterable[str]) -> list[str]:
    return _few([f"gap: {one_line(gap)}" for gap in gaps])


def _plan(known: Known) -> list[str]:
    return [f"{known.plan_done} of {known.plan_rows} rows done"] if known.plan_rows else []


def _promises(known: Known) -> list[str]:
    return [f"{known.kept} of {known.promised} of the mentee's kept"] if known.promised else []


def _few(lines: Sequence[str]) -> list[str]:
    shown = [clip(line, _WIDEST) for line in lines[:LONGEST]]
    rest = len(lines) - len(shown)
    return [*shown, f"and {rest} more"] if rest else shown
