"""What does not fit together in a programme is named with its place and what was expected."""

from typing import Any

import pytest
from tests.domain.playbook_examples import FULL, agenda, changed, raw

from mentordesk.domain.playbook import problems

VALUES = [
    ("cadence.nth", 5, "a whole number from 1 to 4, or 0 (by weeks)", "5"),
    ("cadence.slots", 0, "a whole number from 1 to 7", "0"),
    ("cadence.at_least", 1, "true or false", "1"),
    ("group.most", 51, "a whole number from 0 to 50", "51"),
    ("group.tools", "Git", "a list of at most 20", "“Git”"),
    ("bar.years", -1, "a whole number from 0 to 60", "-1"),
    ("roles.mentor", [""], "text of 1 to 200 characters", "“”"),
    ("intake.0.by", "nobody", "one of “mentor”, “mentee”, “both”, “coordinator”", "“nobody”"),
    ("intake.0.title", "x" * 41, "text of 1 to 40 characters", "and more, 41 characters"),
    ("duties.0.every", "daily", "one of “once”, “always”, “weekly”, “monthly”", "“daily”"),
    ("checklists.kick-off.when", "never", "one of “start”, “first”", "“never”"),
    ("checklists.kick-off.items", [], "a list of 1 to 30", "a list of 0"),
    ("time.per", "year", "one of “week”, “month”", "“year”"),
    ("time.kinds.0.minutes", 10_001, "a whole number from 0 to 10000", "10001"),
    ("plan.columns.0.key", "colour", "one of “goal”, “mentee”", "“colour”"),
    ("trust.conduct", "/code-of-conduct", "an address that begins with", "“/code-of-conduct”"),
    ("readers.note", ["boss"], "one of “me”, “mentee”, “coordinator”, “public”", "“boss”"),
    ("readers.note", "me", "a list of at most 3", "“me”"),
    ("support.0.role", "boss", "one of “coordinator”, “admin”", "“boss”"),
    ("tracks.lesson.steps", [], "a list of 1 to 30", "a list of 0"),
    ("tracks.lesson.steps.0.marks", ["party"], "one of “representative”", "“party”"),
    ("milestones.0.kind", "party", "one of “check-in”, “decision”", "“party”"),
    ("milestones.0.days", -366, "a whole number from -365 to 3650", "-366"),
    ("milestones.2.percent", 101, "a whole number from 1 to 100, or 0 (not by fraction)", "101"),
    ("milestones.1.weekday", "Friday", "one of “monday”", "“Friday”"),
    ("milestones.0.month_day", 29, "a whole number from 1 to 28, or 0 (any day)", "29"),
    ("surveys.mid.questions.0.reply", "maybe", "one of “text”, “yes or no”, “1 to 5”", "“maybe”"),
    ("decisions.stop.choices", [], "a list of 2 to 6", "a list of 0"),
    ("decisions.stop.choices.0.verdict", "win", "one of “continue”, “change”", "“win”"),
    ("certificates.mentee.of", "both", "one of “mentor”, “mentee”", "“both”"),
    ("certificates.mentee.criteria.0.least", 0, "a whole number from 1 to 200", "0"),
    ("reports.month.period", "year", "one of “session”, “week”", "“year”"),
    ("reports.month.sections", ["gossip"], "one of “attendance”", "“gossip”"),
    ("agendas.coffee.item_minutes", 61, "a whole number from 1 to 60, or 0 (no limit)", "61"),
]


@pytest.mark.parametrize(("path", "value", "expected", "found"), VALUES)
def test_a_wrong_value_is_named_with_what_was_expected_and_found(
    path: str, value: object, expected: str, found: str
) -> None:
    [sentence] = problems(changed(path, value), "my.toml")
    first, *_ = path.split(".")
    assert sentence.startswith(f"my.toml: {first}")
    assert f": expected {expected}" in sentence
    assert sentence.endswith(f"{found}.")


def milestone(**more: object) -> dict[str, Any]:
    return {"key": "m", "title": "M", "kind": "check-in", **more}


def track(*marks: list[str], **more: object) -> dict[str, Any]:
    steps = [
        {"title": f"S{n}", "marks": each, "items": [{"title": "Talk"}]}
        for n, each in enumerate(marks, 1)
    ]
    return {"t": {"title": "T", "steps": steps, **more}}


def certificate(**criterion: object) -> dict[str, Any]:
    one = {"key": "c", "says": "Done", **criterion}
    return {"x": {"title": "X", "of": "mentee", "criteria": [one]}}


