"""Two programs on one desk: what the other has just done is seen before anything is stored."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from tests import builders
from tests.builders import BERLIN, THURSDAY
from tests.conftest import Clock
from tests.ical.elsewhere import counter

from mentordesk.desk import Desk, open_desk
from mentordesk.desk.hour_plans import Wish
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.store.connection import Store

Verb = Callable[[Desk, Path], object]
SLOT = datetime.combine(THURSDAY + timedelta(days=1), time(17, 25), BERLIN)
BOOKED = datetime.combine(THURSDAY, time(17, 25), BERLIN)
STAMP = "20261126T170000Z"
TUESDAYS = Wish(Rule("WEEKLY", 1, (1,)), time(9), playbook="pyladies")

VERBS: dict[str, tuple[Verb, str]] = {
    "offer": (lambda desk, _: desk.hours.offer(TUESDAYS), "09:00"),
    "book": (lambda desk, _: desk.hours.book(SLOT, "Maya"), "is taken by Maya"),
    "free": (lambda desk, _: desk.hours.free(BOOKED), "is free already"),
    "held": (lambda desk, _: desk.hours.held(BOOKED), "noted as held already"),
    "no-show": (lambda desk, _: desk.hours.no_show(BOOKED), "noted as a no-show already"),
    "tell": (lambda desk, to: desk.hours.invite(to), "Everybody who has booked"),
    "invite": (lambda desk, to: desk.invites.write("ada", to), "Nothing has changed"),
}


@pytest.fixture
def mentor(desk: Desk) -> Desk:
    """A mentor in the middle of an office hour that Ada has booked, and Ada with a slot."""
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    builders.ada(desk, email="ada@example.org")
    builders.slot(desk, count=10)
    for weekday in (3, 4):
        desk.hours.set(weekday, time(17, 25), slots=1, playbook="pyladies")
    desk.hours.book(BOOKED, "ada")
    return desk


@pytest.fixture
def at_once(
    mentor: Desk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Verb, str], None]:
    """Do a verb just after another program has done the same: it is refused, and writes nothing."""
    places = [tmp_path / name for name in ("here", "there")]

    def do(act: Verb, said: str) -> None:
        for place in places:
            place.mkdir()
        other = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock)
        other.mentor, other.email = mentor.mentor, mentor.email
        writing, first = mentor.writing, [lambda: act(other, places[1])]

        @contextmanager
        def later(label: str, undoable: bool = True, typing: str = "") -> Iterator[Store]:
            if first:
                first.pop()()
            with writing(label, undoable, typing) as store:
                yield store

        monkeypatch.setattr(mentor, "writing", later)
        with pytest.raises(Refusal, match=said):
            act(mentor, places[0])
        other.close()
        assert not first
        assert not list(places[0].iterdir())

    return do


@pytest.mark.parametrize("verb", VERBS)
def test_what_another_program_does_at_the_same_time_is_not_done_twice(
    at_once: Callable[[Verb, str], None], verb: str
) -> None:
    at_once(*VERBS[verb])


@pytest.mark.parametrize("answer", ["accept", "refuse"])
def test_a_proposed_time_is_answered_once(
    mentor: Desk, at_once: Callable[[Verb, str], None], answer: str, tmp_path: Path
) -> None:
    mentor.invites.write("ada", tmp_path)
    uid = mentor.slots.of("ada").uid
    data = counter("google", uid, "20261211T190000", day="20261210T180000", stamp=STAMP)
    mentor.replies.read(data, "later.ics")
    (one,) = mentor.replies.open()
    at_once(lambda desk, to: getattr(desk.replies, answer)(one.id, to), "ed already")
