"""The way in: beginning it, a stage that is reached, and the end of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.intake import TURNS, VERDICTS, FitLine, IntakePage
from mentordesk.domain.people import Relation
from mentordesk.domain.text import one_line, slug
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class AddIntake(Dialog[Relation]):
    """Somebody who may become a mentee; only the name is needed."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Somebody on the way in")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Who, for which programme, and where they come from."""
        programmes = [
            (e.slug, one_line(e.title)) for e in self.desk.playbooks.list() if not e.problem
        ]
        yield "Name", Entry(placeholder="Ada Obi", id="name")
        yield "Programme", Choice(programmes, self._usual(), id="playbook")
        yield "From", Entry(placeholder="who sent or recommends them; may stay empty", id="from")
        yield "Application", Entry(placeholder="its address; may stay empty", id="link")
        yield "Mail", Entry(placeholder="may stay empty", id="email")

    def _usual(self) -> str:
        """The programme to begin with: one that has stages, the mentor's own before any other."""
        books, usual = self.desk.playbooks, self.desk.default_playbook
        usable = [one.slug for one in books.list() if not one.problem]
        mine = [one.slug for one in books.in_use()]
        every = (slug for slug in (usual, *mine, *usable) if slug in usable)
        return next((slug for slug in every if books.find(slug).intake), usual)

    def echo(self) -> str:
        """The first stage of the programme, or that it has none."""
        plan = self.desk.playbooks.find(self.query_one(Choice).value)
        if not plan.intake:
            return f"{plan.title} has no stages on the way in: it begins at once."
        handle = slug(self.value("name")).partition("-")[0]
        called = f"You can call them {handle}. " if handle else ""
        return f"{called}The first stage is: {plan.intake[0].title}."

    def on_choice_changed(self) -> None:
        """Another programme has other stages."""
        self.understand()

    def save(self) -> Relation:
        """Take them in."""
        return self.desk.intake.add(
            self.value("name"),
            playbook=self.query_one(Choice).value,
            referrer=self.value("from"),
            link=self.value("link"),
            email=self.value("email"),
        )


class Advance(Dialog[Relation]):
    """Which stage is reached, the next one unless turned, and a word on it."""

    def __init__(self, desk: "Desk", page: IntakePage, stage: str = "") -> None:
        super().__init__(f"{page.line.name}, on the way in")
        self.desk, self.page = desk, page
        coming = [one.key for one in page.stages if one.n == page.line.n + 1]
        self.stage = stage or next(iter(coming), "")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The stage, and a word."""
        every = [(one.key, f"{one.n}. {one.title}") for one in self.page.stages]
        yield "Reached", Choice(every, self.stage, id="stage")
        yield "A word", Entry(placeholder="may stay empty", id="text")

    def echo(self) -> str:
        """What belongs to the stage, whose turn it was, and what follows from the last one."""
        chosen = self.query_one(Choice).value
        one = next(stage for stage in self.page.stages if stage.key == chosen)
        last = one.n == len(self.page.stages)
        begins = " With it the mentorship begins, today." if last else ""
        return f"{one.hint} (Up to {TURNS[one.by]}.){begins}".strip()

    def on_choice_changed(self) -> None:
        """Another stage has other words."""
        self.understand()

    def save(self) -> Relation:
        """Note that it is reached."""
        stage = self.query_one(Choice).value
        return self.desk.intake.advance(self.page.line.address, stage, self.value("text"))


class Decline(Dialog[Relation]):
    """It does not come about."""

    def __init__(self, desk: "Desk", page: IntakePage) -> None:
        super().__init__(f"{page.line.name} does not come in")
        self.desk, self.page = desk, page

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The reason, for the mentor alone."""
        yield "Why", Entry(placeholder="for yourself; may stay empty", id="reason")

    def echo(self) -> str:
        """What is kept."""
        return "Everything is kept, and the way in can be taken up again."

    def save(self) -> Relation:
        """Let it end here."""
        return self.desk.intake.decline(self.page.line.address, self.value("reason"))


class AnswerFit(Dialog[str]):
    """One criterion of a match: yes, no, unsure, and why."""

    def __init__(self, desk: "Desk", address: str, line: FitLine) -> None:
        super().__init__(line.ask)
        self.desk, self.address, self.line = desk, address, line

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The answer and its reason."""
        words = [(verdict, verdict) for verdict in VERDICTS]
        yield "Answer", Choice(words, self.line.verdict or "yes", id="verdict")
        yield "Why", Entry(self.line.text, placeholder="may stay empty", id="text")

    def echo(self) -> str:
        """The programme's own word on it."""
        return self.line.hint or "Nothing follows from the answers by itself: you decide."

    def save(self) -> str:
        """Keep the answer."""
        verdict, text = self.query_one(Choice).value, self.value("text")
        return self.desk.intake.match(self.address, self.line.key, verdict, text)
