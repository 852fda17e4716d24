"""What has to be done on a calendar server so that it has what the desk has, and no more."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

ADD, CHANGE, REMOVE, FORGET, SAME, LEFT = "add", "change", "remove", "forget", "same", "left"
"""Kinds of steps: FORGET is gone on both sides, LEFT is somebody else's work by now."""


class Kept(NamedTuple):
    """An object that the desk made on a server: its file name there, its ETag, what was in it."""

    uid: str
    name: str
    etag: str
    digest: str


class Step(NamedTuple):
    """What to do with one object; `etag` is the state it must be in, '' for not being there."""

    kind: str
    uid: str
    name: str
    etag: str = ""
    why: str = ""


class Pushed(NamedTuple):
    """What was done, counted, and what was left alone, in sentences."""

    added: int
    changed: int
    removed: int
    same: int
    left: tuple[str, ...]

    @property
    def said(self) -> str:
        """`3 added, 1 changed, 120 as they were`."""
        counted = (
            (self.added, "added"), (self.changed, "changed"), (self.removed, "removed"),
            (self.same, "as they were"),
        )  # fmt: skip
        parts = [f"{number} {word}" for number, word in counted if number]
        return ", ".join(parts) or "nothing to do"


def steps(
    wanted: Mapping[str, str],
    known: Mapping[str, Kept],
    there: Mapping[str, str],
    *,
    force: bool = False,
) -> Iterator[Step]:
    """Every object with what is to become of it, those that are to go last.

    `wanted` has a digest for each UID, `there` an ETag for each file name on the server. What was
    changed or deleted there by somebody else is left alone, unless `force`; what the desk never
    made is not looked at.
    """
    for uid, digest in wanted.items():
        yield _wanted(uid, digest, known.get(uid), there, force)
    for uid, one in known.items():
        if uid not in wanted:
            yield _gone(one, there, force)


def name_of(uid: str) -> str:
    """The file name of a UID: letters and digits that no server writes in a second way."""
    return "".join(one if one.isascii() and one.isalnum() else "-" for one in uid) + ".ics"


def _wanted(
    uid: str, digest: str, known: Kept | None, there: Mapping[str, str], force: bool
) -> Step:
    name = known.name if known else name_of(uid)
    now = there.get(name, "")
    if known is None:
        if now and not force:
            return Step(LEFT, uid, name, now, "is on the server already, and not from this desk")
        return Step(CHANGE if now else ADD, uid, name, now)
    if now == known.etag:
        return Step(SAME if digest == known.digest else CHANGE, uid, name, now)
    if force:
        return Step(CHANGE if now else ADD, uid, name, now)
    why = "was changed on the server" if now else "was deleted on the server"
    return Step(LEFT, uid, name, now, why)


def _gone(known: Kept, there: Mapping[str, str], force: bool) -> Step:
    now = there.get(known.name, "")
    if not now:
        return Step(FORGET, known.uid, known.name)
    if now == known.etag or force:
        return Step(REMOVE, known.uid, known.name, now)
    why = "is gone from the desk, and was changed on the server"
    return Step(LEFT, known.uid, known.name, now, why)
