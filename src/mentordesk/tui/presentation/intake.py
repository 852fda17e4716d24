"""The way in, in lines: stages, background, what was looked at before a match."""

from collections.abc import Mapping, Sequence

from mentordesk.domain.intake import (
    TURNS,
    FitLine,
    IntakeLine,
    IntakePage,
    Load,
    StageLine,
    suggestion,
)
from mentordesk.domain.notes import PROFILE, Note
from mentordesk.domain.pages import PersonLine
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import (
    Row,
    Seg,
    blank,
    fit,
    hanging,
    heading,
    pad,
    plain,
    wrap,
)

_VERDICTS = {"yes": ("✓ ", "good"), "no": ("× ", "warn"), "unsure": ("? ", "accent")}
AT_ONCE = "It began at once: no stage was noted."
NO_STAGES = "This programme has no stages: it begins at once."


def intake_headline(page: IntakePage, look: Look) -> Row:
    """Who, under what, how far, since when."""
    line = page.line
    state = f"on the way in, {line.n} of {line.of}" if line.status == "intake" else line.status
    left: list[Seg] = [
        (f" {fit(line.name, 30)}", "strong"),
        (f" · {fit(line.programme, 24)} · {state}", ""),
    ]
    since = f"since {words.day(line.since, look.today)} " if line.since else ""
    return Row("", left, [(since, "dim")])


def intake_rows(page: IntakePage, new: bool, look: Look) -> list[Row]:
    """The whole page; `new` says that the background had not been read before."""
    return [
        heading("the way in", _source(page)),
        *_stages(page, look),
        blank(),
        heading("background", "new" if new else ""),
        *_background(page, look),
        *(row for one in page.profile for row in _trait(one, look)),
        blank(),
        heading("do you fit?"),
        *(row for one in page.fit for row in _fit(one, look)),
        *(plain(line, "dim") for line in wrap(suggestion(page.fit), look.width - 3)),
        *_load(page.load),
    ]


def _source(page: IntakePage) -> str:
    return f"from {fit(page.referrer, 30)}" if page.referrer else ""


def _stages(page: IntakePage, look: Look) -> list[Row]:
    link = [plain(f"  application: {page.link}", "dim")] if page.link else []
    if not (page.line.waits or page.steps):
        return [*link, plain(AT_ONCE, "dim")]
    rows = [row for one in page.stages for row in _stage(one, page.line, look)]
    return rows + link or [plain(NO_STAGES, "dim")]


def _stage(one: StageLine, line: IntakeLine, look: Look) -> list[Row]:
    past, coming = one.n <= line.n, line.waits and one.n == line.n + 1
    mark = ("✓ ", "dim") if past else ("▸ ", "accent") if coming else ("○ ", "dim")
    day = words.day(one.reached_on, look.today) if one.reached_on else ""
    turn = f"up to {TURNS[one.by]}" if line.waits and not past else ""
    title = "strong" if coming else "" if line.waits and not past else "dim"
    said = one.text or (one.hint if coming else "")
    below = [r._replace(key="") for r in hanging("", ("    ", ""), said, look.width - 2, "dim")]
    return [
        Row(f"stage:{one.key}", [mark, (one.title, title)], [(day if past else turn, "dim")]),
        *(below if said else []),
    ]


def _background(page: IntakePage, look: Look) -> list[Row]:
    rows: list[Row] = []
    for note in page.background:
        mark = f"{words.day(look.here(note.at).date(), look.today)}  "
        rows += hanging(f"note:{note.id}", (mark, "dim"), note.body, look.width - 2)
    hint = look.hint("person.note")
    return rows or [plain(f"None yet. {hint} writes down what came, as background.", "dim")]


def _trait(one: Note, look: Look) -> list[Row]:
    mark = (pad(PROFILE[one.kind], 12), "dim")
    return hanging(f"note:{one.id}", mark, one.body, look.width - 2)


def _fit(one: FitLine, look: Look) -> list[Row]:
    mark = _VERDICTS.get(one.verdict, ("○ ", "dim"))
    rows = hanging(f"fit:{one.key}", mark, one.ask, look.width - 12)
    rows[0] = rows[0]._replace(right=[(one.verdict, mark[1])])
    said = one.text or one.hint
    below = hanging("", ("    ", ""), said, look.width - 2, "" if one.text else "dim")
    return [*rows, *(below if said else [])]


def _load(load: Load) -> list[Row]:
    mentors = f"; a mentee has at most {load.mentors} mentors" if load.mentors else ""
    said = f"You mentor {load.counted()} under {load.title}{mentors}."
    return [plain(said, "warn" if load.warning() else "dim")]


def waiting_rows(
    people: Sequence[PersonLine], lines: Mapping[str, IntakeLine], look: Look
) -> list[Row]:
    """Those on the way in, under a heading of their own: their stage, and whose turn it is."""
    rows = [
        _waiting(one, lines[one.address], look)
        for one in people
        if one.status == "intake" and one.address in lines
    ]
    hint = look.hint("people.way")
    return [heading("on the way in", hint), *rows] if rows else []


def _waiting(person: PersonLine, line: IntakeLine, look: Look) -> Row:
    name, programme = (30, 28) if look.width >= 100 else (19, 12)
    turn = f" · next: {TURNS[line.by]}" if line.by else ""
    unread = " to read " if line.unread else ""
    room = look.width - name - programme - len(turn) - len(unread) - 9
    left: list[Seg] = [
        (pad(person.name, name) + " ", ""),
        (pad(person.programme, programme) + " ", "dim"),
        (pad(f"{line.n}/{line.of}", 5) + " ", "dim"),
        (fit(line.stage, room), ""),
        (turn, "accent" if line.by == "mentor" else "dim"),
    ]
    return Row(f"who:{person.address}", left, [(unread, "accent")])
