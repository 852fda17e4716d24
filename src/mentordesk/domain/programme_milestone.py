"""One dated event of a programme, apart from all else in it because Today must start at once."""

from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Milestone(NamedTuple):
    """A dated event of a mentorship, or a repeating one.

    It falls `days`, `weeks` and `months` after `after` (negative: before it), or at `percent` of
    the term, or with the meeting whose step has the mark `step`; then on the first `weekday` or
    `month_day` from there; then again every so many weeks, months or meetings held. `quiet_ok`:
    there is nothing to write when all is well. `notice_days`: Today speaks of it that long before.
    """

    key: str
    title: str
    kind: str
    by: str = "mentor"
    after: str = "start"
    days: int = 0
    weeks: int = 0
    months: int = 0
    percent: int = 0
    step: str = ""
    weekday: str = ""
    month_day: int = 0
    every_weeks: int = 0
    every_months: int = 0
    every_sessions: int = 0
    notice_days: int = 0
    quiet_ok: bool = False
    says: str = ""
    survey: str = ""
    report: str = ""
    decision: str = ""
    checklist: str = ""

    @property
    def repeats(self) -> bool:
        """Whether it comes again and again until the end."""
        return bool(self.every_weeks or self.every_months or self.every_sessions)
