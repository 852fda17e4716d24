"""The recap as a mail: to whom, called what, and by which way it gets into a mail program."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.text import one_line
from mentordesk.tui.dialogs.write_recap import FileDialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.recap_mail import RecapMail

WAYS = (("eml", "a mail file, to be opened and sent"), ("link", "open my mail program with it"))


class MailRecap(FileDialog):
    """Returns what has become of it, in a sentence; sends nothing."""

    def __init__(self, desk: "Desk", session_id: str, mail: "RecapMail") -> None:
        super().__init__("The recap as a mail")
        self.mails, self.session_id, self.mail = desk.recaps.mail, session_id, mail

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which way, and where to."""
        yield "As", Choice(WAYS, id="way")
        yield "File", Entry(self.mails.file_name(self.session_id), id="path")

    def echo(self) -> str:
        """The mail as it will leave: whom to, its subject, how much; nothing else is in it."""
        whom = ", ".join(f"{one_line(name)} <{one_line(at)}>" for name, at in self.mail.to)
        lines = len(self.mail.text.splitlines())
        said = [
            f"To {whom}",
            f"Subject: {one_line(self.mail.subject)}",
            f"{lines} lines, sign by sign what stands on the sheet. You send it, not the desk.",
            *(f"{one_line(name)} has no mail address." for name in self.mail.missing),
        ]
        if self._by_link():
            self.mails.link(self.session_id)
        elif self.path().is_file():
            said.append("The file is there already.")
        return "\n".join(said)

    def _by_link(self) -> bool:
        return self.query_one(Choice).value == "link"

    def on_choice_changed(self) -> None:
        """The other way needs no file."""
        self.query_one("#path", Entry).disabled = self._by_link()
        self.understand()

    def save(self) -> str:
        """Open the program, or write the file, after a second Enter over one that is there."""
        if self._by_link():
            self.mails.open(self.session_id)
            return "Handed to your mail program. It is sent when you send it there."
        return f"Written: {self.mails.to_file(self.session_id, self.path(), self.sure())}"
