"""What is due when a mentorship is over: telling those who must know, and staying in touch."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.attention_words import when
from mentordesk.domain.coming import Attention

if TYPE_CHECKING:
    from mentordesk.domain.attention import Facts

ALUMNI = ("graduated", "completed")
"""Statuses after which the two may stay in touch."""


def tell(facts: "Facts", today: date) -> Iterable[Attention]:
    """It ended early, and those whom the playbook names have not been told."""
    day = facts.left_on
    if day and facts.tells:
        says = f"tell the {facts.tells}: it ended early with {facts.name}, {when(day, today)}"
        yield facts.line("tell", day, says, urgent=True, does="told")


def put_forward(facts: "Facts", today: date) -> Iterable[Attention]:
    """They graduated, and the playbook says what comes next: once, until they are nominated."""
    day = facts.ended_on
    if day and facts.nominate and facts.status == "graduated":
        says = f"nominate {facts.name}, graduated {when(day, today)}: {facts.nominate}"
        yield facts.line("nominate", day, says)


def keep_in_touch(facts: "Facts", today: date) -> Iterable[Attention]:
    """It went to its end, and nothing was heard for as many weeks as the playbook says."""
    weeks, over = facts.numbers.keep_in_touch_weeks, facts.ended_on
    if not over or not weeks or facts.status not in ALUMNI:
        return
    since = max(over, facts.last_contact or over)
    if (today - since).days >= weeks * 7:
        says = (
            f"keep in touch: {facts.name}, {(today - since).days // 7} weeks since anything"
            f" (the playbook says {weeks})"
        )
        yield facts.line("keep-in-touch", since, says, does="log")
