"""A programme as data: its agendas, questions and numbers, as a mentor wrote them in one file.

`read` takes the whole of a playbook or refuses it; nothing half-read is ever used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mentordesk.domain.errors import Refusal
from mentordesk.domain.programme import Programme
from mentordesk.domain.readers import FOR_MENTEE, ME, Audience

KINDS = ("one-to-one", "group", "office hours", "workshop")
# The first of these that fits a meeting is its agenda's; those by hand are never taken unasked.
WHENS = ("first", "second", "last", "monthly", "every", "default")
BY_HAND = "by hand"
ROLES = ("task", "promises", "questions")
PLACES = (
    "profile", "expectations", "boundaries", "goals", "slot", "gaps", "task", "notes",
)  # fmt: skip
# What an answer of the wrap-up becomes, and who reads it unless the playbook says otherwise.
ANSWERS: Mapping[str, Audience] = {
    "task": FOR_MENTEE,
    "action": FOR_MENTEE,
    "opportunity": ME,
    "next": FOR_MENTEE,
    "note": ME,
    "recap": FOR_MENTEE,
    "learned": ME,
}


class PlaybookProblem(Refusal):
    """A playbook is not usable; `problems` has one sentence for each thing that is wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        more = len(problems) - 1
        also = f" And {more} more: mentordesk playbook check names each." if more else ""
        super().__init__(problems[0] + also)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an agenda; 0 minutes take a share of what the others leave.

    `role` marks a place for what the desk knows: last week's task, open promises or open
    questions. `writes_to` says which part of the mentorship the talk fills.
    """

    title: str
    minutes: int = 0
    prompts: tuple[str, ...] = ()
    writes_to: str = ""
    required: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
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


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask, what its answer becomes, and who else may read the answer."""

    key: str
    ask: str
    becomes: str = "note"
    readers: Audience = ME
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Playbook(Programme):
    """One programme. Lengths are minutes, `weeks` is the run (0 is open), 0 elsewhere is no rule.

    `source_date` is the day the programme's text is dated, `read_on` the day it was read. `raw` is
    what it was read from, ready for JSON: the snapshot a mentorship keeps.
    """

    slug: str
    title: str
    version: str
    programme: str
    source: str
    source_date: str
    read_on: str
    summary: str
    kind: str
    every_weeks: int
    minutes: int
    weeks: int
    hard_stop: bool
    reserve: int
    agendas: tuple[Agenda, ...]
    wrap_up: tuple[Question, ...] = ()
    expectations: tuple[Question, ...] = ()
    boundaries: tuple[Question, ...] = ()
    horizons: tuple[int, ...] = ()
    load_min: int = 0
    load_max: int = 0
    ask_above: int = 0
    wait_minutes: int = 0
    notice_hours: int = 0
    missed_minutes: int = 0
    silence_days: int = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    raw: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)

    def agenda_for(
        self, number: int, new_month: bool, track: str = "", step: int = 0, last: bool = False
    ) -> Agenda:
        """The agenda of meeting `number` (from 1), of the first kind in WHENS that it is.

        A group on a `track` takes the outline's step: `step`, or as many steps as meetings. The
        first meeting never takes the monthly agenda: there is no month to look back on.
        """
        if found := self.step_agenda(track, step or number):
            return found
        fits = {
            "first": number <= 1,
            "second": number == 2,
            "last": last,
            "monthly": new_month and number > 1,
            "default": True,
        }
        agendas = {agenda.when: agenda for agenda in self.agendas}
        due = [a for a in self.agendas if a.when == "every" and number % a.every == 0]
        if due:
            fits["every"], agendas["every"] = True, max(due, key=lambda a: a.every)
        return next(agendas[when] for when in WHENS if fits.get(when) and when in agendas)

    def step_agenda(self, track: str, step: int) -> Agenda | None:
        """The agenda of a track's step (from 1); None past its end or without such a track."""
        found = next((one for one in self.tracks if one.key == track), None)
        if found is None or not 1 <= step <= len(found.steps):
            return None
        one = found.steps[step - 1]
        return Agenda(f"{track}.{step}", one.title, "step", one.minutes, items=one.items)

    def agenda(self, key: str) -> Agenda:
        """The agenda or the track's step with this key; the default one when there is none."""
        named = next((agenda for agenda in self.agendas if agenda.key == key), None)
        track, _, step = key.partition(".")
        at = int(step) if step.isdecimal() else 0
        return named or self.step_agenda(track, at) or self.agenda_for(3, new_month=False)

    def by_hand(self) -> tuple[Agenda, ...]:
        """The agendas that a meeting takes only when the mentor chooses them."""
        return tuple(agenda for agenda in self.agendas if agenda.when == BY_HAND)

    def minutes_for(self, agenda: Agenda) -> int:
        """How long a meeting with this agenda is planned to take."""
        return agenda.minutes or self.minutes

    def reserve_for(self, agenda: Agenda) -> int:
        """How many minutes at the end of such a meeting belong to the wrap-up."""
        return self.reserve if agenda.reserve is None else agenda.reserve

    def hard_stop_for(self, agenda: Agenda) -> bool:
        """Whether such a meeting ends at its end, whatever is left."""
        return self.hard_stop if agenda.hard_stop is None else agenda.hard_stop


def read(raw: Mapping[str, object], where: str) -> Playbook:
    """Read a playbook from its table. Raises PlaybookProblem that names `where` and every key."""
    # The reader costs 3 ms to import: who only holds a Playbook does not pay for it.
    from mentordesk.domain.playbook_reader import reading

    playbook, wrong = reading(raw)
    if playbook is None:
        raise PlaybookProblem([f"{where}: {problem}" for problem in wrong])
    return playbook


def problems(raw: Mapping[str, object], where: str) -> list[str]:
    """One sentence for each thing that is wrong with a playbook's table; empty when it is right."""
    try:
        read(raw, where)
    except PlaybookProblem as problem:
        return list(problem.problems)
    return []
