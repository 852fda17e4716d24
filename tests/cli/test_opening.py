"""Mails that the desktop opens: one argument, no shell, and a sentence where nothing opens them."""

import sys
from pathlib import Path

import pytest
from tests.cli.shell import Shell

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is tried out here")


@pytest.fixture
def mentor(ada: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A mentor with an address, at a desktop on which nothing opens anything."""
    (ada.home / "settings.toml").write_text('email = "mara@example.org"\n')
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", "/nowhere")
    return ada


def desktop(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose opener does this; where it notes what it was given."""
    (folder / "bin").mkdir()
    opener, noted = folder / "bin" / "xdg-open", folder / "opened"
    opener.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >> "{noted}"\n{does}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(opener.parent))
    return noted


def test_the_mail_is_opened_where_it_waits_until_nobody_may_know_it_any_more(
    mentor: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted, outbox = desktop(tmp_path, "", monkeypatch), mentor.home / "outbox"
    mentor("ics invite ada --open")
    mail = outbox / "20261124-175500" / "ada-01-invite.eml"
    assert noted.read_text() == f"{mail}|" and b"X-Unsent: 1" in mail.read_bytes()
    assert (mail.parent.stat().st_mode & 0o777, mail.stat().st_mode & 0o777) == (0o700, 0o600)
    mentor.at("2026-12-20 18:00 Europe/Berlin")
    assert "Nothing has changed" in mentor.refused("ics invite ada --open")
    mentor.at("2026-12-20 18:01 Europe/Berlin")
    mentor("ics cancel ada --open")
    gone = outbox / "20261220-180100" / "ada-01-cancel.eml"
    assert noted.read_text() == f"{mail}|{gone}|"
    assert sorted(outbox.iterdir()) == [mail.parent, gone.parent]
    (outbox / "ben-01-invite.eml").write_text("To: ben@example.org")
    (outbox / "crew-01-invite.eml").write_text("To: ben@example.org, ada@example.org")
    mentor("mentee erase ada --yes")
    assert [path.name for path in outbox.rglob("*.*")] == ["ben-01-invite.eml"]


def test_a_name_with_a_blank_and_a_quote_is_one_argument(
    mentor: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = desktop(tmp_path, "", monkeypatch)
    mail = tmp_path / "my mails; $(touch gone) 'x'.eml"
    mentor.run(["ics", "invite", "ada", "--open", "-o", str(mail)])
    assert noted.read_text() == f"{mail}|" and not Path("gone").exists()


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        ("", "xdg-open is not installed, so nothing is opened. Open "),
        ("exit 3", "No program is set to open it. Open "),
        ("headless", "There is no desktop to open it. Open "),
    ],
)
def test_what_is_not_opened_is_written_and_named(
    mentor: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, sentence: str
) -> None:
    if does == "headless":
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
            monkeypatch.delenv(name, raising=False)
    elif does:
        desktop(tmp_path, does, monkeypatch)
    mail = mentor.home / "outbox" / "20261124-175500" / "ada-01-invite.eml"
    done = mentor("ics invite ada --open", code=1)
    assert f"Wrote {mail}" in done.stdout and mail.exists()
    assert done.stderr == f"{sentence}{mail} in your mail program yourself.\n"
