"""What `brief` tells of how somebody gets on."""

from typing import TYPE_CHECKING

from mentordesk.cli import output, words
from mentordesk.cli.topic import explained
from mentordesk.domain.learning import sparkline
from mentordesk.domain.study import history

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Learning
    from mentordesk.domain.pages import BriefPage


def print_remember(page: "BriefPage") -> None:
    """The one personal thing to come back to."""
    if page.learning and page.learning.remember:
        output.say(f"Remember: {page.learning.remember}")


def print_stuck(desk: "Desk", page: "BriefPage") -> None:
    """Stuck points with when they were explained last."""
    topics = page.learning.topics if page.learning else ()
    if topics:
        output.say("Stuck on")
        today = desk.today()
        output.table(
            [(words.day_words(t.day, today), t.note.body, explained(desk, t)) for t in topics]
        )


def print_learning(desk: "Desk", page: "BriefPage") -> None:
    """Progress, the study weeks, the last review, labs that wait, an idea."""
    if page.learning and (rows := _rows(desk, page.learning)):
        output.say("How it goes")
        output.table(rows)


def _rows(desk: "Desk", found: "Learning") -> list[tuple[str, str]]:
    rows = [
        ("progress", _progress(desk, found)),
        ("study weeks", history(found.weeks)),
        ("last review", " · ".join(f"{one.key}: {one.text}" for one in found.answers)),
        ("labs", " · ".join(lab.title for lab in found.labs)),
        ("idea", found.idea.title if found.idea else ""),
    ]
    return [row for row in rows if row[1]]


def _progress(desk: "Desk", found: "Learning") -> str:
    where = found.where
    parts = [sparkline(found.percents)]
    if where:
        parts += [f"{where.percent} %" if where.percent is not None else "", where.section]
    if found.looked:
        parts.append(f"(log opened {words.day_words(found.looked, desk.today())})")
    return " ".join(part for part in parts if part)
