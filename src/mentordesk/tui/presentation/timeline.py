"""What happened with somebody, in lines: newest first, one opened to its whole text."""

from collections.abc import Sequence

from mentordesk.domain.incidents import in_view
from mentordesk.domain.pages import Moment
from mentordesk.domain.text import clean, one_line
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit, pad, plain, wrap

STATUS = {
    "intake": "on the way in",
    "active": "the mentorship is active",
    "paused": "the mentorship is paused",
    "completed": "the mentorship is completed",
    "graduated": "the mentee has graduated",
    "exited": "the mentorship has ended early",
    "declined": "it did not come about",
}
EMPTY = "Nothing has happened yet.\nn writes a note, l logs a chat, s starts the first call."


def timeline_rows(moments: Sequence[Moment], typed: str, opened: str, look: Look) -> list[Row]:
    """The moments that have every typed word; the one whose id is `opened` shows all its text."""
    found = [(n, moment) for n, moment in enumerate(moments) if _has(moment, typed)]
    if moments and not found:
        return [plain(f"Nothing here has “{typed}”.", "dim")]
    rows = []
    for n, moment in found:
        rows.append(moment_row(moment, n, look))
        if moment.id == opened:
            rows += [Row("", [("    " + line, "")]) for line in wrap(moment.body, look.width - 6)]
    return rows


def _has(moment: Moment, typed: str) -> bool:
    text = f"{moment.kind} {moment.title} {moment.body}".casefold()
    return all(word in text for word in typed.casefold().split())


def moment_row(moment: Moment, n: int, look: Look) -> Row:
    """One moment: day, kind, what; who else may read it stands at the right."""
    here = look.here(moment.at)
    kind = moment.kind if moment.kind != "session" else "call"
    left: list[Seg] = [
        (
            pad(words.day(here.date(), look.today), 16 if here.year != look.today.year else 11),
            "dim",
        ),
        (f"{here:%H:%M}  ", "dim"),
        (pad(kind, 11) + " ", "accent" if kind == "call" else ""),
        (_said(moment, look), ""),
    ]
    readers = f" {moment.readers} " if moment.kind != "status" else ""
    return Row(f"moment:{n}", left, [(readers, "dim")])


def _title(moment: Moment) -> str:
    title = one_line(moment.title)
    return STATUS.get(title, title) if moment.kind == "status" else title


def _said(moment: Moment, look: Look) -> str:
    lines = [line for line in clean(in_view(moment.kind, moment.body)).split("\n") if line.strip()]
    said = [line for line in lines if not line.startswith("#")] or lines
    first = said[0].strip().removeprefix("- ").lstrip("# ") if said else ""
    return fit(
        " · ".join(part for part in (_title(moment), first) if part), max(look.width - 34, 20)
    )
