"""Gates of the desk on screen: the real program under a pty, against bare Textual apps."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import data
from bench.gates import Gate, Group, Sample
from bench.programs import OURS, Command, environment, floor
from bench.pty import Painted, Terminal

KEYS = 40
UP_AND_DOWN = "j" * (KEYS // 2) + "k" * (KEYS // 2)
LETTERS = 200_000
"""Letters in the notes of the call that is typed in."""
FEW = 2_000
"""The same where a call is opened: two pages of notes."""


class Program(NamedTuple):
    """What to start, what stands on its screen when it is ready, the way to where keys go."""

    argv: Command
    home: Path | None
    ready: str
    way: Sequence[str] = ()
    keys: str = UP_AND_DOWN
    leaving: str = "q"
    """The key that ends it; '' ends it by force."""


def groups() -> list[Group]:
    """First frame, keys, leaving, memory, typing in a call, and rest."""
    desk = [
        Gate("frame", "the desk: first frame with data : H", "ms", 1.35),
        Gate("answer", "the desk: first key answered : H", "ms", 1.35),
        Gate("key", "one line down in People: painted, median : H", "ms", 1.6),
        Gate("key95", "one line down in People: painted, 95 of 100 : H", "ms", 2.0),
        Gate("leave", "leaving the desk : H", "ms", 1.2),
        Gate("memory", "memory of the desk : H", "MiB", 1.4),
    ]
    straight = Gate("straight", "mentordesk call: first frame of a running call : H", "ms", 1.35)
    size = Gate("size", "first frame, 100,000 notes : 100 notes", "ms", 1.2)
    typing = [
        Gate("type", "a letter in a call's 200 kB of notes : bare TextArea", "ms", 1.25),
        Gate("type95", "the same, 95 of 100", "ms", None),
    ]
    rest = [
        Gate("idle", "the desk at rest, of one core", "%", 0.2),
        Gate("clock", "a running call at rest, of one core", "%", 0.5),
        Gate("wakes", "a running call: context switches a second", "", None),
        Gate("growth", "a running call: memory gained", "KiB", 64),
    ]
    return [
        Group("desk", desk, _desk, 7),
        Group("call", [straight], _straight, 7),
        Group("size", [size], _size, 7),
        Group("typing", typing, _typing, 5),
        Group("rest", rest, _rest, 10),
    ]


class Played(NamedTuple):
    """One run of a program, from its start until it has gone; seconds and MiB."""

    frame: float
    answer: float
    keys: Sequence[Painted]
    leave: float
    memory: float


def play(program: Program) -> Played:
    """Start it, press a key at once, go where its keys work, press them all, and leave."""
    terminal = Terminal(program.argv, environment(program.home))
    try:
        frame = terminal.see(program.ready)
        answer = frame + terminal.press(program.keys[0], at_once=True).last
        terminal.settle(0.25)
        for key in program.way:
            terminal.press(key)
        terminal.settle(0.25)
        keys = [terminal.press(key) for key in program.keys]
        memory = terminal.memory()
        left = terminal.leave(program.leaving) if program.leaving else 0.0
        return Played(frame, answer, keys, left, memory)
    finally:
        terminal.kill()


def today(size: data.Size) -> Program:
    """The desk as it opens, with data."""
    return Program((OURS,), data.home(size), "── due ──", keys="jk")


def people(size: data.Size) -> Program:
    """The same, going on to the list of everybody."""
    return today(size)._replace(way=("2",), keys=UP_AND_DOWN)


BARE = Program(floor("h"), None, "READY")


def _desk(rounds: int) -> dict[str, Sample]:
    ours, bare = _in_turn(people(data.PRACTICE), BARE, rounds)
    return {
        "frame": _sample(ours, bare, lambda run: run.frame),
        "answer": _sample(ours, bare, lambda run: run.answer),
        "key": _sample(ours, bare, lambda run: median(_whole(run))),
        "key95": _sample(ours, bare, lambda run: _ninety_five(_whole(run))),
        "leave": _sample(ours, bare, lambda run: run.leave),
        "memory": _sample(ours, bare, lambda run: run.memory),
    }


def _straight(rounds: int) -> dict[str, Sample]:
    with call(FEW) as (home, _):
        ours = Program((OURS, "call"), home, "stored", keys="ab", leaving="")
        found = _in_turn(ours, BARE._replace(keys="ab"), rounds)
    return {"straight": _sample(*found, lambda run: run.frame)}


def _size(rounds: int) -> dict[str, Sample]:
    big, small = _in_turn(today(data.ARCHIVE), today(data.SMALL), rounds)
    return {"size": _sample(big, small, lambda run: run.frame)}


def _typing(rounds: int) -> dict[str, Sample]:
    with call() as (home, notes):
        letters = "abcde " * (KEYS // 6)
        ours = Program((OURS, "call"), home, "stored", keys=letters, leaving="")
        bare = Program(floor("notes", str(notes)), None, "ord", keys=letters, leaving="")
        found = _in_turn(ours, bare, rounds)
    return {
        "type": _sample(*found, lambda run: median(_echo(run))),
        "type95": _sample(*found, lambda run: _ninety_five(_echo(run))),
    }


def _rest(rounds: int) -> dict[str, Sample]:
    seconds = 2.0 * rounds
    desk = Terminal((OURS,), environment(data.home(data.PRACTICE)))
    desk.see("── due ──")
    idle = desk.rest(seconds)
    desk.kill()
    with call() as (home, _):
        running = Terminal((OURS, "call"), environment(home))
        running.see("stored")
        clock = running.rest(seconds)
        running.kill()
    values = {"idle": idle.cpu, "clock": clock.cpu, "wakes": clock.wakes, "growth": clock.grown}
    return {key: Sample([value]) for key, value in values.items()}


@contextmanager
def call(letters: int = LETTERS) -> Iterator[tuple[Path, Path]]:
    """A desk with a running call and notes of so many letters, and a file with the same notes."""
    with TemporaryDirectory(prefix="mentordesk-bench-") as folder:
        home = Path(folder, "home")
        copytree(data.home(data.PRACTICE), home)
        chance, text = random.Random(7), "Notes"
        while len(text) < letters:
            text += "\n" + data.sentence(chance, 12)
        notes = Path(folder, "notes.txt")
        notes.write_text(text, "utf-8")
        desk = data.open_home(home)
        desk.calls.save_notes(desk.calls.start("ada/wealljs").id, text)
        desk.close()
        yield home, notes


def _in_turn(ours: Program, bare: Program, rounds: int) -> tuple[list[Played], list[Played]]:
    """Both programs one after the other again and again; the first pair warms up."""
    pairs = [(play(ours), play(bare)) for _ in range(rounds + 1)][1:]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _sample(
    ours: Sequence[Played], bare: Sequence[Played], figure: Callable[[Played], float]
) -> Sample:
    return Sample([figure(run) for run in ours], [figure(run) for run in bare])


def _whole(run: Played) -> list[float]:
    """From each key until all that it changes is painted."""
    return [key.last for key in run.keys]


def _echo(run: Played) -> list[float]:
    """From each key until it is on the screen, whatever a clock or a save paints afterwards."""
    return [key.first for key in run.keys]


def _ninety_five(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[18]
