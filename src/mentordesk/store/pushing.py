"""What the desk made on a calendar server, so that it touches nothing else there."""

from collections.abc import Callable

from mentordesk.domain.pushing import Kept
from mentordesk.store.connection import Store


def kept(store: Store, calendar: str) -> dict[str, Kept]:
    """Objects of the desk's in one calendar, known by its address, by UID."""
    rows = store.rows("SELECT * FROM pushed WHERE calendar = ? ORDER BY created_at, uid", calendar)
    return {row["uid"]: Kept(row["uid"], row["name"], row["etag"], row["digest"]) for row in rows}


def keep(store: Store, new_id: Callable[[], str], calendar: str, one: Kept) -> None:
    """Let an object be as it is on the server now, inside a transaction under way."""
    said = {"name": one.name, "etag": one.etag, "digest": one.digest}
    store.put("pushed", {"calendar": calendar, "uid": one.uid}, said, new_id)


def forget(store: Store, calendar: str, uid: str) -> None:
    """An object is gone from the server."""
    row = store.value("SELECT id FROM pushed WHERE calendar = ? AND uid = ?", calendar, uid)
    if row:
        store.delete("pushed", row)
