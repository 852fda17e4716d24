"""What both sides say of the mentoring: feedback, rounds of a survey, the showcase's slide."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.criteria import day_list
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import Audience

if TYPE_CHECKING:
    from mentordesk.domain.programme_events import Asked, Survey

GIVEN, RECEIVED, TO_PROGRAMME = "given", "received", "to-programme"
DIRECTIONS = (GIVEN, RECEIVED, TO_PROGRAMME)
FORMS = ("in-person", "written")
SLIDE_STATES = ("draft", "final")
SIDES = ("mentor", "mentee")
SCALE = ("1", "2", "3", "4", "5")


class Feedback(NamedTuple):
    """One piece of feedback; `changed` is what was done differently because of it."""

    id: str
    mentorship_id: str
    direction: str
    form: str
    text: str
    changed: str
    day: date
    readers: Audience


class Slide(NamedTuple):
    """One version of a group's slide, in Markdown; versions count from 1."""

    id: str
    version: int
    state: str
    body: str
    day: date
    readers: Audience


class Asker(NamedTuple):
    """Somebody whom a survey asks: the mentor, or one mentee by their id."""

    side: str
    name: str
    mentee_id: str = ""


class Replies(NamedTuple):
    """What one of those asked has said, by the questions' keys; `done_on` once that is all."""

    who: Asker
    answers: Mapping[str, str]
    done_on: date | None = None


class Round(NamedTuple):
    """One time of a survey: which day it is due, what became of it, and everybody's replies.

    `milestone` is the key of the date it belongs to, '' for none; `link` the address of the form.
    """

    survey: "Survey"
    day: date
    state: str
    milestone: str
    link: str
    replies: Sequence[Replies]

    @property
    def is_open(self) -> bool:
        """Whether it is still asked."""
        return self.state not in ("done", "skipped")

    @property
    def is_answered(self) -> bool:
        """Whether everybody asked has said all they will."""
        return all(one.done_on for one in self.replies)


class WeekLine(NamedTuple):
    """How the week of one mentorship went: which calls took place, and concerns about progress."""

    name: str
    held: Sequence[date] = ()
    missed: Sequence[date] = ()
    concerns: Sequence[str] = ()


def week_words(line: WeekLine) -> str:
    """A week in few words: `Ada Obi: held 24 Nov; not held 26 Nov; concern: she is quiet`."""
    parts = [f"held {day_list(line.held)}"] if line.held else []
    parts += [f"not held {day_list(line.missed)}"] if line.missed else []
    parts += [f"concern: {text}" for text in line.concerns]
    return f"{line.name}: {'; '.join(parts) or 'no call'}"


def replied(question: "Asked", typed: str) -> str:
    """A reply as it is kept, by the kind of reply the question wants. Raises Refusal."""
    text = typed.strip()
    if question.reply == "yes or no" and text:
        word = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}.get(text.casefold())
        if word is None:
            raise Refusal(f"“{text[:30]}” is neither yes nor no. Say which.")
        return word
    if question.reply == "1 to 5" and text and text not in SCALE:
        raise Refusal(f"“{text[:30]}” is not on the scale. Give a number from 1 to 5.")
    return text
