"""Help for the mentor: whom to turn to, and a question with nobody's name in it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words
from mentordesk.domain.support import Directory
from mentordesk.domain.text import clip
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

SHOWN = 2
"""Earlier questions that are told of; `mentordesk support WHO` tells of all."""


class AskForHelp(Dialog[str]):
    """Shows the programme's contacts; a question is kept, and copied without names."""

    HELP: ClassVar[str | None] = """
    # Help for you

    Whom your programme gives you to turn to, where its code of conduct is and where a breach of it
    is reported. The arrows turn from one contact to the next.

    Write a question, and you see it as it may be sent: the names, handles and addresses of your
    mentee and of everybody in the group are taken out. Enter puts it into the clipboard and notes,
    for you alone, that you asked. Read it once more: what happened can give somebody away, too.
    """

    def __init__(self, desk: "Desk", address: str, directory: Directory) -> None:
        super().__init__(f"Help for you, in {directory.title}")
        self.desk, self.address, self.directory = desk, address, directory

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Whom to ask, and what."""
        contacts = [(one.key, one.title) for one in self.directory.contacts]
        yield "Whom", Choice(contacts or [("", "this programme names nobody")], id="contact")
        yield "Question", Entry(placeholder="what would you like to know?", id="question")

    def echo(self) -> str:
        """How the contact is reached; once something is typed, the message as it may be sent."""
        if question := self.value("question"):
            return self._message(question)
        contact = self.query_one(Choice).value
        lines = [c.reach or c.link for c in self.directory.contacts if c.key == contact]
        lines += [c.link for c in self.directory.contacts if c.key == contact and c.reach]
        lines += [f"Code of conduct: {self.directory.conduct}"] * bool(self.directory.conduct)
        report = self.directory.report_conduct
        lines += [f"Report a breach: {report}"] * bool(report)
        today = self.desk.today()
        for one in self.directory.asked[:SHOWN]:
            lines.append(f"Asked on {day_words(one.day, today)}: {clip(one.text, 40)}")
        if names := list(self.directory.links):
            lines.append(f"Links, on its page under Playbooks: {', '.join(names)}")
        return "\n".join(line for line in lines if line)

    def on_choice_changed(self) -> None:
        """Another contact is reached in another way."""
        self.understand()

    def _message(self, question: str) -> str:
        return self.desk.support.draft(self.address, self.query_one(Choice).value, question)

    def save(self) -> str:
        """Note the question, and put the message into the clipboard."""
        if not self.value("question"):
            raise Refusal("Write what you would like to know, or leave with Escape.")
        contact = self.query_one(Choice).value
        message = self.desk.support.ask(self.address, contact, self.value("question"))
        self.app.copy_to_clipboard(message)
        return message
