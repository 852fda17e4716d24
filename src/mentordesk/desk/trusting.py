"""The desk's verbs about what was agreed on and allowed, each group loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.contact import Contact
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.permissions import Permissions
    from mentordesk.desk.trust import Trust


class Trusting:
    """The part of a Desk that remembers what the two agreed on."""

    @cached_property
    def trust(self) -> "Trust":
        """Expectations, boundaries and ground rules of both sides; incidents."""
        from mentordesk.desk.trust import Trust

        return Trust(cast("Desk", self))

    @cached_property
    def contact(self) -> "Contact":
        """How and when one may write, and what is off limits."""
        from mentordesk.desk.contact import Contact

        return Contact(cast("Desk", self))

    @cached_property
    def permissions(self) -> "Permissions":
        """What may be passed on, and to whom."""
        from mentordesk.desk.permissions import Permissions

        return Permissions(cast("Desk", self))
