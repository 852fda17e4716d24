"""What a terminal below 80×24 shows: one sentence, and everything again once there is room."""

from typing import ClassVar

from textual.widgets import Static


class TooSmall(Static):
    """Covers the screen without taking the focus, so that what was being typed goes on."""

    HELP: ClassVar[str | None] = "The desk needs a terminal of at least 80 columns and 24 rows."

    def __init__(self) -> None:
        super().__init__(
            "The desk needs 80 × 24. Make this window larger; nothing is lost.", markup=False
        )
