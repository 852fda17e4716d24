"""The quick way in: what is asked for most often, typed plainly, without importing click.

click and what it imports take as long as everything else such a command does. Any other wording
goes the usual way, which says the same (tests/cli/test_start_up.py).
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.cli.entrance import Door


def plain(words: list[str]) -> "Callable[[Door], None] | None":
    """What to do for such a command line; None when it is for click to read."""
    match words:
        case []:
            from mentordesk.cli.onscreen import open_screen

            return open_screen
        case ["call"]:
            from mentordesk.cli.onscreen import open_call

            return open_call
        case ["call", who] if _is_text([who]):
            from mentordesk.cli.onscreen import open_call

            return partial(open_call, who=who)
        case ["today"]:
            from mentordesk.cli.upcoming import today

            return today
        case ["next"]:
            from mentordesk.cli.upcoming import next_calls

            return next_calls
        case ["status"] | ["status", "--format", _]:
            from mentordesk.cli.status_line import status

            return partial(status, template=words[-1] if words[1:] else None)
        case ["search", *sought] if _is_text(sought):
            from mentordesk.cli.search_hits import search
            from mentordesk.domain.searching import quoted

            return partial(search, text=" ".join(map(quoted, sought)))
    return None


def _is_text(words: list[str]) -> bool:
    """Whether these are words and nothing that click gives a meaning of its own."""
    text = " ".join(words)
    return bool(text.strip()) and text.isascii() and not any(w.startswith("-") for w in words)


def go(act: "Callable[[Door], None]") -> int:
    """Do it; the exit code, as for any other command."""
    from mentordesk.cli import output
    from mentordesk.cli.entrance import Door
    from mentordesk.cli.exit_codes import guarded

    output.never_fail_on_letters()
    door = Door()
    return guarded(partial(act, door), door)
