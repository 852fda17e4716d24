"""`recording`: recorded calls, told of and handed over, and the moments that are marked in one."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_learning, words
from mentordesk.cli.addressed import note_words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    Words,
    json_option,
    past_day_of,
    past_moment_of,
    running_argument,
    text_of,
    who_argument,
    words_argument,
)
from mentordesk.domain.recorded import spoken

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Recording

_id = click.argument("id", metavar="ID")
_on = click.option("--on", "day", metavar="DAY", help="When; today unless said.")


@click.group("recording", cls=Group)
def recording() -> None:
    """Keep track of recorded calls: add, start, stop, mark, told, shared, part, list."""


@recording.command("add")
@who_argument
@click.argument("link", metavar="[LINK]", default="")
@click.option("--title", default="", metavar="TEXT", help="Its name; the programme's unless said.")
@click.option("--on", "day", metavar="DAY", help="The day of the call; the last one unless said.")
@click.option("--text", default="", metavar="TEXT", help="Helpful parts: 12:30 decorators.")
@pass_door
def add(door: Door, who: str, link: str, title: str, day: str | None, text: str) -> None:
    """Note where a recorded call lies: a link or a path."""
    desk = door.write()
    when = past_day_of(desk, day)
    made = desk.recordings.add(who, link, title, when, text)
    output.say(f"Recording: {made.title}, call of {words.day_words(made.day, desk.today())}")


@recording.command("name")
@who_argument
@click.argument("topic", metavar="[TOPIC…]", nargs=-1)
@pass_door
def name(door: Door, who: str, topic: tuple[str, ...]) -> None:
    """Print a file name as the programme would have it."""
    desk = door.read()
    found = desk.recordings.name(who, " ".join(topic))
    output.say(found or "The programme does not say how a recording is named.")


@recording.command("start")
@running_argument
@click.option("--since", metavar="WHEN", help="When it began: 18:05; now unless said.")
@click.option("--told", is_flag=True, help="They know that it is recorded.")
@pass_door
def start(door: Door, who: str, since: str | None, told: bool) -> None:
    """Note that the running call is recorded.

    From then on moments can be marked in it. A break of the call does not stop it; `recording stop`
    does, and start goes on with it.
    """
    desk = door.write()
    session = desk.calls.of(who)
    desk.recordings.begin(session.id, past_moment_of(desk, since), told)
    found = desk.recordings.of(session.id)
    if found:
        output.say(f"Recording: {found.title}, since {words.moment(desk, found.spans[-1][0])}")
        if found.told_on is None:
            output.say("! Nothing says that they know of it: mentordesk recording told ID")


@recording.command("stop")
@running_argument
@pass_door
def stop(door: Door, who: str) -> None:
    """Note that the recording stands still.

    It ends with the call by itself.
    """
    desk = door.write()
    output.say(f"Not recorded any more: {desk.recordings.stop(desk.calls.of(who).id)}")


@recording.command("mark", cls=Words)
@click.argument("typed", metavar="[WHO] [TEXT…]", nargs=-1)
@pass_door
def mark(door: Door, typed: tuple[str, ...]) -> None:
    """Mark this moment of the running recording.

    TEXT says what it is about, to whoever receives the recording.
    """
    desk = door.write()
    who, text = note_words(desk, typed)
    made = desk.recordings.mark(desk.calls.of(who).id, text_of(text) if text else "")
    output.say(f"Marked {spoken(made.offset)} {made.text}".rstrip())


@recording.command("told")
@_id
@_on
@pass_door
def told(door: Door, id: str, day: str | None) -> None:
    """Note when they were told that the call is recorded."""
    desk = door.write()
    when = past_day_of(desk, day)
    output.say(f"Told of it: {desk.recordings.told(id, when)}")


@recording.command("shared")
@_id
@_on
@pass_door
def shared(door: Door, id: str, day: str | None) -> None:
    """Note when it was handed over."""
    desk = door.write()
    when = past_day_of(desk, day)
    output.say(f"Handed over: {desk.recordings.shared(id, when)}")


@recording.command("part")
@_id
@words_argument
@pass_door
def part(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Note a helpful part: 12:30 decorators."""
    output.say(f"A helpful part of {door.write().recordings.moment(id, text_of(words))}")


@recording.command("list")
@who_argument
@json_option
@pass_door
def list_recordings(door: Door, who: str, as_json: bool) -> None:
    """List recorded calls, newest first."""
    desk = door.read()
    found = desk.recordings.list(who)
    if as_json:
        output.as_json([shapes_learning.recording(one) for one in found])
    elif not found:
        output.say(f"No call is noted as recorded. Note one: mentordesk recording add {who} LINK")
    else:
        _print(desk, list(found))


def _print(desk: "Desk", found: "list[Recording]") -> None:
    from mentordesk.desk.ids import short

    ids, today = short([one.id for one in found]), desk.today()
    for one in found:
        dates = [
            f"told {words.day_words(one.told_on, today)}" if one.told_on else "not told yet",
            f"shared {words.day_words(one.shared_on, today)}" if one.shared_on else "not shared",
        ]
        output.table([(ids[one.id], one.title, *dates, one.link)], indent=0)
        output.paragraph("\n".join(one.parts), 6)
