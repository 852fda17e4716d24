"""Checked-in stories: every line a mentor sees from an empty desk to the invite."""

import os
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.cli.story import HERE, play


@pytest.mark.parametrize("name", ["first_call"])
def test_the_story_prints_what_its_golden_file_says(
    name: str, newcomer: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script = (HERE / "stories" / f"{name}.story").read_text(encoding="utf-8")
    golden = HERE / "golden" / f"{name}.txt"
    seen = play(script, newcomer, tmp_path).replace("\r\n", "\n")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")
