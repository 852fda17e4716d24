"""Words that could not be stored: a copy kept elsewhere while that lasts, and put back later."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from os import getpid
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from mentordesk.domain.errors import Refusal
from mentordesk.domain.merging import both_texts
from mentordesk.domain.recovery import (
    ANSWER,
    NOTES,
    RECAP,
    SLIDE,
    RecoveryCopy,
    Whose,
    as_text,
    file_name,
    from_text,
)
from mentordesk.domain.text import one_line
from mentordesk.domain.versions import lost
from mentordesk.store import calls, recovery_files

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Left(NamedTuple):
    """A recovery copy that no window looks after any more, and the file it is in."""

    id: str
    path: str
    copy: RecoveryCopy


def left(folders: Sequence[str], desk: str) -> list[Left]:
    """What was left of words for the desk at this path, the latest first; it need not be open."""
    every = []
    for path in recovery_files.found(folders):
        with suppress(OSError, ValueError, Refusal):
            copy = from_text(recovery_files.read(path))
            if copy.desk == desk:
                every.append(Left(f"{crc32(path.encode()):08x}", path, copy))
    return sorted(every, key=lambda one: one.copy.written, reverse=True)


def one_of(copies: Sequence[Left], prefix: str) -> Left:
    """The copy whose id begins so; the only one for ''. Raises Refusal."""
    found = [one for one in copies if one.id.startswith(prefix.strip().lower())]
    if len(found) != 1:
        which = f"called {one_line(prefix)[:40]}" if prefix else "of that kind alone"
        raise Refusal(
            f"There is no recovery copy {which}. See them with: mentordesk session recover"
        )
    return found[0]


def said_of(count: int) -> str:
    """One sentence for a door that has found copies; '' for none."""
    if not count:
        return ""
    words = "Words" if count == 1 else f"Words of {count} windows"
    return f"{words} could not be stored. See them with: mentordesk session recover"


class Recovery:
    """The verbs about words that the desk's file did not take."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self._held: dict[tuple[str, str], recovery_files.Held] = {}

    def keep(self, whose: Whose, base: str, text: str) -> str:
        """Keep the words in the first folder that takes them; its file, '' when none does.

        The store is not asked for anything: it is what has failed.
        """
        desk = self.desk
        copy = RecoveryCopy(desk.store.path, whose, desk.now(), base, text)
        name = file_name(whose, whose.began.astimezone(desk.tz), getpid())
        before = self._held.get((whose.session_id, whose.part))
        held = recovery_files.put(desk.recovery_folders(), name, as_text(copy).encode(), before)
        if held is None:
            return before.path if before else ""
        self._held[whose.session_id, whose.part] = held
        return held.path

    def drop(self, session_id: str, part: str = NOTES) -> None:
        """These words are stored now: away with this window's copy, if there is one."""
        if held := self._held.pop((session_id, part), None):
            held.drop()

    def let_go(self) -> None:
        """This window ends: what it could not store is left for the next one."""
        for held in self._held.values():
            held.let_go()
        self._held.clear()

    def forget(self, ids: Collection[str]) -> None:
        """Throw away the copies of these calls and mentorships: somebody is erased with them."""
        for one in self.left():
            if one.copy.whose.session_id in ids:
                recovery_files.remove(one.path)

    def left(self) -> list[Left]:
        """Copies that were left by windows that are gone, the latest first."""
        return left(self.desk.recovery_folders(), self.desk.store.path)

    def find(self, prefix: str) -> Left:
        """The copy whose id begins so; the only one for ''. Raises Refusal."""
        return one_of(self.left(), prefix)

    def take(self, prefix: str = "") -> str:
        """Put the words back where they belong, beside what came in since.

        Returns the sentence that says what was done. Raises Refusal, with the copy left as it is.
        """
        one = self.find(prefix)
        whose = one.copy.whose
        if not self._is_here(whose):
            raise Refusal(
                f"T{whose.thing[1:]} is not on this desk any more. Read its words with:"
                f" mentordesk session recover --show {one.id[:4]}"
            )
        there = self._there(whose)
        if lost(one.copy.text, there):
            self._put_back(one.copy, there)
            done = f"Put back into {whose.place}."
        else:
            done = f"All of it is in {whose.place} already."
        recovery_files.remove(one.path)
        return done

    def _is_here(self, whose: Whose) -> bool:
        store, one = self.desk.store, whose.session_id
        if whose.part == SLIDE:
            return bool(store.row("SELECT 1 FROM mentorship WHERE id = ?", one))
        return calls.session(store, one) is not None

    def _there(self, whose: Whose) -> str:
        """What is stored in the place that the words belong to."""
        part, _, key = whose.part.partition(" ")
        if part == ANSWER:
            asked = self.desk.pages.wrap_up(whose.session_id).questions
            return next((q.answer for q in asked if q.key == key and q.answered), "")
        if part == RECAP:
            page = self.desk.recaps.page(whose.session_id)
            return page.private if key == "private" else page.leaves
        if part == SLIDE:
            slide = self.desk.slides.latest(self._address(whose))
            return slide.body if slide else ""
        note = calls.notes(self.desk.store, whose.session_id)
        return str(note["body"]) if note else ""

    def _put_back(self, copy: RecoveryCopy, there: str) -> None:
        """Store the words in their place, together with what stands there."""
        session_id, (part, _, key) = copy.whose.session_id, copy.whose.part.partition(" ")
        if part == ANSWER:
            both = both_texts(copy.base, copy.text, there)
            self.desk.calls.answer(session_id, key, both)
        elif part == RECAP:
            self.desk.recaps.keep(session_id, key, copy.base, copy.text, "")
        elif part == SLIDE:
            both = both_texts(copy.base, copy.text, there)
            self.desk.slides.keep(self._address(copy.whose), both)
        else:
            self.desk.calls.keep_notes(session_id, copy.base, copy.text)

    def _address(self, whose: Whose) -> str:
        """The mentorship a slide belongs to, as it is called now."""
        return self.desk.people.by_mentorship(whose.session_id).address

    def discard(self, prefix: str = "") -> str:
        """Throw a copy away; what was in it is gone. Returns the sentence that says so."""
        one = self.find(prefix)
        recovery_files.remove(one.path)
        return f"Thrown away: {one.copy.size} of {one.copy.whose.thing}."
