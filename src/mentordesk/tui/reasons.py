"""Why a key does nothing now: every command that can be out of reach says in which case.

A screen or widget gives its sentences in `WHY`, by the action that its `check_action` refuses.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.dom import DOMNode

if TYPE_CHECKING:
    from mentordesk.tui.app import MentorApp

SILENT = frozenset({"back", "all", "everybody", "shelf", "close_help", "turn_help"})
"""Ways back and the help's own keys: pressed once too often, they are not worth a sentence."""


def reason(app: "MentorApp", key: str) -> str:
    """The sentence for a key whose command is out of reach; '' for any other key."""
    screen = app.screen
    if key in screen.active_bindings:
        return ""
    for node, bindings in screen._modal_binding_chain:
        for binding in bindings.key_to_bindings.get(key, ()):
            target, action, parameters = app._parse_action(binding.action, node)
            if action == "letter":  # what the strip of letters passes on
                target, action, _ = app._parse_action(str(parameters[0]), node)
            if said := why(target, action):
                return said
    return ""


def why(node: DOMNode, action: str) -> str:
    """What a node says of an action that it refuses; '' when it says nothing."""
    for kind in type(node).__mro__:
        known: Mapping[str, str] = vars(kind).get("WHY", {})
        if action in known:
            return known[action]
    return ""
