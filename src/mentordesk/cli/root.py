"""`mentordesk` itself: the table of its commands, and the desk when none is named."""

from typing import Any

import click

from mentordesk import __version__
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Entry, LazyGroup

_HERE = "mentordesk.cli"
COMMANDS = {
    "call": Entry(f"{_HERE}.desk:call", "Open the running call, or the next one, on screen."),
    "today": Entry(f"{_HERE}.today:today", "Show today's calls and what is due."),
    "next": Entry(f"{_HERE}.today:next_call", "Show the next call."),
    "calendar": Entry(
        f"{_HERE}.calendar:calendar",
        "Show calls, milestones, gaps, hours, workshops and busy times by day.",
    ),
    "status": Entry(f"{_HERE}.status:status", "Print one line for tmux, a bar or a prompt."),
    "brief": Entry(f"{_HERE}.brief:brief", "Read up on somebody before the call."),
    "session": Entry(f"{_HERE}.session:session", "Run a call: start, agenda, notes, recap, close."),
    "note": Entry(f"{_HERE}.note:note", "Write down something about somebody."),
    "log": Entry(f"{_HERE}.note:log", "Log support outside a call, with its minutes."),
    "do": Entry(f"{_HERE}.promise:do", "Promise something, or write down their promise."),
    "done": Entry(f"{_HERE}.promise:done", "Tick off promises."),
    "promises": Entry(f"{_HERE}.promise:promises", "List what is promised, by day."),
    "attention": Entry(
        f"{_HERE}.attention:attention", "Keep what is due in view: list, put off, dismiss."
    ),
    "milestone": Entry(
        f"{_HERE}.milestone:milestone",
        "Keep a programme's dates: check-ins, decisions, surveys, reports.",
    ),
    "checklist": Entry(
        f"{_HERE}.checklist:checklist", "Tick what the programme wants looked at with somebody."
    ),
    "survey": Entry(
        f"{_HERE}.survey:survey", "Answer the programme's surveys, a round each time they are due."
    ),
    "feedback": Entry(
        f"{_HERE}.feedback:feedback",
        "Keep feedback: given, received, and what the programme should hear.",
    ),
    "certificate": Entry(
        f"{_HERE}.certificate:certificate",
        "Follow certificates: what is met, the evidence for it, what is missing.",
    ),
    "slide": Entry(
        f"{_HERE}.slide:slide", "Draft and finish the slide for the showcase; every version stays."
    ),
    "goal": Entry(f"{_HERE}.goal:goal", "Keep somebody's goals: 30, 60, 90 days and beyond."),
    "opportunity": Entry(
        f"{_HERE}.opportunity:opportunity", "Hold doors open: spot, offer, take, decline, result."
    ),
    "introduction": Entry(
        f"{_HERE}.introduction:introduction", "Bring people together, with a yes from both."
    ),
    "time": Entry(f"{_HERE}.time:time", "Keep the time: list, add, edit, drop, budget."),
    "hours": Entry(
        f"{_HERE}.hours:hours", "Offer hours that people book: set, list, book, invite, held, end."
    ),
    "workshop": Entry(
        f"{_HERE}.workshop:workshop", "Coach at workshops: add, list, prep, debrief."
    ),
    "plan": Entry(
        f"{_HERE}.plan:plan", "Keep somebody's action plan, and hand it over as a table."
    ),
    "gap": Entry(f"{_HERE}.gap:gap", "Note what is missing on the way to a goal or a role."),
    "review": Entry(f"{_HERE}.review:review", "Look back at the task or at the month."),
    "study": Entry(
        f"{_HERE}.study:study", "Keep study hours: plan them, and tell how each week went."
    ),
    "progress": Entry(
        f"{_HERE}.progress:progress", "Keep where somebody is: add, list, seen; and what they won."
    ),
    "lab": Entry(f"{_HERE}.lab:lab", "Look at labs together: add, reviewed, list."),
    "topic": Entry(f"{_HERE}.topic:topic", "Keep stuck points in view until they are understood."),
    "question": Entry(
        f"{_HERE}.topic:question", "Take over a mentee's questions: add, list, answered."
    ),
    "idea": Entry(f"{_HERE}.idea:idea", "Find what a session can be made of: list, use."),
    "recording": Entry(
        f"{_HERE}.recording:recording",
        "Keep track of recorded calls: add, start, stop, mark, told, shared, part, list.",
    ),
    "link": Entry(f"{_HERE}.link:link", "Share links between calls: share, list."),
    "agreement": Entry(
        f"{_HERE}.agreement:agreement",
        "Keep what the two agreed on: expectations, boundaries, rules, contact.",
    ),
    "permission": Entry(
        f"{_HERE}.permission:permission", "Keep what may be passed on: list, add, withdraw."
    ),
    "incident": Entry(
        f"{_HERE}.incident:incident",
        "Note a breach of the code of conduct, or read what was noted.",
    ),
    "mentee": Entry(
        f"{_HERE}.mentee:mentee", "Keep the people: add, list, show, edit, pause, end."
    ),
    "group": Entry(
        f"{_HERE}.group:group", "Keep groups: add, join, leave, show, attendance, step, speaker."
    ),
    "intake": Entry(
        f"{_HERE}.intake:intake", "Take somebody in: stages, background, whether you fit."
    ),
    "slot": Entry(f"{_HERE}.slot:slot", "Keep the standing slot: set, preview, skip, move, end."),
    "search": Entry(f"{_HERE}.search:search", "Search notes, recaps, promises and goals."),
    "propose": Entry(f"{_HERE}.propose:propose", "Find free times, as a text to paste."),
    "ics": Entry(f"{_HERE}.ics:ics", "Hand standing slots to calendars, and read what comes back."),
    "import": Entry(f"{_HERE}.imports:imports", "Take over what was kept elsewhere."),
    "playbook": Entry(f"{_HERE}.playbook:playbook", "Look at programmes, copy and check them."),
    "duty": Entry(
        f"{_HERE}.duty:duty",
        "Keep your own side: the agreement, what you owe, what you do before you begin.",
    ),
    "support": Entry(
        f"{_HERE}.support:support", "Find help for yourself: contacts, code of conduct, links."
    ),
    "undo": Entry(f"{_HERE}.undo:undo", "Take back the last change."),
    "demo": Entry(f"{_HERE}.desk:demo", "Look around in a throw-away desk."),
    "doctor": Entry(f"{_HERE}.doctor:doctor", "Check versions, folders, time zones and the store."),
    "settings": Entry(f"{_HERE}.settings:settings", "See and edit the settings."),
}


