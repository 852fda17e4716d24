"""What was ticked, answered and asked on the way in, and what the mentor owes."""

from collections import defaultdict
from datetime import date

from mentordesk.domain.checking import Tick
from mentordesk.domain.duties import Mark
from mentordesk.domain.intake import FitLine, Load, Step
from mentordesk.domain.people import Relation
from mentordesk.store import people
from mentordesk.store.columns import RUNNING
from mentordesk.store.connection import Row, Store

_TICKS = "SELECT * FROM checklist_tick WHERE mentorship_id = ? ORDER BY day, created_at"
_TICK = """
SELECT id FROM checklist_tick
WHERE mentorship_id = ? AND checklist = ? AND item = ? AND occasion = ?
"""
_STEPS = "SELECT * FROM intake_step WHERE mentorship_id = ? ORDER BY day, created_at, rowid"
_ACTIVE = "SELECT playbook, count(*) FROM mentorship WHERE status = 'active' GROUP BY playbook"
_LOADS = """
SELECT playbook, count(*) AS active, max(started_on || created_at) AS newest,
       json_extract(snapshot, '$.title') AS title,
       coalesce(json_extract(snapshot, '$.load.min'), 0) AS least,
       coalesce(json_extract(snapshot, '$.load.max'), 0) AS most,
       coalesce(json_extract(snapshot, '$.load.ask_above'), 0) AS ask_above,
       coalesce(json_extract(snapshot, '$.load.mentors'), 0) AS mentors
FROM mentorship WHERE status = 'active' GROUP BY playbook ORDER BY playbook
"""
_UNREAD = """
SELECT 1 FROM note WHERE mentorship_id = ?1 AND kind = 'background' AND created_at > coalesce(
    (SELECT read_at FROM intake WHERE mentorship_id = ?1), '')
"""


def ticks(store: Store, mentorship_id: str) -> dict[tuple[str, str], list[Tick]]:
    """What is ticked, by the list's key and its occasion."""
    found: dict[tuple[str, str], list[Tick]] = defaultdict(list)
    for row in store.rows(_TICKS, mentorship_id):
        found[row["checklist"], row["occasion"]].append(
            Tick(row["item"], date.fromisoformat(row["day"]), row["text"])
        )
    return found


def tick_id(store: Store, mentorship_id: str, checklist: str, item: str, occasion: str) -> str:
    """The row of one tick, or ''."""
    return str(store.value(_TICK, mentorship_id, checklist, item, occasion) or "")


def on_the_way(store: Store) -> list[Relation]:
    """Everybody on the way in."""
    seen: dict[str, Relation] = {}
    for one in people.relations(store):
        if one.mentorship.status == "intake":
            seen.setdefault(one.mentorship.id, one)
    return list(seen.values())


def steps(store: Store, mentorship_id: str) -> list[Step]:
    """The stages somebody went through, in their order."""
    return [
        Step(row["stage"], date.fromisoformat(row["day"]), row["text"])
        for row in store.rows(_STEPS, mentorship_id)
    ]


def source(store: Store, mentorship_id: str) -> Row | None:
    """Who sent them, the application, and when the background was read; None for nothing."""
    return store.row("SELECT * FROM intake WHERE mentorship_id = ?", mentorship_id)


def unread(store: Store, mentorship_id: str) -> bool:
    """Whether background has come that was not read."""
    return bool(store.value(_UNREAD, mentorship_id))


def fit_answers(store: Store, mentorship_id: str) -> dict[str, FitLine]:
    """What was answered of the match, by criterion."""
    return {
        row["criterion"]: FitLine(
            row["criterion"], "", "", row["verdict"], row["text"], date.fromisoformat(row["day"])
        )
        for row in store.rows("SELECT * FROM fit_answer WHERE mentorship_id = ?", mentorship_id)
    }


def active(store: Store) -> dict[str, int]:
    """How many mentorships go on, by playbook."""
    return {row[0]: row[1] for row in store.rows(_ACTIVE)}


def loads(store: Store) -> list[Load]:
    """How many go on under each programme, by the numbers that the newest of them began with."""
    return [
        Load(
            row["playbook"],
            row["title"],
            row["active"],
            row["least"],
            row["most"],
            row["ask_above"],
            row["mentors"],
        )
        for row in store.rows(_LOADS)
    ]


def marks(store: Store, playbook: str) -> list[Mark]:
    """What the mentor did of what a programme asks."""
    return [
        Mark(row["duty"], row["period"], date.fromisoformat(row["day"]), row["text"])
        for row in store.rows(
            "SELECT * FROM duty_mark WHERE playbook = ? ORDER BY day, created_at", playbook
        )
    ]


def mark_id(store: Store, playbook: str, duty: str, period: str) -> str:
    """The row of one thing done, or ''."""
    found = store.value(
        "SELECT id FROM duty_mark WHERE playbook = ? AND duty = ? AND period = ?",
        playbook,
        duty,
        period,
    )
    return str(found or "")


def running_playbooks(store: Store) -> list[str]:
    """The programmes of mentorships that are not over."""
    rows = store.rows(
        f"SELECT DISTINCT playbook FROM mentorship WHERE status IN {RUNNING} ORDER BY playbook"
    )
    return [row[0] for row in rows]


def names(store: Store, mentorship_id: str) -> list[Row]:
    """Name, handle and mail address of everybody who is or was part of a mentorship."""
    return store.rows(
        "SELECT name, handle, email FROM mentee JOIN membership ON mentee_id = mentee.id"
        " WHERE mentorship_id = ? ORDER BY name",
        mentorship_id,
    )


def requests(store: Store, mentorship_id: str) -> list[Row]:
    """Help that was asked for, newest first."""
    return store.rows(
        "SELECT * FROM help_request WHERE mentorship_id = ?"
        " ORDER BY day DESC, created_at DESC, rowid DESC",
        mentorship_id,
    )


def begun_otherwise(store: Store, playbook: str, snapshot: str) -> list[str]:
    """Mentorships that are not over and began with another text of their playbook."""
    rows = store.rows(
        f"SELECT id FROM mentorship WHERE playbook = ? AND snapshot <> ? AND status IN {RUNNING}",
        playbook,
        snapshot,
    )
    return [row["id"] for row in rows]
