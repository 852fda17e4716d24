"""Several ids in one command: all of them, or none."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def each(desk: "Desk", ids: Sequence[str], label: str, act: Callable[[str], str]) -> list[str]:
    """Act on every id as one step that is taken back whole, and return what was said of each.

    Raises Refusal when one of them is refused; then nothing is changed.
    """
    if len(ids) == 1:
        return [act(ids[0])]
    with desk.writing(f"{len(ids)} {label}"):
        return [act(one) for one in ids]
