"""Which of several windows on one call writes its notes."""

from typing import TYPE_CHECKING

from mentordesk.store.pen import Pen

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

__all__ = ["Pen", "Windows"]


class Windows:
    """The verbs about windows; what other doors write is put together with it as ever."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def pen(self, session_id: str, place: str) -> Pen:
        """The pen for the notes of a call, for the window in a terminal (`pts/3`, '' unknown)."""
        return Pen(self.desk.store.path, session_id, place, self.desk.now)
