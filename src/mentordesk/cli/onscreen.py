"""What `mentordesk` and `call` open: the desk on screen; without click, which its start can spare.

Nothing that is imported or made before the first frame is garbage, so it is not looked through; the
screen lets Python look again once it is drawn.
"""

import gc
from typing import TYPE_CHECKING

from mentordesk.cli import output
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.cli.entrance import Door
    from mentordesk.desk import Desk


def open_screen(door: "Door", call: str = "", share: str = "") -> None:
    """Open the desk in this terminal, at the call of an address if one is given.

    `share` names who may look at it, or `nobody`. Raises Refusal when nobody goes by that name.
    Whoever asks for the demo desk on the welcome screen gets it next.
    """
    need_terminal()
    gc.disable()
    from mentordesk.tui.app import run_desk  # 0.3 s that only the screen pays

    desk = door.write()
    if share:
        from mentordesk.desk.sharing import viewer_of  # refused before the screen is taken

        viewer_of(desk, share)
    if run_desk(desk, door.settings, call=call, share=share) == "demo":
        from mentordesk.cli.desk import show_demo

        show_demo(door)


def open_call(door: "Door", who: str = "", share: bool = False) -> None:
    """Open the running call or the next one; with `who` theirs, which starts unless it runs."""
    need_terminal()
    desk = door.write()
    address = desk.people.find(who).address if who else _coming(desk)
    open_screen(door, address, address if share else "")


def need_terminal() -> None:
    """Raises Refusal when nobody could see the desk."""
    if not output.is_terminal():
        raise Refusal("The desk needs a terminal to draw on. Without one, try: mentordesk today")


def _coming(desk: "Desk") -> str:
    """Whose call runs or is about to begin. Raises Refusal that says who is next otherwise."""
    if running := desk.pages.running():
        return running.address
    from mentordesk.desk.calls import EARLY  # not for a call that runs

    line = next(iter(desk.pages.next(1)), None)
    if line is None:
        raise Refusal("No call is running and none is planned. Say with whom: mentordesk call WHO")
    if line.start - desk.now() > EARLY:
        from mentordesk.cli import words

        when = words.moment(desk, line.start)
        raise Refusal(
            f"The next call is with {line.name}, {when}. Start one now with: mentordesk call"
            f" {line.address}"
        )
    return line.address
