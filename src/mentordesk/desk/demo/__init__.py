"""A believable practice to look around in, made by the desk's own verbs around the present."""

from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

from mentordesk.desk.demo.cast import ARRIVING, CAST
from mentordesk.desk.demo.life import arrival, life
from mentordesk.desk.demo.stage import Stage
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def fill(desk: "Desk") -> None:
    """Live through three months up to now with the whole cast; the next call is in ten minutes.

    All of it is one transaction that undo does not take back. The desk's clock is its own again
    afterwards. Raises Refusal, with nothing changed, when somebody is on the desk already.
    """
    if desk.pages.people():
        raise Refusal("The demo needs an empty desk. Look around with: mentordesk demo")
    stage = Stage(desk)
    with stage.played(), desk.writing("fill the demo", undoable=False):
        _play(stage)


def _play(stage: Stage) -> None:
    """Let everybody live at once: whoever's moment comes first is next."""
    lives = [life(stage, person) for person in CAST]
    lives += [arrival(stage, newcomer) for newcomer in ARRIVING]
    waiting = [(next(one), at, one) for at, one in enumerate(lives)]
    heapify(waiting)
    while waiting:
        stage.moment, at, one = waiting[0]
        moment = next(one, None)
        if moment is None:
            heappop(waiting)
        else:
            heapreplace(waiting, (moment, at, one))
