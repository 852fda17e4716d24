"""Dated pieces of Markdown about a mentee, and touchpoints outside sessions."""

from dataclasses import dataclass
from datetime import datetime

from mentordesk.domain.readers import FOR_MENTEE, ME, Audience

KINDS = (
    "note", "background", "interest", "strength", "development", "personal", "wish", "motivation",
    "concern", "observation", "win", "stuck", "question", "link", "call", "recap", "expectation",
    "boundary", "learned", "report", "incident",
)  # fmt: skip
PROFILE = {
    "background": "background",
    "interest": "interests",
    "strength": "strengths",
    "development": "to develop",
    "motivation": "motivation",
    "wish": "wishes",
    "concern": "concerns",
    "personal": "about them",
}
"""Kinds of notes that together say who somebody is, in the order of reading, as headings."""
TOUCHES = ("chat", "mail", "forum", "impromptu", "other")
_FOR_MENTEE = frozenset({"question", "stuck", "win"})


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of Markdown: kind, when, about whom, and who else may read it."""

    id: str
    kind: str
    body: str
    at: datetime
    mentorship_id: str = ""
    session_id: str = ""
    state: str = ""
    readers: Audience = ME


def default_readers(kind: str) -> Audience:
    """Who may read a note of this kind unless the mentor says otherwise: mostly nobody else."""
    return FOR_MENTEE if kind in _FOR_MENTEE else ME
