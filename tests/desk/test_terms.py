"""A term in a day: what Today said each morning, to be read against the programme's document."""

import os
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.desk.term import Life, Term

from mentordesk.desk import Desk

GOLDEN = Path(__file__).parents[1] / "golden"
OURS = {
    "prep": "not in the programme: the desk suggests a day",
    "silence": "not in the programme: the playbook says after how many days",
    "no-date": "not in the programme: what is not fixed does not happen",
    "left-open": "not in the programme: the desk's own",
}
WEALLJS = Term(
    "wealljs",
    OURS
    | {
        "task": "WeAllJS guide, The Weekly Meeting 2",
        "target": "WeAllJS guide, The First Meeting 7; The Weekly Meeting 2d",
        "review": "WeAllJS guide, The Weekly Meeting 3",
        "relationship-talk": "WeAllJS guide, Your Responsibilities 9; the month is the desk's",
        "stop-point": "WeAllJS guide, Requirements 4; that one stops to ask is the desk's",
        "follow-up": "not in the programme: the desk suggests the day after",
    },
    days=98,
    answers={"focus": "one small thing"},
    choice="continue",
    goals=("30", "60", "90"),
)
CODINGNOMADS = Term(
    "codingnomads",
    OURS
    | {
        "task": "CodingNomads process, What to talk about?",
        "stand-up": "CodingNomads process, Weekly Mentor Standup",
        "timesheet": "CodingNomads process, Time tracking with Toggl; the 1st is not in it",
        "notice": "not in the programme's main text: notices halfway and at the final project",
        "close-out": "not in the programme's main text: the record at the end",
        "follow-up": "not in the programme's main text: who misses is asked",
        "escalate": "not in the programme's main text: two in a row are reported",
    },
    days=98,
    meetings=13,
    answers={"plan": "lab 3"},
    missed=(3, 4),
)
PYLADIES = Term(
    "pyladies",
    OURS
    | {
        "feedback-round": "PyLadies guide, Create feedback loops; every 4 calls is the desk's",
        "stop-point": "PyLadies guide, Find a cadence that works for you both",
        "follow-up": "not in the programme: the desk suggests the day after",
    },
    days=98,
    meetings=13,
    choice="stop",
)
CARPENTRIES = Term(
    "carpentries",
    OURS
    | {
        "onboarding": "Carpentries, Guidelines for Certificates, Mentors 1; the day is the desk's",
        "report": "Carpentries, Mentors' Responsibilities 6; monthly as the coordinator asks",
        "touch-base representative": "Carpentries, Outline Lesson Maintenance 4",
        "touch-base touch-base": "Carpentries, Recruitment Strategy, Activities & Timing 2",
        "check-in": "Carpentries, Guidelines for Certificates, Mentors 4",
        "survey survey-mid": "Carpentries, Recruitment Strategy, Activities & Timing 3",
        "survey survey-end": "Carpentries, Recruitment Strategy, Activities & Timing 5",
        "slide-draft": "Carpentries, Outline Lesson Maintenance 7",
        "slide-final": "Carpentries, Outline Lesson Maintenance 8",
        "showcase": "Carpentries, Recruitment Strategy, Activities & Timing 4",
        "follow-up": "Carpentries, Mentors' Responsibilities 4",
        "escalate": "not in the programme: the desk suggests to tell the coordinator",
    },
    meetings=12,
    outline="lesson-maintenance",
)
ASTROPY = Term(
    "astropy",
    OURS
    | {
        "check-in": "Astropy handbook, The mentoring process: monthly, both sides",
        "decision": "Astropy handbook, The mentoring process: every three months",
        "follow-up": "not in the programme: the desk suggests the day after",
        "keep-in-touch": "not in the programme: contact goes on, every 13 weeks is the desk's",
    },
    days=123,
    every=2,
    skipped=1,
    missed=(2,),
    moved=3,
    quiet=(5, 6),
    choice="graduate",
    afterwards=120,
)
TERMS = {one.playbook: one for one in (PYLADIES, CARPENTRIES, WEALLJS, CODINGNOMADS, ASTROPY)}


@pytest.mark.parametrize("slug", TERMS)
def test_a_term_goes_by_as_the_programme_says(desk: Desk, clock: Clock, slug: str) -> None:
    said = "\n".join(Life(desk, clock, TERMS[slug]).mornings()) + "\n"
    path = GOLDEN / f"term-{slug}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(said, "utf-8")
    expected = path.read_text("utf-8") if path.exists() else ""
    assert said == expected


def told(slug: str) -> list[str]:
    """The lines of a term that tell something due."""
    lines = (GOLDEN / f"term-{slug}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith(("  !", "  ·"))]


@pytest.mark.parametrize("slug", TERMS)
def test_every_line_says_where_it_comes_from(slug: str) -> None:
    assert told(slug) and all(line.endswith("]") and "  [" in line for line in told(slug))


@pytest.mark.parametrize("slug", TERMS)
def test_nothing_of_the_programme_was_left_unsaid(desk: Desk, slug: str) -> None:
    found = desk.playbooks.find(slug)
    kinds = {one.title for one in found.milestones if one.kind not in ("slots", "review")}
    whole = "\n".join(told(slug))
    assert {title for title in kinds if title not in whole} == set()
