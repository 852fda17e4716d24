"""Requests whose answers end: in bytes, in seconds, and at the server that was asked."""

import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip

T = TypeVar("T")
SILENCE = 20
"""Seconds to wait for the next bytes of an answer."""
PATIENCE = 60
"""Seconds to wait for the whole of one, however slowly it comes."""
LARGEST = 10_000_000
"""Bytes of an answer; a list of 20,000 objects has fewer."""
_CHUNK = 65_536


class Answer(NamedTuple):
    """What the library asks of an answer, read whole."""

    status_code: int
    headers: Any
    content: bytes
    reason: str
    url: str

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode(errors="replace")


class Bounded:
    """Stands before a session of the library: reads each answer to a bound, and goes nowhere else.

    `request` raises Refusal, and what the session raises.
    """

    def __init__(self, session: Any, host: str) -> None:
        self.session, self.host = session, host

    def request(self, method: str, url: str, **how: Any) -> Answer:
        """One request to the server that the settings name."""
        ends = time.monotonic() + PATIENCE
        how |= {"stream": True, "allow_redirects": False}
        return in_time(lambda: self._whole(method, url, ends, how), PATIENCE, self._slow())

    def close(self) -> None:
        """Close the session."""
        self.session.close()

    def _whole(self, method: str, url: str, ends: float, how: dict[str, Any]) -> Answer:
        found = self.session.request(method, url, **how)
        try:
            if 300 <= found.status_code < 400:
                raise Refusal(self._elsewhere(str(found.headers.get("Location", ""))))
            content = self._read(found, ends)
        finally:
            found.close()
        return Answer(found.status_code, found.headers, content, str(found.reason or ""), url)

    def _read(self, found: Any, ends: float) -> bytes:
        parts, long = list[bytes](), 0
        for part in found.iter_content(_CHUNK):
            parts.append(part)
            long += len(part)
            if long > LARGEST:
                size = f"{LARGEST // 1_000_000} MB"
                raise Refusal(f"{self.host} answers with more than {size}. Is it a calendar's?")
            if time.monotonic() > ends:
                raise Refusal(self._slow())
        return b"".join(parts)

    def _slow(self) -> str:
        return f"{self.host} did not answer in {PATIENCE} seconds. Try again later."

    def _elsewhere(self, location: str) -> str:
        to = clip(location, 100) or "nowhere"
        other = urlsplit(location).hostname if location.startswith("http") else self.host
        trust = "" if other == self.host else f" if {clip(str(other), 60)} is yours"
        return (
            f"{self.host} sends on to {to}. Nothing was sent there. Give that address as caldav.url"
            f" in the settings{trust}."
        )


def in_time(work: Callable[[], T], seconds: float, late: str) -> T:
    """What some work returns or raises. Raises Refusal with the sentence `late` when it is not done
    by then; it goes on beside, and keeps nobody from leaving."""
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # raised again where it was asked for
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise Refusal(late)
    return done[0]
