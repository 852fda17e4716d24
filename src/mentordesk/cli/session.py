"""`session`: the group; what it holds is imported when it runs."""

import click

from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Entry, LazyGroup

_CLOCK = "mentordesk.cli.session_clock"
_WORDS = "mentordesk.cli.session_words"
COMMANDS = {
    "start": Entry(f"{_CLOCK}:start", "Start the call now, its agenda composed."),
    "log": Entry(f"{_CLOCK}:log", "Write down a call that was held and not started here."),
    "agenda": Entry("mentordesk.cli.session_agenda:agenda", "Print the agenda, or work on it."),
    "note": Entry(f"{_WORDS}:note", "Add lines to the call's notes, or print them."),
    "take": Entry(
        f"{_WORDS}:take", "Take what was pasted in the call as things, or leave it text."
    ),
    "history": Entry(
        "mentordesk.cli.session_history:history", "Show what the notes were, or bring it back."
    ),
    "recover": Entry(
        "mentordesk.cli.session_recovery:recover",
        "List words that could not be stored, or put them back.",
    ),
    "extend": Entry(f"{_CLOCK}:extend", "Move the end, both of you having agreed."),
    "pause": Entry(f"{_CLOCK}:pause", "Let the call stand still."),
    "resume": Entry(f"{_CLOCK}:resume", "Go on after a pause."),
    "roll": Entry(
        "mentordesk.cli.session_roll:roll",
        "Call the roll of a group: attended, late, no-show, excused, cancelled.",
    ),
    "here": Entry(f"{_CLOCK}:here", "Note that they are there."),
    "late": Entry(f"{_CLOCK}:late", "Note that they came late."),
    "no-show": Entry(f"{_CLOCK}:no_show", "Close the call because nobody came."),
    "answer": Entry(
        "mentordesk.cli.session_answer:answer", "Answer a closing question, or list them."
    ),
    "close": Entry(f"{_CLOCK}:close", "End the call; the answers become what they say."),
    "recap": Entry("mentordesk.cli.session_recap:recap", "Print exactly what the mentee receives."),
}


@click.command("session", cls=LazyGroup, table=COMMANDS)
@pass_door
@click.pass_context
def session(ctx: click.Context, door: Door) -> None:
    """Run a call: start, agenda, notes, recap, close.

    One call runs at a time, so WHO may be left out where it stands in brackets.
    """
    if ctx.invoked_subcommand != "recover":
        from mentordesk.cli.unstored import warn  # not for the group's own help

        warn(door)
