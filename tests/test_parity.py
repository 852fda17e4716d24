"""What a command does can be done on screen, too: both doors lead to the same verbs of the desk."""

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import getattr_static
from pathlib import Path

from mentordesk.desk.verbs import Verbs

SOURCE = Path(__file__).parent.parent / "src" / "mentordesk"
CURSOR = "finds a thing by words that are typed; on screen the cursor is on it"
PAGE = "reads for a command what a page has with the rest"
ONLY_BY_COMMAND = {
    **dict.fromkeys(
        (
            "attention.find", "calls.held", "calls.of", "calls.versions.find", "groups.find",
            "hours.on", "opportunities.show", "replies.of", "replies.waiting", "slots.shown_on",
        ),
        CURSOR,
    ),
    **dict.fromkeys(
        (
            "attention.list", "calls.agenda", "course.page", "duties.all", "gaps.list",
            "goals.sets", "groups.attendance", "groups.ever", "groups.list", "groups.rolls.away",
            "groups.step", "hours.past", "intake.fit", "links.list", "pages.call", "pages.next",
            "permissions.list", "plans.history", "promises.list", "recaps.latest", "recaps.page",
            "reviews.list", "slides.versions", "support.all", "times.logged", "times.of_session",
            "topics.questions", "trust.incidents", "words.profile",
        ),
        PAGE,
    ),
    "calls.add_notes": "the call's own sheet keeps every word: calls.keep_notes",
    "calls.save_notes": "the call's own sheet keeps every word: calls.keep_notes",
    "calls.coming_again": "a sentence to somebody who reads no clock that runs",
    "certificates.counting": "a sentence to somebody who does not see the certificate",
    "exports.ics": "the text for a pipe; on screen it is written as a file",
    "exports.waiting_room": "the folder for mails without -o; on screen one is always named",
    "people.namesakes": "on screen everybody's handle stands beside the name",
    "playbooks.schema": "for editors of TOML files",
    "publishing.state": "a line of `doctor`",
    "recaps.write": "the sheet keeps every word: recaps.keep",
    "recordings.name": "`a` gives a recording this name",
    "replies.acceptance": "the dialog shows it with what is in the way: replies.in_the_way",
    "slides.draft": "the sheet keeps every word: slides.keep",
    "slots.goes_on": "what comes next is on the page",
    "support.link": "the address for a pipe; the dialog shows every one",
    "trust.incident": "`n` notes one as any other kind of note: words.note",
}  # fmt: skip
"""Verbs that no screen calls, each with its reason."""


def test_every_verb_of_a_command_is_called_from_a_screen_or_says_why_not() -> None:
    cli, tui = _verbs("cli"), _verbs("tui")
    assert min(len(cli), len(tui)) > 250
    assert sorted(cli - tui) == sorted(ONLY_BY_COMMAND)
    assert all(ONLY_BY_COMMAND.values())


def _verbs(room: str) -> set[str]:
    """The verbs of the desk that the modules of a room name: `goals.carry`, `recaps.mail.link`."""
    trees = [ast.parse(file.read_text("utf-8")) for file in (SOURCE / room).rglob("*.py")]
    return {verb for tree in trees for verb in _named(tree)}


def _named(tree: ast.Module) -> Iterator[str]:
    """Those of one module; what is called by a name given to a group counts, too."""
    aliases = dict(_aliases(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            path = _path(node)
            for n, name in enumerate(path[:-1]):
                if _is_verb(verb := (*aliases.get(name, (name,)), *path[n + 1 :])):
                    yield ".".join(verb)


def _aliases(tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names that a module gives to a group: `mails = desk.recaps.mail`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target, value in _pairs(node.targets[0], node.value):
                path = _path(value)
                group = next((path[n:] for n, name in enumerate(path) if name in GROUPS), ())
                if group and not _is_verb(group):
                    yield _path(target)[-1:][0], group


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    elif isinstance(target, ast.Name | ast.Attribute):
        yield target, value


def _path(node: ast.expr) -> tuple[str, ...]:
    """`self.desk.goals.carry` as its names; what is called on the way is left out."""
    if isinstance(node, ast.Attribute):
        return (*_path(node.value), node.attr)
    return (node.id,) if isinstance(node, ast.Name) else ()


def _classes() -> dict[str, type]:
    """The groups of verbs by their names on the desk."""
    found = {name: one for name, one in vars(Verbs).items() if hasattr(one, "module")}
    return {
        name: getattr(import_module(f"mentordesk.desk.{one.module}"), one.name)
        for name, one in found.items()
    }


GROUPS = _classes()
PARTS = {("calls", "versions"), ("groups", "rolls"), ("recaps", "mail")}
"""Verbs that are kept together inside of a group."""


def _is_verb(path: tuple[str, ...]) -> bool:
    """Whether names lead from a group, or from a part of one, to something that it does."""
    if len(path) not in (2, 3) or path[0] not in GROUPS or path[-1].startswith("_"):
        return False
    known = callable(getattr_static(GROUPS[path[0]], path[1], None))
    return known if len(path) == 2 else path[:2] in PARTS
