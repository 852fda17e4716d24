"""Starting programs: with which environment, and how long a whole one takes."""

import os
import sys
import sysconfig
import time
from pathlib import Path

from bench.gates import Sample

Command = tuple[str, ...]
PYTHON = sys.executable
OURS = str(Path(sysconfig.get_path("scripts"), "mentordesk"))
FLOORS = Path(__file__).parent / "floors"
F2 = (PYTHON, "-c", "import click, sqlite3")
_UNWANTED = (
    "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONSTARTUP", "PYTHONPROFILEIMPORTTIME",
    "COLUMNS", "LINES", "NO_COLOR", "TEXTUAL", "TEXTUAL_THEME",
)  # fmt: skip


def floor(name: str, *words: str) -> Command:
    """The command line of a bare program in floors/."""
    return (PYTHON, str(FLOORS / f"{name}.py"), *words)


def environment(home: Path | None = None) -> dict[str, str]:
    """Ours without what would slow Python down, and a common terminal; `home` is the desk's."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    return kept | ({"MENTORDESK_HOME": str(home)} if home else {})


def in_turn(ours: Command, bare: Command, home: Path | None, rounds: int, ends: int = 0) -> Sample:
    """Run two commands one after the other again and again; seconds from start to exit.

    The first two rounds warm the caches and are not counted. Raises RuntimeError when ours does
    not end with the exit code `ends`.
    """
    env = environment(home)
    times = [(_timed(ours, env, ends), _timed(bare, env, 0)) for _ in range(rounds + 2)][2:]
    return Sample([a for a, _ in times], [b for _, b in times])


def _timed(argv: Command, env: dict[str, str], ends: int) -> float:
    nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    since = time.monotonic()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=nowhere)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    passed = time.monotonic() - since
    if code != ends:
        raise RuntimeError(f"{' '.join(argv)} ended with {code}, not {ends}.")
    return passed
