"""Several ids in one line: all of them or none, and taken back as one."""

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def busy(ada: Shell) -> Shell:
    """Ada with two promises, two stuck points, two questions and something due."""
    for line in ("do ada send the link", "do ada read the draft"):
        ada(line)
    for line in ("topic add ada closures", "topic add ada decorators"):
        ada(line)
    ada("question add ada -", stdin="why tests?\nwhich editor?\n")
    return ada


def ids(shell: Shell, line: str) -> str:
    return " ".join(row.split()[0] for row in shell.out(line).splitlines() if row[:1].isalnum())


CASES = [
    ("promises ada", "done", "Taken back: 2 promises done"),
    ("topic list ada", "topic settle", "Taken back: 2 stuck points understood"),
    ("question list ada", "question answered", "Taken back: 2 questions answered"),
]


@pytest.mark.parametrize(("listing", "verb", "label"), CASES)
def test_one_wrong_id_among_several_changes_nothing(
    busy: Shell, listing: str, verb: str, label: str
) -> None:
    before = busy.out(listing)
    assert "zzzz" in busy.refused(f"{verb} {ids(busy, listing)} zzzz")
    assert busy.out(listing) == before


@pytest.mark.parametrize(("listing", "verb", "label"), CASES)
def test_several_are_taken_back_as_one(busy: Shell, listing: str, verb: str, label: str) -> None:
    before = busy.out(listing)
    busy(f"{verb} {ids(busy, listing)}")
    assert busy.out(listing) != before
    assert busy.out("undo").strip() == label
    assert busy.out(listing) == before
