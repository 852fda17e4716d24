"""The same walk with a group on the desk: people come and go, rolls are called, steps jump."""

from collections.abc import Callable

import pytest
from tests.conftest import Clock
from tests.desk.test_walk import Walk

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.store.backup import health


class GroupWalk(Walk):
    """A mentor of three people, two of whom are in a group with a third."""

    def __init__(self, desk: Desk, clock: Clock, seed: int) -> None:
        super().__init__(desk, clock, seed)
        desk.groups.add(
            "Crew", playbook="carpentries", members=["ada", "Dan Oz"], track="lesson-maintenance"
        )
        # What it began with is not taken back, or the walk would be over.
        desk.store.conn.execute("DELETE FROM undo_step")

    def who(self) -> str:
        return self.dice.choice(["crew", "crew", "crew/carpentries", "dan", "ada", "ada/crew"])

    def step(self) -> None:
        """Do something with a group, or anything else."""
        groups, dice = self.desk.groups, self.dice
        person = dice.choice(["ada", "ben", "dan", "Eve", "crew"])
        status = dice.choice(["attended", "late", "no-show", "excused", "x", "away"])
        verbs: list[Callable[[], object]] = [
            lambda: groups.join(self.who(), person),
            lambda: groups.leave(self.who(), person),
            lambda: groups.speaker(self.who(), person),
            lambda: groups.rolls.say(self.call(), [(person, status)]),
            lambda: groups.rolls.all_here(self.call()),
            lambda: groups.rolls.ahead(groups.find("crew"), [(person, status)]),
            lambda: groups.outlines.go(groups.find("crew"), dice.choice([0, 1, 4, 8, 9])),
            lambda: groups.edit("crew", track=dice.choice(["", "lesson-maintenance"])),
            super().step,
            super().step,
            super().step,
            super().step,
        ]
        dice.choice(verbs)()

    def look(self) -> None:
        """Open the group's pages, too."""
        super().look()
        self.desk.groups.list()
        if session := self.desk.calls.running():
            self.desk.groups.rolls.roll(session.id)


@pytest.mark.parametrize("seed", range(4))
def test_the_desk_stays_sound_with_a_group_on_it(desk: Desk, clock: Clock, seed: int) -> None:
    walk, refused = GroupWalk(desk, clock, seed), 0
    for number in range(150):
        try:
            walk.step()
        except Refusal as refusal:
            assert refusal.sentence == str(refusal) != ""
            refused += 1
        if number % 10 == 9:
            walk.look()
    assert 10 < refused < 140
    assert health(desk.store.conn) == []
    names = [line.mentorship_id for line in desk.pages.people()]
    assert len(names) == len(set(names))
    page = desk.groups.page("crew")
    for line in page.attendance.lines:
        assert len(line.statuses) == len(page.attendance.meetings)
        assert 0 <= line.came <= line.held
