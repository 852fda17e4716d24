"""Calendar servers that do harm or go wrong: a sentence each, soon, and what is done stays done."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.builders import ben, slot

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import Wanted

FULL = Wanted("full")
_ITSELF = """<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><resourcetype>
<collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/></resourcetype></prop>
<status>HTTP/1.1 200 OK</status></propstat></response>{}</multistatus>"""
_FILE = """<response><href>{}</href><propstat><prop><resourcetype/><getetag>{}</getetag></prop>
<status>HTTP/1.1 200 OK</status></propstat></response>"""
Handler = Callable[[BaseHTTPRequestHandler], None]


class Loopback:
    """A server on this machine, which answers each method as it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.ways: dict[str, Handler] = {"PROPFIND": says(207, _ITSELF.format(""))}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        there = self

        class Answering(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                there.asked.append(self.command)
                there.ways[self.command](self)

            def log_message(self, *_: object) -> None:
                """Nobody reads it."""

        for method in ("PROPFIND", "PUT", "DELETE"):
            setattr(Answering, f"do_{method}", Answering.answer)
        return Answering


def says(status: int, body: str = "", **headers: str) -> Handler:
    """An answer in one piece."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        data = body.encode()
        handler.send_response(status)
        for name, value in ({"Content-Type": "application/xml"} | headers).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def without_end(handler: BaseHTTPRequestHandler) -> None:
    """An answer that goes on and on."""
    handler.send_response(207)
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b"x" * 1_000_000)


def packed(handler: BaseHTTPRequestHandler) -> None:
    """A small answer that becomes a large one."""
    data = gzip.compress(bytes(12_000_000))
    handler.send_response(207)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Headers letter by letter."""
    for letter in b"HTTP/1.1 207 Multi-Status" * 9:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.05)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Less than was said."""
    handler.send_response(207)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<multi")


@pytest.fixture
def there() -> Iterator[Loopback]:
    server = Loopback()
    yield server
    server.server.shutdown()
    server.server.server_close()


@pytest.fixture
def busy(desk: Desk) -> Desk:
    ben(desk)
    slot(desk, "ben", count=3)
    return desk


def push(desk: Desk, there: Loopback) -> str:
    return desk.publishing.push(there.url, "mia", "echo secret", FULL).said


BAD: dict[str, tuple[Handler, str]] = {
    "without end": (without_end, "127.0.0.1 answers with more than 10 MB"),
    "packed": (packed, "127.0.0.1 answers with more than 10 MB"),
    "dripping": (dripping, "127.0.0.1 did not answer in 0.5 seconds. Try again later"),
    "broken off": (broken_off, "127.0.0.1 (cannot be reached|gave no answer of a calendar's)"),
    "no HTTP": (lambda handler: None, "127.0.0.1 cannot be reached"),
    "a web page": (
        says(200, "<html>hello", **{"Content-Type": "text/html"}), "is no calendar|gave no answer",
    ),
    "an address that is none": (
        says(207, _ITSELF.format(_FILE.format("http://[::1", "1"))), "gave no answer of a",
    ),
    "a bomb": (
        says(207, '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
        "is no calendar|gave no answer",
    ),
    "to itself": (says(302, Location="/dav/"), r"sends on to /dav/\..* in the settings\."),
    "to another": (
        says(301, Location="https://evil.example/x"),
        r"sends on to https://evil.example/x\. Nothing was sent there\. .* evil.example is yours",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_answer_is_a_sentence_and_changes_nothing(
    busy: Desk, there: Loopback, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.ways["PROPFIND"], sentence = BAD[name]
    if name == "dripping":
        monkeypatch.setattr("mentordesk.outbox.bounded.PATIENCE", 0.5)
    with pytest.raises(Refusal, match=sentence) as refused:
        push(busy, there)
    assert "secret" not in refused.value.sentence
    assert set(there.asked) <= {"PROPFIND"}
    assert busy.store.value("SELECT count(*) FROM pushed") == 0


def test_what_is_there_already_is_known_when_the_room_runs_out(busy: Desk, there: Loopback) -> None:
    first = [says(201, ETag='"1"'), says(507)]
    there.ways["PUT"] = lambda handler: first[there.asked.count("PUT") - 1](handler)
    with pytest.raises(Refusal, match=r"no room for more \(507\).* what is there already stays"):
        push(busy, there)
    assert busy.store.value("SELECT count(*) FROM pushed") == 1
    [name] = busy.store.rows("SELECT name FROM pushed")
    there.ways["PROPFIND"] = says(207, _ITSELF.format(_FILE.format(f"/{name['name']}", '"1"')))
    there.ways["PUT"] = says(201, ETag='"2"')
    assert push(busy, there) == "1 added, 1 as they were"


def test_a_mark_that_no_header_can_hold_is_no_mark(busy: Desk, there: Loopback) -> None:
    odd = _FILE.format("/odd.ics", "a&#10;Evil: yes")
    there.ways["PROPFIND"] = says(207, _ITSELF.format(odd))
    there.ways["PUT"] = says(201, ETag="x" * 9_000)
    assert push(busy, there) == "2 added"
