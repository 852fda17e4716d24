"""What `search` prints; without click, which costs more than finding."""

from datetime import datetime
from typing import TYPE_CHECKING

from mentordesk.cli import output

if TYPE_CHECKING:
    from mentordesk.cli.entrance import Door
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Hit

LIMIT = 50


def search(door: "Door", text: str, limit: int = LIMIT, as_json: bool = False) -> None:
    """Print the best hits for what was typed, at most so many."""
    desk = door.read()
    found = desk.pages.search(text, limit)
    if as_json:
        output.as_json([_shape(hit) for hit in found])
    elif not found:
        output.say(f"Nothing has “{text}” in it.")
    else:
        output.table([_row(desk, hit) for hit in found], indent=0)


def _row(desk: "Desk", hit: "Hit") -> tuple[str, ...]:
    day = datetime.fromisoformat(hit.at).astimezone(desk.tz).date()
    return (day.isoformat(), hit.kind, hit.address, hit.snippet)


def _shape(hit: "Hit") -> dict[str, str]:
    return {
        "kind": hit.kind,
        "at": hit.at,
        "name": hit.name,
        "who": hit.address,
        "snippet": hit.snippet,
        "id": hit.id,
        "session": hit.session_id,
    }
