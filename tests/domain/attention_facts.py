"""Made-up facts of one mentorship for the rules of Today, seen from one day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from mentordesk import playbooks
from mentordesk.domain.attention import Facts, Numbers, due
from mentordesk.domain.offers import Workshop
from mentordesk.domain.programme_events import Milestone

TODAY = date(2026, 11, 26)
SAYS = Numbers(silence_days=14, escalate_after=2, prep_days=1, gap_days=7, target_days=3, weeks=12)
PLAIN = Milestone("m", "M", "check-in")
PROGRAMMES = sorted(playbooks.shipped())


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def facts(**known: Any) -> Facts:
    """Somebody who was spoken to yesterday and meets next week: nothing is due."""
    usual: dict[str, Any] = {
        "address": "ada/wealljs",
        "name": "Ada",
        "status": "active",
        "started_on": ago(20),
        "last_contact": ago(1),
        "next_start": datetime(2026, 12, 3, 17, tzinfo=UTC),
        "next_day": ahead(7),
        "numbers": SAYS,
        "programme": "WeAllJS",
    }
    return Facts(**usual | known)


def rules(**known: Any) -> list[str]:
    return [line.rule for line in due([facts(**known)], TODAY)]


def having(one: Milestone) -> Numbers:
    return SAYS._replace(milestones=[one])


def workshop(key: str, day: date) -> Workshop:
    return Workshop(key, "Pandas", day, prep_minutes=120, prep_days=3)


OVER = {"status": "graduated", "next_start": None, "next_day": None, "ended_on": ago(200)}
KEEPS = SAYS._replace(keep_in_touch_weeks=13)
