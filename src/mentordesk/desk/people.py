"""Adding, finding, editing and pausing: who the mentor works with."""

import json
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation, check_handle, find, new_handle
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import one_line
from mentordesk.store import people as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

LONGEST_NAME = 120
_WORDS = ("name", "handle", "pronouns", "email", "zone", "location", "contact")


class People:
    """The verbs about people."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def find(self, who: str) -> Relation:
        """The relation that `who` names. Raises Ambiguous or Refusal (domain.people.find)."""
        return find(who, rows.relations(self.desk.store))

    def by_mentorship(self, mentorship_id: str) -> Relation:
        """The first member of a mentorship, with it."""
        return rows.relations(self.desk.store, mentorship_id)[0]

    def namesakes(self, found: Relation) -> list[Relation]:
        """Relations of other people with the same name."""
        name = found.mentee.name.casefold()
        return [
            other
            for other in rows.relations(self.desk.store)
            if other.mentee.id != found.mentee.id and other.mentee.name.casefold() == name
        ]

    def add(
        self,
        name: str,
        *,
        handle: str = "",
        playbook: str = "",
        started_on: date | None = None,
        **words: str,
    ) -> Relation:
        """Welcome a mentee under a programme; words are pronouns, email, zone, location, contact.

        Raises Refusal when the name is empty or too long, or the handle, zone or playbook is not
        usable.
        """
        desk = self.desk
        taken = rows.handles(desk.store)
        clean_name = _name(name)
        typed = check_handle(handle, taken) if handle else new_handle(clean_name, taken)
        details = {"pronouns": "", "email": "", "zone": "", "location": "", "contact": ""}
        details |= self._checked(words)
        plan = desk.playbooks.find(playbook or desk.default_playbook)
        mentee_id, mentorship_id = desk.new_id(), desk.new_id()
        start = started_on or desk.today()
        with desk.writing(f"add {clean_name}") as store:
            store.insert(
                "mentee",
                {
                    "id": mentee_id,
                    "name": clean_name,
                    "handle": typed,
                    "archived_at": "",
                    **details,
                },
            )
            store.insert(
                "mentorship",
                {
                    "id": mentorship_id,
                    "playbook": plan.slug,
                    "snapshot": json.dumps(plan.raw),
                    "status": "active",
                    "started_on": start.isoformat(),
                    "ends_on": None,
                },
            )
            store.insert(
                "membership",
                {
                    "id": desk.new_id(),
                    "mentorship_id": mentorship_id,
                    "mentee_id": mentee_id,
                    "joined_on": start.isoformat(),
                    "left_on": None,
                },
            )
            self._status(mentorship_id, "active", "")
        desk.tell("people", mentee_id)
        return self.by_mentorship(mentorship_id)

    def edit(self, who: str, **words: str) -> Relation:
        """Change a mentee's name, handle, pronouns, email, zone, location or contact."""
        found = self.find(who)
        changes = self._checked(words)
        if "handle" in changes and changes["handle"] != found.mentee.handle:
            check_handle(changes["handle"], rows.handles(self.desk.store))
        with self.desk.writing(f"edit {found.mentee.name}") as store:
            store.update("mentee", found.mentee.id, **changes)
        self.desk.tell("people", found.mentee.id)
        return self.by_mentorship(found.mentorship.id)

    def pause(self, who: str, reason: str = "") -> Relation:
        """Let a mentorship rest; everything stays and stays findable."""
        return self._change_status(who, "active", "paused", reason)

    def resume(self, who: str) -> Relation:
        """Go on with a paused mentorship."""
        return self._change_status(who, "paused", "active", "")

    def _change_status(self, who: str, old: str, new: str, reason: str) -> Relation:
        found = self.find(who)
        handle = found.mentee.handle
        if found.mentorship.status != old:
            other = {"active": f"Pause with: mentordesk mentee pause {handle}"}.get(
                found.mentorship.status, f"Go on with: mentordesk mentee resume {handle}"
            )
            raise Refusal(f"{found.mentee.name} is {found.mentorship.status}, not {old}. {other}")
        verb = "pause" if new == "paused" else "resume"
        with self.desk.writing(f"{verb} {found.mentee.name}") as store:
            store.update("mentorship", found.mentorship.id, status=new)
            self._status(found.mentorship.id, new, reason)
        self.desk.tell("people", found.mentee.id)
        return self.by_mentorship(found.mentorship.id)

    def _status(self, mentorship_id: str, status: str, reason: str) -> None:
        self.desk.store.insert(
            "status_change",
            {
                "id": self.desk.new_id(),
                "mentorship_id": mentorship_id,
                "status": status,
                "day": self.desk.today().isoformat(),
                "reason": one_line(reason),
                "readers": stored(ME),
            },
        )

    def _checked(self, words: dict[str, str]) -> dict[str, str]:
        """Known words only, on one line each, a zone that exists, an address that can be."""
        clean = {key: one_line(value)[:400] for key, value in words.items()}
        for key in set(clean) - set(_WORDS):
            raise TypeError(f"a mentee has no {key}")
        if "name" in clean:
            clean["name"] = _name(words["name"])
        if clean.get("zone"):
            clean["zone"] = str(self.desk.zone_of(clean["zone"]))
        if clean.get("email") and not is_address(clean["email"]):
            raise Refusal(f"“{clean['email'][:60]}” is no mail address. Write it as name@host.")
        return clean


def _name(name: str) -> str:
    clean = one_line(name)
    if not clean:
        raise Refusal("A mentee needs a name. Try: mentordesk mentee add 'Ada Obi'")
    if len(clean) > LONGEST_NAME:
        raise Refusal(
            f"That name has {len(clean)} characters; {LONGEST_NAME} is the most. Shorten it."
        )
    return clean


def is_address(text: str) -> bool:
    """Whether mail could be sent to it."""
    local, at, host = text.partition("@")
    return bool(local and at and host and " " not in text and text.count("@") == 1)
