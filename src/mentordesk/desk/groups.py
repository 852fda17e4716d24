"""Groups: several mentees in one mentorship, with a name, an outcome and somebody who speaks."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.memberships import Memberships
from mentordesk.desk.outlines import Outlines
from mentordesk.desk.people import LONGEST_NAME, in_full
from mentordesk.desk.rolls import Rolls
from mentordesk.domain.errors import Refusal
from mentordesk.domain.groups import (
    MODES,
    Attendance,
    GroupPage,
    StepAt,
    attendance,
)
from mentordesk.domain.people import Relation, check_handle, new_handle
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.text import clip, slug
from mentordesk.store import groups as rows
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Groups(Memberships):
    """The verbs about groups; of a roll-call they are in `rolls`, of the outline in `outlines`."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.rolls = Rolls(desk)
        self.outlines = Outlines(desk)

    def attendance(self, mentorship_id: str) -> Attendance:
        """Members by meetings, with what the mentees' certificate asks for as a fact."""
        store = self.desk.store
        return attendance(
            self.ever(mentorship_id),
            rows.meetings(store, mentorship_id, self.desk.tz),
            rows.said(store, mentorship_id),
            _least(self.desk.playbooks.of(mentorship_id)),
        )

    def step(self, mentorship_id: str) -> StepAt | None:
        """The step that the running or the next meeting has; None without an outline."""
        return self.outlines.at(mentorship_id)

    def page(self, who: str) -> GroupPage:
        """Everything about a group as such."""
        found = self.find(who)
        row = self.row(found)
        return GroupPage(
            relation=found,
            playbook=self.desk.playbooks.of(found.mentorship.id),
            outcome=row["outcome"],
            tool=row["tool"],
            mode=row["mode"],
            members=self.ever(found.mentorship.id),
            attendance=self.attendance(found.mentorship.id),
            step=self.step(found.mentorship.id),
            away=[member for member, _ in self.rolls.away(found)],
        )

    def add(
        self,
        name: str,
        *,
        playbook: str = "",
        handle: str = "",
        members: Iterable[str] = (),
        track: str = "",
        started_on: date | None = None,
        **words: str,
    ) -> Relation:
        """Begin a group; words are outcome, tool and mode. Raises Refusal when one cannot be."""
        desk = self.desk
        title = _name(name)
        taken = people.handles(desk.store)
        typed = check_handle(handle, taken) if handle else _handle(title, taken)
        plan = desk.playbooks.find(playbook) if playbook else self.usual()
        given = _checked(plan, track, words)
        start = started_on or desk.today()
        with desk.writing(f"add the group {title}") as store:
            made = desk.people.begin(plan, start)
            store.insert(
                "team",
                {
                    "id": desk.new_id(),
                    "mentorship_id": made,
                    "name": title,
                    "handle": typed,
                    "archived_at": "",
                    "representative_id": None,
                    "outcome": "",
                    "tool": "",
                    "mode": "",
                    **given,
                },
            )
            if track:
                desk.milestones.follow(typed, track)
            for who in members:
                self.join(typed, who, started_on)
        desk.tell("people", made)
        return desk.people.by_mentorship(made)

    def edit(self, who: str, track: str | None = None, **words: str) -> Relation:
        """Change a group's name, handle, outcome, tool, mode or outline."""
        desk, found = self.desk, self.find(who)
        plan = desk.playbooks.of(found.mentorship.id)
        chosen = desk.milestones.track(found.mentorship.id) if track is None else track
        changes = _checked(plan, chosen, words)
        if "name" in words:
            changes["name"] = _name(words["name"])
        if words.get("handle", found.mentee.handle) != found.mentee.handle:
            changes["handle"] = check_handle(words["handle"], people.handles(desk.store))
        with desk.writing(f"edit {found.mentee.name}") as store:
            if track is not None:
                desk.milestones.follow(found.address, track)
            store.update("team", self.row(found)["id"], **changes)
        desk.tell("people", found.mentorship.id)
        return desk.people.by_mentorship(found.mentorship.id)

    def list(self) -> Sequence[GroupPage]:
        """Every group, by name."""
        every = [one for one in people.relations(self.desk.store) if one.is_group]
        return [self.page(one.mentee.handle) for one in every]

    def usual(self) -> Playbook:
        """The mentor's usual programme if it has groups, else the only one that has."""
        usual = self.desk.playbooks.find(self.desk.default_playbook)
        if usual.kind == "group":
            return usual
        slugs = [one.slug for one in self.desk.playbooks.list() if not one.problem]
        plans = [one for one in map(self.desk.playbooks.find, slugs) if one.kind == "group"]
        return plans[0] if len(plans) == 1 else usual


def _least(plan: Playbook) -> int:
    """How many meetings a mentee's certificate asks for, 0 for none."""
    asked = [
        one.least
        for certificate in plan.certificates
        if certificate.of == "mentee"
        for one in certificate.criteria
        if one.counts == "meetings"
    ]
    return max(asked, default=0)


def _handle(title: str, taken: Sequence[str]) -> str:
    """All of the name as a handle, or as new mentees get theirs when that is taken."""
    whole = slug(title)
    return whole if whole and whole not in taken else new_handle(title, taken)


def _name(name: str) -> str:
    clean = in_full("name", name, LONGEST_NAME)
    if not clean:
        raise Refusal("A group needs a name.", shell="mentordesk group add 'Git crew'")
    return clean


def _checked(plan: Playbook, track: str, words: dict[str, str]) -> dict[str, str]:
    """Outcome, tool and mode on a line each; a tool and a mode that the programme has."""
    known = ("outcome", "tool", "mode")
    clean = {key: in_full(key, said) for key, said in words.items() if key in known}
    chosen = next((one for one in plan.tracks if one.key == track), None)
    tools = {tool.casefold(): tool for tool in plan.group_tools}
    tool, mode = clean.get("tool", ""), clean.get("mode", "")
    if tool and tools and (chosen is None or chosen.tools):
        if tool.casefold() not in tools:
            every = ", ".join(plan.group_tools)
            raise Refusal(f"“{clip(tool, 30)}” is no tool of {plan.title}. Choose from {every}.")
        clean["tool"] = tools[tool.casefold()]
    if mode and mode not in MODES:
        raise Refusal(f"“{clip(mode, 20)}” is no way to meet. Use {' or '.join(MODES)}.")
    return clean
