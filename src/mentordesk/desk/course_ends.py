"""How a mentorship ends: graduated, completed or early; who is told, and what is asked then."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.past import past_day
from mentordesk.domain.course import SIDES, CloseOut
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import ENDED, Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.store import course as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_AHEAD = "Set when it is to end with: mentordesk mentee term WHO --until DAY"


class Ends:
    """The verbs that end a mentorship; everything of it stays and stays findable."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def graduate(self, who: str, reason: str = "", day: date | None = None) -> Relation:
        """The mentee has reached what it was for. Raises Refusal when it is over already."""
        return self._end(who, "graduated", reason, day)

    def complete(self, who: str, reason: str = "", day: date | None = None) -> Relation:
        """The mentorship has run its course. Raises Refusal when it is over already."""
        return self._end(who, "completed", reason, day)

    def exit(
        self,
        who: str,
        side: str,
        reason: str = "",
        *,
        told: bool = False,
        text: str = "",
        day: date | None = None,
    ) -> Relation:
        """End it before its time, by the wish of `side`; `reason` is a word of the playbook or any.

        Until those whom the playbook names are told, Today says so. Raises Refusal for another
        side, and when it is over already. (Astropy handbook, In case of problems.)
        """
        if side not in SIDES:
            raise Refusal(f"“{side[:20]}” cannot end it. Say {', '.join(SIDES)}.")
        desk = self.desk
        found = desk.people.find(who)
        when = past_day(self.desk, day, _AHEAD)
        why = self._reason(desk.playbooks.of(found.mentorship.id), reason)
        with desk.writing(f"end early with {found.mentee.name}"):
            ended = self._end(found.address, "exited", why, when)
            desk.insert(
                "parting",
                mentorship_id=found.mentorship.id,
                side=side,
                reason=why,
                day=when.isoformat(),
                told_on=desk.today().isoformat() if told else None,
                text=clean(text).strip(),
                readers=ME,
            )
        return ended

    def told(self, who: str, day: date | None = None) -> Relation:
        """Those who had to know of an early end have been told, today or on a day before.

        Raises Refusal when nobody waits to hear of one.
        """
        desk = self.desk
        found = desk.people.find(who)
        parting = rows.untold(desk.store, found.mentorship.id)
        when = past_day(desk, day)
        playbook = desk.playbooks.of(found.mentorship.id)
        if parting and not playbook.exit_tells:
            raise Refusal(f"{playbook.title} names nobody who has to be told. Nothing is open.")
        if not parting:
            raise Refusal(
                f"Nobody is waiting to hear how it ended with {found.mentee.name}. End it early"
                f" with: mentordesk mentee exit {found.mentee.handle} --by mentee"
            )
        with desk.writing(f"told them about {found.mentee.name}") as store:
            store.update("parting", parting, told_on=when.isoformat())
        desk.tell("people", found.mentee.id)
        return found

    def close_out(self, who: str) -> Sequence[CloseOut]:
        """What the playbook asks when it ends, with the answers there are."""
        mentorship = self.desk.people.find(who).mentorship.id
        known = rows.close_out(self.desk.store, mentorship)
        asked = self.desk.playbooks.of(mentorship).exit_questions
        return [
            CloseOut(one.key, one.ask, known[one.key]["body"] if one.key in known else "")
            for one in asked
        ]

    def answer_close_out(self, who: str, answers: Mapping[str, str]) -> Sequence[CloseOut]:
        """Store answers by the questions' keys, for the readers that the playbook names.

        Raises Refusal for a key that the playbook does not ask.
        """
        desk = self.desk
        found = desk.people.find(who)
        mentorship = found.mentorship.id
        playbook = desk.playbooks.of(mentorship)
        asked = {one.key: one for one in playbook.exit_questions}
        for key in answers:
            if key not in asked:
                known = ", ".join(asked) or "nothing"
                raise Refusal(
                    f"{playbook.title} does not ask “{clip(key, 30)}” at the end. It asks: {known}."
                )
        with desk.writing(f"close-out of {found.mentee.name}") as store:
            for key, body in answers.items():
                said = {
                    "body": clean(body).strip(),
                    "day": desk.today().isoformat(),
                    "readers": stored(asked[key].readers),
                }
                own = {"mentorship_id": mentorship, "question": key}
                store.put("close_out", own, said, desk.new_id)
        desk.tell("people", found.mentee.id)
        return self.close_out(found.address)

    def _end(self, who: str, status: str, reason: str, day: date | None) -> Relation:
        """Write the status with its day; the standing slot has no dates from now on."""
        desk = self.desk
        found = desk.people.find(who)
        mentorship, name = found.mentorship, found.mentee.name
        when = past_day(self.desk, day, _AHEAD)
        if mentorship.status in ENDED:
            raise Refusal(
                f"{name} is {mentorship.status} already. Take it up again with:"
                f" mentordesk mentee resume {found.mentee.handle}"
            )
        with desk.writing(f"{status}: {name}"):
            desk.slots.stop(found.address)
            desk.people.become(found, status, reason, when)
        desk.tell("people", found.mentee.id)
        return desk.people.by_mentorship(mentorship.id)

    def _reason(self, playbook: Playbook, typed: str) -> str:
        """The playbook's reason that begins with what was typed, else the words themselves."""
        words = one_line(typed)
        near = [one for one in playbook.exit_reasons if one.startswith(words.casefold())]
        return near[0] if words and len(near) == 1 else words
