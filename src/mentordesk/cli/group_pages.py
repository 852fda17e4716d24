"""What `group` prints: a group in lines, and the members by their meetings."""

from typing import TYPE_CHECKING

from mentordesk.cli import output, words

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.groups import Attendance, GroupPage, Member, StepAt

LEGEND = "A attended · L late · N no-show · E excused · C cancelled · ? not said · · not a member"


def row(page: "GroupPage") -> tuple[str, ...]:
    """A group in a line of a list."""
    status = page.relation.mentorship.status
    return (
        page.relation.address,
        page.relation.mentee.name,
        page.playbook.title,
        "" if status == "active" else status,
        spoken_step(page.step),
        words.counted(len(page.present), "member"),
    )


def spoken_step(step: "StepAt | None") -> str:
    """`step 4 of 8`, `outline through`, or ''."""
    if step is None:
        return ""
    return "outline through" if step.is_through else f"step {step.number} of {step.total}"


def print_group(desk: "Desk", page: "GroupPage") -> None:
    """Print a group: a line for each thing that is known, its members, who came."""
    output.say(f"{page.relation.mentee.name} ({page.relation.address})")
    step, mode = page.step, page.mode
    facts = [
        ("programme", page.playbook.title),
        ("status", page.relation.mentorship.status),
        ("outcome", page.outcome),
        ("outline", step.outline if step else ""),
        ("step", " · ".join(part for part in (spoken_step(step), step.title) if part))
        if step
        else ("step", ""),
        ("tool", page.tool),
        ("meets", mode),
        ("next time", _away(page)),
        ("speaker", page.speaker.name if page.speaker else ""),
    ]
    output.table([fact for fact in facts if fact[1]])
    most = page.playbook.group_most
    count = len(page.present)
    output.say(f"Members: {count}, of {most} at most" if most else f"Members: {count}")
    output.table([_member(desk, one) for one in page.members])
    if page.attendance.meetings:
        output.say(f"Who came ({words.counted(page.attendance.held, 'meeting')})")
        print_attendance(page.attendance, 2)


def _away(page: "GroupPage") -> str:
    names = ", ".join(one.name for one in page.away)
    return f"without {names}" if names else ""


def _member(desk: "Desk", one: "Member") -> tuple[str, ...]:
    since = f"since {words.day_words(one.joined_on, desk.today())}"
    left = f"left {words.day_words(one.left_on, desk.today())}" if one.left_on else ""
    return (
        one.handle,
        one.name,
        words.there(desk, desk.now(), one.zone),
        left or since,
        "speaks for the group" if one.speaks else "",
    )


def print_attendance(found: "Attendance", indent: int = 0) -> None:
    """Print members by meetings with the letters explained, and what the certificate asks for."""
    if not found.meetings:
        output.say("No meeting was held yet.")
        return
    days = [f"{one.day.day}.{one.day.month}." for one in found.meetings]
    rows: list[tuple[str, ...]] = [("", *days, "came")]
    for line in found.lines:
        rows.append((line.member.name, *line.letters, f"{line.came} of {line.held}"))
    output.table(rows, indent)
    output.say(" " * indent + LEGEND)
    if found.least:
        asked = words.counted(found.least, "meeting")
        output.say(" " * indent + f"A mentee's certificate asks for {asked}.")
