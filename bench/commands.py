"""Gates of the command line: whole processes, from start to exit."""

from functools import partial

from bench import data
from bench.gates import Gate, Group, Sample
from bench.programs import F2, OURS, floor, in_turn

QUICK = {"next": "next", "today": "today", "status": "status", "search": f"search {data.RARE}"}


def groups() -> list[Group]:
    """Quick commands, help and a usage error against F2; search against a raw FTS5 script."""
    quick = [
        Group(
            name,
            [Gate(name, f"mentordesk {line}, 1,000 sessions : F2", "ms", 1.25)],
            partial(_against_f2, name, line),
            21,
        )
        for name, line in QUICK.items()
    ]
    help_gate = Gate("help", "mentordesk --help : F2", "ms", 1.3)
    usage = Gate("usage", "mentordesk slott (a usage error) : F2", "ms", 1.3)
    listing = Gate("list", "mentordesk mentee list, 60 people : F2", "ms", None)
    crowd = Gate("crowd", "mentordesk today, all 60 people active : F2", "ms", None)
    archive = [
        Gate("rare", "search in 100,000 notes, 1 in 100 has it : raw FTS5", "ms", 1.5),
        Gate("common", "search in 100,000 notes, every second has it : raw FTS5", "ms", 1.5),
    ]
    return [
        *quick,
        Group("help", [help_gate], partial(_against_f2, "help", "--help"), 21),
        Group("usage", [usage], partial(_against_f2, "usage", "slott", ends=2), 21),
        Group("list", [listing], partial(_against_f2, "list", "mentee list"), 21),
        Group("crowd", [crowd], partial(_against_f2, "crowd", "today", size=data.CROWD), 21),
        Group("archive", archive, _archive, 11),
    ]


def _against_f2(
    key: str, line: str, rounds: int, ends: int = 0, size: data.Size = data.PRACTICE
) -> dict[str, Sample]:
    return {key: in_turn((OURS, *line.split()), F2, data.home(size), rounds, ends)}


def _archive(rounds: int) -> dict[str, Sample]:
    home, words = data.home(data.ARCHIVE), {"rare": data.RARE, "common": data.COMMON}
    return {
        key: in_turn(
            (OURS, "search", word), floor("fts", str(home / "desk.db"), word), home, rounds
        )
        for key, word in words.items()
    }
