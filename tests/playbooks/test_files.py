"""A file that is no playbook gets a sentence that says which file and where in it."""

import os
from pathlib import Path

import pytest

from mentordesk import playbooks
from mentordesk.domain.playbook import PlaybookProblem

PLAIN = """\
slug = "circle"
title = "Circle"
version = "1"
read_on = 2026-11-21
[cadence]
minutes = 45
reserve = 10
[agendas.regular]
title = "Regular"
when = "default"
[[agendas.regular.items]]
title = "Talk"
minutes = 30
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.toml"


def problem(path: Path, text: str | bytes) -> str:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return refused(path)


def refused(path: Path) -> str:
    with pytest.raises(PlaybookProblem) as refusal:
        playbooks.read(path)
    return refusal.value.sentence.replace(str(path), path.name)


def test_a_file_becomes_a_playbook_with_a_snapshot_ready_for_json(path: Path) -> None:
    path.write_text(PLAIN, "utf-8")
    playbook = playbooks.read(path)
    assert (playbook.slug, playbook.read_on) == ("circle", "2026-11-21")
    assert playbook.raw["read_on"] == "2026-11-21"


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistake(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode())
    assert playbooks.read(path).title == "Circle"


def test_a_mistake_names_the_file_and_the_key(path: Path) -> None:
    sentence = problem(path, PLAIN.replace("minutes = 45", "minutes = 3"))
    assert sentence == ("my.toml: cadence.minutes: expected a whole number from 5 to 600, found 3.")


def test_broken_toml_names_the_line(path: Path) -> None:
    sentence = problem(path, PLAIN.replace("45", "45 minutes"))
    assert sentence.startswith("my.toml, line 6, column 14: ")
    assert problem(path, PLAIN + 'summary = """never closed').startswith("my.toml, line 14: ")
    assert problem(path, PLAIN + "[cadence]\n").startswith("my.toml, line 14, column ")


def test_a_day_that_does_not_exist_names_the_line(path: Path) -> None:
    sentence = problem(path, PLAIN.replace("2026-11-21", "2026-02-30"))
    assert sentence.startswith("my.toml, line 4, column ")


def test_another_encoding_names_the_line(path: Path) -> None:
    sentence = problem(path, PLAIN.replace("Talk", "Gespräch").encode("latin-1"))
    assert sentence == ("my.toml, line 12: expected UTF-8 text, found byte 0xe4. Save it as UTF-8.")


def test_an_empty_file_lacks_everything(path: Path) -> None:
    sentence = problem(path, "")
    assert sentence.startswith("my.toml: slug is missing: expected a short name")
    assert sentence.endswith("And 4 more: mentordesk playbook check names each.")


def test_no_file_a_folder_a_pipe_and_a_giant_are_named(path: Path, tmp_path: Path) -> None:
    assert refused(path) == "There is no file my.toml. See: mentordesk playbook list."
    assert refused(tmp_path).endswith("is a folder. Name the playbook's file in it.")
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "pipe is not a file that can be read."
    assert "too large" in problem(path, PLAIN + "#" * 1_000_000)
    assert "could not be read" in refused(path / "below")


def test_hostile_files_are_refused_in_a_sentence(path: Path) -> None:
    assert "nested too deeply" in problem(path, "a = " + "[" * 100_000)
    huge = PLAIN.replace("45", "9" * 5000)
    assert problem(path, huge).startswith("my.toml")
    hexadecimal = PLAIN.replace("45", "0x" + "f" * 5000)
    assert problem(path, hexadecimal).endswith("found a very large number.")
    assert problem(path, PLAIN + "\x00").startswith("my.toml, line 14, column 1: ")


def test_the_sentences_of_the_page_are_the_readers_own(path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "playbooks.md"
    told = page.read_text("utf-8").split("## When something is wrong")[1]
    shown = told.split("```\n")[1].splitlines()
    mistakes = [
        ("minutes = 45", "minutes = 3"),
        ("minutes = 30", "minuts = 30"),
        ("minutes = 30", "minutes = 40"),
        ("minutes = 45", "minutes = fortyfive"),
    ]
    assert [problem(path, PLAIN.replace(*change)) for change in mistakes] == shown
