"""The slide for the showcase: one slide in Markdown, drafted and finished, every version kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.feedback import Slide
from mentordesk.domain.pages import DatedLine
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import (
    FOR_MENTEE,
    MENTEE,
    PUBLIC,
    Audience,
    Reader,
    spoken,
    stored,
    the_group,
    the_mentee,
)
from mentordesk.domain.text import clean
from mentordesk.store import feedback as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

SETTLES = {"draft": ("slide draft",), "final": ("slide draft", "slide final")}
"""The kinds of milestones that a version settles; a last version was a first one, too."""


class Slides:
    """The verbs about the slide."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def versions(self, who: str) -> Sequence[Slide]:
        """Every version, the newest first."""
        found = self.desk.people.find(who)
        return rows.slides(self.desk.store, found.mentorship.id)[::-1]

    def latest(self, who: str) -> Slide | None:
        """The slide as it stands; None while there is none."""
        return next(iter(self.versions(who)), None)

    def draft(self, who: str, text: str, readers: Audience | None = None) -> Slide:
        """Write the slide as a new version, which is a draft; the mentees may read it unless said.

        The milestone of a first version is settled by it. Raises Refusal for an empty one.
        """
        return self._version(who, "draft", text, readers)

    def final(self, who: str, readers: Audience | None = None) -> Slide:
        """Call the newest version the last one. Raises Refusal when there is none, or it is that.

        The milestones of both versions are settled by it.
        """
        now = self.latest(who)
        if now is None:
            name = self.desk.people.find(who).mentee.handle
            raise Refusal(f"There is no slide yet. Draft one with: mentordesk slide draft {name} -")
        if now.state == "final" and readers in (None, now.readers):
            raise Refusal("The slide is final already. A new draft goes on from it.")
        return self._version(who, "final", now.body, readers)

    def keep(self, who: str, text: str, begun: str = "") -> Slide:
        """Store a draft while it is being typed; typing is not undone by the desk but by its area.

        `begun` is the id of the version that this typing has begun: it is changed in place as long
        as it is the newest draft. With '' the words begin a version of their own.
        """
        found, now = self.desk.people.find(who), self.latest(who)
        if now and now.body == clean(text):
            return now
        with self.desk.writing("type on the slide", undoable=False) as store:
            if now and now.id == begun:
                store.update("slide", now.id, body=clean(text))
            else:
                self._insert(found, "draft", text, now.readers if now else FOR_MENTEE)
        self.desk.tell("slide", found.mentorship.id)
        return rows.slides(self.desk.store, found.mentorship.id)[-1]

    def typed(self, who: str) -> None:
        """The typing is over: with words on the slide, its first version is there."""
        found, now = self.desk.people.find(who), self.latest(who)
        if now and now.body.strip() and self._asked(found, now.state):
            with self.desk.writing(f"slide, {now.state}: {found.mentee.name}"):
                self._settle(found, now.state)
            self.desk.tell("milestone", found.mentorship.id)

    def leaves(self, who: str, reader: str = PUBLIC) -> str:
        """The slide as the mentee, the coordinator or the public may have it, and nobody else.

        Raises Refusal when it is not for them, or not there.
        """
        found, now = self.desk.people.find(who), self.latest(who)
        asks = self._mentees(found) if reader == MENTEE else Reader(reader)
        text = rows.slide_for(self.desk.store, found.mentorship.id, asks)
        if now is None:
            raise Refusal("There is no slide yet, so nothing can be written.")
        if text is None:
            wider = stored(now.readers | {reader}).replace(" ", ",")
            raise Refusal(
                f"The slide is for {spoken(now.readers)}, not for {reader}. Widen it first:"
                f" mentordesk slide final {found.mentee.handle} --for {wider}"
            )
        return text

    def _mentees(self, found: Relation) -> Reader:
        """The one mentee, or the whole group."""
        if found.mentorship.group:
            return the_group(found.mentorship.id)
        return the_mentee(found.mentee.id)

    def to_file(self, who: str, path: Path, reader: str, overwrite: bool = False) -> Path:
        """Write what leaves into a Markdown file, whole or not at all.

        Raises Refusal as `leaves` does, and when a file is there, unless `overwrite`.
        """
        from mentordesk.outbox.files import already_there, is_there, write_whole

        text = self.leaves(who, reader)
        if is_there(path) and not overwrite:
            raise already_there(path)
        write_whole(path, text.rstrip("\n").encode() + b"\n")
        return path

    def _version(self, who: str, state: str, text: str, readers: Audience | None) -> Slide:
        found, now = self.desk.people.find(who), self.latest(who)
        if not clean(text).strip():
            raise Refusal("A slide needs words, in Markdown. Give - to read them from stdin.")
        seen = readers if readers is not None else now.readers if now else FOR_MENTEE
        with self.desk.writing(f"slide, {state}: {found.mentee.name}"):
            self._insert(found, state, text, seen)
            self._settle(found, state)
        self.desk.tell("slide", found.mentorship.id)
        return rows.slides(self.desk.store, found.mentorship.id)[-1]

    def _insert(self, found: Relation, state: str, text: str, readers: Audience) -> None:
        self.desk.insert(
            "slide",
            mentorship_id=found.mentorship.id,
            state=state,
            body=clean(text),
            day=self.desk.today().isoformat(),
            readers=readers,
        )

    def _asked(self, found: Relation, state: str) -> list[DatedLine]:
        """The dates that a version of this state was asked for."""
        ahead = self.desk.milestones.ahead(found)
        return [line for line in ahead if line.kind in SETTLES[state]]

    def _settle(self, found: Relation, state: str) -> None:
        """Mark those dates as done."""
        by_key = {one.key: one for one in self.desk.playbooks.of(found.mentorship.id).milestones}
        for line in self._asked(found, state):
            due = line.due or self.desk.today()
            said = "drafted" if line.kind == "slide draft" else "finished"
            self.desk.milestones.mark(found, by_key[line.key], "done", due, said)
