"""A survey's questions, one form each, every one of which may stay empty."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mentordesk.domain.feedback import SCALE, Replies, Round, replied, week_words
from mentordesk.domain.programme_events import Asked
from mentordesk.domain.readers import spoken
from mentordesk.domain.text import one_line
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.tui.app import MentorApp

SHOWN = 7
"""Lines of the week beside a stand-up's question; `mentordesk survey show` has them all."""


class Turn(NamedTuple):
    """One question to one of those asked."""

    who: Replies
    address: str
    question: Asked


class AskQuestion(Dialog[bool]):
    """One question; Enter stores what was said, or goes on where nothing was."""

    HELP: ClassVar[str | None] = """
    # A survey

    One question at a time, first yours, then theirs. Enter stores the answer and goes on; with
    nothing typed the question is skipped. Escape stops here: what was answered stays, and Enter
    on the survey goes on another time. The last answer settles the programme's date.
    """

    def __init__(self, desk: "Desk", key: str, one: Turn, place: str, *, day: Round) -> None:
        super().__init__(f"{day.survey.title} · {place}")
        self.desk, self.key, self.one, self.day = desk, key, one, day

    def _rows(self) -> Iterator[Widget]:
        whose = "" if self.one.who.who.side == "mentor" else f"{self.one.who.who.name}: "
        yield Static(Content(f"{whose}{one_line(self.one.question.ask)}"), classes="ask")
        yield from super()._rows()

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What kind of reply it wants, with the one that is there."""
        said, reply = self.one.who.answers.get(self.one.question.key, ""), self.one.question.reply
        if reply == "yes or no":
            yield "Answer", Choice([("", "–"), ("yes", "yes"), ("no", "no")], said, id="text")
        elif reply == "1 to 5":
            scale = [("", "–"), *((n, f"{n} of {SCALE[-1]}") for n in SCALE)]
            yield "Answer", Choice(scale, said, id="text")
        else:
            yield "Answer", Entry(said, "may stay empty", id="text")

    def echo(self) -> str:
        """Its hint, and who else may read the answer."""
        hint = f"{self.one.question.hint} " if self.one.question.hint else ""
        week = [week_words(line) for line in self.desk.surveys.week(self.one.address, self.key)]
        return "\n".join([f"{hint}For {spoken(self.one.question.readers)}.", *week[:SHOWN]])

    def _said(self) -> str:
        field = self.query_one("#text")
        return field.value if isinstance(field, Choice) else self.value("text")

    def save(self) -> bool:
        """Store the answer if there is one, or if there was."""
        question, said = self.one.question, self._said()
        if replied(question, said) != self.one.who.answers.get(question.key, ""):
            surveys, side = self.desk.surveys, self.one.who.who.side
            surveys.answer(self.one.address, self.key, question.key, said, side, day=self.day.day)
        return True


class FilledIn(Dialog[str]):
    """Who has filled in a form elsewhere; returns what to say of it."""

    def __init__(self, desk: "Desk", address: str, day: Round) -> None:
        super().__init__(day.survey.title)
        self.desk, self.address, self.day = desk, address, day

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Everybody asked, first who has not."""
        waiting = [one.who for one in self.day.replies if not one.done_on]
        every = [(f"{one.side} {one.mentee_id}", one.name) for one in waiting]
        every += [("all", "everybody")] if len(every) > 1 else []
        yield "Filled in by", Choice(every or [("", "everybody has")], id="who")

    def echo(self) -> str:
        """Where the form is, and who has done it."""
        have = [one.who.name for one in self.day.replies if one.done_on]
        done = f"Done by {', '.join(have)}." if have else "Nobody has yet."
        return "\n".join(filter(None, (self.day.link, done)))

    def on_choice_changed(self) -> None:
        """Somebody else."""
        self.understand()

    def save(self) -> str:
        """Note it."""
        chosen = self.query_one(Choice).value
        now = self.day
        for one in self.day.replies:
            if chosen in ("all", f"{one.who.side} {one.who.mentee_id}") and not one.done_on:
                who = address_of(self.desk, self.address, one)
                now = self.desk.surveys.done(who, now.survey.key, one.who.side, day=now.day)
        return outcome(now)


def ask(app: "MentorApp", address: str, key: str) -> None:
    """Put a survey's questions, those without an answer first; or ask who has filled it in."""
    day = app.desk.surveys.show(address, key)

    def told(said: str | None) -> None:
        if said:
            app.notify(said, markup=False)

    if day.survey.questions:
        _go_on(app, address, key, turns(app.desk, address, day), day)
    else:
        app.push_screen(FilledIn(app.desk, address, day), told)


def turns(desk: "Desk", address: str, day: Round) -> list[Turn]:
    """Every question to everybody asked; with some answered, only the others."""
    every = [
        Turn(one, address_of(desk, address, one), question)
        for one in day.replies
        for question in day.survey.questions
    ]
    left = [
        one for one in every if not one.who.done_on and not one.who.answers.get(one.question.key)
    ]
    return left or every


def address_of(desk: "Desk", address: str, one: Replies) -> str:
    """The address under which one of those asked speaks: a member of a group by their own."""
    mentorship = desk.people.find(address).mentorship
    if not (mentorship.group and one.who.mentee_id):
        return address
    members = desk.groups.members(mentorship.id)
    handle = next((m.handle for m in members if m.id == one.who.mentee_id), "")
    return f"{handle}/{mentorship.playbook}" if handle else address


def _go_on(
    app: "MentorApp", address: str, key: str, left: Sequence[Turn], day: Round, at: int = 0
) -> None:
    """Ask the next question; after the last one say how the survey stands."""
    if at == len(left):
        app.notify(outcome(app.desk.surveys.show(address, key, day.day)), markup=False)
        return

    def answered(onward: bool | None) -> None:
        if onward:
            _go_on(app, address, key, left, day, at + 1)

    place = f"{at + 1} of {len(left)}"
    app.push_screen(AskQuestion(app.desk, key, left[at], place, day=day), answered)


def outcome(day: Round) -> str:
    """How a survey stands, in a sentence."""
    waiting = [one.who.name for one in day.replies if not one.done_on]
    if not waiting:
        return f"{day.survey.title}: answered. u takes it back."
    return f"{day.survey.title}: stored. Still asked: {', '.join(waiting)}."
