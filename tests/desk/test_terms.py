"""A term in a day: what Today said each morning, to be read against the programme's document.

Every line ends with where it comes from. `WeAllJS guide:25, Requirements 4` is line 25 of that
programme's document as it was handed to us, and the section that the line stands in; `:95,103` are
two lines, `:129-131` are lines one after the other. What comes after `not in seed:` that document
does not say: it is the playbook's suggestion, where nobody else is named. Lines with `>` are not
Today's: they tell what was done on that day, by which agenda the two met, and what was settled.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.desk.term import Life, Term

from mentordesk.desk import Desk

GOLDEN = Path(__file__).parents[1] / "golden"
A_DAY = "not in seed: the playbook's suggestion, a day before"
QUIET = "not in seed: the playbook's suggestion, 14 days"
NO_DATE = "not in seed: the desk's own, what is not fixed does not happen"
FOLLOW_UP = "not in seed: the playbook's suggestion, the day after"
WEALLJS = Term(
    "wealljs",
    {
        "prep": A_DAY,
        "silence": QUIET,
        "follow-up": FOLLOW_UP,
        "task": "WeAllJS guide:95,103, The First Meeting 8 and The Weekly Meeting 2",
        "target": "WeAllJS guide:93,111, The First Meeting 7 and The Weekly Meeting 2d;"
        " not in seed: from 3 days before",
        "review": "WeAllJS guide:113-117, The Weekly Meeting 3",
        "relationship-talk": "WeAllJS guide:47, Your Responsibilities 9; not in seed: each month",
        "stop-point": "WeAllJS guide:25, Requirements 4; not in seed: to stop and ask",
        "promise": "WeAllJS guide:41, Your Responsibilities 6; not in seed: the day, the mentor's",
        "gap": "WeAllJS guide:91, The First Meeting 6; not in seed: from 7 days before",
    },
    days=98,
    answers={"focus": "one small thing"},
    choice="continue",
    goals=("30", "60", "90"),
    away=11,
    promised=3,
)
CODINGNOMADS = Term(
    "codingnomads",
    {
        "prep": "CodingNomads process:46, Stay up-to-date; not in seed: a day before",
        "silence": "CodingNomads process:28, Core Duty 1; not in seed: after 14 days",
        "no-date": "CodingNomads process:66, Set a fixed meeting time; not in seed: after the end",
        "task": "CodingNomads process:78,85, What to talk about?",
        "stand-up": "CodingNomads process:112,114, Weekly Mentor Standup",
        "timesheet": "CodingNomads process:122, Time tracking with Toggl; not in seed: the 1st",
        "notice": "not in seed: the programme's other pages, a notice at half-time",
        "close-out": "not in seed: the programme's other pages, a record at the end",
        "follow-up": "not in seed: the programme's other pages, who misses is asked",
        "escalate": "not in seed: the programme's other pages, after two in a row",
    },
    days=98,
    meetings=13,
    answers={"plan": "lab 3"},
    missed=(3, 4),
)
PYLADIES = Term(
    "pyladies",
    {
        "prep": A_DAY,
        "silence": QUIET,
        "no-date": NO_DATE,
        "follow-up": FOLLOW_UP,
        "feedback-round": "PyLadies guide:52, Create feedback loops; not in seed: every 4 calls",
        "stop-point": "PyLadies guide:48, Find a cadence; not in seed: from 7 days before",
        "workshop": "PyLadies guide:19, Be a coach; not in seed: 3 days before, and what to note",
        "office-hour": "PyLadies guide:23, Offer mentoring sessions",
    },
    days=98,
    meetings=13,
    workshop=date(2026, 9, 26),
    booked=date(2026, 11, 17),
    choice="stop",
)
CARPENTRIES = Term(
    "carpentries",
    {
        "prep": "Carpentries groups:174, Time commitment; not in seed: a day before",
        "silence": QUIET,
        "no-date": "Carpentries groups:165, Mentors' Responsibilities; not in seed: after the end",
        "onboarding": "Carpentries groups:129, Guidelines for Certificates; not in seed: the day",
        "report": "Carpentries groups:170,191, Mentors' and Coordinator's Responsibilities;"
        " not in seed: that the mentor reports as often as the coordinator asks",
        "touch-base representative": "Carpentries groups:17, Outline Lesson Maintenance",
        "touch-base touch-base": "Carpentries groups:17,112, Outline and Activities & Timing;"
        " not in seed: from 7 days before",
        "check-in": "Carpentries groups:132, Guidelines for Certificates; not in seed: when",
        "survey survey-mid": "Carpentries groups:113, Activities & Timing",
        "survey survey-end": "Carpentries groups:115, Activities & Timing",
        "slide-draft": "Carpentries groups:20, Outline Lesson Maintenance",
        "slide-final": "Carpentries groups:21, Outline Lesson Maintenance",
        "showcase": "Carpentries groups:78,114, Highlights and Activities & Timing;"
        " not in seed: from 14 days before",
        "follow-up": "Carpentries groups:168, Mentors' Responsibilities",
    },
    meetings=12,
    outline="lesson-maintenance",
)
ASTROPY = Term(
    "astropy",
    {
        "prep": A_DAY,
        "silence": "Astropy handbook:60, What is my role?; not in seed: after 30 days",
        "check-in": "Astropy handbook:127-128, The mentoring process",
        "decision": "Astropy handbook:129-131, The mentoring process; not in seed: 7 days before",
        "follow-up": FOLLOW_UP,
        "keep-in-touch": "not in seed: the playbook's suggestion, every 13 weeks",
        "nominate": "Astropy handbook:132-133, The mentoring process",
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


SOURCED = re.compile(
    r"  \[(not in seed: [^;\]]+|[A-Z]\w+ \w+:\d+([-,]\d+)?, [^;\]]+(; not in seed: [^;\]]+)?)\]$"
)


@pytest.mark.parametrize("slug", TERMS)
def test_every_line_says_where_it_comes_from(slug: str) -> None:
    assert told(slug) and [line for line in told(slug) if not SOURCED.search(line)] == []


@pytest.mark.parametrize("slug", TERMS)
def test_every_source_was_needed(slug: str) -> None:
    whole = "\n".join(told(slug))
    assert [one for one in TERMS[slug].sources.values() if f"[{one}]" not in whole] == []


@pytest.mark.parametrize("slug", TERMS)
def test_nothing_of_the_programme_was_left_unsaid(desk: Desk, slug: str) -> None:
    found = desk.playbooks.find(slug)
    kinds = {one.title for one in found.milestones if one.kind not in ("slots", "review")}
    whole = "\n".join(told(slug))
    assert {title for title in kinds if title not in whole} == set()
