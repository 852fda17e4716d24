"""A message as a link that opens a mail program with it (RFC 6068)."""

from collections.abc import Iterable
from urllib.parse import quote

LONGEST = 1_900
"""Characters that every mail program and its system take; some cut a longer link without a word."""


def mailto(to: Iterable[str], subject: str, text: str) -> str:
    """The link; line breaks are %0D%0A, and everything else is in UTF-8 (RFC 6068 §5)."""
    body = "\r\n".join(text.rstrip("\n").split("\n"))
    whom = ",".join(quote(address, safe="@") for address in to)
    return f"mailto:{whom}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
