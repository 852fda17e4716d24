"""After the call: the mentee's text as it will leave, the private one beside it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.desk.coming import next_meeting
from mentordesk.domain.errors import Refusal
from mentordesk.domain.merging import both_texts
from mentordesk.domain.pages import RecapPage
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import (
    FOR_MENTEE,
    ME,
    Audience,
    Reader,
    stored,
    the_group,
    the_mentee,
)
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clean
from mentordesk.store import calls, leaving, plans, words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.recap_mail import RecapMails


class Recaps:
    """The verbs about recaps."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def latest(self, who: str) -> Session:
        """The session whose recap is meant: the running one, else the last one held.

        With '' it is that of anybody. Raises Refusal when there is none.
        """
        store = self.desk.store
        found = self.desk.people.find(who) if who else None
        mentorship = found.mentorship.id if found else ""
        session = calls.running(store, mentorship) or calls.last_held(store, mentorship)
        if session is None and found is None:
            raise Refusal(
                "There was no call yet, so there is no recap."
                " Start one with: mentordesk session start WHO"
            )
        if session is None:
            assert found
            raise Refusal(
                f"There was no call with {found.mentee.name} yet, so there is no recap."
                f" Start one with: mentordesk session start {found.mentee.handle}"
            )
        return session

    def page(self, session_id: str) -> RecapPage:
        """Both texts: stored ones, or drafts while nothing is stored."""
        session = self.desk.calls.session(session_id)
        found = self.desk.people.by_mentorship(session.mentorship_id)
        leaves = leaving.recap(self.desk.store, session_id, _reader(found))
        private = words.recap(self.desk.store, session_id, "private")
        told = self._draft(found, session) if leaves is None else leaves
        return RecapPage(
            session=session,
            name=found.mentee.name,
            email=found.mentee.email,
            leaves=told,
            private=self._private(session) if private is None else private,
            is_draft=leaves is None,
            warnings=self.desk.contact.off_limits(found.address, told),
        )

    def write(self, session_id: str, text: str, private: str | None = None) -> RecapPage:
        """Store the mentee's text (and the private one) as the mentor has edited it."""
        session = self.desk.calls.session(session_id)
        with self.desk.writing("edit the recap"):
            self._keep(session.id, "mentee", text, FOR_MENTEE)
            if private is not None:
                self._keep(session.id, "private", private, ME)
        self.desk.tell("recap", session_id)
        return self.page(session_id)

    def keep(
        self, session_id: str, kind: str, base: str, text: str, typing: str
    ) -> tuple[str, datetime]:
        """Store the `mentee` or `private` text while it is typed; what is stored now, and when.

        `text` was made of `base`; what another window has added meanwhile stays below it. What has
        the same name for `typing` is taken back as one.
        """
        with self.desk.writing("edit the recap", typing=typing):
            page = self.page(session_id)
            known = page.leaves if kind == "mentee" else page.private
            both = clean(both_texts(base, text, known))
            self._keep(session_id, kind, both, FOR_MENTEE if kind == "mentee" else ME)
        self.desk.tell("recap", session_id)
        return both, self.desk.now()

    def keep_drafts(self, session_id: str) -> None:
        """Store both drafts inside the transaction that closes the call."""
        page = self.page(session_id)
        self._keep(session_id, "mentee", page.leaves, FOR_MENTEE)
        self._keep(session_id, "private", page.private, ME)

    def drafts(self, session_id: str) -> dict[str, str]:
        """Both texts as the desk would write them now, by kind: what is shared, and `private`."""
        session = self.desk.calls.session(session_id)
        found = self.desk.people.by_mentorship(session.mentorship_id)
        return {"mentee": self._draft(found, session), "private": self._private(session)}

    def follow(self, session_id: str, before: Mapping[str, str]) -> None:
        """Write again what stands as it was drafted `before`; what the mentor has edited stays.

        Inside the transaction that changes what a recap is drafted from.
        """
        readers = {"mentee": FOR_MENTEE, "private": ME}
        for kind, text in self.drafts(session_id).items():
            known = words.recap(self.desk.store, session_id, kind)
            if known is not None and known == clean(before[kind]):
                self._keep(session_id, kind, text, readers[kind])

    @property
    def mail(self) -> "RecapMails":
        """The verbs about a recap that is mailed."""
        from mentordesk.desk.recap_mail import RecapMails  # most recaps are copied

        return RecapMails(self.desk)

    def to_file(self, session_id: str, path: Path, overwrite: bool = False) -> Path:
        """Write exactly what leaves into a file, whole or not at all; HTML if it is called so."""
        from mentordesk.outbox.files import put_new

        text = self.page(session_id).leaves
        if path.suffix.lower() in (".html", ".htm"):
            from mentordesk.reports.html import page

            text = page(text.partition("\n")[0].lstrip("# "), text)
        return put_new(path, self.file_name(session_id), text.encode(), overwrite)

    def file_name(self, session_id: str) -> str:
        """A name for the file: handle and day."""
        session = self.desk.calls.session(session_id)
        handle = self.desk.people.by_mentorship(session.mentorship_id).mentee.handle
        moment = session.started or session.planned_start
        return f"{handle}-{moment.astimezone(self.desk.tz):%Y-%m-%d}.md"

    def _draft(self, found: Relation, session: Session) -> str:
        from mentordesk.reports.recap import mentee_recap

        desk = self.desk
        parts = leaving.of_session(desk.store, session.id, _reader(found))
        slot = next_meeting(desk, found, desk.now(), but=session.day)
        moment: datetime = session.started or session.planned_start
        names = [found.mentee.zone or desk.zone, slot[0].zone if slot else desk.zone, desk.zone]
        return mentee_recap(
            found.mentee.name,
            desk.mentor,
            moment.astimezone(desk.tz).date(),
            parts,
            slot[1].start if slot else None,
            [(name, desk.zone_of(name)) for name in dict.fromkeys(names)],
            self._members(found),
        )

    def _members(self, found: Relation) -> dict[str, str]:
        """The names of a group's members by their handles; nothing for a mentorship of one."""
        if not found.is_group:
            return {}
        return {one.handle: one.name for one in self.desk.groups.ever(found.mentorship.id)}

    def _private(self, session: Session) -> str:
        from mentordesk.reports.recap import private_recap

        store = self.desk.store
        playbook = self.desk.playbooks.of(session.mentorship_id)
        answers = words.answers(store, session.id)
        own = {
            q.ask: answers.get(q.key, "")
            for q in playbook.wrap_up
            if not q.readers and q.becomes != "opportunity"
        }
        seen = plans.opportunities(store, session.mentorship_id)
        since = {
            row["id"]
            for row in store.rows("SELECT id FROM opportunity WHERE session_id = ?", session.id)
        }
        return private_recap([], [o for o in seen if o.id in since], own)

    def _keep(self, session_id: str, kind: str, text: str, readers: Audience) -> None:
        key = {"session_id": session_id, "kind": kind}
        said = {"body": clean(text), "readers": stored(readers)}
        self.desk.store.put("recap", key, said, self.desk.new_id)


def _reader(found: Relation) -> Reader:
    """Who receives a recap: the mentee, or all of the group at once."""
    return the_group(found.mentorship.id) if found.is_group else the_mentee(found.mentee.id)
