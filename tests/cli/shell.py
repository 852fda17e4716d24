"""A mentor at a prompt: runs command lines in process, with a clock and ids of the test's own."""

import shlex
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from click.testing import CliRunner, Result
from tests.conftest import Ids

from mentordesk.cli.door import Door
from mentordesk.cli.root import mentordesk


class Shell:
    """One mentor in Berlin with a desk in `home`; time stands still between the commands."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.new_id = Ids()
        self.at("2026-11-24 17:55 Europe/Berlin")

    def at(self, when: str) -> None:
        """Set the clock: `2026-11-24 17:55 Europe/Berlin`."""
        wall, _, zone = when.rpartition(" ")
        local = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
        self.now = local.astimezone(UTC)

    def __call__(self, line: str, stdin: str = "", code: int = 0) -> Result:
        """Run one command line (without `mentordesk`) and check its exit code."""
        return self.run(shlex.split(line), stdin, code)

    def run(self, words: list[str], stdin: str | bytes = "", code: int | None = 0) -> Result:
        """Run a command given as words; `code=None` takes any exit code."""
        door = Door(clock=lambda: self.now, new_id=self.new_id)
        result = CliRunner().invoke(mentordesk, words, input=stdin, obj=door)
        if code is not None:
            assert result.exit_code == code, (words, result.exit_code, result.output)
        return result

    def out(self, line: str, stdin: str = "") -> str:
        """What a command that must work prints to stdout."""
        result = self(line, stdin)
        assert result.stderr == "", result.stderr
        return result.stdout

    def refused(self, line: str, stdin: str = "") -> str:
        """The sentence of a command that must be refused, alone on stderr."""
        result = self(line, stdin, code=1)
        assert result.stdout == "", result.stdout
        assert "Traceback" not in result.stderr
        return result.stderr.strip()
