"""Everybody in lines: when next, when last, how far, and what is promised on either side."""

from collections.abc import Iterable, Mapping, Sequence

from mentordesk.domain.intake import IntakeLine, Load
from mentordesk.domain.pages import Hit, PersonLine
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.intake import waiting_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, heading, pad, plain

GOES_ON = ("active", "paused")
BEFORE = 16  # characters of a snippet that may stand before what was searched for
ARCHIVED = "archived"
NOBODY = (
    "Nobody here yet. Press a to add your first mentee: a name is enough.\n"
    "Press i for somebody who is still on the way in."
)


def people_headline(
    people: Sequence[PersonLine],
    shown: int,
    typed: str,
    loads: Iterable[Load] = (),
    *,
    shared: bool = False,
) -> Row:
    """How many there are, how many of them are shown, and of how many a programme wants.

    On a `shared` screen not how many there are, for not all are there.
    """
    active = sum(person.status == "active" for person in people)
    left: list[Seg] = [(" People", "strong")]
    if not shared:
        left.append((f" · {active} active · {len(people)} in all", ""))
    for load in () if shared else loads:
        if load.most:
            said = f" · {load.title} {load.counted()}"
            left.append((said, "warn" if load.warning() else ""))
    return Row(
        "", left, [(f"{shown} with “{one_line(typed)}” ", "accent")] if typed.strip() else ()
    )


def matching(people: Sequence[PersonLine], typed: str) -> list[PersonLine]:
    """Who has every typed word in name, handle, programme or status; a group by its members."""
    wanted = typed.casefold().split()
    return [
        person
        for person in people
        if all(word in _said(person) for word in wanted)
        and (ARCHIVED in wanted or not person.archived)
    ]


def _said(person: PersonLine) -> str:
    """The words by which somebody is found."""
    return " ".join((*person[:5], person.names, ARCHIVED * person.archived)).casefold()


def people_rows(
    people: Sequence[PersonLine],
    typed: str,
    look: Look,
    ways: Mapping[str, IntakeLine] | None = None,
) -> list[Row]:
    """Who goes on first, then who is on the way in, then those of earlier times."""
    found = matching(people, typed)
    now = [person_row(person, look) for person in found if person.status in GOES_ON]
    waiting = waiting_rows(found, ways or {}, look)
    over = (one for one in found if one.status not in (*GOES_ON, "intake"))
    earlier = [person_row(person, look) for person in over]
    if not found:
        return (
            [plain(f"Nobody has “{typed}” in name, programme or status.", "dim")] if people else []
        )
    titled = [_titles(look), *now] if now or not waiting else []
    return [*titled, *waiting, *([heading("earlier"), *earlier] if earlier else [])]


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
    said = ARCHIVED if person.archived else said
    left: list[Seg] = [
        (pad(_counted(person), name) + " ", "dim" if done else ""),
        (pad(person.programme, programme) + " ", "dim"),
        (pad(words.number(person.held, person.total), 5) + " ", "dim"),
        (pad(said or coming, 16) + " ", "warn" if said == "paused" else ""),
        (pad(last, 11), "dim"),
    ]
    return Row(f"who:{person.address}", left, promised(person))


def _counted(person: PersonLine) -> str:
    """The name, of a group with how many are in it."""
    return f"{person.name} ({person.members})" if person.members else person.name


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
    said = f" · {words.counted(found, 'place')}" if typed.strip() else ""
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
