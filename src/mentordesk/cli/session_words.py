"""The notes of a call from the shell, and what is pasted into them."""

import os
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.addressed import note_words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import Words, json_option, running_argument, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentordesk.desk import Desk
    from mentordesk.domain.call_page import CallPage


@click.command("note", cls=Words)
@click.argument("typed", metavar="[WHO] [TEXT…]", nargs=-1)
@click.option(
    "--set", "replace", metavar="TEXT", help="Put this in place of all notes; - is stdin."
)
@click.option("--edit", is_flag=True, help="Write them in your own editor ($VISUAL, $EDITOR).")
@json_option
@pass_door
def note(
    door: Door, typed: tuple[str, ...], replace: str | None, edit: bool, as_json: bool
) -> None:
    """Add lines to the call's notes, or print them.

    Without WHO it is the running call: when nobody answers to the first word, it is text.

    Lines become things: `[ ] @who what by when` a promise, `! ` an opportunity, `? ` a question,
    `?? ` a stuck point, `+ ` a win, `> ` a line of the recap. TEXT - reads stdin. --edit opens your
    editor on the notes; what is written elsewhere meanwhile is kept beside what you write.
    """
    if len(typed) < 2 and replace is None and not edit:
        desk = door.read()
        who, text = note_words(desk, typed)
        if not text:
            _print_notes(desk, who, as_json)
            return
        door.close()
    desk = door.write()
    who, text = note_words(desk, typed)
    page = desk.pages.call(who)
    if text or replace is not None or not edit:
        stored = _store(desk, page.session.id, text_of(text) if text else "", replace)
    if edit:
        _, stored = desk.calls.edit_notes(page.session.id, os.environ)
    whose = "" if who else f" with {page.mentee.name}"
    output.say(f"Stored {stored.astimezone(desk.tz):%H:%M:%S}{whose}{_became(desk, page)}")
    _say_what_is_past(desk, page)


def _store(desk: "Desk", session_id: str, added: str, replace: str | None) -> "datetime":
    if replace is None:
        return desk.calls.add_notes(session_id, added)
    lines = "\n".join(filter(None, [text_of([replace]).rstrip("\n"), added]))
    return desk.calls.save_notes(session_id, lines)


def _became(desk: "Desk", before: "CallPage") -> str:
    """`: action, win` — what the new lines were understood as."""
    after = desk.pages.call_of(before.session.id).marks
    new = [kind for line, kind in sorted(after.items()) if before.marks.get(line) != kind]
    return f": {', '.join(new)}" if new else ""


def _say_what_is_past(desk: "Desk", before: "CallPage") -> None:
    """New promises by a day that has passed, which have none; and of people nobody knows."""
    after = desk.pages.call_of(before.session.id)
    lines = after.notes.split("\n")
    dated = ("action", "opportunity")
    new = [n for n, kind in after.marks.items() if kind in dated and n not in before.marks]
    say_no_day(desk, [lines[n] for n in sorted(new)])
    for n in sorted(set(new) & set(after.strangers)):
        output.say(f"! {after.strangers[n].says}.")


def say_no_day(desk: "Desk", lines: "Sequence[str]") -> None:
    """Say which lines end with a day that has passed, or that nobody can read."""
    if not lines:
        return
    from mentordesk.dates.due import past_at_end, unread_day

    for line in lines:
        if said := past_at_end(line, desk.today()):
            output.say(f"“{said}” has passed, so that promise has no day. Write: by fri")
        elif said := unread_day(line, desk.today()):
            output.say(f"! No day can be read in “{said}”; it has none.")


def _print_notes(desk: "Desk", who: str, as_json: bool) -> None:
    page = desk.pages.call(who)
    if as_json:
        output.as_json(
            {
                "who": page.address,
                "session": shapes.session(desk, page.session),
                "notes": page.notes,
                "stored_at": shapes.instant(page.stored_at),
                "marks": [{"line": n, "kind": kind} for n, kind in sorted(page.marks.items())],
                "suggested": [
                    {"line": n, "kind": kind} for n, kind in sorted(page.suggested.items())
                ],
            }
        )
    elif page.notes:
        output.say(page.notes)


@click.command("take")
@running_argument
@click.option("--line", type=click.IntRange(1), metavar="N", help="Only line N, counted from 1.")
@click.option("--dismiss", is_flag=True, help="They are no things: leave them text.")
@pass_door
def take(door: Door, who: str, line: int | None, dismiss: bool) -> None:
    """Take what was pasted in the call as things, or leave it text.

    Lines that are pasted into the notes on screen only suggest promises, questions and the rest
    until they are taken. One that was dismissed is still taken with --line.
    """
    desk = door.write()
    session, at = desk.calls.of(who), None if line is None else line - 1
    if dismiss:
        left = desk.calls.dismiss(session.id, at)
        output.say(f"{'1 line stays' if left == 1 else f'{left} lines stay'} text.")
        return
    taken = desk.calls.take(session.id, at)
    things = "1 line is a thing" if taken == 1 else f"{taken} lines are things"
    output.say(f"{things} now. Take it back with: mentordesk undo")