UNTIL = {"items": [{"title": "Who goes?", "until": "nobody-knows"}]}
REPORT = {"title": "R", "period": "week", "sections": ["times"]}
RULES = [
    (
        {"cadence": {"minutes": 60, "weeks": 6, "weeks_least": 8}},
        "cadence.weeks: expected at least weeks_least (8), found 6.",
    ),
    (
        {
            "time": {
                "per": "week",
                "minutes": 60,
                "kinds": [{"key": "k", "title": "K", "minutes": 61}],
            }
        },
        "time.minutes: expected at least the kinds' 61, found 60.",
    ),
    (
        {
            "time": {
                "kinds": [
                    {"key": "a", "title": "A", "counts": ["call"]},
                    {"key": "b", "title": "B", "counts": ["chat", "call"]},
                ]
            }
        },
        "time.kinds: expected “call” to count as one kind, found it in two.",
    ),
    (
        {"agendas": {"w": agenda() | UNTIL}},
        "items: expected the key of a milestone as until, found “nobody-knows”.",
    ),
    (
        {"time": {"minutes": 60}},
        "time.per is missing: expected “week” or “month” beside time.minutes.",
    ),
    (
        {"agendas": {"w": agenda(), "e": agenda("every")}},
        "agendas.e.every: expected with when = “every” and only there, found 0 with when ="
        " “every”.",
    ),
    (
        {"agendas": {"w": agenda(every=3)}},
        "agendas.w.every: expected with when = “every” and only there, found 3 with when ="
        " “default”.",
    ),
    (
        {"agendas": {"w": agenda(more_minutes=3)}},
        "agendas.w.more_minutes: expected together with item_minutes.",
    ),
    (
        {"agendas": {"w": agenda(), "a": agenda("last"), "b": agenda("last")}},
        "agendas: expected one with when = “last”, found a and b.",
    ),
    (
        {"milestones": [milestone(every_weeks=1, every_months=1)]},
        "milestones[1]: expected one of every_weeks, every_months, every_sessions, found more than"
        " one.",
    ),
    (
        {"milestones": [milestone(percent=50, weeks=1)]},
        "milestones[1].percent: expected without after, weeks and months; days may shift it.",
    ),
    (
        {"milestones": [milestone(percent=50, after="end")]},
        "milestones[1].percent: expected without after, weeks and months; days may shift it.",
    ),
    (
        {"milestones": [milestone(weekday="friday", every_months=1)]},
        "milestones[1].weekday: expected without month_day and every_months.",
    ),
    (
        {"milestones": [milestone(weekday="friday", month_day=1)]},
        "milestones[1].weekday: expected without month_day and every_months.",
    ),
    (
        {"milestones": [milestone(step="showcase", weeks=1)], "tracks": track(["showcase"])},
        "milestones[1].step: expected without another offset; days may shift it.",
    ),
    (
        {"milestones": [milestone(step="showcase")]},
        "milestones[1].step: expected a step in tracks marked “showcase”, found none.",
    ),
    (
        {"milestones": [milestone(after="previous")]},
        "milestones[1].after: expected “start” or “end” for the first of them.",
    ),
    (
        {"milestones": [milestone(), milestone()]},
        "milestones: expected each key once, found “m” twice.",
    ),
    (
        {"milestones": [milestone(survey="mid")]},
        "milestones[1].survey: expected a name in surveys, which has none, found “mid”.",
    ),
    (
        {"milestones": [milestone(report="mid")], "reports": {"week": REPORT}},
        "milestones[1].report: expected one of reports (“week”), found “mid”.",
    ),
    (
        {"tracks": track(["showcase"], ["showcase"])},
        "tracks.t.steps: expected the mark “showcase” once, found it twice.",
    ),
    (
        {"tracks": track([], tools=True)},
        "tracks.t.tools: expected group.tools to choose from, found none.",
    ),
    (
        {
            "tracks": {
                "t": {
                    "title": "T",
                    "steps": [{"title": "S", "items": [{"title": "A", "minutes": 51}]}],
                }
            }
        },
        "tracks.t.steps[1].items: expected to fit 60 minutes, found 51 planned and a reserve of"
        " 10: 61 minutes.",
    ),
    (
        {
            "tracks": {
                "t": {
                    "title": "T",
                    "steps": [{"title": "S", "items": [{"title": "A"}, {"title": "A"}]}],
                }
            }
        },
        "tracks.t.steps[1].items: expected each title once, found “A” twice.",
    ),
    (
        {"certificates": certificate(milestone="m")},
        "certificates.x.criteria[1].milestone: expected with counts = “milestone” and only there.",
    ),
    (
        {
            "certificates": certificate(counts="milestone", milestone="n"),
            "milestones": [milestone()],
        },
        "certificates.x.criteria[1].milestone: expected one of milestones (“m”), found “n”.",
    ),
    (
        {"surveys": {"s": {"title": "S", "link": "Form"}}},
        "surveys.s.link: expected a name in links, which has none, found “Form”.",
    ),
    (
        {"reports": {"r": REPORT | {"to": "payment"}}},
        "reports.r.to: expected somebody in support with role = “payment”, found nobody.",
    ),
    (
        {"exit": {"tells": ["coordinator"]}},
        "exit.tells[1]: expected somebody in support with role = “coordinator”, found nobody.",
    ),
]


@pytest.mark.parametrize("more", [{"months": 1}, {"percent": 50}, {"every_weeks": 1}])
def test_a_milestone_of_a_step_has_no_other_offset(more: dict[str, int]) -> None:
    parts = raw(milestones=[milestone(step="showcase", **more)], tracks=track(["showcase"]))
    [sentence] = problems(parts, "my.toml")
    assert "milestones[1].step: expected without another offset" in sentence


@pytest.mark.parametrize(("parts", "says"), RULES)
def test_parts_that_do_not_go_together(parts: dict[str, Any], says: str) -> None:
    assert problems(raw(**parts), "my.toml") == [f"my.toml: {says}"]


@pytest.mark.parametrize(
    "parts",
    [
        {"cadence": {"minutes": 60, "weeks": 0, "weeks_least": 8}},
        {"milestones": [milestone(percent=50, days=-3)]},
        {"milestones": [milestone(step="showcase", days=1)], "tracks": track(["showcase"])},
        {"milestones": [milestone(), milestone(key="n", after="previous", weeks=1)]},
        {"agendas": {"w": agenda(), "a": agenda("by hand"), "b": agenda("by hand")}},
        {"certificates": certificate(counts="milestone", milestone="m"),
         "milestones": [milestone()]},
    ],
)  # fmt: skip
def test_parts_that_just_go_together(parts: dict[str, Any]) -> None:
    assert problems(raw(**parts), "my.toml") == []


def test_the_full_example_is_right() -> None:
    assert problems(FULL, "full.toml") == []
