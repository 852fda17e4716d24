"""Exit codes and the end of a command: no traceback, no noise, nothing lost."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import termios
from array import array
from pathlib import Path

import pytest
from tests.cli.shell import Shell

from mentordesk.desk.people import People

RUN = [sys.executable, "-m", "mentordesk"]


def test_a_fault_of_ours_is_one_sentence_and_a_private_log(
    ada: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(People, "find", broken)
    log = ada.home / "trouble.log"
    assert str(log) in ada.refused("brief ada")
    assert "a fault of ours" in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_fault_is_told_when_even_the_log_cannot_be_written(
    ada: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(People, "find", broken)
    (ada.home / "trouble.log").mkdir()
    assert "KeyError('a fault of ours')" in ada.refused("brief ada")


def test_the_reader_of_a_pipe_may_leave(ada: Shell) -> None:
    ada("session start ada")
    ada("session note ada -", stdin="a long line of notes\n" * 20_000)
    read, write = os.pipe()
    command = [*RUN, "session", "note", "ada"]
    with subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE, text=True) as running:
        os.close(write)
        os.read(read, 10)
        os.close(read)
        _, said = running.communicate()
    assert (running.returncode, said) == (0, "")


@pytest.mark.parametrize("command", ["next", "--help", "mentee --help"])
def test_the_reader_of_a_pipe_may_have_left_before(ada: Shell, command: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*RUN, *command.split()], stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_behind_stdout_is_a_sentence(ada: Shell) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*RUN, "next"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("What was asked for could not be written: No space left")
    assert "\n" not in done.stderr.strip()


def test_ctrl_c_while_stdin_is_read_says_nothing(ada: Shell) -> None:
    read, write = os.pipe()
    command = [*RUN, "note", "ada", "-"]
    with subprocess.Popen(command, stdin=read, stderr=subprocess.PIPE, text=True) as running:
        os.write(write, b"half a")
        _wait_until_read(read)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    os.close(write)
    os.close(read)
    assert (running.returncode, said.strip()) == (130, "")
    assert "half a" not in ada.out("mentee show ada")


def _wait_until_read(pipe: int) -> None:
    """Give way to the child until it has taken what is in the pipe and wants more."""
    waiting = array("i", [1])
    while waiting[0]:
        os.sched_yield()
        fcntl.ioctl(pipe, termios.FIONREAD, waiting)


def test_a_terminal_without_letters_gets_question_marks(ada: Shell) -> None:
    ada("note ada 'Ωmega ✓' --kind win")
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*RUN, "brief", "ada"], env=env, capture_output=True, check=True)
    assert b"?mega ?" in done.stdout


def test_nothing_to_write_to_is_no_fault(ada: Shell) -> None:
    for stream in (">&-", "2>&-"):
        line = f"{sys.executable} -m mentordesk next {stream}"
        assert subprocess.run(line, shell=True, capture_output=True).returncode == 0


def test_nothing_to_read_from_is_said(ada: Shell) -> None:
    line = f"{sys.executable} -m mentordesk note ada - <&-"
    done = subprocess.run(line, shell=True, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nothing can come on stdin: it is closed.")


@pytest.mark.parametrize("utf8", ["0", "1"])
def test_no_letter_is_lost_to_the_encoding_of_the_shell(ada: Shell, utf8: str) -> None:
    env = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([*RUN, "note", "ada", "naïve 山田"], env=env, check=True, capture_output=True)
    assert "naïve 山田" in ada.out("mentee show ada")


def test_words_that_are_no_text_are_refused(ada: Shell) -> None:
    words = [b"note", b"ada", b"caf\xe9"]
    done = subprocess.run([*map(os.fsencode, RUN), *words], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == "“caf�” is not UTF-8 text. Convert it, then try again."


def test_without_a_terminal_the_desk_says_what_works_without(home: Path) -> None:
    done = subprocess.run(RUN, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("try: mentordesk today")
    assert not home.exists()
