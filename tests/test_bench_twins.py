"""What `make bench` measures with a clock is counted here, where every run gives the same."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from statistics import median

import pytest
from bench import data
from bench.files import moved_slots, transactions, written
from bench.programs import PYTHON, environment
from bench.pty import Terminal
from icalendar import Calendar
from tests.builders import ada_at_six
from tests.driver import Robot
from textual.timer import Timer

from mentordesk.desk import Desk
from mentordesk.ical.vtimezone import timezone_text
from mentordesk.tui.app import MentorApp
from mentordesk.tui.screens.call import CallScreen

USUAL = {
    "_locale", "_sre", "_struct", "_typing", "_weakrefset", "_zoneinfo", "contextlib", "copyreg",
    "encodings", "enum", "gc", "importlib", "re", "struct", "sysconfig", "typing", "tzdata",
    "warnings", "weakref", "zoneinfo",
}  # fmt: skip
"""What the quick commands import beside sqlite3 and our own modules."""
MODULES = 36
"""Of our own, where nobody's time is over and nothing is offered to others."""
BUSY = MODULES + 8
"""The same where Today has to look at these, too."""
PROBE = """
import sqlite3, sys
known = set(sys.modules)
from mentordesk.cli import run
try:
    run()
except SystemExit as end:
    print(end.code, *sorted(set(sys.modules) - known), file=sys.stderr)
"""
DRAWN = """
import json, sys
from mentordesk.cli import run
from mentordesk.tui.app import MentorApp
found = sys.argv.pop(1)
def drawn(app):
    if app._batch_count or not getattr(app.screen, "page", None):
        return
    screens = [screen for stack in app._screen_stacks.values() for screen in stack]
    widgets = [type(one).__name__ for screen in screens for one in screen.walk_children()]
    with open(found, "w") as file:
        json.dump([sorted(sys.modules), widgets], file)
    app.exit()
MentorApp.post_display_hook = drawn
run()
"""
FIRST_FRAME = {"": 66, "call": 101}
"""Modules of our own when the desk, and a running call, are drawn for the first time."""
GROWING = {
    "action", "agenda_item", "answer", "attendance", "capture", "note", "recap", "session",
    "time_entry", "touchpoint", "undo_step",
}  # fmt: skip
"""Tables that get longer with every call; people, slots and their dates do not."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small desk with something of everything."""
    home = tmp_path_factory.mktemp("practice") / "home"
    data.build(home, data.Size("twin", 8, 8, 60, 60))
    return home


@pytest.mark.parametrize("line", ["next", "today", "status", "search generators"])
def test_a_quick_command_imports_only_what_it_uses(practice: Path, line: str) -> None:
    ours, others = _imported(practice, line)
    assert {name.partition(".")[0] for name in others} <= USUAL
    assert len(ours) <= MODULES, sorted(ours)


def test_today_imports_more_only_where_there_is_more_to_see(practice: Path, tmp_path: Path) -> None:
    home = copytree(practice, tmp_path / "home")
    desk = data.open_home(home)
    desk.course.complete(desk.pages.people()[0].address)
    desk.workshops.add("Testing by hand", desk.today())
    desk.close()
    ours, others = _imported(home, "today")
    assert {"mentordesk.store.offers", "mentordesk.store.views.endings"} <= ours
    assert {name.partition(".")[0] for name in others} <= USUAL
    assert len(ours) <= BUSY, sorted(ours)


def _imported(home: Path, line: str) -> tuple[set[str], set[str]]:
    """What a command imports of ours, and of others beside sqlite3."""
    command = [sys.executable, "-c", PROBE, *line.split()]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(home))
    code, *names = done.stderr.split()
    assert code == "0"
    ours = {name for name in names if name.partition(".")[0] == "mentordesk"}
    return ours, set(names) - ours


@pytest.mark.parametrize("line", FIRST_FRAME)
def test_the_first_frame_imports_and_makes_no_more_than_it_shows(
    practice: Path, tmp_path: Path, line: str
) -> None:
    home = copytree(practice, tmp_path / "home")
    if line:
        data.open_home(home).calls.start("ada/wealljs")
    found = tmp_path / "found"
    terminal = Terminal((PYTHON, "-c", DRAWN, str(found), *line.split()), environment(home))
    terminal.leave("")
    modules, widgets = json.loads(found.read_text())
    ours = [name for name in modules if name.partition(".")[0] == "mentordesk"]
    assert "click" not in modules
    assert len(ours) <= FIRST_FRAME[line], sorted(ours)
    parts = Counter(widgets)
    assert parts["Keys"] == 1  # of one screen, whatever lies below it
    assert parts["Rows"] == (not line)


