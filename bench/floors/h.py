"""H: a Textual app with one Static, which any key changes. What every screen costs at least."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """The least there is to paint."""

    keys = 0

    def compose(self) -> ComposeResult:
        """One line of text."""
        yield Static("READY")

    def on_key(self, event: events.Key) -> None:
        """Count, and leave with q."""
        if event.key == "q":
            self.exit()
        self.keys += 1
        self.query_one(Static).update(f"READY {self.keys}")


if __name__ == "__main__":
    Bare().run()
