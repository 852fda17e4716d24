"""`make bench`: measure every promise against its floor, print the table, fail when one is broken.

Close to nothing else should run meanwhile. What a gate is, is said in gates.py; which there are, in
commands.py, screens.py, files.py and weeks.py; what was found, in docs/measurements.md.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from statistics import median

from bench import commands, files, screens, weeks
from bench.gates import Group, Verdict

HEAD = ("what : floor", "ours", "floor", "pairs", "minima", "promise", "")


def main() -> int:
    """Run the gates that were asked for; 1 when a promise is broken, else 0."""
    groups = [*commands.groups(), *screens.groups(), *files.groups(), *weeks.groups()]
    asked = _asked([group.name for group in groups])
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    _row(HEAD)
    verdicts = [v for g in groups if not asked.only or g.name in asked.only for v in _run(g, asked)]
    broken = sum(verdict.broken for verdict in verdicts)
    print(f"{len(verdicts)} measured, {broken} broken" if broken else "Every promise is kept.")
    return 1 if broken else 0


def _asked(names: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    parser.add_argument("--only", action="append", choices=names, metavar="NAME", help=str(names))
    return parser.parse_args()


def _run(group: Group, asked: argparse.Namespace) -> list[Verdict]:
    verdicts = group.judged(asked.quick)
    for verdict in verdicts:
        _row(_cells(verdict))
    return verdicts


def _cells(verdict: Verdict) -> tuple[str, ...]:
    gate, sample, _ = verdict
    scale = 1000 if gate.unit == "ms" else 1
    ours, floor = (f"{scale * median(v):.4g}" if v else "" for v in sample)
    found = (f"{sample.pairs:.2f}", f"{sample.minima:.2f}") if sample.floor else ("", "")
    promise = "" if gate.promise is None else f"≤ {gate.promise:g}"
    return (gate.what, f"{ours} {gate.unit}".strip(), floor, *found, promise, _judgement(verdict))


def _judgement(verdict: Verdict) -> str:
    promise = verdict.gate.promise
    if promise is None:
        return ""
    if not verdict.broken:
        return "ok"
    found = min(verdict.sample.pairs, verdict.sample.minima)
    return f"misses by {100 * (found / promise - 1):.0f} %" if promise else "misses"


def _row(cells: Sequence[str]) -> None:
    what, ours, floor, pairs, minima, promise, judgement = cells
    line = f"{what:<58} {ours:>10} {floor:>7} {pairs:>6} {minima:>6}  {promise:<7} {judgement}"
    print(line.rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
