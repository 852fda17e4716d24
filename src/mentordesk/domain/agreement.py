"""What the two have agreed on: each side's answers to the programme's questions, and ground rules.

A new answer never replaces an old one; it comes after it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.readers import FOR_MENTEE, Audience
from mentordesk.domain.text import clip, one_line

if TYPE_CHECKING:
    from mentordesk.domain.contact import Policy
    from mentordesk.domain.people import Mentee
    from mentordesk.domain.permissions import Permission
    from mentordesk.domain.playbook import Playbook

KINDS = ("expectation", "boundary", "rule")
_PLACES = {"expectations": "expectation", "boundaries": "boundary"}
_MARKS = {"gone": "[-{}-]", "new": "{{+{}+}}", "same": "{}"}
SIDES = ("mentor", "mentee", "both")


class Said(NamedTuple):
    """One answer, or one ground rule, as it was given on a day; withdrawn ones stay to be read."""

    id: str
    kind: str
    side: str
    question: str
    text: str
    day: date
    withdrawn_on: date | None = None
    readers: Audience = FOR_MENTEE


class Topic(NamedTuple):
    """Something to agree on and all that was ever said to it, newest first.

    `ask` is the question in words, '' for a ground rule that nobody asked for.
    """

    kind: str
    key: str
    ask: str
    said: tuple[Said, ...] = ()

    def standing(self, side: str) -> Said | None:
        """What holds now for a side: the newest, unless that was withdrawn."""
        newest = next((one for one in self.said if one.side == side), None)
        return newest if newest and newest.withdrawn_on is None else None

    def stands(self) -> bool:
        """Whether anything said to it still holds."""
        return any(self.standing(side) for side in SIDES)

    def sides(self) -> tuple[str, ...]:
        """Who is asked: a ground rule is of both, everything else of each."""
        return ("both",) if self.kind == "rule" else ("mentor", "mentee")


def topics(playbook: "Playbook", said: Sequence[Said]) -> list[Topic]:
    """The programme's questions in its order, then what else was agreed on; `said` newest first.

    A ground rule without a question is a topic of its own, known by its id.
    """
    asked = [("expectation", one.key, one.ask) for one in playbook.expectations]
    asked += [("boundary", one.key, one.ask) for one in playbook.boundaries]
    asked += [("rule", prompt, prompt) for prompt in playbook.ground_rules]
    known = {(kind, key) for kind, key, _ in asked}
    for one in reversed(said):
        key = _key(one)
        if (one.kind, key) not in known:
            known.add((one.kind, key))
            asked.append((one.kind, key, one.question))
    asked.sort(key=lambda ask: KINDS.index(ask[0]))
    return [
        Topic(kind, key, ask, tuple(one for one in said if (one.kind, _key(one)) == (kind, key)))
        for kind, key, ask in asked
    ]


def _key(one: Said) -> str:
    return one.question or one.id


def find(every: Iterable[Topic], typed: str) -> Topic | None:
    """The topic meant: by its key, else by the beginning of its key or of its question.

    None when there is none like it. Raises Ambiguous when there are several.
    """
    word = one_line(typed).casefold()
    named = [one for one in every if one.ask]
    exact = [one for one in named if word in (one.key.casefold(), one.ask.casefold())]
    found = exact or [
        one for one in named if word and any(_begins(text, word) for text in (one.key, one.ask))
    ]
    if len(found) > 1:
        choices = tuple(one.key for one in found)
        named_ones = ", ".join(clip(key, 40) for key in choices)
        raise Ambiguous(f"“{clip(typed, 40)}” could be {named_ones}. Type more of it.", choices)
    return found[0] if found else None


def _begins(text: str, word: str) -> bool:
    return text.casefold().startswith(word)


def check_side(side: str, kind: str) -> str:
    """Whose answer it is; a ground rule is always both sides'. Raises Refusal for another word."""
    if kind == "rule":
        return "both"
    if side not in ("mentor", "mentee"):
        raise Refusal(f"“{clip(side, 20)}” is no side. Use mentor or mentee.")
    return side


def compared(before: str, after: str) -> list[tuple[str, str]]:
    """What became of a text, word by word: pieces that are `same`, `gone` or `new`, in order."""
    from difflib import SequenceMatcher  # only who looks at the history needs it

    old, new = before.split(), after.split()
    pieces = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("same", " ".join(old[a:b])))
            continue
        pieces += [("gone", " ".join(old[a:b]))] if a < b else []
        pieces += [("new", " ".join(new[c:d]))] if c < d else []
    return pieces


def marked(before: str, after: str) -> str:
    """What changed between two answers, as a word diff marks it: `[-gone-] {+new+}`."""
    return " ".join(_MARKS[what].format(text) for what, text in compared(before, after))


def kind_of_item(playbook: "Playbook", title: str) -> str:
    """The kind of topic that an item of an agenda fills with answers; '' when it fills none."""
    places = {item.writes_to for item in playbook.items() if item.title == title}
    return next((kind for place, kind in _PLACES.items() if place in places), "")


def items_filled(playbook: "Playbook", every: Iterable[Topic]) -> set[str]:
    """The agenda's items that are talked through: all they write to was answered by somebody."""
    known = list(every)
    kinds = {one.kind for one in known} - {one.kind for one in known if not one.stands()}
    items = [item for agenda in playbook.agendas for item in agenda.items]
    return {item.title for item in items if _PLACES.get(item.writes_to) in kinds}


class AgreementPage(NamedTuple):
    """Everything the two have agreed on, and what the programme says about keeping a confidence."""

    mentee: "Mentee"
    address: str
    playbook: "Playbook"
    topics: Sequence[Topic]
    policy: "Policy | None"
    permissions: "Sequence[Permission]"

    def of(self, kind: str) -> list[Topic]:
        """The topics of one kind."""
        return [one for one in self.topics if one.kind == kind]
