"""Time spent: nothing counted twice, nothing hard to put right, and a budget says how much."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests import builders
from tests.builders import THURSDAY
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def cleo(desk: Desk) -> None:
    desk.people.add("Cleo", playbook="codingnomads")


def test_a_call_and_a_log_are_counted_once_each(desk: Desk, clock: Clock) -> None:
    builders.ada_at_six(desk)
    session = desk.calls.start("ada")
    clock.advance(minutes=50)
    desk.calls.close(session.id)
    desk.words.log("ada", "chat", 10, "a question")
    entries = desk.times.list("ada")
    assert [(e.kind, e.minutes, e.counts) for e in entries] == [
        ("call", 50, "Meeting"),
        ("chat", 10, "Messages"),
    ]
    assert desk.times.of_session(session.id) == entries[0]
    (budget,) = desk.times.budgets("ada")
    assert (budget.per, budget.minutes, budget.budget) == ("week", 60, 60)


def test_time_of_ones_own_ends_now_unless_it_says_when_it_began(desk: Desk, clock: Clock) -> None:
    cleo(desk)
    one = desk.times.add("cleo", "prep", 30, "read the repository")
    assert (one.start, one.end) == (clock.now - timedelta(minutes=30), clock.now)
    assert (one.counts, one.billable, one.note) == ("Preparation", True, "read the repository")
    at = clock.now - timedelta(days=2)
    assert desk.times.add("cleo", "records", 15, at=at).start == at


@pytest.mark.parametrize(
    ("kind", "minutes", "days", "says"),
    [
        ("dance", 10, 0, "no kind of time. Use call, prep, messages, records"),
        ("prep", 0, 0, "no stretch of time"),
        ("prep", 1441, 0, "no stretch of time"),
        ("prep", 481, -1, "8 h 1 min at a stretch is more than a working day. .* --yes"),
        ("prep", 10, 1, "still to come"),
        ("prep", 10, -50_000, "too long ago"),
    ],
)
def test_time_that_cannot_be_is_refused(
    desk: Desk, clock: Clock, kind: str, minutes: int, days: int, says: str
) -> None:
    cleo(desk)
    with pytest.raises(Refusal, match=says):
        desk.times.add("cleo", kind, minutes, at=clock.now + timedelta(days=days))
    assert desk.times.list() == []


def test_a_long_stretch_is_taken_from_somebody_who_is_sure(desk: Desk) -> None:
    cleo(desk)
    made = desk.times.add("cleo", "prep", 600, sure=True)
    with pytest.raises(Refusal, match="11 h at a stretch"):
        desk.times.edit(made.id, minutes=660)
    assert desk.times.edit(made.id, minutes=660, sure=True).minutes == 660


def test_a_correction_changes_the_entry_and_the_log_it_belongs_to(desk: Desk, clock: Clock) -> None:
    cleo(desk)
    touch = desk.words.log("cleo", "chat", 10, "a question")
    (entry,) = desk.times.list("cleo")
    at = clock.now - timedelta(hours=3)
    desk.times.edit(entry.id, minutes=25, kind="mail", note="two of them", at=at)
    (now,) = desk.times.list("cleo")
    assert (now.id, now.minutes, now.kind, now.note, now.start) == (
        entry.id, 25, "mail", "two of them", at,
    )  # fmt: skip
    row = desk.store.row("SELECT * FROM touchpoint WHERE id = ?", touch)
    assert row and (row["minutes"], row["kind"]) == (25, "mail")
    desk.undo()
    assert [(e.minutes, e.kind) for e in desk.times.list("cleo")] == [(10, "chat")]
    assert desk.store.value("SELECT minutes FROM touchpoint WHERE id = ?", touch) == 10


def test_a_kind_of_the_playbook_does_not_rename_the_log(desk: Desk) -> None:
    cleo(desk)
    touch = desk.words.log("cleo", "chat", 10)
    desk.times.edit(desk.times.list()[0].id, kind="records")
    assert desk.times.list()[0].counts == "Recordings and reports"
    assert desk.store.value("SELECT kind FROM touchpoint WHERE id = ?", touch) == "chat"


def test_what_is_dropped_counts_no_more_and_comes_back(desk: Desk) -> None:
    cleo(desk)
    touch = desk.words.log("cleo", "chat", 10)
    gone = desk.times.drop(desk.times.list()[0].id)
    assert (gone.minutes, desk.times.list()) == (10, [])
    assert desk.store.value("SELECT minutes FROM touchpoint WHERE id = ?", touch) == 0
    desk.undo()
    assert [e.id for e in desk.times.list()] == [gone.id]
    assert desk.store.value("SELECT minutes FROM touchpoint WHERE id = ?", touch) == 10


def test_time_by_hand_over_a_call_of_the_same_person_is_seen(desk: Desk, clock: Clock) -> None:
    builders.ada_at_six(desk)
    desk.people.add("Ada Obi", handle="ada2", playbook="astropy")
    session = desk.calls.start("ada")
    clock.advance(minutes=50)
    desk.calls.close(session.id)
    over = desk.times.add("ada", "meeting", 50)
    assert [e.kind for e in desk.times.clashes(over)] == ["call"]
    assert desk.times.clashes(desk.times.add("ada2", "meeting", 50)) == []
    before = desk.times.add("ada", "messages", 10, at=clock.now - timedelta(hours=3))
    assert desk.times.clashes(before) == []


def test_a_call_closed_the_next_morning_counts_to_its_end_and_says_so(
    desk: Desk, clock: Clock
) -> None:
    builders.ada_at_six(desk)
    session = desk.calls.start("ada")
    clock.advance(hours=14)
    desk.calls.close(session.id)
    cut = desk.times.cut_short(session.id)
    assert cut is not None
    assert cut.minutes == 72
    assert desk.times.edit(cut.id, minutes=95).session_id == session.id


def test_a_call_closed_in_time_was_not_cut_short(desk: Desk, clock: Clock) -> None:
    builders.ada_at_six(desk)
    session = desk.calls.start("ada")
    clock.advance(minutes=90)
    desk.calls.close(session.id)
    assert desk.times.cut_short(session.id) is None


def test_a_month_is_the_mentors_own_and_can_be_narrowed(desk: Desk, clock: Clock) -> None:
    cleo(desk)
    clock.now = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # already December in Berlin
    desk.times.add("cleo", "prep", 30, at=clock.now)
    clock.now = datetime(2026, 12, 2, 12, tzinfo=UTC)
    desk.words.log("cleo", "mail", 5)
    assert [e.kind for e in desk.times.list()] == ["prep", "mail"]
    assert desk.times.list(month=date(2026, 11, 1)) == []
    assert [e.kind for e in desk.times.list(kind="messages")] == ["mail"]
    assert [e.kind for e in desk.times.list(kind="mail")] == ["mail"]


def test_budgets_are_by_the_programmes_period_and_never_stretched(desk: Desk) -> None:
    builders.ada(desk)
    desk.people.add("Ben", playbook="carpentries")
    builders.ben(desk, handle="free")
    desk.times.add("ben", "prep", 90)
    by_who = {one.address.partition("/")[0]: one for one in desk.times.budgets()}
    ben, free = by_who["ben"], by_who["free"]
    assert (ben.per, ben.first, ben.minutes, ben.budget) == ("month", date(2026, 11, 1), 90, 240)
    assert [(k.key, k.minutes, k.budget) for k in ben.kinds] == [
        ("prep", 90, 120), ("meeting", 0, 60), ("mail", 0, 60),
    ]  # fmt: skip
    assert (free.per, free.budget, free.rule) == ("month", 0, "")
    (week,) = desk.times.budgets("ben", per="week")
    assert (week.first, week.minutes, week.budget) == (THURSDAY - timedelta(days=3), 90, 0)
    assert (week.rule, {k.budget for k in week.kinds}) == ("4 h a month", {0})


def test_only_those_who_are_active_have_a_budget_to_keep(desk: Desk) -> None:
    builders.ada(desk)
    cleo(desk)
    desk.people.pause("ada")
    assert [one.name for one in desk.times.budgets()] == ["Cleo"]
    assert [one.name for one in desk.times.budgets(playbook="wealljs")] == []
    assert [one.name for one in desk.times.budgets("ada")] == ["Ada Obi"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(hours=some.lists(some.integers(0, 24 * 80), min_size=1, max_size=12))
def test_every_minute_is_in_one_week_and_one_month_across_the_change_of_clocks(
    desk: Desk, clock: Clock, hours: list[int]
) -> None:
    clock.now = datetime(2026, 12, 20, tzinfo=UTC)
    if not desk.store.value("SELECT 1 FROM mentee"):
        cleo(desk)
    with desk.writing("start over") as store:
        for row in store.rows("SELECT id FROM time_entry"):
            store.delete("time_entry", row["id"])
    for hour in hours:
        at = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(hours=hour)
        desk.times.add("cleo", "prep", 10, at=at)
    for per, steps in (("week", 7), ("month", 31)):
        days = {date(2026, 9, 28) + timedelta(days=n) for n in range(0, 100, 1 if steps > 7 else 7)}
        found = {
            one.first: one.minutes
            for day in days
            for one in desk.times.budgets("cleo", per=per, day=day)
        }
        assert sum(found.values()) == 10 * len(hours)


def test_today_adds_up_the_budgets_of_the_week_and_leaves_out_those_of_a_month(desk: Desk) -> None:
    builders.ada(desk)  # an hour a week
    cleo(desk)  # an hour and a half a week
    desk.people.add("Ben", playbook="carpentries")  # four hours a month
    desk.times.add("ada", "messages", 20)
    desk.times.add("ben", "prep", 40)
    page = desk.pages.today()
    assert (page.minutes_this_week, page.budget_used, page.budget_this_week) == (60, 20, 150)
    desk.people.pause("cleo")
    assert desk.pages.today().budget_this_week == 60
