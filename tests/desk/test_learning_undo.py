"""Every verb about how somebody gets on is one step that can be taken back."""

from collections.abc import Callable
from datetime import time

import pytest
from tests.conftest import Clock

from mentordesk.desk import Desk

STAMPS = {"created_at", "updated_at"}


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables this is about, without the times of writing."""
    tables = (
        "study_slot", "study_week", "progress", "lab", "topic_mark", "idea_use", "review",
        "recording", "note", "action", "touchpoint", "milestone_mark", "words",
    )  # fmt: skip
    return {
        table: sorted(
            tuple(str(row[key]) for key in sorted(set(row.keys()) - STAMPS))
            for row in desk.store.rows(f"SELECT * FROM {table}")
        )
        for table in tables
    }


VERBS: dict[str, Callable[[Desk], object]] = {
    "study set": lambda desk: desk.study.set("nora", (1, 2), time(8), 30),
    "study more": lambda desk: desk.study.set("nora", (1,), time(8), 30, more=True),
    "study stop": lambda desk: desk.study.stop("nora"),
    "study week": lambda desk: desk.study.week("nora", "partly"),
    "progress": lambda desk: desk.progress.add("nora", "section 5", 60),
    "seen": lambda desk: desk.progress.seen("nora", "https://example.org"),
    "lab": lambda desk: desk.labs.add("nora", "lab 9"),
    "looked at": lambda desk: desk.labs.reviewed(desk.labs.list("nora")[0].id, "well", "more"),
    "topic mark": lambda desk: desk.topics.mark(desk.topics.list("nora")[0].note.id, 3),
    "settle": lambda desk: desk.topics.settle(desk.topics.list("nora")[0].note.id),
    "reopen": lambda desk: desk.topics.reopen(desk.topics.list("nora")[-1].note.id),
    "questions": lambda desk: desk.topics.ask("nora", "a\nb\nc"),
    "idea": lambda desk: desk.ideas.use("nora", "labs"),
    "task": lambda desk: desk.reviews.keep("nora", "task", {"done": "yes", "2": "nothing"}),
    "month": lambda desk: desk.reviews.keep("nora", "month", {"past": "good", "next": "more"}),
    "recording": lambda desk: desk.recordings.add("nora", "/calls/2.mp4"),
    "told": lambda desk: desk.recordings.told(desk.recordings.list("nora")[0].id),
    "shared": lambda desk: desk.recordings.shared(desk.recordings.list("nora")[0].id),
    "part": lambda desk: desk.recordings.moment(desk.recordings.list("nora")[0].id, "1:00 tests"),
    "link": lambda desk: desk.links.share("nora", "https://example.org", "on tests"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_taken_back_whole(nomad: Desk, clock: Clock, verb: str) -> None:
    nomad.study.set("nora", (0, 3), time(19), 90)
    nomad.study.week("nora", "kept", 60)
    nomad.progress.add("nora", "section 4", 45, well="loops")
    nomad.labs.add("nora", "lab 8")
    for text in ("decorators", "scope"):
        nomad.words.note("nora", text, "stuck")
    nomad.topics.settle(nomad.topics.list("nora")[0].note.id)
    nomad.promises.do("nora", "study", owner="mentee", task=True)
    nomad.recordings.add("nora", "/calls/1.mp4")
    clock.advance(days=30)
    before_it = everything(nomad)
    VERBS[verb](nomad)
    assert everything(nomad) != before_it
    nomad.undo()
    assert everything(nomad) == before_it
