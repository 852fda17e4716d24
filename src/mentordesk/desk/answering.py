"""Answers to the closing questions: while the call runs, and when it is over."""

from collections.abc import Mapping
from datetime import date

from mentordesk.desk.attending import Attending
from mentordesk.desk.closing import Closing
from mentordesk.desk.ids import one_row, short
from mentordesk.desk.next_dates import NextChoice
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words
from mentordesk.domain.sessions import Session
from mentordesk.store.columns import instant


class Answering(Attending):
    """The verbs about closing questions; what follows a call that is closed is in Amending."""

    def answer(self, session_id: str, key: str, text: str, typing: str = "") -> None:
        """Keep an answer to a closing question; it becomes something when the call is closed.

        After that what it became follows at once; about the next date, only `amend` does anything.
        """
        session = self.session(session_id)
        if session.state == "running":
            Closing(self.desk).answer(session, key, text)
        else:
            self.amend(session_id, {key: text}, typing=typing)

    def amend(
        self,
        session_id: str,
        answers: Mapping[str, str],
        *,
        next_choice: NextChoice = ("", None),
        typing: str = "",
    ) -> None:
        """Change answers of a call that is over, and what they made, as one step for undo.

        `next_choice` is as for `close`; what has the same name for `typing` is one step, too.
        """
        from mentordesk.desk.amending import Amending  # most calls are closed and done

        Amending(self.desk).amend(self.session(session_id), answers, next_choice, typing)

    def next_choice(self, session_id: str, text: str) -> NextChoice:
        """What an answer about the next date would do now to a call that is over."""
        from mentordesk.desk.amending import Amending

        return Amending(self.desk).choice(self.session(session_id), text)

    def held(self, who: str, day: date | None, prefix: str = "") -> Session:
        """The call with somebody that was held on a day of the mentor's, or any by its id.

        Raises Refusal where there is none, or more than one on that day.
        """
        if prefix:
            row = one_row(self.desk.store, "session", prefix, "planned_start")
            return self.with_answers(row["id"])
        if not who or day is None:
            raise Refusal("Say which call: mentordesk session answer WHO --date DATE")
        found, today = self.desk.people.find(who), self.desk.today()
        days = self._days_held(found.mentorship.id)
        same = [one for one, on in days.items() if on == day]
        called = f"with {found.mentee.name} on {day_words(day, today)}"
        if len(same) > 1:
            ids = ", ".join(short(same).values())
            raise Refusal(f"There were {len(same)} calls {called}. Choose with --session: {ids}.")
        if not same:
            last = f" The last one was on {day_words(max(days.values()), today)}." if days else ""
            raise Refusal(f"There was no call {called}.{last}")
        return self.session(same[0])

    def _days_held(self, mentorship_id: str) -> dict[str, date]:
        own = "SELECT id, started_at FROM session WHERE mentorship_id = ? AND state = 'held'"
        rows = self.desk.store.rows(own, mentorship_id)
        known = {row["id"]: instant(row["started_at"]) for row in rows}
        return {one: at.astimezone(self.desk.tz).date() for one, at in known.items() if at}

    def with_answers(self, session_id: str) -> Session:
        """The session, if it has answers to be given or changed. Raises Refusal with the reason."""
        from mentordesk.desk.amending import Amending

        session = self.session(session_id)
        if session.state != "running":
            Amending(self.desk).refuse_unheld(session)
        return session
