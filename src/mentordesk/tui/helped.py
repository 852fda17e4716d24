"""The help on whichever screen is in front: opened, read and put away; it never takes the focus."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from mentordesk.tui.places import Places

if TYPE_CHECKING:
    from mentordesk.settings import Settings

PALETTE = "--command-palette"


class Helped(Places):
    """What the app's keys for the help do, and every command by its name and key."""

    settings: "Settings"

    def is_helping(self) -> bool:
        """Whether the help is open on the screen in front."""
        return bool(self.screen_stack and self.screen.query("Help"))

    async def action_help(self) -> None:
        """Show or hide what the focused thing is and every key that applies."""
        if self.screen.query("Help"):
            await self.action_close_help()
        else:
            from mentordesk.tui.widgets.help import Help  # most sessions never open it

            self.wear("help.tcss")
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

    def key_named(self, command: str) -> str:
        """The same key as it is shown."""
        return self.get_key_display(Binding(self.key_of(command), ""))

    def key_of(self, command: str) -> str:
        """The key of one of the app's own commands, as the mentor has it."""
        bindings = (b for b in self.BINDINGS if isinstance(b, Binding) and b.id == command)
        return next((self.settings.keys.get(command, b.key) for b in bindings), "")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command that applies on the screen, in the words of its Binding."""
        seen = {"app.palette"}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.id and binding.id not in seen and not binding.system:
                seen.add(binding.id)
                run = partial(self.run_action, binding.action, active.node)
                key = self.get_key_display(binding)
                yield SystemCommand(binding.description, f"{binding.tooltip} ({key})", run)

    def action_command_palette(self) -> None:
        """Everything by its name: commands, and everybody."""
        from textual.command import CommandPalette

        if self.screen.id != PALETTE:
            said = "a command, or a mentee's name"
            self.wear("palette.tcss")
            palette = CommandPalette(placeholder=said, id=PALETTE)
            self.push_screen(palette)
            palette.call_after_refresh(self._stop_blinking, palette)

    def _stop_blinking(self, palette: Screen[object]) -> None:
        """Textual's own field has a cursor that blinks; nothing else here does."""
        palette.query_one(Input).cursor_blink = False
