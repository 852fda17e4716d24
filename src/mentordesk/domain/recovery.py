"""A recovery copy: words the desk could not store, in a file that says whose they are."""

from datetime import datetime
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clean, counted, one_line, slug, written_lines

PREFIX = "mentordesk-unstored-"
"""How the name of every recovery copy begins."""
_FIRST = "Words that mentordesk could not store. Put them back with: mentordesk session recover"
_BEFORE = "--- what was stored before ---"
NOTES, ANSWER, RECAP, SLIDE = "notes", "answer", "recap", "slide"


class Whose(NamedTuple):
    """Whose call the words belong to, as it is known without asking the store again.

    `part` says which words of it: its notes, `answer KEY` of a closing question, `recap KIND`.
    A slide belongs to no call: its `session_id` is the mentorship's, and it `began` when somebody
    began to write on it.
    """

    session_id: str
    handle: str
    name: str
    began: datetime
    part: str = NOTES

    @property
    def thing(self) -> str:
        """What has the words in it: `the call with Ada Obi`."""
        return f"the slide of {self.name}" if self.part == SLIDE else f"the call with {self.name}"

    @property
    def where(self) -> str:
        """Where in it the words belong: `the notes`."""
        part, _, key = self.part.partition(" ")
        named = {ANSWER: f"the answer “{one_line(key)[:20]}”", RECAP: "the recap"}
        return named.get(part, f"the {part}")

    @property
    def place(self) -> str:
        """Both: `the notes of the call with Ada Obi`."""
        return self.thing if self.part == SLIDE else f"{self.where} of {self.thing}"


class RecoveryCopy(NamedTuple):
    """`text` as it was typed, `base` what was known to be stored when storing began to fail."""

    desk: str
    whose: Whose
    written: datetime
    base: str
    text: str

    @property
    def lines(self) -> int:
        """How many lines there are with something on them."""
        return written_lines(self.text)

    @property
    def size(self) -> str:
        """The same in words: `1 line`."""
        return counted(self.lines, "line")


def file_name(whose: Whose, here: datetime, window: int) -> str:
    """Whose call and when (`here`: its beginning on the mentor's wall), and which window's."""
    who, part = slug(whose.handle) or "call", "" if whose.part == NOTES else f"-{slug(whose.part)}"
    return f"{PREFIX}{who}-{here:%Y-%m-%d-%H%M}-{whose.session_id[:8]}{part}-{window}.txt"


def as_text(copy: RecoveryCopy) -> str:
    """The file: a head that can be read by anybody, the words, and what was stored before."""
    head = {
        "desk": copy.desk,
        "name": one_line(copy.whose.name),
        "handle": copy.whose.handle,
        "session": copy.whose.session_id,
        "part": copy.whose.part,
        "began": copy.whose.began.isoformat(),
        "written": copy.written.isoformat(),
        "letters": str(len(copy.text)),
    }
    said = "\n".join(f"{name}: {value}" for name, value in head.items())
    return f"{_FIRST}\n{said}\n\n{copy.text}\n{_BEFORE}\n{copy.base}"


def from_text(text: str) -> RecoveryCopy:
    """Read such a file, mended by hand or not. Raises Refusal for any other."""
    head, _, rest = text.partition("\n\n")
    first, *lines = head.split("\n")
    said = dict(line.split(": ", 1) for line in lines if ": " in line)
    try:
        if first != _FIRST:
            raise ValueError(first)
        began, part = datetime.fromisoformat(said["began"]), said.get("part", NOTES)
        whose = Whose(said["session"], said["handle"], said["name"], began, part)
        written, letters = datetime.fromisoformat(said["written"]), int(said["letters"])
    except (KeyError, ValueError):
        raise Refusal("This is no recovery copy of mentordesk.") from None
    words, base = _parted(rest, letters)
    return RecoveryCopy(said["desk"], whose, written, clean(base), clean(words))


def _parted(rest: str, letters: int) -> tuple[str, str]:
    """The words and their base; a line of the words may look like the one between them."""
    between = f"\n{_BEFORE}\n"
    if rest[letters:].startswith(between):
        return rest[:letters], rest[letters + len(between) :]
    words, _, base = rest.partition(between)
    return words, base
