"""The mentor's calendar on a server of theirs: a real Radicale on this machine."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from caldav.davclient import DAVClient
from tests.builders import THURSDAY, ben, slot
from tests.cli.shell import Shell
from tests.conftest import Clock
from tests.ical.samples import events

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import Wanted
from mentordesk.domain.pushing import Pushed

FULL = Wanted("full")
SECRET = "correct horse"
COMMAND = f"printf '%s' '{SECRET}'"


class There(NamedTuple):
    """A server, and the folder of its calendars."""

    url: str
    files: Path


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    """Radicale with one user, who has no calendar yet."""
    folder = tmp_path_factory.mktemp("radicale")
    (folder / "users").write_text(f"mia:{SECRET}\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server-hosts": f"127.0.0.1:{port}", "server-delay-on-error": "0", "auth-delay": "0",
        "auth-type": "htpasswd", "auth-htpasswd-encryption": "plain",
        "auth-htpasswd-filename": str(folder / "users"),
        "storage-filesystem-folder": str(folder / "data"),
    }  # fmt: skip
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    server = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", "", *words],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stderr
    while "server ready" not in (line := server.stderr.readline()):
        assert line, "Radicale does not start"
    # Nobody reads what it says from now on, and a full pipe would stop it.
    threading.Thread(target=server.stderr.read, daemon=True).start()
    yield There(f"http://127.0.0.1:{port}/mia/", folder / "data" / "collection-root" / "mia")
    server.terminate()
    server.wait()
    server.stderr.close()


@pytest.fixture
def there(radicale: There, request: pytest.FixtureRequest) -> There:
    """An empty calendar on it."""
    url = f"{radicale.url}{abs(hash(request.node.name))}/"
    assert asked(url, "MKCALENDAR") == 201
    return There(url, radicale.files / url.split("/")[-2])


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A short run of calls and the date after it: each object takes its time to be sent."""
    ben(desk)
    slot(desk, "ben", count=3)
    return desk


def asked(url: str, method: str, body: str = "") -> int:
    """Something that another program asks the server for."""
    client = DAVClient(url=url, username="mia", password=SECRET, enable_rfc6764=False)
    return int(client.request(url, method, body).status)


def push(desk: Desk, there: There, **more: bool) -> Pushed:
    return desk.publishing.push(there.url, "mia", COMMAND, FULL, **more)


def texts(there: There) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in there.files.glob("*.ics")}


def test_what_has_changed_is_sent_and_nothing_else(busy: Desk, there: There, clock: Clock) -> None:
    planned = push(busy, there, dry_run=True)
    assert planned.added == 2 and texts(there) == {}
    first = push(busy, there)
    assert first == planned and len(texts(there)) == first.added
    assert push(busy, there) == Pushed(0, 0, 0, first.added, ())
    before = texts(there)
    clock.advance(minutes=1)
    busy.slots.skip("ben", THURSDAY)
    assert push(busy, there) == Pushed(0, 1, 0, first.added - 1, ())
    (changed,) = (name for name, text in texts(there).items() if text != before[name])
    assert "RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=TH" in texts(there)[changed]
    busy.undo()
    assert push(busy, there).changed == 1
    assert texts(there)[changed] == before[changed]


def test_only_what_the_desk_made_is_taken_away(busy: Desk, there: There) -> None:
    made = push(busy, there)
    dentist = next(iter(texts(there).values())).replace("UID:", "UID:dentist-")
    assert asked(f"{there.url}dentist.ics", "PUT", dentist) == 201
    assert push(busy, there, remove=True) == Pushed(0, 0, made.added, 0, ())
    assert list(texts(there)) == ["dentist.ics"]
    assert busy.store.value("SELECT count(*) FROM pushed") == 0


def test_what_somebody_else_changed_there_is_said_and_left_unless_forced(
    busy: Desk, there: There
) -> None:
    push(busy, there)
    calls, day = sorted(texts(there), key=lambda name: "RRULE" not in texts(there)[name])
    edited = texts(there)[calls].replace("Mentoring: Ben Lund", "Mine")
    asked(there.url + calls, "PUT", edited)
    asked(there.url + day, "DELETE")
    busy.slots.skip("ben", THURSDAY)
    pushed = push(busy, there)
    assert pushed.changed == 0
    assert sorted(said.partition("” ")[2] for said in pushed.left) == [
        "was changed on the server.", "was deleted on the server.",
    ]  # fmt: skip
    assert "“Mentoring: Ben Lund” was changed on the server." in pushed.left
    assert "Mine" in texts(there)[calls] and day not in texts(there)
    forced = push(busy, there, force=True)
    assert (forced.added, forced.changed, forced.left) == (1, 1, ())
    assert "Mine" not in texts(there)[calls] and day in texts(there)


