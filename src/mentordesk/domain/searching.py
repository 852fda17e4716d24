"""What is typed into a search: words, and filters `who: kind: from: audience:` between them."""

from collections.abc import Sequence
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import OTHERS

FILTERS = ("who", "kind", "from", "audience")
_SAME = {"promise": "action", "promises": "action", "notes": "call"}
_OWN = "me"


class Asked(NamedTuple):
    """Words to find, and the filters as typed; a filter without a value filters nothing."""

    words: str
    who: Sequence[str] = ()
    kinds: Sequence[str] = ()
    since: str = ""
    audience: str = ""


def read_search(typed: str) -> Asked:
    """Part words from filters; a value with blanks stands between quotes: `from:"1 oct"`.

    What looks like a filter and is none (`https://…`, `std::sort`) is a word.
    """
    words: list[str] = []
    found: dict[str, list[str]] = {name: [] for name in FILTERS}
    for part in _parts(typed):
        name, colon, value = part.partition(":")
        if colon and name.casefold() in found:
            found[name.casefold()] += [one for one in value.split(",") if one.strip()]
        else:
            words.append(part)
    return Asked(
        " ".join(words),
        found["who"],
        [one.casefold() for one in found["kind"]],
        " ".join(found["from"][-1:]),
        "".join(found["audience"][-1:]).casefold(),
    )


def quoted(word: str) -> str:
    """One word of a shell as it is typed into a search: `from:1 oct` has a blank in its value."""
    name, colon, value = word.partition(":")
    is_filter = colon and name.casefold() in FILTERS
    return f'{name}:"{value}"' if is_filter and " " in value and '"' not in value else word


def _parts(typed: str) -> Sequence[str]:
    """Words and filters; quotes count in filters alone, and a quote left open is no quote."""
    if '"' not in typed or not any(f"{name}:" in typed.casefold() for name in FILTERS):
        return typed.split()
    import shlex  # only quotes need it

    lexer = shlex.shlex(typed, posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        return list(lexer)
    except ValueError:
        return typed.replace('"', " ").split()


def kinds_meant(typed: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    """The kinds that begin as typed. Raises Refusal for one that does not exist."""
    found = []
    for one in typed:
        word = _SAME.get(one, one)
        meant = [kind for kind in known if kind == word]
        meant = meant or [kind for kind in known if kind.startswith(word)]
        if not meant:
            raise Refusal(f"“{one[:30]}” is no kind. There are: {', '.join(sorted(known))}.")
        found += meant
    return found


def audience_meant(typed: str) -> str:
    """The reader that is meant, `me` for what is for nobody else; '' for any. Raises Refusal."""
    known = (_OWN, *OTHERS)
    meant = [one for one in known if typed and one.startswith(typed)]
    if typed and not meant:
        raise Refusal(f"“{typed[:30]}” is no reader. Use {', '.join(known)}.")
    return meant[0] if meant else ""
