"""When something was said or done: now unless told, and never in time to come."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

EARLIEST = 1970
"""The first year in which anything can have been."""


def past_day(desk: "Desk", on: date | None, instead: str = "Give a day that was.") -> date:
    """The day, today for None.

    Raises Refusal for a day that is still to come; `instead` says what to do then.
    """
    today = desk.today()
    if on and on > today:
        raise Refusal(f"{day_words(on, today)} is still to come. {instead}")
    return on or today


def past_moment(desk: "Desk", at: datetime, instead: str) -> datetime:
    """The instant itself.

    Raises Refusal when it is still to come, or lies too far back to be meant; `instead` says what
    to give.
    """
    if at.year < EARLIEST:
        raise Refusal(f"That is too long ago. Give a day since {EARLIEST}.")
    if at > desk.now():
        raise Refusal(f"That is still to come. {instead}")
    return at
