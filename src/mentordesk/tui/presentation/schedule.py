"""The standing slot in lines: the rule in words, the next dates on both clocks, and warnings."""

from mentordesk.domain.cadence import Series
from mentordesk.domain.pages import Meeting, SlotPage
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, heading, plain

EMPTY = "No slot yet. Meetings that are not fixed do not happen.\nPress w, and type “tue 18:00”."
STATES = {"skipped": "skipped", "gap": "gap", "cancelled": "cancelled", "moved": "moved"}


def slot_words(series: Series) -> str:
    """The slot in one line: `every Tuesday 18:00, 60 min, 12 meetings, Europe/Berlin`."""
    run = ""
    if series.count:
        run = f", {words.count(series.count, 'meeting')}"
    elif series.until:
        run = f", until {series.until:%a} {series.until.day} {series.until:%b %Y}"
    place = f", {series.place}" if series.place else ""
    at = f"{series.wall_time:%H:%M}"
    return (
        f"{series.rule.spoken()} {at}, {series.minutes} min{run}, {words.city(series.zone)}{place}"
    )


def schedule_rows(page: SlotPage, pronouns: str, look: Look) -> list[Row]:
    """The slot, what deserves a warning, and the dates to come."""
    if page.series is None:
        return []
    warnings = [Row("", [("! ", "warn"), (said, "warn")]) for said in page.warnings]
    clocks = [both_clocks(one, pronouns) for one in page.meetings]
    wide = max((len(clock) for clock in clocks), default=0)
    meetings = [
        meeting_row(one, f"{clock:<{wide}}", look)
        for one, clock in zip(page.meetings, clocks, strict=True)
    ]
    return [
        plain(slot_words(page.series), "strong"),
        *warnings,
        blank(),
        heading("next dates"),
        *(meetings or [plain("The run is over; w fixes a new one.", "dim")]),
    ]


def meeting_row(one: Meeting, clock: str, look: Look) -> Row:
    """One date: both clocks, and what was said about it."""
    at = one.occurrence
    faded = "" if at.happens else "dim"
    left: list[Seg] = [
        (f"{words.day(one.here.date(), look.today):<15} ", faded),
        (f"{one.here:%H:%M}  ", "strong" if at.happens else "dim"),
        (f"{clock}  " if clock else "", "dim"),
        *_said(one, look),
    ]
    return Row(f"day:{at.day.isoformat()}", left)


def both_clocks(one: Meeting, pronouns: str = "") -> str:
    """Their clock, where it says something else: `her clock 17:00`."""
    if one.there is None or one.there.replace(tzinfo=None) == one.here.replace(tzinfo=None):
        return ""
    other_day = f"{one.there:%a} " if one.there.date() != one.here.date() else ""
    return f"{words.whose(pronouns)} clock {other_day}{one.there:%H:%M}"


def _said(one: Meeting, look: Look) -> list[Seg]:
    at = one.occurrence
    said = STATES.get(at.state, "") or ("confirmed" if at.confirmed else "")
    if at.state == "moved":
        said = f"moved from {words.day(at.day, look.today)}"
    if at.reason:
        said = f"{said} ({at.reason})" if said else at.reason
    if one.warning:
        return [(f"! {one.warning}", "warn")]
    far = words.near(one.here.date(), look.today)
    return [(said or far, "accent" if at.confirmed and at.happens else "dim")]


def preview_lines(page: SlotPage, pronouns: str, look: Look) -> list[str]:
    """A slot that is being typed: in words, its first dates on both clocks, and warnings."""
    assert page.series
    dates = [
        f"{words.day(one.here.date(), look.today)} {one.here:%H:%M}"
        + (f" · {clock}" if (clock := both_clocks(one, pronouns)) else "")
        for one in page.meetings
    ]
    return [slot_words(page.series), *dates, *page.warnings]
