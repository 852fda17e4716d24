"""Every command the screen has, read from the Bindings themselves: for docs/keys.md and keymaps."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from mentordesk.tui import dialogs, screens, widgets
from mentordesk.tui.app import MentorApp


class Command(NamedTuple):
    """One command: where it applies, its id for settings.toml, its keys, and what it does."""

    where: str
    id: str
    keys: str
    name: str
    says: str


def commands() -> list[Command]:
    """Every command of the app, its screens, widgets and dialogs, each once, by place."""
    found = dict.fromkeys(_of(MentorApp))
    for node in _nodes():
        found |= dict.fromkeys(_of(node))
    return list(found)


def unknown(keys: Mapping[str, str]) -> list[str]:
    """The ids in a keymap that no command has."""
    known = {command.id for command in commands()}
    return sorted(set(keys) - known)


def _nodes() -> Iterator[type[DOMNode]]:
    for package in (screens, widgets, dialogs):
        for info in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            yield from _own(vars(module).values(), module.__name__)


def _own(things: Iterable[object], module: str) -> Iterator[type[DOMNode]]:
    for thing in things:
        if isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__ == module:
            yield thing


def _of(node: type[DOMNode]) -> Iterator[Command]:
    for binding in vars(node).get("BINDINGS", ()):
        if isinstance(binding, Binding) and binding.id:
            where = binding.id.partition(".")[0]
            yield Command(where, binding.id, binding.key, binding.description, binding.tooltip)
