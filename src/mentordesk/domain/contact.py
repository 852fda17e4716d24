"""How and when one may write to a mentee, as the two agreed; what lies outside of it is said.

Nothing here refuses: the mentor is told, and decides (WeAllJS mentor guide, “The First Meeting” 4).
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.cadence import midnight
from mentordesk.domain.contact_words import channel_words, hour_words
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, monday_of
from mentordesk.domain.text import folded, one_line

WAYS = {
    "chat": ("chat", "slack", "discord", "zulip", "signal", "whatsapp", "telegram", "matrix",
             "element", "irc", "teams", "mattermost", "sms", "text", "dm", "messages"),
    "mail": ("mail", "email", "e-mail"),
    "forum": ("forum", "github", "gitlab", "discourse", "issue", "issues"),
}  # fmt: skip
"""What a touchpoint of a kind can come by; other channels are not told apart."""
_LEAD = ("her ", "his ", "their ", "my ", "your ", "our ", "the ", "a ", "an ")
MOST = 99
"""Words a week; a higher limit is none."""
_SHORT = 5
"""Letters from which a topic may go on as it likes (`health` is found in `healthy`)."""


class Policy(NamedTuple):
    """What was agreed about contact; empty, None and 0 mean that nothing was.

    `channels` are ranked, `days` count from Monday (0), `since` and `until` are wall times in `tz`,
    the mentee's zone; a window that ends before it begins goes on past midnight. `a_week` counts
    words between calls, Monday to Sunday.
    """

    channels: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    since: time | None = None
    until: time | None = None
    a_week: int = 0
    off_limits: tuple[str, ...] = ()
    day: date | None = None
    tz: tzinfo = UTC


def warnings(
    policy: Policy, touches_this_week: int, channel: str, at: datetime, text: str = ""
) -> list[str]:
    """A sentence for each way in which a word to the mentee lies outside what was agreed.

    `touches_this_week` were there before it; `channel` is a kind of touchpoint or the name of a
    channel; `at` is aware, on the mentor's clock, which is said beside the mentee's.
    """
    found = [_by(policy, channel), _when(policy, at), _often(policy, touches_this_week)]
    return [said for said in found if said] + off_limits(policy, text)


def off_limits(policy: Policy, text: str) -> list[str]:
    """A sentence for each topic that was to be left alone and is in the text."""
    told = _words_of(text)
    return [
        f"“{one_line(topic)}” is off limits, and it is in there."
        for topic in policy.off_limits
        if (topic_words := _bare(topic)) and _is_named(topic_words, told)
    ]


def _bare(topic: str) -> str:
    """A topic without the article or possessive it begins with (`her employer`)."""
    words = _words_of(topic)
    return next((words.removeprefix(lead) for lead in _LEAD if words.startswith(lead)), words)


def _is_named(topic: str, told: str) -> bool:
    """Whether a text has a topic as words of their own, in the plural or, if long, going on."""
    import re  # only words that are to be stored or to leave are looked through

    goes_on = "" if len(topic.split()[-1]) >= _SHORT else r"s?(?!\w)"
    return re.search(rf"(?<!\w){re.escape(topic)}{goes_on}", told) is not None


def _words_of(text: str) -> str:
    return " ".join(folded(text).split())


def _by(policy: Policy, channel: str) -> str:
    word = channel.casefold().strip()
    if not policy.channels or word in ("", "impromptu", "other"):
        return ""
    if any(_fits(agreed.casefold(), word) for agreed in policy.channels):
        return ""
    return f"You agreed on {channel_words(policy)}, not on {_named(channel)}."


def _fits(agreed: str, word: str) -> bool:
    """Whether a channel is the agreed one, or may be: `chat` may be any channel not told apart."""
    kind = _way(agreed)
    return agreed == word or (kind in (word, "") if word in WAYS else kind == word != "")


def _way(channel: str) -> str:
    return next((kind for kind, words in WAYS.items() if channel.split()[0] in words), "")


def _named(channel: str) -> str:
    return {"chat": "a chat", "mail": "a mail", "forum": "a forum"}.get(channel, channel)


def _when(policy: Policy, at: datetime) -> str:
    there = at.astimezone(policy.tz)
    if is_open(policy, there.replace(tzinfo=None)):
        return ""
    here = (
        "" if there.replace(tzinfo=None) == at.replace(tzinfo=None) else f" ({_day(at)} on yours)"
    )
    return f"That is {_day(there)} on their clock{here}; you agreed on {hour_words(policy)}."


def _day(at: datetime) -> str:
    return f"{DAY_NAMES[at.weekday()][:3]} {at:%H:%M}"


def is_open(policy: Policy, wall: datetime) -> bool:
    """Whether a wall time in the mentee's zone lies in the agreed days and hours."""
    day, at = wall.weekday(), wall.time()
    if policy.since and policy.until and policy.since != policy.until:
        if policy.since < policy.until:
            inside = policy.since <= at < policy.until
        else:
            inside = at >= policy.since or at < policy.until
            day = (day - 1) % 7 if at < policy.until else day
        if not inside:
            return False
    return not policy.days or day in policy.days


def _often(policy: Policy, before: int) -> str:
    if not policy.a_week or before < policy.a_week:
        return ""
    return f"That makes {before + 1} this week; you agreed on at most {policy.a_week}."


def week_of(at: datetime, tz: tzinfo) -> tuple[datetime, datetime]:
    """The mentee's week that an instant is in: Monday's first minute, and the next Monday's."""
    monday = monday_of(at.astimezone(tz).date())
    return midnight(monday, tz), midnight(monday + timedelta(weeks=1), tz)


def checked(policy: Policy) -> Policy:
    """A policy as it may be stored: its texts on one line, nothing twice. Raises Refusal.

    Hours come in pairs, and a number of words a week is one that somebody could keep.
    """
    if bool(policy.since) != bool(policy.until):
        raise Refusal("Hours have a beginning and an end. Give both, as in 9-18.")
    if not 0 <= policy.a_week <= MOST:
        raise Refusal(f"{policy.a_week} a week is no limit. Give 1 to {MOST}, or 0 for none.")
    return policy._replace(
        channels=_words(policy.channels),
        off_limits=_words(policy.off_limits),
        days=tuple(sorted(set(policy.days))),
    )


def _words(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Words without blanks around them; a comma would part them in the store, so it does here."""
    single = (one_line(word) for text in typed for word in text.split(","))
    return tuple(dict.fromkeys(word for word in single if word))
