"""What every test may ask for: a home of its own, a clock that stands still, a desk, a robot."""

import gc
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

if TYPE_CHECKING:
    from tests.driver import Robot

    from mentordesk.desk import Desk

ZONE = "Europe/Berlin"

# How fast the machine is just now decides no test.
hypothesis.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("calm")

# Who runs this in the background has ctrl+c ignored, and what is started here would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Looking for garbage among all that pytest and Textual hold is a sixth of a run.
gc.set_threshold(100_000, 50, 100)

# Every verb waits for the disk, tens of thousands of them for most of a run: these desks may be
# gone after a power cut. A container's few megabytes, in which nothing may be run, are too little.
MEMORY = Path("/dev/shm")
if sys.platform == "linux" and os.access(MEMORY, os.W_OK):
    may_run = not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    if may_run and shutil.disk_usage(MEMORY).free > 2**30:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


class Clock:
    """A clock that moves only when told to; Thursday 26 November 2026, 17:48 in Berlin."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The present, as the desk asks for it."""
        return self.now

    def advance(
        self, minutes: float = 0, *, seconds: float = 0, hours: float = 0, days: float = 0
    ) -> datetime:
        """Let time pass."""
        self.now += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return self.now


class Ids:
    """Made-up ids that look like real ones and are the same in every run."""

    def __init__(self, used: int = 0) -> None:
        self.used = used

    def __call__(self) -> str:
        """The next one."""
        self.used += 1
        return f"{self.used * 2654435761 % 2**32:08x}-0000-4000-8000-000000000000"


def lay(blank: bytes, folder: Path) -> Path:
    """Put a blank desk into a folder, as a first start would; its path."""
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "desk.db").touch(mode=0o600)
    (folder / "desk.db").write_bytes(blank)
    return folder / "desk.db"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty MENTORDESK_HOME, and an environment without the wishes of whoever runs the tests."""
    monkeypatch.setenv("MENTORDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", ZONE)
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_FILTERS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until a test moves it."""
    return Clock()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a desk on which nothing has happened; making one takes longer than most tests."""
    from mentordesk.store import open_store
    from mentordesk.zones import zone

    path = tmp_path_factory.mktemp("blank") / "desk.db"
    open_store(path, zone).close()
    return path.read_bytes()


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory, blank: bytes) -> bytes:
    """The file of the demo desk as it is when the clock stands still; `lay` puts down a copy."""
    from mentordesk.desk import open_desk
    from mentordesk.desk.demo import fill
    from mentordesk.paths import paths
    from mentordesk.settings import Settings

    folder = tmp_path_factory.mktemp("lived")
    path = lay(blank, folder)
    places = paths({"MENTORDESK_HOME": str(folder)})
    made = open_desk(places, Settings(zone=ZONE, name="Mara"), clock=Clock(), new_id=Ids())
    fill(made)
    made.close()
    return path.read_bytes()


@pytest.fixture
def desk(home: Path, clock: Clock, blank: bytes) -> "Iterator[Desk]":
    """An empty desk in Berlin, open for writing."""
    from mentordesk.desk import open_desk
    from mentordesk.paths import paths
    from mentordesk.settings import Settings

    lay(blank, home)
    opened = open_desk(paths(), Settings(zone=ZONE), clock=clock, new_id=Ids())
    yield opened
    opened.close()


@pytest.fixture
async def robot(desk: "Desk", clock: Clock) -> "AsyncIterator[Robot]":
    """Somebody at the keyboard of that desk; `await robot.open()` starts it."""
    from tests.driver import Robot

    somebody = Robot(desk, clock)
    yield somebody
    await somebody.leave()
