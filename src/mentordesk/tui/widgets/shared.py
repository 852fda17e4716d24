"""The line on top of a shared screen that says so, in words and reversed, in every theme."""

from mentordesk.tui.presentation.rows import Row, fit
from mentordesk.tui.widgets.line import Line


class SharedLine(Line):
    """Who looks, and which key ends it."""

    DEFAULT_CSS = """
    SharedLine {
        dock: top; height: 1; width: 1fr;
        background: $background; color: $warning; text-style: bold reverse;
    }
    """

    def __init__(self, who: str, key: str) -> None:
        super().__init__(id="shared")
        self.row = Row("", [(f" SHARED with {fit(who, 40)}", "")], [(f"{key} ends it ", "")])
