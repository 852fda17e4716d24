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
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_FIELD = re.compile(r"^\s*[-*+]?\s*(?:\*\*)?([^:*]{2,24}?)(?:\*\*)?\s*:\s*(?:\*\*)?\s*(\S.*)$")
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
    for level, title, body in _blocks(clean(text)):
        if level == 1:
            pages.append(Page(one_line(title)))
            _take(pages[-1], "note", body)
        elif pages:
            _take_block(pages[-1], level, title, body)
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
            level, title, body = len(heading[1]), heading[2], []
        else:
            body.append(line)
    yield level, title, "\n".join(body).strip()


def _take_block(page: Page, level: int, title: str, body: str) -> None:
    section = SECTIONS.get(title.strip().rstrip(":").casefold())
    if section == "calls":
        _take_calls(page, body)
    elif section:
        _take(page, section, body)
    elif any(char.isdigit() for char in title):
        page.calls.append((one_line(title), body))
    else:
        _take(page, "note", f"**{one_line(title)}**\n{body}".strip())


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
    found = _FIELD.match(line)
    if found:
        page.info[one_line(found[1]).casefold()] = one_line(found[2])
    return bool(found) or not line.strip()


def _take_calls(page: Page, body: str) -> None:
    """Calls as a list under their heading: each begins with its date."""
    for line in body.splitlines():
        dated = _DATED.match(line)
        if dated:
            page.calls.append((dated[1], dated[2].strip()))
        elif page.calls and line.strip():
            when, so_far = page.calls[-1]
            page.calls[-1] = (when, f"{so_far}\n{line.strip()}".strip())
        elif line.strip():
            page.notes.append(("note", line.strip()))


def _bare(line: str) -> str:
    return re.sub(r"^\s*[-*+]\s+", "", line).strip()
