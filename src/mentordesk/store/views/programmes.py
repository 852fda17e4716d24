"""The few numbers and dates of a playbook that Today needs, taken from its snapshot by SQLite.

Reading a whole playbook costs more than everything else on the first screen, so only milestones
and seven numbers are asked for, once for all who were started with the same snapshot.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING, Any

from mentordesk.domain.attention import SHARED, Numbers
from mentordesk.domain.programme_dates import planned_end
from mentordesk.domain.programme_milestone import Milestone
from mentordesk.store.columns import RUNNING, day, local_date
from mentordesk.store.connection import Store
from mentordesk.store.slots import came_in, slot_end

if TYPE_CHECKING:
    from mentordesk.store.views.coming import Schedule

_NUMBERS = {
    "silence_days": "misses.silence_days",
    "escalate_after": "misses.escalate_after",
    "prep_days": "today.prep_days",
    "gap_days": "today.gap_days",
    "target_days": "today.target_days",
    "weeks": "cadence.weeks",
    "slots_a_week": "office_hours.slots_a_week",
}
_ASK = ", ".join(
    f"coalesce(json_extract(snapshot, '$.{path}'), 0) AS {name}" for name, path in _NUMBERS.items()
)
# A budget of the month is never divided into weeks.
_ASK += (
    ", CASE json_extract(snapshot, '$.time.per') WHEN 'week'"
    " THEN coalesce(json_extract(snapshot, '$.time.minutes'), 0) ELSE 0 END AS week_minutes"
)
_SAME = f"""
SELECT min(id) AS first, group_concat(id, ' ') AS every, json_extract(snapshot, '$.title') AS title,
       (SELECT group_concat(each.key, ' ') FROM json_each(snapshot, '$.agendas') AS each
        WHERE json_extract(each.value, '$.when') = 'monthly') AS monthly, {_ASK}
FROM mentorship WHERE status IN {RUNNING} GROUP BY playbook, snapshot
"""
_MILESTONES = """
SELECT each.key AS nth, field.key AS name, field.atom AS value
FROM mentorship, json_each(snapshot, '$.milestones') AS each, json_each(each.value) AS field
WHERE mentorship.id = ? ORDER BY each.id, field.id
"""
_HELD = """
SELECT mentorship_id, planned_start FROM session
WHERE state = 'held' AND mentorship_id IN (SELECT value FROM json_each(?))
ORDER BY mentorship_id, planned_start
"""
_REVIEWED = """
SELECT who.value AS id, (SELECT max(planned_start) FROM session WHERE mentorship_id = who.value
AND state = 'held' AND instr(?, ' ' || agenda || ' ') > 0) AS last FROM json_each(?) AS who
"""
_STEPS = """
SELECT mark.value AS mark, max(1, step.key + 1 - o.shift) AS number
FROM outline AS o JOIN mentorship AS s ON s.id = o.mentorship_id,
json_each(s.snapshot, '$.tracks."' || o.track || '".steps') AS step,
json_each(step.value, '$.marks') AS mark
WHERE o.mentorship_id = ?
"""


class Programmes:
    """Everybody's programme, as far as Today looks at it; each snapshot is read once."""

    def __init__(self, store: Store, schedule: "Schedule", tz: tzinfo) -> None:
        self.store, self.schedule, self.tz = store, schedule, tz
        self._numbers: dict[str, Numbers] = {}
        self._titles: dict[str, str] = {}
        self._held: dict[str, list[date]] = defaultdict(list)
        self._reviewed: dict[str, str | None] = {}
        for row in store.rows(_SAME):
            said = Numbers(
                **{name: row[name] for name in _NUMBERS},
                week_minutes=row["week_minutes"],
                milestones=milestones(store, row["first"]),
            )
            everybody = row["every"].split()
            for person in everybody:
                self._numbers[person], self._titles[person] = said, row["title"]
            self._meet(said, row["monthly"], json_list(everybody))
        self._followed = {row[0] for row in store.rows("SELECT mentorship_id FROM outline")}
        self._terms = {row[0] for row in store.rows("SELECT mentorship_id FROM term_change")}
        self._settled = settled(store)
        self._came_in = came_in(store)

    def _meet(self, said: Numbers, monthly: str | None, people: str) -> None:
        """Look up what milestones of one playbook go by: calls that were held, monthly ones."""
        if any(one.every_sessions or one.step for one in said.milestones):
            for row in self.store.rows(_HELD, people):
                held = local_date(row["planned_start"], self.tz)
                self._held[row["mentorship_id"]].append(held)
        if monthly and any(one.kind == "review" for one in said.milestones):
            found = self.store.rows(_REVIEWED, f" {monthly} ", people)
            self._reviewed |= {row["id"]: row["last"] for row in found}

    def numbers(self, person: str) -> Numbers:
        """What the playbook of a mentorship says."""
        return self._numbers[person]

    def title(self, person: str) -> str:
        """The title of its playbook."""
        return self._titles[person]

    def end(self, person: str, stored: str | None) -> date | None:
        """The last day of a mentorship: as agreed, else of a slot that ends, else of the run."""
        every = self.schedule.series[person]
        return planned_end(
            day(stored),
            person in self._terms,
            slot_end(every[-1], self._came_in.get(person)) if every else None,
            date.fromisoformat(self.schedule.people[person]["started_on"]),
            self._numbers[person].weeks,
        )

    def held(self, person: str) -> Sequence[date]:
        """The days of the calls that were held, if a milestone goes by them."""
        return self._held.get(person, ())

    def reviewed(self, person: str) -> str | None:
        """The start of the last call with the monthly agenda, if a milestone asks for it."""
        return self._reviewed.get(person)

    def steps(self, person: str) -> Mapping[str, int]:
        """Numbers of the steps with a mark, of the outline that a mentorship follows."""
        if person not in self._followed:
            return {}
        return {row["mark"]: row["number"] for row in self.store.rows(_STEPS, person)}

    def settled(self, person: str) -> set[tuple[str, date]]:
        """Milestones that were done or skipped, for this mentorship or for all of the playbook."""
        shared = {one.key for one in self._numbers[person].milestones if one.kind in SHARED}
        playbook = self.schedule.people[person]["playbook"]
        mine = self._settled[person]
        return mine | {pair for pair in self._settled[f"/{playbook}"] if pair[0] in shared}


def json_list(ids: Iterable[str]) -> str:
    """Ids as SQLite's json_each takes them; they are made by the desk and hold no quotes."""
    return '["' + '","'.join(ids) + '"]'


def milestones(store: Store, mentorship: str) -> list[Milestone]:
    """The milestones in one mentorship's snapshot; what is left out is as the reader has it.

    None on a shared screen: what became of them is hidden, and they would be there as not done.
    """
    if store.is_shared:
        return []
    fields: dict[int, dict[str, Any]] = defaultdict(dict)
    for field in store.rows(_MILESTONES, mentorship):
        fields[field["nth"]][field["name"]] = field["value"]
    return [Milestone(**one) for one in fields.values()]


def settled(store: Store) -> dict[str, set[tuple[str, date]]]:
    """What was done or skipped, by mentorship, and by `/playbook` for all under it."""
    found: dict[str, set[tuple[str, date]]] = defaultdict(set)
    for row in store.rows(
        "SELECT mentorship_id, playbook, milestone, due_on FROM milestone_mark"
        " JOIN mentorship ON mentorship.id = mentorship_id"
    ):
        pair = (row["milestone"], date.fromisoformat(row["due_on"]))
        found[row["mentorship_id"]].add(pair)
        found[f"/{row['playbook']}"].add(pair)
    return found
