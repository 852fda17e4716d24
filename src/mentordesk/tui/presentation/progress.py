"""The tab on how somebody gets on, in two columns: what they do, and what comes of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.domain.learning import (
    Answered,
    IdeaLine,
    Lab,
    Recording,
    Snapshot,
    Topic,
    sparkline,
)
from mentordesk.domain.notes import Note
from mentordesk.domain.study import StudyPage, StudyWeek, out_of, planned, spoken
from mentordesk.domain.text import short_length
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.getting_on import topic_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, hanging, heading, pad, plain

EMPTY = "Nothing here yet: study hours, progress, labs, stuck points.\nPress a to begin."
LATEST = 3  # of the progress log, of wins and of recordings; the commands list all
_HOW: dict[str, Seg] = {"kept": ("✓ ", "accent"), "partly": ("◐ ", ""), "not": ("× ", "dim")}


class ProgressPage(NamedTuple):
    """All that the tab shows; `weeks` are the latest ones with what was told of each."""

    study: StudyPage
    weeks: Sequence[tuple[date, StudyWeek | None]]
    log: Sequence[Snapshot]
    task: Sequence[Answered]
    month: Sequence[Answered]
    labs: Sequence[Lab]
    topics: Sequence[Topic]
    ideas: Sequence[IdeaLine]
    wins: Sequence[Note]
    recordings: Sequence[Recording]


def progress_columns(page: ProgressPage, look: Look) -> tuple[list[Row], list[Row]]:
    """What they do at the left; what is looked at together and what came of it at the right."""
    does = [
        *_section("study", study_rows(page, look), _yardstick(page.study)),
        *_section("progress", log_rows(page.log, look), _line(page.log)),
        *_section("last task", review_rows(page.task, look), _day(page.task, look)),
        *_section("last month", review_rows(page.month, look), _day(page.month, look)),
    ]
    comes = [
        *_section("labs", lab_rows(page.labs, look)),
        *_section("stuck points", topic_rows(_lately(page.topics), look, "topic")),
        *_section("session ideas", idea_rows(page.ideas, look)),
        *_section("wins", win_rows(page.wins, look)),
        *_section("recordings", recording_rows(page.recordings, look)),
    ]
    return does[:-1], comes[:-1]


def _section(title: str, rows: Sequence[Row], right: str = "") -> list[Row]:
    return [heading(title, right), *rows, blank()] if rows else []


def _yardstick(study: StudyPage) -> str:
    return f"{out_of(planned(study.slots), study.hours)} a week " if study.slots else ""


def _line(log: Sequence[Snapshot]) -> str:
    percents = [one.percent for one in reversed(log) if one.percent is not None]
    return f"{sparkline(percents)} {percents[-1]} % " if percents else ""


def _day(answers: Sequence[Answered], look: Look) -> str:
    return f"{words.day(answers[0].day, look.today)} " if answers else ""


def study_rows(page: ProgressPage, look: Look) -> list[Row]:
    """The hours on their clock, and the latest weeks, untold ones included."""
    zone = f" {words.city(page.study.zone)}" if page.study.zone else ""
    plan = [
        plain(f"{line}{zone if n == 0 else ''}", "dim")
        for n, line in enumerate(spoken(page.study.slots))
    ]
    return [*plan, *(week_row(monday, told, look) for monday, told in page.weeks)]


def week_row(monday: date, told: StudyWeek | None, look: Look) -> Row:
    """One week: how it was kept, hours of those planned, and why."""
    name: Seg = (pad(f"week of {monday.day} {monday:%b}", 15), "" if told else "dim")
    if told is None:
        return Row(f"week:{monday}", [("· ", "dim"), name, ("not told of yet", "dim")])
    said = told.reason
    if told.minutes is not None:
        done = (
            f"{short_length(told.minutes)} of {short_length(told.planned)}"
            if told.planned
            else short_length(told.minutes)
        )
        said = " · ".join(part for part in (done, told.reason) if part)
    return Row(f"week:{monday}", [_HOW[told.kept], name, (f"{told.kept:<7} ", ""), (said, "dim")])


def log_rows(log: Sequence[Snapshot], look: Look) -> list[Row]:
    """The latest of the progress log, and when it was opened last."""
    rows: list[Row] = []
    for one in [one for one in log if not one.is_glance][:LATEST]:
        percent = f"{one.percent} %" if one.percent is not None else ""
        told = [one.section, percent]
        told += [f"managed {one.well}"] if one.well else []
        told += [f"hard: {one.hard}"] if one.hard else []
        said = " · ".join(part for part in (*told, one.text) if part)
        mark: Seg = (pad(words.day(one.day, look.today), 11), "dim")
        rows += hanging(f"log:{one.id}", mark, said or "–", look.width - 3)[:3]
    if log:
        rows.append(plain(f"log opened {words.near(log[0].day, look.today)}", "dim", "opened:"))
    return rows


def review_rows(answers: Sequence[Answered], look: Look) -> list[Row]:
    """The questions of a review with what was answered."""
    return [
        row
        for one in answers
        for row in hanging("", ("", ""), f"{one.question} {one.text}", look.width - 3)[:3]
    ]


def lab_rows(labs: Sequence[Lab], look: Look) -> list[Row]:
    """Labs that wait, then the latest that were looked at with what was said."""
    waiting = [lab for lab in labs if lab.state == "open"]
    rows: list[Row] = []
    for lab in [*waiting, *[lab for lab in labs if lab.state != "open"][:LATEST]]:
        done = lab.reviewed_on
        mark: Seg = ("✓ ", "dim") if done else ("○ ", "accent")
        said = f"{lab.title}: {lab.text}" if lab.text else lab.title
        part = "dim" if done else ""
        day = words.day(done or lab.day, look.today)
        right: Sequence[Seg] = [(f"{'looked at' if done else 'since'} {day} ", "dim")]
        room = look.width - 3 - sum(len(text) + 1 for text, _ in right)
        first, *rest = hanging(f"lab:{lab.id}", mark, said, room, part)[:2]
        rows += [first._replace(right=right), *rest]
    return rows


def _lately(topics: Sequence[Topic]) -> list[Topic]:
    """Open topics, and the latest that are understood."""
    return [one for one in topics if one.is_open] + [one for one in topics if not one.is_open][
        -LATEST:
    ]


def idea_rows(lines: Sequence[IdeaLine], look: Look) -> list[Row]:
    """Ideas not used yet first; those used with the last day and how often."""
    rows = []
    for line in lines:
        used = line.used
        times = f"×{len(used)}, " if len(used) > 1 else ""
        said = f"used {times}{words.day(used[0], look.today)} " if used else ""
        mark: Seg = ("✓ ", "dim") if used else ("○ ", "accent")
        name: Seg = (line.idea.title, "dim" if used else "")
        made: Seg = (f": {line.text}" if line.text else "", "dim")
        key, right = f"idea:{line.idea.key}", [(said, "dim")] if said else ()
        rows.append(Row(key, [mark, name, made], right))
    return rows


def win_rows(wins: Sequence[Note], look: Look) -> list[Row]:
    """The latest wins."""
    return [
        row
        for note in wins[:LATEST]
        for row in hanging(f"win:{note.id}", ("+ ", "accent"), note.body, look.width - 3)[:2]
    ]


def recording_rows(found: Sequence[Recording], look: Look) -> list[Row]:
    """The latest recordings with their helpful parts; what they do not know or have says so."""
    rows = []
    for one in found[:LATEST]:
        shared = one.shared_on
        known = "not shared yet " if one.told_on else "they were not told yet "
        said = f"shared {words.day(shared, look.today)} " if shared else known
        mark: Seg = ("✓ ", "dim") if shared else ("○ ", "accent")
        title: Seg = (one.title, "dim" if shared else "")
        right: Seg = (said, "dim" if shared else "warn")
        rows.append(Row(f"recording:{one.id}", [mark, title], [right]))
        rows += [plain(f"  {part}", "dim") for part in one.parts[:LATEST]]
    return rows
