"""The help on whichever screen is in front: opened, read and put away; it never takes the focus."""

from mentordesk.tui.places import Places


class Helped(Places):
    """What the app's keys for the help do; two of them apply only while it is open."""

    def is_helping(self) -> bool:
        """Whether the help is open on the screen in front."""
        return bool(self.screen_stack and self.screen.query("Help"))

    async def action_help(self) -> None:
        """Show or hide what the focused thing is and every key that applies."""
        if self.screen.query("Help"):
            await self.action_close_help()
        else:
            from mentordesk.tui.widgets.help import Help  # most sessions never open it

            await self.screen.mount(Help())
            self.screen.refresh_bindings()

    async def action_close_help(self) -> None:
        """Put the help away."""
        await self.screen.query("Help").remove()
        self.screen.refresh_bindings()

    def action_turn_help(self, pages: int) -> None:
        """Read on in the help, or back."""
        for panel in self.screen.query("Help"):
            panel.scroll_relative(y=pages * (panel.size.height - 2), animate=False)
