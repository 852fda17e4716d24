"""Handing mails to the desktop without waiting for it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk


async def open_mails(app: App[object], desk: "Desk", mails: Sequence[Path]) -> None:
    """Open mails in the mail program; what keeps them shut is said, for they are written."""
    try:
        await asyncio.to_thread(desk.exports.hand_over, mails)
    except Refusal as refusal:
        app.notify(refusal.sentence, severity="warning", markup=False)
