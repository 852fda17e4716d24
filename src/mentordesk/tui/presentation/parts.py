"""The parts of a page in one line, each with how much is in it."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from mentordesk.tui.presentation.rows import Row, Seg


class Part(NamedTuple):
    """One part: its name, and how many things are in it (-1: that says nothing)."""

    name: str
    many: int = -1

    @property
    def label(self) -> str:
        """How the line writes it: `gaps 2`."""
        return f" {self.name} {self.many} " if self.many >= 0 else f" {self.name} "


def parts_line(parts: Sequence[Part], chosen: str, right: Sequence[Seg] = ()) -> Row:
    """The parts, the chosen one set off."""
    left: list[Seg] = [(" ", "")]
    for part in parts:
        left.append((part.label, "strong" if part.name == chosen else "dim"))
        left.append((" ", ""))
    mark = next(n for n, part in enumerate(parts) if part.name == chosen)
    left[2 * mark] = ("▸", "accent")
    return Row("", left, right)


def part_at(parts: Sequence[Part], x: int) -> str:
    """The part at a column of that line, '' beside them."""
    start = 1
    for part in parts:
        if start <= x < start + cell_len(part.label):
            return part.name
        start += cell_len(part.label) + 1
    return ""


def after(parts: Sequence[Part], chosen: str) -> str:
    """The part after the chosen one, round and round."""
    names = [part.name for part in parts]
    return names[(names.index(chosen) + 1) % len(names)]
