"""Somebody three weeks on her way: study hours, progress, labs, a stuck point, a task."""

from datetime import time, timedelta

from tests import builders
from tests.beginnings import told_once
from tests.conftest import Clock

from mentordesk.desk import Desk


@told_once
def on_her_way(desk: Desk, clock: Clock) -> None:
    """Nora under CodingNomads, in Lagos."""
    today = clock.now
    clock.now = today - timedelta(days=21)
    desk.people.add("Nora Diaz", playbook="codingnomads", zone="Africa/Lagos")
    builders.slot(desk, "nora", minutes=45, starts_on=clock.now.date())
    desk.study.set("nora", (0, 3), time(19), 90)
    desk.progress.add("nora", "section 2", 15, link="https://example.org/nora")
    desk.words.note("nora", "decorators with arguments", "stuck")
    desk.labs.add("nora", "lab 6")
    clock.advance(days=7)
    desk.study.week("nora", "kept", 180)
    desk.progress.add("nora", "section 3", 30, well="loops", hard="scope")
    desk.promises.do("nora", "study six hours", owner="mentee", task=True, by_mentee=True)
    clock.advance(days=7)
    desk.study.week("nora", "partly", 120, "a cold")
    desk.reviews.keep("nora", "task", {"done": "partly", "2": "a cold"})
    desk.topics.mark(desk.topics.list("nora")[0].note.id, 2, "with a drawing")
    desk.labs.reviewed(desk.labs.list("nora")[0].id, "clear names, less nesting")
    desk.ideas.use("nora", "labs")
    desk.recordings.add("nora", "/calls/3.mp4")
    clock.now = today
    desk.progress.add("nora", "section 4", 45)
    desk.labs.add("nora", "lab 7", "https://example.org/7")
    desk.words.note("nora", "first test green", "win")
    desk.words.note("nora", "her sister's wedding is in May", "personal")
