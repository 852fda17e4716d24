"""What the clock of a call says, in words and shares of a bar; pure, from the timebox alone."""

from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.timebox import OVER, WRAP_UP, Timebox, clock

GONE, LEFT, RESERVE = "█", "░", "▒"
_MINUTE = timedelta(minutes=1)
BEGUN = {WRAP_UP: "The wrap-up has begun", OVER: "The time is over"}


class Face(NamedTuple):
    """One second of the clock: the phase, the big time with its caption, words, and the bar.

    `gone` and `reserve` are shares of the whole, 0 to 1; `marks` are wall times of the bar's
    start, of the reserve's beginning and of the end.
    """

    phase: str
    paused: bool
    time: str
    caption: str
    state: str
    words: str
    gone: float
    reserve: float
    marks: tuple[str, str, str]


def face(box: Timebox, now: datetime, zone: tzinfo, still: bool = False) -> Face:
    """The clock at `now`, with wall times of the mentor's `zone`; one that is `still` has minutes.

    A minute that has begun counts as left, and as over only when it is.
    """
    phase, left = box.phase(now), box.left(now)
    start, wrap_up, end = (_wall(at, zone) for at in (box.started, box.wrap_up(now), box.end(now)))
    ends = f"{end} (+{box.extended})" if box.extended else end
    ends += " hard stop" if box.hard_stop else ""
    reserved = f"wrap-up {wrap_up}" if box.reserve else ""
    is_over = phase == OVER and left < timedelta()
    minutes = f"{abs(left) // _MINUTE if is_over else -(-left // _MINUTE)}"
    return Face(
        phase=phase,
        paused=box.is_paused,
        time=minutes if still else clock(abs(left)),
        caption=("min " if still else "") + ("over" if is_over else "left"),
        state=_state(box, phase, now),
        words=_words(box, phase, now, reserved, ends),
        gone=box.share(now),
        reserve=box.reserve_share(now) if box.reserve else 1.0,
        marks=(start, reserved, ends),
    )


def _wall(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%H:%M")


def _state(box: Timebox, phase: str, now: datetime) -> str:
    standing = f"paused {_standing(box, now)}" if box.is_paused else ""
    return " · ".join(part for part in (standing, BEGUN.get(phase, "")) if part)


def _words(box: Timebox, phase: str, now: datetime, reserved: str, ends: str) -> str:
    if phase == OVER:
        parts = [f"over since {ends}"]
    else:
        parts = ["wrap-up now" if phase == WRAP_UP else reserved, f"ends {ends}"]
    if box.is_paused:
        parts.insert(0, f"paused {_standing(box, now)}")
    return " · ".join(part for part in parts if part)


def _standing(box: Timebox, now: datetime) -> str:
    since = box.pauses[-1][0]
    return f"{max(0, int((now - since).total_seconds() // 60))} min"


def bar(width: int, gone: float, reserve: float) -> list[tuple[str, str]]:
    """The bar's runs as (part, characters): what is gone, what is left, the reserve band."""
    done, band = round(gone * width), round(reserve * width)
    runs = [
        ("gone", GONE * min(done, band)),
        ("late", GONE * max(0, done - band)),
        ("left", LEFT * max(0, band - done)),
        ("reserve", RESERVE * (width - max(done, band))),
    ]
    return [(part, run) for part, run in runs if run]


def scale(width: int, reserve: float, marks: tuple[str, str, str]) -> str:
    """The wall times under a bar of `width`: start, end, and the reserve's as near as it fits."""
    start, middle, end = marks
    line = f"{start}{end:>{max(0, width - len(start))}}"
    at = min(round(reserve * width), width - len(end) - 2 - len(middle))
    if not middle or at < len(start) + 2:
        return line[:width]
    return f"{line[:at]}{middle}{line[at + len(middle) :]}"
