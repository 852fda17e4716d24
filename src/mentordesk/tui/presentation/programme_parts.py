"""What a playbook says, in lines for reading, one function a section of the page."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mentordesk.domain.checking import MOMENTS
from mentordesk.domain.duties import KINDS, Obligations, Owed
from mentordesk.domain.intake import TURNS
from mentordesk.domain.playbook import Agenda, Playbook, Question
from mentordesk.domain.programme_words import choices, how_often, takes, timing, whose
from mentordesk.domain.readers import spoken
from mentordesk.domain.text import counted
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look

_WHENS = {
    "first": "the first time",
    "second": "the second time",
    "last": "the last time",
    "monthly": "once a month",
    "default": "otherwise",
    "by hand": "when you choose it",
}
_DUTY_MARKS = {"done": ("✓ ", "good"), "open": ("○ ", "accent"), "always": ("· ", "dim")}


class Line(NamedTuple):
    """One thing in a section: its mark, its words, the part it plays; a key if it can be used."""

    text: str
    mark: str = "· "
    part: str = ""
    key: str = ""
    mark_part: str = "dim"


def rhythm(found: Playbook) -> str:
    """How often, how long, for how long: `every week, 1 h, 12 weeks`."""
    length = ("at least " * found.at_least) + words.length(found.minutes)
    run = f"{found.weeks} weeks" if found.weeks else "no end set"
    return ", ".join((how_often(found), length, run))


def numbers(found: Playbook, own: Obligations) -> Iterator[Line]:
    """The kind of programme, its rhythm, and every limit and count it sets."""
    said = (
        (found.kind, ""),
        (rhythm(found), ""),
        (found.weeks_least, f"at least {found.weeks_least} weeks"),
        (found.hard_stop, "hard stop at the end"),
        (found.reserve, f"the last {found.reserve} min belong to the wrap-up"),
        (found.places, f"places: {', '.join(found.places)}"),
        (found.group_most, f"at most {found.group_most} in a group"),
        (found.group_tools, f"tools: {', '.join(found.group_tools)}"),
        (own.load.active or found.load_max, f"you mentor {own.load.counted()} under it"),
        (own.load.hint(), own.load.hint()),
        (found.load_mentors, f"at most {counted(found.load_mentors, 'mentor')} to a mentee"),
        (found.prep_days, f"prepare {counted(found.prep_days, 'day')} before"),
        (found.wait_minutes, f"wait {found.wait_minutes} min for who is late"),
        (found.notice_hours, f"{found.notice_hours} h notice to call off"),
        (found.missed_minutes, f"a missed call counts as {found.missed_minutes} min"),
        (found.follow_up_days, f"follow up within {counted(found.follow_up_days, 'day')}"),
        (found.escalate_after, f"tell the programme after {found.escalate_after} misses in a row"),
        (found.moves_a_month, f"more than {found.moves_a_month} moves a month: find another slot"),
        (found.silence_days, f"quiet for {found.silence_days} days is said on Today"),
        (
            found.budget_minutes,
            f"effort: {words.length(found.budget_minutes)} a {found.budget_per}",
        ),
    )
    yield from (Line(text or str(known)) for known, text in said if known)
    for kind in found.time_kinds:
        yield Line(f"{kind.title}{_minutes(kind.minutes)}", "    – ", "dim")


def agendas(found: Playbook) -> Iterator[Line]:
    """Each agenda with its items, their minutes and what is asked in them."""
    for agenda in found.agendas:
        stop = ", hard stop" * found.hard_stop_for(agenda)
        length = words.length(found.minutes_for(agenda))
        yield Line(f"{agenda.title}: {_when(agenda)}, {length}{stop}", part="strong")
        for item in agenda.items:
            time = f"{item.minutes} min" if item.minutes else "the rest"
            fills = f" → {item.writes_to}" if item.writes_to else ""
            yield Line(f"{time}  {item.title}{fills}", "    ")
            yield from (Line(prompt, "        ", "dim") for prompt in item.prompts)


def _when(agenda: Agenda) -> str:
    if agenda.when == "every":
        return f"every {agenda.every}th time"
    return _WHENS.get(agenda.when, agenda.when)


def questions(questions: Iterable[Question]) -> Iterator[Line]:
    """Questions with what their answers become, and who reads them."""
    for one in questions:
        yield Line(f"{one.ask} → {one.becomes}, for {spoken(one.readers)}")


def agreement(found: Playbook) -> Iterator[Line]:
    """What both sides say of each other at the start, and the ground rules."""
    for title, questions in (
        ("expectations of both sides", found.expectations),
        ("boundaries", found.boundaries),
    ):
        yield from _titled(title, [f"{one.ask} (for {spoken(one.readers)})" for one in questions])
    yield from _titled("ground rules", found.ground_rules)


def agreed(found: Playbook) -> str:
    """How many questions the agreement has."""
    return how_many((*found.expectations, *found.boundaries), "question")


def roles(found: Playbook) -> Iterator[Line]:
    """What the mentor, the mentee and the programme do."""
    yield from _titled("the mentor", found.mentor_does)
    yield from _titled("the mentee", found.mentee_does)
    yield from _titled("the programme", found.coordinator_does)


def way(found: Playbook) -> Iterator[Line]:
    """The stages on the way in, what a match is asked, and what a mentee brings along."""
    stages = (f"{n}. {one.title}: up to {TURNS[one.by]}" for n, one in enumerate(found.intake, 1))
    yield from _titled("stages", list(stages))
    yield from _titled("before a match", [one.ask for one in found.match])
    yield from _titled("what a mentee brings along", found.bar_mentee)


def duties(own: Obligations, look: Look) -> Iterator[Line]:
    """What the mentor brings along and owes, as it stands, and their own lists to tick."""
    yield from _titled("what a mentor brings along", own.bar)
    for kind, title in KINDS.items():
        mine = [one for one in own.duties if one.kind == kind]
        yield from [Line(title, "", "heading")] * bool(mine)
        yield from (_duty(one, look) for one in mine)
    for listed in own.lists:
        yield Line(listed.title, "", "heading")
        for item in listed.items:
            mark, part = _DUTY_MARKS["done" if item.ticked_on else "open"]
            key = f"own:{listed.key} {item.n}"
            yield Line(item.text, mark, "dim" if item.ticked_on else "", key, part)


def _duty(one: Owed, look: Look) -> Line:
    mark, part = _DUTY_MARKS[one.state]
    every = f", {one.every}" if one.every in ("weekly", "monthly") else ""
    last = f" · {words.day(one.done_on, look.today)}" if one.done_on else ""
    says = one.says.rstrip(".") if every or last else one.says
    return Line(f"{says}{every}{last}", mark, "", f"duty:{one.key}", part)


def still_open(own: Obligations) -> str:
    """Whether the mentor has agreed, and how much of it is open."""
    agreed = "agreed · " if own.agreed_on else ""
    return f"{agreed}{own.left} open" if own.left else f"{agreed}nothing open"


def dates(found: Playbook) -> Iterator[Line]:
    """What has a date or is counted: milestones, decisions, surveys, certificates, reports."""
    for one in found.milestones:
        yield Line(f"{one.title}: {timing(one)}, {whose(one.by)}")
        if one.says:
            yield Line(one.says, "    ", "dim")
    yield from _titled("decisions", [f"{d.title} {choices(d)}" for d in found.decisions])
    for survey in found.surveys:
        yield from _titled(f"{survey.title}, {whose(survey.by)}", [q.ask for q in survey.questions])
    for one_of in found.certificates:
        yield from _titled(one_of.title, [f"{c.says} ({takes(c)})" for c in one_of.criteria])
    yield from _titled(
        "reports", [f"{r.title}: each {r.period}, for {spoken(r.readers)}" for r in found.reports]
    )


def checklists(found: Playbook) -> Iterator[Line]:
    """What is ticked around each call, and at other moments."""
    yield from _titled("before each call", found.before)
    yield from _titled("after each call", found.after)
    for one in found.checklists:
        yield from _titled(f"{one.title} ({MOMENTS[one.when]})", one.items)


def goals(found: Playbook) -> Iterator[Line]:
    """What goals and the plan are made of."""
    said = (
        (found.horizons, f"targets for {', '.join(map(str, found.horizons))} days"),
        (found.goal_terms, f"goals: {', '.join(found.goal_terms)}"),
        (found.gap_kinds, f"gaps: {', '.join(found.gap_kinds)}"),
        (found.smart, "goals are SMART"),
        (found.toward_role, "toward a role"),
        (found.plan_rows, f"{found.plan_rows} rows of the plan to begin with"),
    )
    yield from (Line(text) for known, text in said if known)
    yield from _titled("the plan's columns", [one.title for one in found.plan_columns])


def tracks(found: Playbook) -> Iterator[Line]:
    """The outlines of what is learnt, step by step."""
    for track in found.tracks:
        steps = [
            f"{n}. {step.title}{''.join(f' · {mark}' for mark in step.marks)}"
            for n, step in enumerate(track.steps, 1)
        ]
        yield from _titled(track.title, steps)


def ideas(found: Playbook) -> Iterator[Line]:
    """What a session can be made of, and reminders of manner."""
    yield from _titled("what a session can be made of", [one.title for one in found.ideas])
    yield from _titled("reminders of manner", found.reminders)


def helping(found: Playbook) -> Iterator[Line]:
    """Whom to turn to, how confidences are kept, and the links of the programme."""
    yield from _titled("whom to turn to", [f"{c.title}: {c.reach}" for c in found.support])
    yield from _titled("how confidences are kept", found.confidential)
    if found.conduct:
        yield Line(f"code of conduct: {found.conduct}", key=f"link:{found.conduct}")
    if found.report_conduct:
        yield Line(f"report a breach: {found.report_conduct}", key=f"link:{found.report_conduct}")
    for name, link in found.links.items():
        yield Line(f"{name}: {link}", "↗ ", key=f"link:{link}")


def ending(found: Playbook) -> Iterator[Line]:
    """Why it may end early, who is told, what is asked, and what comes afterwards."""
    yield from _titled("reasons", found.exit_reasons)
    yield from _titled("who is told", found.exit_tells)
    yield from _titled("asked then", [one.ask for one in found.exit_questions])
    if found.keep_in_touch_weeks:
        yield Line(f"a word every {found.keep_in_touch_weeks} weeks afterwards")


def source(found: Playbook) -> Iterator[Line]:
    """Where all of it was read, and when."""
    dated = f", {found.source_date}" if found.source_date else ", without a date"
    yield Line(f"{found.programme}: {found.source}{dated}")
    yield Line(f"read on {found.read_on}; version {found.version}")
    yield from (Line(line, "  ", "dim") for line in [found.summary.strip()] if line)


def _titled(title: str, lines: Sequence[str]) -> Iterator[Line]:
    if lines:
        yield Line(title, "", "heading")
        yield from (Line(line) for line in lines)


def how_many(things: Sequence[object], one: str) -> str:
    """`3 agendas`, '' for none."""
    return counted(len(things), one) if things else ""


def _minutes(minutes: int) -> str:
    return f", {words.length(minutes)}" if minutes else ""
