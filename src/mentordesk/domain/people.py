"""Mentees and mentorships: who they are, and how one is found by what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.errors import Ambiguous, Nobody, Refusal
from mentordesk.domain.text import folded, slug

STATUSES = ("intake", "active", "paused", "completed", "graduated", "exited", "declined")
RUNNING = ("intake", "active", "paused")
"""Statuses of a mentorship that is not over."""
ENDED = ("completed", "graduated", "exited")
"""Statuses in which a mentorship is over; everything of it stays."""
CALENDARS = ("google", "outlook", "apple", "nextcloud", "other")
"""Calendar programs that want to be told of changes in one way or another."""


@dataclass(frozen=True, slots=True)
class Mentee:
    """A person. `handle` is short, unique and for typing; `zone` is an IANA name or empty."""

    id: str
    name: str
    handle: str
    pronouns: str = ""
    email: str = ""
    zone: str = ""
    location: str = ""
    contact: str = ""
    archived_at: str = ""
    calendar: str = "other"


@dataclass(frozen=True, slots=True)
class Mentorship:
    """One relation under one playbook, with a term; `members` are the mentees' ids.

    `group` is the handle of the group that they are, '' for a mentorship of one.
    """

    id: str
    playbook: str
    status: str
    started_on: date
    ends_on: date | None = None
    members: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A mentee together with the mentorship that is meant: what `ada` or `ada/wealljs` names.

    For a group, `mentee` stands for all of it: no id, and the group's own name and handle.
    """

    mentee: Mentee
    mentorship: Mentorship

    @property
    def is_group(self) -> bool:
        """Whether a whole group is meant."""
        return not self.mentee.id

    @property
    def about(self) -> str | None:
        """The id of the one member of a group that words are about; None for all it concerns.

        What was written to a single member is never for the others of the group.
        """
        return (self.mentee.id or None) if self.mentorship.group else None

    @property
    def address(self) -> str:
        """The words that name this relation and no other."""
        return f"{self.mentee.handle}/{self.mentorship.playbook}"


def new_handle(name: str, taken: Iterable[str]) -> str:
    """A handle nobody has yet: the first word of the name, then more of it, then a number."""
    used = set(taken)
    words = [word for word in map(slug, name.split()) if word] or ["mentee"]
    for count in (1, 2, len(words)):
        handle = slug("-".join(words[:count]))
        if handle not in used:
            return handle
    stem = words[0][:20]
    return next(f"{stem}{n}" for n in range(2, len(used) + 3) if f"{stem}{n}" not in used)


def check_handle(handle: str, taken: Iterable[str]) -> str:
    """A handle as it may be stored. Raises Refusal when it cannot be typed or is taken."""
    if not handle or slug(handle) != handle:
        hint = f", for example {slug(handle)}" if slug(handle) else ""
        raise Refusal(f"“{handle[:40]}” is no handle. Use a–z, 0–9 and -{hint}.")
    if handle in set(taken):
        raise Refusal(f"The handle {handle} is taken. Choose another with --handle.")
    return handle


def find(typed: str, relations: Sequence[Relation]) -> Relation:
    """The one relation `typed` names: handle, unique prefix of handle or name, or whole name.

    A handle typed as it is written always means its owner. `ada/wealljs` picks one of several
    mentorships of a mentee; without the slash the running one is meant, and their own before that
    of a group they are in. Raises Ambiguous with the choices, or Nobody when nobody answers to it.
    """
    who, _, playbook = (part.strip() for part in typed.partition("/"))
    found = _matching(who, relations)
    if playbook:
        found = [r for r in found if _is_under(r, playbook.casefold())]
    if len({r.mentee.handle for r in found}) == 1 and len(found) > 1:
        running = [r for r in found if r.mentorship.status in RUNNING]
        found = running or found[-1:]
        found = [r for r in found if not r.mentorship.group] or found
    if len(found) == 1:
        return found[0]
    if found:
        choices = tuple(sorted({_told_apart(r, found) for r in found}))
        raise Ambiguous(f"“{typed[:40]}” could be {', '.join(choices[:8])}. Say which.", choices)
    raise _nobody(typed, who, relations)


def is_handle(relation: Relation, typed: str) -> bool:
    """Whether `typed` is the handle or the address, in whatever case."""
    return typed.casefold() in (relation.mentee.handle, relation.address)


def is_name(relation: Relation, typed: str) -> bool:
    """Whether `typed` is the whole name, in whatever case and however its letters are made."""
    return folded(typed) == folded(relation.mentee.name)


def _is_under(relation: Relation, typed: str) -> bool:
    """Whether what stands behind the slash means this mentorship: its playbook or its group."""
    mentorship = relation.mentorship
    return mentorship.playbook.startswith(typed) or mentorship.group == typed


def _told_apart(relation: Relation, found: Sequence[Relation]) -> str:
    """The address, with the group in place of the playbook where two would be alike."""
    alike = sum(other.address == relation.address for other in found)
    group = relation.mentorship.group
    return f"{relation.mentee.handle}/{group}" if alike > 1 and group else relation.address


def _matching(who: str, relations: Sequence[Relation]) -> list[Relation]:
    own = [r for r in relations if r.mentee.handle == who]
    if own or not who:
        return own
    typed = folded(who)
    names = [(r, folded(r.mentee.name)) for r in relations]
    exact = [r for r, name in names if typed in (r.mentee.handle, name)]
    by_handle = [r for r in relations if r.mentee.handle.startswith(typed)]
    by_name = [r for r, name in names if name.startswith(typed) or f" {typed}" in name]
    return exact or by_handle or by_name


def _nobody(typed: str, who: str, relations: Sequence[Relation]) -> Nobody:
    if not relations:
        return Nobody("There is no mentee yet. Add one with: mentordesk mentee add NAME")
    from difflib import get_close_matches  # only after a miss

    near = get_close_matches(who.casefold(), [r.mentee.handle for r in relations], 3, 0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    said = f"Nobody answers to “{typed[:40]}”.{hint} See everyone with: mentordesk mentee list"
    return Nobody(said, tuple(near))
