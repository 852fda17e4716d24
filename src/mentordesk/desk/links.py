"""Links worth reading, shared between two calls: each is a sign of life, and stays findable."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import Note
from mentordesk.domain.readers import FOR_MENTEE
from mentordesk.domain.text import clip, one_line
from mentordesk.store import words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Links:
    """The verbs about links."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[Note]:
        """Links that were shared or kept, newest first."""
        own = self.desk.people.find(who).mentorship.id
        return words.notes(self.desk.store, "mentorship_id = ? AND kind = 'link'", own)

    def share(self, who: str, link: str, text: str = "", by: str = "chat") -> Note:
        """Note a link that was sent to somebody; it counts as a word from you, by chat unless said.

        Raises Refusal without a link, and for a channel that is none.
        """
        desk = self.desk
        found = desk.people.find(who)
        if not one_line(link):
            raise Refusal(
                "Which link?", shell="mentordesk link share ada https://example.org 'on tests'"
            )
        said = " – ".join(part for part in (one_line(link), one_line(text)) if part)
        with desk.writing(f"link for {found.mentee.name}"):
            made = desk.words.insert(found, said, "link", readers=FOR_MENTEE)
            desk.words.log(found.address, by, 0, f"shared a link: {clip(said, 60)}")
        desk.tell("note", made)
        return words.notes(desk.store, "id = ?", made)[0]
