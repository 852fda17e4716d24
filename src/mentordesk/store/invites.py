"""What calendars were last told: read by series, kept with who was sent it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from mentordesk.domain.inviting import Invited, Sent
from mentordesk.store.connection import Store, iso


def last_sent(store: Store, series_id: str) -> dict[str, dict[str, Sent]]:
    """The last message of each component of a series, by UID and RECURRENCE-ID."""
    people = _guests(store, series_id)
    found: dict[str, dict[str, Sent]] = defaultdict(dict)
    for row in store.rows("SELECT * FROM invitation WHERE series_id = ? ORDER BY rid", series_id):
        found[row["uid"]][row["rid"]] = Sent(
            sequence=row["sequence"],
            stamp=datetime.fromisoformat(row["stamp"]),
            method=row["method"],
            lines=tuple(row["component"].split("\n")),
            uid=row["uid"],
            rid=row["rid"],
            form=row["form"],
            invited=tuple(people[row["id"]]),
            clocks=row["clocks"],
        )
    return dict(found)


def _guests(store: Store, series_id: str) -> dict[str, list[Invited]]:
    """Who was sent what about a series, by the invitation's id."""
    found: dict[str, list[Invited]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM invited WHERE invitation_id IN"
        " (SELECT id FROM invitation WHERE series_id = ?) ORDER BY created_at, rowid",
        series_id,
    ):
        one = Invited(row["mentee_id"], row["address"], row["partstat"])
        found[row["invitation_id"]].append(one)
    return found


def highest(store: Store, series_id: str) -> int:
    """The highest SEQUENCE that calendars have of a series; 0 when it was never sent."""
    sql = "SELECT coalesce(max(sequence), 0) FROM invitation WHERE series_id = ?"
    return int(store.value(sql, series_id))


def numbers(store: Store) -> dict[str, int]:
    """The same of every series that was sent, by its id."""
    sql = "SELECT series_id, max(sequence) AS number FROM invitation GROUP BY series_id"
    return {row["series_id"]: int(row["number"]) for row in store.rows(sql)}


def keep(store: Store, new_id: Callable[[], str], series_id: str, sent: Sent) -> None:
    """Let a message be the last one about its component, inside a transaction under way."""
    forget(store, sent.uid, sent.rid)
    made = new_id()
    store.insert(
        "invitation",
        {
            "id": made,
            "series_id": series_id,
            "uid": sent.uid,
            "rid": sent.rid,
            "stamp": iso(sent.stamp),
            "method": sent.method,
            "form": sent.form,
            "component": "\n".join(sent.lines),
            "clocks": sent.clocks,
            "sequence": sent.sequence,
        },
    )
    for one in sent.invited:
        row = {"id": new_id(), "invitation_id": made, "mentee_id": one.mentee_id}
        store.insert("invited", row | {"address": one.address, "partstat": one.partstat})


def forget(store: Store, uid: str, rid: str | None = None) -> None:
    """Remove what was sent about one component, or about all of a UID."""
    which = "uid = ?" if rid is None else "uid = ? AND rid = ?"
    values = (uid,) if rid is None else (uid, rid)
    ids = [row["id"] for row in store.rows(f"SELECT id FROM invitation WHERE {which}", *values)]
    for one in ids:
        for person in _invited(store, one):
            store.delete("invited", person)
        store.delete("invitation", one)


def _invited(store: Store, invitation: str) -> Iterable[str]:
    rows = store.rows("SELECT id FROM invited WHERE invitation_id = ?", invitation)
    return [row["id"] for row in rows]
