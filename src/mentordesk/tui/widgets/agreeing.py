"""Writing down what is agreed on while it is talked about, from an agenda's item."""

from typing import TYPE_CHECKING

from textual.app import App

from mentordesk.domain.agreement import kind_of_item

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def agree_in_turn(app: "App[str]", desk: "Desk", address: str, title: str) -> None:
    """Ask the programme's open questions one after the other, those of the item's kind first.

    `title` is of an item on the agenda; any other text begins with the first open question.
    """
    from mentordesk.tui.dialogs.answer import Answer  # only who asks for it pays for it

    page = desk.trust.page(address)
    kind = kind_of_item(page.playbook, title)
    app.push_screen(Answer(desk, page, kind=kind, in_turn=True))
