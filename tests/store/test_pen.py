"""The pen: one window writes, others wait or take over, and nobody who died is in the way."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentordesk.domain.errors import StoreTrouble
from mentordesk.domain.windows import Writer, writer_of
from mentordesk.store import file_locks
from mentordesk.store.writer_lock import WriterLock

NOW = datetime(2026, 11, 26, 17, tzinfo=UTC)
ADA, BEN = "ada-s", "ben-s"


def pen(folder: Path, place: str, session: str = ADA) -> WriterLock:
    """A window's."""
    return WriterLock(str(folder / "desk.db"), session, place, lambda: NOW)


@pytest.fixture
def pens(tmp_path: Path) -> Iterator[tuple[WriterLock, WriterLock]]:
    """Those of two windows on the same call."""
    both = pen(tmp_path, "pts/1"), pen(tmp_path, "pts/2")
    yield both
    for one in both:
        one.let_go()


def test_the_first_window_writes_and_the_second_is_told_who_does(
    pens: tuple[WriterLock, WriterLock],
) -> None:
    first, second = pens
    assert [first.is_held(), second.is_held(), first.is_held()] == [True, False, True]
    assert second.who() == Writer(ADA, "pts/1", NOW)
    assert Path(first.path).stat().st_mode & 0o777 == 0o600


def test_who_lets_go_leaves_nothing_and_the_other_one_writes(
    pens: tuple[WriterLock, WriterLock],
) -> None:
    first, second = pens
    first.is_held()
    first.let_go()
    assert not Path(first.path).exists()
    assert second.is_held()
    assert not first.is_held()


def test_taking_over_is_seen_by_the_other_and_waits_until_it_has_let_go(
    pens: tuple[WriterLock, WriterLock],
) -> None:
    first, second = pens
    first.is_held()
    second.seize()
    assert not second.is_handed_over()
    assert not first.is_held()
    first.let_go()
    assert second.is_handed_over()
    assert [second.is_held(), first.is_held()] == [True, False]
    first.seize()
    second.let_go()
    assert first.is_handed_over()
    assert first.is_held()


def test_a_window_that_died_is_in_nobodys_way(
    tmp_path: Path, pens: tuple[WriterLock, WriterLock]
) -> None:
    if not (child := os.fork()):  # dies with the pen in its hand
        os._exit(0 if pen(tmp_path, "gone").is_held() else 1)
    assert os.waitpid(child, 0)[1] == 0
    first, _ = pens
    assert first.who() == Writer(ADA, "gone", NOW)
    assert first.is_held()
    assert first.who() == Writer(ADA, "pts/1", NOW)


def test_a_file_that_somebody_has_cleared_away_is_put_back(
    pens: tuple[WriterLock, WriterLock],
) -> None:
    first, second = pens
    first.is_held()
    Path(first.path).unlink()
    assert first.is_held()
    assert not second.is_held()


def test_a_window_at_a_call_that_is_over_has_no_say(tmp_path: Path) -> None:
    before, after = pen(tmp_path, "pts/1", BEN), pen(tmp_path, "pts/2", ADA)
    before.is_held()
    assert after.is_held()
    assert not before.is_held()
    before.let_go()
    assert after.is_held()
    after.let_go()


def test_where_nothing_can_be_held_everybody_writes(
    pens: tuple[WriterLock, WriterLock], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_locks, "fcntl", None)
    assert [one.is_held() for one in pens] == [True, True]


def test_where_no_pen_can_be_kept_everybody_writes_and_nobody_takes_over(tmp_path: Path) -> None:
    lost = pen(tmp_path / "nowhere", "pts/1")
    assert lost.is_held()
    with pytest.raises(StoreTrouble, match=r"Write on in the other window\.$"):
        lost.seize()


@pytest.mark.parametrize("line", ["", "\n", "a\tb", "a\tb\tyesterday", "a\tb\tc\td"])
def test_a_line_that_is_none_says_nothing(line: str, tmp_path: Path) -> None:
    assert writer_of(line) is None
    one = pen(tmp_path, "")
    Path(one.path).write_bytes(b"\xff\xfe")
    assert one.who() is None


def test_a_window_is_named_by_its_terminal() -> None:
    assert Writer(ADA, "pts/1", NOW).named == "The window in pts/1"
    assert Writer(ADA, "", NOW).named == "Another window"
    assert Writer(ADA, "", NOW).at(UTC) == "17:00"
