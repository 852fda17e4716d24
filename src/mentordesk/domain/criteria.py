"""Certificates: what is met of them, the evidence for it, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.rules import MONTHS, short_day
from mentordesk.domain.text import counted

if TYPE_CHECKING:
    from mentordesk.domain.programme_events import Certificate, Criterion

MET, NOT_MET, LEFT = "met", "not met", ""
"""What a mentor can say of a criterion: it is met, it is not, or the records decide."""


class Said(NamedTuple):
    """The mentor's own word on a criterion."""

    state: str
    day: date
    text: str = ""


class Deeds(NamedTuple):
    """What one person has to show: a mentor, or one mentee.

    `meetings` are the days of those they were at; `settled` the milestones that took place and
    `answered` those whose survey this person has filled in, each with its day; `titles` what the
    milestones are called; `said` the mentor's own word, by criterion.
    """

    meetings: Sequence[date] = ()
    settled: Mapping[str, date] = {}
    answered: Mapping[str, date] = {}
    titles: Mapping[str, str] = {}
    said: Mapping[str, Said] = {}


class Verdict(NamedTuple):
    """One criterion: met or not yet, with the evidence, and what is missing in words."""

    key: str
    says: str
    met: bool
    evidence: str = ""
    missing: str = ""


class Standing(NamedTuple):
    """One certificate for one person, criterion by criterion."""

    key: str
    title: str
    of: str
    name: str
    mentee_id: str
    criteria: Sequence[Verdict]
    left_on: date | None = None

    @property
    def whose(self) -> str:
        """The name, with the day on which they left the group."""
        return f"{self.name} (left {short_day(self.left_on)})" if self.left_on else self.name

    @property
    def met(self) -> int:
        """How many of the criteria are met."""
        return sum(one.met for one in self.criteria)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.met == len(self.criteria)


def judged(certificate: "Certificate", deeds: Deeds) -> list[Verdict]:
    """Every criterion of a certificate, in the playbook's order."""
    return [judge(one, deeds) for one in certificate.criteria]


def judge(one: "Criterion", deeds: Deeds) -> Verdict:
    """What the records say of a criterion, unless the mentor has said otherwise."""
    said, shown = deeds.said.get(one.key), counts(one, deeds)
    if said is None or said.state == LEFT:
        return shown
    day = short_day(said.day)
    if said.state == MET:
        own = f"ticked {day}: {said.text}" if said.text else f"ticked {day}"
        return shown._replace(
            met=True, evidence="; ".join(filter(None, (shown.evidence, own))), missing=""
        )
    why = f": {said.text}" if said.text else ""
    return shown._replace(met=False, missing=f"not met, you said on {day}{why}")


def counts(one: "Criterion", deeds: Deeds) -> Verdict:
    """What the records alone say of a criterion: meetings, a milestone, or nothing for a tick."""
    if one.counts == "meetings":
        return _meetings(one, deeds.meetings)
    if one.counts == "milestone":
        return _milestone(one, deeds)
    return Verdict(one.key, one.says, met=False, missing="to be ticked")


def _meetings(one: "Criterion", days: Sequence[date]) -> Verdict:
    """So many meetings of so many; one that nobody came to is none."""
    lacking = one.least - len(days)
    needed = counted(one.least, "meeting")
    more = f"{counted(len(days), 'meeting')}, {one.least} needed"
    said = more if len(days) > one.least else f"{len(days)} of {needed}"
    evidence = f"{said}: {day_list(days)}" if days else said
    missing = f"{lacking} more {'meeting' if lacking == 1 else 'meetings'}" if lacking > 0 else ""
    return Verdict(one.key, one.says, lacking <= 0, evidence, missing)


def _milestone(one: "Criterion", deeds: Deeds) -> Verdict:
    """The milestone took place, or this person has answered its survey."""
    title = deeds.titles.get(one.milestone, one.milestone)
    for days, verb in ((deeds.answered, "answered"), (deeds.settled, "done")):
        if day := days.get(one.milestone):
            evidence = f"{title}, {verb} {short_day(day)}"
            return Verdict(one.key, one.says, met=True, evidence=evidence)
    return Verdict(one.key, one.says, met=False, missing=f"{title}, not yet")


def day_list(days: Iterable[date]) -> str:
    """Days in few words: `5, 12, 19 Nov, 3 Dec`; with years when there is more than one."""
    ordered = sorted(days)
    years = len({day.year for day in ordered}) > 1
    months = groupby(ordered, key=lambda day: (day.year, day.month))
    return ", ".join(
        f"{', '.join(str(day.day) for day in group)} {MONTHS[month - 1]}"
        + (f" {year}" if years else "")
        for (year, month), group in months
    )
