"""The day on which something was said or done: today unless told, and never one to come."""

from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def past_day(desk: "Desk", on: date | None, instead: str = "Give a day that was.") -> date:
    """The day, today for None.

    Raises Refusal for a day that is still to come; `instead` says what to do then.
    """
    today = desk.today()
    if on and on > today:
        raise Refusal(f"{day_words(on, today)} is still to come. {instead}")
    return on or today
