"""Who is in a group: joining, leaving, and who speaks for it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.domain.groups import Member, named
from mentordesk.domain.people import Relation, is_handle, is_name
from mentordesk.domain.text import clip, one_line
from mentordesk.store import groups as rows
from mentordesk.store import people
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_SPOKEN_FOR = ("touch base", "representative")
"""Kind and step of the milestone that is settled once a group has named who speaks for it."""


class Memberships:
    """The verbs about who belongs to a group."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def find(self, who: str) -> Relation:
        """The group that `who` names, by itself or by a member. Raises Refusal for no group."""
        found = self.desk.people.find(who)
        if not found.mentorship.group:
            raise Refusal(
                f"{found.mentee.name} is not in a group."
                " Begin one with: mentordesk group add 'Git crew' --playbook carpentries"
            )
        return self.desk.people.by_mentorship(found.mentorship.id)

    def members(self, mentorship_id: str) -> Sequence[Member]:
        """Everybody in a mentorship by name, the one mentee of a mentorship of one, too."""
        return [one for one in self.ever(mentorship_id) if one.left_on is None]

    def ever(self, mentorship_id: str) -> Sequence[Member]:
        """The same with those who left, at the end."""
        return rows.members(self.desk.store, mentorship_id)

    def join(self, group: str, who: str, day: date | None = None) -> Member:
        """Take somebody into a group: who is known already, or somebody new by that name.

        Raises Refusal for who is in it.
        """
        desk, found = self.desk, self.find(group)
        known = self.known(who)
        mentorship, start = found.mentorship.id, day or desk.today()
        with desk.writing(f"{clip(who, 40)} joins {found.mentee.name}") as store:
            if known is None:
                row = desk.people.new_row(who, "", {})
                store.insert("mentee", row)
                mentee_id = str(row["id"])
            else:
                mentee_id = known.mentee.id
            was = store.row(
                "SELECT id, left_on FROM membership WHERE mentorship_id = ? AND mentee_id = ?",
                mentorship,
                mentee_id,
            )
            if was and was["left_on"] is None:
                assert known
                raise Refusal(f"{known.mentee.name} is in {found.mentee.name} already.")
            if was:
                store.update("membership", was["id"], left_on=None, left_at=None)
            else:
                desk.people.enter(mentorship, mentee_id, start)
        desk.tell("people", mentorship)
        return next(one for one in self.members(mentorship) if one.id == mentee_id)

    def leave(self, group: str, who: str) -> Member:
        """Let somebody go; what was written until now stays theirs to read, nothing later is."""
        desk, found = self.desk, self.find(group)
        member = self.member(found, who)
        with desk.writing(f"{member.name} leaves {found.mentee.name}") as store:
            membership = store.value(
                "SELECT id FROM membership WHERE mentorship_id = ? AND mentee_id = ?",
                found.mentorship.id,
                member.id,
            )
            today = desk.today().isoformat()
            store.update("membership", membership, left_on=today, left_at=iso(desk.now()))
            if member.speaks:
                store.update("team", self.row(found)["id"], representative_id=None)
        desk.tell("people", found.mentorship.id)
        return member

    def speaker(self, group: str, who: str) -> Member:
        """Name who speaks for the group; the step of the programme that asks for it is done."""
        desk, found = self.desk, self.find(group)
        member = self.member(found, who)
        with desk.writing(f"{member.name} speaks for {found.mentee.name}") as store:
            store.update("team", self.row(found)["id"], representative_id=member.id)
            for key in self._asks_for_speaker(found):
                desk.milestones.done(found.address, key, f"{member.name} speaks for the group")
        desk.tell("people", found.mentorship.id)
        return member

    def member(self, found: Relation, who: str) -> Member:
        """The member that a word names. Raises Refusal with the members there are."""
        members = self.members(found.mentorship.id)
        member = named(who.partition("/")[0], members)
        if member is None:
            there = ", ".join(one.handle for one in members) or "nobody yet"
            raise Refusal(
                f"“{clip(who, 30)}” is nobody in {found.mentee.name}. In it: {there}."
                f" Take somebody in with: mentordesk group join {found.mentee.handle} NAME"
            )
        return member

    def over(self, found: Relation) -> str:
        """What there is to say when a group is larger than its programme has it; '' otherwise."""
        plan = self.desk.playbooks.of(found.mentorship.id)
        count = len(self.members(found.mentorship.id))
        if not plan.group_most or count <= plan.group_most:
            return ""
        return (
            f"{found.mentee.name} has {count} members; {plan.title} has {plan.group_most} at most."
        )

    def row(self, found: Relation) -> Row:
        """What is stored of a group as such."""
        row = rows.team(self.desk.store, found.mentorship.id)
        assert row is not None
        return row

    def known(self, who: str) -> Relation | None:
        """Who is on the desk already: by handle, or by the whole name; None for somebody new.

        A single word in small letters is taken for a handle or its beginning. Raises Refusal for
        a group.
        """
        typed = one_line(who)
        relations = people.relations(self.desk.store)
        for one in relations:
            if is_handle(one, typed):
                return _person(one)
        if typed.islower() and " " not in typed:
            try:
                found = self.desk.people.find(typed)
            except Nobody:
                return None
            return None if found.is_group else found
        alike = {one.mentee.handle: one for one in relations if is_name(one, typed)}
        if len(alike) > 1:
            raise Refusal(f"{typed} could be {', '.join(alike)}. Say which by the handle.")
        return next(map(_person, alike.values()), None)

    def _asks_for_speaker(self, found: Relation) -> list[str]:
        """Keys of the programme's milestones that a named representative settles."""
        if found.mentorship.status != "active":
            return []
        plan = self.desk.playbooks.of(found.mentorship.id)
        keys = [m.key for m in plan.milestones if (m.kind, m.step) == _SPOKEN_FOR]
        settled = {
            row[0]
            for row in self.desk.store.rows(
                "SELECT milestone FROM milestone_mark WHERE mentorship_id = ?", found.mentorship.id
            )
        }
        return [key for key in keys if key not in settled]


def _person(found: Relation) -> Relation:
    if found.is_group:
        raise Refusal(
            f"{found.mentee.name} is a group. Name the people who join; it has its own with:"
            f" mentordesk group show {found.mentee.handle}"
        )
    return found
