"""Whatever is done in whatever order: refused in a sentence or stored, and the desk stays sound."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from tests.builders import weekly
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule
from mentordesk.store.backup import health

LINES = ["[ ] @ada a by fri", "[x] b", "? q", "?? s", "! o", "+ w", "> r", "plain", "", "```"]
ZONES = ["Europe/Berlin", "Africa/Lagos", "Pacific/Auckland", "America/Los_Angeles", ""]


class Walk:
    """A mentor who does anything at all, by dice that fall alike in every run."""

    def __init__(self, desk: Desk, clock: Clock, seed: int) -> None:
        self.desk, self.clock, self.dice = desk, clock, random.Random(seed)
        for name, playbook in (("Ada", "wealljs"), ("Ben", "one-to-one"), ("Chi", "codingnomads")):
            desk.people.add(name, playbook=playbook, zone=self.dice.choice(ZONES))

    def who(self) -> str:
        return self.dice.choice(["ada", "ben", "chi"])

    def day(self) -> date:
        far = self.dice.choice([-7, 0, 1, 2, 7, 14, 30, 400, 5_000, 2_900_000])
        return min(self.desk.today(), date(2050, 1, 1)) + timedelta(days=far)

    def wall(self) -> datetime:
        return datetime.combine(
            self.day(), time(self.dice.randrange(24), self.dice.choice([0, 30]))
        )

    def one(self, table: str) -> str:
        """The id of a row, or of none."""
        ids = [
            str(row[0]) for row in self.desk.store.rows(f"SELECT id FROM {table} ORDER BY rowid")
        ]
        return self.dice.choice(ids or ["abcd"])

    def call(self) -> str:
        running = self.desk.calls.running()
        return running.id if running and self.dice.random() < 0.9 else self.one("session")

    def text(self) -> str:
        return "\n".join(self.dice.choice(LINES) for _ in range(self.dice.randrange(6)))

    def set_slot(self) -> None:
        rule = self.dice.choice([weekly(1), weekly(2, 4), Rule("MONTHLY", 1, (3,), nth=-1)])
        self.desk.slots.set(
            self.who(),
            rule,
            self.wall().time(),
            minutes=self.dice.choice([0, 30, 600]),
            zone=self.dice.choice(ZONES),
            starts_on=self.dice.choice([None, self.day()]),
            count=self.dice.choice([0, 3]),
            until=self.dice.choice([None, self.day()]),
        )

    def close(self) -> None:
        session = self.call()
        asked = self.desk.pages.wrap_up(session).questions
        answers = {one.key: self.dice.choice(["", "x", "@ada y by fri\nz"]) for one in asked}
        choice = self.dice.choice(["", "confirm", "skip", "move"])
        self.desk.calls.close(session, answers=answers, next_choice=(choice, self.wall()))

    def said_of_a_date(self) -> None:
        who = self.who()
        coming = [m.occurrence.day for m in self.desk.pages.slot(who, 3).meetings]
        day = self.dice.choice([*coming, self.day()])
        slots = self.desk.slots
        acts: list[Callable[[], object]] = [
            lambda: slots.skip(who, day),
            lambda: slots.confirm(who, day),
            lambda: slots.move(who, day, self.wall(), self.dice.choice([0, 30])),
        ]
        self.dice.choice(acts)()

    def step(self) -> None:
        """Do something."""
        desk, dice = self.desk, self.dice
        verbs: list[Callable[[], object]] = [
            self.set_slot, self.close, self.said_of_a_date, self.said_of_a_date, self.agree,
            lambda: self.clock.advance(dice.choice([1, 10, 60, 1_440, 10_080])),
            lambda: desk.slots.gap(self.who(), self.day(), self.day()),
            lambda: desk.slots.end(self.who(), self.day()),
            lambda: desk.calls.start(self.who(), dice.choice([0, 30])),
            lambda: desk.calls.save_notes(self.call(), self.text()),
            lambda: desk.calls.save_notes(self.call(), self.text()),
            lambda: desk.calls.extend(self.call(), dice.choice([0, 5])),
            lambda: dice.choice([desk.calls.pause, desk.calls.resume])(self.call()),
            lambda: dice.choice([desk.calls.no_show, desk.calls.discard])(self.call()),
            lambda: desk.calls.add_point(self.who(), dice.choice(["CV", "Questions"])),
            lambda: desk.calls.mark_point(self.one("agenda_item"), dice.choice(["done", "parked"])),
            lambda: desk.words.note(self.who(), "x", dice.choice(["note", "question"])),
            lambda: desk.words.log(self.who(), "chat", 5),
            lambda: desk.promises.do(self.who(), "x", dice.choice(["me", "ada"]), self.day()),
            lambda: dice.choice([desk.promises.done, desk.promises.reopen])(self.one("action")),
            lambda: dice.choice([desk.people.pause, desk.people.resume])(self.who()),
            lambda: desk.recaps.write(self.call(), "all", "mine"),
            self.course, self.course,
            lambda: desk.goals.renew(
                self.who(), [("30", "x"), ("60", "")], dice.choice(["stay", "carry", "unmet"])
            ),
            lambda: dice.choice([desk.goals.carry, desk.goals.reopen])(self.one("goal")),
            lambda: desk.goals.mark(self.one("goal"), dice.choice(["behind", "done"])),
            lambda: desk.plans.add(self.who(), "x", dues=[self.day()]),
            lambda: desk.plans.edit(self.one("plan_row"), goal=dice.choice(["x", "y", ""])),
            lambda: desk.plans.move(self.one("plan_row"), dice.choice([0, 1, 5])),
            lambda: dice.choice([desk.plans.done, desk.plans.drop])(self.one("plan_row")),
            lambda: desk.gaps.add(self.who(), "skill", "x", row=self.one("plan_row")),
            lambda: dice.choice([desk.gaps.close, desk.gaps.reopen])(self.one("skill_gap")),
            desk.undo, desk.undo,
        ]  # fmt: skip
        dice.choice(verbs)()

    def agree(self) -> None:
        """Answer, settle rules and contact, allow, and take any of it back."""
        desk, dice, who = self.desk, self.dice, self.who()
        side = dice.choice(["mentor", "mentee"])
        verbs: list[Callable[[], object]] = [
            lambda: desk.trust.answer(who, dice.choice(["goal", "x", "which"]), "x", side),
            lambda: desk.trust.rule(who, "x"),
            lambda: desk.trust.revise(self.one("agreement"), dice.choice(["y", "z", ""])),
            lambda: desk.trust.withdraw(self.one("agreement")),
            lambda: desk.contact.agree(who, a_week=dice.choice([0, 3]), off_limits=("x",)),
            lambda: desk.contact.warnings(who, "chat", "x"),
            lambda: desk.permissions.add(who, "x", dice.choice(["coordinator", ""])),
            lambda: desk.permissions.withdraw(self.one("permission")),
            lambda: desk.trust.incident(who, "x"),
        ]
        dice.choice(verbs)()

    def course(self) -> None:
        """Plan an end, decide, end it, take it up again, leave the lists."""
        course, dice, who = self.desk.course, self.dice, self.who()
        verbs: list[Callable[[], object]] = [
            lambda: course.set_term(who, until=self.day()),
            lambda: course.set_term(who, is_open=True),
            lambda: course.decide(who, dice.choice(["continue", "go-on", "stop", "end"])),
            lambda: dice.choice([course.graduate, course.complete])(who),
            lambda: course.exit(who, dice.choice(["mentor", "mentee", "nobody"])),
            lambda: course.told(who),
            lambda: course.nominate(who, dice.choice(["x", ""])),
            lambda: dice.choice([course.archive, course.restore])(who),
            lambda: self.desk.people.resume(who),
        ]
        dice.choice(verbs)()

    def look(self) -> None:
        """Open every page there is."""
        pages = self.desk.pages
        pages.today(), pages.next(9), pages.status(), pages.calendar(), pages.search("x")
        self.desk.promises.list(), self.desk.plans.board()
        for person in pages.people():
            self.desk.plans.page(person.address), self.desk.trust.page(person.address)
            pages.brief(person.address), pages.timeline(person.address), pages.slot(person.address)
            self.desk.course.page(person.address)
        if session := self.desk.calls.running():
            pages.call(), pages.wrap_up(session.id), pages.recap(session.id)


@pytest.mark.parametrize("seed", range(4))
def test_the_desk_stays_sound_on_any_walk(desk: Desk, clock: Clock, seed: int) -> None:
    walk, refused = Walk(desk, clock, seed), 0
    for number in range(150):
        try:
            walk.step()
        except Refusal as refusal:
            assert refusal.sentence == str(refusal) != ""
            refused += 1
        assert desk.store.value("SELECT count(*) FROM session WHERE state = 'running'") <= 1
        if number % 10 == 9:
            walk.look()
    assert 10 < refused < 140
    assert health(desk.store.conn) == []
    if running := desk.calls.running():
        desk.calls.discard(running.id)
    desk.course.erase("ada")
    assert health(desk.store.conn) == []
    for table in (
        "action",
        "goal",
        "opportunity",
        "touchpoint",
        "recap",
        "plan_row",
        "skill_gap",
        "decision",
    ):
        indexed = "SELECT row_id FROM words WHERE tbl = ? ORDER BY 1"
        rows = desk.store.rows(f"SELECT id FROM {table} ORDER BY 1")
        assert [row[0] for row in desk.store.rows(indexed, table)] == [row[0] for row in rows]
