"""`mentee graduate`, `complete`, `exit` and what follows; `archive`, `restore`, `erase`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import OneOf, json_option, past_day_of, who_argument
from mentordesk.cli.slot_page import print_untold
from mentordesk.domain.attention_ended import ALUMNI
from mentordesk.domain.course import SIDES
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.course import Erased
    from mentordesk.domain.people import Relation

F = TypeVar("F", bound=Callable[..., Any])

_reason = click.option("--reason", default="", metavar="TEXT", help="Why, for yourself.")
_on = click.option("--on", "on", metavar="DAY", help="The day it was, today unless said.")
_answers = click.option(
    "--answer", "answers", multiple=True, metavar="KEY=TEXT", help="What the playbook asks then."
)


@click.command("graduate")
@who_argument
@_reason
@_on
@_answers
@pass_door
def graduate(door: Door, who: str, reason: str, on: str | None, answers: tuple[str, ...]) -> None:
    """End it well: the mentee has reached what it was for."""
    desk = door.write()
    given = _given(answers)
    with desk.writing(f"graduated: {desk.people.find(who).mentee.name}"):
        found = desk.course.graduate(who, reason, past_day_of(desk, on))
        desk.course.answer_close_out(found.address, given)
    _ended(desk, found)
    output.say(
        f"Put them forward with: mentordesk mentee nominate {found.mentee.handle} 'for what'"
    )


@click.command("complete")
@who_argument
@_reason
@_on
@_answers
@pass_door
def complete(door: Door, who: str, reason: str, on: str | None, answers: tuple[str, ...]) -> None:
    """End it: it has run its course."""
    desk = door.write()
    given = _given(answers)
    with desk.writing(f"completed: {desk.people.find(who).mentee.name}"):
        found = desk.course.complete(who, reason, past_day_of(desk, on))
        desk.course.answer_close_out(found.address, given)
    _ended(desk, found)


@click.command("exit")
@who_argument
@click.option(
    "--by",
    "side",
    type=OneOf("side", SIDES),
    required=True,
    metavar="SIDE",
    help=f"Whose wish it is: {', '.join(SIDES)}.",
)
@click.option("--reason", default="", metavar="TEXT", help="A reason of the playbook, or your own.")
@click.option("--text", default="", metavar="TEXT", help="What happened, for yourself.")
@click.option("--told/--tell-later", default=False, help="Whether the programme knows already.")
@_on
@_answers
@pass_door
def leave(
    door: Door,
    /,
    who: str,
    side: str,
    reason: str,
    text: str,
    told: bool,
    on: str | None,
    answers: tuple[str, ...],
) -> None:
    """End it before its time, by either side."""
    desk = door.write()
    given = _given(answers)
    with desk.writing(f"end early with {desk.people.find(who).mentee.name}"):
        day = past_day_of(desk, on)
        found = desk.course.exit(who, side, reason, told=told, text=text, day=day)
        desk.course.answer_close_out(found.address, given)
    _ended(desk, found)
    tells = desk.playbooks.of(found.mentorship.id).exit_tells
    if tells and not told:
        whom = " and the ".join(tells)
        output.say(f"Tell the {whom}, then: mentordesk mentee told {found.mentee.handle}")


@click.command("told")
@who_argument
@_on
@pass_door
def told(door: Door, who: str, on: str | None) -> None:
    """Note that those who must know of an early end have been told."""
    desk = door.write()
    found = desk.course.told(who, past_day_of(desk, on))
    output.say(f"Told, about {found.mentee.name}.")


@click.command("close-out")
@who_argument
@_answers
@json_option
@pass_door
def close_out(door: Door, who: str, answers: tuple[str, ...], as_json: bool) -> None:
    """See and answer what the playbook asks when it ends."""
    given = _given(answers)
    desk = door.write() if given else door.read()
    asked = desk.course.answer_close_out(who, given) if given else desk.course.close_out(who)
    if as_json:
        output.as_json([{"key": q.key, "ask": q.ask, "answer": q.answer} for q in asked])
    elif not asked:
        output.say("The playbook asks nothing at the end.")
    else:
        output.table([(q.key, q.ask, q.answer or "no answer yet") for q in asked], indent=0)


@click.command("archive")
@who_argument
@pass_door
def archive(door: Door, who: str) -> None:
    """Take somebody off the lists; nothing else changes."""
    found = door.write().course.archive(who)
    output.say(
        f"{found.mentee.name} is in the archive: off the lists and off Today, and still found by"
        " name, search and mentordesk mentee list --all."
    )


@click.command("restore")
@who_argument
@pass_door
def restore(door: Door, who: str) -> None:
    """Put somebody from the archive back on the lists."""
    found = door.write().course.restore(who)
    output.say(f"{found.mentee.name} is on the lists again.")


@click.command("erase")
@who_argument
@click.option("--yes", is_flag=True, help="Do it. It cannot be taken back.")
@pass_door
def erase(door: Door, who: str, yes: bool) -> None:
    """Remove one person for good; without --yes, say what would go."""
    if not yes:
        would = door.read().course.would_erase(who)
        _print_erased(would, "would be removed for good")
        raise Refusal(
            "Nothing was removed. To do it, and give up undoing anything done before, add --yes."
        )
    desk = door.write()
    gone = desk.course.erase(who)
    _print_erased(gone, "are removed for good; nothing done before can be taken back any more")
    if not gone.wholly:
        output.say(
            "Another program reads the desk, or the disk is full: traces stay in the file's log"
            " until every program has closed it."
        )


def _print_erased(gone: "Erased", what: str) -> None:
    name = gone.relation.mentee.name
    output.say(f"{name}: {words.counted(sum(gone.rows.values()), 'row')} {what}.")
    output.table([(table, str(count)) for table, count in sorted(gone.rows.items())])
    if gone.titles:
        output.say(f"Titles of busy times that name them: {gone.titles}. They go; the times stay.")
    if gone.copies:
        output.say("Backups that hold them still, or cannot be read; delete those you can spare:")
        output.table([(str(copy),) for copy in gone.copies])
    output.say(
        "Files that you handed out stay as they are, and so does what others' notes, or the"
        " records of a group they were in, say of them."
    )


def _ended(desk: "Desk", found: "Relation") -> None:
    output.say(f"{found.mentee.name} ({found.address}) is {found.mentorship.status}.")
    print_untold(desk, found.address)
    playbook = desk.playbooks.of(found.mentorship.id)
    if playbook.keep_in_touch and found.mentorship.status in ALUMNI:
        output.say(playbook.keep_in_touch)
    missing = [one.key for one in desk.course.close_out(found.address) if not one.answer]
    if missing:
        output.say(
            f"The playbook asks then: {', '.join(missing)}. Answer with: mentordesk mentee"
            f" close-out {found.mentee.handle} --answer {missing[0]}=…"
        )


def _given(answers: tuple[str, ...]) -> dict[str, str]:
    """`KEY=TEXT` pairs. Raises Refusal for one without a sign of equality."""
    pairs = [one.partition("=") for one in answers]
    for key, sign, _ in pairs:
        if not sign:
            raise Refusal(f"“{key[:40]}” is no answer. Write it as KEY=TEXT.")
    return {key.strip(): text for key, _, text in pairs}


COMMANDS = (graduate, complete, leave, told, close_out, archive, restore, erase)
