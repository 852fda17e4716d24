"""Answers, the contact policy and permissions as the domain knows them."""

from datetime import date, time, tzinfo
from typing import TYPE_CHECKING

from mentordesk.domain.readers import loaded
from mentordesk.domain.rules import DAYS
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store, Value

if TYPE_CHECKING:
    from mentordesk.domain.agreement import Said
    from mentordesk.domain.contact import Policy
    from mentordesk.domain.permissions import Permission

_ABOUT = "(about_id IS NULL OR about_id = ?)"
_NEWEST = "ORDER BY day DESC, created_at DESC, rowid DESC"


def said(store: Store, mentorship_id: str, about: str | None) -> "list[Said]":
    """Everything that was ever agreed on in a mentorship, newest first.

    Of a group: what all agreed on, and what one member did when it is `about` them.
    """
    rows = store.rows(
        f"SELECT * FROM agreement WHERE mentorship_id = ? AND {_ABOUT} {_NEWEST}",
        mentorship_id,
        about,
    )
    return [_said(row) for row in rows]


def agreed(store: Store, row_id: str) -> "Said":
    """One answer or rule that is known to be there."""
    return _said(store.rows("SELECT * FROM agreement WHERE id = ?", row_id)[0])


def _said(row: Row) -> "Said":
    from mentordesk.domain.agreement import Said  # the brief asks for one line of it only

    return Said(
        id=row["id"],
        kind=row["kind"],
        side=row["side"],
        question=row["question"],
        text=row["text"],
        day=date.fromisoformat(row["day"]),
        withdrawn_on=day(row["withdrawn_on"]),
        readers=loaded(row["readers"]),
    )


def boundary_note(store: Store, mentorship_id: str) -> str:
    """The newest note of kind boundary, '' when there is none."""
    found = store.value(
        "SELECT body FROM note WHERE mentorship_id = ? AND kind = 'boundary'"
        " ORDER BY at DESC, created_at DESC, rowid DESC LIMIT 1",
        mentorship_id,
    )
    return str(found or "")


def boundaries(store: Store, mentorship_id: str, about: str | None) -> list[str]:
    """What each side said last about each boundary, and has not withdrawn, oldest first."""
    rows = store.rows(
        f"SELECT * FROM agreement WHERE mentorship_id = ? AND kind = 'boundary' AND {_ABOUT}"
        f" {_NEWEST}",
        mentorship_id,
        about,
    )
    newest: dict[tuple[str, str], Row] = {}
    for row in rows:
        newest.setdefault((row["question"], row["side"]), row)
    return [row["text"] for row in reversed(newest.values()) if row["withdrawn_on"] is None]


def policies(store: Store, mentorship_id: str, tz: tzinfo) -> "list[Policy]":
    """The contact policies of a mentorship, the one that holds first; hours are those of `tz`."""
    rows = store.rows(
        f"SELECT * FROM contact_policy WHERE mentorship_id = ? {_NEWEST}", mentorship_id
    )
    if not rows:
        return []
    from mentordesk.domain.contact import Policy  # most mentorships have none

    return [
        Policy(
            channels=_list(row["channels"]),
            days=tuple(DAYS.index(word) for word in row["days"].split()),
            since=_time(row["since_time"]),
            until=_time(row["until_time"]),
            a_week=row["a_week"],
            off_limits=_list(row["topics"]),
            day=date.fromisoformat(row["day"]),
            tz=tz,
        )
        for row in rows
    ]


def policy_columns(policy: "Policy") -> dict[str, Value]:
    """A policy as its table holds it; the day and whose it is are the desk's to add."""
    return {
        "channels": ", ".join(policy.channels),
        "days": " ".join(DAYS[at] for at in policy.days),
        "since_time": f"{policy.since:%H:%M}" if policy.since else "",
        "until_time": f"{policy.until:%H:%M}" if policy.until else "",
        "topics": ", ".join(policy.off_limits),
        "a_week": policy.a_week,
    }


def touches(store: Store, mentorship_id: str, since: str, until: str) -> int:
    """How many touchpoints there were from one stored instant up to another."""
    found = store.value(
        "SELECT count(*) FROM touchpoint WHERE mentorship_id = ? AND at >= ? AND at < ?",
        mentorship_id,
        since,
        until,
    )
    return int(found)


def permissions(store: Store, mentorship_id: str) -> "list[Permission]":
    """What was ever allowed in a mentorship: what stands first, then by day, newest first."""
    rows = store.rows(
        "SELECT p.*, mentee.name FROM permission AS p LEFT JOIN mentee ON mentee.id = p.about_id"
        " WHERE p.mentorship_id = ? ORDER BY withdrawn_on IS NOT NULL, given_on DESC,"
        " p.created_at DESC, p.rowid DESC",
        mentorship_id,
    )
    return [_permission(row) for row in rows]


def _permission(row: Row) -> "Permission":
    from mentordesk.domain.permissions import Permission  # asked for by few

    return Permission(
        id=row["id"],
        mentee_id=row["about_id"] or "",
        name=row["name"] or "",
        scope=row["scope"],
        recipient=row["recipient"],
        channel=row["channel"],
        said=row["text"],
        given_on=date.fromisoformat(row["given_on"]),
        withdrawn_on=day(row["withdrawn_on"]),
        readers=loaded(row["readers"]),
    )


def _list(column: str) -> tuple[str, ...]:
    return tuple(column.split(", ")) if column else ()


def _time(column: str) -> time | None:
    return time.fromisoformat(column) if column else None
