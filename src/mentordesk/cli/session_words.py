"""The call's words from the shell: notes, answers to the closing questions, and the recap."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.addressed import answer_words, note_words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import Words, json_option, running_argument, text_of
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Asked, CallPage, RecapPage
    from mentordesk.domain.sessions import Session


@click.command("note", cls=Words)
@click.argument("typed", metavar="[WHO] [TEXT…]", nargs=-1)
@click.option(
    "--set", "replace", metavar="TEXT", help="Put this in place of all notes; - is stdin."
)
@json_option
@pass_door
def note(door: Door, typed: tuple[str, ...], replace: str | None, as_json: bool) -> None:
    """Add lines to the call's notes, or print them.

    Without WHO it is the running call: when nobody answers to the first word, it is text.

    Lines become things: `[ ] @who what by when` a promise, `! ` an opportunity, `? ` a question,
    `?? ` a stuck point, `+ ` a win, `> ` a line of the recap. TEXT - reads stdin.
    """
    if len(typed) < 2 and replace is None:
        desk = door.read()
        who, text = note_words(desk, typed)
        if not text:
            _print_notes(desk, who, as_json)
            return
        door.close()
    desk = door.write()
    who, text = note_words(desk, typed)
    page = desk.pages.call(who)
    stored = _store(desk, page.session.id, text_of(text) if text else "", replace)
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
    """A new promise by a day that has passed stands in the notes as it is, and has no day."""
    after = desk.pages.call_of(before.session.id)
    lines = after.notes.split("\n")
    dated = ("action", "opportunity")
    new = [n for n, kind in after.marks.items() if kind in dated and n not in before.marks]
    _say_no_day(desk, [lines[n] for n in sorted(new)])


def _say_no_day(desk: "Desk", lines: "Sequence[str]") -> None:
    """Which lines end with a day that has passed, or that nobody can read."""
    if not lines:
        return
    from mentordesk.dates import past_at_end, unread_day

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


@click.command("answer", cls=Words)
@click.argument("typed", metavar="[WHO] [KEY] [TEXT…]", nargs=-1)
@json_option
@pass_door
def answer(door: Door, typed: tuple[str, ...], as_json: bool) -> None:
    """Answer a closing question, or list them.

    KEY is the word in front of the question, or the beginning of it. What an answer becomes is
    shown beside it; it becomes that when the call is closed.
    """
    if len(typed) < 2:
        desk = door.read()
        who, key, text = answer_words(desk, typed)
        if not key:
            _print_questions(desk, who, as_json)
            return
        door.close()
    desk = door.write()
    who, key, text = answer_words(desk, typed)
    session = desk.calls.of(who)
    question = _question(desk.pages.wrap_up(session.id).questions, key)
    body = text_of(text)
    desk.calls.answer(session.id, question.key, body)
    output.say(f"{question.ask} → {question.becomes}")
    if question.becomes in ("action", "opportunity"):
        _say_no_day(desk, body.splitlines())
    if question.becomes == "next":
        _say_date(desk, session, body)


def _say_date(desk: "Desk", session: "Session", text: str) -> None:
    """Say back what the answer about the next date will do when the call is closed."""
    from mentordesk.desk.next_dates import choice_of

    found = desk.people.by_mentorship(session.mentorship_id)
    word, wall = choice_of(desk, found, text)
    if wall:
        from mentordesk.dates import echo_when

        output.say(f"The next call: {echo_when(wall, desk.today())}, when this one is closed.")
    elif not word:
        output.say(
            "! That is no date I can read, so it will fix none. Give one such as: fri 10:00."
        )


def _question(questions: "Sequence[Asked]", typed: str) -> "Asked":
    exact = [one for one in questions if one.key == typed.casefold()]
    found = exact or [one for one in questions if one.key.startswith(typed.casefold())]
    if len(found) != 1:
        keys = ", ".join(one.key for one in questions)
        raise Refusal(f"“{typed[:40]}” is no question of this wrap-up. There are: {keys}.")
    return found[0]


def _print_questions(desk: "Desk", who: str, as_json: bool) -> None:
    page = desk.pages.wrap_up(desk.calls.of(who).id)
    if as_json:
        output.as_json(
            {
                "session": shapes.session(desk, page.session),
                "questions": [one._asdict() for one in page.questions],
                "next": shapes.meeting(desk, page.next) if page.next else None,
            }
        )
        return
    for one in page.questions:
        output.say(f"{'✓' if one.answered else '·'} {one.key}: {one.ask} ({one.becomes})")
        output.paragraph(one.answer, 4)
    if page.next:
        output.say(f"Next date: {words.moment(desk, page.next.occurrence.start)}")


@click.command("recap")
@running_argument
@click.option("--private", is_flag=True, help="The version that is only for you.")
@click.option("--set", "replace", metavar="TEXT", help="Write it yourself; - reads stdin.")
@click.option(
    "-o",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Into a new file; .html as HTML.",
)
@click.option("--force", is_flag=True, help="Into a file that is there already, too.")
@json_option
@pass_door
@click.pass_context
def recap(
    ctx: click.Context,
    door: Door,
    who: str,
    private: bool,
    replace: str | None,
    file: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Print exactly what the mentee receives.

    Nothing that is only for you is in it, and nothing of another mentee. The call is the running
    one, else the last one that was held.
    """
    if private and file:
        raise click.UsageError("A file is for what leaves: give -o or --private", ctx)
    desk = door.read() if replace is None else door.write()
    session = desk.recaps.latest(who)
    if replace is not None:
        _rewrite(desk, session.id, text_of([replace]), private)
    page = desk.recaps.page(session.id)
    if not (private or as_json):
        for said in page.warnings:  # stdout is what leaves, and nothing else
            output.complain(f"! {said}")
    if file:
        output.say(f"Wrote {desk.recaps.to_file(session.id, file, force)}")
        return
    if as_json:
        output.as_json(_recap_shape(desk, page))
    else:
        output.say((page.private if private else page.leaves).rstrip("\n"))


def _rewrite(desk: "Desk", session_id: str, text: str, private: bool) -> None:
    page = desk.recaps.page(session_id)
    if private:
        desk.recaps.write(session_id, page.leaves, text)
    else:
        desk.recaps.write(session_id, text)


def _recap_shape(desk: "Desk", page: "RecapPage") -> shapes.Shape:
    return {
        "session": shapes.session(desk, page.session),
        "name": page.name,
        "email": page.email,
        "leaves": page.leaves,
        "private": page.private,
        "is_draft": page.is_draft,
        "warnings": list(page.warnings),
    }
