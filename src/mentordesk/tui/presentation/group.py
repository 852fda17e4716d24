"""A group in lines: what it works towards, its members on their clocks, who came to what."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.groups import LETTERS, Attendance, GroupPage, Line, Member
from mentordesk.domain.sessions import ATTENDANCE
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, heading, pad, plain, wrap

EMPTY = "Nobody is in this group yet. a takes somebody in: a name is enough."
LEGEND = "A attended · L late · N no-show · E excused · C cancelled · ? not said"
_PARTS = {"attended": "good", "late": "", "no-show": "warn", "": "accent", "away": "dim"}
_CELL = 3  # of a meeting's column: its number has at most two digits
_SAID = dict(zip(ATTENDANCE, ATTENDANCE, strict=True)) | {
    "": "not said",
    "excused": "excused, had told you",
    "cancelled-by-mentee": "cancelled",
    "cancelled-by-mentor": "cancelled by you",
}


def group_rows(page: GroupPage, look: Look) -> list[Row]:
    """What the group is, then a row a member with the meetings beside it.

    A shared screen has no meetings there: who came is each one's own, and would be not said.
    """
    most = page.playbook.group_most
    count = f"{len(page.present)} of {most} at most" if most else ""
    rows = [*_what(page, look), heading("members", count)]
    if not page.members:
        return [*rows, plain(EMPTY, "dim")]
    if look.shared:
        alone = [line._replace(held=0, statuses=()) for line in page.attendance.lines]
        return [*rows, *(_member(one, 26, 0, look) for one in alone)]
    name, shown = _columns(page.attendance, look)
    rows.append(_numbers(page.attendance, name, shown))
    rows += [_member(one, name, shown, look) for one in page.attendance.lines]
    rows += [blank(), *(plain(line, "dim") for line in _legend(page, look))]
    return rows


def _what(page: GroupPage, look: Look) -> list[Row]:
    """A line for each thing that is known; what wants one says which key begins it."""
    speaker = page.speaker.name if page.speaker else ""
    facts = [
        ("outline", page.step.outline if page.step else "none", look.hint("mentee.outline")),
        (
            "step",
            page.step.spoken().removeprefix("Step ") if page.step else "",
            look.hint("group.step"),
        ),
        ("outcome", page.outcome, look.hint("mentee.edit")),
        ("tool", page.tool, ""),
        ("meets", page.mode, ""),
        ("next time", _away(page), ""),
        ("speaks", speaker or "nobody named yet", look.hint("group.speaker")),
    ]
    return [row for label, text, key in facts if text for row in _fact(label, text, key, look)]


def _away(page: GroupPage) -> str:
    names = ", ".join(one.name for one in page.away)
    return f"without {names}" if names else ""


def _fact(label: str, text: str, key: str, look: Look) -> list[Row]:
    first, *rest = wrap(text, look.width - 30)
    right: list[Seg] = [(key + " ", "dim")] if key else []
    return [
        Row("", [(pad(label, 10), "dim"), (first, "")], right),
        *(Row("", [(" " * 10 + line, "")]) for line in rest[:2]),
    ]


def _columns(found: Attendance, look: Look) -> tuple[int, int]:
    """How wide a name may be, and how many meetings have room, the latest ones."""
    name = 26 if look.width >= 100 else 18
    room = look.width - name - 32
    return name, min(len(found.meetings), max(room // _CELL, 1))


def _numbers(found: Attendance, name: int, shown: int) -> Row:
    """The numbers of the meetings over their letters."""
    latest = found.meetings[len(found.meetings) - shown :]
    numbers = "".join(f"{'·' if one.state == 'missed' else one.number:>{_CELL}}" for one in latest)
    came = "came" if found.meetings else ""
    return Row("", [(pad("", name + 17) + numbers, "dim")], [(came + " ", "dim")])


def _member(line: Line, name: int, shown: int, look: Look) -> Row:
    one = line.member
    left: list[Seg] = [
        ("★ " if one.speaks else "  ", "accent"),
        (pad(one.name, name - 3) + " ", "dim" if one.left_on else ""),
        (pad(_clock(one, look), 16) + " ", "dim"),
        *(
            (f"{LETTERS[status]:>{_CELL}}", _PARTS.get(status, ""))
            for status in line.statuses[len(line.statuses) - shown :]
        ),
    ]
    came = f"{line.came} of {line.held} " if line.held else ""
    return Row(f"member:{one.handle}" if one.left_on is None else "", left, [(came, "dim")])


def _clock(one: Member, look: Look) -> str:
    """What time it is for them; of who left, since when."""
    if one.left_on:
        return f"left {words.day(one.left_on, look.today)}"
    there = look.there(look.now, one.zone)
    return f"{there:%H:%M} {words.city(one.zone)}" if there else ""


def _legend(page: GroupPage, look: Look) -> list[str]:
    lines = wrap(LEGEND, look.width - 2) if page.attendance.meetings else []
    least = page.attendance.least
    if least:
        lines.append(f"A mentee's certificate asks for {words.counted(least, 'meeting')}.")
    return lines


def unsaid_words(members: Iterable[Member]) -> str:
    """Of whom a meeting that is over says nothing, and where that can be mended; '' for nobody."""
    names = ", ".join(one.handle for one in members)
    return names and f"Not said who came: {names}. r on the group's page calls the roll."


def roll_rows(roll: Sequence[tuple[Member, str]]) -> list[Row]:
    """A row a member with what was said of them."""
    return [
        Row(
            f"member:{one.handle}",
            [
                (f"{LETTERS[status]} ", _PARTS.get(status, "")),
                (pad(one.name, 30) + " ", ""),
                (_SAID[status], "dim"),
            ],
        )
        for one, status in roll
    ]
