"""What becomes of each object on a server, by what the desk has, had, and finds there."""

import pytest

from mentordesk.domain.pushing import Kept, Step, name_of, steps

UID, NAME = "a@mentordesk", "a-mentordesk.ics"
KEPT = Kept(UID, NAME, '"1"', "old")
OLD, NEW, NOTHING = {UID: "old"}, {UID: "new"}, dict[str, str]()
OURS, THEIRS = {NAME: '"1"'}, {NAME: '"2"'}


@pytest.mark.parametrize(
    ("wanted", "known", "there", "force", "kind", "etag"),
    [
        (NEW, None, NOTHING, False, "add", ""),
        (NEW, None, THEIRS, False, "left", '"2"'),
        (NEW, None, THEIRS, True, "change", '"2"'),
        (OLD, KEPT, OURS, False, "same", '"1"'),
        (OLD, KEPT, OURS, True, "same", '"1"'),
        (NEW, KEPT, OURS, False, "change", '"1"'),
        (NEW, KEPT, THEIRS, False, "left", '"2"'),
        (OLD, KEPT, THEIRS, False, "left", '"2"'),
        (OLD, KEPT, THEIRS, True, "change", '"2"'),
        (OLD, KEPT, NOTHING, False, "left", ""),
        (OLD, KEPT, NOTHING, True, "add", ""),
        (NOTHING, KEPT, OURS, False, "remove", '"1"'),
        (NOTHING, KEPT, THEIRS, False, "left", '"2"'),
        (NOTHING, KEPT, THEIRS, True, "remove", '"2"'),
        (NOTHING, KEPT, NOTHING, False, "forget", ""),
        (NOTHING, KEPT, NOTHING, True, "forget", ""),
    ],
)
def test_an_object_is_sent_left_or_taken_away(
    wanted: dict[str, str],
    known: Kept | None,
    there: dict[str, str],
    force: bool,
    kind: str,
    etag: str,
) -> None:
    (step,) = steps(wanted, {UID: known} if known else {}, there, force=force)
    assert step._replace(why="") == Step(kind, UID, NAME, etag)
    assert bool(step.why) == (kind == "left")


@pytest.mark.parametrize("force", [False, True])
def test_what_the_desk_never_made_is_not_looked_at(force: bool) -> None:
    assert list(steps({}, {}, {"dentist.ics": '"7"'}, force=force)) == []


def test_file_names_are_written_in_one_way_only() -> None:
    assert name_of("20261204-7d0f@mentordesk") == "20261204-7d0f-mentordesk.ics"
    assert name_of("a/../b ü") == "a----b--.ics"
