"""A programme with every key that is not about a call, as its file's table holds it."""

from typing import Any

QUESTION = {"key": "one", "ask": "How?", "readers": ["mentee"], "hint": "Say so."}
PROGRAMME: dict[str, Any] = {
    "today": {"prep_days": 1, "gap_days": 7, "target_days": 3},
    "group": {"most": 5, "tools": ["Git"]},
    "bar": {
        "years": 5,
        "hours_a_week": 1,
        "months": 3,
        "taught": 2,
        "mentor": ["Patience."],
        "mentee": ["A wish."],
    },
    "roles": {"mentor": ["Asks."], "mentee": ["Leads."], "coordinator": ["Matches."]},
    "intake": [{"key": "asked", "title": "Asked", "by": "coordinator", "hint": "By mail."}],
    "match": [{"key": "doors", "ask": "Which doors?", "hint": "Any."}],
    "duties": [{"key": "agree", "says": "Agree.", "kind": "agreement", "every": "once"}],
    "checklists": {"kick-off": {"title": "Kick-off", "when": "first", "items": ["Said hello."]}},
    "time": {
        "per": "month",
        "minutes": 240,
        "kinds": [
            {
                "key": "prep",
                "title": "Prep",
                "minutes": 120,
                "billable": True,
                "about": "Read.",
                "counts": ["call", "no-show"],
            }
        ],
    },
    "plan": {
        "meeting": 2,
        "rows": 3,
        "columns": [{"key": "measure", "title": "Measure", "hint": "A number."}],
    },
    "ideas": [{"key": "book", "title": "A book", "tags": ["reading"], "about": "Slowly."}],
    "trust": {
        "ground_rules": ["Which rules?"],
        "confidential": ["It stays here."],
        "conduct": "https://example.org/coc",
        "report_conduct": "mailto:coc@example.org",
    },
    "readers": {
        "recap": ["mentee"],
        "note": [],
        "win": ["public"],
        "concern": ["me"],
        "check_in": ["coordinator"],
        "recording": ["mentee", "coordinator"],
        "feedback": ["me"],
    },
    "support": [
        {
            "key": "kim",
            "title": "Kim",
            "role": "coordinator",
            "reach": "By mail.",
            "link": "mailto:kim@example.org",
        }
    ],
    "exit": {
        "reasons": ["time"],
        "tells": ["coordinator"],
        "questions": [QUESTION],
        "keep_in_touch_weeks": 13,
        "keep_in_touch": "A word.",
    },
    "notes": {"sections": ["Quick info"]},
    "recording": {"wanted": True, "name": "{date}_{mentee}"},
    "office_hours": {"slots_a_week": 2, "minutes": 30},
    "workshop": {"prep_minutes": 120, "prep_days": 3, "debrief": ["Who was stuck?"]},
    "study": {"hours_a_week": 15, "weeks": 12},
    "tracks": {
        "lesson": {
            "title": "Lesson",
            "about": "Keep it up.",
            "tools": True,
            "steps": [
                {
                    "title": "Hello",
                    "marks": ["representative", "slide draft"],
                    "minutes": 90,
                    "items": [
                        {
                            "title": "Who?",
                            "minutes": 10,
                            "prompts": ["You?"],
                            "writes_to": "profile",
                            "required": True,
                            "role": "questions",
                            "until": "half",
                        }
                    ],
                },
                {"title": "Bye", "items": [{"title": "Slide"}]},
            ],
        }
    },
    "milestones": [
        {
            "key": "check-in",
            "title": "Check-in",
            "kind": "check-in",
            "by": "both",
            "says": "On the issue.",
            "after": "start",
            "days": 1,
            "weeks": 2,
            "months": 3,
            "month_day": 1,
            "every_months": 1,
            "notice_days": 7,
            "quiet_ok": True,
            "survey": "mid",
            "report": "month",
            "decision": "stop",
            "checklist": "kick-off",
        },
        {
            "key": "stand-up",
            "title": "Stand-up",
            "kind": "stand-up",
            "weekday": "friday",
            "every_weeks": 1,
        },
        {"key": "half", "title": "Half", "kind": "touch base", "percent": 50},
        {"key": "slide", "title": "Slide", "kind": "slide draft", "step": "slide draft"},
        {"key": "round", "title": "Round", "kind": "feedback round", "every_sessions": 4},
    ],
    "surveys": {
        "mid": {
            "title": "Half-time",
            "by": "both",
            "link": "Code of conduct",
            "questions": [QUESTION | {"reply": "1 to 5"}],
        }
    },
    "decisions": {
        "stop": {
            "title": "Go on?",
            "by": "both",
            "choices": [
                {"key": "yes", "title": "Yes", "verdict": "continue"},
                {"key": "no", "title": "No", "verdict": "complete"},
            ],
            "evidence": ["goals"],
            "questions": [QUESTION],
            "next": "Nominate.",
        }
    },
    "certificates": {
        "mentee": {
            "title": "Certificate",
            "of": "mentee",
            "criteria": [
                {"key": "met", "says": "Came twice", "counts": "meetings", "least": 2},
                {"key": "half", "says": "Half", "counts": "milestone", "milestone": "half"},
            ],
        }
    },
    "reports": {
        "month": {
            "title": "The month",
            "period": "month",
            "sections": ["attendance", "progress"],
            "readers": ["coordinator"],
            "to": "coordinator",
            "link": "Code of conduct",
            "optional": True,
            "hint": "Short.",
        }
    },
}
