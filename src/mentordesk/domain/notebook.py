"""A mentor's notes file: a person per first-level heading, quick info, interests, calls by date.

The shape is CodingNomads' student notes; keywords suffice, and every part may be missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mentordesk.domain.text import clean, one_line

SECTIONS = {
    "quick info": "info",
    "info": "info",
    "interests": "interest",
    "interest": "interest",
    "calls": "calls",
    "meetings": "calls",
    "sessions": "calls",
    "goals": "goal",
    "wishes": "wish",
    "motivation": "motivation",
    "motivations": "motivation",
    "concerns": "concern",
    "notes": "note",
    "background": "background",
}
_HEADING = re.compile(r"^(#{1,6})\s+(\S.*)$")
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
# `- **Time zone:** Europe/Berlin`, with or without list mark and stars.
_FIELD = re.compile(r"^\s*[-*+]?\s*(?:\*\*)?([^:*]{2,24}?)(?:\*\*)?\s*:\s*(?:\*\*)?\s*(\S.*)$")
# `- 2026-11-24: we set up pytest`.
_DATED = re.compile(r"^\s*(?:[-*+]\s+)?(?:\*\*)?(\d{4}-\d{2}-\d{2})(?:\*\*)?\s*[:–-]?\s*(.*)$")


@dataclass(slots=True)
class Page:
    """One person of the file. `info` are the quick info's fields, in small letters."""

    name: str
    info: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    calls: list[tuple[str, str]] = field(default_factory=list)


def read(text: str) -> list[Page]:
    """The people of a notes file, in its order; text before the first heading belongs to nobody."""
    pages: list[Page] = []
    call = 0  # the level of the heading of the call that is being read
    for level, title, body in _blocks(clean(text)):
        if level == 1:
            pages.append(Page(one_line(title)))
            _take(pages[-1], "note", body)
            call = 0
        elif pages and call and level > call:
            _go_on(pages[-1], f"{'#' * level} {title}\n{body}".strip())
        elif pages:
            call = level if _take_block(pages[-1], title, body) else 0
    return pages


def _blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """Headings with their text; a heading inside a code fence is none."""
    level, title, fenced = 0, "", False
    body: list[str] = []
    for line in text.splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            yield level, title, "\n".join(body).strip()
            level, title, body = len(heading[1]), _title(heading[2]), []
        else:
            body.append(line)
    yield level, title, "\n".join(body).strip()


def _title(text: str) -> str:
    """A heading's text without the #s that may close it (CommonMark §4.2)."""
    bare = text.rstrip().rstrip("#")
    return bare.rstrip() if bare != bare.rstrip() else text.strip()


def _take_block(page: Page, title: str, body: str) -> bool:
    """Put the text under a heading where it belongs; whether it is a call."""
    section = SECTIONS.get(title.strip().rstrip(":").casefold())
    if section == "calls":
        _take_calls(page, body)
    elif section:
        _take(page, section, body)
    elif any(char.isdigit() for char in title):
        page.calls.append((one_line(title), body))
        return True
    else:
        _take(page, "note", f"**{one_line(title)}**\n{body}".strip())
    return False


def _take(page: Page, section: str, body: str) -> None:
    if not body:
        return
    if section == "info":
        rest = [line for line in body.splitlines() if not _take_field(page, line)]
        body, section = "\n".join(rest).strip(), "background"
    if section == "goal":
        page.goals += [g for g in (_bare(line) for line in body.splitlines()) if g]
    elif body:
        page.notes.append((section, body))


def _take_field(page: Page, line: str) -> bool:
    """Keep a line as a field, once; whether nothing of it is left."""
    found = _FIELD.match(line)
    if not found:
        return not line.strip()
    key, value = one_line(found[1]).casefold(), one_line(found[2])
    return page.info.setdefault(key, value) == value


def _take_calls(page: Page, body: str) -> None:
    """Calls as a list under their heading: each begins with its date."""
    before = len(page.calls)
    for line in body.splitlines():
        dated = _DATED.match(line)
        if dated:
            page.calls.append((dated[1], dated[2].strip()))
        elif len(page.calls) > before and line.strip():
            _go_on(page, line.strip())
        elif line.strip():
            page.notes.append(("note", line.strip()))


def _go_on(page: Page, text: str) -> None:
    """Add to the last call."""
    when, so_far = page.calls[-1]
    page.calls[-1] = (when, f"{so_far}\n{text}".strip())


def _bare(line: str) -> str:
    return re.sub(r"^\s*[-*+]\s+", "", line).strip()
