"""Adding, finding, editing and pausing: who the mentor works with."""

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.domain.people import CALENDARS, ENDED, Relation, check_handle, find, new_handle
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.readers import ME
from mentordesk.domain.text import one_line
from mentordesk.store import people as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

LONGEST_NAME = 120
_WORDS = ("name", "handle", "pronouns", "email", "zone", "location", "contact", "calendar")


class People:
    """The verbs about people."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def find(self, who: str) -> Relation:
        """The relation that `who` names. Raises Ambiguous or Refusal (domain.people.find)."""
        store = self.desk.store
        # A handle as it is written means its owner, whoever else there is.
        if own := rows.of_handle(store, who.partition("/")[0].strip()):
            with suppress(Nobody):
                return find(who, own)
        return find(who, rows.relations(store))

    def by_mentorship(self, mentorship_id: str) -> Relation:
        """The group that a mentorship is, or its mentee, with it."""
        return rows.relations(self.desk.store, mentorship_id)[0]

    def namesakes(self, found: Relation) -> list[Relation]:
        """Relations of other people with the same name."""
        name = found.mentee.name.casefold()
        return [
            other
            for other in rows.relations(self.desk.store)
            if other.mentee.handle != found.mentee.handle and other.mentee.name.casefold() == name
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
        """Welcome a mentee under a programme; words are pronouns, email, zone and the like.

        Raises Refusal when the name is empty or too long, or the handle, zone or playbook is not
        usable.
        """
        desk = self.desk
        row = self.new_row(name, handle, words)
        plan = desk.playbooks.find(playbook or desk.default_playbook)
        start = started_on or desk.today()
        with desk.writing(f"add {row['name']}") as store:
            store.insert("mentee", row)
            mentorship_id = self.begin(plan, start)
            self.enter(mentorship_id, str(row["id"]), start)
        desk.tell("people", str(row["id"]))
        return self.by_mentorship(mentorship_id)

    def new_row(self, name: str, handle: str, words: dict[str, str]) -> dict[str, str]:
        """A mentee's row, checked and not yet stored. Raises Refusal as `add` does."""
        taken = rows.handles(self.desk.store)
        clean_name = _name(name)
        typed = check_handle(handle, taken) if handle else new_handle(clean_name, taken)
        details = {"pronouns": "", "email": "", "zone": "", "location": "", "contact": ""}
        details["calendar"] = CALENDARS[-1]
        known = {"name": clean_name, "handle": typed, "archived_at": ""}
        return {"id": self.desk.new_id(), **known, **details, **self._checked(words)}

    def begin(self, plan: Playbook, start: date, status: str = "active") -> str:
        """Write a mentorship under a programme inside a transaction under way; its id."""
        made = self.desk.insert(
            "mentorship",
            playbook=plan.slug,
            snapshot=json.dumps(plan.raw),
            status=status,
            started_on=start.isoformat(),
            ends_on=None,
        )
        self._status(made, status, "", start)
        return made

    def enter(self, mentorship_id: str, mentee_id: str, day: date) -> None:
        """Write that somebody belongs to a mentorship, inside a transaction under way."""
        self.desk.insert(
            "membership",
            mentorship_id=mentorship_id,
            mentee_id=mentee_id,
            joined_on=day.isoformat(),
            left_on=None,
        )

    def edit(self, who: str, **words: str) -> Relation:
        """Change a mentee's name, handle, pronouns, email, zone, location, contact or calendar."""
        found = self.find(who)
        if found.is_group:
            raise Refusal(
                f"{found.mentee.name} is a group. Change it with: mentordesk group edit"
                f" {found.mentee.handle}"
            )
        changes = self._checked(words)
        if "handle" in changes and changes["handle"] != found.mentee.handle:
            check_handle(changes["handle"], rows.handles(self.desk.store))
        with self.desk.writing(f"edit {found.mentee.name}") as store:
            store.update("mentee", found.mentee.id, **changes)
        self.desk.tell("people", found.mentee.id)
        now = rows.relations(self.desk.store, found.mentorship.id)
        return next(one for one in now if one.mentee.id == found.mentee.id)

    def pause(self, who: str, reason: str = "") -> Relation:
        """Let a mentorship rest; everything stays and stays findable."""
        return self._change_status(who, "active", "paused", reason)

    def resume(self, who: str) -> Relation:
        """Go on with a mentorship that rests, or take one up again that was over."""
        found = self.find(who)
        old = found.mentorship.status if found.mentorship.status in ENDED else "paused"
        return self._change_status(who, old, "active", "")

    def _change_status(self, who: str, old: str, new: str, reason: str) -> Relation:
        found = self.find(who)
        handle = found.mentee.handle
        if found.mentorship.status != old:
            way_in = f"Go on with: mentordesk intake advance {handle}"
            other = {
                "active": f"Pause with: mentordesk mentee pause {handle}",
                "intake": way_in,
                "declined": way_in,
            }.get(found.mentorship.status, f"Go on with: mentordesk mentee resume {handle}")
            raise Refusal(f"{found.mentee.name} is {found.mentorship.status}, not {old}. {other}")
        verb = "pause" if new == "paused" else "resume"
        with self.desk.writing(f"{verb} {found.mentee.name}"):
            self.become(found, new, reason)
        self.desk.tell("people", found.mentee.id)
        return self.by_mentorship(found.mentorship.id)

    def become(self, found: Relation, status: str, reason: str, day: date | None = None) -> None:
        """Write another status with its day, today unless said, inside a transaction under way."""
        self.desk.store.update("mentorship", found.mentorship.id, status=status)
        self._status(found.mentorship.id, status, reason, day)

    def _status(
        self, mentorship_id: str, status: str, reason: str, day: date | None = None
    ) -> None:
        self.desk.insert(
            "status_change",
            mentorship_id=mentorship_id,
            status=status,
            day=(day or self.desk.today()).isoformat(),
            reason=one_line(reason),
            readers=ME,
        )

    def _checked(self, words: dict[str, str]) -> dict[str, str]:
        """Known words only, on one line each, a zone that exists, an address that can be."""
        for key in set(words) - set(_WORDS):
            raise TypeError(f"a mentee has no {key}")
        if "name" in words:
            words = words | {"name": _name(words["name"])}
        clean = {key: in_full(key, value) for key, value in words.items()}
        if clean.get("zone"):
            clean["zone"] = str(self.desk.zone_of(clean["zone"]))
        if clean.get("email") and not is_address(clean["email"]):
            raise Refusal(f"“{clean['email'][:60]}” is no mail address. Write it as name@host.")
        if "calendar" in clean:
            clean["calendar"] = _calendar(clean["calendar"])
        return clean


def _calendar(typed: str) -> str:
    known = typed.casefold() or CALENDARS[-1]
    if known not in CALENDARS:
        raise Refusal(f"“{typed[:40]}” is no calendar. Use {', '.join(CALENDARS)}.")
    return known


def in_full(what: str, words: str, most: int = 400) -> str:
    """Words on one line, all of them. Raises Refusal for more than there is room for."""
    clean = one_line(words)
    if len(clean) > most:
        raise Refusal(f"That {what} has {len(clean)} characters; {most} is the most. Shorten it.")
    return clean


def _name(name: str) -> str:
    clean = in_full("name", name, LONGEST_NAME)
    if not clean:
        raise Refusal("A mentee needs a name.", shell="mentordesk mentee add 'Ada Obi'")
    return clean


def is_address(text: str) -> bool:
    """Whether mail could be sent to it."""
    local, at, host = text.partition("@")
    return bool(local and at and host and " " not in text and text.count("@") == 1)
