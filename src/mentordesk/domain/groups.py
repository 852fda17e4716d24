"""A group: its members, which step of the outline it is at, and who came to which meeting."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.people import Relation
    from mentordesk.domain.playbook import Playbook

CAME = ("attended", "late")
STATUSES = {
    "attended": "attended",
    "late": "late",
    "no-show": "no-show",
    "excused": "excused",
    "cancelled": "cancelled-by-mentee",
}
"""What a roll-call may say of somebody, and how it is stored."""
LETTERS = {
    "attended": "A",
    "late": "L",
    "no-show": "N",
    "excused": "E",
    "cancelled-by-mentee": "C",
    "cancelled-by-mentor": "C",
    "": "?",
    "away": "·",
}
"""One letter for each, `?` for what nobody has said, `·` for who was no member then."""
MODES = ("online", "in-person")


class Member(NamedTuple):
    """Somebody in a group, or who was; days are the mentor's own."""

    id: str
    name: str
    handle: str
    zone: str
    joined_on: date
    left_on: date | None = None
    speaks: bool = False

    def is_in_on(self, day: date) -> bool:
        """Whether they belonged to the group on a day, the first and the last one included."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)


class Met(NamedTuple):
    """One meeting that was held, missed or is under way; `number` counts those held."""

    session_id: str
    day: date
    number: int
    state: str


class Line(NamedTuple):
    """One member's row: a status a meeting, how many were held with them in, how many they came to.

    A status is '' where nobody has said, `away` where they were no member.
    """

    member: Member
    statuses: Sequence[str]
    held: int
    came: int

    @property
    def letters(self) -> str:
        """The row as letters."""
        return "".join(LETTERS[status] for status in self.statuses)


class Attendance(NamedTuple):
    """Members by meetings; `least` is what the mentees' certificate asks for, 0 for none."""

    meetings: Sequence[Met]
    lines: Sequence[Line]
    least: int = 0

    @property
    def held(self) -> int:
        """How many meetings took place."""
        return sum(one.state == "held" for one in self.meetings)


class StepAt(NamedTuple):
    """Where a group stands in its outline: `number` of `total`; past the end it is through."""

    number: int
    total: int
    title: str
    outline: str

    @property
    def is_through(self) -> bool:
        """Whether the outline has no step left."""
        return self.number > self.total

    def spoken(self) -> str:
        """`Step 4 of 8: Issues`."""
        if self.is_through:
            return f"Outline “{self.outline}” is through"
        return f"Step {self.number} of {self.total}: {self.title}"


class GroupPage(NamedTuple):
    """A group as such: what it works towards, everybody who is or was in it, who came to what."""

    relation: "Relation"
    playbook: "Playbook"
    outcome: str
    tool: str
    mode: str
    members: Sequence[Member]
    attendance: Attendance
    step: StepAt | None
    away: Sequence[Member] = ()

    @property
    def present(self) -> Sequence[Member]:
        """Those who are in it now."""
        return [one for one in self.members if one.left_on is None]

    @property
    def speaker(self) -> Member | None:
        """Who speaks for the group, if somebody was named."""
        return next((one for one in self.members if one.speaks), None)


def attendance(
    members: Iterable[Member],
    meetings: Sequence[Met],
    said: Mapping[tuple[str, str], str],
    least: int = 0,
) -> Attendance:
    """Who came to what; `said` maps a session's and a member's id to a stored status."""
    return Attendance(meetings, [_line(one, meetings, said) for one in members], least)


def _line(member: Member, meetings: Sequence[Met], said: Mapping[tuple[str, str], str]) -> Line:
    statuses = [
        said.get((one.session_id, member.id), "" if member.is_in_on(one.day) else "away")
        for one in meetings
    ]
    held = [s for one, s in zip(meetings, statuses, strict=True) if one.state == "held"]
    return Line(
        member,
        statuses,
        sum(status != "away" for status in held),
        sum(status in CAME for status in held),
    )


def named(word: str, members: Sequence[Member]) -> Member | None:
    """The one member that a word names: handle, first or whole name, beginning of any of them."""
    folded = word.casefold().removeprefix("@").strip()
    if not folded:
        return None
    for fits in (
        [one for one in members if one.handle == folded],
        [one for one in members if folded in (one.name.casefold(), _first(one))],
        [one for one in members if _begins(one, folded)],
    ):
        if len(fits) == 1:
            return fits[0]
    return None


def _first(member: Member) -> str:
    return member.name.split()[0].casefold()


def _begins(member: Member, folded: str) -> bool:
    return member.handle.startswith(folded) or member.name.casefold().startswith(folded)
