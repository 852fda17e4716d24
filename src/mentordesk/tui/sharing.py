"""Sharing the screen: a world of screens of its own, which read a desk that hides the rest.

What the mentor had in front, half-filled dialogs included, stays behind as it was and is not drawn
until the sharing ends.
"""

import re
from typing import TYPE_CHECKING, Any

from mentordesk.desk.sharing import NOBODY, hidden_names, shared_with, viewer_of
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from mentordesk.desk import Desk
    from mentordesk.tui.app import MentorApp

NO_NAMES = "nobody’s names"
REFUSES = "Nothing but the running call is changed while the screen is shared; {key} ends that."


OTHERS = "There is a word on that which is not for this screen; end the sharing to read it."


def names_others(app: "MentorApp", sentence: str) -> bool:
    """Whether a sentence has the name or handle of somebody the viewer does not see."""
    said = sentence.casefold()
    hidden = hidden_names(app.hand, app.desk)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) for word in hidden)


def meant(app: "MentorApp") -> str:
    """With whom the screen is shared unless the mentor says: the call's, or whose page it is."""
    if running := app.hand.pages.running():
        return running.address
    from mentordesk.tui.screens.mentee import MenteeScreen

    pages = (one for one in reversed(app.screen_stack) if isinstance(one, MenteeScreen))
    return next((page.address for page in pages), NOBODY)


def begin(app: "MentorApp", who: str) -> None:
    """Show only what somebody may see, from this moment on. Raises Refusal for who is nobody."""
    app.all_stored()
    _put_down(app)
    before = app.desk if app.is_shared else None
    if not app.world:
        app.before_sharing = app.place
    look_as(app, who)
    place, above = _whereabouts(app)
    app.clear_notifications()
    app.enter_world(f"shared {next(app.worlds)} ", place)
    _go_on(app, above)
    app.see_calls()
    if before:
        app.call_later(before.close)


def look_as(app: "MentorApp", who: str) -> None:
    """Have the desk that is shown hide what somebody may not see. Raises Refusal for nobody."""
    viewer, called = viewer_of(app.hand, who), _called(app.hand, who)
    refuses = REFUSES.format(key=app.key_named("app.share"))
    app.desk, app.shared_with = shared_with(app.hand, viewer, refuses), called


def end(app: "MentorApp") -> None:
    """Show everything again: what was opened meanwhile, over where the mentor was before."""
    shared, opened = app.desk, list(app.screen_stack)
    app.all_stored()
    _put_down(app)
    app.clear_notifications()
    app.shared_with, app.desk, app.ends_after_call = "", app.hand, False
    app.enter_world("", app.before_sharing)
    _open_again(app, opened)
    app.see_calls()
    app.call_later(shared.close)
    app.notify("The screen is not shared any more: everything is shown again.", markup=False)


def _open_again(app: "MentorApp", opened: "Iterable[Screen[Any]]") -> None:
    """The pages of a shared screen that are not open behind it, in the order they were opened.

    A call that was closed meanwhile opens its recap by itself.
    """
    there = {_about(screen) for screen in app.screen_stack}
    for screen in opened:
        kind, about = _about(screen)
        comes = kind == "RecapScreen" and ("CallScreen", about) in there
        if about and (kind, about) not in there and not comes:
            _open_one(app, screen)


def _about(screen: "Screen[Any]") -> tuple[str, str]:
    """What kind of page a screen is, and whose or of which call; '' of none in particular."""
    of = getattr(screen, "session_id", "") or getattr(screen, "address", "")
    return type(screen).__name__, of


def _open_one(app: "MentorApp", screen: "Screen[Any]") -> None:
    from mentordesk.tui.screens.call import CallScreen
    from mentordesk.tui.screens.mentee import MenteeScreen
    from mentordesk.tui.screens.recap import RecapScreen
    from mentordesk.tui.screens.wrap_up import WrapUpScreen

    if isinstance(screen, CallScreen):
        app.open_call(screen.session_id)
    elif isinstance(screen, RecapScreen):
        app.open_recap(screen.session_id)
    elif isinstance(screen, WrapUpScreen):
        app.open_wrap_up(screen.session_id)
    elif isinstance(screen, MenteeScreen):
        app.open_mentee(screen.address, screen.tab)


def _put_down(app: "MentorApp") -> None:
    """The notes of the call are about to be written in another of this window's screens."""
    from mentordesk.tui.screens.call_windows import CallWindows

    for screen in app.every_screen():
        if isinstance(screen, CallWindows):
            screen.put_down(app)


def _called(hand: "Desk", who: str) -> str:
    return NO_NAMES if who == NOBODY else one_line(hand.people.find(who).mentee.name)


def _whereabouts(app: "MentorApp") -> tuple[str, str]:
    """The mode in front, and the address of the page in front where the viewer may see it."""
    from mentordesk.tui.screens.mentee import MenteeScreen

    pages = (one for one in reversed(app.screen_stack) if isinstance(one, MenteeScreen))
    address = next((page.address for page in pages), "")
    try:
        return app.place, app.desk.people.find(address).address if address else ""
    except Refusal:
        return app.place, ""


def _go_on(app: "MentorApp", address: str) -> None:
    """Where the mentor was, if that is the viewer's to see: the running call before a page."""
    if running := app.desk.pages.running():
        app.open_call(running.session_id)
    elif address:
        app.open_mentee(address)