def test_a_change_between_looking_and_sending_is_not_overwritten(
    busy: Desk, there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mentordesk.outbox.server import Server

    push(busy, there)
    (calls,) = (name for name, text in texts(there).items() if "RRULE" in text)
    busy.slots.skip("ben", THURSDAY)
    looked = Server.etags

    def look(server: Server) -> dict[str, str]:
        found = looked(server)
        asked(there.url + calls, "PUT", texts(there)[calls].replace("Ben Lund", "Mine"))
        return found

    monkeypatch.setattr(Server, "etags", look)
    assert push(busy, there).left == ("“Mentoring: Ben Lund” was changed on the server.",)
    assert "Mine" in texts(there)[calls]


def test_what_is_on_the_server_is_read_as_it_is_on_the_desk(busy: Desk, there: There) -> None:
    push(busy, there)
    for text in texts(there).values():
        (event,) = events(text.encode().replace(b"\n", b"\r\n"))
        kept = busy.publishing.objects(FULL)[str(event["UID"])]
        assert str(event["SUMMARY"]) == kept.title
        assert "METHOD" not in text and "ATTENDEE" not in text and "ORGANIZER" not in text
        assert event["DTSTART"].to_ical() == events(kept.data)[0]["DTSTART"].to_ical()


def test_the_password_is_in_no_sentence_and_in_no_file(
    busy: Desk, there: There, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    push(busy, there)
    with pytest.raises(Refusal, match=r"127.0.0.1 does not let mia in") as refused:
        busy.publishing.push(there.url, "mia", f"echo '{SECRET}!'", FULL)
    assert SECRET not in str(refused.value) + caplog.text
    assert SECRET.encode() not in Path(busy.store.path).read_bytes()


def test_an_address_that_is_no_calendar_is_named_with_those_that_are(
    busy: Desk, there: There, radicale: There
) -> None:
    with pytest.raises(Refusal, match=rf"{radicale.url} is no calendar. There are: .*/mia/\d"):
        busy.publishing.push(radicale.url, "mia", COMMAND, FULL)
    with pytest.raises(Refusal, match=r"There is no calendar at .*/nowhere/ \(404\). Make one"):
        busy.publishing.push(f"{radicale.url}nowhere/", "mia", COMMAND, FULL)
    secure = radicale.url.replace("http:", "https:")
    with pytest.raises(Refusal, match=r"127.0.0.1 shows no certificate|cannot be reached"):
        busy.publishing.push(secure, "mia", COMMAND, FULL)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "There is no server yet"),
        ("cal.example.org", "must be an address that begins with https://"),
        ("ftp://cal.example.org/", "must be an address that begins with https://"),
        ("http://cal.example.org/mia/", "Your password would go to cal.example.org in clear"),
        ("https://mia:secret@cal.example.org/", "A password does not belong into caldav.url"),
        ("http://[::1/mia/", "caldav.url is no address"),
        ("http://127.0.0.1:9/mia/", "127.0.0.1 cannot be reached. Are you online"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(desk: Desk, url: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        desk.publishing.push(url, "mia", COMMAND, FULL)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (500, "127.0.0.1 has a trouble of its own \\(500\\). Try again later"),
        (503, "127.0.0.1 is busy|trouble of its own \\(503\\)"),
        (429, "127.0.0.1 is busy"),
        (401, "127.0.0.1 does not let mia in \\(401\\)\\. Look after caldav\\.user"),
        (403, "127.0.0.1 does not let mia look into the calendar \\(403\\)"),
        (404, "There is no calendar at http://127.0.0.1:.*\\(404\\)\\. Make one"),
        (507, "127.0.0.1 has no room for more \\(507\\)\\. Make room there"),
        (418, "127.0.0.1 refuses to propfind \\(418\\)"),
        (207, "127.0.0.1 gave no answer of a calendar's"),
    ],
)
def test_what_a_server_says_otherwise_is_a_sentence(desk: Desk, status: int, sentence: str) -> None:
    class Broken(BaseHTTPRequestHandler):
        def do_PROPFIND(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/xml")
            body = b"<a>\x00\xff<" if status == 207 else b""
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", 0), Broken) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with pytest.raises(Refusal, match=sentence):
            desk.publishing.push(f"http://127.0.0.1:{server.server_port}/", "mia", COMMAND, FULL)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("false", r"caldav.password_command \(false …\) gave no password. Try it in a shell"),
        ("true", r"caldav.password_command \(true …\) gave no password"),
        ("yes", r"\(yes …\) prints more than a password"),
        ("sh -c 'sleep 9 & sleep 9'", r"\(sh …\) did not end in 0.3 seconds. Try it in a shell"),
        ("no-such-program-here", r"cannot be run \(No such file or directory\)\. Try it"),
        ("echo 'open", r"caldav.password_command cannot be run \(it is no command line"),
    ],
)
def test_a_command_that_gives_no_password_is_said(
    desk: Desk, command: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "sleep" in command:
        monkeypatch.setattr("mentordesk.outbox.password.PATIENCE", 0.3)
    with pytest.raises(Refusal, match=sentence):
        desk.publishing.push("http://127.0.0.1:9/", "mia", command, FULL)


def test_the_keyring_is_asked_where_no_command_is_given(
    busy: Desk, there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Locked(Exception):
        """What a keyring raises."""

    def get_password(service: str, user: str) -> str | None:
        if user == "locked":
            raise Locked("no prompt")
        return {("mentordesk", "mia"): SECRET}.get((service, user))

    monkeypatch.setitem(sys.modules, "keyring.errors", SimpleNamespace(KeyringError=Locked))
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=get_password))
    assert busy.publishing.push(there.url, "mia", "", FULL).added
    with pytest.raises(Refusal, match="Put it there with: keyring set mentordesk zoe"):
        busy.publishing.push(there.url, "zoe", "", FULL)
    with pytest.raises(Refusal, match=r"The keyring cannot be read \(Locked\)"):
        busy.publishing.push(there.url, "locked", "", FULL)


