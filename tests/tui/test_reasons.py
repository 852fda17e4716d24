"""A key whose command is out of reach just now says why."""

import ast
import inspect
import textwrap

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from textual.dom import DOMNode

from mentordesk.tui.commands import bindings
from mentordesk.tui.reasons import SILENT, why

TAKEN_OVER = {"onward", "another", "choose", "letter"}
"""Refused where the same key does something else, or the words of another node are said."""


def refused(node: type[DOMNode]) -> set[str]:
    """The actions that a class names in its `check_action`, its module's lists of them included."""
    source = ast.parse(textwrap.dedent(inspect.getsource(node.check_action)))
    words = {one.value for one in ast.walk(source) if isinstance(one, ast.Constant)}
    names = {one.id for one in ast.walk(source) if isinstance(one, ast.Name)}
    module = vars(inspect.getmodule(node))
    for name in names:
        if isinstance(module.get(name), tuple):
            words.update(module[name])
    return {word for word in words if isinstance(word, str)}


def test_every_command_that_can_be_refused_has_its_reason() -> None:
    actions = {binding.action.rpartition(".")[2].partition("(")[0] for _, binding in bindings()}
    nodes = {node for node, _ in bindings() if "check_action" in vars(node)}
    assert len(nodes) > 8
    mute = {
        (node.__name__, action)
        for node in nodes
        for action in refused(node) & actions
        if action not in SILENT | TAKEN_OVER and not why(node.__new__(node), action)
    }
    assert mute == set()


async def test_a_key_that_does_not_apply_says_why(mentor: Robot, clock: Clock) -> None:
    await mentor.open()
    for key, said in (("1", "You are there already."), ("c", "No call is running.")):
        await mentor.press(key)
        await mentor.see(said)
    await mentor.press("escape", "k", "pagedown")
    await mentor.see("No call is running.")
    clock.advance(minutes=12)
    mentor.app.start_call("ada")
    await mentor.see("Agenda")
    await mentor.type("so it goes")
    await mentor.press("ctrl+g", "r")
    await mentor.see("Only a group has a roll to call.", "so it goes")
    await mentor.press("ctrl+g", "c")
    await mentor.see("What Ada Obi receives")
    await mentor.press("ctrl+s")
    await mentor.see("Nothing is being written: e edits the sheet you are on.")


@pytest.mark.parametrize("key", ["r", "]"])
async def test_typed_letters_never_ask_for_a_reason(mentor: Robot, key: str) -> None:
    await mentor.open(call="ada")
    await mentor.press(key)
    await mentor.see_no("Only a group")
