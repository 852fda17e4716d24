"""A programme as data: its agendas, questions and numbers, as a mentor wrote them in one file.

`read` takes the whole of a playbook or refuses it; nothing half-read is ever used.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook_items import Agenda as Agenda
from mentordesk.domain.playbook_items import Item as Item
from mentordesk.domain.playbook_items import Question as Question
from mentordesk.domain.readers import FOR_MENTEE, ME, Audience

if TYPE_CHECKING:
    from mentordesk.domain.programme_events import (
        Certificate,
        Decision,
        Milestone,
        Report,
        Survey,
        Track,
    )
    from mentordesk.domain.programme_people import (
        Checklist,
        Column,
        Contact,
        Duty,
        Fit,
        Idea,
        Stage,
        TimeKind,
    )

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


class Playbook(NamedTuple):
    """One programme. Lengths are minutes, `weeks` is the run (0: open), else 0, "", () are no rule.

    `source_date` is the day the programme's text is dated, `read_on` the day it was read. `raw` is
    what it was read from, ready for JSON: the snapshot a mentorship keeps. `agreed` says that the
    two settle the rhythm and the playbook's is only where to begin; `at_least` that a meeting may
    take longer; `readers` holds what the playbook decides, programme_events.RECORDS the rest.
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
    links: Mapping[str, str] = MappingProxyType({})
    raw: Mapping[str, object] = MappingProxyType({})
    agreed: bool = False
    at_least: bool = False
    weeks_least: int = 0
    nth: int = 0
    slots_most: int = 1
    skips_extend: bool = False
    load_mentors: int = 0
    group_most: int = 0
    group_tools: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tracks: "tuple[Track, ...]" = ()
    follow_up_days: int = 0
    escalate_after: int = 0
    moves_a_month: int = 0
    prep_days: int = 0
    gap_days: int = 0
    target_days: int = 0
    goal_terms: tuple[str, ...] = ()
    gap_kinds: tuple[str, ...] = ()
    goal_kinds: tuple[str, ...] = ()
    smart: bool = False
    toward_role: bool = False
    plan_columns: "tuple[Column, ...]" = ()
    plan_rows: int = 0
    plan_meeting: int = 0
    bar_years: int = 0
    bar_hours_a_week: int = 0
    bar_months: int = 0
    bar_taught: int = 0
    bar_mentor: tuple[str, ...] = ()
    bar_mentee: tuple[str, ...] = ()
    mentor_does: tuple[str, ...] = ()
    mentee_does: tuple[str, ...] = ()
    coordinator_does: tuple[str, ...] = ()
    intake: "tuple[Stage, ...]" = ()
    match: "tuple[Fit, ...]" = ()
    duties: "tuple[Duty, ...]" = ()
    checklists: "tuple[Checklist, ...]" = ()
    milestones: "tuple[Milestone, ...]" = ()
    surveys: "tuple[Survey, ...]" = ()
    decisions: "tuple[Decision, ...]" = ()
    certificates: "tuple[Certificate, ...]" = ()
    reports: "tuple[Report, ...]" = ()
    budget_per: str = ""
    budget_minutes: int = 0
    time_kinds: "tuple[TimeKind, ...]" = ()
    ideas: "tuple[Idea, ...]" = ()
    ground_rules: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()
    conduct: str = ""
    report_conduct: str = ""
    readers: Mapping[str, Audience] = MappingProxyType({})
    support: "tuple[Contact, ...]" = ()
    exit_reasons: tuple[str, ...] = ()
    exit_tells: tuple[str, ...] = ()
    exit_questions: "tuple[Question, ...]" = ()
    keep_in_touch_weeks: int = 0
    keep_in_touch: str = ""
    note_sections: tuple[str, ...] = ()
    recording: bool = False
    recording_name: str = ""
    slots_a_week: int = 0
    slot_minutes: int = 0
    workshop_prep_minutes: int = 0
    workshop_prep_days: int = 0
    workshop_debrief: tuple[str, ...] = ()
    study_hours_a_week: int = 0
    study_weeks: int = 0

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

    def items(self) -> Iterator[Item]:
        """Everything that any meeting may talk about, of every agenda and every outline."""
        for agenda in self.agendas:
            yield from agenda.items
        for track in self.tracks:
            for step in track.steps:
                yield from step.items

    def minutes_for(self, agenda: Agenda) -> int:
        """How long a meeting with this agenda is planned to take."""
        return agenda.minutes or self.minutes

    def reserve_for(self, agenda: Agenda) -> int:
        """How many minutes at the end of such a meeting belong to the wrap-up."""
        return self.reserve if agenda.reserve is None else agenda.reserve

    def hard_stop_for(self, agenda: Agenda) -> bool:
        """Whether such a meeting ends at its end, whatever is left."""
        return self.hard_stop if agenda.hard_stop is None else agenda.hard_stop


class Glance(NamedTuple):
    """What a call shows of its playbook: names, and the minutes that are watched meanwhile.

    `kind` is what this sort of meeting is called; `item_minutes` what one topic gets, 0 for no
    limit; `wait_minutes` how long to wait for somebody, 0 for no rule.
    """

    title: str
    kind: str
    item_minutes: int
    wait_minutes: int
    has_steps: bool = False

    @classmethod
    def of(cls, playbook: Playbook, agenda: str) -> "Glance":
        """The same of a playbook that was read, for the agenda with a key."""
        found = playbook.agenda(agenda)
        waits, steps = playbook.wait_minutes, bool(playbook.tracks)
        return cls(playbook.title, found.title, found.item_minutes, waits, steps)


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
