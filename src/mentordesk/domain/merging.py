"""Two windows' words in one text: nothing that anybody wrote is lost."""

from collections import Counter

MARKER = "--- from elsewhere ---"


def both_texts(base: str, mine: str, theirs: str) -> str:
    """`mine` with everything that `theirs` has beyond the common `base`, below a marker line."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    known = Counter(base.split("\n"))
    added = []
    for line in theirs.split("\n"):
        if known[line] > 0:
            known[line] -= 1
        else:
            added.append(line)
    if not any(line.strip() for line in added):
        return mine
    return "\n".join([mine.rstrip("\n"), "", MARKER, *added])
