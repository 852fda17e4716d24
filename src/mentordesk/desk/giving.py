"""The desk's verbs about what a mentor gives beside the calls, loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.introductions import Introductions
    from mentordesk.desk.office_hours import OfficeHours
    from mentordesk.desk.opportunities import Opportunities
    from mentordesk.desk.times import Times
    from mentordesk.desk.workshops import Workshops


class Giving:
    """The part of a Desk that opens doors and counts the time."""

    @cached_property
    def opportunities(self) -> "Opportunities":
        """What is watched out for, offered, and what came of it."""
        from mentordesk.desk.opportunities import Opportunities

        return Opportunities(cast("Desk", self))

    @cached_property
    def introductions(self) -> "Introductions":
        """People who could know each other."""
        from mentordesk.desk.introductions import Introductions

        return Introductions(cast("Desk", self))

    @cached_property
    def times(self) -> "Times":
        """Time spent, and the budget it goes into."""
        from mentordesk.desk.times import Times

        return Times(cast("Desk", self))

    @cached_property
    def hours(self) -> "OfficeHours":
        """Slots that people book."""
        from mentordesk.desk.office_hours import OfficeHours

        return OfficeHours(cast("Desk", self))

    @cached_property
    def workshops(self) -> "Workshops":
        """Coaching at workshops."""
        from mentordesk.desk.workshops import Workshops

        return Workshops(cast("Desk", self))
