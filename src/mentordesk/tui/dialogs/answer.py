"""Writing down what a side says to a question; one after the other in a first conversation."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.agreement import AgreementPage, Said, Topic
from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.agreement import side_name
from mentordesk.tui.presentation.rows import fit
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_WIDE = 44


class Answer(Dialog[Said]):
    """Which question, whose answer, the words; `in_turn` it goes from open question to question.

    `topic` and `side` are where it begins; without them at the first that is open, of `kind`
    before all others.
    """

    AUTO_FOCUS = "#text"

    def __init__(
        self,
        desk: "Desk",
        page: AgreementPage,
        topic: Topic | None = None,
        side: str = "mentee",
        kind: str = "",
        in_turn: bool = False,
    ) -> None:
        super().__init__(f"Agree with {page.mentee.name}")
        self.desk, self.page, self.in_turn, self.kind = desk, page, in_turn, kind
        self.asked: Sequence[Topic] = [one for one in page.topics if one.ask]
        first = (topic, side) if topic else self._open(kind)
        if first is None and self.asked:
            first = (self.asked[0], side)
        self.first = first

    def _open(self, kind: str) -> tuple[Topic, str] | None:
        """The first question that a side has not answered, those of the kind before the others."""
        every = sorted(self.asked, key=lambda one: one.kind != kind) if kind else self.asked
        sides = [(topic, side) for topic in every for side in reversed(topic.sides())]
        return next((one for one in sides if not one[0].standing(one[1])), None)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Question, side, words."""
        if self.first is None:
            return
        topic, side = self.first
        asks = [(str(n), fit(one.ask, _WIDE)) for n, one in enumerate(self.asked)]
        yield "Question", Choice(asks, str(self.asked.index(topic)), id="question")
        names = [(one, side_name(self.page, one)) for one in ("mentee", "mentor")]
        yield "Who says", Choice(names, side, id="side")
        yield "Answer", Entry(self._standing(topic, side), "in their own words", id="text")

    def _topic(self) -> Topic:
        return self.asked[int(self.query_one("#question", Choice).value)]

    def _side(self, topic: Topic) -> str:
        both = topic.sides() == ("both",)
        return "both" if both else self.query_one("#side", Choice).value

    def _standing(self, topic: Topic, side: str) -> str:
        known = topic.standing("both" if topic.kind == "rule" else side)
        return known.text if known else ""

    def echo(self) -> str:
        """The whole question, and that an earlier answer stays."""
        if self.first is None:
            return "This programme asks nothing. r on the tab adds a ground rule."
        topic = self._topic()
        known = topic.standing(self._side(topic))
        says = "Both can read it." if known is None else f"Until now: {known.text}. It is kept."
        return f"{topic.ask}\n{says}"

    def on_choice_changed(self) -> None:
        """Another question or side: what was said to it stands in the line."""
        topic = self._topic()
        entry = self.query_one("#text", Entry)
        if not entry.value or entry.value in self._known():
            entry.value = self._standing(topic, self._side(topic))
        self.understand()

    def _known(self) -> set[str]:
        return {said.text for topic in self.asked for said in topic.said}

    def save(self) -> Said:
        """Store the answer."""
        if self.first is None:
            raise Refusal("There is no question to answer. Leave with escape.")
        topic = self._topic()
        side = self._side(topic)
        address = self.page.address
        return self.desk.trust.answer(address, topic.key, self.value("text"), side)

    def action_save(self) -> None:
        """Store it; in a first conversation go on to the next question that is open."""
        if not self.in_turn:
            super().action_save()
            return
        try:
            made = self.save()
        except Refusal as refusal:
            self._show(refusal.sentence, refused=True)
            return
        self.page = self.desk.trust.page(self.page.address)
        self.asked = [one for one in self.page.topics if one.ask]
        self._go_on(made)

    def _go_on(self, made: Said) -> None:
        coming = self._open(self.kind)
        if coming is None or (self.kind and coming[0].kind != self.kind):
            self.dismiss(made)
            return
        topic, side = coming
        question, who = self.query_one("#question", Choice), self.query_one("#side", Choice)
        question.at = self.asked.index(topic)
        who.at = [value for value, _ in who.options].index("mentee" if side == "both" else side)
        entry = self.query_one("#text", Entry)
        entry.value = ""
        entry.focus()
        self._opened_with = self._typed()
        self.understand()
