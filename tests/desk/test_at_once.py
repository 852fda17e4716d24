"""Two programs on one desk: what the other has just done is seen before anything is stored."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from tests import builders
from tests.builders import BERLIN, THURSDAY
from tests.conftest import Clock

from mentordesk.desk import Desk, open_desk
from mentordesk.desk.hour_plans import Wish
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.store.connection import Store

SLOT = datetime.combine(THURSDAY + timedelta(days=1), time(17, 25), BERLIN)
BOOKED = datetime.combine(THURSDAY, time(17, 25), BERLIN)
TUESDAYS = Wish(Rule("WEEKLY", 1, (1,)), time(9), playbook="pyladies")

VERBS: dict[str, tuple[Callable[[Desk, Path], object], str]] = {
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


@pytest.mark.parametrize("verb", VERBS)
def test_what_another_program_does_at_the_same_time_is_not_done_twice(
    mentor: Desk, clock: Clock, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act, said = VERBS[verb]
    places = [tmp_path / name for name in ("here", "there")]
    for place in places:
        place.mkdir()
    other = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock)
    other.mentor, other.email = mentor.mentor, mentor.email
    writing, first = mentor.writing, [lambda: act(other, places[1])]

    @contextmanager
    def just_after_the_other(
        label: str, undoable: bool = True, typing: str = ""
    ) -> Iterator[Store]:
        if first:
            first.pop()()
        with writing(label, undoable, typing) as store:
            yield store

    monkeypatch.setattr(mentor, "writing", just_after_the_other)
    with pytest.raises(Refusal, match=said):
        act(mentor, places[0])
    other.close()
    assert not first
    assert not list(places[0].iterdir())
