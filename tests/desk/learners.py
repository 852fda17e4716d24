"""What the brief tells of how somebody gets on, for several stories."""

from mentordesk.desk import Desk
from mentordesk.domain.learning import Learning


def before(desk: Desk, who: str) -> Learning:
    """What the brief tells of how somebody gets on."""
    found = desk.pages.brief(who).learning
    assert found
    return found
