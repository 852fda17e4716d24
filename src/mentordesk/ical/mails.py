"""The calendars in a file as people have it: a calendar, or a mail with one in it (RFC 6047)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.utils import parseaddr
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import one_line

MOST = 20
"""Calendars of one mail; a mail with more was made to do harm."""
WORK = 5_000_000
"""Lines of a mail by its boundaries: about a second; a mail of 10 MB in twenty parts has fewer."""
_LONGEST = 1_000
"""Characters of a sender, and of what a part says of itself."""
_HEADER = re.compile(rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(rb"boundary", re.IGNORECASE)
_BEGIN = re.compile(rb"BEGIN:VCALENDAR", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a file in UTF-16 begins."""
_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What may stand before a calendar: the mark of UTF-8, and blanks."""
_OUTLOOKS = "application/ms-tnef"
_NEVER = frozenset({"text/plain", "text/html"})
"""Parts that may quote a calendar and are none."""


class Found(NamedTuple):
    """One calendar as UTF-8, the address of the mail it came in, and what was odd about it."""

    data: bytes
    sender: str = ""
    remarks: tuple[str, ...] = ()


def calendars(data: bytes, name: str) -> list[Found]:
    """Every calendar of a file or mail, each once.

    `name` is what a Refusal calls the file, when it is neither.
    """
    plain = data.decode("utf-16", "replace").encode() if data.startswith(_WIDE) else data
    if _BEGIN.match(plain.lstrip(_BEFORE)):
        return [_utf8(plain, "utf-8", "")]
    try:
        found = list(_in_mail(message_from_bytes(data), "")) if _is_short_work(data) else []
    except Exception:  # a parser meets what its authors did not think of
        found = []
    if found:
        every = {one.data.replace(b"\r", b"").strip(): one for one in found}
        return _first_ones(list(every.values())[::-1])
    if begin := _BEGIN.search(plain):
        one = _utf8(plain[begin.start() :], "utf-8", "")
        return [one._replace(remarks=("Left out: what stands before the calendar.",))]
    raise Refusal(_none_in(data, name))


def _is_short_work(data: bytes) -> bool:
    """Whether a mail is read in a moment: each line of it is held against every boundary so far."""
    if any(len(one[0]) > _LONGEST for one in _HEADER.finditer(data)):
        return False
    lines, parts = data.count(b"\n"), data.count(b"\n--")
    return lines * (5 + len(_BOUNDARY.findall(data))) + 30 * parts <= WORK


def _first_ones(found: list[Found]) -> list[Found]:
    if len(found) <= MOST:
        return found
    said = f"Left out: what comes after the first {MOST} calendars."
    last = found[MOST - 1]
    return [*found[: MOST - 1], last._replace(remarks=(*last.remarks, said))]


def _in_mail(mail: Message, sender: str) -> Iterator[Found]:
    """The calendars of a mail and of the mails in it, the last one first, each with its sender."""
    if said := parseaddr(str(mail.get("From", ""))[:_LONGEST])[1]:
        sender = one_line(said)
    if mail.is_multipart():
        parts = mail.get_payload()
        for part in reversed(parts if isinstance(parts, list) else []):
            if isinstance(part, Message):
                yield from _in_mail(part, sender)
    elif mail.get_content_type() not in _NEVER or _is_file(mail):
        content = mail.get_payload(decode=True)
        if isinstance(content, bytes) and _BEGIN.match(content.lstrip(_BEFORE)):
            yield _utf8(content, mail.get_content_charset() or "utf-8", sender)


def _is_file(mail: Message) -> bool:
    return str(mail.get_filename() or "").lower().endswith(".ics")


def _utf8(data: bytes, charset: str, sender: str) -> Found:
    """The same text as UTF-8: what a file says of itself is often wrong, UTF-8 tells itself."""
    try:
        data.decode("utf-8")
        return Found(data, sender)
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(charset if charset.lower() not in ("utf-8", "us-ascii") else "cp1252")
    except (LookupError, UnicodeDecodeError):
        text = data.decode("latin-1")
    return Found(text.encode(), sender, ("It is not in UTF-8; letters may be wrong.",))


def _none_in(data: bytes, name: str) -> str:
    if _OUTLOOKS.encode() in data or b"winmail.dat" in data:
        return (
            f"{name} has its calendar in Outlook's own format (winmail.dat), which nobody else"
            " reads. Save the appointment itself as .ics and read that."
        )
    return f"{name} is no calendar and no mail with one in it. Give an .ics or .eml file."
