"""What the two agreed on, in lines: each side's answers, rules, contact, permissions, conduct."""

from collections.abc import Iterable, Sequence

from mentordesk.domain import contact_words as said_of
from mentordesk.domain.agreement import AgreementPage, Said, Topic, marked
from mentordesk.domain.contact import Policy
from mentordesk.domain.permissions import Permission
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad

TITLES = {"expectation": "expectations", "boundary": "boundaries"}
_INDENT = 8


def agreement_rows(page: AgreementPage, look: Look, history: bool) -> list[Row]:
    """All of it in one column: under each question both sides' answers."""
    return [
        *_questions(page, ("mentor", "mentee"), look, history),
        *_together(page, look, history),
        *_passing_on(page, look, history),
    ][:-1]


def agreement_columns(
    page: AgreementPage, look: Look, history: bool
) -> tuple[list[Row], list[Row]]:
    """The mentor's answers beside the mentee's; below what is both's, and what may be passed on."""
    left = [*_questions(page, ("mentor",), look, history), *_together(page, look, history)]
    right = [*_questions(page, ("mentee",), look, history), *_passing_on(page, look, history)]
    return left[:-1], right[:-1]


def _questions(
    page: AgreementPage, sides: Sequence[str], look: Look, history: bool
) -> Iterable[Row]:
    """Expectations, then boundaries; one side's names the side in its heading."""
    for kind, title in TITLES.items():
        rows = [
            row
            for n, topic in enumerate(page.topics)
            if topic.kind == kind
            for row in _topic(page, n, topic, sides, look, history)
        ]
        if rows:
            whose = f"{side_name(page, sides[0])}: " if len(sides) == 1 else ""
            yield from (heading(f"{whose}{title}"), *rows, blank())


def side_name(page: AgreementPage, side: str) -> str:
    """`you`, or the mentee's first name; a group has none."""
    name = page.mentee.name.split()[0] if page.mentee.id else "group"
    return "you" if side == "mentor" else fit(name, _INDENT * 2)


def _topic(
    page: AgreementPage | None,
    n: int,
    topic: Topic,
    sides: Sequence[str],
    look: Look,
    history: bool,
) -> Iterable[Row]:
    """A question and its answers; one that nobody has answered is a single thing to choose."""
    if not (any(map(topic.standing, sides)) or (history and topic.said)):
        if look.shared:  # what was answered may be hidden
            return
        yield from hanging(f"topic:{n} {sides[-1]}", ("○ ", "dim"), topic.ask, look.width - 4)
        return
    yield from hanging("", ("", "dim"), topic.ask, look.width - 4, "dim")
    for side in sides:
        name = pad(side_name(page, side), _INDENT - 1) + " " if page and len(sides) > 1 else ""
        yield from _answer(f"topic:{n} {side}", name, topic, side, look, history)


def _answer(
    key: str, name: str, topic: Topic, side: str, look: Look, history: bool
) -> Iterable[Row]:
    """What a side says now, and with `history` what it said before."""
    standing = topic.standing(side)
    if standing is None and look.shared:
        return
    if standing is None:
        yield Row(key, [("○ ", "dim"), (f"{name}not answered yet", "dim")])
    else:
        since = f"{words.day(standing.day, look.today)} "
        mark: Seg = (f"● {name}", "accent")
        first, *rest = hanging(key, mark, standing.text, look.width - 4 - len(since))
        yield from (first._replace(right=[(since, "dim")]), *rest)
    if history:
        yield from _before(topic, side, look)


def _before(topic: Topic, side: str, look: Look) -> Iterable[Row]:
    """Earlier answers, newest first, each with what became of its words."""
    said = [one for one in topic.said if one.side == side]
    for after, one in zip([None, *said], said, strict=False):
        if one == topic.standing(side):
            continue
        text = marked(one.text, after.text) if after else one.text
        told = f"{_when(one, look)}: {text}"
        yield from hanging("", ("    ", "dim"), told, look.width - 4, "dim")


