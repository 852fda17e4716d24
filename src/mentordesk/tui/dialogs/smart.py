"""Saying what makes a goal SMART, as far as it is known."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.planning import LETTERS, GoalPage
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_ASKS = {
    "specific": "what exactly",
    "measurable": "how one can tell",
    "achievable": "why it can be done",
    "relevant": "what it is good for",
    "timely": "by when",
}


class MakeSmart(Dialog[GoalPage]):
    """Five lines; each may stay empty."""

    def __init__(self, desk: "Desk", page: GoalPage) -> None:
        super().__init__(f"SMART: {page.goal.text}")
        self.desk, self.page = desk, page

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One for each word."""
        for letter in LETTERS:
            said = self.page.smart.get(letter, "")
            yield letter.capitalize(), Entry(said, _ASKS[letter], id=letter)

    def echo(self) -> str:
        """Which are left."""
        left = [letter for letter in LETTERS if not self.value(letter)]
        return f"Not said yet: {', '.join(left)}." if left else "All five are said."

    def save(self) -> GoalPage:
        """Keep what was said anew."""
        said = {one: self.value(one) for one in LETTERS}
        news = {one: text for one, text in said.items() if text != self.page.smart.get(one, "")}
        return self.desk.goals.smart(self.page.goal.id, news) if news else self.page
