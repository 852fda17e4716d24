"""Whom to turn to, and how to ask without giving anybody away."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import combining, normalize

from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_people import Contact
from mentordesk.domain.text import clean

SOMEBODY = "my mentee"
"""What stands for a mentee's name in what is sent."""


class Asked(NamedTuple):
    """Help that was asked for, in the mentor's own words."""

    contact: str
    text: str
    day: date


class Directory(NamedTuple):
    """Whom a programme gives one to turn to, its code of conduct, and its links."""

    playbook: str
    title: str
    contacts: Sequence[Contact]
    conduct: str
    report_conduct: str
    confidential: Sequence[str]
    links: Mapping[str, str]
    asked: Sequence[Asked] = ()


class Person(NamedTuple):
    """What somebody can be known by."""

    name: str
    handle: str = ""
    email: str = ""


def directory(playbook: Playbook, asked: Sequence[Asked] = ()) -> Directory:
    """The support a playbook names."""
    return Directory(
        playbook.slug,
        playbook.title,
        playbook.support,
        playbook.conduct,
        playbook.report_conduct,
        playbook.confidential,
        playbook.links,
        asked,
    )


def anonymous(text: str, people: Iterable[Person]) -> str:
    """The text with each name, part of a name, handle and address of these people replaced.

    Case and accents make no difference. A part counts as a whole word, but for scripts that put
    no blanks between words; parts of one or two letters count only as they are written.
    """
    told = normalize("NFC", clean(text))
    words = {word for one in people for word in _known_by(one)}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        told = _replaced(told, word)
    while f"{SOMEBODY} {SOMEBODY}" in told:
        told = told.replace(f"{SOMEBODY} {SOMEBODY}", SOMEBODY)
    return told


def _begun(text: str) -> str:
    """The same with a capital where somebody begins a sentence."""
    begun = SOMEBODY.capitalize()
    for before in (". ", "! ", "? ", "\n"):
        text = text.replace(before + SOMEBODY, before + begun)
    return begun + text[len(SOMEBODY) :] if text.startswith(SOMEBODY) else text


def _known_by(one: Person) -> Iterable[str]:
    name = normalize("NFC", one.name)
    parts = [part.strip(".,'’-") for part in name.replace("-", " ").split()]
    return (word for word in (name, *parts, one.handle, normalize("NFC", one.email)) if word)


def _replaced(text: str, word: str) -> str:
    exact = len(word) <= 2
    letters = [letter if exact else _folded(letter) for letter in text]
    wanted = word if exact else _folded(word)
    found, at = "".join(letters), 0
    starts = _starts(letters)
    kept: list[str] = []
    done = 0
    while wanted and (at := found.find(wanted, at)) >= 0:
        end = at + len(wanted)
        if at in starts and end in starts and _is_whole(found, at, end):
            kept += [text[done : starts[at]], SOMEBODY]
            done = starts[end]
            at = end
        else:
            at += 1
    return "".join([*kept, text[done:]])


def _starts(letters: Sequence[str]) -> dict[int, int]:
    """Where each letter of the text begins in the folded text, and its end."""
    places: dict[int, int] = {}
    at = 0
    for n, letter in enumerate(letters):
        places.setdefault(at, n)
        at += len(letter)
    places[at] = len(letters)
    return places


def _is_whole(text: str, at: int, end: int) -> bool:
    """Whether no letter of a cased script goes on before or after it."""
    before, after = text[at - 1 : at], text[end : end + 1]
    return not (_joins(before, text[at]) or _joins(text[end - 1], after))


def _joins(one: str, other: str) -> bool:
    return _is_part(one) and _is_part(other)


def _is_part(letter: str) -> bool:
    """Whether a letter belongs to a word that blanks set off: cased letters and digits do."""
    return letter.isdecimal() or letter.lower() != letter.upper()


def _folded(text: str) -> str:
    """Without case and accents."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))


def draft(contact: Contact, playbook: Playbook, text: str, people: Iterable[Person]) -> str:
    """A message to copy: the question with nobody's name in it."""
    told = _begun(anonymous(text, people).strip())
    return (
        f"To: {contact.title}\n\nHello,\n\nI am a mentor in {playbook.title} and would like your"
        f" advice.\n\n{told}\n\nThank you!\n"
    )
