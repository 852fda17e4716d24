"""The answer to “when next?”: a word, a date to move the next meeting to, or one to fix alone."""

from datetime import datetime
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import Rule
from mentordesk.domain.sessions import Session
from mentordesk.store.slots import current_series

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

NextChoice = tuple[str, datetime | None]
WORDS = ("confirm", "skip")


def choice_of(desk: "Desk", found: Relation, typed: str) -> NextChoice:
    """What an answer does to the next date: confirm, skip, move to a wall time, or ('', None)."""
    word = typed.strip().casefold()
    if word in WORDS:
        return word, None
    if not word:
        return "", None
    try:
        return "move", read_wall(desk, found, typed)
    except Refusal:
        return "", None


def read_wall(desk: "Desk", found: Relation, typed: str) -> datetime:
    """A day and a time as typed, on the clock of the slot there is or was, else on the mentor's.

    Raises Refusal for what is no date to come; a day alone takes the slot's time, if there is one.
    """
    from mentordesk.dates import read_when  # only an answer that was typed needs it

    series = current_series(desk.store, found.mentorship.id)
    here = desk.now().astimezone(series.tz if series else desk.tz)
    return read_when(typed, here, default_time=series.wall_time if series else None)


def fix_one(desk: "Desk", found: Relation, wall: datetime) -> None:
    """Fix one meeting where no next one is, agreed by both; as long and where the last slot was.

    Inside a transaction that is under way. Raises Refusal like `slot set`.
    """
    series = current_series(desk.store, found.mentorship.id)
    desk.slots.set(
        found.address,
        Rule("WEEKLY", 1, (wall.weekday(),)),
        wall.time(),
        minutes=series.minutes if series else 0,
        zone=series.zone if series else "",
        starts_on=wall.date(),
        count=1,
        place=series.place if series else "",
    )
    desk.slots.confirm(found.address, wall.date())


def promised_date(desk: "Desk", session: Session) -> str:
    """The promise that an answer about the next date has become; '' for none."""
    playbook = desk.playbooks.of(session.mentorship_id)
    key = next((one.key for one in playbook.wrap_up if one.becomes == "next"), "")
    made = desk.store.value(
        "SELECT text FROM action WHERE id ="
        " (SELECT made FROM answer WHERE session_id = ? AND question = ?)",
        session.id,
        key,
    )
    return str(made or "")
