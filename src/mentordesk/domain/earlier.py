"""A mentee's earlier words, as they are read beside the notes of a call."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.notes import Note


class EarlierCall(NamedTuple):
    """One call that was held: when, the how-manieth, what the mentee has of it, and what I have."""

    at: datetime
    number: int
    recap: str
    private: str
    notes: str

    @property
    def own(self) -> str:
        """My own text: the private recap where one was written, else the notes as typed."""
        return self.private.strip() or self.notes.strip()


class EarlierPage(NamedTuple):
    """What is still open, oldest first, and the last calls, newest first."""

    stuck: "Sequence[Note]"
    questions: "Sequence[Note]"
    calls: Sequence[EarlierCall]
