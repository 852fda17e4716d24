"""Every command the screen has, read from the Bindings themselves: for docs/keys.md and keymaps."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from mentordesk.tui import dialogs, screens, widgets


class Command(NamedTuple):
    """One command: where it applies, its id for settings.toml, its keys, and what it does."""

    where: str
    id: str
    keys: str
    name: str
    says: str


def commands() -> list[Command]:
    """Every command of the app, its screens, widgets and dialogs, each once, by place."""
    found = {
        Command(name.partition(".")[0], name, binding.key, binding.description, binding.tooltip)
        for _, binding in bindings()
        if (name := binding.id)
    }
    return sorted(found)


def unknown(keys: Mapping[str, str]) -> list[str]:
    """The ids in a keymap that no command has."""
    return sorted(set(keys) - {command.id for command in commands()})


def bindings() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Every binding of ours with the class that has it; Textual's own are left out."""
    for node in _nodes():
        for binding in vars(node).get("BINDINGS", ()):
            if isinstance(binding, Binding):
                yield node, binding


def _nodes() -> Iterator[type[DOMNode]]:
    modules = [
        import_module(name)
        for name in (
            "mentordesk.tui.app",
            "mentordesk.tui.base",
            "mentordesk.tui.actions",
            "mentordesk.tui.course",
        )
    ]
    for package in (screens, widgets, dialogs):
        names = [info.name for info in pkgutil.iter_modules(package.__path__)]
        modules += [import_module(f"{package.__name__}.{name}") for name in names]
    for module in modules:
        for thing in vars(module).values():
            if (
                isinstance(thing, type)
                and issubclass(thing, DOMNode)
                and thing.__module__ == module.__name__
            ):
                yield thing
