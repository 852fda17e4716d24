"""How somebody gets on, in the few lines that the brief has room for."""

from collections.abc import Sequence

from mentordesk.domain.learning import Learning, Topic, sparkline
from mentordesk.domain.pages import BriefPage
from mentordesk.domain.study import history
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit, hanging


def remember_rows(page: BriefPage, look: Look) -> list[Row]:
    """The one personal thing to come back to, on one line."""
    said = page.learning.remember if page.learning else ""
    return [Row("", [("remember: ", "accent"), (fit(said, look.width - 13), "")])] if said else []


def how_rows(page: BriefPage, look: Look) -> list[Row]:
    """Progress with the study weeks, the last look back, labs that wait, an idea: a line each."""
    found = page.learning
    if found is None:
        return []
    lines = [
        ("", progress_words(found, look)),
        ("task: ", _task(found)),
        ("labs: ", " · ".join(lab.title for lab in found.labs)),
        ("idea: ", found.idea.title if found.idea else ""),
    ]
    room = look.width - 4
    return [
        Row("", [(label, "dim"), (fit(said, room - len(label)), "")])
        for label, said in lines
        if said
    ]


def progress_words(found: Learning, look: Look) -> str:
    """The line of blocks, where they are, and how the weeks went: `▂▄ 45 % section 4`.

    When the log was opened is said only if nothing was written down on that day.
    """
    where = found.where
    line = sparkline(found.percents)
    if found.percents:
        line += f" {found.percents[-1]} %"
    parts = [" ".join(part for part in (line, where.section if where else "") if part)]
    if weeks := history(found.weeks, 3):
        parts.append(f"weeks: {weeks}")
    if found.looked and (where is None or found.looked > where.day):
        parts.append(f"log opened {words.near(found.looked, look.today)}")
    return " · ".join(part for part in parts if part)


def _task(found: Learning) -> str:
    """What was said about the last task: its result, then the rest in a few words."""
    return " · ".join(one.text for one in found.answers)


def topic_rows(topics: Sequence[Topic], look: Look, kind: str = "note") -> list[Row]:
    """Stuck points, each with when it was explained last and how well that went.

    With the kind `topic`, on their own tab, a line below says how it was explained.
    """
    rows: list[Row] = []
    for one in topics:
        said = explained(one, look)
        mark: Seg = ("?? ", "accent") if one.is_open else ("✓  ", "dim")
        part = "" if one.is_open else "dim"
        room = look.width - 3 - (len(said) + 1 if said else 0)
        first, *rest = hanging(f"{kind}:{one.note.id}", mark, one.note.body, room, part)[:4]
        rows += [first._replace(right=[(f"{said} ", "dim")] if said else ()), *rest]
        if kind == "topic":
            rows += _how(one, look)
    return rows


def _how(one: Topic, look: Look) -> list[Row]:
    """How it was explained the last times, so that the next time it is told in another way."""
    said = " · ".join(mark.text for mark in one.marks if mark.text)
    return [Row("", [("   ", ""), (fit(said, look.width - 6), "dim")])] if said else []


def explained(one: Topic, look: Look) -> str:
    """When a topic was explained last: `explained Thu 12 Nov, 2 of 5`; '' when it was not."""
    if not one.marks:
        return ""
    last = one.marks[0]
    return f"explained {words.day(last.day, look.today)}, {last.level} of 5"