def test_without_the_extra_it_is_said_how_to_install_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(Refusal, match=r"pip install 'mentordesk\[caldav\]'"):
        desk.publishing.push("https://cal.example.org/", "mia", "", FULL)
    monkeypatch.setitem(sys.modules, "caldav.davclient", None)
    with pytest.raises(Refusal, match=r"pip install 'mentordesk\[caldav\]'"):
        desk.publishing.push("https://cal.example.org/", "mia", COMMAND, FULL)


@pytest.mark.parametrize("given", ["", 'W/"{}"', '"{}-gzip"'])
def test_an_etag_that_is_missing_or_marked_on_the_way_is_found_out(
    busy: Desk, there: There, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    asks = DAVClient.request

    def request(client: DAVClient, url: str, method: str, *more: Any) -> Any:
        answer = asks(client, url, method, *more)
        if method == "PUT":
            etag = answer.headers.pop("ETag").strip('"')
            answer.headers.update({"ETag": given.format(etag)} if given else {})
        return answer

    monkeypatch.setattr(DAVClient, "request", request)
    assert push(busy, there).added == 2
    assert push(busy, there) == Pushed(0, 0, 0, 2, ())


def test_at_the_prompt_it_is_counted_and_what_was_left_is_said(home: Path, there: There) -> None:
    shell = Shell(home)
    assert "Give the address of a calendar there as caldav.url" in shell.refused("ics push")
    shell("mentee add Ben Lund")
    shell("slot set ben --weekly tue 18:00 --count 3")
    (home / "settings.toml").write_text(
        f'[caldav]\nurl = "{there.url}"\nuser = "mia"\npassword_command = "printf \'{SECRET}\'"\n'
    )
    assert shell.out("ics push --dry-run") == "Would be: 2 added\n"
    assert shell.out("ics push") == "2 added\n"
    for name, text in texts(there).items():
        assert "SUMMARY:Mentoring: BL" in text or "BL" in text
        asked(there.url + name, "PUT", text.replace("BL", "mine"))
    left = shell.out("ics push").splitlines()
    assert left[0] == "nothing to do" and left[-1].endswith("mentordesk ics push --force")
    assert "! “Mentoring: BL” was changed on the server." in left
    assert shell.out("ics push --force") == "2 changed\n"
    assert shell.out("ics push") == "2 as they were\n"
