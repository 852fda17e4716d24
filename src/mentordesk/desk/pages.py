"""What screens and reading commands show: read models, asked of the store's views."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk.desk import Desk
    from mentordesk.domain.cadence import Series
    from mentordesk.domain.call_page import CallPage
    from mentordesk.domain.coming import CallLine, Status, TodayPage
    from mentordesk.domain.days import DaysPage
    from mentordesk.domain.earlier import EarlierPage
    from mentordesk.domain.owners import Stranger
    from mentordesk.domain.pages import (
        BriefPage,
        Hit,
        Moment,
        PersonLine,
        RecapPage,
        SlotPage,
        WrapUpPage,
    )


class Pages:
    """Everything to look at. Nothing here writes."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def today(self) -> "TodayPage":
        """The first screen."""
        from mentordesk.store.views.today import today

        return today(self.desk.store, self.desk.now(), self.desk.tz)

    def next(self, limit: int = 1) -> "list[CallLine]":
        """The next meetings, one a mentorship, soonest first."""
        from mentordesk.store.views.coming import next_calls

        return next_calls(self.desk.store, self.desk.now(), limit)

    def running(self) -> "CallLine | None":
        """The call under way, or None."""
        from mentordesk.store.views.coming import running

        return running(self.desk.store, self.desk.now())

    def status(self) -> "Status":
        """The running call with its phase, else the next one; `none` when there is neither."""
        from mentordesk.store.views.status import status

        return status(self.desk.store, self.desk.now())

    def people(self, status: str = "") -> "list[PersonLine]":
        """Every relation, or those of one status."""
        from mentordesk.store.views.people import people

        return people(self.desk.store, self.desk.now(), status)

    def calendar(self, days: int = 28) -> "list[CallLine]":
        """Every meeting from today's first minute on, for some days."""
        from mentordesk.domain.cadence import midnight
        from mentordesk.store.views.coming import Schedule

        since = midnight(self.desk.today(), self.desk.tz)
        return Schedule(self.desk.store).between(since, since + timedelta(days=days))

    def days(self, first: date, last: date) -> "DaysPage":
        """Everything that stands on the days from `first` to `last`, both included."""
        from mentordesk.domain.cadence import midnight
        from mentordesk.domain.days import with_busy
        from mentordesk.store.views.days import days

        desk, after = self.desk, last + timedelta(days=1)
        page = days(desk.store, desk.now(), desk.tz, first, last)
        busy = desk.busy.between(midnight(first, desk.tz), midnight(after, desk.tz))
        return with_busy(page, busy, desk.tz)

    def search(self, text: str, limit: int = 50, ranked: bool = True) -> "list[Hit]":
        """Full text, best first, or newest first while somebody types.

        `who:ada`, `kind:win`, `from:1.10.` and `audience:mentee` narrow it. Raises Refusal for a
        filter that means nothing.
        """
        from mentordesk.desk.searching import find

        return find(self.desk, text, limit, ranked)

    def earlier(self, session_id: str) -> "EarlierPage":
        """What was said before a call in the same mentorship, to be read beside its notes."""
        from mentordesk.store.views.earlier import earlier

        session = self.desk.calls.session(session_id)
        return earlier(self.desk.store, session.mentorship_id, session.id)

    def search_earlier(self, session_id: str, text: str, limit: int = 50) -> "list[Hit]":
        """The same search in the words of one mentorship alone, newest first."""
        from mentordesk.desk.searching import find

        own = self.desk.calls.session(session_id).mentorship_id
        return find(self.desk, text, limit, ranked=False, mentorship_id=own)

    def timeline(self, who: str, limit: int = 200) -> "list[Moment]":
        """Everything that happened with somebody, newest first."""
        from mentordesk.store.views.mentee import timeline

        found = self.desk.people.find(who)
        return timeline(self.desk.store, found.mentorship.id, limit)

    def brief(self, who: str) -> "BriefPage":
        """What is worth knowing before the call."""
        from mentordesk.desk.composed_pages import brief

        return brief(self.desk, self.desk.people.find(who))

    def call(self, who: str = "") -> "CallPage":
        """The running call. Raises Refusal when there is none."""
        from mentordesk.desk.in_call import call

        return call(self.desk, self.desk.calls.of(who))

    def call_of(self, session_id: str) -> "CallPage":
        """The call screen of a session, whatever its state."""
        from mentordesk.desk.in_call import call, known

        return call(self.desk, known(self.desk, session_id))

    def strangers(self, session_id: str) -> "Sequence[Stranger]":
        """Whom nobody knows of those that promised something in a call.

        Nobody on a shared screen, where those who are known may be hidden.
        """
        from mentordesk.desk.strangers import of_call

        session = self.desk.calls.session(session_id)
        return () if self.desk.is_shared else of_call(self.desk, session)

    def wrap_up(self, session_id: str) -> "WrapUpPage":
        """The closing questions with what is known already, and the next date."""
        from mentordesk.desk.composed_pages import closing_questions, next_date
        from mentordesk.domain.pages import WrapUpPage

        session = self.desk.calls.session(session_id)
        asked = closing_questions(self.desk, session)
        return WrapUpPage(session, asked, next_date(self.desk, session))

    def recap(self, session_id: str) -> "RecapPage":
        """The mentee's text as it will leave, and the private one."""
        return self.desk.recaps.page(session_id)

    def slot(self, who: str, meetings: int = 12) -> "SlotPage":
        """The standing slot and its next meetings in both clocks."""
        from mentordesk.desk.slot_pages import slot

        return slot(self.desk, self.desk.people.find(who), meetings)

    def preview(self, who: str, series: "Series", meetings: int = 6) -> "SlotPage":
        """A slot that is being set, as it would be."""
        from mentordesk.desk.slot_pages import preview

        return preview(self.desk, self.desk.people.find(who), series, meetings)
