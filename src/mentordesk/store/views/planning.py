"""Everything promised, aimed for and planned, across everybody: one query a list."""

from mentordesk.domain.people import Relation
from mentordesk.domain.planning import Aimed, Board, Planned, Promised
from mentordesk.domain.plans import in_order
from mentordesk.store import people
from mentordesk.store.connection import Store
from mentordesk.store.planning import plan_rows
from mentordesk.store.plans import actions, goal

_UNDER_WAY = "(SELECT id FROM mentorship WHERE status IN ('active', 'paused'))"
_ASKED_FOR = f"state = 'open' AND (owner = 'me' OR mentorship_id IN {_UNDER_WAY})"
_TARGETS = f"""
SELECT goal.*, (SELECT mark FROM goal_mark WHERE goal_id = goal.id
                ORDER BY day DESC, rowid DESC LIMIT 1) AS mark
FROM goal WHERE state = 'open' AND mentorship_id IN {_UNDER_WAY}
ORDER BY due IS NULL, due, created_at, rowid
"""


def board(store: Store) -> Board:
    """What is open of mentorships that are active or rest; the mentor's own promises of all.

    What the mentor promised outlives a mentorship. What others did is no longer asked for.
    """
    known = people.whose(store)
    promised = [
        Promised(*_whose(known[one.mentorship_id]), one)
        for one in in_order(actions(store, _ASKED_FOR))
    ]
    targets = [
        Aimed(*_whose(known[row["mentorship_id"]]), goal(row), row["mark"] or "")
        for row in store.rows(_TARGETS)
    ]
    rows = [
        Planned(*_whose(known[one.mentorship_id]), one)
        for one in plan_rows(store, f"state = 'open' AND mentorship_id IN {_UNDER_WAY}")
    ]
    return Board(
        promised,
        sorted(targets, key=lambda one: one.name.casefold()),
        sorted(rows, key=lambda one: one.name.casefold()),
    )


def _whose(relation: Relation) -> tuple[str, str]:
    return relation.mentee.name, relation.address
