"""The desk's verbs about what both sides say of the mentoring, loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.certificates import Certificates
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.feedback import FeedbackLog
    from mentordesk.desk.slides import Slides
    from mentordesk.desk.surveys import Surveys


class Hearing:
    """The part of a Desk that listens: feedback, surveys, certificates, the slide."""

    @cached_property
    def feedback(self) -> "FeedbackLog":
        """Feedback in both directions, and to the programme."""
        from mentordesk.desk.feedback import FeedbackLog

        return FeedbackLog(cast("Desk", self))

    @cached_property
    def surveys(self) -> "Surveys":
        """Questions put to one side or both, a round each time they are due."""
        from mentordesk.desk.surveys import Surveys

        return Surveys(cast("Desk", self))

    @cached_property
    def certificates(self) -> "Certificates":
        """What a programme gives for what, and how far everybody is."""
        from mentordesk.desk.certificates import Certificates

        return Certificates(cast("Desk", self))

    @cached_property
    def slides(self) -> "Slides":
        """The slide for the showcase, version by version."""
        from mentordesk.desk.slides import Slides

        return Slides(cast("Desk", self))
