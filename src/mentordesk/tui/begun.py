"""What comes before the first frame of the app, and what can wait until that is drawn."""

import gc
from functools import partial
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from mentordesk.tui.app import MentorApp


def open_wanted(app: "MentorApp") -> None:
    """Open the call that the command line asked for; where that is refused, there is Today."""
    who, app.wanted_call = app.wanted_call, ""
    app.ask(partial(app.start_call, who))
    if len(app.screen_stack) == 1:
        app.screen.post_message(events.ScreenResume())


def drawn(app: "MentorApp") -> None:
    """There is something to see: clean up memory from now on, and ask what is to be asked.

    Until then nothing was garbage, so whoever opens the desk may have stopped that (cli.onscreen).
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    app.ask(partial(app.ask_what_happened))
    app.ask(partial(app.ask_about_words))
