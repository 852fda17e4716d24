"""The files of invitations: how they are called, what is in them, and that they stay whole."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.desk.exports import is_foreign
from mentordesk.domain.inviting import Outgoing
from mentordesk.domain.people import Relation
from mentordesk.store import slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.invite_plan import Planned

FULL = "-full.ics"
"""How the name of the file ends that has everything as it stands."""


def contents(
    desk: "Desk", found: Relation, planned: "Sequence[Planned]", target: Path, eml: bool
) -> dict[Path, bytes]:
    """The files of messages that are stored as sent, in the order in which they are to be sent.

    Where one tells of a single date, a calendar of everything as it stands comes after them.
    """
    paths = _paths(target, found.mentee.handle, [one.outgoing.kind for one in planned], eml)
    files = {
        path: mail(desk, one.outgoing) if eml else one.outgoing.data
        for path, one in zip(paths, planned, strict=True)
    }
    if any(one.outgoing.form == "instance" for one in planned):
        name = f"{found.mentee.handle if target.is_dir() else target.stem}{FULL}"
        state = _full_state(desk, found)
        files |= {paths[0].with_name(name): state} if state else {}
    return files


def put(files: Mapping[Path, bytes], force: bool) -> None:
    """Write them, each whole or not at all.

    Raises Refusal when a file is there, which may be a message that was not sent yet; an earlier
    calendar of everything as it stands is replaced.
    """
    from mentordesk.outbox.files import already_there, write_whole

    for path in files:
        is_replaced = path.name.endswith(FULL) and not is_foreign(path)
        if path.exists() and not (force or is_replaced):
            raise already_there(path)
    for path, data in files.items():
        write_whole(path, data)


def named(files: Iterable[Path]) -> str:
    """The names of files, and in which folder they are: `ada-01-skip.eml, ada-full.ics (in /a)`."""
    every = [path.absolute() for path in files]
    return f"{', '.join(path.name for path in every)} (in {every[0].parent})"


def numbered(folder: Path, handle: str, kinds: Sequence[str], eml: bool) -> list[Path]:
    """New names in a folder for messages to somebody, in the order in which they are to be sent.

    The numbers go on from those that are there: what was not sent yet is never in the way.
    """
    end, found = ".eml" if eml else ".ics", re.compile(rf"{re.escape(handle)}-(\d+)-")
    try:
        there = [found.match(path.name) for path in folder.iterdir()]
    except OSError:  # it is not made yet, or writing will say what is wrong
        there = []
    first = max((int(one[1]) for one in there if one), default=0) + 1
    return [folder / f"{handle}-{n:02}-{kind}{end}" for n, kind in enumerate(kinds, first)]


def _paths(target: Path, handle: str, kinds: Sequence[str], eml: bool) -> list[Path]:
    from mentordesk.outbox.files import no_folder

    """A name for each message: new ones in a folder, else the one that was given and more."""
    if target.is_dir():
        return numbered(target, handle, kinds, eml)
    if not target.suffix:  # a folder is meant that is not there
        raise no_folder(target)
    rest = [target.with_name(f"{target.stem}-{n}{target.suffix}") for n in range(2, len(kinds) + 1)]
    return [target, *rest]


def mail(desk: "Desk", one: Outgoing) -> bytes:
    """A message as a mail to open and send."""
    from mentordesk.outbox.eml import invitation_mail

    return invitation_mail(
        sender=(desk.mentor, desk.email),
        to=one.to,
        subject=one.subject,
        text="\n".join([one.subject, "", *one.sentences, ""]),
        calendar=one.data,
        method=one.method,
        at=one.stamp,
        message_id=one.message_id,
        answers=one.answers,
    )


def _full_state(desk: "Desk", found: Relation) -> bytes:
    """Every slot with its dates as a file to import, never older than what was sent."""
    from mentordesk.ical import Organizer, series_calendar

    every = slots.all_series(desk.store, found.mentorship.id)
    shown = [one for one in every if next(one.days(), None)]
    if not shown:
        return b""
    organizer = Organizer(desk.mentor, desk.email)
    items = desk.exports.chained(shown, desk.invites.for_outlook(found))
    return series_calendar(items, tzif=zones.tz_bytes, organizer=organizer)
