"""Budgets: what mentorships took of the time that their playbooks allow."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.effort import Budget, period, share
from mentordesk.domain.people import Relation
from mentordesk.domain.text import length
from mentordesk.store import times as rows
from mentordesk.store.people import relations

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def budgets(desk: "Desk", who: str, playbook: str, per: str, day: date) -> Sequence[Budget]:
    """One mentorship's, or of each that is active under a playbook or any; see Times.budgets."""
    if who:
        found = [desk.people.find(who)]
    else:
        every = {one.mentorship.id: one for one in reversed(relations(desk.store))}
        found = [one for one in every.values() if one.mentorship.status == "active"][::-1]
    return [_of(desk, one, per, day) for one in found if playbook in ("", one.mentorship.playbook)]


def _of(desk: "Desk", found: Relation, per: str, day: date) -> Budget:
    playbook = desk.playbooks.of(found.mentorship.id)
    its = playbook.budget_per or "month"
    chosen = per or its
    first, last = period(chosen, day)
    spent = rows.spent(desk.store, rows.span(first, last, desk.tz), found.mentorship.id)
    used = share(spent, playbook.time_kinds)
    fits = chosen == playbook.budget_per
    return Budget(
        name=found.mentee.name,
        address=found.address,
        programme=playbook.title,
        per=chosen,
        first=first,
        last=last,
        minutes=sum(minutes for _, minutes in spent),
        budget=playbook.budget_minutes if fits else 0,
        rule=f"{length(playbook.budget_minutes)} a {its}" if playbook.budget_minutes else "",
        kinds=used if fits else [one._replace(budget=0) for one in used],
    )
