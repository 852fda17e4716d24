"""What a programme asks of people: stages, fit, duties, checklists, contacts, kinds of time."""

from typing import NamedTuple

WHO = ("mentor", "mentee", "both", "coordinator")
DUTIES = ("agreement", "behaviour", "duty", "onboarding")
OFTEN = ("once", "always", "weekly", "monthly")
CHECKED = (
    "start", "first", "second", "regular", "before", "after", "monthly", "decision", "end",
    "mentor",
)  # fmt: skip
CONTACTS = ("coordinator", "admin", "peers", "payment", "other")
COLUMNS = ("goal", "mentee", "mentor", "network", "barriers", "measure", "due")
PER = ("week", "month")


class Stage(NamedTuple):
    """One step on the way from a first word to a standing slot, and whose turn it is."""

    key: str
    title: str
    by: str = "mentor"
    hint: str = ""


class Fit(NamedTuple):
    """One thing to look at before two people are brought together."""

    key: str
    ask: str
    hint: str = ""


class Duty(NamedTuple):
    """What the mentor agreed to or owes the programme, and how often it comes up."""

    key: str
    says: str
    kind: str = "duty"
    every: str = "always"


class Checklist(NamedTuple):
    """A list to tick; `when` says at which moment it is put in front of the mentor."""

    key: str
    title: str
    when: str
    items: tuple[str, ...]


class Contact(NamedTuple):
    """Somebody to turn to: what they are for, and how they are reached."""

    key: str
    title: str
    role: str = "other"
    reach: str = ""
    link: str = ""


class TimeKind(NamedTuple):
    """A kind of effort, and the minutes of it in one period of the budget (0: not told apart).

    `counts` are the entries of the desk's own (effort.KINDS) that belong to it.
    """

    key: str
    title: str
    minutes: int = 0
    billable: bool = False
    about: str = ""
    counts: tuple[str, ...] = ()


class Column(NamedTuple):
    """One column of the action plan as the programme calls it; `key` is what it means."""

    key: str
    title: str
    hint: str = ""


class Idea(NamedTuple):
    """Something a session can be made of."""

    key: str
    title: str
    tags: tuple[str, ...] = ()
    about: str = ""
