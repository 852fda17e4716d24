"""The password of a calendar server: from a command of the mentor's, or the system's keyring."""

import shlex
import subprocess
from contextlib import suppress

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.outbox.bounded import in_time

SERVICE = "mentordesk"
"""Under which name the keyring has it."""
PATIENCE = 60
"""Seconds for a command that may ask for a passphrase."""
ALONE = 20
"""Seconds for one that has no keyboard."""
_LONGEST = 10_000
"""Bytes of what it prints; a password is shorter."""


def password(user: str, command: str = "", *, may_ask: bool = True) -> str:
    """The first line that the command prints, or what the keyring has for the user.

    It is passed on and kept nowhere. The command has the keyboard only if it `may_ask`. Raises
    Refusal when there is none.
    """
    return _printed(command, may_ask) if command else _kept(user)


def _printed(command: str, may_ask: bool) -> str:
    quiet = None if may_ask else subprocess.DEVNULL
    patience = PATIENCE if may_ask else ALONE
    try:
        words = shlex.split(command)
        running = subprocess.Popen(words, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet)
    except (OSError, ValueError, IndexError) as error:
        reason = getattr(error, "strerror", None) or "it is no command line"
        raise Refusal(
            f"caldav.password_command cannot be run ({reason}). Try it in a shell."
        ) from None
    # Its arguments may be what nobody shall read.
    named = f"caldav.password_command ({clip(words[0], 40)} …)"
    try:
        late = f"{named} did not end in {patience} seconds. Try it in a shell."
        data, code = in_time(lambda: _read(running), patience, late)
    finally:
        with suppress(OSError):
            running.kill()
    if len(data) > _LONGEST:
        raise Refusal(f"{named} prints more than a password. Try it in a shell.")
    found = data.decode(errors="replace").partition("\n")[0].rstrip("\r")
    if code or not found:
        raise Refusal(f"{named} gave no password. Try it in a shell.")
    return found


def _read(running: subprocess.Popen[bytes]) -> tuple[bytes, int]:
    """What a command prints, to a bound, and how it ended."""
    assert running.stdout
    with running.stdout as printed:
        data = printed.read(_LONGEST + 1)
    return data, running.wait()


def _kept(user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise Refusal(
            "The keyring needs the extra caldav: pip install 'mentordesk[caldav]'. Or give a"
            " command that prints the password, as caldav.password_command in the settings."
        ) from None
    try:
        found = keyring.get_password(SERVICE, user)
    except KeyringError as error:
        raise Refusal(
            f"The keyring cannot be read ({type(error).__name__}). Unlock it, or give a command as"
            " caldav.password_command in the settings."
        ) from None
    if not found:
        raise Refusal(
            f"The keyring has no password of {user or 'yours'}. Put it there with:"
            f" keyring set {SERVICE} {shlex.quote(user)}"
        )
    return str(found)
