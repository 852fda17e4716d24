"""Mails that the desktop opens: where they lie meanwhile, and handing them over."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Mentee

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def need_address(desk: "Desk", what: str) -> None:
    """Raise Refusal while the mentor has no mail address, which every mail comes from."""
    if not desk.email:
        raise Refusal(
            f"{what} needs your own mail address. Set it as email in the settings:"
            " mentordesk settings path shows where they are."
        )


def nameless(desk: "Desk") -> str:
    """What is said of a title without the mentor's name."""
    return (
        f"You have no name in the settings, so the title says {desk.email}. Set it as name:"
        " mentordesk settings path shows where they are."
    )


def waiting_room(desk: "Desk") -> Path:
    """A new folder in the desk's outbox, so that no mail takes the place of one not sent yet.

    Folders in which nothing was left go. Raises Refusal when it cannot be made.
    """
    outbox = desk.invites.open_folder(desk.invites.outbox())
    for old in outbox.glob("*/"):
        with suppress(OSError):  # one that is not empty stays
            old.rmdir()
    now = desk.now().astimezone(desk.tz)
    return desk.invites.open_folder(outbox / f"{now:%Y%m%d-%H%M%S}")


def forget_mails(desk: "Desk", mentee: Mentee) -> None:
    """Remove every file of the outbox that is for somebody, who is to be forgotten."""
    for file in desk.invites.outbox().rglob("*"):
        with suppress(OSError):
            if file.is_file() and _is_for(file, mentee):
                file.unlink()


def attach(paths: Iterable[Path]) -> None:
    """Give each mail its calendar as an attachment, too. Raises Refusal when it cannot be."""
    from mentordesk.outbox.eml import with_copy
    from mentordesk.outbox.files import write_whole

    for path in paths:
        if path.suffix == ".eml":
            write_whole(path, with_copy(path.read_bytes()))


def hand_over(paths: Iterable[Path]) -> None:
    """Open each mail in the mail program of the desktop. Raises Refusal that names the file."""
    from mentordesk.outbox.opening import open_file

    for path in paths:
        if path.suffix == ".eml":
            open_file(path)


def _is_for(file: Path, mentee: Mentee) -> bool:
    """By its name, or because the address stands in it."""
    if file.name.startswith((f"{mentee.handle}-", f"{mentee.handle}.")):
        return True
    return bool(mentee.email) and mentee.email.encode() in file.read_bytes()