async def test_the_first_frame_of_a_call_is_as_it_stays(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada_at_six(robot.desk)
    notes = "\n".join(f"line {n} of what was said" for n in range(60))
    robot.desk.calls.save_notes(robot.desk.calls.start("ada").id, notes)
    frames = list[list[str]]()

    def displayed(app: MentorApp) -> None:
        if isinstance(app.screen, CallScreen) and not app._batch_count:
            shown = app.screen._compositor.render_strips(app.size)
            frames.append([strip.text for strip in shown])

    monkeypatch.setattr(MentorApp, "post_display_hook", displayed)
    await robot.open((120, 40), call="ada")
    assert any("line 59" in line for line in frames[0])
    assert all(frame == frames[0] for frame in frames)


def test_a_save_is_flushed_once_and_not_at_all_when_nothing_changed(desk: Desk) -> None:
    ada_at_six(desk)
    session = desk.calls.start("ada").id
    modes = [desk.store.value(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]
    text = "[ ] @ada writes a test by fri\n! ask Grace\nlike this"
    assert _flushes(desk, lambda: desk.calls.save_notes(session, text)) == 1
    assert _flushes(desk, lambda: desk.calls.save_notes(session, text)) == 0
    assert _flushes(desk, lambda: desk.calls.save_notes(session, text + "\n+ it works")) == 1
    assert _flushes(desk, lambda: desk.calls.close(session)) == 1
    assert _flushes(desk, desk.pages.today) == 0


def _flushes(desk: Desk, act: Callable[[], object]) -> int:
    before = transactions(Path(desk.store.path))
    act()
    return transactions(Path(desk.store.path)) - before


PAGES: dict[str, Callable[[Desk], object]] = {
    "today": lambda desk: desk.pages.today(),
    "next": lambda desk: desk.pages.next(5),
    "status": lambda desk: desk.pages.status(),
    "calendar": lambda desk: desk.pages.calendar(),
    "people": lambda desk: desk.pages.people(),
    "brief": lambda desk: desk.pages.brief("ada"),
    "timeline": lambda desk: desk.pages.timeline("ada"),
    "slot": lambda desk: desk.pages.slot("ada"),
    "search": lambda desk: desk.pages.search("generators"),
}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reads_a_table_that_grows_from_end_to_end(practice: Path, page: str) -> None:
    desk, asked = data.open_home(practice), list[str]()
    desk.store.conn.set_trace_callback(asked.append)
    PAGES[page](desk)
    desk.store.conn.set_trace_callback(None)
    queries = {sql for sql in asked if re.match(r"\s*(SELECT|WITH)\b", sql)}
    found = {(line, sql) for sql in queries for line in _scanned(desk, sql)}
    desk.close()
    assert queries
    assert not found


def _scanned(desk: Desk, sql: str) -> Iterator[str]:
    """Steps of SQLite's plan that read a growing table whole, under whatever name."""
    names = {alias: table for table, alias in re.findall(r"\b(\w+) AS (\w+)", sql)}
    for row in desk.store.conn.execute(f"EXPLAIN QUERY PLAN {sql}"):
        scan = re.match(r"SCAN (\w+)", row["detail"])
        if scan and names.get(scan[1], scan[1]) in GROWING:
            yield row["detail"]


def test_a_key_in_a_list_paints_one_short_frame(practice: Path) -> None:
    terminal = Terminal((PYTHON, "-m", "mentordesk"), environment(practice))
    try:
        terminal.see("my promise to")
        terminal.press("2")
        terminal.settle(0.25)
        painted = [terminal.press(key) for key in "jjjjkkkjj"]
    finally:
        terminal.kill()
    assert median(one.frames for one in painted) == 1
    assert median(one.bytes for one in painted) < 1500


def test_calendars_are_written_in_a_third_of_the_calls_icalendar_makes() -> None:
    slots = moved_slots(6, 4)
    zones = {one.series.zone for one in slots}
    timezone_text.cache_clear()
    theirs = Calendar.from_ical(written(slots))
    assert timezone_text.cache_info().misses == len(zones)
    ours = _calls(lambda: written(slots))
    assert timezone_text.cache_info().misses == len(zones)
    assert ours < _calls(theirs.to_ical) / 3


def _calls(act: Callable[[], object]) -> int:
    """How many functions are called, Python's own and C's."""
    counted: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: counted.update((event,)))
    try:
        act()
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


async def test_at_rest_one_timer_waits_for_the_next_minute_or_second(robot: Robot) -> None:
    ada_at_six(robot.desk)
    await robot.open()
    assert [_period(timer) > 1 for timer in _running(robot)] == [True]
    await robot.press("s")
    await robot.see("Notes")
    assert [_period(timer) <= 1 for timer in _running(robot)] == [True]


def _running(robot: Robot) -> list[Timer]:
    """Every timer that will fire, of the app and of all it shows."""
    shown = [robot.app, *robot.app.screen_stack, *robot.app.screen.walk_children()]
    timers = [timer for node in shown for timer in node._timers]
    return [timer for timer in timers if timer._active.is_set() and timer._task is not None]


def _period(timer: Timer) -> float:
    return timer._interval
