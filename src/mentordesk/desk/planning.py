"""The desk's verbs about action plans and gaps, each group loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.gaps import Gaps
    from mentordesk.desk.plans import Plans


class Planning:
    """Part of the desk."""

    @cached_property
    def plans(self) -> "Plans":
        """Action plans and the board across everybody."""
        from mentordesk.desk.plans import Plans

        return Plans(cast("Desk", self))

    @cached_property
    def gaps(self) -> "Gaps":
        """What is missing on the way."""
        from mentordesk.desk.gaps import Gaps

        return Gaps(cast("Desk", self))
