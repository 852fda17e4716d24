"""Times that guests propose, and messages about them: what waits, what cannot, what is said."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from tests.builders import ben, slot, wall
from tests.conftest import Clock
from tests.ical.elsewhere import counter

from mentordesk.desk import Desk
from mentordesk.domain.answering import Finding
from mentordesk.domain.errors import Ambiguous, Refusal, Taken
from mentordesk.domain.rules import Rule

TENTH = date(2026, 12, 10)
AT_SIX = "20261210T180000"


@pytest.fixture
def mentor(invited: Desk) -> Desk:
    """Who reads what comes back."""
    return invited


def uid(desk: Desk) -> str:
    return desk.slots.of("ada").uid


def read(desk: Desk, data: bytes) -> Finding:
    [found] = desk.replies.read(data, "answer.ics")
    return found


def test_a_proposal_that_cannot_wait_is_told_whole_and_leaves_the_one_that_does(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    read(mentor, counter("google", uid(mentor), "20261211T190000", day=AT_SIX))
    for start, why in (("20261112T190000", "is over"), ("20290112T190000", "more than a year")):
        late: dict[str, Any] = {"day": AT_SIX, "stamp": "20261127T100000Z", "more": "COMMENT:exam"}
        one = read(mentor, counter("google", uid(mentor), start, **late))
        assert (one.counts, one.counter_id, one.comment) == (False, "", "exam")
        assert why in one.sentence
    assert [one.start.year for one in mentor.replies.open()] == [2026]
    clock.advance(hours=1)
    mentor.slots.move("ada", TENTH, wall(TENTH, 19))
    mentor.invites.write("ada", tmp_path)
    old = read(mentor, counter("google", uid(mentor), "20261211T200000", day=AT_SIX))
    assert old.sentence == (
        "Ada Obi proposes another time for Thu 10 Dec 2026, 19:00 Berlin (19:00 Lagos):"
        " Fri 11 Dec 2026, 20:00 Berlin (20:00 Lagos), 60 minutes."
        " It is to an earlier message, and changes nothing."
    )


def test_a_proposal_is_named_by_whose_it_is_as_by_its_id(mentor: Desk, tmp_path: Path) -> None:
    ben(mentor)
    said = "No time that Ada Obi proposed waits. Read what came back with: mentordesk ics read FILE"
    with pytest.raises(Refusal) as none:
        mentor.replies.waiting("ada")
    assert none.value.sentence == said
    first = read(mentor, counter("google", uid(mentor), "20261211T190000", day=AT_SIX)).counter_id
    for named in ("ada", "Ada Obi", "ADA", first[:6], first):
        assert mentor.replies.waiting(named).id == first
    read(mentor, counter("google", uid(mentor), "20261218T190000", day="20261217T180000"))
    second = next(one.id for one in mentor.replies.open() if one.id != first)
    with pytest.raises(Ambiguous) as several:
        mentor.replies.waiting("ada")
    assert several.value.sentence == (
        f"Ada Obi proposes several times: {first[:8]} (Fri 11 Dec 19:00),"
        f" {second[:8]} (Fri 18 Dec 19:00). Give the id of one."
    )
    assert several.value.choices == (first[:8], second[:8])
    mentor.replies.refuse(first[:8], tmp_path)
    assert mentor.replies.waiting("ada").id == second
    with pytest.raises(Refusal, match="No time that Ben Lund proposed waits"):
        mentor.replies.waiting("ben")
    mentor.people.add("Kim Ito", handle=second[:4])
    with pytest.raises(Refusal, match="No time that Kim Ito proposed waits"):
        mentor.replies.waiting(second[:4])
    assert mentor.replies.waiting(second[:5]).id == second
    for typed in ("zoe", "ffff", "%"):
        with pytest.raises(Refusal, match="Nobody answers to"):
            mentor.replies.waiting(typed)


def test_of_a_group_it_is_the_member_s_own(mentor: Desk, tmp_path: Path) -> None:
    mentor.groups.add("Crew", playbook="carpentries", members=["Chi Ng", "Dan Oz"])
    for who in ("chi", "dan"):
        mentor.people.edit(who, email=f"{who}@example.org")
    slot(mentor, "crew", 20)
    mentor.invites.write("crew", tmp_path)
    other = counter("google", mentor.slots.of("crew").uid, "20261211T190000", day="20261210T200000")
    made = read(mentor, other.replace(b"ada@", b"chi@")).counter_id
    assert [mentor.replies.waiting(who).id for who in ("chi", "crew")] == [made, made]
    with pytest.raises(Refusal, match="No time that Dan Oz proposed waits"):
        mentor.replies.waiting("dan")


def test_a_proposed_time_that_is_taken_is_named_and_can_be_had(
    mentor: Desk, tmp_path: Path
) -> None:
    ben(mentor)
    mentor.slots.set("ben", Rule("WEEKLY", 1, (4,)), time(18, 30), minutes=60)
    made = read(mentor, counter("google", uid(mentor), "20261211T190000", day=AT_SIX)).counter_id
    one = mentor.replies.waiting(made)
    there = "Fri 11 Dec 19:00 is taken: Ben Lund, 18:30–19:30"
    for look in (lambda: mentor.replies.in_the_way(one), lambda: mentor.replies.acceptance(made)):
        with pytest.raises(Taken, match=there):
            look()
    assert mentor.replies.in_the_way(one, taking=True) == []
    assert mentor.replies.acceptance(made, taking=True).messages[0].kind == "move"
    with pytest.raises(Taken, match=there):
        mentor.replies.accept(made, tmp_path)
    assert [path.name for path in mentor.replies.accept(made, tmp_path, taking=True)] == [
        "ada-02-move.ics", "ada-full.ics",
    ]  # fmt: skip


def test_a_subject_says_which_date_or_which_run(mentor: Desk, tmp_path: Path) -> None:
    def subjects() -> list[str]:
        return [one.subject for one in mentor.invites.preview("ada").messages]

    mentor.slots.skip("ada", TENTH)
    mentor.slots.move("ada", date(2026, 12, 17), wall(date(2026, 12, 18), 19))
    called = "Mentoring: Ada Obi & Bo Lund"
    assert sorted(subjects()) == [
        f"Cancelled: Thu 10 Dec – {called}", f"Moved: Thu 17 Dec – {called}",
    ]  # fmt: skip
    mentor.invites.write("ada", tmp_path)
    mentor.slots.move("ada", date(2026, 12, 17), wall(date(2026, 12, 18), 20))
    assert subjects() == [f"Moved: Fri 18 Dec – {called}"]
    mentor.invites.write("ada", tmp_path)
    mentor.slots.change("ada", date(2027, 1, 7), rule=Rule("WEEKLY", 2, (3,)))
    assert subjects() == [
        f"Ends: until 31 Dec – {called}", f"Invitation: 7 Jan to 18 Feb – {called}",
    ]  # fmt: skip
    for told in (f"Cancelled: {called}", f"Cancelled: until 31 Dec – {called}"):
        assert mentor.invites.withdrawal("ada").messages[0].subject == told
        if mentor.invites.preview("ada").messages:
            mentor.invites.write("ada", tmp_path)


def test_what_is_left_out_is_said_in_plain_words(mentor: Desk) -> None:
    far = counter("google", uid(mentor), "99990106T190000", day=AT_SIX)
    [*remarks] = read(mentor, far).remarks
    assert "Left out: DTSTART (9999-01-06 18:00:00+00:00), which is no time to meet." in remarks
    huge = counter("google", uid(mentor), "20261211T190000", day=AT_SIX)
    huge = huge.replace(b"SEQUENCE:0", b"SEQUENCE:99999999999999999999")
    assert "Left out: SEQUENCE, which cannot be read." in read(mentor, huge).remarks
