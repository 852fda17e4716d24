"""Everything that is on the screen, and beyond its edges: rows to scroll to, fields, toasts."""

from collections.abc import Iterator

from tests.driver import Robot
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from mentordesk.tui.widgets.autosaved_area import AutosavedArea
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

LEFT_OUT = {"q", "ctrl+q", "ctrl+c", "f9", "ctrl+f9", "escape", "ctrl+p", "slash", "u", "ctrl+t"}
"""Keys that leave, end the sharing, or are looked at by themselves."""
DEEP = 6


def everything(robot: Robot) -> str:
    """What the terminal shows, and what the widgets in view hold beside that."""
    app = robot.app
    parts = [robot.screen_text(), *(toast.message for toast in app._notifications)]
    for screen in (*app._background_screens, app.screen):
        parts += [text for widget in screen.walk_children(Widget) for text in _held(widget)]
    return "\n".join(parts)


def _held(widget: Widget) -> Iterator[str]:
    yield f"{widget.border_title} {widget.border_subtitle} {widget.tooltip}"
    if isinstance(widget, Rows):
        yield repr(widget.rows)
    elif isinstance(widget, Line):
        yield repr(widget.row)
    elif isinstance(widget, Static):
        yield str(widget.content)
    elif isinstance(widget, Input):
        yield f"{widget.value} {widget.placeholder}"
    elif isinstance(widget, TextArea) and not (
        isinstance(widget, AutosavedArea) and widget.covered
    ):
        yield widget.text


async def each_key(robot: Robot, pressed: set[str] | None) -> list[tuple[str, str]]:
    """Press every key that applies here and has not been, and say what is seen; back after each.

    Only what is seen without a key when there is no set to remember them in.
    """
    app, seen = robot.app, [("", everything(robot))]
    if pressed is None:
        return seen
    active = app.screen.active_bindings.items()
    keys = {key: found.binding.id for key, found in active if found.binding.id}
    here, mode = list(app.screen_stack), app.current_mode
    for key, command in keys.items():
        only_moves = command.startswith(("rows.", "screen."))
        if key in LEFT_OUT or key.isdigit() or only_moves or command in pressed:
            continue
        pressed.add(command)
        await robot.press(key)
        seen.append((key, everything(robot)))
        for _ in range(DEEP):
            if app.current_mode != mode:
                app.switch_mode(mode)
            elif len(app.screen_stack) > len(here):
                app.pop_screen()
            else:
                break
            await robot.rest(1)
    return seen
