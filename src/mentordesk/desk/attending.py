"""Who came to a call: here, late, or not; of a group its roll-call says it."""

from mentordesk.desk.agendas import Agendas
from mentordesk.desk.in_call import known
from mentordesk.domain.errors import Refusal
from mentordesk.domain.sessions import Session
from mentordesk.store import calls as rows


class Attending(Agendas):
    """The verbs about who is in a call."""

    def session(self, session_id: str) -> Session:
        """A session by id. Raises Refusal when it is gone."""
        return known(self.desk, session_id)

    def under_way(self, session_id: str) -> Session:
        """A call that runs. Raises Refusal that says what has become of it."""
        session = self.session(session_id)
        if session.state != "running":
            raise Refusal(
                f"That call is {session.state}, not running. Start one with:"
                " mentordesk session start WHO"
            )
        return session

    def here(self, session_id: str) -> None:
        """Note that the mentee is there, so that nobody waits any more.

        Raises Refusal when it is noted already who came, and for a group.
        """
        session, name = self._one(session_id, "attended")
        if rows.is_known(self.desk.store, session_id):
            raise Refusal(f"It is noted already how {name} came. Undo takes it back.")
        with self.desk.writing("note who is here"):
            self.attend(session, "attended")
        self.desk.tell("session", session_id)

    def late(self, session_id: str) -> None:
        """Note that the mentee came late. Raises Refusal when that is noted already.

        Nobody is late before the agreed time. Of a group it must be said who: its roll-call.
        """
        session, name = self._one(session_id, "late")
        self.refuse_early(session, name)
        if rows.is_late(self.desk.store, session_id):
            raise Refusal(f"{name} is noted as late already. Undo takes it back.")
        with self.desk.writing("note a late arrival"):
            self.attend(session, "late")
        self.desk.tell("session", session_id)

    def refuse_early(self, session: Session, name: str) -> None:
        """Raise Refusal while nobody can be late, for the agreed time is still to come."""
        if self.desk.now() < session.planned_start:
            agreed = session.planned_start.astimezone(self.desk.tz)
            raise Refusal(
                f"{name} is not late yet: {agreed:%H:%M} was agreed. Note that they are here, or"
                " wait until then."
            )

    def _one(self, session_id: str, status: str) -> tuple[Session, str]:
        """A call that runs with one mentee, and the name. Raises Refusal for a group."""
        session = self.under_way(session_id)
        found = self.desk.people.by_mentorship(session.mentorship_id)
        if found.is_group:
            came = "came late" if status == "late" else "is here"
            raise Refusal(
                f"Say who of {found.mentee.name} {came}:"
                f" mentordesk session roll {found.mentee.handle} WHO {status}"
            )
        return session, found.mentee.name

    def attend(self, session: Session, status: str, unless_known: bool = False) -> None:
        """Write who came inside a transaction that is under way, for every member."""
        store, said = self.desk.store, {"status": status}
        members = store.rows(
            "SELECT mentee_id FROM membership WHERE mentorship_id = ? AND left_on IS NULL",
            session.mentorship_id,
        )
        for member in members:
            key = {"session_id": session.id, "mentee_id": member[0]}
            if unless_known:
                store.put("attendance", key, {}, self.desk.new_id, once=said)
            else:
                store.put("attendance", key, said, self.desk.new_id)
