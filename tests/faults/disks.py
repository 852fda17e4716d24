"""A small disk of its own that fills up in a call, and is mounted for reading only.

It needs a name space in which one may mount (`unshare -rm`); `python -m tests.faults` asks for one.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.terminal import Terminal, eventually, left, notes, shell

SIZE = "6m"
ROUNDS = 5


def main() -> int:
    """Print what each trouble has cost; 1 when a word was lost."""
    with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory() as home:
        _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk)
        os.environ |= {"MENTORDESK_HOME": f"{disk}/desk", "HOME": home, "TZ": "Europe/Berlin"}
        shell("mentee", "add", "Ada Obi")
        shell("session", "start", "ada")
        lost = [filled(Path(disk), Path(home), n) for n in range(ROUNDS)]
        wrong = read_only(Path(disk))
        _run("umount", disk)
    sys.stdout.write(f"disks filled in a call   {ROUNDS}\n")
    sys.stdout.write(f"words lost by that       {sum(lost)}\n")
    sys.stdout.write(f"a read-only disk         {'not said' if wrong else 'said, and read'}\n")
    return int(any(lost) or wrong)


def in_a_space_of_its_own() -> int:
    """Run this where one may mount; says so and is content where nobody may."""
    space = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        allowed = subprocess.run([*space, "true"], check=False, capture_output=True)
    except FileNotFoundError:
        allowed = None
    if allowed is None or allowed.returncode:
        sys.stdout.write("disks filled in a call   0 (mounting is not allowed here)\n")
        return 0
    sys.stdout.flush()
    return subprocess.run([*space, sys.executable, "-m", __spec__.name], check=False).returncode


def filled(disk: Path, home: Path, number: int) -> int:
    """Fill the disk in the middle of a call, kill the window, make room; how many words are gone.

    While it is full, reading works, and what would write says so.
    """
    word = f"full{number} "
    filler = disk / "filler"
    with Terminal("call", "ada") as terminal:
        terminal.until(b"Notes")
        with filler.open("wb") as file:
            while _more(file.fileno()):
                pass
        terminal.key(word)
        terminal.until(b"NOT STORED")
        kept = eventually(lambda: word in left(home), terminal)
        terminal.strike(signal.SIGKILL)
    assert "Ada Obi" in shell("mentee", "list")
    assert "is full" in shell("note", "ada", "hello " * 2000, code=1)
    filler.unlink()
    shell("session", "recover", "--take", shell("session", "recover").split()[0])
    return int(not kept or word not in notes(disk / "desk"))


def read_only(disk: Path) -> int:
    """Mount the disk for reading only while no window is open; what is wrong with what is said."""
    _run("mount", "-o", "remount,ro", str(disk))
    listed = "Ada Obi" in shell("mentee", "list")
    said = shell("session", "note", "more", code=1)
    _run("mount", "-o", "remount,rw", str(disk))
    return int(not listed or "is on a disk that is mounted read-only" not in said)


def _more(handle: int) -> bool:
    try:
        return os.write(handle, bytes(4096)) > 0
    except OSError:
        return False


def _run(*words: str) -> None:
    done = subprocess.run(words, check=False, capture_output=True)
    assert done.returncode == 0, (words, done.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
