"""The keys that share the screen and end that; what they do is imported when it is asked for."""

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.await_complete import AwaitComplete

from mentordesk.tui.helped import PALETTE, Helped

if TYPE_CHECKING:
    from mentordesk.tui.app import MentorApp

STAYS = "The call is over. The screen stays shared: {key} ends it."
CALLS = "calls"
"""The setting that shares the screen for the time of every call."""


def _is_form(screen: Any) -> bool:
    """Whether something is filled in here that is not the running call's."""
    return screen.is_modal and screen.id != PALETTE and not getattr(screen, "WHILE_SHARED", False)


class Shares(Helped):
    """What the app's keys for sharing do, and sharing by itself while a call runs."""

    ends_after_call = False
    """Whether the sharing began with a call, and ends when that and its recap are left."""

    wanted_share: str

    def share_at_once(self) -> None:
        """Before anything is drawn: share what the command line or the running call says."""
        from mentordesk.tui.sharing import look_as

        running = self.hand.pages.running()
        if running and not self.wanted_share:
            self.wanted_share, self.ends_after_call = running.address, True
        if self.wanted_share:
            look_as(cast("MentorApp", self), self.wanted_share)

    def share(self, who: str) -> None:
        """Show only what somebody may see. Raises Refusal when nobody answers to that."""
        from mentordesk.tui.sharing import begin

        begin(cast("MentorApp", self), who)

    def push_screen(self, screen: Any, *said: Any, **options: Any) -> Any:
        """Open a screen; on a shared one no form opens that is not the running call's.

        What is typed into it would be seen, and the desk that is shown refuses it at the end.
        """
        if self.is_shared and _is_form(screen):
            cast("MentorApp", self).tell(self.desk.refuses)
            return AwaitComplete()
        return super().push_screen(screen, *said, **options)

    def fit_to_see(self, sentence: str) -> str:
        """A sentence of the whole desk, unless it names somebody whom the viewer does not know.

        Undo waits until the sharing ends, so it is not offered.
        """
        if not self.is_shared:
            return sentence
        sentence = sentence.replace(" u takes it back.", "")
        from mentordesk.tui.sharing import OTHERS, names_others

        return OTHERS if names_others(cast("MentorApp", self), sentence) else sentence

    def action_share(self) -> None:
        """Share the screen with whoever is meant, or end that."""
        from mentordesk.tui import sharing

        app = cast("MentorApp", self)
        app.ask(partial(sharing.end, app) if self.is_shared else partial(self._share_now, app))

    def _share_now(self, app: "MentorApp") -> None:
        from mentordesk.tui.sharing import meant

        self.share(meant(app))

    def action_share_with(self) -> None:
        """Ask whom the screen is shared with, by handle; nobody is listed."""
        from mentordesk.tui.dialogs.share import ShareWith

        if not isinstance(self.screen, ShareWith):
            self.push_screen(ShareWith(self.hand), self._share_chosen)

    def _share_chosen(self, who: str | None) -> None:
        if who:
            cast("MentorApp", self).ask(partial(self.share, who))

    def call_begins(self) -> None:
        """A call was begun here: where that is wished for, nothing is drawn before it is shared."""
        if self.settings.share == CALLS:
            self.share_calls()

    def share_calls(self) -> None:
        """Share the screen when a call begins and nobody has said otherwise; end it after one."""
        running = self.hand.pages.running()
        if running and not self.is_shared:
            self.share(running.address)
            self.ends_after_call = True
        elif not running and self.ends_after_call and not self._comes_to_a_recap():
            self.ends_after_call = False
            app = cast("MentorApp", self)
            app.notify(STAYS.format(key=app.key_named("app.share")), markup=False)

    def _comes_to_a_recap(self) -> bool:
        """Whether the call that is over is in front, its recap or what that is about to replace."""
        ids = {getattr(screen, "session_id", "") for screen in self.screen_stack} - {""}
        return any(self.hand.calls.session(one).state == "held" for one in ids)

    def left(self) -> None:
        """A place was left: sharing that began with a call ends behind the call and its recap."""
        if not (self.ends_after_call and self.is_shared) or self.hand.pages.running():
            return
        if not self.screen.query("#leaves, #notes"):
            from mentordesk.tui.sharing import end

            end(cast("MentorApp", self))
