"""Many stories begin alike: such a beginning is told once, and copied onto the desks after it."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import wraps

from tests.conftest import Clock, Ids

from mentordesk.desk import Desk

Beginning = Callable[[Desk, Clock], object]


def told_once(beginning: Beginning) -> Callable[[Desk, Clock], Desk]:
    """Tell it to the first empty desk at a moment and in a zone; the next ones get its rows.

    It has to leave the clock as it was, and nothing but rows.
    """
    told: dict[tuple[datetime, str], tuple[sqlite3.Connection, int]] = {}

    @wraps(beginning)
    def tell(desk: Desk, clock: Clock) -> Desk:
        ids, key = desk.new_id, (clock.now, desk.zone)
        assert isinstance(ids, Ids) and not ids.used, "a beginning wants an empty desk"
        if key in told:
            rows, ids.used = told[key]
            rows.backup(desk.store.conn)
        else:
            beginning(desk, clock)
            assert clock.now == key[0]
            told[key] = sqlite3.connect(":memory:"), ids.used
            desk.store.conn.backup(told[key][0])
        return desk

    return tell
