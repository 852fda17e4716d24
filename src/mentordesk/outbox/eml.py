"""A message as a mail program opens it (RFC 6047): words first, the calendar last."""

from collections.abc import Iterable
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from mentordesk.domain.text import one_line

Person = tuple[str, str]
"""A name and a mail address."""


def invitation_mail(
    *,
    sender: Person,
    to: Iterable[Person],
    subject: str,
    text: str,
    calendar: bytes,
    method: str,
    at: datetime,
    message_id: str,
    answers: str = "",
) -> bytes:
    """The bytes of an .eml: multipart/alternative of the text and of the calendar with its method.

    `message_id` and `answers` (the mail that this one follows, or '') are without brackets; the
    part boundary follows from `message_id`, so that the same message has the same bytes.
    """
    mail = _draft(sender, to, subject, at, message_id)
    if answers:
        mail["In-Reply-To"] = mail["References"] = f"<{answers}>"
    mail.set_content(text, cte="base64")
    mail.add_alternative(
        calendar.decode(),
        subtype="calendar",
        charset="utf-8",
        cte="base64",
        params={"method": method, "component": "VEVENT"},
    )
    mail.set_boundary(_boundary(message_id))
    return mail.as_bytes()


def draft_mail(
    *,
    sender: Person,
    to: Iterable[Person],
    subject: str,
    text: str,
    at: datetime,
    message_id: str,
) -> bytes:
    """The bytes of an .eml with this text and nothing else (RFC 5322), as a draft to be sent.

    Quoted-printable keeps any line whole (RFC 2045 §6.7), however long or in whichever script.
    """
    mail = _draft(sender, to, subject, at, message_id)
    mail.set_content(text, cte="quoted-printable")
    return mail.as_bytes()


def with_copy(mail: bytes) -> bytes:
    """An invitation with its calendar a second time, byte for byte, as the attachment invite.ics.

    Some mail programs on phones and on the web look there and nowhere else.
    """
    parsed = message_from_bytes(mail, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    calendars = (part for part in parsed.walk() if part.get_content_type() == "text/calendar")
    data = next(calendars).get_payload(decode=True)
    parsed.add_attachment(data, maintype="application", subtype="ics", filename="invite.ics")
    parsed.set_boundary(f"{_boundary(parsed['Message-ID'])}=")
    return parsed.as_bytes()


def _draft(
    sender: Person, to: Iterable[Person], subject: str, at: datetime, message_id: str
) -> EmailMessage:
    """A mail without a body; `X-Unsent` has the programs that know it open it for writing."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = f"<{message_id}>"
    mail["X-Unsent"] = "1"
    mail["From"] = _address(sender)
    mail["To"] = [_address(person) for person in to]
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(at)
    return mail


def _address(person: Person) -> Address:
    name, address = person
    local, _, host = address.rpartition("@")
    return Address(one_line(name), local, host)


def _boundary(message_id: str) -> str:
    """A line that base64 cannot hold: two characters of it are not in its alphabet."""
    plain = "".join(letter for letter in message_id if letter.isalnum())
    return f"=_{plain[-50:]}"
