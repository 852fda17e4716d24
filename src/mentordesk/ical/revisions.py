"""Which messages bring a calendar from what it was last told to what is now (RFC 5546 §2.1.4).

Pure comparison, one UID at a time. Components are known by their RECURRENCE-ID, '' for the series.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mentordesk.domain.inviting import CANCEL, REQUEST, Sent
from mentordesk.ical.components import Lines, counted, instance, left_out, value, worded

Kind = Literal[
    "invite", "series", "clocks", "end", "words", "guests", "again",
    "move", "skip", "cancel", "uninvite",
]  # fmt: skip
"""Why a message is sent; `again` says what is known already, because a message was lost.

`uninvite` goes to those alone who are no longer invited.
"""
Now = Mapping[str, Lines]
"""A series as it is: its components by RECURRENCE-ID; empty when nothing is left of it."""
Before = Mapping[str, Sent]
"""The last message about each component of it."""


class Part(NamedTuple):
    """One component of a message; `asks` when its time is new, so that everybody answers anew."""

    rid: str
    sequence: int
    lines: Lines
    asks: bool = False


class Revision(NamedTuple):
    """One message about one UID; `form` is `full` with every date, or `instance`."""

    kind: Kind
    method: str
    form: str
    uid: str
    parts: tuple[Part, ...]


def revisions(
    uid: str,
    now: Now,
    sent: Before,
    *,
    full: bool,
    joined: bool = False,
    gone: bool = False,
    whole: Now | None = None,
    clocks: bool = False,
    again: bool = False,
) -> list[Revision]:
    """The messages that are due about one UID, in the order in which they are to be sent.

    `full`: the receiver's calendar takes a series as a whole only. `joined` and `gone`: somebody
    is invited anew, or no longer. `whole` is `now` as it is written where all of it is sent: there
    the series may begin later than receivers know, and leaves no date out before that. `clocks`:
    newer zone data puts dates at other instants. `again`: all of it, even if nothing is new.
    """
    whole = whole or now
    told = sent.get("")
    is_known = told is not None and told.method == REQUEST
    if not now:
        return [_cancel(uid, sent)] if is_known else []
    if told is None or not is_known:
        return [_invite(uid, whole, sent)]
    kind = _why_whole(now, told, sent) or ("clocks" if clocks else None)
    if gone or joined or kind or again:
        usual: Kind = "guests" if gone or joined else "again"
        every = _full(kind or usual, uid, now, sent, whole, raised=gone or clocks)
        return [*([_uninvite(uid, sent)] if gone else []), every]
    if full and (_newly_out(now, sent) or _newly_changed(now, sent)):
        return [_full("series", uid, now, sent, whole)]
    return _instances(uid, now, sent)


def withdrawal(uid: str, sent: Before) -> list[Revision]:
    """What takes an invitation back; nothing where none stands."""
    told = sent.get("")
    return [_cancel(uid, sent)] if told and told.method == REQUEST else []


def repeated(uid: str, sent: Before) -> list[Revision]:
    """A withdrawal as it was sent, number and all, for who lost it; nothing where one stands."""
    told = sent.get("")
    if told is None or told.method == REQUEST:
        return []
    return [Revision("cancel", CANCEL, "full", uid, (Part("", told.sequence, told.lines),))]


def top(sent: Before) -> int:
    """The highest SEQUENCE that was ever sent with a UID; -1 before the first."""
    return max((one.sequence for one in sent.values()), default=-1)


def believed_out(sent: Before) -> frozenset[str]:
    """The dates of which the receiver knows that they do not take place."""
    said = {rid: one.method for rid, one in sent.items() if rid}
    again = {rid for rid, method in said.items() if method == REQUEST}
    out = {rid for rid, method in said.items() if method == CANCEL}
    return frozenset(left_out(sent[""].lines) - again | out)


def _changed(sent: Before) -> dict[str, Sent]:
    """The dates of which the receiver knows another time."""
    return {rid: one for rid, one in sent.items() if rid and one.method == REQUEST}


def _why_whole(now: Now, told: Sent, sent: Before) -> Kind | None:
    """Why the whole series has to be sent; None when it need not be."""
    if counted(now[""]) != counted(told.lines):
        return "end" if _ends_earlier(now[""], told.lines) else "series"
    if _back(now, sent):
        return "series"
    return None if worded(now[""]) == worded(told.lines) else "words"


def _ends_earlier(now: Lines, told: Lines) -> bool:
    """Whether nothing but the end of the rule differs, and lies before where it was."""
    at, was = (_split(value(lines, "RRULE")) for lines in (now, told))
    rest = [tuple(one for one in counted(lines) if "RRULE" not in one) for lines in (now, told)]
    if rest[0] != rest[1] or at[0] != was[0] or not at[1]:
        return False
    return not was[1] or at[1][0] != was[1][0] or int(at[1][1]) < int(was[1][1])


def _split(rule: str) -> tuple[tuple[str, ...], tuple[str, str] | None]:
    """A rule without its end, and the name of the end with its digits."""
    parts = [one.partition("=") for one in rule.split(";")]
    rest = tuple(f"{key}={text}" for key, _, text in parts if key not in ("UNTIL", "COUNT"))
    ends = [(key, text) for key, _, text in parts if key in ("UNTIL", "COUNT")]
    return rest, (ends[0][0], "".join(filter(str.isdigit, ends[0][1]))) if ends else None


def _invite(uid: str, now: Now, sent: Before) -> Revision:
    after = top(sent) + 1
    number = max([after, *map(_number, now.values())])
    parts = tuple(Part(rid, number, lines, asks=True) for rid, lines in _in_order(now))
    return Revision("invite", REQUEST, "full", uid, parts)


def _full(
    kind: Kind, uid: str, now: Now, sent: Before, whole: Now, raised: bool = False
) -> Revision:
    """The series with all its dates; SEQUENCE rises where time, rule or exceptions differ.

    `raised`: it rises in any case. Who was told of other times is asked for an answer anew.
    """
    told = sent[""].lines
    anew = kind == "clocks" or (counted(now[""]) != counted(told) and kind != "end")
    differs = left_out(now[""]) != left_out(told) or counted(whole[""]) != counted(told)
    raised = raised or differs or bool(_back(now, sent))
    number = max([top(sent) + 1, *map(_number, whole.values())])
    parts = []
    for rid, lines in _in_order(whole):
        known = sent.get(rid)
        same = known and known.method == REQUEST and counted(known.lines) == counted(lines)
        kept = known.sequence if known and not raised and (same or not rid) else number
        asks = anew or bool(rid and not same)
        parts.append(Part(rid, kept, lines, asks))
    return Revision(kind, REQUEST, "full", uid, tuple(parts))


def _back(now: Now, sent: Before) -> frozenset[str]:
    """Dates that take place again, or at their usual time again."""
    as_planned = _changed(sent).keys() - now.keys()
    return frozenset((believed_out(sent) | as_planned) - left_out(now[""]))


def _instances(uid: str, now: Now, sent: Before) -> list[Revision]:
    """A message for each date that moved, and one for all that are left out.

    Their number is above all that was sent under the UID, so that a file of everything can have it.
    """
    found = []
    if out := _newly_out(now, sent):
        parts = tuple(_part_out(rid, sent, now[""]) for rid in out)
        found.append(Revision("skip", CANCEL, "instance", uid, parts))
    for rid in _newly_changed(now, sent):
        number = max(top(sent) + 1, _number(now[rid]))
        part = Part(rid, number, now[rid], asks=True)
        found.append(Revision("move", REQUEST, "instance", uid, (part,)))
    return found


def _part_out(rid: str, sent: Before, master: Lines) -> Part:
    known = sent.get(rid)
    lines = known.lines if known else instance(sent[""].lines, rid)
    return Part(rid, max(top(sent) + 1, _number(master)), lines)


def _newly_out(now: Now, sent: Before) -> list[str]:
    return sorted(left_out(now[""]) - believed_out(sent))


def _newly_changed(now: Now, sent: Before) -> list[str]:
    known = {rid: counted(one.lines) for rid, one in _changed(sent).items()}
    return sorted(rid for rid in now if rid and known.get(rid) != counted(now[rid]))


def _cancel(uid: str, sent: Before) -> Revision:
    """RFC 5546 §3.2.5: the whole series, above everything that was sent about it."""
    part = Part("", top(sent) + 1, sent[""].lines)
    return Revision("cancel", CANCEL, "full", uid, (part,))


def _uninvite(uid: str, sent: Before) -> Revision:
    return _cancel(uid, sent)._replace(kind="uninvite")


def _number(lines: Lines) -> int:
    return int(value(lines, "SEQUENCE"))


def _in_order(now: Now) -> list[tuple[str, Lines]]:
    return sorted(now.items())
