"""Answers to the closing questions: while the call runs, and when it is over."""

from collections.abc import Mapping

from mentordesk.desk.attending import Attending
from mentordesk.desk.closing import Closing
from mentordesk.desk.next_dates import NextChoice
from mentordesk.domain.sessions import Session


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

    def with_answers(self, session_id: str) -> Session:
        """The session, if it has answers to be given or changed. Raises Refusal with the reason."""
        from mentordesk.desk.amending import Amending

        session = self.session(session_id)
        if session.state != "running":
            Amending(self.desk).refuse_unheld(session)
        return session
