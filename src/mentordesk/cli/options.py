"""What several commands take: who, words, lengths, readers, --json."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from mentordesk.domain.errors import Refusal, Taken

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.readers import Audience

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON in the stable shape of docs/json.md."
)
who_argument = click.argument("who", metavar="WHO")
running_argument = click.argument("who", metavar="[WHO]", required=False, default="")
readers_option = click.option(
    "--for",
    "readers",
    metavar="WHO,…",
    help="Who else may read it: me (nobody), mentee, coordinator, public.",
)
words_argument = click.argument("words", metavar="TEXT…", nargs=-1, required=True)


class OneOf(click.ParamType[str]):
    """One word of a few. Another one is refused with a sentence that lists them."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        self.name = name
        self.words = tuple(words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the word in any case. Raises Refusal for another one."""
        if value.casefold() in self.words:
            return value.casefold()
        raise Refusal(f"“{value[:40]}” is no {self.name}. Use {', '.join(self.words)}.")


class Minutes(click.ParamType[int]):
    """A length: 45, 45m, 1h30."""

    name = "minutes"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read it as minutes. Raises Refusal when it is no length."""
        if isinstance(value, int):
            return value
        from mentordesk.dates import read_minutes

        return read_minutes(value)


MINUTES = Minutes()

_MARK = "\0"  # no argument of a process can hold it


class Words(click.Command):
    """A command that takes text, so that `- [ ] push lab 7` is text and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Mark the texts that begin with a dash and a blank; `text_of` takes the mark off."""
        marked = [f"{_MARK}{arg}" if arg.startswith("- ") else arg for arg in args]
        return super().parse_args(ctx, marked)


def text_of(words: Sequence[str]) -> str:
    """The words as one text; a single `-` reads all of stdin. Raises Refusal when it is empty."""
    text = _stdin() if tuple(words) == ("-",) else " ".join(words)
    text = text.replace(_MARK, "")
    if not text.strip():
        raise Refusal("There is no text. Write it after the command, or give - to read stdin.")
    return text


def _stdin() -> str:
    import sys

    if sys.stdin is None:
        raise Refusal("Nothing can come on stdin: it is closed. Write the text after the command.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError:
        raise Refusal("What came on stdin is not UTF-8 text. Convert it, then try again.") from None


def day_of(desk: "Desk", typed: str, past: bool = False) -> date:
    """The day that was typed, as seen from the desk's today. Raises Refusal when it is none."""
    from mentordesk.dates import read_day

    return read_day(typed, desk.today(), past=past)


def past_day_of(desk: "Desk", typed: str | None) -> date | None:
    """The day that was typed, `fri` meaning the last one; None when none was. Raises Refusal."""
    return day_of(desk, typed, past=True) if typed else None


def moment_of(desk: "Desk", typed: str, past: bool = False) -> datetime:
    """The instant that was typed on the mentor's clock. Raises Refusal when it is none."""
    from mentordesk.dates.instants import read_instant

    return read_instant(typed, desk.now(), desk.tz, past=past)


def past_moment_of(desk: "Desk", typed: str | None) -> datetime | None:
    """An instant that has been; None for nothing typed. Raises Refusal."""
    return moment_of(desk, typed, past=True) if typed else None


def typed_readers(readers: str | None) -> "Audience | None":
    """Who else may read it, as --for said; None when it did not. Raises Refusal."""
    from mentordesk.domain.readers import audience  # most are for whom they usually are

    return None if readers is None else audience(readers.replace(",", " ").lower().split())


def audience_of(readers: str | None) -> "Audience":
    """Who else may read it, as --for said; nobody unless it did. Raises Refusal."""
    return typed_readers(readers) or frozenset()


def readers_of(readers: str | None) -> "Audience":
    """Who else may read it, as --for said; the mentee unless it did. Raises Refusal."""
    from mentordesk.domain.readers import FOR_MENTEE

    chosen = typed_readers(readers)
    return FOR_MENTEE if chosen is None else chosen


@contextmanager
def forcible() -> Iterator[None]:
    """Where a time is taken, name the option that takes it all the same."""
    try:
        yield
    except Taken as taken:
        raise Refusal(
            f"{taken.found} Choose another time, or take it all the same with --force."
        ) from taken
