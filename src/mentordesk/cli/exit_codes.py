"""What a command's end means: 0 done, 1 refused with a sentence, 2 usage; never a traceback."""

import sys
from collections.abc import Callable

from mentordesk.cli import output
from mentordesk.cli.entrance import Door
from mentordesk.domain.errors import Refusal

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130


def guarded(act: Callable[[], object], door: Door) -> int:
    """Run a command and return its exit code; every trouble becomes a sentence on stderr."""
    try:
        code = act()
        output.flush()
        return code if isinstance(code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Refusal as refusal:
        output.complain(refusal.sentence)
        return REFUSED
    except SystemExit:  # the reader of a pipe or of help left
        output.hush()
        return DONE
    except Exception as error:
        return _ended(error, door)
    finally:
        door.close()


def _ended(error: Exception, door: Door) -> int:
    """What click has to say, or a fault of ours, which is a sentence for the mentor, too."""
    if "click" in sys.modules:
        from mentordesk.cli.usage_errors import ended  # the quick commands do without click

        if (code := ended(error, door)) is not None:
            return code
    output.complain(_unexpected(error, door))
    return REFUSED


def _unexpected(error: Exception, door: Door) -> str:
    """One sentence about a fault of ours, with the place of the traceback for a report."""
    # only for a fault of ours
    import traceback
    from pathlib import Path

    try:
        log = Path(door.paths.data, "trouble.log")
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        log.touch(mode=0o600)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except Exception:
        return f"Something went wrong that should not: {error!r}. Please report it."
    return f"Something went wrong that should not ({type(error).__name__}). Details are in {log}"
