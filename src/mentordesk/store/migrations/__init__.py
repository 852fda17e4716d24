"""The schema, one thought a migration; shipped ones are history. docs/data.md says what is where.

Every table has a text primary key made by the desk and `updated_at` in UTC; every piece of text
has `readers` (domain.readers). Imported only when something is pending: sqlite_utils costs 50 ms.
"""

from mentordesk.store.migrations import beginning as beginning
from mentordesk.store.migrations.tables import migrations

__all__ = ["migrations"]
