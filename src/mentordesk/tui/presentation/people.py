"""Everybody in lines: when next, when last, how far, and what is promised on either side."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.pages import Hit, PersonLine
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, heading, pad, plain

GOES_ON = ("active", "paused")
BEFORE = 16  # characters of a snippet that may stand before what was searched for
NOBODY = "Nobody here yet. Press a to add your first mentee: a name is enough."


def people_headline(people: Sequence[PersonLine], shown: int, typed: str) -> Row:
    """How many there are, and how many of them are shown."""
    active = sum(person.status == "active" for person in people)
    left: list[Seg] = [(" People", "strong"), (f" · {active} active · {len(people)} in all", "")]
    return Row(
        "", left, [(f"{shown} with “{one_line(typed)}” ", "accent")] if typed.strip() else ()
    )


def matching(people: Iterable[PersonLine], typed: str) -> list[PersonLine]:
    """Who has every typed word somewhere in name, handle, programme or status."""
    wanted = typed.casefold().split()
    return [
        person
        for person in people
        if all(word in " ".join(person[:5]).casefold() for word in wanted)
    ]


def people_rows(people: Sequence[PersonLine], typed: str, look: Look) -> list[Row]:
    """Who goes on first, and those of earlier times under a heading of their own."""
    found = matching(people, typed)
    now = [person_row(person, look) for person in found if person.status in GOES_ON]
    earlier = [person_row(person, look) for person in found if person.status not in GOES_ON]
    if not found:
        return (
            [plain(f"Nobody has “{typed}” in name, programme or status.", "dim")] if people else []
        )
    return [_titles(look), *now, *([heading("earlier"), *earlier] if earlier else [])]


def _columns(look: Look) -> tuple[int, int]:
    return (30, 28) if look.width >= 100 else (19, 12)


def _titles(look: Look) -> Row:
    name, programme = _columns(look)
    line = f"{pad('', name)} {pad('', programme)} {pad('', 5)} {pad('next', 16)} last"
    return Row("", [(line, "dim")], [("promised me·them", "dim")])


def person_row(person: PersonLine, look: Look) -> Row:
    """One relation."""
    name, programme = _columns(look)
    done = person.status not in GOES_ON
    coming = (
        f"{words.day(look.here(person.next).date(), look.today)} {words.clock(person.next, look)}"
        if person.next
        else "–"
    )
    last = words.near(look.here(person.last).date(), look.today) if person.last else "–"
    said = person.status if person.status != "active" else ""
    left: list[Seg] = [
        (pad(person.name, name) + " ", "dim" if done else ""),
        (pad(person.programme, programme) + " ", "dim"),
        (pad(words.number(person.held, person.total), 5) + " ", "dim"),
        (pad(said or coming, 16) + " ", "warn" if said == "paused" else ""),
        (pad(last, 11), "dim"),
    ]
    return Row(f"who:{person.address}", left, promised(person))


def promised(person: PersonLine) -> list[Seg]:
    """Open promises: the mentor's own, then theirs."""
    if not person.mine and not person.theirs:
        return []
    return [
        (f"{person.mine}", "accent" if person.mine else "dim"),
        (f" · {person.theirs:>2}  ", "dim"),
    ]


def search_headline(found: int, typed: str) -> Row:
    """How much was found."""
    said = f" · {words.count(found, 'place')}" if typed.strip() else ""
    return Row("", [(" Search", "strong"), (said, "")])


def search_rows(hits: Sequence[Hit], look: Look) -> list[Row]:
    """What was found: where, when, of whom, and the words around it."""
    return [hit_row(hit, n, look) for n, hit in enumerate(hits)]


def hit_row(hit: Hit, n: int, look: Look) -> Row:
    """One hit, its matching words set off."""
    left: list[Seg] = [
        (pad(hit.name, 16) + " ", "strong"),
        (pad(hit.kind, 11) + " ", "dim"),
        (pad(_day(hit.at, look), 11) + " ", "dim"),
        *_marked(hit.snippet),
    ]
    return Row(f"hit:{n}", left)


def _day(at: str, look: Look) -> str:
    from datetime import datetime

    moment = datetime.fromisoformat(at)
    return words.day(look.here(moment).date(), look.today)


def _marked(snippet: str) -> list[Seg]:
    """The words around a match, close enough to its beginning that the match is in sight."""
    before, mark, rest = one_line(snippet).partition("«")
    if mark and len(before) > BEFORE:
        before = "…" + before[-BEFORE:]
    pieces: list[Seg] = []
    for n, part in enumerate(f"{before}{mark}{rest}".replace("»", "«").split("«")):
        if part:
            pieces.append((part, "accent" if n % 2 else ""))
    return pieces
