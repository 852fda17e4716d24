"""Which of several windows on one call writes its notes."""

from typing import TYPE_CHECKING

from mentordesk.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

__all__ = ["Windows", "WriterLock"]


class Windows:
    """The verbs about windows; what other doors write is put together with it as ever."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def pen(self, session_id: str, place: str) -> WriterLock:
        """The pen for the notes of a call, for the window in a terminal (`pts/3`, '' unknown)."""
        return WriterLock(self.desk.store.path, session_id, place, self.desk.now)
