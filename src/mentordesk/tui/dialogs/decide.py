"""Deciding how it goes on: the facts above, the playbook's choices below."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mentordesk.domain.course import SIDES, VERDICTS, Taken
from mentordesk.domain.evidence import Section
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import clean
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.course_decisions import Offer

FOLLOWS = {
    "continue": "It goes on; the next decision stays in the calendar.",
    "change": "It goes on. What is to change belongs into the plan or the agreement.",
    "graduate": "It ends today as graduated; everything stays. A nomination is offered next.",
    "complete": "It ends today as completed; everything stays.",
    "exit": "It ends today before its time; everything stays.",
}


class Decide(Dialog[Taken]):
    """Returns the decision; it begins with what changes least, so that one key ends nothing."""

    AUTO_FOCUS = "Choice"
    HELP: ClassVar[str | None] = """
    # A decision

    Above is what the desk knows since the last time: `shift+tab` goes there to scroll. Below are
    the playbook's **choices**: `←` and `→` turn them, Enter decides. What lies beside the question
    is kept with the answer.
    """

    def __init__(self, desk: "Desk", offer: "Offer") -> None:
        name = offer.relation.mentee.name
        super().__init__(f"{offer.decision.title} {name}")
        self.desk, self.offer = desk, offer
        self.ends_early = any(one.verdict == "exit" for one in offer.decision.choices)
        self.set_class(self.ends_early, "-early")

    def _rows(self) -> Iterator[Widget]:
        with VerticalScroll(id="evidence") as facts:
            facts.can_focus = True
            yield Static(self._facts(), markup=False)
        yield from super()._rows()

    def _facts(self) -> Content:
        """The sections with their titles set off, and what the playbook asks to think about."""
        today, offer = self.desk.today(), self.offer
        due = f", due {day_words(offer.due, today)}" if offer.due else ""
        parts = [(f"since {day_words(offer.since, today)}{due}", "")]
        asked = [one.ask for one in offer.decision.questions]
        for part in [*offer.evidence, *([Section("To think about", asked)] if asked else [])]:
            parts.append((f"\n{part.title.lower()}", "bold"))
            parts += [(f"\n  {clean(line)}", "") for line in part.lines]
        return Content.assemble(*parts)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which way, why; and whose wish it is where a choice ends it early."""
        every = self.offer.decision.choices
        goes_on = next((one.key for one in every if one.verdict not in VERDICTS), "")
        yield "Decision", Choice([(one.key, one.title) for one in every], goes_on, id="choice")
        if self.ends_early:
            yield "By", Choice([(side, side) for side in SIDES], id="side")
        yield "Why", Entry(placeholder="may stay empty", id="text")

    def echo(self) -> str:
        """What follows from it."""
        chosen = self.query_one("#choice", Choice).value
        verdict = next(one.verdict for one in self.offer.decision.choices if one.key == chosen)
        return FOLLOWS[verdict]

    def on_choice_changed(self) -> None:
        """Another way."""
        self.understand()

    def save(self) -> Taken:
        """Decide it."""
        offer, sides = self.offer, self.query("#side")
        return self.desk.course.decide(
            offer.relation.address,
            self.query_one("#choice", Choice).value,
            offer.decision.key,
            self.value("text"),
            side=sides.first(Choice).value if sides else "",
        )
