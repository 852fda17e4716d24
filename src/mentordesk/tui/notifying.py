"""A notification of the desktop, sent through the terminal that understands one; never a name."""

from collections.abc import Mapping

from mentordesk.domain.text import one_line
from mentordesk.domain.timebox import OVER, WRAP_UP

SAYS = {WRAP_UP: "The wrap-up begins.", OVER: "The time of the call is over."}
"""What is told of a phase that begins; a shared screen may show it, so it is about nobody."""
_OSC = {
    # iTerm2's "growl"; also WezTerm, Ghostty, Windows Terminal, kitty.
    "osc9": "\x1b]9;{body}\x1b\\",
    # rxvt-unicode's extension; also foot, Ghostty, WezTerm.
    "osc777": "\x1b]777;notify;mentordesk;{body}\x1b\\",
    # kitty's desktop notifications: a title, then the body, of one notification.
    "osc99": (
        "\x1b]99;i=mentordesk:d=0;mentordesk\x1b\\\x1b]99;i=mentordesk:d=1:p=body;{body}\x1b\\"
    ),
}
_PROGRAMS = {"iTerm.app": "osc9", "WezTerm": "osc9", "ghostty": "osc9"}
_TERMS = {"xterm-kitty": "osc99", "foot": "osc777", "rxvt-unicode": "osc777"}


def notification(phase: str, wish: str, environ: Mapping[str, str]) -> str:
    """The letters that make the terminal notify of a phase; '' for none, or where none is safe.

    `wish` is the setting: `auto` looks at the environment for a terminal that is known to
    understand it, for what others do with it nobody knows.
    """
    body = SAYS.get(phase, "")
    if wish == "off" or not body:
        return ""
    form = _OSC.get(_understood(environ) if wish == "auto" else wish, "")
    said = form.format(body=one_line(body))
    # tmux hands on only what is wrapped for it, each escape doubled (tmux(1), allow-passthrough).
    return _wrapped(said) if said and "TMUX" in environ else said


def _understood(environ: Mapping[str, str]) -> str:
    if "KITTY_WINDOW_ID" in environ:
        return "osc99"
    if "WT_SESSION" in environ:
        return "osc9"
    term = environ.get("TERM", "")
    known = next((form for name, form in _TERMS.items() if term.startswith(name)), "")
    return _PROGRAMS.get(environ.get("TERM_PROGRAM", ""), known)


def _wrapped(said: str) -> str:
    return "\x1bPtmux;" + said.replace("\x1b", "\x1b\x1b") + "\x1b\\"
