"""A date of the programme: it took place, it is left out, or words are kept for it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.desk.milestones import ALL_FINE
from mentordesk.domain.pages import DatedLine
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation import look as words
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

TOUCH_BASE = "touch base"


class SettleDate(Dialog[str]):
    """Returns what to say of it, or ASK when its questions are wanted.

    A touch base asks who goes as well; a group chooses one of its members.
    """

    HELP: ClassVar[str | None] = """
    # A date of the programme

    Enter says that it took place; no word is needed. With `←` and `→` it is **left out** this
    time, or your words are **kept** for the day, such as topics to bring.
    """
    ASK: ClassVar[str] = "ask"

    def __init__(self, desk: "Desk", address: str, line: DatedLine, *, asks: bool = False) -> None:
        super().__init__(line.title)
        self.desk, self.address, self.line, self.asks = desk, address, line, asks
        self.quiet = desk.milestones.known(address, line.key).quiet_ok
        mentorship = desk.people.find(address).mentorship
        self.members = desk.groups.members(mentorship.id) if mentorship.group else ()

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What became of it, who went to a touch base, and a word on it."""
        ways = [("done", ALL_FINE if self.quiet else "done")]
        ways += [("ask", "answer its questions")] if self.asks else []
        ways += [("skipped", "left out this time"), ("noted", "not yet, keep these words")]
        yield "It is", Choice(ways, id="state")
        if self.line.kind == TOUCH_BASE:
            yield "Who goes", self._who()
        yield self._label(), Entry(placeholder="may stay empty", id="text")

    def _label(self) -> str:
        return "Topics" if self.line.kind == TOUCH_BASE else "Words"

    def _who(self) -> Widget:
        """A member of the group, the one who speaks for it first; anybody by name otherwise."""
        if not self.members:
            return Entry(placeholder="may stay empty", id="who")
        speaks = next((one.handle for one in self.members if one.speaks), "")
        every = [("", "nobody yet"), *((one.handle, one.name) for one in self.members)]
        return Choice(every, speaks, id="who")

    def echo(self) -> str:
        """When it is due and why, what to do, and the words that were kept for it."""
        line = self.line
        due = f"Due {words.day(line.due, self.desk.today())}" if line.due else "No day yet"
        kept = [f"Kept for it: {text}" for text in line.noted]
        why = f" ({line.why})" if line.why else ""
        return "\n".join([f"{due}{why}.", *([line.says] if line.says else []), *kept])

    def save(self) -> str:
        """Settle it, or keep the words."""
        state, text = self.query_one("#state", Choice).value, self.value("text")
        if state == self.ASK:
            return self.ASK
        milestones, key = self.desk.milestones, self.line.key
        if state == "noted":
            who = self._spoken()
            title = milestones.note(self.address, key, f"{who}: {text}" if who else text)
            return f"Kept for {title}."
        if state == "skipped":
            return f"Left out: {milestones.skip(self.address, key, text)}."
        return f"Done: {self._done(text)}."

    def _done(self, text: str) -> str:
        """Who went is part of what is said of it; a group's step is done by naming somebody."""
        step = self.desk.milestones.known(self.address, self.line.key).step
        if step == "representative" and self.members and self._chosen():
            member = self.desk.groups.speaker(self.address, self._chosen())
            return f"{member.name} speaks for the group"
        said = ": ".join(filter(None, (self._spoken(), text)))
        return self.desk.milestones.done(self.address, self.line.key, said)

    def _chosen(self) -> str:
        """The handle of the member, or the name that was typed; '' for nobody."""
        if self.line.kind != TOUCH_BASE:
            return ""
        return self.query_one("#who", Choice).value if self.members else self.value("who")

    def _spoken(self) -> str:
        chosen = self._chosen()
        return next((one.name for one in self.members if one.handle == chosen), chosen)
