"""Adding to how somebody gets on: one line, and what it is."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.study import StudySlot, spoken
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

WHAT = (
    ("progress", "progress: where they are"),
    ("study", "study hours"),
    ("lab", "lab or project to look at"),
    ("stuck", "stuck point"),
    ("question", "question"),
    ("win", "win"),
    ("recording", "recording"),
    ("link", "link you shared"),
    ("personal", "something personal to remember"),
)
_PERCENT = re.compile(r"(?<![\w.])(\d{1,3}) ?%")
_LINK = re.compile(r"\S+://\S+")
_LENGTH = re.compile(r"(.+?)(?: (\d+ ?m|\d+h(?:\d+)?|\d+ min))?")
USUAL = 60
"""Minutes of a study hour when no length was typed."""


class Hours(NamedTuple):
    """Study hours as they were typed."""

    slots: list[StudySlot]
    minutes: int


class AddLearning(Dialog[str]):
    """What it is, and one line; the last line says what is understood of it."""

    def __init__(self, desk: "Desk", relation: Relation, what: str = "progress") -> None:
        super().__init__(f"How {relation.mentee.name} gets on")
        self.desk, self.relation, self.what = desk, relation, what

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The kind, the words."""
        yield "What", Choice(WHAT, self.what, id="what")
        yield "Words", Entry(id="text")

    def on_mount(self) -> None:
        """The words are typed more often than the kind is turned."""
        super().on_mount()
        self.query_one(Entry).focus()

    def on_choice_changed(self) -> None:
        """Another kind is understood in another way."""
        self.understand()

    def echo(self) -> str:
        """What is understood, or what could be typed."""
        typed, what = self.value("text"), self.query_one(Choice).value
        return _SAYS[what](self, typed) if typed else _HINTS[what]

    def save(self) -> str:
        """Add it."""
        typed, what = self.value("text"), self.query_one(Choice).value
        if not typed:
            raise Refusal("Type something first, or leave with escape.")
        _ADDS[what](self, typed)
        return what

    @property
    def _who(self) -> str:
        return self.relation.address

    def _hours(self, typed: str) -> Hours:
        from mentordesk.dates import read_minutes
        from mentordesk.dates.slots import read_slot

        found = _LENGTH.fullmatch(typed)
        assert found
        minutes = read_minutes(found[2]) if found[2] else USUAL
        rule, at = read_slot(found[1])
        if rule.freq != "WEEKLY" or rule.interval > 1:
            raise Refusal("Study hours are those of every week: mon,thu 19:00 90m")
        today = self.desk.today()
        return Hours([StudySlot(day, at, minutes, today) for day in rule.weekdays], minutes)

    def _study(self, typed: str) -> None:
        found = self._hours(typed)
        days = [slot.weekday for slot in found.slots]
        self.desk.study.set(self._who, days, found.slots[0].at, found.minutes)

    def _progress(self, typed: str) -> None:
        section, percent, link = _where(typed)
        self.desk.progress.add(self._who, section, percent, link=link)

    def _recording(self, typed: str) -> None:
        link, title = _apart(typed)
        if not link and "/" in title:
            link, title = title, ""
        self.desk.recordings.add(self._who, link, title)

    def _lab(self, typed: str) -> None:
        link, title = _apart(typed)
        self.desk.labs.add(self._who, title or link, link)

    def _link(self, typed: str) -> None:
        link, said = _apart(typed)
        self.desk.links.share(self._who, link or said, said if link else "")

    def _says_study(self, typed: str) -> str:
        said = " and ".join(spoken(self._hours(typed).slots))
        return f"{said}, on their clock. It takes the place of the earlier hours."

    def _says_progress(self, typed: str) -> str:
        section, percent, link = _where(typed)
        parts = [section, f"{percent} %" if percent is not None else "", link]
        return f"{', '.join(part for part in parts if part)}. Only you read this."


def _where(typed: str) -> tuple[str, int | None, str]:
    """The section, the percentage if one was typed, and the link if one was."""
    link, rest = _apart(typed)
    found = _PERCENT.search(rest)
    section = " ".join(_PERCENT.sub(" ", rest, count=1).split()).strip(" ,")
    return section, int(found[1]) if found else None, link


def _apart(typed: str) -> tuple[str, str]:
    """A link and the other words."""
    found = _LINK.search(typed)
    return (found[0] if found else ""), " ".join(_LINK.sub(" ", typed, count=1).split())


def _note(kind: str) -> Callable[[AddLearning, str], object]:
    return lambda form, typed: form.desk.words.note(form._who, typed, kind)


def _says(sentence: str) -> Callable[[AddLearning, str], str]:
    return lambda _form, _typed: sentence


_ADDS: dict[str, Callable[[AddLearning, str], object]] = {
    "progress": AddLearning._progress,
    "study": AddLearning._study,
    "lab": AddLearning._lab,
    "stuck": _note("stuck"),
    "question": lambda form, typed: form.desk.topics.ask(form._who, typed),
    "win": _note("win"),
    "recording": AddLearning._recording,
    "link": AddLearning._link,
    "personal": _note("personal"),
}
_SAYS: dict[str, Callable[[AddLearning, str], str]] = {
    "progress": AddLearning._says_progress,
    "study": AddLearning._says_study,
    "lab": _says("It waits to be looked at together. Only you read this."),
    "stuck": _says("It comes back before each call. Its mentee may read it, too."),
    "question": _says("It stands on the next agenda. Its mentee may read it, too."),
    "win": _says("Its mentee may read it, too."),
    "recording": _says("A link, a path or a title; the call is the last one."),
    "link": _says("It counts as a word from you. Its mentee may read it, too."),
    "personal": _says("It stands on top of the brief. Only you read this."),
}
_HINTS = {
    "progress": "Try: section 4 45%",
    "study": "Try: mon,thu 19:00 90m (on their clock)",
    "lab": "Try: lab 7 https://…",
    "stuck": "Try: decorators with arguments",
    "question": "Try: when is a dataclass the right thing",
    "win": "Try: first pull request merged",
    "recording": "Try: https://… or a path",
    "link": "Try: https://… on tests",
    "personal": "Try: her sister's wedding is in May",
}
