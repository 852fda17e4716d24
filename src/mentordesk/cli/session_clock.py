"""The call's clock from the shell: start, extend, pause, resume, late, no-show, close."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.agendas import agenda_rows
from mentordesk.cli.closed_call import closed_lines
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import (
    MINUTES,
    moment_of,
    past_moment_of,
    running_argument,
    who_argument,
)

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.next_dates import NextChoice
    from mentordesk.domain.sessions import Session


@click.command("start")
@who_argument
@click.option("--minutes", type=MINUTES, metavar="N", help="Length; the slot's unless said.")
@click.option(
    "--agenda",
    default="",
    metavar="KEY",
    help="One of the playbook's; the next in turn unless said.",
)
@pass_door
def start(door: Door, who: str, minutes: int | None, agenda: str) -> None:
    """Start the call now, its agenda composed.

    KEY is as `mentordesk playbook show` lists it; some agendas are only taken when chosen.
    """
    desk = door.write()
    session = desk.calls.start(who, minutes or 0, agenda)
    output.say(clock_line(desk, session))
    if step := desk.groups.step(session.mentorship_id):
        output.say(step.spoken())
    output.table(agenda_rows(desk.pages.call_of(session.id).agenda))
    found = desk.people.by_mentorship(session.mentorship_id)
    if found.is_group:
        output.say(f"Who is here? mentordesk session roll {found.mentee.handle} --all")
    if found.mentorship.status == "paused":
        output.say(
            f"! {found.mentee.name} is paused. Take it up again with: mentordesk mentee resume"
            f" {found.mentee.handle}"
        )


@click.command("log")
@who_argument
@click.option("--at", required=True, metavar="WHEN", help="When it began: yesterday 18:00.")
@click.option("--minutes", type=MINUTES, metavar="N", help="Its length; the slot's unless said.")
@pass_door
def log(door: Door, who: str, at: str, minutes: int | None) -> None:
    """Write down a call that was held and not started here.

    It counts as held, with its time and who came; there is a recap to be written.
    """
    desk = door.write()
    when = moment_of(desk, at, past=True)
    session = desk.afterwards.held(who, when, minutes or 0)
    found = desk.people.by_mentorship(session.mentorship_id)
    output.say(
        f"Held: call {session.number} with {found.mentee.name}, {words.moment(desk, when)},"
        f" {words.length(session.minutes)}."
    )
    output.say(f"Its recap: mentordesk session recap {found.mentee.handle} --set -")
    if found.is_group:
        output.say(f"Who was there? mentordesk session roll {found.mentee.handle} --all")


@click.command("extend")
@click.argument("typed", metavar="[WHO] MINUTES", nargs=-1, required=True)
@click.option("--reason", default="", metavar="TEXT", help="What for.")
@pass_door
@click.pass_context
def extend(ctx: click.Context, door: Door, typed: tuple[str, ...], reason: str) -> None:
    """Move the end, both of you having agreed."""
    if len(typed) > 2:
        raise click.UsageError("Give WHO and MINUTES, or only MINUTES", ctx)
    who = typed[0] if len(typed) == 2 else ""
    minutes = MINUTES.convert(typed[-1], None, ctx)
    desk = door.write()
    session = desk.calls.extend(desk.calls.of(who).id, minutes, reason)
    output.say(f"Extended by {words.length(minutes)}. {clock_line(desk, session)}")


@click.command("pause")
@running_argument
@pass_door
def pause(door: Door, who: str) -> None:
    """Let the call stand still."""
    desk = door.write()
    output.say(clock_line(desk, desk.calls.pause(desk.calls.of(who).id)))


@click.command("resume")
@running_argument
@pass_door
def resume(door: Door, who: str) -> None:
    """Go on after a pause."""
    desk = door.write()
    output.say(clock_line(desk, desk.calls.resume(desk.calls.of(who).id)))


@click.command("here")
@running_argument
@pass_door
def here(door: Door, who: str) -> None:
    """Note that they are there.

    The call on screen then no longer says how long you have been waiting.
    """
    desk = door.write()
    session = desk.calls.of(who)
    name = _member_of(desk, session, who, "attended")
    if not name:
        desk.calls.here(session.id)
    output.say(f"{name or _name(desk, session)} is here; noted.")


@click.command("late")
@running_argument
@pass_door
def late(door: Door, who: str) -> None:
    """Note that they came late."""
    desk = door.write()
    session = desk.calls.of(who)
    name = _member_of(desk, session, who, "late")
    if not name:
        desk.calls.late(session.id)
    output.say(f"{name or _name(desk, session)} came late; noted.")


@click.command("no-show")
@running_argument
@pass_door
def no_show(door: Door, who: str) -> None:
    """Close the call because nobody came."""
    desk = door.write()
    session = desk.calls.of(who)
    name, closed = _member_of(desk, session, who, "no-show"), "; noted"
    if not name:
        session = desk.calls.no_show(session.id)
        entry = desk.times.of_session(session.id)
        kept = f"and {words.length(entry.minutes)} of time are" if entry else "is"
        when = words.moment(desk, session.planned_start)
        closed = f"; the call of {when} is closed. A follow-up {kept} noted"
    name = name or _name(desk, session)
    output.say(f"{name} did not come{closed}. Take it back with: mentordesk undo")


def _member_of(desk: "Desk", session: "Session", who: str, status: str) -> str:
    """Note it for the one member of a group that was named, whose name it is; '' for nobody."""
    found = desk.people.find(who) if who else None
    if found is None or not found.about:
        return ""
    desk.groups.rolls.say(session.id, [(found.mentee.handle, status)])
    return found.mentee.name


@click.command("close")
@running_argument
@click.option(
    "--next", "upcoming", metavar="N", help="The next date: confirm, skip, or a day and time."
)
@click.option("--at", "ended", metavar="WHEN", help="When it was over, if not just now.")
@pass_door
def close(door: Door, who: str, upcoming: str | None, ended: str | None) -> None:
    """End the call; the answers become what they say.

    A call that was left open, overnight say, counts until its planned end unless --at says when.
    """
    desk = door.write()
    session = desk.calls.of(who)
    choice = _choice(desk, session, upcoming) if upcoming else ("", None)
    with desk.slots.remarks(desk.people.by_mentorship(session.mentorship_id).address) as remarks:
        until = past_moment_of(desk, ended)
        closed = desk.calls.close(session.id, next_choice=choice, ended=until)
    for line in closed_lines(desk, closed, told=bool(ended)):
        output.say(line)
    output.warn(remarks)


def _choice(desk: "Desk", session: "Session", typed: str) -> "NextChoice":
    """What --next says. Raises Refusal when it is neither a word nor a time to come."""
    word = typed.strip().casefold()
    if word in ("confirm", "skip"):
        return word, None
    from mentordesk.desk.next_dates import read_wall

    return "move", read_wall(desk, desk.people.by_mentorship(session.mentorship_id), typed)


def clock_line(desk: "Desk", session: "Session") -> str:
    """`Ada Obi · 32:18 left · work · wrap-up 18:45 · ends 19:00, hard stop`."""
    from mentordesk.domain.timebox import clock

    box, now = session.timebox, desk.now()
    parts = [_name(desk, session)]
    if box:
        parts.append(
            f"{clock(box.left(now))} left"
            if box.left(now).days >= 0
            else f"over by {clock(-box.left(now))}"
        )
        parts.append("paused" if box.is_paused else box.phase(now))
        parts.append(f"wrap-up {box.wrap_up(now).astimezone(desk.tz):%H:%M}")
        stop = ", hard stop" if box.hard_stop else ""
        parts.append(f"ends {box.end(now).astimezone(desk.tz):%H:%M}{stop}")
    return " · ".join(parts)


def _name(desk: "Desk", session: "Session") -> str:
    return desk.people.by_mentorship(session.mentorship_id).mentee.name
