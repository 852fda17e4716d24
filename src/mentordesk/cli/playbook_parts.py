"""What `playbook show` says of a programme beside its agendas and questions."""

from collections.abc import Iterator, Sequence

from mentordesk.cli import output, words
from mentordesk.domain.duties import bar
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_words import choices, takes, timing, whose
from mentordesk.domain.readers import spoken
from mentordesk.domain.text import counted

Rows = list[tuple[str, ...]]


def print_parts(found: Playbook) -> None:
    """Print outlines, milestones, certificates, reports, the effort and what else there is."""
    for title, rows in _parts(found):
        if rows:
            output.say(title)
            output.table(rows)


def _parts(found: Playbook) -> Iterator[tuple[str, Rows]]:
    yield from _people(found)
    yield from _events(found)


def _people(found: Playbook) -> Iterator[tuple[str, Rows]]:
    yield "How many", _load(found)
    yield "What the mentor does", _lines(found.mentor_does)
    yield "What the mentee does", _lines(found.mentee_does)
    yield "What the programme does", _lines(found.coordinator_does)
    yield "What a mentor brings along", _lines(bar(found))
    yield "What the mentor owes", [(d.key, d.says, d.every) for d in found.duties]
    yield "The way in", [(f"{n}", s.title, whose(s.by)) for n, s in enumerate(found.intake, 1)]
    yield "Before a match", _numbered([fit.ask for fit in found.match])
    yield "Whom to turn to", [(c.key, c.title, c.reach, c.link) for c in found.support]


def _load(found: Playbook) -> Rows:
    said = (
        (found.load_min, "at least {} mentees"),
        (found.load_max, "at most {} mentees"),
        (found.ask_above, "above {} mentees it wants to be asked first"),
        (found.group_most, "at most {} in a group"),
        (found.load_mentors, "at most {} mentors to a mentee"),
    )
    return [(text.format(number),) for number, text in said if number]


def _lines(lines: Sequence[str]) -> Rows:
    return [(line,) for line in lines]


def _events(found: Playbook) -> Iterator[tuple[str, Rows]]:
    for track in found.tracks:
        steps: Rows = [
            (f"{n}", step.title, ", ".join(step.marks)) for n, step in enumerate(track.steps, 1)
        ]
        yield f"Outline: {track.title} ({counted(len(steps), 'step')})", steps
    yield "Milestones", [(m.title, timing(m), whose(m.by)) for m in found.milestones]
    for certificate in found.certificates:
        yield certificate.title, [(one.says, takes(one)) for one in certificate.criteria]
    yield "Decisions", [(d.title, choices(d)) for d in found.decisions]
    yield (
        "Reports",
        [(r.title, f"each {r.period}", f"for {spoken(r.readers)}") for r in found.reports],
    )
    yield _effort(found), [(k.title, _minutes(k.minutes)) for k in found.time_kinds]
    yield "Checklists", [(c.title, counted(len(c.items), "item")) for c in found.checklists]
    yield "Ideas for a session", [(idea.title,) for idea in found.ideas]
    yield "Reminders of manner", _lines(found.reminders)
    yield "Why it may end", _lines(found.exit_reasons)
    if found.keep_in_touch_weeks:
        weeks = counted(found.keep_in_touch_weeks, "week")
        yield "Afterwards", [(f"a word every {weeks}", found.keep_in_touch)]


def _effort(found: Playbook) -> str:
    if not found.budget_minutes:
        return "Kinds of time"
    return f"Effort: {words.length(found.budget_minutes)} a {found.budget_per}"


def _minutes(minutes: int) -> str:
    return words.length(minutes) if minutes else ""


def _numbered(lines: Sequence[str]) -> Rows:
    return [(f"{n}", line) for n, line in enumerate(lines, 1)]
