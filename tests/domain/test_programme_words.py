"""When a milestone falls is said in words."""

from typing import Any

import pytest

from mentordesk.domain.programme_events import Criterion, Milestone
from mentordesk.domain.programme_words import takes, timing


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ({}, "at the start"),
        ({"after": "end"}, "at the end"),
        ({"after": "previous", "days": 1}, "1 day after the one before"),
        ({"weeks": -2, "after": "end"}, "2 weeks before the end"),
        ({"months": 3}, "3 months after the start"),
        ({"months": 1, "days": 2}, "1 month and 2 days after the start"),
        ({"percent": 50}, "halfway"),
        ({"percent": 50, "days": -3}, "3 days before halfway"),
        ({"percent": 80}, "at 80 % of the term"),
        ({"step": "slide draft"}, "with the meeting of the slide draft"),
        ({"step": "showcase", "days": 1}, "1 day after the meeting of the showcase"),
        ({"every_weeks": 1, "weekday": "friday"}, "every week, on Friday"),
        ({"every_months": 1, "month_day": 1}, "every month, on day 1 of the month"),
        ({"every_months": 3}, "every 3 months"),
        ({"every_sessions": 4}, "every 4 meetings"),
        ({"after": "previous", "every_weeks": 2}, "at the one before, every 2 weeks"),
        ({"weeks": 2, "every_weeks": 4}, "2 weeks after the start, every 4 weeks"),
    ],
)
def test_when_a_milestone_falls(when: dict[str, Any], says: str) -> None:
    plain = Milestone("m", "M", "check-in")
    assert timing(plain._replace(**when)) == says


@pytest.mark.parametrize(
    ("criterion", "says"),
    [
        (Criterion("c", "Came", "meetings", 2), "2 meetings"),
        (Criterion("c", "Came", "meetings", 1), "1 meeting"),
        (Criterion("c", "Showed", "milestone", milestone="showcase"), "showcase"),
        (Criterion("c", "Helped"), "a tick"),
    ],
)
def test_what_a_criterion_takes(criterion: Criterion, says: str) -> None:
    assert takes(criterion) == says
