"""What the other side will be told, in lines: each message, the dates to come, what to think of."""

from collections.abc import Sequence
from pathlib import Path

from mentordesk.desk.reply_runs import is_single
from mentordesk.domain.inviting import Outgoing, Preview
from mentordesk.domain.pages import Meeting, SlotPage
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, blank, hanging, heading, plain
from mentordesk.tui.presentation.schedule import both_clocks, slot_words

FORMS = {
    "instance": "this date; the whole slot in a file beside it",
    "full": "the whole slot",
}
"""What a message carries, as the receiver's calendar wants it (calendar.md I9)."""
_BY_ITSELF = "this date, an event of its own"
MONTHS_SHOWN = 5


def invite_rows(
    preview: Preview, page: SlotPage, warnings: Sequence[str], pronouns: str, look: Look
) -> list[Row]:
    """The messages, then the next dates on both clocks, then what deserves a thought."""
    rows: list[Row] = []
    for one in preview.messages:
        rows += _message(one, look.width)
    if not preview.messages:
        rows += hanging(
            "", ("", ""), f"{preview.name} knows everything there is to know.", look.width
        )
    rows += _dates(page, pronouns, look)
    thoughts = dict.fromkeys([*warnings, *preview.remarks])
    if thoughts:
        rows += [blank(), heading("to think about")]
    for said in thoughts:
        rows += hanging("", ("! ", "warn"), said, look.width, "warn")
    return [row._replace(key=f"line:{n}") for n, row in enumerate(rows)]


def _message(one: Outgoing, width: int) -> list[Row]:
    """To whom, what about, and every change on every clock."""
    to = ", ".join(f"{name} <{address}>" for name, address in one.to)
    carried = _BY_ITSELF if is_single(one.uid) else FORMS.get(one.form, "")
    rows = [
        *hanging("", ("✉ ", "accent"), one.subject, width, "strong"),
        *hanging("", ("  → ", "dim"), f"{to} · {carried}", width, "dim"),
    ]
    for sentence in one.sentences:
        rows += hanging("", ("  · ", "dim"), sentence, width)
    return [*rows, blank()]


def _dates(page: SlotPage, pronouns: str, look: Look) -> list[Row]:
    if page.series is None:
        return []
    rows = [heading("the slot as you have it"), plain(slot_words(page.series), "dim")]
    return [*rows, *(_date(one, pronouns, look) for one in page.meetings[:MONTHS_SHOWN])]


def _date(one: Meeting, pronouns: str, look: Look) -> Row:
    clock = both_clocks(one, pronouns)
    state = one.occurrence.state
    said = "" if state == "planned" else state
    at = f"{words.day(one.here.date(), look.today):<15} {one.here:%H:%M}  "
    return Row(
        "", [(at, "" if one.occurrence.happens else "dim"), (f"{clock}  ", "dim"), (said, "dim")]
    )


def files_line(paths: Sequence[Path], home: Path) -> str:
    """Into which files it goes: `~/outbox: ada-01-move.eml, ada-full.ics`."""
    if not paths:
        return ""
    folder = paths[0].parent
    shown = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return f"{', '.join(path.name for path in paths)} · in {shown}"
