"""What comes next with somebody who has begun: a standing slot, at a time that is free."""

from typing import TYPE_CHECKING

from mentordesk.cli import output
from mentordesk.domain.rules import DAY_NAMES

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation


def say_next_slot(desk: "Desk", made: "Relation", begins: str = "") -> None:
    """Tell that it `begins`, and how to set a slot, unless there is one."""
    from mentordesk.desk.coming import free_evening, next_meeting

    said = [begins] * bool(begins)
    if next_meeting(desk, made, desk.now()) is None:
        day, hour = free_evening(desk)
        weekly = f"{DAY_NAMES[day][:3].lower()} {hour}:00"
        said.append(f"Next: mentordesk slot set {made.mentee.handle} --weekly {weekly}")
    if said:
        output.say(" ".join(said))
