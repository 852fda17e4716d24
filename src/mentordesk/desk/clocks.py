"""On whose clocks a time is told."""

from typing import TYPE_CHECKING

from mentordesk.domain.inviting import Clock
from mentordesk.domain.text import city

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def clocks_in(desk: "Desk", *zones: str) -> list[Clock]:
    """The clocks of these zones in their order, each once; '' for one that is not known is none."""
    return [Clock(city(name), desk.zone_of(name)) for name in dict.fromkeys(filter(None, zones))]
