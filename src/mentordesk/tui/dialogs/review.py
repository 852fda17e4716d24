"""Looking back: the programme's questions about a task or a month, each with a line to answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Label

from mentordesk.domain.learning import Answered
from mentordesk.domain.people import Relation
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class LookBack(Dialog[Sequence[Answered]]):
    """Every answer may stay empty; what was said last time stands in its field, dimmed."""

    HELP: ClassVar[str | None] = """
    # Looking back

    The programme's own questions. Each may stay empty; Enter keeps what is there. Dimmed words are
    what was said last time. **yes** to the first question about a task ticks the task off. Only
    you read the answers.
    """

    def __init__(self, desk: "Desk", relation: Relation, kind: str) -> None:
        task = desk.reviews.task_of(relation.address) if kind == "task" else None
        about = task.text if task else f"The {'task' if kind == 'task' else 'month'}"
        super().__init__(f"{about} · {relation.mentee.name}")
        self.desk, self.relation, self.kind = desk, relation, kind
        self.asked = desk.reviews.questions(relation.address, kind)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """A line a question."""
        last = self.desk.reviews.last(self.relation.address, self.kind)
        known = {one.key: one.text for one in last}
        for one in self.asked:
            hint = known.get(one.key, "yes, partly or no" if one.key == "done" else "")
            yield one.ask, Entry("", hint, id=f"answer-{one.key}")

    def _rows(self) -> Iterator[Widget]:
        """A question is longer than a label: it stands above its line."""
        for label, field in self.fields():
            yield Label(label, markup=False, classes="question")
            field.add_class("answer")
            yield field

    def echo(self) -> str:
        """What happens beside keeping the answers."""
        if self.kind == "month":
            return "New targets: g on the plan. Only you read this."
        done = self.value("answer-done").casefold() == "yes"
        return "Yes ticks the task off." if done else "Only you read this."

    def save(self) -> Sequence[Answered]:
        """Keep what was answered."""
        given = {one.key: self.value(f"answer-{one.key}") for one in self.asked}
        return self.desk.reviews.keep(self.relation.address, self.kind, given)
