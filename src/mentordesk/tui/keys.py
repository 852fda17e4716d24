"""The keys of the app itself, which hold on every screen."""

from textual.binding import Binding, BindingType

EVERYWHERE: tuple[BindingType, ...] = (
    Binding("escape", "back", "Back", id="app.back", tooltip="Back to where you came from"),
    Binding("c", "call", "To the call", id="app.call", tooltip="Go on with the running call"),
    Binding("slash", "search", "Search", id="app.search", tooltip="Find words in everything"),
    Binding("u", "undo", "Undo", id="app.undo", tooltip="Take back the last thing you did"),
    Binding("1", "mode('today')", "Today", id="app.today", tooltip="Who is next, what is due"),
    Binding("2", "mode('people')", "People", id="app.people", tooltip="Everyone you mentor"),
    Binding("3", "mode('plans')", "Plans", id="app.plans", tooltip="Promised and aimed for"),
    Binding("4", "mode('calendar')", "Calendar", id="app.calendar", tooltip="The weeks ahead"),
    Binding(
        "5", "reports", "Reports", False, id="app.reports",
        tooltip="Still to come: says where to look until then",
    ),
    Binding(
        "6", "mode('playbooks')", "Playbooks", id="app.playbooks",
        tooltip="The programmes, in words",
    ),
    Binding(
        "f9", "share", "Share", False, priority=True, id="app.share",
        tooltip="Show only what the mentee of the call, or of this page, may see; or all again",
    ),
    Binding(
        "ctrl+f9", "share_with", "Share with", False, priority=True, id="app.share_with",
        tooltip="The same, with somebody you name, or with nobody’s names",
    ),
    Binding("q", "quit", "Quit", id="app.quit", tooltip="Leave; a running call goes on"),
    Binding(
        "ctrl+q", "quit", "Quit", False, priority=True, system=True, id="app.quit_now",
        tooltip="Leave, from wherever the keys go",
    ),
    Binding(
        "ctrl+c", "help_quit", "How to quit", False, system=True, id="app.how_to_quit",
        tooltip="Says which key leaves",
    ),
    Binding(
        "ctrl+t", "theme", "Theme", False, id="app.theme",
        tooltip="Dark, light, high contrast, no colour",
    ),
    Binding(
        "ctrl+p", "command_palette", "All", priority=True, id="app.palette",
        tooltip="Every command by its name, and every mentee",
    ),
    Binding("f1", "help", "Help", id="app.help", tooltip="What this is, and all its keys"),
    Binding(
        "escape", "close_help", "Close help", priority=True, id="help.close",
        tooltip="Away with the help; the keys stay where they are",
    ),
    Binding(
        "pagedown", "turn_help(1)", "Help on", False, priority=True, id="help.on",
        tooltip="The next page of the help",
    ),
    Binding(
        "pageup", "turn_help(-1)", "Help back", False, priority=True, id="help.back",
        tooltip="The page of the help before",
    ),
)  # fmt: skip

_REFUSED = frozenset((
    "person", "people", "doors", "intake", "offers", "plans", "playbooks", "recap", "slide",
    "times", "today", "welcome", "agreement", "brief", "group", "milestones", "plan", "progress",
    "review", "schedule", "past_wrap_up",
))  # fmt: skip
"""Groups of commands that change something, which a shared screen refuses."""
_GRANTED = frozenset((
    "person.start", "people.way", "people.filter", "people.all", "doors.all", "doors.whose",
    "intake.page", "plans.part", "plans.owner", "playbooks.shelf", "recap.copy", "recap.store",
    "recap.back", "slide.back", "times.all", "agreement.history", "plan.part",
))  # fmt: skip
"""Those of them that only look, begin the call, or hand over what the viewer has."""
_ALONE = frozenset((
    "app.undo", "timeline.answers", "call.agree", "call.stand", "call.versions", "call.outside",
))  # fmt: skip
"""Single ones of the other groups that are refused, too."""


def is_for_shared(command: str) -> bool:
    """Whether a command, by its id, is offered on a shared screen; one that is not says why."""
    if command in _ALONE:
        return False
    return command in _GRANTED or command.partition(".")[0] not in _REFUSED
