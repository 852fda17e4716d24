"""`opportunity`: doors to hold open, from the first glimpse to what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_doors, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    Words,
    day_of,
    json_option,
    past_day_of,
    readers_option,
    text_of,
    typed_readers,
    who_argument,
    words_argument,
)

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.doors import Opening

NONE = "No opportunity is under way. Note one with: mentordesk opportunity add WHO 'a grant'"
_on = click.option("--on", metavar="DAY", help="When; today unless said.")
_id = click.argument("id", metavar="ID")
_rest = click.argument("text", metavar="[TEXT…]", nargs=-1)


@click.group("opportunity", cls=Group)
def opportunity() -> None:
    """Hold doors open: spot, offer, take, decline, result."""


@opportunity.command("add", cls=Words)
@who_argument
@words_argument
@click.option("--due", metavar="DAY", help="Until when it can be taken.")
@click.option("--source", default="", metavar="TEXT", help="Where it was seen: a link, a name.")
@click.option("--watch", is_flag=True, help="Nothing yet, but you keep an eye out for it.")
@readers_option
@pass_door
def add(
    door: Door,
    who: str,
    words: tuple[str, ...],
    due: str | None,
    source: str,
    watch: bool,
    readers: str | None,
) -> None:
    """Note what you spotted for somebody, or will watch out for.

    Only you read it unless --for says more.
    """
    text, seen = text_of(words), typed_readers(readers)
    desk = door.write()
    day = day_of(desk, due) if due else None
    made = desk.opportunities.add(
        who, text, due=day, source=source, watch=watch, readers=seen or frozenset()
    )
    one = made.opportunity
    output.say(f"{_said(one.state)}: {one.text}{_by(desk, made)}")
    say_gate(desk, who, seen)


@opportunity.command("list")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--all", "every", is_flag=True, help="Declined and closed ones too.")
@json_option
@pass_door
def list_all(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List what is under way, nearest deadline first."""
    desk = door.read()
    found = desk.opportunities.list(who, every)
    if as_json:
        output.as_json([shapes_doors.opening(one) for one in found])
    elif not found:
        output.say(NONE)
    else:
        from mentordesk.desk.ids import short

        ids = short([one.opportunity.id for one in desk.opportunities.list(every=True)])
        output.table([_row(desk, one, ids) for one in found], indent=0)


@opportunity.command("show")
@_id
@json_option
@pass_door
def show(door: Door, id: str, as_json: bool) -> None:
    """Show one opportunity and what became of it, day by day."""
    desk = door.read()
    found = desk.opportunities.show(id)
    if as_json:
        output.as_json(shapes_doors.opening(found))
        return
    from mentordesk.domain.readers import spoken

    one, today = found.opportunity, desk.today()
    output.say(f"{one.text} · {one.state} · {found.name} ({found.address})")
    facts = [("until", words.by(one.due, today).removeprefix("by ")), ("seen", one.source)]
    facts.append(("for", spoken(one.readers)))
    output.table([row for row in facts if row[1]])
    steps = [(words.day_words(step.day, today), step.state, step.text) for step in found.steps]
    output.table([(words.day_words(found.noted_on, today), "noted", ""), *steps])


@opportunity.command("edit")
@_id
@click.option("--text", metavar="TEXT", help="Other words.")
@click.option("--due", metavar="DAY", help="Another deadline.")
@click.option("--source", metavar="TEXT", help="Where it was seen.")
@pass_door
def edit(door: Door, id: str, text: str | None, due: str | None, source: str | None) -> None:
    """Change its words, its deadline or where it is from."""
    desk = door.write()
    day = day_of(desk, due) if due else None
    found = desk.opportunities.edit(id, text=text, due=day, source=source)
    output.say(f"{_said(found.opportunity.state)}: {found.opportunity.text}{_by(desk, found)}")


def _moving(verb: str, says: str) -> Callable[..., None]:
    """A command that takes an opportunity one step on."""

    @_id
    @_rest
    @_on
    @readers_option
    @pass_door
    def move(
        door: Door, id: str, text: tuple[str, ...], on: str | None, readers: str | None
    ) -> None:
        desk = door.write()
        day = past_day_of(desk, on)
        said, seen = text_of(text) if text else "", typed_readers(readers)
        found = desk.opportunities.move(id, verb, said, on=day, readers=seen)
        output.say(f"{_said(found.opportunity.state)}: {found.opportunity.text}")

    move.__doc__ = f"{says}\n\nID is the beginning of an id as `mentordesk opportunity list` shows."
    return move


for _verb, _says in {
    "spot": "What you watched out for has come up.",
    "offer": "You told them of it; --for mentee lets them read it.",
    "take": "They took it.",
    "decline": "They said no.",
    "result": "Say what came of it, which closes it.",
    "close": "Nothing will come of it any more.",
}.items():
    opportunity.command(_verb, cls=Words)(_moving(_verb, _says))


def _said(state: str) -> str:
    return {"watching": "Watching out for"}.get(state, state.capitalize())


def _by(desk: "Desk", found: "Opening") -> str:
    from mentordesk.dates import echo_day

    due = found.opportunity.due
    return f", until {echo_day(due, desk.today())}" if due else ""


def _row(desk: "Desk", found: "Opening", ids: dict[str, str]) -> tuple[str, ...]:
    from mentordesk.domain.doors import UNDER_WAY

    one, today = found.opportunity, desk.today()
    over = one.state not in UNDER_WAY
    until = words.by(one.due, today).replace("overdue", "which has passed")
    last = found.steps[-1].text if found.steps else ""
    return (ids[one.id], one.state, one.text, "" if over else until, last, found.address)
