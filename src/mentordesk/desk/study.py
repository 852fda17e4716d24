"""When somebody studies, and how each week went."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.rules import DAYS, monday_of
from mentordesk.domain.study import (
    KEPT,
    StudyPage,
    StudyWeek,
    planned,
    week_meant,
)
from mentordesk.domain.text import one_line
from mentordesk.store import learning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

FULL_WEEK = 7 * 24 * 60


class Study:
    """The verbs about study hours."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def page(self, who: str) -> StudyPage:
        """The slots on the mentee's clock, the weeks told of, and the playbook's yardstick."""
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        store, own = self.desk.store, found.mentorship.id
        return StudyPage(
            learning.study_slots(store, own),
            learning.study_weeks(store, own),
            playbook.study_hours_a_week,
            playbook.study_weeks,
            found.mentee.zone,
        )

    def set(
        self, who: str, weekdays: Sequence[int], at: time, minutes: int, more: bool = False
    ) -> StudyPage:
        """Plan hours on some weekdays (0 is Monday) at the mentee's clock time.

        They take the place of the earlier plan, which stays in the history, unless they are `more`.
        Raises Refusal for a length that is none.
        """
        found = self.desk.people.find(who)
        if not 1 <= minutes <= 24 * 60:
            raise Refusal(f"{minutes} minutes is no length for studying. Give 1 to 1440.")
        with self.desk.writing(f"study hours of {found.mentee.name}"):
            if not more:
                self._end(found)
            for weekday in sorted(set(weekdays)):
                self._insert(found, weekday, at, minutes)
        self.desk.tell("study", found.mentorship.id)
        return self.page(who)

    def stop(self, who: str) -> StudyPage:
        """Let the plan end; what was planned and kept stays in the history."""
        found = self.desk.people.find(who)
        with self.desk.writing(f"no study hours for {found.mentee.name}"):
            self._end(found)
        self.desk.tell("study", found.mentorship.id)
        return self.page(who)

    def week(
        self,
        who: str,
        kept: str,
        minutes: int | None = None,
        reason: str = "",
        day: date | None = None,
        readers: Audience = ME,
    ) -> StudyWeek:
        """Say how a week's plan was kept; a week told of before is corrected.

        `day` is any day of the week; without one it is the week that ended last, or the running one
        if that was told of. Raises Refusal for another word, a length that fits no week, or a week
        that is still to come.
        """
        desk = self.desk
        found = desk.people.find(who)
        if kept not in KEPT:
            raise Refusal(f"“{kept[:20]}” is no way a week goes. Use {', '.join(KEPT)}.")
        if minutes is not None and not 0 <= minutes <= FULL_WEEK:
            raise Refusal("A week has 168 hours. Give the hours that were studied, such as 6.")
        monday = monday_of(day) if day else self._meant(found)
        if monday > desk.today():
            raise Refusal("That week is still to come. Say how it went when it has been.")
        row = {
            "kept": kept,
            "minutes": minutes,
            "planned": planned(learning.study_slots(desk.store, found.mentorship.id)),
            "reason": one_line(reason),
            "readers": stored(readers),
        }
        with desk.writing(f"week of {monday:%d %b}: {kept}"):
            self._tell(found, monday, row)
        desk.tell("study", found.mentorship.id)
        told = learning.study_weeks(desk.store, found.mentorship.id)
        return next(week for week in told if week.monday == monday)

    def _meant(self, found: Relation) -> date:
        store, own = self.desk.store, found.mentorship.id
        told = [week.monday for week in learning.study_weeks(store, own)]
        began = [slot.since for slot in learning.study_slots(store, own)]
        return week_meant(self.desk.today(), told, min(began, default=None))

    def _tell(self, found: Relation, monday: date, row: dict[str, str | int | None]) -> None:
        store = self.desk.store
        known = store.value(
            "SELECT id FROM study_week WHERE mentorship_id = ? AND monday = ?",
            found.mentorship.id,
            monday.isoformat(),
        )
        if known:
            row = {key: value for key, value in row.items() if value not in (None, "")}
            store.update("study_week", known, **row)
            return
        own = {"id": self.desk.new_id(), "mentorship_id": found.mentorship.id}
        store.insert("study_week", {**own, "monday": monday.isoformat(), **row})

    def _end(self, found: Relation) -> None:
        """The plan held until yesterday; one that began today was never a plan."""
        store, today = self.desk.store, self.desk.today()
        for row in store.rows(
            "SELECT id, since_day FROM study_slot WHERE mentorship_id = ? AND until_day IS NULL",
            found.mentorship.id,
        ):
            if row["since_day"] == today.isoformat():
                store.delete("study_slot", row["id"])
            else:
                until = (today - timedelta(days=1)).isoformat()
                store.update("study_slot", row["id"], until_day=until)

    def _insert(self, found: Relation, weekday: int, at: time, minutes: int) -> None:
        self.desk.insert(
            "study_slot",
            mentorship_id=found.mentorship.id,
            weekday=DAYS[weekday],
            wall_time=f"{at:%H:%M}",
            since_day=self.desk.today().isoformat(),
            until_day=None,
            minutes=minutes,
        )
