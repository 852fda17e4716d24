"""`hours`: slots that come again and again, for anybody to book."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_offers, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.hours_ics import ics, invite
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import MINUTES, Words, day_of, forcible, json_option, moment_of, text_of
from mentordesk.domain.offers import booking_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.offers import Slot

NONE = "No slot is offered. Offer some, and no more than you can keep: mentordesk hours set tue"
NONE += " 17:00 --slots 2"
_weeks = click.option("--weeks", type=click.IntRange(1, 52), default=2, help="How far; 2.")
_when = click.argument("when", metavar="WHEN")


@click.group("hours", cls=Group)
def hours() -> None:
    """Offer hours that people book: set, list, book, invite, held, end."""


hours.add_command(ics)
hours.add_command(invite)


@hours.command("set", cls=Words)
@click.argument("when", metavar="WHEN…", nargs=-1, required=True)
@click.option("--slots", type=click.IntRange(1, 20), help="How many, one after another; 1.")
@click.option("--minutes", type=MINUTES, metavar="N", help="Length of each; the playbook's else.")
@click.option("--playbook", default="", metavar="P", help="Under which programme.")
@click.option("--from", "start", metavar="DAY", help="From which day on; today unless said.")
@click.option("--until", metavar="DAY", help="The last day, included.")
@click.option("--link", default="", metavar="TEXT", help="Where: an address, a room.")
@click.option("--force", is_flag=True, help="Even if it overlaps a call or other hours.")
@click.option("--dry-run", is_flag=True, help="Only say what would be offered.")
@pass_door
def set_hours(
    door: Door,
    when: tuple[str, ...],
    slots: int | None,
    minutes: int | None,
    playbook: str,
    start: str | None,
    until: str | None,
    link: str,
    force: bool,
    dry_run: bool,
) -> None:
    """Offer slots again and again: tue 17:00 --slots 2.

    WHEN is typed as for a standing slot: 'tue and thu 18:00', 'every 2 weeks tue 18:00', 'third tue
    18:00'. With an end, 'tue 17:00-19:00', as many slots as fit are offered.
    """
    from mentordesk.dates.slots import read_line
    from mentordesk.desk.hour_plans import Wish

    desk, typed = door.write(), read_line(" ".join(when))
    wish = Wish(
        *typed,
        slots or 0,
        minutes or 0,
        playbook,
        day_of(desk, start) if start else None,
        day_of(desk, until) if until else None,
        link,
        force,
    )
    with forcible():
        made = desk.hours.plan(wish) if dry_run else desk.hours.offer(wish)
    one = made.hours[0]
    counted, each = words.counted(one.slots, "slot"), words.length(one.minutes)
    said = f"{counted} of {each} {typed.rule.spoken()}."
    output.say(f"{'Would be offered' if dry_run else 'Offered'}: {said}")
    output.warn(made.remarks)
    _print(desk, made.slots[: 2 * len(made.hours) * one.slots] if dry_run else desk.hours.slots(2))


@hours.command("list")
@_weeks
@click.option("--past", is_flag=True, help="What was booked in the weeks before, instead.")
@json_option
@pass_door
def list_slots(door: Door, weeks: int, past: bool, as_json: bool) -> None:
    """List the slots to come, with who has booked them."""
    desk = door.read()
    found = desk.hours.past(weeks) if past else desk.hours.slots(weeks)
    if as_json:
        output.as_json([shapes_offers.slot(desk, one) for one in found])
    elif not found:
        output.say("Nobody had booked a slot in these weeks." if past else NONE)
    else:
        _print(desk, found)


@hours.command("book", cls=Words)
@_when
@click.argument("who", metavar="WHO")
@click.argument("about", metavar="[ABOUT…]", nargs=-1)
@pass_door
def book(door: Door, when: str, who: str, about: tuple[str, ...]) -> None:
    """Note who comes to a slot: a mentee, or anybody by name.

    WHEN is the slot's day and time on your clock: 'tue 17:30'.
    """
    desk = door.write()
    slot = desk.hours.book(moment_of(desk, when), who, text_of(about) if about else "")
    assert slot.booking
    output.say(f"{words.moment(desk, slot.start)}: {slot.booking.name}")


@hours.command("free")
@_when
@pass_door
def free(door: Door, when: str) -> None:
    """Make a slot free again: 'tue 17:30'."""
    desk = door.write()
    start = moment_of(desk, when)
    gone = desk.hours.free(start)
    output.say(f"{words.moment(desk, start)} is free again; {gone.name} had it.")
    if gone.invited:
        output.say(f"! {gone.name} was invited. Take it back: mentordesk hours invite '{when}'")


@hours.command("held")
@_when
@click.option("--minutes", type=MINUTES, metavar="N", help="How long it took; the slot's else.")
@pass_door
def held(door: Door, when: str, minutes: int | None) -> None:
    """Note that a booked slot was held, and count its time.

    It counts as an office hour of the mentee who booked it.

    WHEN is the slot's day and time: 'tue 17:30', 'yesterday 17:30'.
    """
    desk = door.write()
    slot, counted = desk.hours.held(moment_of(desk, when, past=True), minutes or 0)
    assert slot.booking
    length = words.length(minutes or slot.hours.minutes)
    said = f"{length} counted" if counted else "no mentee of yours, so no time is counted"
    output.say(f"Held: {words.moment(desk, slot.start)}, {slot.booking.name}; {said}.")


@hours.command("no-show")
@_when
@pass_door
def no_show(door: Door, when: str) -> None:
    """Note that whoever booked a slot did not come."""
    desk = door.write()
    slot = desk.hours.no_show(moment_of(desk, when, past=True))
    assert slot.booking
    output.say(f"No-show: {words.moment(desk, slot.start)}, {slot.booking.name}.")


@hours.command("end")
@click.argument("day", metavar="DAY")
@click.argument("last", metavar="[LAST]", default="today")
@click.option("--dry-run", is_flag=True, help="Only say who would lose a slot.")
@pass_door
def end(door: Door, day: str, last: str, dry_run: bool) -> None:
    """End the hours of a weekday with their LAST day, today unless said.

    Slots that were booked after it are free from then on; who was invited to one is told with
    'mentordesk hours invite'.
    """
    from mentordesk.dates import echo_day
    from mentordesk.dates.slots import weekday

    desk = door.write()
    until = day_of(desk, last)
    which = desk.hours.on(weekday(day.lower(), "Give one weekday: tue."))
    found = desk.hours.ending(which, until) if dry_run else desk.hours.end(which, until)
    ends = "would end" if dry_run else "end"
    output.say(f"They {ends} on {echo_day(until, desk.today())}: {found.left_words}.")
    output.warn([f"{desk.hours.spoken(one)}: {found.loses(one)}" for one in found.out])
    if any(one.booking and one.booking.invited for one in found.out) and not dry_run:
        output.say("Take the invitations back: mentordesk hours invite")


@hours.command("text")
@_weeks
@pass_door
def text(door: Door, weeks: int) -> None:
    """Print the free slots as a list to paste, without who has booked."""
    desk = door.read()
    output.say(desk.hours.text(weeks) or "No slot is free.")


def _print(desk: "Desk", found: "Sequence[Slot]") -> None:
    output.table([_row(desk, one) for one in found], indent=0)


def _row(desk: "Desk", slot: "Slot") -> tuple[str, ...]:
    booked = slot.booking
    return (
        *words.day_and_time(desk, slot.start),
        f"–{slot.end.astimezone(desk.tz):%H:%M}",
        booked.name if booked else "free",
        booking_words(booked, slot.end <= desk.now()),
        booked.text if booked else "",
        slot.hours.link,
    )
