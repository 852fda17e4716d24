"""The day on which something was said or done: today unless told, and never one to come."""

from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def past_day(desk: "Desk", on: date | None) -> date:
    """The day, today for None. Raises Refusal for a day that is still to come."""
    if on and on > desk.today():
        raise Refusal(f"{on} is still to come. Give the day on which it was said.")
    return on or desk.today()
