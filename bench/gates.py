"""A gate: a promise about a ratio, and when it counts as broken.

Machines differ and clocks drift, so only ratios to a floor that runs in turn with ours (A B A B …)
are promises. A gate is over when the median of the pairs and the ratio of the minima are both over,
and it is broken when that happens twice in a row.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Sample(NamedTuple):
    """What was measured, one value a round: ours, and the floor's beside it if there is one."""

    ours: Sequence[float]
    floor: Sequence[float] = ()

    @property
    def pairs(self) -> float:
        """The median of the rounds' ratios; without a floor the median itself."""
        if not self.floor:
            return median(self.ours)
        return median(a / b for a, b in zip(self.ours, self.floor, strict=True))

    @property
    def minima(self) -> float:
        """The best of ours against the best of the floor; without one, our best."""
        return min(self.ours) / min(self.floor) if self.floor else min(self.ours)


class Gate(NamedTuple):
    """One line of the table: what, in which unit it is shown, and the most it may be.

    `promise` is a ratio to the floor, or a number in `unit` where there is no floor; None is shown
    and never judged.
    """

    key: str
    what: str
    unit: str
    promise: float | None

    def is_over(self, sample: Sample) -> bool:
        """Whether one measurement breaks the promise."""
        return self.promise is not None and min(sample.pairs, sample.minima) > self.promise


Measure = Callable[[int], Mapping[str, Sample]]
"""Takes how many rounds to run; gives a sample for each gate's key."""


class Group(NamedTuple):
    """Gates that are measured in one go."""

    name: str
    gates: Sequence[Gate]
    measure: Measure
    rounds: int = 9

    def judged(self, quick: bool) -> list["Verdict"]:
        """Measure, and once more when a gate is over; the better of the two counts."""
        rounds = max(self.rounds // 3, 3) if quick else self.rounds
        first = self.measure(rounds)
        over = [gate for gate in self.gates if gate.is_over(first[gate.key])]
        second = self.measure(rounds) if over else {}
        found = []
        for gate in self.gates:
            samples = [first[gate.key], *([second[gate.key]] if gate in over else [])]
            best = min(samples, key=lambda sample: min(sample.pairs, sample.minima))
            found.append(Verdict(gate, best, all(gate.is_over(sample) for sample in samples)))
        return found


class Verdict(NamedTuple):
    """A gate, what was measured, and whether the promise is broken."""

    gate: Gate
    sample: Sample
    broken: bool
