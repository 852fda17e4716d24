"""Mails that the desktop opens: where they lie meanwhile, and handing them over."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

KEPT = timedelta(days=7)
"""How long a mail stays for the mail program to read; then the next one takes its place."""


def outbox(desk: "Desk", *, empty: bool = False) -> Path:
    """The folder beside the desk in which mails wait for the mail program, without old ones.

    `empty` keeps none: they name people. Raises Refusal when it cannot be made.
    """
    from mentordesk.outbox.files import folder_for

    before = (desk.now() - KEPT).timestamp()
    return folder_for(_folder(desk), float("inf") if empty else before)


def forget_mails(desk: "Desk") -> None:
    """Remove every mail that waits; they may name somebody who is to be forgotten."""
    if _folder(desk).is_dir():
        outbox(desk, empty=True)


def hand_over(paths: Iterable[Path]) -> None:
    """Open each mail in the mail program of the desktop. Raises Refusal that names the file."""
    from mentordesk.outbox.opening import open_file

    for path in paths:
        if path.suffix == ".eml":
            open_file(path)


def _folder(desk: "Desk") -> Path:
    return Path(desk.store.path).parent / "outbox"
