"""A call that is over, from the shell: its answers changed, its recap handed to a mail program."""

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def ada(shell: Shell) -> Shell:
    """A call with Ada last Tuesday, closed in a hurry."""
    shell("mentee add 'Ada Obi' --playbook wealljs --email ada@example.org --tz Africa/Lagos")
    shell("slot set ada --weekly tue 18:00 --minutes 60")
    shell.at("2026-11-24 18:00 Europe/Berlin")
    shell("session start ada")
    shell("session note ada '[ ] @ada push lab 7 by fri'")
    shell("session note ada '> généralement fine'")
    shell("session answer ada before '[ ] send the slides'")
    shell.at("2026-11-24 18:50 Europe/Berlin")
    shell("session close ada")
    shell.at("2026-11-26 09:00 Europe/Berlin")
    return shell


def promised(shell: Shell) -> list[str]:
    return sorted(one["text"] for one in json.loads(shell.out("promises --json")))


def test_an_answer_is_changed_listed_taken_and_cleared(ada: Shell) -> None:
    said = ada.out("session answer ada --date tue")
    assert "· focus: What will the mentee" in said
    assert "(task) ◦ from the notes, not taken\n    push lab 7\n" in said
    assert "Take it back" in ada.out("session answer ada before --date tue '[ ] send the link'")
    assert promised(ada) == ["push lab 7", "send the link"]
    assert ada.out("session answer ada --take --date tue").startswith("Taken: focus.")
    assert "Nothing is offered" in ada.refused("session answer ada --take --date tue")
    ada("session answer ada before --clear --date '24 nov'")
    assert promised(ada) == ["push lab 7"]
    ada("undo")
    assert promised(ada) == ["push lab 7", "send the link"]
    ada("session answer ada next confirm --date tue")
    assert "confirmed" in ada.out("slot preview ada")


def test_which_call_is_meant_is_said(ada: Shell) -> None:
    assert "no call with Ada Obi on Wed 25 Nov. The last one was on Tue 24 Nov." in ada.refused(
        "session answer ada --date yesterday"
    )
    own = json.loads(ada.out("session answer ada --date tue --json"))["session"]["id"]
    assert json.loads(ada.out(f"session answer --session {own[:8]} --json"))["questions"]
    ada("session log ada --at 'tue 11:00' --minutes 20")
    assert "There were 2 calls" in ada.refused("session answer ada --date tue")
    assert "No call with Ada Obi is running" in ada.refused("session answer ada focus x")


def test_a_recap_leaves_as_a_mail_or_a_link_with_the_same_words(ada: Shell, tmp_path: Path) -> None:
    text, file = ada.out("session recap ada"), tmp_path / "ada.eml"
    assert "A mail needs your own mail address" in ada.refused(f"session recap ada --eml {file}")
    (ada.home / "settings.toml").write_text('email = "mara@example.org"\nname = "Mara Lind"\n')
    text = ada.out("session recap ada")
    said = ada.out(f"session recap ada --eml {file}")
    assert "“Our call on Tue 24 Nov” to Ada Obi <ada@example.org>. Nothing is sent." in said
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert (mail["To"], mail["From"]) == (
        "Ada Obi <ada@example.org>",
        "Mara Lind <mara@example.org>",
    )
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().replace("\r\n", "\n") == text
    assert b"\r\n" in file.read_bytes()
    assert "exists already" in ada.refused(f"session recap ada --eml {file}")
    link = urlsplit(ada.out("session recap ada --mailto").strip())
    asked = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, link.path, asked["subject"]) == (
        "mailto", "ada@example.org", ["Our call on Tue 24 Nov"],
    )  # fmt: skip
    assert asked["body"][0].replace("\r\n", "\n") == text.rstrip("\n")


def test_a_recap_that_cannot_be_mailed_says_why(ada: Shell) -> None:
    ada("session recap ada --set -", stdin="word " * 500)
    assert "too long for a link" in ada.refused("session recap ada --mailto")
    ada("mentee edit ada --email ''")
    assert "Ada Obi has no mail address." in ada.refused("session recap ada --mailto")
    assert "Give one of" in ada("session recap ada --mailto --private", code=2).output