SHOWN = ("today", "next", "calendar", "status", "brief", "promises", "search", "goal", "plan")
"""What can be printed as somebody else may see it: pages that are read from the store alone."""


class Root(LazyGroup):
    """The outermost command: it turns every end into an exit code and a sentence."""

    def main(  # type: ignore[override]
        self, args: list[str] | None = None, standalone_mode: bool = True, **extra: Any
    ) -> int:
        """Run one command line; leave with its exit code, or return it."""
        import sys

        from mentordesk.cli import output
        from mentordesk.cli.exit_codes import guarded

        output.never_fail_on_letters()
        door = extra.setdefault("obj", Door())
        extra.setdefault("prog_name", "mentordesk")
        act = super().main
        typed = sys.argv[1:] if args is None else args
        code = guarded(lambda: act(_as_text(typed), standalone_mode=False, **extra), door)
        if standalone_mode:
            sys.exit(code)
        return code


def _as_text(words: list[str]) -> list[str]:
    """The words in UTF-8, whatever the shell's encoding. Raises Refusal for bytes that are none."""
    if all(word.isascii() for word in words):
        return words
    import os

    from mentordesk.domain.errors import Refusal

    try:
        # What Python could not decode came in as lone surrogates (PEP 383).
        return [word if _is_whole(word) else os.fsencode(word).decode() for word in words]
    except UnicodeDecodeError as error:
        said = error.object.decode(errors="replace")
        raise Refusal(f"“{said[:40]}” is not UTF-8 text. Convert it, then try again.") from None


def _is_whole(word: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _named(ctx: click.Context, param: click.Parameter, who: str | None) -> str:
    """Who looks on, '' without the option: a shell's empty variable must not show everything."""
    if who is not None and not who.strip():
        raise click.BadParameter("say who, or `nobody`.", ctx, param)
    return who or ""


@click.command(
    cls=Root,
    table=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--share",
    is_flag=False,
    flag_value="nobody",
    callback=_named,
    metavar="[WHO]",
    help="Show only what WHO may see; without WHO, nobody's names. For the desk on screen.",
)
@click.option(
    "--as-seen-by",
    "seen_by",
    callback=_named,
    metavar="WHO",
    help=f"Print only what WHO may see, `nobody` for no names: {', '.join(SHOWN)}.",
)
@pass_door
@click.pass_context
def mentordesk(ctx: click.Context, door: Door, share: str, seen_by: str) -> None:
    """One mentor's practice in one terminal. Without a command, the desk opens.

    Every reading command takes --json (docs/json.md). Days are typed as people say them: fri,
    next tue, in 2 weeks, 1 dec, 2026-12-01. People are found by handle, prefix or name. Exit
    codes: 0 done, 1 refused with a sentence, 2 wrong usage.
    """
    if seen_by and ctx.invoked_subcommand not in SHOWN:
        from mentordesk.domain.errors import Refusal

        raise Refusal(f"--as-seen-by is for {', '.join(SHOWN)}; on screen it is --share WHO.")
    door.seen_by = seen_by
    if ctx.invoked_subcommand is None:
        from mentordesk.cli.onscreen import open_screen

        open_screen(door, share=share)
    elif share:
        from mentordesk.domain.errors import Refusal

        raise Refusal("--share is for the desk on screen. For a call: mentordesk call WHO --share")
