"""What `mentee show` prints: who they are, their slot, and what happened lately."""

from datetime import date
from typing import TYPE_CHECKING

from mentordesk.cli import output, profile, shapes, shapes_course, words
from mentordesk.cli.course import ends, print_course
from mentordesk.cli.profile import print_profile
from mentordesk.domain.incidents import in_view
from mentordesk.domain.people import RUNNING
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Moment
    from mentordesk.domain.people import Mentee, Relation

_WIDTH = 76


def print_card(desk: "Desk", who: str, last: int) -> None:
    """Print a card with a line for each thing that is known, then the latest moments."""
    found = desk.people.find(who)
    output.say(f"{found.mentee.name} ({found.address})")
    output.table([row for row in _facts(desk, found.address) if row[1]])
    print_profile(desk, found.address)
    print_course(desk, found.address)
    moments = desk.pages.timeline(found.address, last) if last else []
    if moments:
        output.say("Lately")
        output.table([_moment_row(desk, one) for one in moments])


def _facts(desk: "Desk", address: str) -> list[tuple[str, str]]:
    found = desk.people.find(address)
    mentee, mentorship = found.mentee, found.mentorship
    return [
        ("programme", desk.playbooks.of(mentorship.id).title),
        ("status", _status(desk, found)),
        ("began", _began(desk, found)),
        ("until", ends(desk, count) if (count := desk.course.countdown(address)) else ""),
        ("pronouns", mentee.pronouns),
        ("email", mentee.email),
        ("contact", mentee.contact),
        ("location", mentee.location),
        ("clock", words.there(desk, desk.now(), mentee.zone)),
        ("slot", _slot(desk, address)),
        ("came", _came(desk, address)),
    ]


def _status(desk: "Desk", found: "Relation") -> str:
    """What it is and since when; of somebody who left a group, that they did."""
    if found.about and found.about not in found.mentorship.members:
        return f"left {desk.people.by_mentorship(found.mentorship.id).mentee.name}"
    return f"{found.mentorship.status} since {words.day_words(_since(desk, found), desk.today())}"


def _since(desk: "Desk", found: "Relation") -> date:
    """Since when it is what it is: an active one since its first day."""
    if found.mentorship.status == "active":
        return found.mentorship.started_on
    return desk.course.history(found.address)[-1].day


def _began(desk: "Desk", found: "Relation") -> str:
    """The first day, where the status does not tell it."""
    if found.mentorship.status == "active":
        return ""
    return words.day_words(found.mentorship.started_on, desk.today())


def _came(desk: "Desk", address: str) -> str:
    """Of a group's member: to how many of the meetings they came."""
    found = desk.people.find(address)
    if not found.about:
        return ""
    lines = desk.groups.attendance(found.mentorship.id).lines
    line = next(one for one in lines if one.member.id == found.about)
    if not line.held:
        return ""
    group = desk.people.by_mentorship(found.mentorship.id).mentee.name
    return f"to {line.came} of {words.counted(line.held, 'meeting')} of {group}"


def _slot(desk: "Desk", address: str) -> str:
    series = desk.pages.slot(address, 1).series
    if series is None or desk.people.find(address).mentorship.status not in RUNNING:
        return ""
    return f"{series.rule.spoken()}, {series.wall_time:%H:%M} {words.city(series.zone)}"


def _moment_row(desk: "Desk", one: "Moment") -> tuple[str, ...]:
    reads = one.kind in ("session", "decision")
    text = _plain(one.body) if reads else in_view(one.kind, one.body)
    body = one.title if not text or text == one.title else f"{one.title}: {text}"
    return (
        *words.day_and_time(desk, one.at),
        one.kind,
        clip(body if one.title else text, _WIDTH),
    )


def _plain(recap: str) -> str:
    """What a recap or the facts say in one line: without headings and the marks of lists."""
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
        **shapes_course.course(desk.course.page(found.address)),
        "profile": profile.shape(desk, found.address),
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
        "text": in_view(one.kind, one.body),
        "readers": shapes.readers(frozenset(one.readers.split())),
    }
