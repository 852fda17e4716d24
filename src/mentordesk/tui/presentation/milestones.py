"""The programme's dates in lines; and beside them what counts, what was asked and what was said."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.checking import Listed
from mentordesk.domain.course import Taken
from mentordesk.domain.criteria import Standing, Verdict
from mentordesk.domain.feedback import Feedback, Round, Slide
from mentordesk.domain.pages import DatedLine
from mentordesk.domain.readers import spoken
from mentordesk.domain.text import clip
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad, plain

NO_DATES = (
    "The programme has no dates of its own.\nCheck-ins, surveys and decisions come from\n"
    "a playbook: mentordesk playbook copy."
)
NOT_BEGUN = "Still on the way in: the programme's dates count\nfrom the day on which it begins."
NOTHING = "Nothing is kept beside the dates yet.\nPress f to write feedback down."
SHOWN = 5
"""Pieces of feedback in view; the command line lists them all."""
_MARKS = {"due": ("! ", "warn"), "done": ("✓ ", "good"), "skipped": ("× ", "dim")}
_DATE = 16
LEAST = 10
"""Cells below which the beginning of a sentence says nothing."""
_WIDE_DATE = "no day yet"


def date_key(line: DatedLine) -> str:
    """What names a date in the list: whether it is still ahead, its key, its day."""
    ahead = "past" if line.settled_on else "date"
    return f"{ahead}:{line.key}@{line.due.isoformat() if line.due else ''}"


def date_rows(lines: Sequence[DatedLine], look: Look) -> list[Row]:
    """What is due, what comes, and what was settled, the newest first."""
    due = [line for line in lines if line.state == "due"]
    ahead = [line for line in lines if line.state in ("coming", "no day yet")]
    past = [line for line in lines if line.settled_on][::-1]
    rows: list[Row] = []
    for title, found in (("due", due), ("coming", ahead), ("settled", past)):
        if found:
            shown = [row for line in found for row in _date(line, look)]
            rows += [heading(title), *shown, blank()]
    return rows[:-1]


def _date(line: DatedLine, look: Look) -> list[Row]:
    mark, part = _MARKS.get(line.state, ("○ ", "dim"))
    day = words.day(line.day, look.today) if line.day else _WIDE_DATE
    faded = "dim" if line.settled_on else ""
    room = look.width - _DATE - 4
    title = fit(line.title, max(room, 10))
    said = _said(line, look, room - len(title) - 2)
    left: list[Seg] = [(mark, part), (pad(day, _DATE), "dim"), (title, faded)]
    kept = [row for text in line.noted for row in _under(text, look)]
    return [Row(date_key(line), [*left, (f"  {said}", "dim")]), *kept]


def _said(line: DatedLine, look: Look, room: int) -> str:
    """A word on what was settled, what to do about what is due, and how far the rest is away."""
    if room < LEAST:
        return ""
    if line.settled_on:
        return fit(line.text or line.state, room)
    if line.state == "due" or not line.due:
        said, least = line.says or line.why, ""
    else:
        least = words.near(line.due, look.today)
        said = f"{least} · {line.says}" if line.says else least
    return fit(said, room) if len(said) <= room or room >= len(least) + 2 * LEAST else least


def _under(text: str, look: Look) -> list[Row]:
    rows = hanging("", ("  · ", "accent"), text, look.width - _DATE - 2)
    return [row._replace(left=[(" " * _DATE, ""), *row.left]) for row in rows]


def slide_rows(now: Slide | None, look: Look) -> list[Row]:
    """The slide as it stands: its state and its first words."""
    if now is None:
        return [heading("slide"), plain("No slide yet: v begins one.", "dim", "slide:")]
    about = f"{now.state} · version {now.version} · for {spoken(now.readers)}"
    first = clip(now.body.lstrip("# \n"), 200)
    return [
        heading("slide"),
        Row("slide:", [(fit(first, look.width - 2), "")]),
        plain(about, "dim"),
    ]


def slide_headline(name: str, now: Slide | None, look: Look, trouble: str = "") -> Row:
    """Whose slide it is, and which version; in its place, the trouble there is with storing."""
    left: list[Seg] = [(" Slide", "strong"), (f" · {fit(name, 30)}", "")]
    if trouble:
        return Row("", left, [(f"{trouble} ", "warn")])
    if now is None:
        return Row("", left, [("not begun ", "dim")])
    day = words.day(now.day, look.today)
    right = f"{now.state} · version {now.version}, {day} · for {spoken(now.readers)} "
    return Row("", left, [(right, "accent" if now.state == "final" else "dim")])


def certificate_rows(found: Iterable[Standing], look: Look) -> list[Row]:
    """Each certificate of each person: what is met with the evidence, and what is missing."""
    rows: list[Row] = []
    for one in found:
        count = f" {one.met} of {len(one.criteria)} " if not one.complete else " complete "
        rows.append(heading(f"{one.title} · {one.whose}", count))
        for verdict in one.criteria:
            rows += _verdict(one, verdict, look)
        rows.append(blank())
    return rows[:-1]


def _verdict(one: Standing, verdict: Verdict, look: Look) -> list[Row]:
    mark: Seg = ("✓ ", "good") if verdict.met else ("○ ", "accent")
    key = f"criterion:{one.key}/{verdict.key}/{one.mentee_id}"
    said = " · ".join(filter(None, (verdict.evidence, verdict.missing)))
    room = look.width - 4
    if len(verdict.says) + len(said) + 2 <= room:
        gap = "  " if said else ""
        return [Row(key, [mark, (verdict.says, ""), (gap + said, "dim")])]
    below = hanging("", ("  ", ""), said, look.width - 2, "dim") if said else []
    return [*hanging(key, mark, verdict.says, look.width - 2), *below]


def survey_rows(found: Iterable[Round], look: Look) -> list[Row]:
    """Each survey, how it stands and who has answered."""
    rows = [row for one in found for row in _survey(one, look)]
    return [heading("surveys"), *rows] if rows else []


def _survey(one: Round, look: Look) -> list[Row]:
    mark: Seg = ("✓ ", "good") if not one.is_open else ("○ ", "accent")
    state = (
        one.state if one.state == "no day yet" else f"{one.state} {words.day(one.day, look.today)}"
    )
    title = fit(one.survey.title, look.width - len(state) - 6)
    rows = [Row(f"survey:{one.survey.key}", [mark, (title, "")], [(state + " ", "dim")])]
    keys = len(one.survey.questions)
    for reply in one.replies:
        given = sum(bool(text) for text in reply.answers.values())
        done = f"done {words.day(reply.done_on, look.today)}" if reply.done_on else "not yet"
        if given and not reply.done_on:
            done = f"{given} of {keys} answered"
        rows.append(Row("", [(f"    {fit(reply.who.name, 24)}: {done}", "dim")]))
    return rows


def checklist_rows(found: Iterable[Listed], look: Look) -> list[Row]:
    """Each checklist with its ticks."""
    rows: list[Row] = []
    for one in found:
        rows.append(heading(one.title, f" {len(one.items) - one.left} of {len(one.items)} "))
        for item in one.items:
            mark: Seg = ("✓ ", "good") if item.ticked_on else ("○ ", "accent")
            part = "dim" if item.ticked_on else ""
            rows += hanging(f"item:{one.key}/{item.n}", mark, item.text, look.width - 2, part)
        rows.append(blank())
    return rows[:-1]


def decision_rows(found: Iterable[Taken], look: Look) -> list[Row]:
    """Decisions that were taken, with what was said of them."""
    rows = []
    for one in found:
        day = pad(words.day(one.day, look.today), _DATE)
        said = " · ".join(filter(None, (f"{one.title}: {one.choice}", one.text)))
        rows += hanging(f"decision:{one.id}", (day, "dim"), said, look.width - 2)[:3]
    return [heading("decisions"), *rows] if rows else []


def feedback_rows(found: Sequence[Feedback], look: Look) -> list[Row]:
    """The newest feedback, which way it went, and what followed from it."""
    rows = []
    for one in found[:SHOWN]:
        day = pad(words.day(one.day, look.today), _DATE)
        said = f"{one.direction}: {one.text}" + (f" → {one.changed}" if one.changed else "")
        rows += hanging(f"feedback:{one.id}", (day, "dim"), said, look.width - 2)[:3]
    return [heading("feedback", f" {len(found)} "), *rows] if rows else []


def empty(said: str) -> list[Row]:
    """What an empty part says, line by line."""
    return [plain(line, "dim") for line in said.split("\n")]


def together(*parts: list[Row]) -> list[Row]:
    """Parts one under the other, an empty line between them; those without a line take none."""
    rows = [row for part in parts if part for row in (*part, blank())]
    return rows[:-1]
