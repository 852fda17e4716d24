"""The help beside a page: what has the keys, and every key that applies, nearest first."""

from collections.abc import Sequence
from textwrap import dedent

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Markdown, Static

CLOSING = "F1 or Escape closes this, PgUp and PgDn turn its pages."


class Help(VerticalScroll, can_focus=False):
    """Follows the focus and never takes it; while it is open, the app's keys scroll and close it.

    Commands of the desk come before the keys that only move a cursor.
    """

    def compose(self) -> ComposeResult:
        """How to close it, what this is, the keys."""
        yield Static(CLOSING, markup=False, id="closing")
        yield Markdown(id="about")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Say anew what applies whenever the keys go elsewhere."""
        self.watch(self.screen, "focused", self._about)
        self.screen.bindings_updated_signal.subscribe(self, self._again)
        self.call_after_refresh(self._keys)

    def _again(self, _screen: Screen[object]) -> None:
        self.call_after_refresh(self._keys)

    def _about(self, focused: Widget | None) -> None:
        nodes = (focused or self.screen).ancestors_with_self
        texts = (node.HELP for node in nodes if isinstance(node, Widget) and node.HELP)
        self.query_one(Markdown).update(dedent(next(texts, "").rstrip()))
        self.scroll_home(animate=False)

    def _keys(self) -> None:
        if not self.is_attached:
            return
        style = self.app.theme_variables["primary"]
        commands, moves = _in_order(self.screen)
        tables = (self._table(commands, style), Text(), self._table(moves, style))
        self.query_one("#keys", Static).update(Group(*tables))

    def _table(self, bindings: Sequence[Binding], style: str) -> Table:
        table = Table.grid(padding=(0, 1))
        table.add_column(justify="right", no_wrap=True)
        table.add_column()
        for binding in bindings:
            said = Text(binding.description)
            if binding.tooltip:
                said.append(f" · {binding.tooltip}", "dim")
            table.add_row(Text(self.app.get_key_display(binding), style), said)
        return table


def _in_order(screen: Screen[object]) -> tuple[list[Binding], list[Binding]]:
    """The desk's commands, those that are offered first; and the keys that move a cursor."""
    found = {
        (one.binding.id or one.binding.action): one.binding
        for one in reversed(screen.active_bindings.values())
        if one.enabled and not one.binding.system
    }
    bindings = list(reversed(found.values()))
    commands = [one for one in bindings if one.id]
    moves = [one for one in bindings if not one.id and one.description]
    return sorted(commands, key=lambda one: not one.show), moves
