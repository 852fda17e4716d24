"""What `agreement show` prints: the two sides' words, rules, contact, permissions, conduct."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from mentordesk.cli import output, words
from mentordesk.domain.agreement import Said, Topic, marked

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.agreement import AgreementPage
    from mentordesk.domain.contact import Policy
    from mentordesk.domain.permissions import Permission

_TITLES = {"expectation": "Expectations", "boundary": "Boundaries"}


def print_agreement(desk: "Desk", page: "AgreementPage", history: bool) -> None:
    """Print everything; what is empty says so, or is left out where that goes without saying."""
    output.say(f"{page.mentee.name} ({page.address}) · {page.playbook.title}")
    ids = _ids(page)
    for kind, title in _TITLES.items():
        if page.of(kind):
            output.say(title)
        for topic in page.of(kind):
            _print_topic(desk, topic, ids, history)
    _print_rules(desk, page, ids, history)
    output.say("Contact")
    output.table(policy_rows(desk, page.policy, page.mentee.handle))
    _print_permissions(desk, page, history)
    _print_lines("Confidences", page.playbook.confidential)
    conduct = [("code of conduct", page.playbook.conduct), ("report a breach", _report(page))]
    _print_pairs("Conduct", [pair for pair in conduct if pair[1]])


def _ids(page: "AgreementPage") -> dict[str, str]:
    from mentordesk.desk.ids import short

    return short([said.id for topic in page.topics for said in topic.said])


def _print_topic(desk: "Desk", topic: Topic, ids: dict[str, str], history: bool) -> None:
    asked = f"{topic.key}: {topic.ask}" if topic.key != topic.ask else topic.ask
    silent = not (topic.stands() or (history and topic.said))
    output.say(f"  {asked}{'  –' if silent else ''}")
    if silent:
        return
    rows = [row for side in topic.sides() for row in _of_side(desk, topic, side, ids, history)]
    output.table(rows, indent=4)


def _of_side(
    desk: "Desk", topic: Topic, side: str, ids: dict[str, str], history: bool
) -> Iterator[tuple[str, ...]]:
    said = [one for one in topic.said if one.side == side]
    standing = topic.standing(side)
    if standing is None:
        yield "", side, "–", ""
    for one, before in zip_longest(said, said[1:]):
        if one == standing:
            yield ids[one.id], side, one.text, f"since {_on(desk, one)}"
        elif history:
            yield ids[one.id], "", one.text, _past(desk, one)
        if history and before and before.text != one.text:
            yield "", "", marked(before.text, one.text), "changed"


def _on(desk: "Desk", one: Said) -> str:
    return words.day_words(one.day, desk.today())


def _past(desk: "Desk", one: Said) -> str:
    if one.withdrawn_on is None:
        return f"said {_on(desk, one)}"
    return f"said {_on(desk, one)}, withdrawn {words.day_words(one.withdrawn_on, desk.today())}"


def _print_rules(desk: "Desk", page: "AgreementPage", ids: dict[str, str], history: bool) -> None:
    rules = page.of("rule")
    if rules:
        output.say("Ground rules")
    for topic in rules:
        if topic.ask and not (topic.stands() or (history and topic.said)):
            output.say(f"    to be settled: {topic.ask}")
            continue
        rows = [row for row in _of_side(desk, topic, "both", ids, history) if row[2] != "–"]
        asked = f"({topic.ask})" if topic.ask else ""
        output.table([(row[0], *row[2:], asked) for row in rows], indent=4)


def policy_rows(desk: "Desk", policy: "Policy | None", who: str) -> list[tuple[str, str]]:
    """How contact is kept, a line for each thing agreed on, both clocks beside the hours."""
    if policy is None:
        hint = f"mentordesk agreement policy {who} --channel slack,mail --hours 9-18"
        return [("nothing is agreed on.", f"Agree on it with: {hint}")]
    from mentordesk.domain import contact_words as said

    hours = [f"{said.hour_words(policy)} in {words.city(str(policy.tz))}"]
    hours.append(said.both_clocks(policy, desk.tz, desk.today()))
    known = [
        ("by", said.channel_words(policy)),
        ("when", ", ".join(filter(None, hours)) if said.hour_words(policy) else ""),
        ("how often", said.often_words(policy)),
        ("off limits", ", ".join(policy.off_limits)),
        ("since", words.day_words(policy.day, desk.today()) if policy.day else ""),
    ]
    return [(name, value) for name, value in known if value]


def _print_permissions(desk: "Desk", page: "AgreementPage", history: bool) -> None:
    output.say("Permissions")
    shown = [one for one in page.permissions if history or one.stands]
    output.table(permission_rows(desk, shown) or [(empty_ledger(page.mentee.handle),)])


def permission_rows(desk: "Desk", shown: "Sequence[Permission]") -> list[tuple[str, ...]]:
    """A line a permission: what, to whom, by which way, when, and in whose words."""
    from mentordesk.desk.ids import short

    ids = short([one.id for one in shown])
    return [(ids[one.id], *_permission(desk, one)) for one in shown]


def _permission(desk: "Desk", one: "Permission") -> tuple[str, ...]:
    given = f"given {words.day_words(one.given_on, desk.today())}"
    if one.withdrawn_on:
        given += f", withdrawn {words.day_words(one.withdrawn_on, desk.today())}"
    by = f" by {one.channel}" if one.channel else ""
    return one.name, one.scope, f"to {one.recipient}{by}", given, f"“{one.said}”" * bool(one.said)


def empty_ledger(who: str) -> str:
    """What the ledger is for, while nothing is in it."""
    return (
        "Nothing may be passed on yet. What they allow you to tell, and whom, is noted with:"
        f" mentordesk permission add {who} 'her talk idea' --to coordinator"
    )


def _report(page: "AgreementPage") -> str:
    return page.playbook.report_conduct


def _print_lines(title: str, lines: Iterable[str]) -> None:
    shown = list(lines)
    if shown:
        output.say(title)
    for line in shown:
        output.paragraph(line)


def _print_pairs(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    if pairs:
        output.say(title)
        output.table(pairs)
