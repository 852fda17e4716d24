"""Each number of a programme is in its playbook; the id names the line of its own document.

`pyladies:44` is line 44 of the document that the playbook names as its source; `-s` is a number
that the document does not have, and whose line in the playbook says so.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mentordesk import playbooks
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_events import Milestone
from mentordesk.domain.readers import FOR_COORDINATOR

DATA = Path(playbooks.__file__).parent / "data"
load = cache(playbooks.load_shipped)


def milestone(key: str, p: Playbook) -> Milestone:
    return next(one for one in p.milestones if one.key == key)


def named(key: str, entries: Any) -> Any:
    return next(one for one in entries if one.key == key)


def first(p: Playbook) -> Any:
    return p.agenda_for(1, new_month=False)


Case = tuple[str, Callable[[Playbook], Any], Any]
PYLADIES: list[Case] = [
    ("3 patience, no expertise", lambda p: len(p.bar_mentor), 2),
    ("15 help in the chat", lambda p: "chat" in {k.key for k in p.time_kinds}, True),
    ("19 workshop coach", lambda p: p.agenda("workshop").kind, "workshop"),
    ("19 a couple of hours", lambda p: p.workshop_prep_minutes, 120),
    ("19 -s days before", lambda p: p.workshop_prep_days, 3),
    ("23 bookable slots", lambda p: p.agenda("office-hours").kind, "office hours"),
    ("23 as many as sustainable", lambda p: (p.load_max, p.slots_a_week), (0, 0)),
    ("33-36 four questions", lambda p: [q.key for q in p.expectations],
     ["hope", "time", "tools", "feedback"]),
    ("40 an hour, then stop", lambda p: (p.minutes, p.hard_stop), (60, True)),
    ("40 notice without a number", lambda p: p.notice_hours, 0),
    ("44 last 5 to 10 min", lambda p: p.reserve, 10),
    ("44 did and next", lambda p: [q.becomes for q in p.wrap_up][:2], ["recap", "task"]),
    ("48 weekly for 3 months", lambda p: (p.every_weeks, p.weeks, p.agreed), (1, 13, True)),
    ("48 a stop point", lambda p: (milestone("stop", p).kind, milestone("stop", p).after),
     ("stop point", "end")),
    ("48 continue change stop", lambda p: [c.key for c in p.decisions[0].choices],
     ["continue", "change", "stop"]),
    ("52 feedback again and again", lambda p: milestone("feedback", p).kind, "feedback round"),
    ("52 -s every 4 sessions", lambda p: milestone("feedback", p).every_sessions, 4),
    ("52 three questions", lambda p: [q.key for q in p.surveys[0].questions],
     ["goals", "works", "change"]),
    ("56-63 eight ideas", lambda p: [i.key for i in p.ideas],
     ["project", "exercises", "assignment", "open-source", "book", "articles",
      "ask-me-anything", "growth"]),
    ("-s lean coffee 3 + 3", lambda p: (p.agenda("lean-coffee").item_minutes,
                                        p.agenda("lean-coffee").more_minutes), (3, 3)),
]  # fmt: skip
CARPENTRIES: list[Case] = [
    ("7 at most five", lambda p: (p.kind, p.group_most), ("group", 5)),
    ("11 SMART", lambda p: p.smart, True),
    ("13-21 lesson maintenance", lambda p: len(named("lesson-maintenance", p.tracks).steps), 8),
    ("23-29 teaching", lambda p: len(named("teaching-workshops", p.tracks).steps), 6),
    ("31-38 organizing", lambda p: len(named("organizing-workshops", p.tracks).steps), 7),
    ("40-49 community", lambda p: len(named("community-building", p.tracks).steps), 9),
    ("17 representative", lambda p: p.tracks[0].step_with("representative"), 4),
    ("27 representative", lambda p: p.tracks[1].step_with("representative"), 4),
    ("36 representative", lambda p: p.tracks[2].step_with("representative"), 5),
    ("45 the first of two", lambda p: p.tracks[3].step_with("representative"), 5),
    ("20 28 36 46 slide drafted", lambda p: [t.step_with("slide draft") for t in p.tracks],
     [7, 5, 5, 6]),
    ("21 29 38 49 slide and showcase", lambda p: [
        (t.step_with("slide final"), t.step_with("showcase")) for t in p.tracks],
     [(8, 8), (6, 6), (7, 7), (9, 9)]),
    ("54-58 tools", lambda p: p.group_tools, ("Git", "Shell", "Python", "R", "SQL")),
    ("60 tools for two tracks", lambda p: [t.tools for t in p.tracks],
     [True, True, False, False]),
    ("76 in person too", lambda p: "in person" in p.places, True),
    ("86-98 agreement", lambda p: len([d for d in p.duties if d.kind != "onboarding"]), 8),
    ("111 eight to twelve weeks", lambda p: (p.weeks_least, p.weeks), (8, 12)),
    ("112 touch base at half-time", lambda p: milestone("touch-base", p).percent, 50),
    ("112 power check-in", lambda p: milestone("power-check-in", p).percent, 50),
    ("113 survey at half-time", lambda p: (milestone("survey-mid", p).percent,
                                           milestone("survey-mid", p).by), (50, "both")),
    ("114 ends with a showcase", lambda p: milestone("showcase", p).after, "end"),
    ("115 closing survey", lambda p: (milestone("survey-end", p).after,
                                      milestone("survey-end", p).survey), ("end", "closing")),
    ("129-133 mentor's certificate", lambda p: len(named("mentor", p.certificates).criteria), 5),
    ("136-138 mentee's certificate", lambda p: [
        (c.counts, c.least) for c in named("mentee", p.certificates).criteria],
     [("meetings", 2), ("milestone", 1), ("milestone", 1)]),
    ("149-151 mentee's duties", lambda p: len(p.mentee_does), 3),
    ("165-170 mentor's duties", lambda p: len(p.mentor_does), 6),
    ("168 follow up", lambda p: p.follow_up_days, 1),
    ("170 report", lambda p: (p.reports[0].sections[:2], p.reports[0].readers),
     (("attendance", "progress"), FOR_COORDINATOR)),
    ("174 four hours a month", lambda p: (p.budget_per, p.budget_minutes), ("month", 240)),
    ("174 two, one and one", lambda p: {k.key: k.minutes for k in p.time_kinds},
     {"prep": 120, "meeting": 60, "mail": 60}),
    ("178 two workshops", lambda p: p.bar_taught, 2),
    ("188-193 coordinator", lambda p: len(p.coordinator_does), 6),
    ("-s monthly report", lambda p: milestone("report", p).every_months, 1),
    ("-s weekly", lambda p: (p.every_weeks, p.agreed), (1, True)),
    ("-s reserve", lambda p: p.reserve, 10),
]  # fmt: skip
WEALLJS: list[Case] = [
    ("19 an hour a week", lambda p: p.bar_hours_a_week, 1),
    ("23 five years", lambda p: p.bar_years, 5),
    ("25 three months", lambda p: (p.bar_months, p.weeks_least, p.weeks), (3, 13, 0)),
    ("19-27 five requirements", lambda p: len(p.bar_mentor), 5),
    ("31-49 ten responsibilities", lambda p: len(p.mentor_does), 10),
    ("53-61 five steps in", lambda p: len(p.intake), 5),
    ("67 an hour, hard stop", lambda p: (p.minutes_for(first(p)), p.hard_stop_for(first(p))),
     (60, True)),
    ("67 video or in person", lambda p: p.places, ("video", "in person", "chat")),
    ("69-79 five ways to succeed", lambda p: len(first(p).items[0].prompts), 6),
    ("81-87 three boundaries", lambda p: [q.key for q in p.boundaries],
     ["extra-time", "contact", "off-limits"]),
    ("89 one or two times", lambda p: p.slots_most, 2),
    ("93 30 60 90", lambda p: p.horizons, (30, 60, 90)),
    ("101 at least an hour", lambda p: (p.minutes, p.at_least, p.every_weeks), (60, True, 1)),
    ("105-111 four questions", lambda p: len(p.agenda("weekly").items[0].prompts), 4),
    ("113 once a month", lambda p: (p.agenda_for(5, True).key, milestone("review", p).every_months),
     ("monthly", 1)),
    ("121 last 10 to 15 min", lambda p: p.reserve, 15),
    ("123-129 four answers", lambda p: [q.becomes for q in p.wrap_up],
     ["task", "opportunity", "next", "action"]),
    ("135-147 seven criteria", lambda p: len(p.match), 7),
    ("145 cap of two", lambda p: (p.load_max, p.load_mentors), (2, 2)),
    ("47 talk about it", lambda p: milestone("relationship", p).kind, "relationship talk"),
    ("39 confidence", lambda p: len(p.confidential), 2),
    ("49 mentors and admins", lambda p: [c.key for c in p.support], ["mentors", "admins"]),
]  # fmt: skip
CODINGNOMADS: list[Case] = [
    ("11-16 six stages", lambda p: [s.key for s in p.intake],
     ["asked", "accepted", "background", "invited", "orientation", "slot"]),
    ("38 student notes", lambda p: p.note_sections, ("Quick info", "Interests", "Calls")),
    ("46 progress before the call", lambda p: len(p.before) > 0, True),
    ("60 45 minutes", lambda p: p.minutes, 45),
    ("66 weekly, fixed", lambda p: (p.every_weeks, p.slots_most, p.agreed), (1, 1, False)),
    ("89 every call recorded", lambda p: p.recording, True),
    ("103 hidden from the student", lambda p: (
        named("session", p.reports).readers, named("session", p.reports).optional),
     (FOR_COORDINATOR, True)),
    ("112 every Friday", lambda p: (milestone("stand-up", p).weekday,
                                    milestone("stand-up", p).every_weeks), ("friday", 1)),
    ("122 report with the invoice", lambda p: (milestone("timesheet", p).every_months,
                                               named("timesheet", p.reports).to), (1, "payment")),
    ("134 two contacts", lambda p: [c.role for c in p.support], ["coordinator", "payment"]),
    ("-s on the 1st", lambda p: milestone("timesheet", p).month_day, 1),
    ("-s load", lambda p: (p.load_min, p.ask_above), (3, 10)),
    ("-s an hour and a half a week", lambda p: (p.budget_per, p.budget_minutes), ("week", 90)),
    ("-s misses", lambda p: (p.wait_minutes, p.notice_hours, p.missed_minutes), (10, 12, 25)),
    ("-s silence", lambda p: p.silence_days, 14),
    ("-s halfway", lambda p: milestone("half", p).percent, 50),
    ("-s moves", lambda p: (p.moves_a_month, p.escalate_after, p.skips_extend), (2, 2, True)),
    ("-s file name", lambda p: p.recording_name, "{date}_{mentee}_{topic}"),
    ("-s study", lambda p: (p.study_hours_a_week, p.study_weeks), (15, 12)),
    ("-s close-out", lambda p: (milestone("close-out", p).after, len(p.exit_questions)),
     ("end", 3)),
]  # fmt: skip
ASTROPY: list[Case] = [
    ("5 toward a role", lambda p: (p.kind, p.toward_role), ("one-to-one", True)),
    ("30 three kinds of gap", lambda p: p.gap_kinds, ("skill", "knowledge", "behaviour")),
    ("44-60 mentors", lambda p: len(p.mentor_does), 12),
    ("84-97 mentees", lambda p: len(p.mentee_does), 7),
    ("127 monthly, both", lambda p: (milestone("check-in", p).every_months,
                                     milestone("check-in", p).by), (1, "both")),
    ("-s nothing to write", lambda p: milestone("check-in", p).quiet_ok, True),
    ("129 every three months", lambda p: milestone("decision", p).every_months, 3),
    ("129 graduate or continue", lambda p: [c.verdict for c in p.decisions[0].choices],
     ["graduate", "continue"]),
    ("151-155 background", lambda p: (first(p).items[0].writes_to, len(first(p).items[0].prompts)),
     ("profile", 3)),
    ("159-167 expectations", lambda p: (len(first(p).items[1].prompts), len(p.expectations)),
     (5, 5)),
    ("178-204 checklists", lambda p: [(c.when, len(c.items)) for c in p.checklists],
     [("first", 3), ("second", 4), ("regular", 4)]),
    ("186 second meeting", lambda p: p.agenda_for(2, True).key, "second"),
    ("212 plan in the second", lambda p: p.plan_meeting, 2),
    ("215 seven columns", lambda p: [c.key for c in p.plan_columns],
     ["goal", "mentee", "mentor", "network", "barriers", "measure", "due"]),
    ("217-219 three rows", lambda p: p.plan_rows, 3),
    ("223 exit by either side", lambda p: p.exit_tells, ("coordinator",)),
    ("173 steadily, as agreed", lambda p: (p.agreed, p.weeks), (True, 0)),
    ("-s in touch afterwards", lambda p: p.keep_in_touch_weeks, 13),
]  # fmt: skip
EVERY = {
    "pyladies": PYLADIES,
    "carpentries": CARPENTRIES,
    "wealljs": WEALLJS,
    "codingnomads": CODINGNOMADS,
    "astropy": ASTROPY,
}
CASES = [
    pytest.param(slug, get, value, id=f"{slug}:{line}")
    for slug, cases in EVERY.items()
    for line, get, value in cases
]


@pytest.mark.parametrize(("slug", "get", "value"), CASES)
def test_a_number_of_the_programme_is_in_its_playbook(
    slug: str, get: Callable[[Playbook], Any], value: Any
) -> None:
    assert get(load(slug)) == value


OTHERS = {
    "pyladies": ("wait_minutes", "silence_days", "prep_days =", "every_sessions", "when = \"by"),
    "carpentries": ("every_weeks =", "reserve", "every_months", "escalate_after", "least = 6"),
    "wealljs": ("wait_minutes", "silence_days", "every_months = 1 #", "reserve = 10"),
    "codingnomads": (
        "min =", "ask_above", "wait_minutes", "notice_hours", "logged_minutes", "silence_days",
        "moves_a_month", "escalate_after", "month_day", "percent", "minutes = 90", "hours_a_week",
        "skips_extend", "name = \"{",
    ),
    "astropy": ("every_weeks", "minutes = 60", "reserve", "silence_days", "quiet_ok", "keep_in"),
}  # fmt: skip


@pytest.mark.parametrize(("slug", "keys"), OTHERS.items(), ids=OTHERS)
def test_what_the_document_does_not_say_is_marked_in_its_line(
    slug: str, keys: tuple[str, ...]
) -> None:
    lines = (DATA / f"{slug}.toml").read_text("utf-8").splitlines()
    for key in keys:
        marked = [line for line in lines if line.startswith(key) and "# not in the seed" in line]
        assert marked, f"{slug}.toml has no line of {key} marked as not in the document"


def test_every_survey_of_a_programme_has_its_day() -> None:
    for slug in EVERY:
        p = load(slug)
        assert {s.key for s in p.surveys} <= {m.survey for m in p.milestones}, slug
