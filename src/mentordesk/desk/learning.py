"""The desk's verbs about how somebody gets on, loaded when first used."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.ideas import Ideas
    from mentordesk.desk.labs import Labs
    from mentordesk.desk.links import Links
    from mentordesk.desk.progress import Progress
    from mentordesk.desk.recordings import Recordings
    from mentordesk.desk.reviews import Reviews
    from mentordesk.desk.study import Study
    from mentordesk.desk.topics import Topics


class Learning:
    """The part of a Desk that keeps study hours, progress, labs, topics, ideas and reviews."""

    @cached_property
    def study(self) -> "Study":
        """When somebody studies, and how each week went."""
        from mentordesk.desk.study import Study

        return Study(cast("Desk", self))

    @cached_property
    def progress(self) -> "Progress":
        """The progress log."""
        from mentordesk.desk.progress import Progress

        return Progress(cast("Desk", self))

    @cached_property
    def labs(self) -> "Labs":
        """Labs and projects looked at together."""
        from mentordesk.desk.labs import Labs

        return Labs(cast("Desk", self))

    @cached_property
    def topics(self) -> "Topics":
        """Stuck points, and questions brought before a call."""
        from mentordesk.desk.topics import Topics

        return Topics(cast("Desk", self))

    @cached_property
    def ideas(self) -> "Ideas":
        """What a session can be made of."""
        from mentordesk.desk.ideas import Ideas

        return Ideas(cast("Desk", self))

    @cached_property
    def reviews(self) -> "Reviews":
        """Looking back at a task or a month."""
        from mentordesk.desk.reviews import Reviews

        return Reviews(cast("Desk", self))

    @cached_property
    def recordings(self) -> "Recordings":
        """Recorded calls."""
        from mentordesk.desk.recordings import Recordings

        return Recordings(cast("Desk", self))

    @cached_property
    def links(self) -> "Links":
        """Links shared between two calls."""
        from mentordesk.desk.links import Links

        return Links(cast("Desk", self))
