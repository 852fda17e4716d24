"""The closing questions from the shell: answered while the call runs, changed when it is over."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.addressed import answer_words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import Words, json_option, past_day_of, text_of
from mentordesk.cli.session_words import say_no_day
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Asked
    from mentordesk.domain.sessions import Session

UNDO = "Take it back with: mentordesk undo"


@click.command("answer", cls=Words)
@click.argument("typed", metavar="[WHO] [KEY] [TEXT…]", nargs=-1)
@click.option("--date", "day", metavar="DATE", help="Of a call that is over: the one on this day.")
@click.option("--session", "id", metavar="ID", help="Of this call, by the beginning of its id.")
@click.option("--clear", is_flag=True, help="Empty the answer; what it made is withdrawn.")
@click.option("--take", is_flag=True, help="Take what is offered from the notes of that call.")
@json_option
@pass_door
def answer(
    door: Door, typed: tuple[str, ...], day: str | None, id: str | None,
    clear: bool, take: bool, as_json: bool,
) -> None:  # fmt: skip
    """Answer a closing question, or list them.

    KEY is the word in front of the question, or the beginning of it. What an answer becomes is
    shown beside it; it becomes that when the call is closed. After that, with --date or --session,
    what it made follows: a line that was changed changes its promise, one that is gone withdraws
    it, and what was done since stays done.
    """
    desk, is_over = door.read(), bool(day or id)
    who, key, text = (*_first_two(typed), typed[2:]) if is_over else answer_words(desk, typed)
    if key or take:
        door.close()
        desk = door.write()
    session = (
        desk.calls.held(who, past_day_of(desk, day), id or "") if is_over else desk.calls.of(who)
    )
    if take:
        _take(desk, session)
    elif key:
        _answer(desk, session, key, "" if clear else text_of(text))
    else:
        _print_questions(desk, session, as_json)


def _first_two(typed: "Sequence[str]") -> tuple[str, str]:
    who, key = (*typed, "", "")[:2]
    return who, key


def _answer(desk: "Desk", session: "Session", key: str, text: str) -> None:
    question = _question(desk.pages.wrap_up(session.id).questions, key)
    if session.state == "running" or question.becomes != "next":
        desk.calls.answer(session.id, question.key, text)
    else:
        choice = desk.calls.next_choice(session.id, text)
        desk.calls.amend(session.id, {question.key: text}, next_choice=choice)
    output.say(f"{question.ask} → {question.becomes}")
    if question.becomes in ("action", "opportunity"):
        say_no_day(desk, text.splitlines())
    if session.state != "running":
        output.say(f"What it had made follows. {UNDO}")
    elif question.becomes == "next":
        _say_date(desk, session, text)


def _take(desk: "Desk", session: "Session") -> None:
    """Take every answer that is only offered, but the one about a date."""
    asked = desk.pages.wrap_up(session.id).questions
    offered = {
        one.key: one.answer
        for one in asked
        if one.answer and not one.answered and one.becomes != "next"
    }
    if not offered:
        raise Refusal("Nothing is offered from the notes of that call that is not taken yet.")
    if session.state == "running":
        raise Refusal("The call still runs: the wrap-up on screen takes it when the call closes.")
    desk.calls.amend(session.id, offered)
    output.say(f"Taken: {', '.join(offered)}. {UNDO}")


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


def _print_questions(desk: "Desk", session: "Session", as_json: bool) -> None:
    page = desk.pages.wrap_up(session.id)
    if as_json:
        output.as_json(
            {
                "session": shapes.session(desk, page.session),
                "questions": [one._asdict() for one in page.questions],
                "next": shapes.meeting(desk, page.next) if page.next else None,
            }
        )
        return
    is_over = session.state != "running"
    for one in page.questions:
        offered = " ◦ from the notes, not taken" if is_over and _is_offered(one) else ""
        mark = "✓" if one.answered else "·"
        output.say(f"{mark} {one.key}: {one.ask} ({one.becomes}){offered}")
        output.paragraph(one.answer, 4)
    if page.next:
        output.say(f"Next date: {words.moment(desk, page.next.occurrence.start)}")


def _is_offered(one: "Asked") -> bool:
    return bool(one.answer) and not one.answered and one.becomes != "next"
