"""Words that could not be stored, from the shell: said, listed, read, put back, thrown away."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell

from mentordesk.domain.recovery import PREFIX, RecoveryCopy, Whose, as_text


@pytest.fixture
def left(ada: Shell) -> Path:
    """A copy of the running call's words that a window has left behind."""
    ada("session start ada")
    ada("session note ada first")
    page = ada("session note ada --json").stdout
    session = page.partition('"id": "')[2].partition('"')[0]
    whose = Whose(session, "ada", "Ada Obi", ada.now)
    copy = RecoveryCopy(str(ada.home / "desk.db"), whose, ada.now, "first", "first\nsecond")
    path = ada.home / f"{PREFIX}ada.txt"
    path.write_text(as_text(copy), "utf-8")
    return path


def the_id(ada: Shell) -> str:
    """Of the one copy there is."""
    return ada.out("session recover").split()[0]


def test_every_command_about_a_call_says_that_words_wait(ada: Shell, left: Path) -> None:
    said = "! Words could not be stored. See them with: mentordesk session recover\n"
    assert ada("session note ada").stderr == said
    assert ada("session agenda ada").stderr == said
    assert said.strip() in ada("doctor", code=1).stdout
    listed = ada.out("session recover")
    assert "Ada Obi, call of Tue 24 Nov 17:55, 2 lines" in listed
    assert str(left) in listed


def test_words_are_read_and_put_back(ada: Shell, left: Path) -> None:
    which = the_id(ada)
    assert ada.out(f"session recover --show {which}") == "first\nsecond\n"
    assert "Put back into the notes" in ada.out(f"session recover --take {which}")
    assert ada.out("session note ada") == "first\nsecond\n"
    assert not left.exists()
    assert ada.out("session recover").startswith("Everything is stored")
    assert "no recovery copy called" in ada.refused(f"session recover --take {which}")


def test_words_are_thrown_away(ada: Shell, left: Path) -> None:
    assert "Thrown away: 2 lines" in ada.out(f"session recover --discard {the_id(ada)}")
    assert not left.exists()
    assert ada.out("session note ada") == "first\n"


def test_words_can_be_read_when_the_desk_cannot(ada: Shell, left: Path) -> None:
    (ada.home / "desk.db").write_bytes(b"this was a database once" * 100)
    assert ada.out(f"session recover --show {the_id(ada)}") == "first\nsecond\n"
    told = ada("doctor", code=1).stdout
    assert "is damaged or not a database" in told
    assert "! Words could not be stored." in told
