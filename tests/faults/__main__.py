"""`make faults`: many kills while typing goes on, and what they cost, in figures."""

import os
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.disks import in_a_space_of_its_own
from tests.faults.kills import Kill, kill
from tests.faults.terminal import shell

LONGEST = 4.0  # seconds of typing before a kill


def main(times: int) -> int:
    """Kill a call so many times, print what was lost; 1 when a kill cost more than a second."""
    chance = random.Random(times)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MENTORDESK_HOME"] = folder
        shell("mentee", "add", "Ada Obi")
        kills = [kill(Path(folder), chance, LONGEST) for _ in range(times)]
    for line in told(kills):
        sys.stdout.write(f"{line}\n")
    worst = int(any(one.lost > 1 + one.lag or not one.whole for one in kills))
    return max(worst, in_a_space_of_its_own())


def told(kills: list[Kill]) -> list[str]:
    """The figures, a line each."""
    lost = sorted(one.lost for one in kills)
    return [
        f"kills                    {len(kills)}",
        f"seconds typed            {sum(one.typed for one in kills):.0f}",
        f"text damaged             {sum(not one.whole for one in kills)}",
        f"lost, median             {lost[len(lost) // 2]:.2f} s",
        f"lost, worst              {lost[-1]:.2f} s",
        f"slowest key to be drawn  {max(one.lag for one in kills):.2f} s",
    ]


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
