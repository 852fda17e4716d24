"""A tab from which last week's task and the month can be looked back on."""

from typing import TYPE_CHECKING

from mentordesk.tui.widgets.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.domain.learning import Answered


class LookingBack(View):
    """Has the two actions; the tabs say which keys they are on."""

    def action_look_back(self, kind: str) -> None:
        """Answer the programme's questions about the task or the month."""
        from mentordesk.tui.dialogs.review import LookBack

        dialog = LookBack(self.desk, self.desk.people.find(self.address), kind)
        self.app.push_screen(dialog, self._looked_back)

    def _looked_back(self, kept: "Sequence[Answered] | None") -> None:
        if kept:
            self.page_screen.say("Kept. It is there next time; u takes it back.")
