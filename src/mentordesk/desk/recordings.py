"""Recorded calls: where they lie, when the mentee was told, when they were handed over."""

from collections.abc import Sequence
from datetime import date

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_day
from mentordesk.desk.recording_moments import RecordingMoments
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import Recording, recording_name
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_events import RECORDS
from mentordesk.domain.text import clean, clip, one_line, slug
from mentordesk.store import calls, learning

_DATES = {"told": "told_on", "shared": "shared_on"}


class Recordings(RecordingMoments):
    """The verbs about recordings; those of one that runs are in what it is made of."""

    def list(self, who: str) -> Sequence[Recording]:
        """Recorded calls, newest first."""
        found = self.desk.people.find(who)
        return learning.recordings(self.desk.store, found.mentorship.id)

    def name(self, who: str, topic: str = "", day: date | None = None) -> str:
        """A file's name as the programme would have it, '' when it does not say."""
        found = self.desk.people.find(who)
        pattern = self.desk.playbooks.of(found.mentorship.id).recording_name
        when = day or self._day(found)
        return recording_name(pattern, when, found.mentee.handle, slug(topic))

    def add(
        self,
        who: str,
        link: str = "",
        title: str = "",
        day: date | None = None,
        text: str = "",
    ) -> Recording:
        """Note a recorded call: a link or a path, a title, the day of the call.

        Without a title it has the programme's name for the file. Who may read it is the programme's
        to say, else the mentee. Raises Refusal for a day to come.
        """
        desk = self.desk
        found = desk.people.find(who)
        playbook = desk.playbooks.of(found.mentorship.id)
        when = past_day(desk, day or self._day(found), "Note its recording afterwards.")
        named = one_line(title) or self.name(who, "", when) or f"call of {when.isoformat()}"
        with desk.writing(f"recording: {clip(named, 40)}"):
            made = desk.insert(
                "recording",
                mentorship_id=found.mentorship.id,
                session_id=self._session(found, when),
                title=named,
                link=one_line(link),
                day=when.isoformat(),
                told_on=None,
                shared_on=None,
                text=clean(text).strip(),
                readers=playbook.readers.get("recording", RECORDS["recording"]),
            )
        desk.tell("recording", made)
        return next(one for one in self.list(who) if one.id == made)

    def told(self, prefix: str, day: date | None = None) -> str:
        """Note when they were told that it is recorded; its title."""
        return self._date(prefix, "told", day)

    def shared(self, prefix: str, day: date | None = None) -> str:
        """Note when it was handed over, which is when they heard of it at the latest; its title."""
        row = one_row(self.desk.store, "recording", prefix, "title")
        with self.desk.writing(f"shared: {clip(row['title'], 40)}"):
            if row["told_on"] is None:
                self._date(row["id"], "told", day)
            return self._date(row["id"], "shared", day)

    def moment(self, prefix: str, text: str) -> str:
        """Add a helpful part, such as `12:30 decorators`; its title.

        Raises Refusal without words.
        """
        row = one_row(self.desk.store, "recording", prefix, "title")
        if not one_line(text):
            raise Refusal("Say which part helps, for example: 12:30 decorators")
        said = "\n".join(part for part in (row["text"], one_line(text)) if part)
        with self.desk.writing(f"a part of {clip(row['title'], 40)}") as store:
            store.update("recording", row["id"], text=said)
        self.desk.tell("recording", row["id"])
        return str(row["title"])

    def _date(self, prefix: str, what: str, day: date | None) -> str:
        row = one_row(self.desk.store, "recording", prefix, "title")
        when = past_day(self.desk, day).isoformat()
        with self.desk.writing(f"{what}: {clip(row['title'], 40)}") as store:
            store.update("recording", row["id"], **{_DATES[what]: when})
        self.desk.tell("recording", row["id"])
        return str(row["title"])

    def _day(self, found: Relation) -> date:
        """The day of the running call, else of the last one, else today."""
        store, own = self.desk.store, found.mentorship.id
        session = calls.running(store, own) or calls.last_held(store, own)
        start = session.started if session else None
        return start.astimezone(self.desk.tz).date() if start else self.desk.today()

    def _session(self, found: Relation, day: date) -> str | None:
        """The call of that day, if there was one."""
        store, own = self.desk.store, found.mentorship.id
        session = calls.running(store, own) or calls.last_held(store, own)
        start = session.started if session else None
        on_day = session and start and start.astimezone(self.desk.tz).date() == day
        return session.id if session and on_day else None
