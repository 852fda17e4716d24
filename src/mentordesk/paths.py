"""Where the desk lives on this machine: the platform's own folders, or MENTORDESK_HOME for all.

Paths are text here and wherever a quick command comes by: pathlib takes a tenth of its time.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_APP = "mentordesk"


class Paths(NamedTuple):
    """The desk's two folders, absolute; neither needs to exist yet."""

    data: str
    config: str

    @property
    def desk(self) -> str:
        """The SQLite file with everything in it."""
        return os.path.join(self.data, "desk.db")

    @property
    def settings(self) -> str:
        """The mentor's settings."""
        return os.path.join(self.config, "settings.toml")

    @property
    def playbooks(self) -> str:
        """The folder of the mentor's own playbooks."""
        return os.path.join(self.config, "playbooks")

    @property
    def recovery_folders(self) -> tuple[str, ...]:
        """Where words may go that the desk's file does not take, the best folder first.

        The desk's own folder, the one for state, the account's home, and the one for temporary
        files; what was set in MENTORDESK_HOME stays there as long as it takes anything.
        """
        return tuple(dict.fromkeys((self.data, *_outside(os.environ))))


def paths(environ: Mapping[str, str] = os.environ) -> Paths:
    """The folders under this environment; MENTORDESK_HOME, when set, is both of them.

    Raises RuntimeError with a sentence when the account has no home folder.
    """
    if home := environ.get("MENTORDESK_HOME"):
        folder = os.path.abspath(os.path.expanduser(home))
        return Paths(folder, folder)
    return _by_xdg(environ) or _by_platform()


def _by_xdg(environ: Mapping[str, str]) -> Paths | None:
    """The folders on Linux (XDG Base Directory Specification §3), None where it leaves a doubt.

    The same answer as platformdirs, whose import alone costs a reading command a fifth of its time.
    """
    if sys.platform != "linux" or hasattr(sys, "getandroidapilevel"):
        return None
    home = environ.get("HOME", "")
    data = _absolute(environ.get("XDG_DATA_HOME"), home, ".local/share")
    config = _absolute(environ.get("XDG_CONFIG_HOME"), home, ".config")
    if not (data and config):
        return None
    return Paths(os.path.join(data, _APP), os.path.join(config, _APP))


def _outside(environ: Mapping[str, str]) -> Iterator[str]:
    """Folders of this account that are not the desk's own (XDG Base Directory Specification §3)."""
    home = os.path.expanduser("~")
    if os.path.isabs(home):
        if not environ.get("MENTORDESK_HOME"):
            state = _absolute(environ.get("XDG_STATE_HOME"), home, ".local/state")
            yield os.path.join(state or home, _APP)
        yield home
    yield environ.get("TMPDIR") or environ.get("TEMP") or "/tmp"


def _absolute(said: str | None, home: str, usual: str) -> str | None:
    """The folder a variable names, the usual one under home when it is relative or not set."""
    if said and said.startswith("/"):
        return said
    return os.path.join(home, usual) if home.startswith("/") else None


def _by_platform() -> Paths:
    """The folders platformdirs finds for this process, on every other system."""
    # Not needed on Linux or with MENTORDESK_HOME, and slower to import than all the rest.
    from platformdirs import PlatformDirs

    try:
        dirs = PlatformDirs(_APP, appauthor=False)
        return Paths(dirs.user_data_dir, dirs.user_config_dir)
    except RuntimeError as error:
        raise RuntimeError(
            "This account has no home folder. Set MENTORDESK_HOME to a folder for the desk."
        ) from error
