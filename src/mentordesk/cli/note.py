"""`note` and `log`: what is worth keeping between calls, in one line of the shell."""

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.options import (
    MINUTES,
    OneOf,
    Words,
    readers_option,
    text_of,
    typed_readers,
    who_argument,
    words_argument,
)
from mentordesk.domain.notes import KINDS, TOUCHES

_KINDS = tuple(kind for kind in KINDS if kind not in ("call", "recap"))


@click.command("note", cls=Words)
@who_argument
@words_argument
@click.option(
    "--kind",
    type=OneOf("kind of note", _KINDS),
    default="note",
    metavar="K",
    help="note (unless said), background, strength, development, wish, win, stuck …",
)
@readers_option
@pass_door
def note(door: Door, who: str, words: tuple[str, ...], kind: str, readers: str | None) -> None:
    """Write down something about somebody.

    Only you read it, unless it is a question, a stuck point or a win, or --for says more. TEXT -
    reads stdin.
    """
    from mentordesk.domain.readers import MENTEE, spoken

    chosen = typed_readers(readers)
    text = text_of(words)
    desk = door.write()
    made = desk.words.note(who, text, kind, chosen)
    output.say(f"Noted ({made.kind}), for {spoken(made.readers)}.")
    if MENTEE in made.readers:
        output.warn(desk.contact.off_limits(who, made.body))
    say_gate(desk, who, made.readers)


@click.command("log", cls=Words)
@who_argument
@click.argument("kind", metavar="KIND", type=OneOf("kind of support", TOUCHES))
@click.argument("minutes", metavar="MINUTES", type=MINUTES)
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@click.option(
    "--at", metavar="WHEN", help="When it was: yesterday 15:00, tue 9:30; now unless said."
)
@pass_door
def log(
    door: Door, who: str, kind: str, minutes: int, text: tuple[str, ...], at: str | None
) -> None:
    """Log support outside a call, with its minutes.

    KIND is chat, mail, forum, impromptu or other; MINUTES is 10, 10m or 1h30. What lies outside of
    `mentordesk agreement policy WHO` is stored all the same, and said.
    """
    from mentordesk.dates import echo_when, read_when
    from mentordesk.domain.cadence import instant

    desk = door.write()
    local = desk.now().astimezone(desk.tz)
    wall = read_when(at, local, past=True) if at else local.replace(tzinfo=None)
    when = instant(wall, desk.tz) if at else desk.now()
    said = text_of(text) if text else ""
    outside = desk.contact.warnings(who, kind, said, when)
    desk.words.log(who, kind, minutes, said, when)
    name = desk.people.find(who).mentee.name
    output.say(
        f"Logged {kind} with {name}, {words.length(minutes)}, {echo_when(wall, local.date())}"
    )
    output.warn(outside)
    from mentordesk.cli.time import say_over

    say_over(desk, desk.people.find(who).address, wall.date())
