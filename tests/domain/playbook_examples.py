"""Playbooks as their files' tables hold them: the smallest, and one with every key."""

import copy
from typing import Any

from tests.domain.programme_examples import PROGRAMME, QUESTION

Raw = dict[str, Any]


def agenda(when: str = "default", **more: object) -> Raw:
    return {"title": when.title(), "when": when, "items": [{"title": "Talk"}], **more}


def raw(**more: object) -> Raw:
    """A playbook with one agenda, as its file's table holds it."""
    whole = {
        "slug": "circle",
        "title": "Circle",
        "version": "1",
        "cadence": {"minutes": 60, "reserve": 10},
        "agendas": {"weekly": agenda()},
    }
    return whole | more


def changed(path: str, value: object) -> Raw:
    """A playbook with every key in it, and the value at a dotted path replaced."""
    whole = copy.deepcopy(FULL)
    *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
    table: Any = whole
    for part in parents:
        table = table[part]
    table[last] = value
    return whole


FULL: Raw = {
    "slug": "full",
    "title": "Full",
    "version": "3",
    "programme": "Somebody's",
    "source": "A guide",
    "source_date": "2016-10-13",
    "read_on": "2026-11-21",
    "summary": "All of it.",
    "kind": "group",
    "cadence": {
        "every_weeks": 2,
        "nth": 3,
        "agreed": True,
        "slots": 2,
        "places": ["online"],
        "minutes": 50,
        "at_least": True,
        "weeks": 12,
        "weeks_least": 8,
        "skips_extend": True,
        "hard_stop": True,
        "reserve": 10,
    },
    "load": {"min": 1, "max": 5, "ask_above": 4, "mentors": 2},
    "misses": {
        "wait_minutes": 9,
        "notice_hours": 12,
        "logged_minutes": 25,
        "silence_days": 8,
        "follow_up_days": 1,
        "escalate_after": 3,
        "moves_a_month": 4,
    },
    "goals": {
        "horizons": [30, 90],
        "terms": ["short"],
        "gaps": ["skill"],
        "kinds": ["project"],
        "smart": True,
        "toward_role": True,
    },
    "checklist": {"before": ["Look."], "after": ["File."]},
    "manner": {"reminders": ["Listen."]},
    "agendas": {
        "kick-off": {
            "title": "Kick-off",
            "when": "first",
            "minutes": 60,
            "hard_stop": False,
            "reserve": 0,
            "items": [
                {
                    "title": "Hello",
                    "minutes": 20,
                    "prompts": ["Who?", "Why?"],
                    "writes_to": "profile",
                    "required": True,
                    "role": "task",
                    "until": "half",
                },
                {"title": "Rest"},
            ],
        },
        "weekly": {"title": "Weekly", "when": "default", "items": [{"title": "Talk"}]},
        "coffee": {
            "title": "Coffee",
            "when": "every",
            "every": 4,
            "kind": "workshop",
            "item_minutes": 3,
            "more_minutes": 2,
            "items": [{"title": "Topics"}],
        },
    },
    "wrap_up": [QUESTION | {"becomes": "task"}],
    "expectations": [QUESTION],
    "boundaries": [QUESTION],
    **PROGRAMME,
    "links": {"Code of conduct": "https://example.org/coc"},
}
