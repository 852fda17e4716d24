"""What `mentee show` prints: who they are, their slot, and what happened lately."""

from typing import TYPE_CHECKING

from mentordesk.cli import output, shapes, words
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Moment
    from mentordesk.domain.people import Mentee

_WIDTH = 76


def print_card(desk: "Desk", who: str, last: int) -> None:
    """Print a card with a line for each thing that is known, then the latest moments."""
    found = desk.people.find(who)
    output.say(f"{found.mentee.name} ({found.address})")
    output.table([row for row in _facts(desk, found.address) if row[1]])
    moments = desk.pages.timeline(found.address, last) if last else []
    if moments:
        output.say("Lately")
        output.table([_moment_row(desk, one) for one in moments])


def _facts(desk: "Desk", address: str) -> list[tuple[str, str]]:
    found = desk.people.find(address)
    mentee, mentorship = found.mentee, found.mentorship
    return [
        ("programme", desk.playbooks.of(mentorship.id).title),
        (
            "status",
            f"{mentorship.status} since {words.day_words(mentorship.started_on, desk.today())}",
        ),
        ("pronouns", mentee.pronouns),
        ("email", mentee.email),
        ("contact", mentee.contact),
        ("location", mentee.location),
        ("clock", words.there(desk, desk.now(), mentee.zone)),
        ("slot", _slot(desk, address)),
    ]


def _slot(desk: "Desk", address: str) -> str:
    series = desk.pages.slot(address, 1).series
    if series is None:
        return ""
    return f"{series.rule.spoken()}, {series.wall_time:%H:%M} {words.city(series.zone)}"


def _moment_row(desk: "Desk", one: "Moment") -> tuple[str, ...]:
    text = _plain(one.body) if one.kind == "session" else one.body
    body = one.title if not text or text == one.title else f"{one.title}: {text}"
    return (
        *words.day_and_time(desk, one.at),
        one.kind,
        clip(body if one.title else one.body, _WIDTH),
    )


def _plain(recap: str) -> str:
    """What a recap says in one line: without its headings and the marks of its lists."""
    lines = (line.strip() for line in recap.splitlines())
    return " · ".join(line.removeprefix("- ") for line in lines if line and line[0] != "#")


def shape(desk: "Desk", who: str, last: int) -> shapes.Shape:
    """The card in JSON."""
    found = desk.people.find(who)
    return {
        "who": found.address,
        **_person(found.mentee),
        "programme": found.mentorship.playbook,
        "status": found.mentorship.status,
        "started_on": shapes.day(found.mentorship.started_on),
        "ends_on": shapes.day(found.mentorship.ends_on),
        "slot": _slot(desk, found.address),
        "timeline": [_moment(one) for one in desk.pages.timeline(found.address, last)],
    }


def _person(mentee: "Mentee") -> shapes.Shape:
    return {
        "name": mentee.name,
        "handle": mentee.handle,
        "pronouns": mentee.pronouns,
        "email": mentee.email,
        "zone": mentee.zone,
        "location": mentee.location,
        "contact": mentee.contact,
    }


def _moment(one: "Moment") -> shapes.Shape:
    return {
        "id": one.id,
        "at": shapes.instant(one.at),
        "kind": one.kind,
        "title": one.title,
        "text": one.body,
        "readers": shapes.readers(frozenset(one.readers.split())),
    }
