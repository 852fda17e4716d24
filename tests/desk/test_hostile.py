"""Hostile text in every verb: stored without anything a terminal obeys, and lost nowhere."""

import re

from tests.builders import THURSDAY, slot, wall
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal

EVIL = "\x1b]0;owned\x07\x1b[31mword\x1b[0m\x9b2J\u202e\r\nnext\x00\x08"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def texts(desk: Desk) -> list[tuple[str, str]]:
    """Every text in every column of every table."""
    names = desk.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return [
        (f"{name}.{column}", row[column])
        for (name,) in names
        if not name.startswith(("words_", "sqlite_", "_sqlite"))
        for row in desk.store.rows(f"SELECT * FROM {name}")
        for column in row.keys()  # noqa: SIM118
        if isinstance(row[column], str)
    ]


def played(desk: Desk, clock: Clock) -> None:
    """Every verb that takes words is given hostile ones."""
    desk.people.add(f"Ada {EVIL}", pronouns=EVIL, location=EVIL, contact=EVIL)
    desk.people.edit("ada", location=f"in {EVIL}")
    slot(desk, "ada", place=EVIL)
    desk.slots.skip("ada", THURSDAY, EVIL)
    desk.slots.move("ada", THURSDAY, wall(THURSDAY, 19), reason=EVIL)
    desk.slots.gap("ada", THURSDAY, THURSDAY, EVIL)
    for kind in ("note", "question", "boundary"):
        desk.words.note("ada", EVIL, kind)
    desk.words.log("ada", "chat", 5, EVIL)
    desk.promises.do("ada", EVIL, owner=EVIL)
    goal = desk.goals.add("ada", EVIL, measure=EVIL, kind=EVIL).id
    desk.goals.mark(goal, "behind", EVIL)
    desk.goals.smart(goal, {"specific": EVIL})
    desk.goals.require(goal, EVIL)
    desk.goals.meets(goal, 1, EVIL)
    desk.goals.unmet(goal, EVIL)
    row = desk.plans.add("ada", EVIL, mentee=EVIL, measure=EVIL).id
    desk.plans.edit(row, measure="other words")
    desk.gaps.add("ada", "skill", EVIL, EVIL, row)
    desk.trust.answer("ada", EVIL, EVIL, kind="boundary")
    desk.trust.revise(desk.trust.rule("ada", EVIL).id, f"{EVIL} again")
    desk.contact.agree("ada", channels=(EVIL,), off_limits=(EVIL,))
    desk.permissions.add("ada", EVIL, EVIL, by=EVIL, said=EVIL)
    desk.trust.incident("ada", EVIL)
    desk.calls.add_point("ada", EVIL)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, f"{EVIL}\n[ ] @{EVIL} x\n! {EVIL}\n? {EVIL}\n> {EVIL}\n")
    desk.calls.extend(session.id, 5, EVIL)
    desk.calls.answer(session.id, "did", EVIL)
    desk.calls.close(session.id, answers={"task": EVIL, "promises": EVIL, "learned": EVIL})
    desk.recaps.write(session.id, EVIL, EVIL)
    desk.people.pause("ada", EVIL)


def test_no_text_in_the_file_is_obeyed_by_a_terminal(desk: Desk, clock: Clock) -> None:
    played(desk, clock)
    found = texts(desk)
    assert [place for place, text in found if OBEYED.search(text)] == []
    assert sum("word" in text for _, text in found) > 25
    assert not any("owned" in text for _, text in found)


def test_what_stands_on_one_line_is_one_line(desk: Desk, clock: Clock) -> None:
    played(desk, clock)
    one_liners = {
        "mentee.name", "mentee.location", "series.place", "occurrence.reason", "gap.reason",
        "touchpoint.text", "action.text", "action.who", "goal.text", "agenda_item.title",
        "goal.kind", "goal.outcome", "goal_mark.text", "requirement.text", "requirement.evidence",
        "agreement.text", "agreement.question", "contact_policy.channels", "contact_policy.topics",
        "permission.scope", "permission.recipient", "permission.channel", "permission.text",
        "smart.text", "skill_gap.text", "skill_gap.evidence",
        "extension.reason", "status_change.reason", "opportunity.text", "undo_step.label",
    }  # fmt: skip
    found = texts(desk)
    assert one_liners <= {place for place, _ in found}
    assert [place for place, text in found if place in one_liners and "\n" in text] == []


def test_every_page_of_such_a_desk_can_be_read(desk: Desk, clock: Clock) -> None:
    played(desk, clock)
    pages = (
        desk.pages.today(), desk.pages.people(), desk.pages.brief("ada"),
        desk.pages.timeline("ada"), desk.pages.slot("ada"), desk.pages.search("word"),
        desk.promises.list(), desk.goals.list("ada"), desk.plans.page("ada"), desk.plans.board(),
        desk.recaps.page(desk.recaps.latest("ada").id), desk.exports.ics([]),
    )  # fmt: skip
    assert all(pages)


def test_a_refusal_repeats_nothing_hostile(desk: Desk) -> None:
    refused = []
    for act in (
        lambda: desk.people.find(EVIL),
        lambda: desk.people.add("Ada", handle=EVIL),
        lambda: desk.people.add("Ada", zone=EVIL),
        lambda: desk.people.add("Ada", email=EVIL),
        lambda: desk.people.add("Ada", playbook=EVIL),
        lambda: desk.promises.done(EVIL),
        lambda: desk.words.settle(EVIL),
    ):
        try:
            act()
        except Refusal as refusal:
            refused.append(refusal.sentence)
    assert len(refused) == 7
    assert [one for one in refused if OBEYED.search(one) or "\n" in one] == []


def test_right_to_left_and_wide_names_stay_as_they_are(desk: Desk) -> None:
    names = ["עדה לאבלייס", "李雷", "Ada \U0001f469\U0001f3fd\u200d\U0001f4bb", "Zoe\u0308", "ﬁ ﷽"]
    for name in names:
        desk.people.add(name)
    assert {line.name for line in desk.pages.people()} == set(names)
    for name in names:
        assert desk.people.find(name).mentee.name == name
