"""Killed while typing goes on without a pause: how much of it is lost, at worst."""

import random
import signal
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tests.faults.terminal import Terminal, notes

TO_THE_END = "\x1b[1;5F"  # ctrl+end
LETTERS = "abcdefgh 0123\r?!+>"


class Kill(NamedTuple):
    """One kill: how long was typed before it, and of what was lost, the age of the oldest key.

    `lag` is the longest a key waited to be drawn in the same run: a key that the machine had not
    even shown yet was not typed as far as anybody could see. `whole` says that what is stored is
    what was typed, up to where it ends. All in seconds.
    """

    typed: float
    lost: float
    lag: float
    whole: bool


def kill(home: Path, chance: random.Random, longest: float) -> Kill:
    """Go on with Ada's call, type without a pause for a while, and be killed at any instant."""
    with Terminal("call", "ada") as terminal:
        terminal.until(b"Notes")
        terminal.key(TO_THE_END)
        before = notes(home)
        began, last = monotonic(), monotonic() + chance.uniform(0.3, longest)
        keys: list[tuple[float, str]] = []
        while monotonic() < last:
            letter = chance.choice(LETTERS)
            keys.append((terminal.key(letter), letter.replace("\r", "\n")))
        struck = monotonic()
        terminal.strike(signal.SIGKILL)
        lag = terminal.lag
    typed = before + "".join(letter for _, letter in keys)
    stored = notes(home)
    gone = [at for n, (at, _) in enumerate(keys, len(before) + 1) if n > len(stored)]
    return Kill(struck - began, struck - gone[0] if gone else 0.0, lag, typed.startswith(stored))
