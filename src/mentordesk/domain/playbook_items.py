"""What agendas are made of and what is asked: the parts of a playbook that a call needs."""

from typing import NamedTuple

from mentordesk.domain.readers import ME, Audience


class Item(NamedTuple):
    """One line of an agenda; 0 minutes take a share of what the others leave.

    `role` marks a place for what the desk knows: last week's task, open promises or open
    questions. `writes_to` says which part of the mentorship the talk fills. `until` is the key of
    a milestone: once that is settled, there is nothing left to talk about.
    """

    title: str
    minutes: int = 0
    prompts: tuple[str, ...] = ()
    writes_to: str = ""
    required: bool = False
    role: str = ""
    until: str = ""


class Agenda(NamedTuple):
    """The items of one kind of meeting and when it is used; 0 and None mean the playbook's own.

    `every` counts meetings. With `item_minutes` (lean coffee) a topic gets so long and then
    `more_minutes` at a time for as long as people want more.
    """

    key: str
    title: str
    when: str = "default"
    minutes: int = 0
    hard_stop: bool | None = None
    reserve: int | None = None
    items: tuple[Item, ...] = ()
    every: int = 0
    kind: str = ""
    item_minutes: int = 0
    more_minutes: int = 0


class Question(NamedTuple):
    """Something to ask, what its answer becomes, and who else may read the answer."""

    key: str
    ask: str
    becomes: str = "note"
    readers: Audience = ME
    hint: str = ""
