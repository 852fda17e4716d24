"""Shapes and keys that several parts of a playbook's format are made of."""

from typing import Any

from mentordesk.domain.playbook import PLACES, ROLES
from mentordesk.domain.playbook_shapes import Flag, Name, Text, Whole, Word
from mentordesk.domain.playbook_tables import Key, Many, Table
from mentordesk.domain.readers import OTHERS, audience


class Readers(Many):
    """A list of readers, which the domain gets as an audience."""

    def __init__(self) -> None:
        super().__init__(Word("me", *OTHERS), 3)

    def read(self, value: object, at: str, wrong: list[str]) -> Any:
        """Read the words; what is wrong with them is already told, so they stand for nobody."""
        words = super().read(value, at, wrong)
        return audience(word for word in words if word is not None)


LINES = Many(Text(200), 20)
WORDS = Many(Text(40), 20)
READERS = Readers()
NAME = Key("key", Name(), "its name within this list")
TITLE = Key("title", Text(60), "what it is called")
HINT = Key("hint", Text(200, blank=True), "a line below the question", "")
ASK = Key("ask", Text(200), "the question as it stands on screen")
_SHARED = Key("readers", READERS, "who else may read the answer; left out: the mentee", None)
ASKED = Table(NAME, ASK, _SHARED, HINT)
ITEM = Table(
    Key("title", Text(60), "what is talked about; up to 28 characters fit the call screen"),
    Key("minutes", Whole(1, 600, "a share of what is left"), "how long it is planned to take", 0),
    Key("prompts", LINES, "questions that help to talk about it", ()),
    Key("writes_to", Word(*PLACES), "the part of the mentorship that this talk fills", ""),
    Key("required", Flag(), "marks what should not be left out", False),
    Key("role", Word(*ROLES), "the place of what the desk already knows", ""),
    Key("until", Text(40, blank=True), "left out once this milestone is settled, by its key", ""),
)
ITEMS = Many(ITEM, 20, least=1)
