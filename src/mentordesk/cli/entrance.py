"""How a command gets at the desk: opened when first asked for, closed when the command is done."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from mentordesk.cli import output

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.paths import Paths
    from mentordesk.settings import Settings


LEFT_OUT = "What is not for them to see is left out, and not missing."
ONLY_READS = "Nothing is changed with --as-seen-by: leave it out."


class Door:
    """The context object of every command. Tests give a clock and a maker of ids."""

    def __init__(
        self,
        clock: Callable[[], datetime] | None = None,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        self.clock = clock
        self.new_id = new_id
        self.command = "mentordesk"
        self.seen_by = ""
        """Who looks on: the desk has what they may see, and nothing is written; '' for nobody."""
        self._desk: Desk | None = None

    @cached_property
    def paths(self) -> "Paths":
        """The folders of this desk. Raises Refusal when this account has nowhere to put them."""
        from mentordesk.paths import paths

        try:
            return paths()
        except RuntimeError as error:
            from mentordesk.domain.errors import Refusal

            raise Refusal(str(error)) from error

    @cached_property
    def settings(self) -> "Settings":
        """The mentor's settings; what only the screen looks at is warned of when it is wrong.

        Raises Refusal when the file cannot be used.
        """
        from mentordesk.settings import load_usable

        settings, troubles = load_usable(self.paths.settings)
        for sentence in troubles:
            output.complain(sentence)
        return settings

    def read(self) -> "Desk":
        """The desk for a command that only looks: cheaper, and it takes no lock."""
        return self._opened(write=False)

    def write(self) -> "Desk":
        """The desk for a command that changes something."""
        return self._opened(write=True)

    def close(self) -> None:
        """Let go of the desk's file; what was changed goes into the published calendar first."""
        if self._desk is None:
            return
        try:
            if not self._desk.is_shared:
                self._publish(self._desk)
        finally:
            self._desk.close()
            self._desk = None

    def _publish(self, desk: "Desk") -> None:
        """Keep the mentor's own calendar as the desk is, once the command has said its own."""
        publish = self.settings.publish
        is_due = publish.path and desk.publishing.is_due()
        if is_due and (said := desk.publishing.refresh(publish.path, publish.wanted)):
            output.complain(said)

    def _opened(self, write: bool) -> "Desk":
        from mentordesk.desk import open_desk  # not for --help or a usage error

        if self._desk is None:
            self._desk = open_desk(
                self.paths, self.settings, clock=self.clock, write=write, new_id=self.new_id
            )
            if self.seen_by:
                self._desk = self._as_seen(self._desk)
        return self._desk

    def _as_seen(self, whole: "Desk") -> "Desk":
        """What one reader may see of it, as on a screen that is shared with them."""
        from mentordesk.desk.sharing import shared_with, viewer_of

        try:
            shared = shared_with(whole, viewer_of(whole, self.seen_by), ONLY_READS)
            output.complain(LEFT_OUT)
            return shared
        finally:
            whole.close()
