"""`slide`: the one slide for the showcase, from the first version to the last."""

from pathlib import Path

import click

from mentordesk.cli import output, shapes_feedback, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    Words,
    json_option,
    readers_option,
    text_of,
    typed_readers,
    who_argument,
    words_argument,
)
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import OTHERS


@click.group("slide", cls=Group)
def slide() -> None:
    """Draft and finish the slide for the showcase; every version stays."""


@slide.command("show")
@who_argument
@click.option("--version", "number", type=int, default=0, metavar="N", help="An earlier one.")
@json_option
@pass_door
def show(door: Door, who: str, number: int, as_json: bool) -> None:
    """Print the slide as it stands."""
    desk = door.read()
    versions = desk.slides.versions(who)
    one = next((v for v in versions if not number or v.version == number), None)
    if one is None and number:
        raise Refusal(f"There is no version {number}. There {_are(len(versions))}.")
    if as_json:
        output.as_json(shapes_feedback.slide(one) if one else None)
    elif one is None:
        output.say(f"No slide yet. Draft one with: mentordesk slide draft {who} -")
    else:
        from mentordesk.domain.readers import spoken

        day = words.day_words(one.day, desk.today())
        output.say(f"Version {one.version}, {one.state}, {day}, for {spoken(one.readers)}")
        output.say(one.body.rstrip("\n"))


@slide.command("draft", cls=Words)
@who_argument
@words_argument
@readers_option
@pass_door
def draft(door: Door, who: str, words: tuple[str, ...], readers: str | None) -> None:
    """Write a new version, in Markdown; TEXT - reads stdin.

    The mentees may read it unless --for says other. The programme's date for a draft is settled.
    """
    text, seen = text_of(words), typed_readers(readers)
    one = door.write().slides.draft(who, text, seen)
    output.say(f"Version {one.version}, a draft.")


@slide.command("final")
@who_argument
@readers_option
@pass_door
def final(door: Door, who: str, readers: str | None) -> None:
    """Call the newest version the last one.

    The programme's dates for the slide are settled by it.
    """
    one = door.write().slides.final(who, typed_readers(readers))
    output.say(f"Version {one.version} is final.")


@slide.command("write")
@who_argument
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", required=True,
    help="Into a Markdown file.",
)  # fmt: skip
@click.option(
    "--as", "reader", type=OneOf("reader", OTHERS), default="mentee", metavar="READER",
    help="For whom: mentee (unless said), coordinator, public.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Even if a file is there.")
@pass_door
def write(door: Door, who: str, path: Path, reader: str, force: bool) -> None:
    """Write the newest version to a file.

    Nothing is written if that reader may not have it.
    """
    wrote = door.read().slides.to_file(who, path, reader, force)
    output.say(f"Written for the {reader}: {wrote}")


def _are(number: int) -> str:
    return f"is {words.counted(number, 'version')}" if number == 1 else f"are {number}"
