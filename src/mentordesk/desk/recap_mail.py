"""The recap as a mail: exactly what leaves, to whom it is about, for the mentor to send."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.mail_handover import need_address
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Mentee
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import one_line
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class RecapMail(NamedTuple):
    """A mail as it would leave: names and addresses, subject, text; who cannot be written to."""

    to: tuple[tuple[str, str], ...]
    subject: str
    text: str
    missing: tuple[str, ...] = ()


class RecapMails:
    """The verbs about a recap that is mailed; nothing is sent from here."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def preview(self, session_id: str) -> RecapMail:
        """The mail as it would leave. Raises Refusal when nobody has an address."""
        desk = self.desk
        session = desk.calls.session(session_id)
        mentees = self._readers(session.mentorship_id)
        to = tuple((one.name, one.email) for one in mentees if one.email)
        if not to:
            name = desk.people.by_mentorship(session.mentorship_id).mentee
            raise Refusal(
                f"{name.name} has no mail address. Set it with:"
                f" mentordesk mentee edit {name.handle} --email ADDRESS"
            )
        day = (session.started or session.planned_start).astimezone(desk.tz).date()
        return RecapMail(
            to,
            f"Our call on {day_words(day, desk.today())}",
            desk.recaps.page(session_id).leaves,
            tuple(one.name for one in mentees if not one.email),
        )

    def link(self, session_id: str) -> str:
        """The mail as a link that opens a mail program. Raises Refusal for a text too long."""
        from mentordesk.outbox.mailto import LONGEST, mailto

        mail = self.preview(session_id)
        made = mailto([address for _, address in mail.to], mail.subject, mail.text)
        if len(made) > LONGEST:
            raise Refusal(
                f"The recap is too long for a link ({len(made)} of {LONGEST} characters), which"
                " mail programs would cut. Take a mail file (--eml) instead."
            )
        return made

    def open(self, session_id: str) -> None:
        """Open the mentor's mail program with the mail. Raises Refusal where that cannot be."""
        from mentordesk.outbox.opening import open_link

        open_link(self.link(session_id))

    def file_name(self, session_id: str) -> str:
        """A name for the mail's file: handle and day."""
        return self.desk.recaps.file_name(session_id).removesuffix(".md") + ".eml"

    def to_file(self, session_id: str, path: Path, overwrite: bool = False) -> Path:
        """Write the mail into a file, whole or not at all; a folder takes its usual name.

        Raises Refusal without an address of the mentor's own, which a mail needs (RFC 5322 §3.6).
        """
        from hashlib import sha256

        from mentordesk.outbox.eml import draft_mail
        from mentordesk.outbox.files import put_new

        desk, mail = self.desk, self.preview(session_id)
        need_address(desk, "A mail")
        words = sha256(f"{session_id} {mail}".encode()).hexdigest()[:32]
        data = draft_mail(
            sender=(desk.mentor, desk.email),
            to=mail.to,
            subject=one_line(mail.subject),
            text=mail.text,
            at=desk.now(),
            message_id=f"{words}@mentordesk",
        )
        return put_new(path, self.file_name(session_id), data, overwrite)

    def _readers(self, mentorship_id: str) -> list[Mentee]:
        """Whom it is about: the mentee, or every member of the group."""
        found = self.desk.people.by_mentorship(mentorship_id)
        if not found.is_group:
            return [found.mentee]
        every = people.relations(self.desk.store, mentorship_id)
        return [one.mentee for one in every if one.mentee.id in found.mentorship.members]
