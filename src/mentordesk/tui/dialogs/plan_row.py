"""Writing a row of the action plan, new or in other words."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.planning import PlanRow, columns
from mentordesk.domain.readers import FOR_MENTEE, Audience, loaded, stored
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

SHORT = {
    "goal": "Goal",
    "mentee": "Mentee does",
    "mentor": "I do",
    "network": "Others do",
    "barriers": "Barriers",
    "measure": "Measure",
    "due": "By",
}
READ_BY = (
    ("mentee", "the mentee, too"),
    ("mentee coordinator", "the mentee and the coordinator, too"),
    ("coordinator", "the coordinator, too"),
    ("", "me alone"),
)


class WriteRow(Dialog[PlanRow]):
    """The programme's columns, a line each; only the goal is needed."""

    def __init__(self, desk: "Desk", relation: Relation, row: PlanRow | None = None) -> None:
        super().__init__(f"A row of the plan, with {relation.mentee.name}")
        self.desk, self.relation, self.row = desk, relation, row
        self.columns = columns(desk.playbooks.of(relation.mentorship.id))

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One for each column; a cell of several lines is shown with ` / ` between them."""
        keys = [column.key for column in self.columns]
        for key in keys if "goal" in keys else ["goal", *keys]:
            hint = "1 dec, 20 jan" if key == "due" else "may stay empty"
            yield SHORT[key], Entry(self._now(key), "" if key == "goal" else hint, id=key)
        now = stored(self.row.readers if self.row else FOR_MENTEE)
        others = [] if now in dict(READ_BY) else [(now, now.replace(" ", ", "))]
        yield "Read by", Choice([*READ_BY, *others], now, id="readers")

    def _readers(self) -> Audience:
        return loaded(self.query_one("#readers", Choice).value)

    def _now(self, key: str) -> str:
        if self.row is None:
            return ""
        if key == "due":
            return ", ".join(map(str, self.row.dues))
        return " / ".join(self.row.cell(key).splitlines())

    def _days(self) -> list[date]:
        from mentordesk.dates import read_day

        typed = [one.strip() for one in self.value("due").split(",")]
        known = {str(day): day for day in (self.row.dues if self.row else ())}
        today = self.desk.today()
        return [known.get(one) or read_day(one, today) for one in typed if one]

    def echo(self) -> str:
        """The days that were understood, or what is missing; what the coordinator may be told."""
        gate = self.desk.permissions.gate(self.relation.address, self._readers() - FOR_MENTEE)
        return "\n".join([self._understood(), *(f"! {one}" for one in gate)])

    def _understood(self) -> str:
        from mentordesk.dates import echo_day

        if self.query("#due") and (days := self._days()):
            return "By " + " and ".join(echo_day(day, self.desk.today()) for day in days) + "."
        if self.query("#measure") and not self.value("measure"):
            return "A measure in numbers tells both of you when it worked."
        return "Whoever may read it has it in their table of the plan."

    def on_choice_changed(self) -> None:
        """Other readers."""
        self.understand()

    def save(self) -> PlanRow:
        """Keep it; what was not touched stays as it is."""
        cells = {
            key: "\n".join(part.strip() for part in self.value(key).split(" / "))
            for key in SHORT
            if key != "due" and self.query(f"#{key}")
        }
        days = self._days() if self.query("#due") else None
        chosen = self._readers()
        if self.row is None:
            goal = cells.pop("goal")
            address = self.relation.address
            return self.desk.plans.add(address, goal, dues=days or (), readers=chosen, **cells)
        news = {key: text for key, text in cells.items() if text != self.row.cell(key)}
        readers = None if chosen == self.row.readers else chosen
        return self.desk.plans.edit(self.row.id, dues=days, readers=readers, **news)
