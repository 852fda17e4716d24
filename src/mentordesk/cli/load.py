"""How many there are under a programme already, said and never refused."""

from typing import TYPE_CHECKING

from mentordesk.cli import output

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def say_load(desk: "Desk", address: str) -> None:
    """Say on stderr what the programme has against so many, if it has something."""
    if warned := desk.intake.warning(address):
        output.complain(warned)
