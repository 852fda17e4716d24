"""Dated events of the programme: which are due, done or skipped; and the outline they go by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.attention_dated import coming, in_turn, milestones
from mentordesk.domain.attention_words import why
from mentordesk.domain.errors import Refusal
from mentordesk.domain.pages import DatedLine
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_dates import calendar, later
from mentordesk.domain.programme_events import RECORDS, Milestone
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import feedback as rows
from mentordesk.store import people
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.attention import Facts

INTAKE = "intake"
ALL_FINE = "all fine"
"""What a check-in says when there is nothing to say."""


class Milestones:
    """The verbs about a programme's dated events."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> Sequence[DatedLine]:
        """What was settled, what is due and what comes next, by day; what has none at the end.

        Nothing is ahead of who is still on the way in: days count from the beginning.
        """
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        by_key = {one.key: one for one in playbook.milestones}
        past = [_past(_known(by_key, row["milestone"]), row) for row in self._marks(found)]
        lines = self._noted(found, [*past, *self._ahead(found, playbook)])
        return sorted(lines, key=lambda line: (line.day is None, line.day or date.max, line.title))

    def done(self, who: str, key: str, text: str = "") -> str:
        """Note that a milestone took place, with a word on it, and return its title.

        One that may pass in silence says that all is fine. The time of it that is due is meant,
        else the one that comes next. Raises Refusal for a key the programme does not have.
        """
        return self._settle(who, key, "done", text)

    def skip(self, who: str, key: str, text: str = "") -> str:
        """Leave a milestone out this time, and return its title."""
        return self._settle(who, key, "skipped", text)

    def follow(self, who: str, track: str) -> str:
        """Follow one of the playbook's outlines, or none for ''; its title.

        Raises Refusal for another outline.
        """
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        chosen = next((one for one in playbook.tracks if one.key == track), None)
        if track and chosen is None:
            known = ", ".join(one.key for one in playbook.tracks) or "none"
            raise Refusal(f"{playbook.title} has no outline “{clip(track, 30)}”. It has: {known}.")
        title = chosen.title if chosen else "no outline"
        with self.desk.writing(f"{found.mentee.name} follows {title}") as store:
            own = {"mentorship_id": found.mentorship.id}
            store.put("outline", own, {"track": track}, self.desk.new_id)
        self.desk.tell("outline", found.mentorship.id)
        return title

    def track(self, mentorship: str) -> str:
        """The key of the outline that a mentorship follows, or ''."""
        value = self.desk.store.value(
            "SELECT track FROM outline WHERE mentorship_id = ?", mentorship
        )
        return str(value or "")

    def facts(self, found: Relation) -> "Facts":
        """What Today knows of somebody. Raises Refusal when the mentorship is over."""
        mine = self._facts(found)
        if mine is None:
            raise Refusal(f"Nothing falls due with {found.mentee.name} any more.")
        return mine

    def _facts(self, found: Relation) -> "Facts | None":
        from mentordesk.store.views.coming import Schedule
        from mentordesk.store.views.facts import facts

        desk = self.desk
        schedule = Schedule(desk.store)
        starts = {who: one.start for who, _, one, _ in schedule.next_ones(desk.now())}
        every = facts(desk.store, schedule, starts, desk.today(), desk.tz)
        names = {one.address for one in people.relations(desk.store, found.mentorship.id)}
        return next((one for one in every if one.address in names), None)

    def _ahead(self, found: Relation, playbook: Playbook) -> Iterator[DatedLine]:
        """What is due, and of each milestone what comes next; nothing once it is over."""
        facts, today = self._facts(found), self.desk.today()
        if facts is None or facts.status == INTAKE:
            return
        due = {one.key: day for one, day in milestones(facts, today)}
        ever = {key for key, _ in facts.settled}
        for one, previous in in_turn(facts):
            if day := due.get(one.key):
                yield _line(one, "due", day, playbook.weeks)
                continue
            day = coming(facts, one, previous, today)
            if day or one.repeats or one.key not in ever:
                yield _line(one, "coming" if day else "no day yet", day, playbook.weeks)

    def ahead(self, found: Relation) -> list[DatedLine]:
        """What is due, and of each milestone what comes next; what is settled is not in it."""
        playbook = self.desk.playbooks.of(found.mentorship.id)
        return self._noted(found, self._ahead(found, playbook))

    def known(self, who: str, key: str) -> Milestone:
        """What the playbook says of a milestone. Raises Refusal for a key it does not have."""
        return self._known(self.desk.people.find(who), key)

    def next(self, who: str, key: str) -> DatedLine | None:
        """The time of a milestone that is due or comes next; None once it is settled for good.

        Raises Refusal for a key the programme does not have.
        """
        found = self.desk.people.find(who)
        self._known(found, key)
        return next((line for line in self.ahead(found) if line.key == key), None)

    def days(self, who: str) -> list[tuple[str, date, str]]:
        """Every day that is due or to come: a name of it that stays, the day, the title.

        What repeats goes on until the end, and for a year where there is none.
        """
        found, today = self.desk.people.find(who), self.desk.today()
        facts = self.facts(found)
        if facts.status == INTAKE:
            return []
        until = facts.ends_on or later(today, months=12)
        again = {one.key for one in facts.numbers.milestones if one.repeats}
        days = {(line.key, line.due): line.title for line in self.ahead(found) if line.due}
        for day, one in calendar(facts.numbers.milestones, facts.started_on, facts.ends_on, until):
            if one.key in again and day > today and (one.key, day) not in facts.settled:
                days.setdefault((one.key, day), one.title)
        return sorted(
            (
                (f"{key}-{day:%Y%m%d}" if key in again else key, day, title)
                for (key, day), title in days.items()
            ),
            key=lambda one: (one[1], one[2]),
        )

    def note(self, who: str, key: str, text: str) -> str:
        """Keep words for a date to come, such as topics to bring, and return its title.

        Whoever may read what is said on the day may read them. Raises Refusal without words, and
        for a milestone that is settled.
        """
        found = self.desk.people.find(who)
        one = self._known(found, key)
        if not one_line(text):
            raise Refusal(f"What shall be kept for “{one.title}”? Write it after the key.")
        due = self._coming(found, one).due
        with self.desk.writing(f"note for {clip(one.title, 40)}") as store:
            row = {"id": self.desk.new_id(), "mentorship_id": found.mentorship.id}
            store.insert(
                "milestone_note",
                row
                | {
                    "milestone": key,
                    "due_on": due.isoformat() if due else "",
                    "text": one_line(text),
                    "day": self.desk.today().isoformat(),
                    "readers": stored(self._readers(found, one)),
                },
            )
        self.desk.tell("milestone", found.mentorship.id)
        return one.title

    def mark(self, found: Relation, one: Milestone, state: str, due: date, text: str) -> None:
        """Settle one time of a milestone inside a transaction that is under way."""
        self.desk.insert(
            "milestone_mark",
            mentorship_id=found.mentorship.id,
            milestone=one.key,
            due_on=due.isoformat(),
            state=state,
            day=self.desk.today().isoformat(),
            text=text,
            readers=self._readers(found, one),
        )
        every = self.desk.playbooks.of(found.mentorship.id).items()
        titles = {item.title for item in every if item.until == one.key}
        self.desk.calls.talked_through(found.mentorship.id, titles)

    def _settle(self, who: str, key: str, state: str, text: str) -> str:
        desk = self.desk
        found = desk.people.find(who)
        one = self._known(found, key)
        due = self._coming(found, one).due or desk.today()
        words = one_line(text) or (ALL_FINE if one.quiet_ok and state == "done" else "")
        with desk.writing(f"{state}: {clip(one.title, 40)}"):
            self.mark(found, one, state, due, words)
        desk.tell("milestone", found.mentorship.id)
        return one.title

    def _known(self, found: Relation, key: str) -> Milestone:
        playbook = self.desk.playbooks.of(found.mentorship.id)
        one = next((m for m in playbook.milestones if m.key == key), None)
        if one is None:
            known = ", ".join(m.key for m in playbook.milestones) or "none"
            raise Refusal(f"{playbook.title} has no milestone “{clip(key, 30)}”. It has: {known}.")
        return one

    def _coming(self, found: Relation, one: Milestone) -> DatedLine:
        line = next((line for line in self.ahead(found) if line.key == one.key), None)
        if line is None:
            if found.mentorship.status == INTAKE:
                raise Refusal(
                    f"{found.mentee.name} is still on the way in: nothing falls due before it"
                    " begins."
                )
            self.facts(found)  # which says so when nothing falls due any more
            raise Refusal(f"{one.title} is settled already. Take it back with: mentordesk undo")
        return line

    def _noted(self, found: Relation, lines: Iterable[DatedLine]) -> list[DatedLine]:
        """The same lines, each with the words that were kept for it."""
        kept = rows.noted(self.desk.store, found.mentorship.id)
        told = []
        for line in lines:
            mine = [one for one in kept if one["milestone"] == line.key and _is_for(one, line)]
            kept = [one for one in kept if one not in mine]
            told.append(line._replace(noted=[one["text"] for one in mine]))
        return told

    def _readers(self, found: Relation, one: Milestone) -> Audience:
        return _readers(one, self.desk.playbooks.of(found.mentorship.id))

    def _marks(self, found: Relation) -> list[Row]:
        return self.desk.store.rows(
            "SELECT * FROM milestone_mark WHERE mentorship_id = ? ORDER BY due_on, created_at",
            found.mentorship.id,
        )


def _readers(one: Milestone, playbook: Playbook) -> Audience:
    """A check-in is for whom the playbook says; what is noted of the others is the mentor's."""
    if one.kind != "check-in":
        return ME
    return playbook.readers.get("check_in", RECORDS["check_in"])


def _is_for(note: Row, line: DatedLine) -> bool:
    """Whether words were kept for this time; without a day, for the one that was settled next."""
    if note["due_on"]:
        return line.due is not None and note["due_on"] == line.due.isoformat()
    return line.settled_on is None or note["day"] <= line.settled_on.isoformat()


def _known(by_key: Mapping[str, Milestone], key: str) -> Milestone:
    """A milestone of the playbook; one that it no longer has is told by its key."""
    return by_key.get(key) or Milestone(key, key.replace("-", " "), "notice")


def _past(one: Milestone, row: Row) -> DatedLine:
    line = _line(one, row["state"], date.fromisoformat(row["due_on"]), 0)
    return line._replace(text=row["text"], settled_on=date.fromisoformat(row["day"]))


def _line(one: Milestone, state: str, due: date | None, weeks: int) -> DatedLine:
    return DatedLine(
        one.key, one.title, one.kind, one.by, state, due, one.says, why(one, weeks).strip(" ()")
    )
