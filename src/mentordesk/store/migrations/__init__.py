"""The schema, one thought a migration; shipped ones are history. docs/data.md says what is where.

Every table has a text primary key made by the desk and `updated_at` in UTC; every piece of text
has `readers` (domain.readers). Imported only when something is pending: sqlite_utils costs 50 ms.
"""

from mentordesk.store.migrations.tables import migrations

# Read in the order in which they were written: that is the order in which they are applied.
# isort: off
from mentordesk.store.migrations import beginning as beginning
from mentordesk.store.migrations import course as course
from mentordesk.store.migrations import intake as intake
from mentordesk.store.migrations import groups as groups
from mentordesk.store.migrations import trust as trust
from mentordesk.store.migrations import planning as planning
from mentordesk.store.migrations import learning as learning
from mentordesk.store.migrations import doors as doors
from mentordesk.store.migrations import feedback as feedback
from mentordesk.store.migrations import offers as offers
from mentordesk.store.migrations import history as history
from mentordesk.store.migrations import invites as invites
from mentordesk.store.migrations import item_clock as item_clock
from mentordesk.store.migrations import replies as replies
from mentordesk.store.migrations import capture as capture
from mentordesk.store.migrations import clocks as clocks
from mentordesk.store.migrations import publishing as publishing
from mentordesk.store.migrations import hours as hours
from mentordesk.store.migrations import busy as busy
# isort: on

__all__ = ["migrations"]
