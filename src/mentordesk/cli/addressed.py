"""Whom words are about when WHO may be left out: one call runs at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def note_words(desk: "Desk", typed: Sequence[str]) -> tuple[str, Sequence[str]]:
    """WHO ('' for the running call) and the text behind it.

    A first word to which nobody answers is text while a call runs, unless it looks like somebody
    misspelt. Raises Nobody or Ambiguous otherwise.
    """
    if not typed:
        return "", ()
    try:
        desk.people.find(typed[0])
    except Nobody as nobody:
        if nobody.near or desk.calls.running() is None:
            raise
        return "", typed
    return typed[0], typed[1:]


def answer_words(desk: "Desk", typed: Sequence[str]) -> tuple[str, str, Sequence[str]]:
    """WHO ('' for the running call), the question's key ('' for none) and the answer.

    WHO is left out when the first word begins a question's key and does not name whom the call is
    with.
    """
    first, *rest = typed or ("",)
    if first and _is_key(desk, first):
        return "", first, rest
    if rest and (running := desk.calls.running()):
        try:
            desk.people.find(first)
        except Nobody as nobody:
            if not nobody.near:
                raise _no_key(desk, running.mentorship_id, first) from None
            raise
    return first, rest[0] if rest else "", rest[1:]


def _no_key(desk: "Desk", mentorship_id: str, word: str) -> Refusal:
    playbook = desk.playbooks.of(mentorship_id)
    keys = ", ".join(question.key for question in playbook.wrap_up)
    return Refusal(
        f"“{clip(word, 30)}” is nobody, and no closing question of {playbook.title}: {keys}."
    )


def _is_key(desk: "Desk", word: str) -> bool:
    session = desk.calls.running()
    if session is None:
        return False
    questions = desk.playbooks.of(session.mentorship_id).wrap_up
    if not any(one.key.startswith(word.casefold()) for one in questions):
        return False
    try:
        return desk.people.find(word).mentorship.id != session.mentorship_id
    except Refusal:
        return True
