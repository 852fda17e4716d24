"""The reminder of manner before a call, in lines."""

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, hanging


def reminder_rows(page: BriefPage, look: Look) -> list[Row]:
    """One line of the playbook's, over as many rows as it takes; none when there is none."""
    if not page.reminder:
        return []
    return hanging("", ("» ", "accent"), page.reminder, look.width - 4, "dim")
