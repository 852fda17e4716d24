"""The JSON shapes of how somebody gets on (docs/json.md)."""

from typing import TYPE_CHECKING

from mentordesk.cli.shapes import Shape, day, readers
from mentordesk.domain.learning import sparkline
from mentordesk.domain.recorded import spoken
from mentordesk.domain.rules import DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.domain.learning import (
        Answered,
        IdeaLine,
        Lab,
        Learning,
        Mark,
        Recording,
        Snapshot,
        Topic,
    )
    from mentordesk.domain.programme_people import Idea
    from mentordesk.domain.reviews import Asking
    from mentordesk.domain.study import StudyPage, StudyWeek


def study(page: "StudyPage") -> Shape:
    """The hours, the weeks told of, and what the programme reckons with."""
    return {
        "slots": [
            {
                "weekday": DAYS[one.weekday],
                "at": f"{one.at:%H:%M}",
                "minutes": one.minutes,
                "since": day(one.since),
            }
            for one in page.slots
        ],
        "zone": page.zone or None,
        "hours_a_week": page.hours or None,
        "run_weeks": page.run or None,
        "weeks": [week(one) for one in page.weeks],
    }


def week(one: "StudyWeek") -> Shape:
    """How one week's plan was kept."""
    return {
        "monday": day(one.monday),
        "kept": one.kept,
        "planned": one.planned,
        "minutes": one.minutes,
        "reason": one.reason,
        "readers": readers(one.readers),
    }


def snapshot(one: "Snapshot") -> Shape:
    """One entry of the progress log."""
    return {
        "id": one.id,
        "day": day(one.day),
        "section": one.section,
        "percent": one.percent,
        "well": one.well,
        "hard": one.hard,
        "text": one.text,
        "link": one.link,
        "glance": one.is_glance,
        "readers": readers(one.readers),
    }


def progress(log: "Sequence[Snapshot]") -> Shape:
    """The whole log with its line of blocks."""
    percents = [one.percent for one in reversed(log) if one.percent is not None]
    return {"sparkline": sparkline(percents), "log": [snapshot(one) for one in log]}


def lab(one: "Lab") -> Shape:
    """A lab."""
    return {
        "id": one.id,
        "title": one.title,
        "link": one.link,
        "state": one.state,
        "day": day(one.day),
        "reviewed_on": day(one.reviewed_on),
        "text": one.text,
        "follow_up": one.follow_up,
        "readers": readers(one.readers),
    }


def topic(one: "Topic") -> Shape:
    """A stuck point with its marks."""
    return {
        "id": one.note.id,
        "text": one.note.body,
        "state": one.note.state,
        "day": day(one.day),
        "marks": [_mark(mark) for mark in one.marks],
        "readers": readers(one.note.readers),
    }


def _mark(one: "Mark") -> Shape:
    return {"level": one.level, "day": day(one.day), "text": one.text}


def idea(one: "Idea") -> Shape:
    """What a session can be made of."""
    return {"key": one.key, "title": one.title, "tags": list(one.tags), "about": one.about}


def used_idea(line: "IdeaLine") -> Shape:
    """The same with when it was used."""
    return idea(line.idea) | {"used": [day(one) for one in line.used], "text": line.text}


def answered(one: "Answered") -> Shape:
    """One answer of a review."""
    return {
        "kind": one.kind,
        "key": one.key,
        "question": one.question,
        "text": one.text,
        "day": day(one.day),
        "task": one.task or None,
        "readers": readers(one.readers),
    }


def form(kind: str, task: str, asked: "Sequence[Asking]", last: "Sequence[Answered]") -> Shape:
    """What a review asks, with what was answered last time."""
    known = {one.key: one.text for one in last}
    return {
        "kind": kind,
        "task": task or None,
        "questions": [
            {"key": one.key, "ask": one.ask, "last": known.get(one.key, "")} for one in asked
        ],
    }


def recording(one: "Recording") -> Shape:
    """A recorded call."""
    return {
        "id": one.id,
        "title": one.title,
        "link": one.link,
        "day": day(one.day),
        "told_on": day(one.told_on),
        "shared_on": day(one.shared_on),
        "text": one.text,
        "readers": readers(one.readers),
        "runs": one.runs,
        "moments": [{"offset": spoken(m.offset), "text": m.text} for m in one.moments],
    }


def learning(found: "Learning | None") -> Shape | None:
    """What of all this stands in the brief."""
    if found is None:
        return None
    return {
        "sparkline": sparkline(found.percents),
        "where": snapshot(found.where) if found.where else None,
        "looked": day(found.looked),
        "weeks": [week(one) for one in found.weeks],
        "labs": [lab(one) for one in found.labs],
        "topics": [topic(one) for one in found.topics],
        "idea": idea(found.idea) if found.idea else None,
        "last_review": [answered(one) for one in found.answers],
        "remember": found.remember,
    }
