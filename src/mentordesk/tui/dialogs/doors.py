"""Noting opportunities and introductions, and taking an opportunity a step on."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.doors import Meant, Opening
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, ME
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

STEPS = {
    "spot": "It has come up",
    "offer": "You told them of it",
    "take": "They took it",
    "decline": "They said no",
    "result": "What came of it",
    "close": "Nothing will come of it",
}


class AddOpportunity(Dialog[Opening]):
    """One line; a last ` by …` that is a date is until when it can be taken.

    With an `opening` that is there its words, its deadline and where it is from are changed.
    """

    def __init__(self, desk: "Desk", relation: Relation, opening: Opening | None = None) -> None:
        super().__init__(f"An opportunity for {relation.mentee.name}")
        self.desk, self.relation = desk, relation
        self.known = opening.opportunity if opening else None

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, where from, and of a new one whether it is there already."""
        words, source = (self.known.text, self.known.source) if self.known else ("", "")
        yield "What", Entry(words, placeholder="grant for the conference by 12 dec", id="text")
        yield "Seen at", Entry(source, placeholder="a link, a name; may stay empty", id="source")
        if self.known:
            return
        states = [("", "it is there"), ("watch", "I keep an eye out for it")]
        yield "State", Choice(states, id="state")

    def echo(self) -> str:
        """Until when, and who reads it."""
        from mentordesk.dates import echo_day

        _, due = self._understood()
        until = f"Until {echo_day(due, self.desk.today())}. " if due else ""
        if self.known:
            return until or "A last “by 12 dec” is until when; else that stays as it is."
        return f"{until}Only you read it, until you offer it."

    def _understood(self) -> tuple[str, date | None]:
        from mentordesk.dates.due import due_at_end

        return due_at_end(self.value("text"), self.desk.today())

    def save(self) -> Opening:
        """Note it, or what is another."""
        (text, due), source = self._understood(), self.value("source")
        if self.known:
            known = self.known.id
            return self.desk.opportunities.edit(known, text=text, due=due, source=source)
        return self.desk.opportunities.add(
            self.relation.address,
            text,
            due=due,
            source=source,
            watch=self.query_one(Choice).value == "watch",
        )


class TakeStep(Dialog[Opening]):
    """A step of an opportunity: a word on it and its day, both of which may stay as they are."""

    def __init__(self, desk: "Desk", found: Opening, verb: str) -> None:
        super().__init__(f"{STEPS[verb]}: {found.opportunity.text}")
        self.desk, self.found, self.verb = desk, found, verb

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Words, the day; when it is offered, who may read it from now on."""
        yield "Words", Entry(placeholder="may stay empty", id="text")
        yield "Day", Entry("today", "today, yesterday, tue", id="on")
        if self.verb == "offer":
            yield "For", Choice([("me", "me alone"), ("mentee", "the mentee, too")], id="readers")

    def echo(self) -> str:
        """The day that is understood."""
        from mentordesk.dates import echo_day

        return echo_day(self._day(), self.desk.today())

    def _day(self) -> date:
        from mentordesk.dates import read_day

        return read_day(self.value("on") or "today", self.desk.today(), past=True)

    def save(self) -> Opening:
        """Take the step."""
        readers = None
        if self.verb == "offer" and self.query_one(Choice).value == "mentee":
            readers = self.found.opportunity.readers | FOR_MENTEE
        elif self.verb == "offer":
            readers = ME
        return self.desk.opportunities.move(
            self.found.opportunity.id, self.verb, self.value("text"), on=self._day(),
            readers=readers,
        )  # fmt: skip


class AddIntroduction(Dialog[Meant]):
    """Whom to bring a mentee together with; how to reach them, and what it is about."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"Bring {relation.mentee.name} together with somebody")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Whom, about what, how."""
        yield "Whom", Entry(placeholder="Grace", id="person")
        yield "About", Entry(placeholder="may stay empty", id="about")
        yield "Contact", Entry(placeholder="may stay empty", id="contact")

    def echo(self) -> str:
        """What comes first."""
        return "Ask both first; x notes each yes with its day."

    def save(self) -> Meant:
        """Note it."""
        return self.desk.introductions.add(
            self.relation.address,
            self.value("person"),
            contact=self.value("contact"),
            about=self.value("about"),
        )
