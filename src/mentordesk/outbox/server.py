"""A calendar on the mentor's own server (CalDAV, RFC 4791), by the library of the extra `caldav`.

Every trouble is a sentence; the password is in none, nor in any address or log.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.outbox.bounded import SILENCE, Bounded

if TYPE_CHECKING:
    from caldav.davclient import DAVClient

_LONGEST = 500
"""Characters of an ETag."""
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_INSTALL = "Install it with: pip install 'mentordesk[caldav]' (pipx inject mentordesk caldav)"
_CALENDAR = "{urn:ietf:params:xml:ns:caldav}calendar"


class ChangedThere(Exception):
    """The object is not in the state that was asked for (412): somebody else has been there."""


class Server:
    """One calendar; names are those of its files."""

    def __init__(self, client: "DAVClient", url: str) -> None:
        self.client, self.url = client, url.rstrip("/") + "/"
        self.host = urlsplit(url).hostname or url

    def etags(self) -> dict[str, str]:
        """The ETag of every file. Raises Refusal when there is no calendar at the address."""
        here = unquote(urlsplit(self.url).path).rstrip("/")
        files, inside, is_calendar = {}, [], False
        for path, kinds, etag in self._looked_at("", depth=1):
            if path.rstrip("/") == here:
                is_calendar = _CALENDAR in kinds
            elif _CALENDAR in kinds:
                inside.append(path)
            elif etag:
                files[path.rpartition("/")[2]] = etag
        if not is_calendar:
            raise Refusal(f"{self.url} is no calendar.{_instead(inside)}")
        return files

    def put(self, name: str, data: bytes, etag: str) -> str:
        """Write a file over the state with this ETag, '' where none is yet; the new ETag.

        Raises ChangedThere when it is in another state, and Refusal.
        """
        match = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        answer = self._ask("PUT", name, data.decode(), match | kind)
        if etag := _strong(answer.headers.get("ETag") or ""):
            return etag
        # A server that keeps it in another form gives none (RFC 4791 §5.3.4): it is asked for.
        found = self._looked_at(name, depth=0)
        return found[0][2] if found else ""

    def delete(self, name: str, etag: str) -> None:
        """Remove a file that is in the state with this ETag; one that is gone is gone.

        Raises ChangedThere when it is in another state, and Refusal.
        """
        self._ask("DELETE", name, "", {"If-Match": etag}, fine=(404, 410))

    def _looked_at(self, name: str, depth: int) -> list[tuple[str, Any, str]]:
        """Path, kinds and ETag of what is there, as the server says."""
        kind = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
        answer = self._ask("PROPFIND", name, _WHAT, kind)
        try:
            return [
                (
                    unquote(urlsplit(one.href).path),
                    one.properties.get("{DAV:}resourcetype") or (),
                    _strong(str(one.properties.get("{DAV:}getetag") or "")),
                )
                for one in answer.parse_propfind()
            ]
        except Exception as error:  # of the XML, and of whatever stands in it
            raise Refusal(_garbled(self.host, error)) from None

    def _ask(
        self,
        method: str,
        name: str,
        body: str,
        headers: Mapping[str, str],
        fine: tuple[int, ...] = (),
    ) -> Any:
        """One request, and its answer if that is a good one."""
        from caldav.lib.error import AuthorizationError, DAVError, RateLimitError

        try:
            answer = self.client.request(self.url + name, method, body, headers)
        except AuthorizationError as error:
            raise Refusal(self._kept_out(method, getattr(error, "status", 401))) from None
        except RateLimitError:
            raise Refusal(f"{self.host} is busy. Try again in some minutes.") from None
        except OSError as error:  # all of the library's own are
            raise Refusal(_unreachable(self.host, error)) from None
        except DAVError as error:
            raise Refusal(f"{self.host} gave no answer of a calendar's: {error!s:.80}") from None
        except Refusal:
            raise
        except Exception as error:  # the library reads XML at once, whatever it is asked for
            raise Refusal(_garbled(self.host, error)) from None
        return self._good(answer, method, fine)

    def _kept_out(self, method: str, status: int) -> str:
        who = str(self.client.username or "you")
        if status == 403:
            return (
                f"{self.host} does not let {who} {_DONE[method]} (403). Look after the rights of"
                " the calendar there, and caldav.url in the settings."
            )
        return (
            f"{self.host} does not let {who} in ({status}). Look after caldav.user in the settings"
            " and the password."
        )

    def _good(self, answer: Any, method: str, fine: tuple[int, ...]) -> Any:
        status = answer.status
        if status == 412:
            raise ChangedThere
        if status < 300 or status in fine:
            return answer
        if status in (404, 405, 409, 410):
            raise Refusal(
                f"There is no calendar at {self.url} ({status}). Make one on the server, and give"
                " its address as caldav.url in the settings."
            )
        if status in (413, 507):
            raise Refusal(
                f"{self.host} has no room for more ({status}). Make room there and push again:"
                " what is there already stays."
            )
        if status >= 500:
            raise Refusal(f"{self.host} has a trouble of its own ({status}). Try again later.")
        raise Refusal(f"{self.host} refuses to {method.lower()} ({status}). Look after its rights.")


_DONE = {"PROPFIND": "look into the calendar", "PUT": "write", "DELETE": "take anything away"}
_WHAT = (
    '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getetag/>'
    "</prop></propfind>"
)


def open_server(url: str, user: str, password: str) -> Server:
    """The calendar at an address; nothing is asked of it yet.

    Raises Refusal for an address over which a password would go in clear, and without the extra.
    """
    check_address(url)
    try:
        from caldav.davclient import DAVClient
    except ImportError:
        raise Refusal(f"A calendar server needs the extra caldav. {_INSTALL}") from None
    client = DAVClient(
        url=url, username=user, password=password, timeout=SILENCE, enable_rfc6764=False
    )
    server = Server(client, url)
    client.session = Bounded(client.session, server.host)  # type: ignore[assignment]
    return server


def check_address(url: str) -> None:
    """Raise Refusal for what is no address of a server, or would send the password in clear."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Refusal("caldav.url is no address: write it as https://host/calendar/") from None
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise Refusal("caldav.url must be an address that begins with https://")
    if parts.password is not None:
        raise Refusal("A password does not belong into caldav.url. Take it out of the settings.")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise Refusal(f"Your password would go to {parts.hostname} in clear. Use https://.")


def _strong(etag: str) -> str:
    """An ETag as the server knows it: web servers before it mark one of an answer they pack.

    '' for what cannot stand in a header.
    """
    if len(etag) > _LONGEST or not etag.isprintable() or not etag.isascii():
        return ""
    return etag.removeprefix("W/").replace('-gzip"', '"')


def _instead(calendars: list[str]) -> str:
    if not calendars:
        return " Give the address of one as caldav.url in the settings."
    return f" There are: {', '.join(clip(one, 80) for one in sorted(calendars)[:5])}"


def _garbled(host: str, error: Exception) -> str:
    return (
        f"{host} gave no answer of a calendar's ({type(error).__name__})."
        " Is caldav.url in the settings right?"
    )


def _unreachable(host: str, error: OSError) -> str:
    """What is wrong with the way to a server, by the kind of the library's error."""
    kind = type(error).__name__
    if kind == "SSLError":
        return f"{host} shows no certificate that this machine trusts. Nothing was sent."
    if "Timeout" in kind:
        return f"{host} did not answer in {SILENCE} seconds. Try again later."
    return f"{host} cannot be reached. Are you online, and is caldav.url right?"
