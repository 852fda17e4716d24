"""What must hold between a programme's parts: what is named is there, and offsets make sense."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_events import Milestone


class _Keyed(Protocol):
    """What goes by a key of its own within its list."""

    @property
    def key(self) -> str: ...


def broken(p: Playbook) -> Iterator[str]:
    """One sentence, beginning with the dotted key, for each rule that does not hold."""
    yield from _lengths(p)
    yield from _once(p)
    for n, milestone in enumerate(p.milestones, 1):
        yield from _timing(p, milestone, f"milestones[{n}]", n == 1)
        yield from _named(p, milestone, f"milestones[{n}]")
    yield from _tracks(p)
    known = {one.key for one in p.milestones}
    for item in p.items():
        if item.until and item.until not in known:
            yield f"items: expected the key of a milestone as until, found “{item.until}”."
    yield from _criteria(p)
    yield from _forms(p)
    yield from _contacts(p)


def twice(words: Iterable[str]) -> Iterator[str]:
    """Each word that stands there more than once."""
    seen: dict[str, int] = {}
    for word in words:
        seen[word] = seen.get(word, 0) + 1
    return (word for word, count in seen.items() if count > 1)


def _lengths(p: Playbook) -> Iterator[str]:
    if p.weeks and p.weeks < p.weeks_least:
        yield f"cadence.weeks: expected at least weeks_least ({p.weeks_least}), found {p.weeks}."
    parts = sum(kind.minutes for kind in p.time_kinds)
    if p.budget_minutes and parts > p.budget_minutes:
        yield f"time.minutes: expected at least the kinds' {parts}, found {p.budget_minutes}."
    if p.budget_minutes and not p.budget_per:
        yield "time.per is missing: expected “week” or “month” beside time.minutes."
    for word in twice(word for kind in p.time_kinds for word in kind.counts):
        yield f"time.kinds: expected “{word}” to count as one kind, found it in two."


def _once(p: Playbook) -> Iterator[str]:
    keyed: dict[str, Sequence[_Keyed]] = {
        "intake": p.intake, "match": p.match, "duties": p.duties, "milestones": p.milestones,
        "time.kinds": p.time_kinds, "plan.columns": p.plan_columns, "ideas": p.ideas,
        "support": p.support, "exit.questions": p.exit_questions,
        **{f"surveys.{s.key}.questions": s.questions for s in p.surveys},
        **{f"decisions.{d.key}.choices": d.choices for d in p.decisions},
        **{f"decisions.{d.key}.questions": d.questions for d in p.decisions},
        **{f"certificates.{c.key}.criteria": c.criteria for c in p.certificates},
    }  # fmt: skip
    for at, entries in keyed.items():
        for key in twice(one.key for one in entries):
            yield f"{at}: expected each key once, found “{key}” twice."


def _timing(p: Playbook, one: Milestone, at: str, first: bool) -> Iterator[str]:
    again = ("every_weeks", "every_months", "every_sessions")
    if sum(bool(getattr(one, key)) for key in again) > 1:
        yield f"{at}: expected one of {', '.join(again)}, found more than one."
    if one.percent and (one.after != "start" or one.weeks or one.months):
        yield f"{at}.percent: expected without after, weeks and months; days may shift it."
    if one.weekday and (one.month_day or one.every_months):
        yield f"{at}.weekday: expected without month_day and every_months."
    if one.step and (one.weeks or one.months or one.percent or one.repeats):
        yield f"{at}.step: expected without another offset; days may shift it."
    if one.step and not any(track.step_with(one.step) for track in p.tracks):
        yield f"{at}.step: expected a step in tracks marked “{one.step}”, found none."
    if one.after == "previous" and first:
        yield f"{at}.after: expected “start” or “end” for the first of them."


def _named(p: Playbook, one: Milestone, at: str) -> Iterator[str]:
    tables: dict[str, Sequence[_Keyed]] = {
        "survey": p.surveys, "report": p.reports, "decision": p.decisions,
        "checklist": p.checklists,
    }  # fmt: skip
    for key, entries in tables.items():
        name = getattr(one, key)
        known = [entry.key for entry in entries]
        if name and name not in known:
            yield f"{at}.{key}: expected {_choice(key + 's', known)}, found “{name}”."


def _tracks(p: Playbook) -> Iterator[str]:
    for track in p.tracks:
        marks = (mark for step in track.steps for mark in step.marks)
        for mark in twice(marks):
            yield f"tracks.{track.key}.steps: expected the mark “{mark}” once, found it twice."
        if track.tools and not p.group_tools:
            yield f"tracks.{track.key}.tools: expected group.tools to choose from, found none."


def _criteria(p: Playbook) -> Iterator[str]:
    known = [one.key for one in p.milestones]
    for certificate in p.certificates:
        for n, one in enumerate(certificate.criteria, 1):
            at = f"certificates.{certificate.key}.criteria[{n}].milestone"
            if (one.counts == "milestone") != bool(one.milestone):
                yield f"{at}: expected with counts = “milestone” and only there."
            elif one.milestone and one.milestone not in known:
                yield f"{at}: expected {_choice('milestones', known)}, found “{one.milestone}”."


def _forms(p: Playbook) -> Iterator[str]:
    forms = {f"surveys.{one.key}": one.link for one in p.surveys}
    forms |= {f"reports.{one.key}": one.link for one in p.reports}
    for at, link in forms.items():
        if link and link not in p.links:
            yield f"{at}.link: expected {_choice('links', p.links)}, found “{link}”."


def _contacts(p: Playbook) -> Iterator[str]:
    known = {contact.role for contact in p.support}
    wanted = {f"reports.{one.key}.to": one.to for one in p.reports if one.to}
    wanted |= {f"exit.tells[{n}]": role for n, role in enumerate(p.exit_tells, 1)}
    for at, role in wanted.items():
        if role not in known:
            yield f"{at}: expected somebody in support with role = “{role}”, found nobody."


def _choice(where: str, known: Iterable[str]) -> str:
    names = ", ".join(f"“{name}”" for name in known)
    return f"one of {where} ({names})" if names else f"a name in {where}, which has none"
