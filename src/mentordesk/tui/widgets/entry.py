"""One line to type in, as every screen and dialog uses it: compact, and its cursor stands still."""

from textual.widgets import Input

from mentordesk.domain.text import clean


class Entry(Input):
    """An Input of one row; a value it opens with is selected, so that typing replaces it.

    A blinking cursor would wake the desk twice a second.
    """

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=bool(value))
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """On one line and without anything a terminal would obey, wherever it comes from."""
        return value if value.isprintable() else clean(value).replace("\n", " ")
