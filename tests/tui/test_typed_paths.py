"""Paths typed into a dialog: what the system will not even look at is refused, and ends nothing."""

from pathlib import Path

import pytest
from tests.driver import Robot

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.entry import Entry


@pytest.mark.parametrize("typed", ["x" * 300, "a/" * 5_000 + "b.ics", "tue \x1b[31m" * 9_000])
def test_a_path_that_is_too_long_is_no_place_for_a_file(typed: str) -> None:
    with pytest.raises(Refusal, match=r"…” is no place for a file \(File name too long\)"):
        whole_path(typed)


def test_what_is_behind_a_closed_folder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", closed)
    with pytest.raises(Refusal, match=r"“/closed/x” is no place for a file \(Permission denied\)"):
        whole_path("/closed/x")


def test_what_is_not_there_yet_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("new.ics", "folder/new.ics", "file/new.ics"):
        assert whole_path(str(tmp_path / name)) == tmp_path / name


async def test_a_long_paste_into_a_file_field_is_answered(mentor: Robot) -> None:
    await mentor.open()
    for keys in (("4", "r"), ("P",)):
        await mentor.press(*keys)
        mentor.app.screen.query_one("#path", Entry).value = "x" * 100_000
        await mentor.see("is no place for")
        await mentor.press("escape", "escape")
        await mentor.see_no("is no place for")
