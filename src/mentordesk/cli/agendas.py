"""How an agenda stands in text: position, mark, minutes, title, and what was carried."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.domain.agenda import Point

MARKS = {"open": "·", "done": "✓", "parked": "~", "dropped": "×"}
SAID = {"parked": "parked", "dropped": "dropped"}


def agenda_rows(points: "Sequence[Point]") -> list[tuple[str, ...]]:
    """One row a point; the first column is what --tick, --park, --drop and --open take."""
    return [
        (
            f"{position:>2}",
            MARKS.get(point.state, " "),
            f"{point.minutes:>2} min" if point.minutes else "",
            _title(point),
        )
        for position, point in enumerate(points, 1)
    ]


def _title(point: "Point") -> str:
    said = f" ({SAID[point.state]})" if point.state in SAID else ""
    carried = f"carried ×{point.carried}  " if point.carried else ""
    return f"{carried}{point.title}{said}"
