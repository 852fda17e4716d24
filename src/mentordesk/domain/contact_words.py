"""A contact policy in words, as cards, lists and warnings say it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from mentordesk.domain.rules import DAY_NAMES

if TYPE_CHECKING:
    from mentordesk.domain.contact import Policy


def channel_words(policy: "Policy") -> str:
    """`Slack, then mail`."""
    return ", then ".join(policy.channels)


def hour_words(policy: "Policy") -> str:
    """Days and hours on the mentee's clock: `weekdays 9–18`; '' when nothing was said."""
    hours = ""
    if policy.since and policy.until:
        hours = f"{_hour(policy.since)}–{_hour(policy.until)}"
    return " ".join(part for part in (day_words(policy.days), hours) if part)


def both_clocks(policy: "Policy", tz: tzinfo, today: date) -> str:
    """The agreed hours on the mentor's clock as of today: `10–19 on your clock`; '' if alike.

    The two may be moved against each other when either's clocks change.
    """
    if not (policy.since and policy.until):
        return ""
    walls = (datetime.combine(today, at, policy.tz) for at in (policy.since, policy.until))
    mine = [at.astimezone(UTC).astimezone(tz) for at in walls]
    if [at.time() for at in mine] == [policy.since, policy.until]:
        return ""
    return f"{_hour(mine[0].time())}–{_hour(mine[1].time())} on your clock"


def _hour(at: time) -> str:
    return f"{at:%H:%M}".lstrip("0") if at.minute else str(at.hour)


def day_words(days: Sequence[int]) -> str:
    """`weekdays`, `weekends`, `Mon–Wed`, `Mon, Thu`; '' for every day."""
    chosen = sorted(set(days))
    known = {(0, 1, 2, 3, 4): "weekdays", (5, 6): "weekends", tuple(range(7)): ""}
    if tuple(chosen) in known:
        return known[tuple(chosen)]
    names = [DAY_NAMES[day][:3] for day in chosen]
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def topic_words(policy: "Policy") -> str:
    """`not about health, her employer`; '' when nothing is off limits."""
    return f"not about {', '.join(policy.off_limits)}" if policy.off_limits else ""


def often_words(policy: "Policy") -> str:
    """`at most 3 a week`; '' when nothing was said."""
    return f"at most {policy.a_week} a week" if policy.a_week else ""


def contact_words(policy: "Policy", city: str = "") -> str:
    """Channels, hours in the city's time, and how often, in one phrase."""
    hours = hour_words(policy)
    if city and policy.since:
        hours = f"{hours} {city}"
    return _joined((channel_words(policy), hours, often_words(policy)))


def in_a_line(policy: "Policy", otherwise: str = "") -> list[str]:
    """The policy as short as it gets: how and when, what not about, how often.

    `otherwise` is how the mentee can be reached where no channel was agreed on.
    """
    how = _joined((", ".join(policy.channels) or otherwise, hour_words(policy)))
    return [f"contact: {how}" if how else "", topic_words(policy), often_words(policy)]


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
