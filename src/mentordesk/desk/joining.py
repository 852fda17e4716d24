"""The desk's verbs about the way in and what the mentor owes, loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.checklists import Checklists
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.duties import Duties
    from mentordesk.desk.intake import Intake
    from mentordesk.desk.support import Support


class Joining:
    """The part of a Desk that takes people in and keeps the mentor's own side."""

    @cached_property
    def intake(self) -> "Intake":
        """The way in: stages, fit, and how many there are already."""
        from mentordesk.desk.intake import Intake

        return Intake(cast("Desk", self))

    @cached_property
    def checklists(self) -> "Checklists":
        """Lists to tick."""
        from mentordesk.desk.checklists import Checklists

        return Checklists(cast("Desk", self))

    @cached_property
    def duties(self) -> "Duties":
        """What the mentor agreed to and owes."""
        from mentordesk.desk.duties import Duties

        return Duties(cast("Desk", self))

    @cached_property
    def support(self) -> "Support":
        """Whom to turn to, and asking them."""
        from mentordesk.desk.support import Support

        return Support(cast("Desk", self))
