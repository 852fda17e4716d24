"""The standing slot in lines: the rule in words, the next dates on both clocks, and warnings."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import Standing
from mentordesk.domain.pages import Meeting, SlotPage
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, plain

EMPTY = "No slot yet. Meetings that are not fixed do not happen.\nPress w, and type “tue 18:00”."
_WARNS: Seg = ("! ", "warn")
_ASKS: Seg = ("↷ ", "warn")
STATES = {"skipped": "skipped", "gap": "gap", "cancelled": "cancelled", "moved": "moved"}


def slot_words(series: Series) -> str:
    """The slot in one line: `every Tuesday 18:00, 60 min, 12 meetings, Europe/Berlin`."""
    run = ""
    if series.count:
        run = f", {words.counted(series.count, 'meeting')}"
    elif last := series.last_day or series.until:
        run = f", until {last:%a} {last.day} {last:%b %Y}"
    place = f", {series.place}" if series.place else ""
    at = f"{series.wall_time:%H:%M}"
    return (
        f"{series.rule.spoken()} {at}, {series.minutes} min{run}, {words.city(series.zone)}{place}"
    )


class Known(NamedTuple):
    """What the guests of a slot know and have said: how far they were told, their answers.

    `waiting` are times they proposed, a sentence each.
    """

    standing: Standing
    answers: Sequence[str] = ()
    waiting: Sequence[str] = ()


def schedule_rows(
    page: SlotPage, pronouns: str, look: Look, name: str = "", known: Known | None = None
) -> list[Row]:
    """The slot, what the other side knows of it, what deserves a warning, and the dates to come.

    `known` is None until somebody has looked.
    """
    if page.series is None:
        return []
    clocks = [both_clocks(one, pronouns) for one in page.meetings]
    wide = max((len(clock) for clock in clocks), default=0)
    meetings = [
        meeting_row(one, f"{clock:<{wide}}", look)
        for one, clock in zip(page.meetings, clocks, strict=True)
    ]
    return [
        *_runs(page, page.series),
        *_anchor(page, look),
        *_known(known, name, look),
        *(row for said in page.warnings for row in hanging("", _WARNS, said, look.width, "warn")),
        *(row for run in page.runs or [page.series] for row in _gaps(run, look)),
        blank(),
        heading("next dates"),
        *(meetings or [plain("The run is over; w fixes a new one.", "dim")]),
    ]


def _runs(page: SlotPage, newest: Series) -> list[Row]:
    """The run that goes on, and each that is set to follow it."""
    first, *later = page.runs or [newest]
    then = [plain(f"then {slot_words(run)}", "strong") for run in later]
    return [plain(slot_words(first), "strong"), *then]


def _anchor(page: SlotPage, look: Look) -> list[Row]:
    """Whose clock the slot keeps where it is not the mentor's, and what that is on theirs next."""
    assert page.series
    zone = page.series.zone
    coming = next((one for one in page.meetings if one.occurrence.happens), None)
    if coming is None or zone == str(look.tz):
        return []
    said = f"by the clock of {words.city(zone)}; on yours it is {coming.here:%H:%M} next"
    return [plain(said, "dim")]


def _known(known: Known | None, name: str, look: Look) -> list[Row]:
    """A line whether they were told, which keeps its place until that is known; their answers."""
    if known is None:
        return [blank()]
    told = standing_row(known.standing, name, look.hint("person.export"))
    said = [Row("", [("  ", ""), (said, "dim")]) for said in known.answers]
    asked = (hanging("", _ASKS, one, look.width, "warn") for one in known.waiting)
    return [told, *said, *(row for rows in asked for row in rows)]


def standing_row(standing: Standing, name: str, hint: str) -> Row:
    """How far the other side knows the slot, and the key that tells them."""
    right: list[Seg] = [(hint, "dim")] if hint else []
    if standing.hindered:  # the dialog says why, and writes a file for them to import
        return Row("", [("no address to invite to, or none to invite from", "dim")], right)
    if not standing.told:
        return Row("", [("✉ ", "warn"), ("not invited yet", "warn")], right)
    if standing.untold:
        said = f"{words.counted(standing.untold, 'change')} not sent"
        return Row("", [("✉ ", "warn"), (said, "warn")], right)
    return Row("", [("✉ ", "good"), (f"{name} was told of everything", "dim")])


def _gaps(series: Series, look: Look) -> list[Row]:
    """Days agreed on without meetings that are not over."""
    return [
        plain(
            f"≈ no meetings {words.day(gap.first, look.today)} – {words.day(gap.last, look.today)}"
            + (f" ({gap.reason})" if gap.reason else ""),
            "dim",
        )
        for gap in series.gaps
        if gap.last >= look.today
    ]


def meeting_row(one: Meeting, clock: str, look: Look) -> Row:
    """One date: both clocks, and what was said about it."""
    at = one.occurrence
    faded = "" if at.happens else "dim"
    left: list[Seg] = [
        (f"{words.day(one.here.date(), look.today):<15} ", faded),
        (f"{one.here:%H:%M}  ", "strong" if at.happens else "dim"),
        (f"{clock}  " if clock else "", "dim"),
    ]
    room = look.width - sum(cell_len(text) for text, _ in left)
    return Row(f"day:{at.day.isoformat()}", [*left, *_said(one, look, room)])


def both_clocks(one: Meeting, pronouns: str = "") -> str:
    """Their clock, where it says something else: `her clock 17:00`."""
    if one.there is None or one.there.replace(tzinfo=None) == one.here.replace(tzinfo=None):
        return ""
    other_day = f"{one.there:%a} " if one.there.date() != one.here.date() else ""
    return f"{words.whose(pronouns)} clock {other_day}{one.there:%H:%M}"


def _said(one: Meeting, look: Look, room: int) -> list[Seg]:
    """What became of a date, or what is in its way; then both, as far as there is room."""
    at = one.occurrence
    said = STATES.get(at.state, "") or ("confirmed" if at.confirmed else "")
    if at.state == "moved" and one.here.date() != at.day:
        said = f"moved from {words.day(at.day, look.today)}"
    if at.reason:
        said = f"{said} ({at.reason})" if said else at.reason
    if one.warning:
        beside = f"  {said}" if said else ""
        return [(fit(f"! {one.warning}", room - cell_len(beside)), "warn"), (beside, "dim")]
    far = words.near(one.here.date(), look.today)
    return [(said or far, "accent" if at.confirmed and at.happens else "dim")]


def preview_lines(page: SlotPage, pronouns: str, look: Look, shown: int) -> list[str]:
    """A slot that is being typed: in words, its first dates on both clocks, and warnings.

    Of the dates that are not shown, those are told whose time a clock change touches.
    """
    assert page.series
    dates = [_previewed(one, pronouns, look) for one in page.meetings[:shown]]
    touched = [_previewed(one, pronouns, look) for one in page.meetings[shown:] if one.warning]
    warnings = [*touched[:2], *(f"! {said}" for said in page.warnings[:3])]
    return [slot_words(page.series), *dates, *warnings]


def _previewed(one: Meeting, pronouns: str, look: Look) -> str:
    clock = both_clocks(one, pronouns)
    said = STATES.get(one.occurrence.state, "")
    at = f"{words.day(one.here.date(), look.today)} {one.here:%H:%M}"
    mark = "! " if one.warning else ""
    return mark + " · ".join(part for part in (at, clock, said, one.warning) if part)
