"""The only room that knows SQLite: one file, opened safely, written in one transaction a verb."""

from mentordesk.store.connection import Store
from mentordesk.store.opening import SCHEMA, open_store

__all__ = ["SCHEMA", "Store", "open_store"]
