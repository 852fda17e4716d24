"""What is said of a running call while the mentor looks at something else."""

from typing import TYPE_CHECKING

from mentordesk.domain.timebox import OVER, WRAP_UP

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.tui.app import MentorApp

NEWS = {
    WRAP_UP: "The wrap-up of the running call begins: {key} goes there.",
    OVER: "The time of the running call is over: {key} goes there.",
}


class CallElsewhere:
    """Remembers the phase it last saw; the call's own screen says it by itself."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self._phase = ""

    def begun(self) -> str:
        """The phase that has begun since this was last asked and is worth a word, else ''."""
        before, self._phase = self._phase, self.desk.pages.status().phase
        return self._phase if self._phase in NEWS and before not in ("", self._phase) else ""


def say_news(app: "MentorApp") -> None:
    """Say and ring it when a phase of the call has begun."""
    app.elsewhere = app.elsewhere or CallElsewhere(app.hand)
    if phase := app.elsewhere.begun():
        app.tell(NEWS[phase].format(key=app.key_of("app.call")))
        app.ring(phase)
