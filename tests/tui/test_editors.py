"""While words are typed, no command takes a key that the editor knows, but a declared few."""

from tests.conftest import Clock
from tests.driver import Robot
from textual.binding import Binding
from textual.widgets import TextArea

OWN = {
    key
    for binding in TextArea.BINDINGS
    for key in (binding.key if isinstance(binding, Binding) else binding[0]).split(",")
} | {"enter", "tab"}
"""What a text area does by itself: moving, selecting, striking words and lines, cut and paste."""
TAKEN = {
    "CallScreen": {"tab"},
    "WrapUpScreen": {"enter"},
    "PastWrapUpScreen": {"enter"},
    "RecapScreen": set[str](),
    "SlideScreen": set[str](),
}
"""Enter goes on from one answer to the next, Tab from the notes to the agenda."""


def taken(robot: Robot) -> set[str]:
    """The keys of the editor that somebody else gets before it, with the cursor in it."""
    app, area = robot.app, robot.app.screen.focused
    assert isinstance(area, TextArea)
    assert not area.read_only
    found = set()
    for node, bindings in app.screen._binding_chain:
        for key, binding in bindings:
            state = app._check_action_state(binding.action, node)
            if binding.priority and state is not False and node is not area:
                found.add(key)
    assert not {key for key in found if len(key) == 1 or key.startswith(("alt+", "shift+"))}
    return found & OWN


async def test_the_editors_own_keys_are_the_editors(mentor: Robot, clock: Clock) -> None:
    assert {"ctrl+w", "ctrl+k", "ctrl+z", "ctrl+u"} <= OWN
    clock.advance(minutes=12)
    seen = {}

    def look() -> None:
        seen[type(mentor.app.screen).__name__] = taken(mentor)

    await mentor.open(call="ada")
    look()
    await mentor.press("ctrl+g", "w")
    await mentor.see("Wrap-up with Ada Obi")
    look()
    await mentor.press("ctrl+s")
    await mentor.see("What Ada Obi receives")
    await mentor.press("e")
    look()
    await mentor.press("escape", "a")
    await mentor.see("the call is over")
    look()
    mentor.desk.groups.add("Git crew", playbook="carpentries")
    mentor.app.open_slide("git-crew")
    await mentor.see("Final")
    look()
    assert seen == TAKEN