def _when(one: Said, look: Look) -> str:
    until = f", withdrawn {words.day(one.withdrawn_on, look.today)}" if one.withdrawn_on else ""
    return f"{words.day(one.day, look.today)}{until}"


def _together(page: AgreementPage, look: Look, history: bool) -> Iterable[Row]:
    rules = [
        row
        for n, topic in enumerate(page.topics)
        if topic.kind == "rule" and (topic.ask or history or topic.stands())
        for row in _rule(n, topic, look, history)
    ]
    yield heading("ground rules")
    yield from rules or [
        Row("", [(look.nothing("None yet. "), ""), (look.hint("agreement.rule"), "dim")])
    ]
    yield from (blank(), heading("contact"), *contact_rows(page.policy, look), blank())


def _rule(n: int, topic: Topic, look: Look, history: bool) -> Iterable[Row]:
    """A rule, under the question it answers; an unanswered one is there to be settled."""
    if topic.ask:
        yield from _topic(None, n, topic, ("both",), look, history)
    elif topic.stands():
        yield from _answer(f"topic:{n} both", "", topic, "both", look, history)
    else:
        yield from _before(topic, "both", look)


def contact_rows(policy: Policy | None, look: Look) -> list[Row]:
    """How contact is kept, in words, the hours on both clocks."""
    if policy is None:
        hint = look.hint("agreement.contact")
        return [Row("contact:", [(look.nothing("Nothing is agreed on. "), ""), (hint, "dim")])]
    hours = said_of.hour_words(policy)
    if hours:
        mine = said_of.both_clocks(policy, look.tz, look.today)
        hours = ", ".join(filter(None, (f"{hours} in {words.city(str(policy.tz))}", mine)))
    known = [
        ("by", said_of.channel_words(policy)),
        ("when", hours),
        ("at most", f"{policy.a_week} a week" if policy.a_week else ""),
        ("not about", ", ".join(policy.off_limits)),
    ]
    rows = [
        row
        for name, text in known
        if text
        for row in hanging("", (pad(name, 10), "dim"), text, look.width - 4)
    ] or [Row("", [("Anything goes.", "dim")])]
    return [rows[0]._replace(key="contact:"), *rows[1:]]


def _passing_on(page: AgreementPage, look: Look, history: bool) -> Iterable[Row]:
    shown = [one for one in page.permissions if history or one.stands]
    yield heading("may be passed on")
    for one in shown:
        yield from permission_row(one, look)
    if not shown:
        yield from _nothing_allowed(look)
    yield blank()
    book = page.playbook
    if book.confidential or book.conduct or book.report_conduct:
        yield heading("the programme says")
        for line in book.confidential:
            yield from hanging("", ("· ", "dim"), line, look.width - 4)
        for name, link in (("conduct", book.conduct), ("report to", book.report_conduct)):
            if link:
                yield from hanging("", (pad(name, 10), "dim"), link, look.width - 4)
        yield blank()


def _nothing_allowed(look: Look) -> Iterable[Row]:
    text = "Nothing yet: what they allow you to tell others, and whom, is kept here."
    yield from hanging("", ("", ""), look.nothing(text), look.width - 4)
    yield Row("ledger:", [(look.hint("agreement.permission"), "dim")])


def permission_row(one: Permission, look: Look) -> Iterable[Row]:
    """What may be told, to whom; given when, and withdrawn when."""
    by = f" by {one.channel}" if one.channel else ""
    given = f"given {words.day(one.given_on, look.today)}"
    if one.withdrawn_on:
        given += f", withdrawn {words.day(one.withdrawn_on, look.today)}"
    said = f", “{one.said}”" if one.said else ""
    mark: Seg = ("✓ ", "accent") if one.stands else ("× ", "dim")
    part = "" if one.stands else "dim"
    told = f"{one.scope} → {one.recipient}{by}"
    yield from hanging(f"permission:{one.id}", mark, told, look.width - 4, part)
    yield from hanging("", ("  ", ""), f"{one.name} {given}{said}".strip(), look.width - 4, "dim")
