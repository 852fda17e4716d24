"""The password of a calendar server: from a command of the mentor's, or the system's keyring."""

import shlex
import subprocess

from mentordesk.domain.errors import Refusal

SERVICE = "mentordesk"
"""Under which name the keyring has it."""
_PATIENCE = 120
"""Seconds for a command: it may ask for a passphrase."""


def password(user: str, command: str = "", *, may_ask: bool = True) -> str:
    """The first line that the command prints, or what the keyring has for the user.

    It is passed on and kept nowhere. The command has the keyboard only if it `may_ask`. Raises
    Refusal when there is none.
    """
    return _printed(command, may_ask) if command else _kept(user)


def _printed(command: str, may_ask: bool) -> str:
    quiet = None if may_ask else subprocess.DEVNULL
    try:
        done = subprocess.run(
            shlex.split(command),
            stdin=quiet, stdout=subprocess.PIPE, stderr=quiet, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, ValueError, IndexError) as error:
        reason = getattr(error, "strerror", None) or "it is no command line"
        raise Refusal(
            f"caldav.password_command cannot be run ({reason}). Try it in a shell."
        ) from None
    except subprocess.TimeoutExpired:
        raise Refusal(
            f"caldav.password_command did not end in {_PATIENCE} seconds. Try it in a shell."
        ) from None
    found = done.stdout.decode(errors="replace").partition("\n")[0].rstrip("\r")
    if done.returncode or not found:
        raise Refusal("caldav.password_command gave no password. Try it in a shell.")
    return found


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
