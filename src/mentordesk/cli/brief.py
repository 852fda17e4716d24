"""`brief`: everything worth thirty seconds before a call, on one page."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, shapes_groups, shapes_learning, words
from mentordesk.cli.agendas import agenda_rows
from mentordesk.cli.brief_learning import print_learning, print_remember, print_stuck
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, who_argument
from mentordesk.cli.promise import action_rows
from mentordesk.cli.shapes_course import term
from mentordesk.domain.course import countdown, left
from mentordesk.domain.plans import in_order

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.notes import Note
    from mentordesk.domain.pages import BriefPage
    from mentordesk.domain.plans import Action


@click.command("brief")
@who_argument
@json_option
@pass_door
def brief(door: Door, who: str, as_json: bool) -> None:
    """Read up on somebody before the call."""
    desk = door.read()
    page = desk.pages.brief(who)
    if as_json:
        output.as_json(_shape(desk, page))
    else:
        _print(desk, page)


def _print(desk: "Desk", page: "BriefPage") -> None:
    _header(desk, page)
    _section("Background", _note_rows(desk, page.background))
    print_remember(page)
    _last_time(desk, page)
    _section("Promises", action_rows(desk, _task_first(page.actions)))
    _section("Kept lately", action_rows(desk, page.done_lately))
    _section("Open questions", _note_rows(desk, page.questions))
    print_stuck(desk, page)
    _section("Went well", _note_rows(desk, page.wins))
    _section("Watching out for", _doors(desk, page))
    _section("Goals", [(g.horizon, g.text, words.by(g.due, desk.today())) for g in page.goals])
    print_learning(desk, page)
    _section("Agenda for next time", agenda_rows(page.agenda))


def _task_first(actions: "Sequence[Action]") -> "list[Action]":
    """What the next call begins with, then mine, then by day."""
    return sorted(in_order(actions), key=lambda one: not one.task)


def _header(desk: "Desk", page: "BriefPage") -> None:
    mentee, programme = page.mentee, page.playbook.title
    parts = [f"{mentee.name} ({page.address})", programme]
    if page.number:
        parts.append(f"session {words.of_total(page.number, page.total)}")
    if page.members:
        parts.append(f"{page.members} people")
    if count := countdown(page.mentorship.started_on, page.ends_on, desk.today()):
        parts.append(left(count))
    if page.mentorship.status != "active":
        parts.append(page.mentorship.status)
    if mentee.zone:
        parts.append(f"{words.there(desk, desk.now(), mentee.zone)} now")
    output.say(" · ".join(parts))
    if page.step:
        output.say(page.step.spoken())
    output.say(f"Next: {_next(desk, page)}")
    if page.boundary:
        output.say(f"Boundaries: {page.boundary}")
    if page.reminder:
        output.say(f"Keep in mind: {page.reminder}")


def _next(desk: "Desk", page: "BriefPage") -> str:
    line = page.next
    if line is None:
        handle = page.mentee.handle
        return (
            f"nothing is planned. Set a slot with: mentordesk slot set {handle} --weekly tue 18:00"
        )
    theirs = words.there(desk, line.start, line.zone)
    parts = [
        f"{words.moment(desk, line.start)} ({theirs})" if theirs else words.moment(desk, line.start)
    ]
    parts.append("running" if line.state == "running" else words.until(desk, line.start))
    return ", ".join(parts + ["confirmed"] * line.confirmed)


def _last_time(desk: "Desk", page: "BriefPage") -> None:
    if page.last_day is None:
        return
    output.say(f"Last time, {words.day_words(page.last_day, desk.today())}")
    output.paragraph(page.last_recap)
    if page.last_private:
        output.say("  only for you:")
        output.paragraph(page.last_private, 4)


def _section(title: str, rows: Iterable[Sequence[str]]) -> None:
    shown = list(rows)
    if shown:
        output.say(title)
        output.table(shown)


def _doors(desk: "Desk", page: "BriefPage") -> list[tuple[str, str, str]]:
    """What is watched out for; what is further on says how far."""
    return [
        (one.text, words.by(one.due, desk.today()), one.state if one.state == "offered" else "")
        for one in page.watching
    ]


def _note_rows(desk: "Desk", notes: "Sequence[Note]") -> list[tuple[str, str]]:
    return [(words.day_words(n.at.astimezone(desk.tz).date(), desk.today()), n.body) for n in notes]


def _shape(desk: "Desk", page: "BriefPage") -> shapes.Shape:
    return {
        "who": page.address,
        "name": page.mentee.name,
        "programme": page.playbook.slug,
        "status": page.mentorship.status,
        "term": term(countdown(page.mentorship.started_on, page.ends_on, desk.today())),
        "number": page.number,
        "total": page.total,
        "step": shapes_groups.step(page.step),
        "members": page.members,
        "next": shapes.call(desk, page.next),
        "boundary": page.boundary,
        "reminder": page.reminder,
        "background": [shapes.note(one) for one in page.background],
        "last_day": shapes.day(page.last_day),
        "last_recap": page.last_recap,
        "last_private": page.last_private,
        "promises": [shapes.action(one) for one in page.actions],
        "kept_lately": [shapes.action(one) for one in page.done_lately],
        "questions": [shapes.note(one) for one in page.questions],
        "stuck": [shapes.note(one) for one in page.stuck],
        "wins": [shapes.note(one) for one in page.wins],
        "watching": [shapes.opportunity(one) for one in page.watching],
        "goals": [shapes.goal(one) for one in page.goals],
        "agenda": shapes.points(page.agenda),
        "running": shapes.session(desk, page.running),
        "learning": shapes_learning.learning(page.learning),
    }
