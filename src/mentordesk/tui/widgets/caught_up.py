"""Keys that were pressed before a command have been taken by the widget they were meant for."""

import asyncio

from textual.widget import Widget

PATIENCE = 2.0
"""Seconds after which a command no longer waits for a widget that does not answer."""


async def caught_up(widget: Widget | None) -> None:
    """Wait until a widget has dealt with every key it was sent.

    The app hands keys on to the widget with the focus, which takes them in its own time; a command
    that runs in the app itself would otherwise overtake the last words that quick fingers typed.
    """
    if widget is None or not widget.is_running:
        return
    done = asyncio.Event()
    widget.call_later(done.set)
    try:
        await asyncio.wait_for(done.wait(), PATIENCE)
    except TimeoutError:
        widget.log.warning("a command did not wait any longer", widget)
