"""On a vast terminal, the brief of the next call beside the list of the day."""

from typing import TYPE_CHECKING

from mentordesk.tui.presentation.brief import brief_columns
from mentordesk.tui.presentation.rows import blank, heading
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.pages import BriefPage
    from mentordesk.tui.presentation.look import Look

WIDTH = 72
"""Columns of the brief, its margin included (as `#beside` in the styles)."""
GIST = 12
"""Lines of the last recap."""


class Beside(Rows):
    """Only to be read: Enter on the call goes to the page itself."""

    can_focus = False

    def tell(self, page: "BriefPage", look: "Look") -> None:
        """The brief in one column, under whose it is."""
        column = look._replace(width=WIDTH - 4)
        before, after = brief_columns(page, column, GIST)
        title = heading(f"brief of {page.mentee.name}")
        self.rows = [title, blank(), *before, blank(), *after]
