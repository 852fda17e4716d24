"""What was ticked, answered and asked on the way in, and what the mentor owes."""

from collections import defaultdict
from datetime import date

from mentordesk.domain.checking import Tick
from mentordesk.store.connection import Store

_TICKS = "SELECT * FROM checklist_tick WHERE mentorship_id = ? ORDER BY day, created_at"
_TICK = """
SELECT id FROM checklist_tick
WHERE mentorship_id = ? AND checklist = ? AND item = ? AND occasion = ?
"""


def ticks(store: Store, mentorship_id: str) -> dict[tuple[str, str], list[Tick]]:
    """What is ticked, by the list's key and its occasion."""
    found: dict[tuple[str, str], list[Tick]] = defaultdict(list)
    for row in store.rows(_TICKS, mentorship_id):
        one = Tick(row["item"], date.fromisoformat(row["day"]), row["text"])
        found[row["checklist"], row["occasion"]].append(one)
    return found


def tick_id(store: Store, mentorship_id: str, checklist: str, item: str, occasion: str) -> str:
    """The row of one tick, or ''."""
    return str(store.value(_TICK, mentorship_id, checklist, item, occasion) or "")
