"""What either side, or the network, said they would do."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Action, Promised, in_order
from mentordesk.domain.readers import FOR_MENTEE, Audience
from mentordesk.domain.text import clip, one_line
from mentordesk.store import people, plans

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


_PARTING = frozenset(" ,;:&@")
"""What no name after an @ has in it."""

_EVERYBODY = ("all", "everybody", "everyone")


class Promises:
    """The verbs about actions."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def do(
        self,
        who: str,
        text: str,
        owner: str = "me",
        due: date | None = None,
        task: bool = False,
        readers: Audience = FOR_MENTEE,
        by_mentee: bool = False,
        row: str = "",
    ) -> Action:
        """Promise something; `owner` is me, the mentee (handle or name) or somebody else's name.

        `by_mentee` says that it was the mentee's own idea, `row` of which row of the action
        plan it is a step, by the beginning of its id. Raises Refusal without words, or for
        a row of another plan.
        """
        found = self.desk.people.find(who)
        step_of = self.desk.plans.of(found.mentorship.id, row) if row else None
        if not one_line(text):
            raise Refusal(
                "A promise needs words.", shell="mentordesk do ada 'send the link' --due fri"
            )
        with self.desk.writing(f"promise: {clip(one_line(text), 40)}"):
            made = self.insert(found, text, owner, due, task=task, readers=readers)
            if step_of:
                self.desk.store.update("action", made, plan_row_id=step_of)
            if by_mentee:
                self.desk.store.update("action", made, proposed_by="mentee")
        self.desk.tell("action", made)
        return plans.actions(self.desk.store, "id = ?", made)[0]

    def insert(
        self,
        found: Relation,
        text: str,
        owner: str,
        due: date | None,
        *,
        session_id: str = "",
        task: bool = False,
        state: str = "open",
        readers: Audience = FOR_MENTEE,
        about: str = "",
    ) -> str:
        """Write an action inside a transaction that is under way; its id.

        `about` is the id of the one member of a group whom it concerns, unless `found` says so.
        """
        kind, who = self.whose(owner, found)
        return self.desk.insert(
            "action",
            mentorship_id=found.mentorship.id,
            about_id=about or found.about,
            session_id=session_id or None,
            owner=kind,
            who=who,
            text=one_line(text),
            due=due.isoformat() if due else None,
            state=state,
            done_on=self.desk.today().isoformat() if state == "done" else None,
            readers=readers,
            task=int(task),
        )

    def list(self, owner: str = "", who: str = "", every: bool = False) -> Sequence[Promised]:
        """Open promises (or every one), mine first, by day; of one owner or one mentee if said."""
        found = self.desk.people.find(who) if who else None
        where = ["1"] if every else ["state = 'open'"]
        values = []
        if found:
            where.append("mentorship_id = ?")
            values.append(found.mentorship.id)
        if found and found.about:
            where.append("(about_id = ? OR who = ?)")
            values += [found.about, found.mentee.handle]
        if owner:
            where.append("(owner = ? OR who = ? COLLATE NOCASE)")
            values += [owner, owner]
        relations = people.whose(self.desk.store)
        actions = in_order(plans.actions(self.desk.store, " AND ".join(where), *values))
        return [_promise(relations[a.mentorship_id], a) for a in actions]

    def done(self, prefix: str) -> str:
        """Mark a promise as kept and return its words."""
        return self._settle(prefix, "done")

    def drop(self, prefix: str) -> str:
        """Let a promise go, keeping it in the history, and return its words."""
        return self._settle(prefix, "dropped")

    def reopen(self, prefix: str) -> str:
        """Take a promise up again and return its words."""
        return self._settle(prefix, "open")

    def whose(self, owner: str, found: Relation) -> tuple[str, str]:
        """The kind of owner and the word to show, a member of a group being one of its mentees."""
        kind, who = whose(owner, found)
        if kind == "network" and found.is_group and who.casefold() in _EVERYBODY:
            return "mentee", found.mentee.handle
        if kind == "network" and found.is_group:
            from mentordesk.domain.groups import named  # only groups have members to look for

            members = self.desk.groups.members(found.mentorship.id)
            if member := named(one_line(owner), members):
                return "mentee", member.handle
        return kind, who

    def owners(self, who: str) -> Sequence[str]:
        """Whom an @ can name: the mentee or the members, me, and who promised something before.

        Only in this mentorship: another mentee's people are nobody here.
        """
        found = self.desk.people.find(who)
        members = self.desk.groups.members(found.mentorship.id) if found.is_group else ()
        names = [one.handle for one in members] or [found.mentee.handle, _first(found.mentee.name)]
        known = self.desk.store.rows(
            "SELECT who FROM action WHERE mentorship_id = ? AND owner = 'network'"
            " GROUP BY who COLLATE NOCASE ORDER BY max(created_at) DESC LIMIT 50",
            found.mentorship.id,
        )
        names += ["me", *(row["who"] for row in known if row["who"] != "network")]
        words = {name.casefold(): name for name in reversed(names) if not set(name) & _PARTING}
        return [words[name] for name in dict.fromkeys(map(str.casefold, names)) if name in words]

    def _settle(self, prefix: str, state: str) -> str:
        row = one_row(self.desk.store, "action", prefix)
        on = None if state == "open" else self.desk.today().isoformat()
        with self.desk.writing(f"{state}: {clip(row['text'], 40)}") as store:
            store.update("action", row["id"], state=state, done_on=on)
        self.desk.tell("action", row["id"])
        return str(row["text"])


def whose(owner: str, found: Relation) -> tuple[str, str]:
    """The kind of owner and the word to show: me, the mentee's handle, or a name of the network."""
    word = one_line(owner).removeprefix("@")
    mentee = found.mentee
    first = _first(mentee.name).casefold()
    if word.casefold() in ("", "me", "i"):
        return "me", "me"
    if word.casefold() in ("mentee", mentee.handle, first, mentee.name.casefold()):
        return "mentee", mentee.handle
    if not found.is_group and _begins(word.casefold(), mentee.handle, mentee.name.casefold()):
        return "mentee", mentee.handle
    return "network", word.removeprefix("network:").strip() or "network"


def _first(name: str) -> str:
    return name.split()[0]


def _begins(word: str, handle: str, name: str) -> bool:
    """Whether a handle or a name begins with a word; one letter names nobody."""
    return len(word) > 1 and (handle.startswith(word) or name.startswith(word))


def _promise(relation: Relation, action: Action) -> Promised:
    return Promised(relation.mentee.name, relation.address, action)
