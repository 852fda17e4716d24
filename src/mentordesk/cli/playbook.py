"""`playbook`: programmes as data; look at them, copy one to edit, check a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option
from mentordesk.cli.playbook_offers import adopt, offers
from mentordesk.cli.playbook_parts import print_parts
from mentordesk.domain.playbook import Agenda, Playbook, PlaybookProblem, Question
from mentordesk.domain.programme_words import how_often
from mentordesk.domain.readers import spoken

if TYPE_CHECKING:
    from mentordesk.desk.playbooks import Entry

_slug = click.argument("slug", metavar="SLUG")


@click.group("playbook", cls=Group)
def playbook() -> None:
    """Look at programmes, copy and check them."""


@playbook.command("list")
@json_option
@pass_door
def list_playbooks(door: Door, as_json: bool) -> None:
    """List the programmes there are."""
    entries = door.read().playbooks.list()
    if as_json:
        output.as_json([_entry(one) for one in entries])
    else:
        output.table([_row(one) for one in entries], indent=0)


@playbook.command("show")
@_slug
@json_option
@pass_door
def show(door: Door, slug: str, as_json: bool) -> None:
    """Print a programme: its agendas, questions, outlines and dates."""
    found = door.read().playbooks.find(slug)
    if as_json:
        output.as_json(_shape(found))
    else:
        _print(found)


def _print(found: Playbook) -> None:
    output.say(f"{found.title} ({found.slug}, version {found.version})")
    output.say(click.wrap_text(found.summary.strip(), 78, "  ", "  "))
    output.say(f"  {_cadence(found)}")
    for agenda in found.agendas:
        _print_agenda(found, agenda)
    _print_questions("At the end of a call", found.wrap_up)
    _print_questions("Expectations", found.expectations)
    _print_questions("Boundaries", found.boundaries)
    print_parts(found)


@playbook.command("copy")
@_slug
@click.option("--as", "name", default="", metavar="NAME", help="Under a slug and title of its own.")
@pass_door
def copy(door: Door, slug: str, name: str) -> None:
    """Copy a programme to your own folder, to edit it."""
    path = door.read().playbooks.copy(slug, name)
    output.say(f"Copied to {path}")
    output.say(f"Edit it, then: mentordesk playbook check {path}")


@playbook.command("check")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@pass_door
@click.pass_context
def check(ctx: click.Context, door: Door, file: Path) -> None:
    """Check a file; every mistake is named with its key."""
    try:
        found = door.read().playbooks.check(file)
    except PlaybookProblem as problem:
        output.complain("\n".join(problem.problems))
        ctx.exit(1)
    output.say(f"{file} is a playbook: {found.title}, {_cadence(found)}")
    if found.slug != file.stem:
        output.say(
            f"! The desk takes it only as {found.slug}.toml, for its slug is “{found.slug}”; the"
            f" file is called {file.name}. Change one of the two."
        )


@playbook.command("schema")
@pass_door
def schema(door: Door) -> None:
    """Print the format as a JSON Schema, for your editor."""
    output.as_json(door.read().playbooks.schema())


playbook.add_command(offers)
playbook.add_command(adopt)


def _row(one: "Entry") -> tuple[str, ...]:
    return (one.slug, one.title, "yours" if one.mine else "shipped", one.problem)


def _cadence(found: Playbook) -> str:
    run = f"for {found.weeks} weeks" if found.weeks else "no end set"
    parts = [
        how_often(found),
        words.length(found.minutes),
        f"the last {found.reserve} min for the wrap-up",
    ]
    return ", ".join([*parts, *["hard stop"] * found.hard_stop, run])


def _print_agenda(found: Playbook, agenda: Agenda) -> None:
    length = words.length(found.minutes_for(agenda))
    output.say(f"{agenda.title} ({agenda.key}; {agenda.when}, {length}{_a_topic(agenda)})")
    rows = [
        (
            f"{i.minutes:>2} min" if i.minutes else "share",
            i.title,
            f"→ {i.writes_to}" * bool(i.writes_to),
        )
        for i in agenda.items
    ]
    if rows:
        output.table(rows)


def _a_topic(agenda: Agenda) -> str:
    """How long one topic gets, where topics go by the clock."""
    if not agenda.item_minutes:
        return ""
    more = f", then {words.length(agenda.more_minutes)} more" * bool(agenda.more_minutes)
    return f", {words.length(agenda.item_minutes)} a topic{more}"


def _print_questions(title: str, questions: tuple[Question, ...]) -> None:
    if questions:
        output.say(title)
        output.table([(q.key, q.ask, f"→ {q.becomes}, for {spoken(q.readers)}") for q in questions])


def _entry(one: "Entry") -> dict[str, object]:
    return {
        "slug": one.slug,
        "title": one.title,
        "version": one.version,
        "yours": one.mine,
        "path": str(one.path),
        "problem": one.problem,
    }


def _shape(found: Playbook) -> dict[str, object]:
    """The playbook as its file says it, days as text."""
    return {"slug": found.slug, "title": found.title, "playbook": dict(found.raw)}
