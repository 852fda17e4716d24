"""Lines of Today that the mentor puts off or dismisses; what they are about stays as it is."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.coming import Attention
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import clip, one_line

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Attentions:
    """The verbs about what is due."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self) -> Sequence[Attention]:
        """What is due, what can be lost by waiting first, as Today has it."""
        return self.desk.pages.today().due

    def find(self, prefix: str) -> Attention:
        """The line whose id begins so. Raises Refusal or Ambiguous."""
        typed = prefix.strip().lower()
        found = [line for line in self.list() if typed and line.id.startswith(typed)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(
                f"Nothing with the id {prefix[:40]} is due."
                " See what is with: mentordesk attention list"
            )
        ids = tuple(line.id for line in found)
        raise Ambiguous(f"{prefix[:40]} could be {', '.join(ids)}. Give more of it.", ids)

    def snooze(self, line: Attention, until: date) -> str:
        """Let a line come back on a day, and return its words. Raises Refusal for a past day."""
        if until <= self.desk.today():
            raise Refusal("A line can be put off to a day that is still to come, such as tomorrow.")
        self._mark(line, until, "", "put off")
        return line.says

    def dismiss(self, line: Attention, reason: str = "") -> str:
        """Take a line away for good, this time of it, and return its words."""
        self._mark(line, None, reason, "dismiss")
        return line.says

    def _mark(self, line: Attention, until: date | None, reason: str, verb: str) -> None:
        desk = self.desk
        if not line.address:
            raise Refusal("That line is about nobody's mentorship; it goes once it is settled.")
        mentorship = desk.people.find(line.address).mentorship.id
        key = {"mentorship_id": mentorship, "rule": line.rule, "occasion": line.occasion}
        said = {
            "until_day": until.isoformat() if until else None,
            "reason": one_line(reason),
            "day": desk.today().isoformat(),
            "readers": stored(ME),
        }
        with desk.writing(f"{verb}: {clip(line.says, 40)}") as store:
            store.put("attention_mark", key, said, desk.new_id)
        desk.tell("attention")
