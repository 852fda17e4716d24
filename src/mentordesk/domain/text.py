"""Text that is safe to store and safe to show: no control characters, no escape sequences.

And the words that both doors make of numbers and of names.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]":
    """Escape sequences, line breaks, controls; compiled only when a suspect text comes."""
    import re

    return (
        # ECMA-48: CSI, then OSC/DCS/SOS/PM/APC strings up to ST or BEL, then other escapes. A
        # string that does not end in its line is none: what follows it may be somebody's words.
        re.compile(
            r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
            r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])"
            r"[^\x07\n\r\x1b\x90\x98\x9b-\x9f]*(?:\x07|\x1b\\|\x9c)"
            r"|\x1b[ -/]*[0-~]?"
        ),
        re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]"),
        # Controls, lone surrogates, and the bidirectional overrides that can make a line read as
        # what it is not (CVE-2021-42574).
        re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff]"),
    )


def clean(text: str) -> str:
    """Return `text` without escape sequences and control characters; line breaks become \\n."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    escapes, breaks, controls = _patterns()
    return controls.sub("", breaks.sub("\n", escapes.sub("", text)))


def one_line(text: str) -> str:
    """Return `text` clean, on one line, with runs of white space folded to one blank."""
    return " ".join(clean(text).split())


def clip(text: str, width: int) -> str:
    """Return `text` on one line, at most `width` characters, `…` where something was cut."""
    line = one_line(text)
    if len(line) <= width:
        return line
    return line[: width - 1].rstrip() + "…" if width > 0 else ""


def folded(text: str) -> str:
    """Text for comparing: without case, and alike however its letters are put together."""
    if not text.isascii():
        from unicodedata import normalize  # only names with other letters need it

        text = normalize("NFC", text)
    return text.casefold()


def cells(text: str) -> int:
    """How many terminal cells a line takes: none for marks, two for wide letters (UAX #11)."""
    # U+0300 is the first mark, and nothing before it is wide; the dots of what was cut are ours.
    if max(text.replace("…", ""), default="") < "\u0300":
        return len(text)
    # A library of 1 MB that lines without such letters do without.
    from unicodedata import combining, east_asian_width

    marks = sum(combining(letter) > 0 for letter in text)
    return len(text) - marks + sum(east_asian_width(letter) in "WF" for letter in text)


def fitted(text: str, room: int) -> str:
    """Return `text` on one line, in at most `room` terminal cells, `…` where something was cut."""
    line = clip(text, max(room, 0) * 4)
    if cells(line) <= room:
        return line
    while line and cells(line) >= room:
        line = line[:-1]
    return line.rstrip() + "…" if room > 0 else ""


def slug(text: str, limit: int = 24) -> str:
    """Return a short ASCII word for typing (`Ada Obi` → `ada-obi`); empty if nothing is left."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].strip("-")


def written_lines(text: str) -> int:
    """How many lines there are with something on them."""
    return sum(bool(line.strip()) for line in text.splitlines())


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: `1 call`, `3 calls`, `no calls`."""
    return f"{number or 'no'} {thing if number == 1 else things or thing + 's'}"


def length(minutes: int) -> str:
    """Minutes in words: `4 h`, `1 h 30 min`, `25 min`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return " ".join(parts)


def short_length(minutes: int) -> str:
    """The same where there is little room: `50 min`, `1 h`, `4 h 10`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def city(zone: str) -> str:
    """The place a zone is named after: `Buenos Aires` of America/Argentina/Buenos_Aires."""
    return zone.rpartition("/")[2].replace("_", " ")
