"""A recording while it runs: since when, and which moments of it are worth finding again."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import Recording
from mentordesk.domain.recorded import Marked, offset
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clip, one_line
from mentordesk.store import learning
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

MINUTE = timedelta(minutes=1)
HOW = "Say since when with: mentordesk recording start"


class RecordingMoments:
    """The verbs about the recording of a call that is under way.

    Instants are stored and offsets computed from them. A break of the call does not stop it.
    """

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, session_id: str) -> Recording | None:
        """The recording of a call, None when nothing is known of one."""
        return learning.recording_of(self.desk.store, session_id)

    def begin(self, session_id: str, since: datetime | None = None, told: bool = False) -> str:
        """Note that a running call is recorded, since now unless said; the recording's id.

        It goes on where it was stopped before. `told`: they know of it. Raises Refusal when it
        runs already, and for an instant outside of the call.
        """
        desk = self.desk
        session = desk.calls.under_way(session_id)
        known, start = self.of(session_id), self._since(session.started, since)
        if known and known.runs:
            raise Refusal(f"“{clip(known.title, 40)}” runs already. Undo takes its beginning back.")
        if known and any(until and start < until for _, until in known.spans):
            raise Refusal("It still ran then. Give a time after it was stopped.")
        with desk.writing("the call is recorded"):
            made = (known or desk.recordings.add(self._who(session))).id
            desk.insert(
                "recording_span",
                recording_id=made,
                since=iso(start),
                until=None,
            )
            if told and not (known and known.told_on):
                desk.store.update("recording", made, told_on=desk.today().isoformat())
        desk.tell("recording", made)
        return made

    def stop(self, session_id: str) -> str:
        """Note that the recording stands still; its title. Raises Refusal when none runs."""
        running = self._running(session_id)
        with self.desk.writing("the recording stands still") as store:
            span = store.value(
                "SELECT id FROM recording_span WHERE recording_id = ? AND until IS NULL", running.id
            )
            store.update("recording_span", str(span), until=iso(self.desk.now()))
        self.desk.tell("recording", running.id)
        return running.title

    def mark(self, session_id: str, text: str = "") -> Marked:
        """Mark this moment of the running recording, with words for whoever receives it.

        Raises Refusal when none runs.
        """
        running, desk = self._running(session_id), self.desk
        with desk.writing("mark a moment of the recording"):
            made = desk.insert(
                "recording_moment",
                recording_id=running.id,
                at=iso(desk.now()),
                text=one_line(text),
                readers=running.readers,
            )
        desk.tell("recording", running.id)
        return Marked(made, offset(running.spans, desk.now()), one_line(text))

    def _running(self, session_id: str) -> Recording:
        found = self.of(self.desk.calls.under_way(session_id).id)
        if found is None or not found.runs:
            raise Refusal(f"Nothing says that this call is recorded. {HOW}")
        return found

    def _who(self, session: Session) -> str:
        return self.desk.people.by_mentorship(session.mentorship_id).address

    def _since(self, started: datetime | None, since: datetime | None) -> datetime:
        """The instant; a time to the minute may lie just before a beginning to the second."""
        now = self.desk.now()
        if since is None:
            return now
        if started is None or not started - MINUTE < since <= now:
            raise Refusal("Give a time between the beginning of the call and now.")
        return max(since, started)
