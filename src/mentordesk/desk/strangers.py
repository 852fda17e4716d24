"""Who is named in a call as the owner of a promise, and is nobody that this mentorship knows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.owners import Stranger, called, meant
from mentordesk.domain.people import Relation
from mentordesk.domain.sessions import Session

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_OTHERS = "owner = 'network' AND who <> 'network'"
_ACQUAINTED = f"""
SELECT who FROM action WHERE mentorship_id = ?1 AND {_OTHERS} AND session_id IS NOT ?2
UNION SELECT person FROM introduction WHERE mentorship_id = ?1
"""


def in_notes(
    desk: "Desk", found: Relation, session: Session, lines: Sequence[str], marks: Mapping[int, str]
) -> dict[int, Stranger]:
    """The lines of the notes that are promises of somebody nobody knows, with whom they name."""
    sql = (
        "SELECT capture.line, who FROM capture JOIN action ON action.id = thing_id"
        f" WHERE action.session_id = ? AND {_OTHERS}"
    )
    named = {row["line"]: row["who"] for row in desk.store.rows(sql, session.id)}
    before = {
        at: word
        for at, kind in marks.items()
        if kind == "action" and at < len(lines) and (word := called(lines[at]))
    }
    if not (named or before):
        return {}
    known, names = _known(desk, found, session)
    mine = {at: Stranger(f"{word}:", meant(word, names)) for at, word in before.items()}
    return {at: one for at, one in mine.items() if one.meant} | {
        at: Stranger(who, meant(who, names))
        for at, who in named.items()
        if who.casefold() not in known
    }


def of_call(desk: "Desk", session: Session) -> list[Stranger]:
    """Everybody nobody knows who has promised something in this call, as it stands."""
    sql = f"SELECT DISTINCT who FROM action WHERE session_id = ? AND {_OTHERS}"
    rows = desk.store.rows(sql, session.id)
    if not rows:
        return []
    found = desk.people.by_mentorship(session.mentorship_id)
    known, names = _known(desk, found, session)
    strange = [row["who"] for row in rows if row["who"].casefold() not in known]
    return [Stranger(who, meant(who, names)) for who in strange]


def _known(desk: "Desk", found: Relation, session: Session) -> tuple[set[str], list[str]]:
    """Who was there before this call, in any spelling; and the names that an @ may write."""
    rows = desk.store.rows(_ACQUAINTED, found.mentorship.id, session.id)
    people = [row["who"].casefold() for row in rows]
    known = {*people, *(name.split()[0] for name in people if name)}
    for contact in desk.playbooks.of(found.mentorship.id).support:
        known |= {contact.key.casefold(), contact.title.casefold(), contact.role.casefold()}
    owners, whose = desk.promises.owners(found.address), desk.promises.whose
    theirs = {name for name in owners if whose(name, found)[0] == "mentee"}
    return known, [name for name in owners if name in theirs or name.casefold() in known]
