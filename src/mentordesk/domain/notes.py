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
INCIDENT = "incident"
"""A breach of the code of conduct: the mentor's alone, whatever anybody asks for."""
HIDDEN = "kept from view"
"""What lists say in place of an incident's words, which somebody else may see on the screen."""
_FOR_MENTEE = frozenset({"question", "stuck", "win"})


def in_view(kind: str, body: str) -> str:
    """A note's words as a list of many may show them."""
    return HIDDEN if kind == INCIDENT else body


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
