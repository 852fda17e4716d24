"""The wrap-up in words: what an answer becomes, and the next date in both clocks."""

from datetime import datetime, time, tzinfo

from mentordesk.domain.cadence import instant
from mentordesk.domain.call_page import CallPage
from mentordesk.domain.errors import Refusal
from mentordesk.domain.pages import Meeting
from mentordesk.domain.playbook import Question
from mentordesk.domain.text import city, one_line
from mentordesk.tui.presentation.look import Look, day
from mentordesk.tui.presentation.rows import Row, fit

CHOICES = (("confirm", "confirm"), ("move", "move it"), ("skip", "skip it"), ("", "leave open"))
AS_IT_IS = (*CHOICES[:3], ("", "as it is"))
"""The same once the call is closed: leaving it is leaving it as it is."""
_BECOMES = {
    "task": "becomes the task the next call starts with",
    "action": "each line becomes a promise: @who what by when; no @ means me",
    "opportunity": "each line is something you watch out for",
    "next": "kept with the next date",
    "note": "becomes a note",
    "recap": "becomes a line of the recap",
    "learned": "becomes something you have learned",
}


def headline(page: CallPage, look: Look) -> Row:
    """What this is and with whom; that the call goes on meanwhile."""
    name = fit(page.mentee.name, look.width - 40)
    left = [(" Wrap-up ", "strong"), (f"with {name}", "")]
    return Row("", left, [("the call goes on ", "dim")])


def past_headline(page: CallPage, look: Look) -> Row:
    """Whose wrap-up, of which call; that it is over."""
    session = page.session
    at = look.here(session.started or session.planned_start)
    right = f"{day(at.date(), look.today)} {at:%H:%M} · the call is over "
    name = fit(page.mentee.name, look.width - 20 - len(right))
    return Row("", [(" Wrap-up ", "strong"), (f"with {name}", "")], [(right, "dim")])


def hint(question: Question | None, closes: str) -> str:
    """How it is closed, who may read the answer besides the mentor, what it becomes, and why."""
    parts = [closes]
    if question:
        readers = "for you alone" if not question.readers else f"read by {_spoken(question)}"
        parts += [readers, _BECOMES.get(question.becomes, ""), one_line(question.hint)]
    return " · ".join(part for part in parts if part)


def _spoken(question: Question) -> str:
    words = {"mentee": "the mentee", "coordinator": "the coordinator", "public": "anybody"}
    return " and ".join(words[one] for one in words if one in question.readers)


def meeting(next_one: Meeting, zone: str) -> str:
    """The next date in both clocks, with its warning: `Thu 3 Dec 18:00 · 17:00 in Lagos`."""
    return " · ".join(
        part for part in (_wall(next_one.here), _there(next_one.here, next_one.there, zone)) if part
    ) + (f" · {next_one.warning}" if next_one.warning else "")


def _wall(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b %H:%M}"


def _there(here: datetime, there: datetime | None, zone: str) -> str:
    if there is None:
        return ""
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return f"the same in {city(zone)}"
    weekday = f"{there:%a} " if there.date() != here.date() else ""
    return f"{weekday}{there:%H:%M} in {city(zone)}"


def understood(typed: str, look: Look, usual: time, zone: str) -> tuple[datetime | None, str]:
    """A typed date as the mentor's wall time and as words in both clocks; None and why not.

    A day alone keeps the usual time. An empty text says what can be typed.
    """
    from mentordesk import dates  # only who moves a date types one

    if not typed.strip():
        return None, "a day and a time, such as thu 18:00 or 3 dec"
    try:
        wall = dates.read_when(typed, look.here(look.now), default_time=usual)
    except Refusal as refusal:
        return None, refusal.sentence
    at = instant(wall, look.tz)
    echo = dates.echo_when(wall, look.today)
    there = _there(look.here(at), look.there(at, zone), zone)
    return wall, f"{echo} · {there}" if there else echo


def in_zone(wall: datetime, mine: tzinfo, slots: tzinfo) -> datetime:
    """The mentor's wall time as wall time of the slot's own zone."""
    return instant(wall, mine).astimezone(slots).replace(tzinfo=None)
