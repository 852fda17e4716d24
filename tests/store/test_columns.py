"""What columns say in SQL is what the domain says in Python."""

import sqlite3

import pytest

from mentordesk.domain.people import ENDED, RUNNING, STATUSES
from mentordesk.store import columns


@pytest.mark.parametrize(("sql", "known"), [(columns.RUNNING, RUNNING), (columns.ENDED, ENDED)])
def test_lists_of_statuses_in_sql_are_those_of_the_domain(sql: str, known: tuple[str, ...]) -> None:
    conn = sqlite3.connect(":memory:")
    chosen = [one for one in STATUSES if conn.execute(f"SELECT ? IN {sql}", [one]).fetchone()[0]]
    conn.close()
    assert chosen == [one for one in STATUSES if one in known]
