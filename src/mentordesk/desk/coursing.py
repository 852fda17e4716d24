"""The desk's verbs about the course of a mentorship, loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.course import Course
    from mentordesk.desk.desk import Desk


class Coursing:
    """The part of a Desk that says how long it goes on, and how it ends."""

    @cached_property
    def course(self) -> "Course":
        """Term, decisions, graduating and leaving."""
        from mentordesk.desk.course import Course

        return Course(cast("Desk", self))
