"""The mentor's own side: what was agreed to, what is owed, what has to be done before it begins."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from mentordesk.desk.past import past_day
from mentordesk.domain.checking import MENTORS, Item, Listed, Tick, chosen, standing
from mentordesk.domain.duties import (
    AGREEMENT,
    Mark,
    Obligations,
    Owed,
    agreed_on,
    bar,
    owed,
    period_of,
)
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import intake as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

T = TypeVar("T")
_SPANS = {"weekly": "this week", "monthly": "this month", "once": "already"}


class Duties:
    """The verbs about what the mentor owes, by the playbook as its file is now."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def all(self, playbook: str = "") -> Sequence[Obligations]:
        """What one programme asks of the mentor, or every one under which somebody is mentored."""
        if playbook:
            return [self.of(self.desk.playbooks.find(playbook))]
        found = [self.of(plan) for plan in self.desk.playbooks.in_use()]
        return [one for one in found if one.duties or one.lists or one.bar]

    def of(self, plan: Playbook) -> Obligations:
        """The mentor's side of a programme."""
        marks, today = rows.marks(self.desk.store, plan.slug), self.desk.today()
        duties = [owed(duty, marks, today) for duty in plan.duties]
        ticks = {one.key: [_tick(m) for m in marks if m.duty == one.key] for one in plan.checklists}
        lists = [standing(c, "", ticks[c.key]) for c in plan.checklists if c.when == MENTORS]
        load = self.desk.intake.load(plan.slug)
        return Obligations(plan.slug, plan.title, agreed_on(duties), bar(plan), duties, lists, load)

    def done(
        self, key: str, playbook: str = "", on: date | None = None, text: str = ""
    ) -> Sequence[Owed]:
        """Note that a duty was done, today or on a day, and return it; `agreement` is all of it.

        Raises Refusal for a duty that is not there, or is done for that time.
        """
        plan, meant = self._meant(key, playbook)
        day = past_day(self.desk, on)
        known = {(mark.duty, mark.period) for mark in rows.marks(self.desk.store, plan.slug)}
        left = [one for one in meant if (one.key, period_of(one.every, day)) not in known]
        if not left:
            span = _SPANS.get(meant[0].every, "for that day")
            raise Refusal(f"“{clip(meant[0].says, 60)}” is done {span}.")
        with self.desk.writing(f"done: {clip(left[0].says, 40)}"):
            for one in left:
                self._mark(plan.slug, one.key, period_of(one.every, day), day, text)
        self.desk.tell("duty", plan.slug)
        keys = {one.key for one in left}
        return [one for one in self.of(plan).duties if one.key in keys]

    def tick(self, key: str, item: str | int, playbook: str = "", text: str = "") -> Item:
        """Tick an item of a list of the mentor's own. Raises Refusal when it is ticked already."""
        plan, listed = self._listed(key, playbook)
        one, day = chosen(listed, item), self.desk.today()
        if one.ticked_on:
            raise Refusal(f"“{one.text}” is ticked already. Take it off with: duty untick")
        with self.desk.writing(f"tick: {clip(one.text, 40)}"):
            self._mark(plan.slug, listed.key, one.text, day, text)
        self.desk.tell("duty", plan.slug)
        return one._replace(ticked_on=day, said=one_line(text))

    def untick(self, key: str, item: str | int, playbook: str = "") -> Item:
        """Take a tick off a list of the mentor's own. Raises Refusal when it is not ticked."""
        plan, listed = self._listed(key, playbook)
        one = chosen(listed, item)
        row = rows.mark_id(self.desk.store, plan.slug, listed.key, one.text)
        if not row:
            raise Refusal(f"“{one.text}” is not ticked.")
        with self.desk.writing(f"untick: {clip(one.text, 40)}") as store:
            store.delete("duty_mark", row)
        self.desk.tell("duty", plan.slug)
        return one._replace(ticked_on=None, said="")

    def _meant(self, key: str, playbook: str) -> tuple[Playbook, list[Owed]]:
        """The programme and the duties with this key, or of this kind. Raises Refusal."""
        wanted = key.strip().casefold()
        every = [(plan, _with(self.of(plan), wanted)) for plan in self._plans(playbook)]
        found = [(plan, meant) for plan, meant in every if meant]
        if not found:
            raise _no("duty", key, [d.key for plan, _ in every for d in plan.duties])
        return self._only(key, found)

    def _listed(self, key: str, playbook: str) -> tuple[Playbook, Listed]:
        every = [(p, one) for p in self._plans(playbook) for one in self.of(p).lists]
        found = [pair for pair in every if pair[1].key == key.strip().casefold()]
        if not found:
            raise _no("list of your own", key, [one.key for _, one in every])
        return self._only(key, found)

    def _only(self, key: str, found: Sequence[tuple[Playbook, T]]) -> tuple[Playbook, T]:
        if len(found) > 1:
            choices = tuple(plan.slug for plan, _ in found)
            said = f"{clip(key, 30)} is in {' and '.join(choices)}. Say which with --playbook."
            raise Ambiguous(said, choices)
        return found[0]

    def _plans(self, playbook: str) -> Sequence[Playbook]:
        books = self.desk.playbooks
        return [books.find(playbook)] if playbook else books.in_use()

    def _mark(self, playbook: str, duty: str, period: str, day: date, text: str) -> None:
        self.desk.insert(
            "duty_mark",
            playbook=playbook,
            duty=duty,
            period=period,
            day=day.isoformat(),
            text=one_line(text),
            readers=ME,
        )


def _with(owes: Obligations, key: str) -> list[Owed]:
    """The duty with a key; for `agreement`, every line of it."""
    own = [one for one in owes.duties if one.key == key]
    return own or [one for one in owes.duties if key == AGREEMENT == one.kind]


def _tick(mark: Mark) -> Tick:
    return Tick(mark.period, mark.day, mark.text)


def _no(thing: str, key: str, known: Sequence[str]) -> Refusal:
    there = ", ".join(dict.fromkeys(known)) or "none"
    return Refusal(f"There is no {thing} “{clip(key, 30)}”. There are: {there}.")
