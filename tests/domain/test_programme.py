"""What a programme asks beside its meetings is read whole too, and chooses agendas."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.domain.playbook_examples import FULL, agenda, raw

from mentordesk.domain.playbook import Agenda, Item, Question, read
from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_shapes import Shape
from mentordesk.domain.playbook_tables import Many, Named, Table
from mentordesk.domain.programme_events import (
    Asked,
    Certificate,
    Choice,
    Criterion,
    Decision,
    Milestone,
    Report,
    Step,
    Survey,
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
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, ME

ASKED = Question("one", "How?", "note", FOR_MENTEE, "Say so.")
ARRIVES = {
    "nth": 3,
    "agreed": True,
    "slots_most": 2,
    "at_least": True,
    "weeks_least": 8,
    "skips_extend": True,
    "load_mentors": 2,
    "follow_up_days": 1,
    "escalate_after": 3,
    "moves_a_month": 4,
    "prep_days": 1,
    "gap_days": 7,
    "target_days": 3,
    "group_most": 5,
    "group_tools": ("Git",),
    "places": ("online",),
    "goal_terms": ("short",),
    "goal_kinds": ("project",),
    "gap_kinds": ("skill",),
    "smart": True,
    "toward_role": True,
    "plan_meeting": 2,
    "plan_rows": 3,
    "plan_columns": (Column("measure", "Measure", "A number."),),
    "bar_years": 5,
    "bar_hours_a_week": 1,
    "bar_months": 3,
    "bar_taught": 2,
    "bar_mentor": ("Patience.",),
    "bar_mentee": ("A wish.",),
    "mentor_does": ("Asks.",),
    "mentee_does": ("Leads.",),
    "coordinator_does": ("Matches.",),
    "intake": (Stage("asked", "Asked", "coordinator", "By mail."),),
    "match": (Fit("doors", "Which doors?", "Any."),),
    "duties": (Duty("agree", "Agree.", "agreement", "once"),),
    "checklists": (Checklist("kick-off", "Kick-off", "first", ("Said hello.",)),),
    "budget_per": "month",
    "budget_minutes": 240,
    "time_kinds": (TimeKind("prep", "Prep", 120, True, "Read.", ("call", "no-show")),),
    "ideas": (Idea("book", "A book", ("reading",), "Slowly."),),
    "ground_rules": ("Which rules?",),
    "confidential": ("It stays here.",),
    "conduct": "https://example.org/coc",
    "report_conduct": "mailto:coc@example.org",
    "support": (Contact("kim", "Kim", "coordinator", "By mail.", "mailto:kim@example.org"),),
    "exit_reasons": ("time",),
    "exit_tells": ("coordinator",),
    "exit_questions": (ASKED,),
    "keep_in_touch_weeks": 13,
    "keep_in_touch": "A word.",
    "note_sections": ("Quick info",),
    "recording": True,
    "recording_name": "{date}_{mentee}",
    "slots_a_week": 2,
    "slot_minutes": 30,
    "workshop_prep_minutes": 120,
    "workshop_prep_days": 3,
    "workshop_debrief": ("Who was stuck?",),
    "study_hours_a_week": 15,
    "study_weeks": 12,
    "surveys": (
        Survey(
            "mid",
            "Half-time",
            "both",
            "Code of conduct",
            (Asked("one", "How?", "1 to 5", FOR_MENTEE, "Say so."),),
        ),
    ),
    "decisions": (
        Decision(
            "stop",
            "Go on?",
            (Choice("yes", "Yes", "continue"), Choice("no", "No", "complete")),
            "both",
            ("goals",),
            (ASKED,),
            "Nominate.",
        ),
    ),
    "certificates": (
        Certificate(
            "mentee",
            "Certificate",
            "mentee",
            (
                Criterion("met", "Came twice", "meetings", 2),
                Criterion("half", "Half", "milestone", milestone="half"),
            ),
        ),
    ),
    "reports": (
        Report(
            "month",
            "The month",
            "month",
            ("attendance", "progress"),
            FOR_COORDINATOR,
            "coordinator",
            "Code of conduct",
            True,
            "Short.",
        ),
    ),
}


@pytest.mark.parametrize(("field", "value"), ARRIVES.items(), ids=ARRIVES)
def test_a_key_of_the_programme_arrives(field: str, value: object) -> None:
    assert getattr(read(FULL, "full.toml"), field) == value


def test_readers_arrive_as_audiences_and_only_those_given() -> None:
    assert read(raw(readers={"recap": ["coordinator"], "note": ["me"]}), "x").readers == {
        "recap": FOR_COORDINATOR,
        "note": ME,
    }


def test_milestones_and_tracks_arrive() -> None:
    playbook = read(FULL, "full.toml")
    assert playbook.milestones[0] == Milestone(
        "check-in",
        "Check-in",
        "check-in",
        "both",
        days=1,
        weeks=2,
        months=3,
        month_day=1,
        every_months=1,
        notice_days=7,
        quiet_ok=True,
        says="On the issue.",
        survey="mid",
        report="month",
        decision="stop",
        checklist="kick-off",
    )
    assert [one.repeats for one in playbook.milestones] == [True, True, False, False, True]
    [track] = playbook.tracks
    assert (track.key, track.title, track.about, track.tools) == (
        "lesson",
        "Lesson",
        "Keep it up.",
        True,
    )
    who = Item("Who?", 10, ("You?",), "profile", required=True, role="questions", until="half")
    hello = Step("Hello", (who,), ("representative", "slide draft"), 90)
    assert track.steps == (hello, Step("Bye", (Item("Slide"),)))
    assert [track.step_with(mark) for mark in ("slide draft", "showcase")] == [1, 0]


def missing(shape: Shape, value: Any, at: str) -> Iterator[str]:
    """The keys of the format that no entry of an example uses."""
    if isinstance(shape, Table):
        values = value if isinstance(value, list) else [value]
        for key in shape.keys:
            found = [one[key.name] for one in values if key.name in one]
            name = f"{at}.{key.name}".strip(".")
            yield from missing(key.shape, found, name) if found else [name]
    elif isinstance(shape, Many):
        yield from missing(shape.each, [one for many in value for one in many], at)
    elif isinstance(shape, Named):
        yield from missing(shape.each, [one for named in value for one in named.values()], at)


def test_the_full_example_uses_every_key_of_the_format() -> None:
    assert list(missing(PLAYBOOK, FULL, "")) == []


def test_a_programme_that_says_nothing_has_no_rules() -> None:
    playbook = read(raw(), "x")
    assert {name for name in ARRIVES if getattr(playbook, name)} == {"slots_most"}
    assert (playbook.tracks, playbook.milestones, playbook.readers) == ((), (), {})


def steps(count: int) -> dict[str, Any]:
    return {"t": {"title": "T", "steps": [{"title": f"S{n}", "items": [{"title": "Talk"}]}
                                          for n in range(1, count + 1)]}}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "track", "step", "last", "expected"),
    [
        (1, "t", 0, False, "t.1"),
        (3, "t", 0, True, "t.3"),
        (5, "t", 2, False, "t.2"),
        (4, "t", 0, False, "every-4"),
        (5, "t", 0, False, "default"),
        (1, "", 0, True, "first"),
        (2, "", 0, True, "second"),
        (8, "", 0, True, "last"),
        (8, "", 0, False, "every-4"),
        (6, "", 0, False, "every-2"),
        (7, "", 0, False, "default"),
        (1, "gone since", 0, False, "first"),
    ],
)
def test_which_agenda_a_meeting_takes(
    number: int, track: str, step: int, last: bool, expected: str
) -> None:
    whens = {when: agenda(when) for when in ("first", "second", "last", "default")}
    every = {f"every-{n}": agenda("every", every=n) for n in (2, 4)}
    playbook = read(raw(agendas={**whens, **every}, tracks=steps(3)), "x")
    assert playbook.agenda_for(number, False, track, step, last).key == expected


def test_a_new_month_comes_before_each_nth_meeting_and_after_the_last() -> None:
    whens = {when: agenda(when) for when in ("last", "monthly", "default")}
    playbook = read(raw(agendas={**whens, "e": agenda("every", every=2)}), "x")
    assert playbook.agenda_for(4, new_month=True).key == "monthly"
    assert playbook.agenda_for(4, new_month=True, last=True).key == "last"


def test_an_agenda_by_hand_is_never_taken_unasked_but_found_by_its_key() -> None:
    playbook = read(raw(agendas={"coffee": agenda("by hand"), "weekly": agenda()}), "x")
    assert {playbook.agenda_for(n, n == 4).key for n in range(1, 9)} == {"weekly"}
    assert playbook.agenda("coffee").when == "by hand"


def test_a_step_is_found_again_by_its_key_and_has_the_cadences_length() -> None:
    playbook = read(raw(tracks=steps(2)), "x")
    second = playbook.agenda("t.2")
    full = read(FULL, "full.toml")
    assert full.minutes_for(full.agenda("lesson.1")) == 90
    assert second == Agenda("t.2", "S2", "step", items=(Item("Talk"),))
    assert (playbook.minutes_for(second), playbook.reserve_for(second)) == (60, 10)
    assert [playbook.agenda(key).key for key in ("t.3", "t.0", "t.x", "u.1")] == ["weekly"] * 4
