"""What a programme asks beside its meetings: the part of a playbook that has no call in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.domain.playbook import Question
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
    from mentordesk.domain.readers import Audience

Lines = tuple[str, ...]


# Playbook makes the methods for all fields; made here as well they would cost every start.
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Programme:
    """Duties, events, people and words of a programme; 0, "" and () are no rule.

    Names end in their unit. `agreed` says that the two settle the rhythm and the playbook's is only
    where to begin; `at_least` that a meeting may take longer; `readers` holds only what the
    playbook decides, programme_events.RECORDS the desk's own answer.
    """

    agreed: bool = False
    at_least: bool = False
    weeks_least: int = 0
    nth: int = 0
    slots_most: int = 1
    skips_extend: bool = False
    load_mentors: int = 0
    group_most: int = 0
    group_tools: Lines = ()
    group_places: Lines = ()
    tracks: "tuple[Track, ...]" = ()
    follow_up_days: int = 0
    escalate_after: int = 0
    moves_a_month: int = 0
    prep_days: int = 0
    gap_days: int = 0
    target_days: int = 0
    goal_terms: Lines = ()
    gap_kinds: Lines = ()
    smart: bool = False
    toward_role: bool = False
    plan_columns: "tuple[Column, ...]" = ()
    plan_rows: int = 0
    plan_meeting: int = 0
    bar_years: int = 0
    bar_hours_a_week: int = 0
    bar_months: int = 0
    bar_taught: int = 0
    bar_mentor: Lines = ()
    bar_mentee: Lines = ()
    mentor_does: Lines = ()
    mentee_does: Lines = ()
    coordinator_does: Lines = ()
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
    ground_rules: Lines = ()
    confidential: Lines = ()
    conduct: str = ""
    report_conduct: str = ""
    readers: "Mapping[str, Audience]" = field(default_factory=dict)
    support: "tuple[Contact, ...]" = ()
    exit_reasons: Lines = ()
    exit_tells: Lines = ()
    exit_questions: "tuple[Question, ...]" = ()
    keep_in_touch_weeks: int = 0
    keep_in_touch: str = ""
    note_sections: Lines = ()
    recording: bool = False
    recording_name: str = ""
    slots_a_week: int = 0
    slot_minutes: int = 0
    workshop_prep_minutes: int = 0
    workshop_prep_days: int = 0
    workshop_debrief: Lines = ()
    study_hours_a_week: int = 0
    study_weeks: int = 0
