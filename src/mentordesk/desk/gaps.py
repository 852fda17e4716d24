"""What is missing on the way to a role or a goal: skills, knowledge, ways of doing things."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.planning import GAP_KINDS, Gap
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import planning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Gaps:
    """The verbs about gaps."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def kinds(self, mentorship_id: str) -> tuple[str, ...]:
        """The kinds of gap a programme tells apart, or the usual three."""
        return self.desk.playbooks.of(mentorship_id).gap_kinds or GAP_KINDS

    def add(
        self,
        who: str,
        kind: str,
        text: str,
        evidence: str = "",
        row: str = "",
        readers: Audience = FOR_MENTEE,
    ) -> Gap:
        """Note what is missing, by what one can tell, and which row of the plan closes it.

        Raises Refusal without words, for a kind the playbook has not, or for a row of another plan.
        """
        desk = self.desk
        found = desk.people.find(who)
        mentorship = found.mentorship.id
        if not one_line(text):
            raise Refusal(
                "A gap needs words.", shell="mentordesk gap add ada skill 'reading diffs'"
            )
        made = desk.new_id()
        new = {
            "id": made,
            "mentorship_id": mentorship,
            "about_id": found.about,
            "plan_row_id": desk.plans.of(mentorship, row) if row else None,
            "kind": self._checked(mentorship, kind),
            "text": one_line(text),
            "evidence": one_line(evidence),
            "state": "open",
            "done_on": None,
            "readers": stored(readers),
        }
        with desk.writing(f"gap: {clip(text, 40)}") as store:
            store.insert("skill_gap", new)
        desk.tell("gap", made)
        return self._gap(made)

    def list(self, who: str, every: bool = True) -> Sequence[Gap]:
        """The gaps of somebody, open ones first, or the open ones alone."""
        found = self.desk.people.find(who).mentorship.id
        known = planning.gaps(self.desk.store, "mentorship_id = ?", found)
        return [one for one in known if every or one.state == "open"]

    def edit(self, prefix: str, *, kind: str = "", row: str = "", **words: str) -> Gap:
        """Change a gap's kind, its row of the plan, or its text and evidence.

        Raises Refusal as `add` does.
        """
        known = one_row(self.desk.store, "skill_gap", prefix)
        changes: dict[str, str] = {name: one_line(said) for name, said in words.items()}
        if "text" in changes and not changes["text"]:
            raise Refusal("A gap needs words; close it with: mentordesk gap close ID")
        if kind:
            changes["kind"] = self._checked(known["mentorship_id"], kind)
        if row:
            changes["plan_row_id"] = self.desk.plans.of(known["mentorship_id"], row)
        with self.desk.writing(f"change the gap {clip(known['text'], 40)}") as store:
            store.update("skill_gap", known["id"], **changes)
        self.desk.tell("gap", known["id"])
        return self._gap(known["id"])

    def close(self, prefix: str, evidence: str = "") -> str:
        """A gap is closed; what shows it is added to its evidence. Its words."""
        return self._settle(prefix, "closed", evidence)

    def reopen(self, prefix: str) -> str:
        """A gap is there again; its words."""
        return self._settle(prefix, "open", "")

    def _settle(self, prefix: str, state: str, evidence: str) -> str:
        row = one_row(self.desk.store, "skill_gap", prefix)
        said = " · ".join(part for part in (row["evidence"], one_line(evidence)) if part)
        on = None if state == "open" else self.desk.today().isoformat()
        with self.desk.writing(f"{state}: {clip(row['text'], 40)}") as store:
            store.update("skill_gap", row["id"], state=state, done_on=on, evidence=said)
        self.desk.tell("gap", row["id"])
        return str(row["text"])

    def _checked(self, mentorship_id: str, kind: str) -> str:
        known = {one.casefold(): one for one in self.kinds(mentorship_id)}
        if kind.casefold() not in known:
            raise Refusal(f"“{clip(kind, 20)}” is no kind of gap. Use {', '.join(known.values())}.")
        return known[kind.casefold()]

    def _gap(self, gap_id: str) -> Gap:
        return planning.gaps(self.desk.store, "id = ?", gap_id)[0]
