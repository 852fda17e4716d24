"""The course of a mentorship: its term, its decisions, its end, and leaving the lists."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from mentordesk.desk.clashes import check_near
from mentordesk.desk.course_decisions import Decisions
from mentordesk.domain import course as domain
from mentordesk.domain.course import Countdown, CoursePage, Nomination, Standing, countdown
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import clip, one_line
from mentordesk.store import course as rows
from mentordesk.store.connection import iso


class Erased(NamedTuple):
    """What is, or was, removed: how many rows of which tables; and who still holds the person.

    `copies` are backups, `titles` those of busy times that name them; `wholly` is False while
    another program keeps the log of the file open.
    """

    relation: Relation
    rows: dict[str, int]
    copies: Sequence[Path]
    wholly: bool = True
    titles: int = 0


class Course(Decisions):
    """The verbs about the course of a mentorship."""

    def page(self, who: str) -> CoursePage:
        """Everything of it so far: what it became, its term, decisions, how it ended."""
        store, found = self.desk.store, self.desk.people.find(who)
        mentorship = found.mentorship.id
        return CoursePage(
            history=self.history(who),
            countdown=self.countdown(who),
            terms=rows.terms(store, mentorship),
            decisions=self.decisions(who),
            parting=rows.parting(store, mentorship),
            close_out=self.close_out(who),
            nominations=rows.nominations(store, mentorship),
        )

    def history(self, who: str) -> list[Standing]:
        """What it became and when, oldest first."""
        return rows.history(self.desk.store, self.desk.people.find(who).mentorship.id)

    def countdown(self, who: str) -> Countdown | None:
        """How far it is on the way to its planned end; None without one, and once it is over."""
        from mentordesk.desk.composed_pages import planned

        found = self.desk.people.find(who)
        end = planned(self.desk, found)
        return countdown(found.mentorship.started_on, end, self.desk.today())

    def set_term(
        self,
        who: str,
        *,
        until: date | None = None,
        weeks: int = 0,
        longer: int = 0,
        is_open: bool = False,
        reason: str = "",
    ) -> Countdown | None:
        """Plan the last day: a day, so many weeks from the first one, longer by weeks, or none.

        The standing slot keeps its own end. Raises Refusal for an end before the first day, one
        beyond ten years, or when none or several of the four are given.
        """
        desk = self.desk
        found = desk.people.find(who)
        mentorship = found.mentorship
        if sum(map(bool, (until, weeks, longer, is_open))) != 1:
            raise Refusal("Say one of: the last day, how many weeks, how much longer, or no end.")
        end = None if is_open else self._last_day(found, until, weeks, longer)
        with desk.writing(f"term of {found.mentee.name}") as store:
            store.update("mentorship", mentorship.id, ends_on=end.isoformat() if end else None)
            desk.insert(
                "term_change",
                mentorship_id=mentorship.id,
                ends_on=end.isoformat() if end else None,
                day=desk.today().isoformat(),
                reason=one_line(reason),
                readers=ME,
            )
        desk.tell("term", mentorship.id)
        return self.countdown(found.address)

    def _last_day(self, found: Relation, until: date | None, weeks: int, longer: int) -> date:
        started = found.mentorship.started_on
        playbook = self.desk.playbooks.of(found.mentorship.id)
        base = rows.ends_on(self.desk.store, found.mentorship, playbook) or self.desk.today()
        if not all(0 <= number <= domain.LONGEST_TERM for number in (weeks, longer)):
            raise Refusal(f"A term has 1 to {domain.LONGEST_TERM} weeks.")
        end = until or (
            started + timedelta(weeks=weeks) if weeks else base + timedelta(weeks=longer)
        )
        check_near(self.desk, end)
        if end < started:
            began = day_words(started, self.desk.today())
            raise Refusal(f"It began on {began}. Give a later day for its end.")
        return end

    def archive(self, who: str) -> Relation:
        """Take a person or a group off the lists; nothing else changes."""
        return self._archived(who, iso(self.desk.now()))

    def restore(self, who: str) -> Relation:
        """Put a person or a group back on the lists."""
        return self._archived(who, "")

    def _archived(self, who: str, at: str) -> Relation:
        desk = self.desk
        found = desk.people.find(who)
        name, handle = found.mentee.name, found.mentee.handle
        if bool(found.mentee.archived_at) == bool(at):
            raise Refusal(
                f"{name} is in the archive already. Take them out with: mentordesk mentee restore"
                f" {handle}"
                if at
                else f"{name} is not in the archive. See who is: mentordesk mentee list --all"
            )
        with desk.writing(f"{'archive' if at else 'restore'} {name}") as store:
            if found.is_group:
                store.update("team", desk.groups.row(found)["id"], archived_at=at)
            else:
                store.update("mentee", found.mentee.id, archived_at=at)
        desk.tell("people", found.mentee.id)
        return desk.people.by_mentorship(found.mentorship.id)

    def nominate(self, who: str, text: str, to: str = "", link: str = "") -> Nomination:
        """Put somebody forward for a role, in the mentor's words; open until something comes of it.

        (Astropy handbook, The mentoring process: who graduates is nominated in the usual
        way.) Raises Refusal without words.
        """
        desk = self.desk
        found = desk.people.find(who)
        words = one_line(text)
        if not words:
            raise Refusal("A nomination needs words: what for? Try: 'maintainer of the docs'")
        with desk.writing(f"nominate {found.mentee.name}"):
            made = desk.insert(
                "nomination",
                mentorship_id=found.mentorship.id,
                text=words,
                recipient=one_line(to),
                link=one_line(link),
                state="open",
                day=desk.today().isoformat(),
                readers=ME,
            )
        desk.tell("nomination", made)
        return next(one for one in self.nominations(found.address) if one.id == made)

    def nominations(self, who: str) -> list[Nomination]:
        """What somebody was put forward for, oldest first."""
        return rows.nominations(self.desk.store, self.desk.people.find(who).mentorship.id)

    def nomination_became(self, prefix: str, state: str) -> str:
        """Say what became of a nomination, and return its words.

        Raises Refusal for another outcome.
        """
        from mentordesk.desk.ids import one_row

        if state not in domain.NOMINATED[1:]:
            raise Refusal(f"“{state[:20]}” is no outcome. Say {', '.join(domain.NOMINATED[1:])}.")
        row = one_row(self.desk.store, "nomination", prefix)
        with self.desk.writing(f"nomination {state}: {clip(row['text'], 40)}") as store:
            store.update("nomination", row["id"], state=state)
        self.desk.tell("nomination", row["id"])
        return str(row["text"])

    def would_erase(self, who: str) -> Erased:
        """What `erase` would remove for good, and which backups would still hold them."""
        from mentordesk.store.erasing import copies_with, reach
        from mentordesk.store.unnaming import named

        found = _somebody(self.desk.people.find(who))
        rows_of = reach(self.desk.store, found.mentee.id)
        copies = copies_with(self.desk.store.path, found.mentee.id)
        titles = named(self.desk.store, found.mentee.id).titles
        counted = {table: len(ids) for table, ids in rows_of.items()}
        return Erased(found, counted, copies, titles=titles)

    def erase(self, who: str) -> Erased:
        """Remove one person for good, from every table, the index, undo steps and free pages.

        Of a group only their membership, attendance and ticks go; of other calendars the titles
        that name them, or all of one called after them. It cannot be taken back, nor can
        anything that was done before. Raises Refusal while a call with them runs.
        """
        from mentordesk.desk.mail_handover import forget_mails
        from mentordesk.store.erasing import erase, reach

        would = self.would_erase(who)
        mentee = would.relation.mentee
        running = self.desk.calls.running()
        if (
            running
            and mentee.id
            in self.desk.people.by_mentorship(running.mentorship_id).mentorship.members
        ):
            raise Refusal(
                f"A call with {mentee.name} is running. Close it first: mentordesk session close"
            )
        forget_mails(self.desk, mentee)
        would_go = reach(self.desk.store, mentee.id)
        wholly = erase(self.desk.store, mentee.id, self.desk.now())
        kept_aside = would_go.get("session", set()) | would_go.get("mentorship", set())
        self.desk.recovery.forget(kept_aside)
        self.desk.tell("erased")
        return would._replace(wholly=wholly)


def _somebody(found: Relation) -> Relation:
    """One person. Raises Refusal for a group: it is made of people."""
    if found.is_group:
        raise Refusal(f"{found.mentee.name} is a group. Say which of its members you mean.")
    return found
