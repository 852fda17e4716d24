"""Who may see which word, in other words than the policy's, and the desk both files ask about."""

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import ZONE
from tests.sharing.sentinels import Word

from mentordesk.desk import Desk, open_desk
from mentordesk.domain.readers import THE_PUBLIC, Reader
from mentordesk.paths import paths
from mentordesk.settings import Settings

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
OPEN = {
    ("series", "place"),
    ("session", "place"),
    ("invitation", "component"),
    *((table, "address") for table in ("invited", "reply", "counter")),
    ("reply", "delegate"),
}
"""Words that both sides know: where they meet, what was sent of it, and what they answered."""
FOR_ALL = {("office_hour", "link")}
"""Words that are published."""


def opened(folder: Path) -> Desk:
    """The desk in a folder, at that moment."""
    places = paths({"MENTORDESK_HOME": str(folder)})
    return open_desk(places, Settings(zone=ZONE, name="Mara"), clock=lambda: NOW)


def may_see(desk: Desk, viewer: Reader, word: Word) -> bool:
    """The rule in other words than the policy's: whose it is, about whom, and who may read it."""
    if (word.table, word.column) in FOR_ALL:
        return True
    if viewer == THE_PUBLIC:
        return False
    mine = {viewer.group_id} if viewer.group_id else _mentorships(desk, viewer.mentee_id)
    if word.table == "mentee":
        mates = {mate for one in mine for mate in _members(desk, one)}
        known = word.column in ("name", "handle") and word.mentee in mates
        return known or word.mentee == viewer.mentee_id
    alone = {"", viewer.mentee_id}
    if word.mentorship not in mine or not {word.about, word.mentee} <= alone:
        return False
    if (word.table, word.column) in OPEN or word.table == "team":
        return True
    return bool({"mentee", "public"} & set(word.readers.split()))


def _mentorships(desk: Desk, mentee: str) -> set[str]:
    rows = desk.store.rows("SELECT mentorship_id FROM membership WHERE mentee_id = ?", mentee)
    return {row[0] for row in rows}


def _members(desk: Desk, mentorship: str) -> set[str]:
    rows = desk.store.rows("SELECT mentee_id FROM membership WHERE mentorship_id = ?", mentorship)
    return {row[0] for row in rows}


def found(text: str, words: dict[str, Word]) -> set[str]:
    """The words of somebody's that stand in a text."""
    return {word for word in re.findall(r"zq\d+x", text) if word in words}
