"""A standing slot as the shell shows it: its rule, its next dates on both clocks, its warnings."""

from typing import TYPE_CHECKING

from mentordesk.cli import output, shapes, words

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk
    from mentordesk.domain.cadence import Series
    from mentordesk.domain.pages import Meeting


def print_slot(
    desk: "Desk", who: str, dates: int, made: "Series | None" = None, *, a_year: bool = False
) -> None:
    """Print the rule, its next dates on both clocks, and what deserves a warning.

    Of the slot that was just made, if given: until it begins, an earlier one may still go on. With
    `a_year` the warnings are those of a year, however few dates are printed.
    """
    page = desk.pages.preview(who, made, dates) if made else desk.pages.slot(who, dates)
    found = desk.people.find(who)
    if page.series is None:
        handle = found.mentee.handle
        output.say(
            f"{found.mentee.name} has no standing slot yet."
            f" Set one with: mentordesk slot set {handle} --weekly tue 18:00"
        )
        return
    runs = [_run(desk, run) for run in page.runs or [page.series]]
    output.say(f"{found.mentee.name}: {'; then '.join(runs)}")
    if not page.runs:
        handle = found.mentee.handle
        output.say(
            "No date of it is left. Set a slot anew with:"
            f" mentordesk slot set {handle} --weekly tue 18:00"
        )
    if page.meetings:
        zone = found.mentee.zone or page.series.zone
        output.table([_row(desk, one, zone) for one in page.meetings])
    for warning in desk.slots.warnings(who) if a_year else page.warnings:
        output.say(f"! {warning}")
    print_untold(desk, who)
    _print_answers(desk, who)


def print_untold(desk: "Desk", who: str) -> None:
    """What those who were invited do not know yet, and the command that tells them."""
    standing = desk.invites.standing(who)
    if standing.told and standing.untold:
        changes = words.counted(standing.untold, "change")
        handle = desk.people.find(who).mentee.handle
        output.say(f"✉ {changes} not sent yet. Tell them: mentordesk ics invite {handle}")


def _print_answers(desk: "Desk", who: str) -> None:
    """What guests answered, and the times they proposed."""
    for line in desk.replies.lines(who):
        output.say(f"✉ {line}")
    for one in desk.replies.open(who):
        output.say(f"↷ {desk.replies.sentence(one)} See: mentordesk ics answers {one.handle}")


def _run(desk: "Desk", series: "Series") -> str:
    """A run in words: its days, time, length and end."""
    return (
        f"{series.rule.spoken()}, {series.wall_time:%H:%M} {words.city(series.zone)},"
        f" {words.length(series.minutes)}{_ends(desk, series.last_day)}"
    )


def _ends(desk: "Desk", last: "date | None") -> str:
    return f", until {words.day_words(last, desk.today())}" if last else ""


def _row(desk: "Desk", one: "Meeting", zone: str) -> tuple[str, ...]:
    found = one.occurrence
    said = "confirmed" if found.confirmed and found.state == "planned" else found.state
    theirs = words.there(desk, found.start, zone)
    return (
        f"{found.number or '':>2}",
        *words.day_and_time(desk, found.start),
        theirs,
        "" if said == "planned" else said,
        ", ".join(part for part in (found.reason, one.warning) if part),
    )


def slot_shape(desk: "Desk", who: str, dates: int) -> shapes.Shape:
    """The same as JSON."""
    page = desk.pages.slot(who, dates)
    series = page.series
    return {
        "rule": str(series.rule) if series else None,
        "spoken": series.rule.spoken() if series else None,
        "time": f"{series.wall_time:%H:%M}" if series else None,
        "zone": series.zone if series else None,
        "minutes": series.minutes if series else None,
        "place": series.place if series else None,
        "meetings": [shapes.meeting(desk, one) for one in page.meetings],
        "warnings": list(page.warnings),
    }
