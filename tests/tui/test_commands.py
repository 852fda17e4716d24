"""A command says itself once, and says all of itself."""

from collections import defaultdict

from textual.binding import Binding

from mentordesk.tui.commands import bindings, commands, unknown
from mentordesk.tui.widgets.call_letters import CALL_KEYS, UNDO


def test_every_binding_has_an_id_a_name_and_a_tooltip() -> None:
    lacking = [
        f"{node.__name__}: {binding.key}"
        for node, binding in bindings()
        if not (binding.id and binding.description and binding.tooltip)
    ]
    assert lacking == []


def test_an_id_means_the_same_command_wherever_it_stands() -> None:
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for command in commands():
        said[command.id].add((command.keys, command.name))
    assert {name: ways for name, ways in said.items() if len(ways) > 1} == {}


def test_no_two_commands_of_one_place_share_a_key() -> None:
    for node in {node for node, _ in bindings()}:
        keys: dict[str, str] = {}
        for binding in node.__dict__["BINDINGS"]:
            assert isinstance(binding, Binding)
            if (binding.id or "").startswith("help."):
                continue  # these come first, and apply only while the help is open
            for key in binding.key.split(","):
                assert keys.setdefault(key, binding.action) == binding.action, (node, key)


def test_what_is_no_command_is_unknown() -> None:
    assert unknown({"person.start": "s", "person.dance": "d"}) == ["person.dance"]


def test_no_letter_of_a_call_means_two_things() -> None:
    keys = [letter.key for letter in (*CALL_KEYS, UNDO)]
    assert sorted(keys) == sorted(set(keys))
