"""Hours that people book, and workshops at which the mentor coaches."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from tests import builders
from tests.builders import BERLIN, THURSDAY
from tests.conftest import Clock

from mentordesk.dates.slots import read_line
from mentordesk.desk import Desk
from mentordesk.desk.hour_plans import Wish
from mentordesk.domain.errors import Refusal

FRIDAY = THURSDAY + timedelta(days=1)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(FRIDAY, time(hour, minute), BERLIN)


def uid_of(file: Path) -> str:
    (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return str(event["UID"])


def test_slots_are_offered_booked_and_freed(desk: Desk) -> None:
    hours, warning = desk.hours.set(4, time(17), slots=2, playbook="pyladies")
    assert (hours.minutes, warning) == (30, "")
    slot = desk.hours.book(at(17, 30), "Maya", "fixtures")
    assert slot.booking and (slot.booking.name, slot.booking.text) == ("Maya", "fixtures")
    with pytest.raises(Refusal, match="Fri 27 Nov 17:30 is taken by Maya"):
        desk.hours.book(at(17, 30), "Noor")
    with pytest.raises(Refusal, match=r"No slot begins on Fri 27 Nov 17:45. The next one is"):
        desk.hours.book(at(17, 45), "Noor")
    assert desk.hours.free(at(17, 30)).name == "Maya"
    desk.undo()
    assert [bool(one.booking) for one in desk.hours.slots(1)] == [False, True]
    assert desk.hours.text(1) == "- Fri 27 Nov 17:00–17:30 (Fri 16:00 UTC)"


def test_a_mentee_who_books_is_known(desk: Desk) -> None:
    builders.ada(desk)
    desk.hours.set(4, time(17))
    slot = desk.hours.book(at(17), "ada")
    assert slot.booking and slot.booking.name == "Ada Obi"
    assert desk.store.value("SELECT mentorship_id FROM booking") is not None


def test_hours_end_and_what_is_no_slot_is_said(desk: Desk) -> None:
    with pytest.raises(Refusal, match="There are no office hours"):
        desk.hours.book(at(17), "Maya")
    desk.hours.set(4, time(17))
    desk.hours.end(desk.hours.on(4), FRIDAY)
    assert [one.day for one in desk.hours.slots(4)] == [FRIDAY]
    with pytest.raises(Refusal, match="There are no office hours on Monday"):
        desk.hours.on(0)
    with pytest.raises(Refusal, match="do not fit a day"):
        desk.hours.set(4, time(17), slots=20, minutes=90)


def test_who_loses_a_slot_by_an_end_is_named_and_told(desk: Desk, tmp_path: Path) -> None:
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    desk.hours.set(4, time(17), slots=2)
    desk.hours.book(at(17), "Maya")
    desk.hours.book(at(17, 45), "Noor")
    (file,) = desk.hours.invite(tmp_path, at(17), email="maya@example.org")
    found = desk.hours.ending(desk.hours.on(4), THURSDAY)
    assert [found.loses(one) for one in found.out] == [
        "Maya, who is invited, loses it.", "Noor loses it.",
    ]  # fmt: skip
    assert (found.left_words, len(desk.hours.slots(1))) == ("no slots until then", 2)
    desk.hours.end(desk.hours.running(), THURSDAY)
    assert (desk.hours.running(), desk.hours.slots(4), desk.hours.gone()) == ([], [], 1)
    (told,) = desk.hours.messages().messages
    assert (told.method, told.uid) == ("CANCEL", uid_of(file))
    assert desk.hours.invite(tmp_path)[0].name == "maya-02-hour-cancel.ics"
    assert (desk.hours.gone(), desk.hours.messages().messages) == (0, ())
    desk.undo()
    assert desk.hours.gone() == 1


def test_hours_of_two_days_are_one_step_and_end_each_by_itself(desk: Desk) -> None:
    plan = desk.hours.offer(Wish(*read_line("tue and thu 17:00-18:30"), minutes=30))
    assert [(one.rule.weekdays, one.slots) for one in plan.hours] == [((1,), 3), ((3,), 3)]
    desk.hours.end(desk.hours.on(1), THURSDAY)
    assert {slot.day.weekday() for slot in desk.hours.slots(3)} == {3}
    desk.undo()
    desk.undo()
    assert desk.hours.running() == []


def test_more_than_can_be_kept_up_is_said_and_done(desk: Desk) -> None:
    folder = desk.playbooks.copy("pyladies")
    folder.write_text(folder.read_text("utf-8").replace("slots_a_week = 0", "slots_a_week = 2"))
    assert desk.hours.set(1, time(17), slots=2, playbook="pyladies")[1] == ""
    _, warning = desk.hours.set(4, time(17), playbook="pyladies")
    assert warning == "That makes 3 slots a week; the playbook says 2 that you can keep up."


def test_the_next_slot_is_not_over(desk: Desk, clock: Clock) -> None:
    desk.hours.set(3, time(17, 30), minutes=30)
    assert desk.hours.slots(1)[0].day == THURSDAY
    clock.advance(minutes=15)
    assert desk.hours.slots(1)[0].day == THURSDAY + timedelta(weeks=1)


def test_a_workshop_is_prepared_looked_back_on_and_gone_from_today(
    desk: Desk, clock: Clock
) -> None:
    day = THURSDAY + timedelta(days=5)
    made = desk.workshops.add("Pandas", day, playbook="pyladies", wall_time=time(10), early=15)
    assert (made.prep_minutes, made.prepare_from) == (120, day - timedelta(days=3))
    assert desk.pages.today().due == []
    clock.advance(days=2)
    assert [line.says for line in desk.pages.today().due] == [
        "workshop Pandas, in 3 days: prepare, 0 min of 2 h done"
    ]
    desk.workshops.prep(made.id, 60)
    assert desk.workshops.prep(made.id, 60)[0].is_prepared
    assert desk.pages.today().due == []
    with pytest.raises(Refusal, match="still to come"):
        desk.workshops.debrief(made.id, "good")
    clock.advance(days=4)
    assert desk.pages.today().due[0].says.endswith("note what there is to learn from it")
    assert len(desk.workshops.questions(made.id)) == 3
    desk.workshops.debrief(made.id, "people got stuck at the installation")
    assert (desk.pages.today().due, desk.workshops.list()) == ([], [])
    assert [one.debrief for one in desk.workshops.list(every=True)] == [
        "people got stuck at the installation"
    ]


def test_who_comes_today_is_on_today_until_it_is_over(desk: Desk, clock: Clock) -> None:
    desk.hours.set(3, time(19))
    desk.hours.book(datetime(2026, 11, 26, 18, tzinfo=UTC), "Maya", "fixtures")
    (line,) = desk.pages.today().due
    assert line.says == "office hour 19:00 with Maya: fixtures"
    with pytest.raises(Refusal, match="goes once it is settled"):
        desk.attention.dismiss(line)
    clock.advance(hours=3)
    assert desk.pages.today().due == []


def test_a_workshop_that_does_not_take_place_is_dropped(desk: Desk) -> None:
    made = desk.workshops.add("Pandas", FRIDAY, playbook="pyladies")
    assert desk.workshops.drop(made.id).state == "dropped"
    with pytest.raises(Refusal, match="Pandas is dropped already"):
        desk.workshops.prep(made.id, 10)
    with pytest.raises(Refusal, match="That day is over"):
        desk.workshops.add("Numpy", THURSDAY - timedelta(days=1))


def spent(desk: Desk) -> list[tuple[str, str, int, str]]:
    return [(one.kind, one.counts, one.minutes, one.note) for one in desk.times.list()]


def test_preparing_a_workshop_counts_in_the_time_of_the_one_it_is_for(desk: Desk) -> None:
    desk.people.add("Pia Roth", playbook="pyladies")
    made = desk.workshops.add("Pandas", THURSDAY + timedelta(days=3), playbook="pyladies")
    assert desk.workshops.prep(made.id, 90)[1] == "Pia Roth"
    assert spent(desk) == [("workshop", "Workshop and its preparation", 90, "Pandas")]
    desk.people.add("Quinn Ek", playbook="pyladies")
    assert desk.workshops.prep(made.id, 10)[1] == ""
    assert desk.workshops.prep(made.id, 10, "quinn")[1] == "Quinn Ek"
    assert [one[2] for one in spent(desk)] == [90, 10]


def test_a_booked_hour_that_was_held_counts_once(desk: Desk, clock: Clock) -> None:
    desk.people.add("Pia Roth", playbook="pyladies")
    desk.hours.set(4, time(17), slots=3, playbook="pyladies")
    desk.hours.book(at(17), "pia", "fixtures")
    desk.hours.book(at(17, 30), "Somebody Else")
    with pytest.raises(Refusal, match="still to come"):
        desk.hours.held(at(17))
    clock.advance(days=3)
    assert desk.hours.held(at(17))[1]
    assert spent(desk) == [("office-hour", "Office hour", 30, "fixtures")]
    assert not desk.hours.held(at(17, 30))[1]
    assert len(spent(desk)) == 1
    for hour, minute, why in ((17, 0, "already"), (18, 0, "Nobody has booked"), (18, 5, "No slot")):
        with pytest.raises(Refusal, match=why):
            desk.hours.held(at(hour, minute))


def test_office_hours_and_slots_keep_out_of_each_others_minutes(desk: Desk) -> None:
    builders.ada(desk)
    builders.slot(desk, "ada", 18)
    with pytest.raises(Refusal, match=r"18:00 is taken: Ada Obi, 18:00–19:00"):
        desk.hours.set(3, time(17, 30), slots=2, minutes=30)
    desk.hours.set(3, time(17), slots=2, minutes=30)
    with pytest.raises(Refusal, match=r"17:30 is taken: office hours, 17:30–18:00"):
        desk.hours.set(3, time(17, 30), minutes=30)
    start = next(
        one.start for one in desk.hours.slots(2) if one.start.astimezone(desk.tz).hour == 17
    )
    desk.hours.book(start, "Maya")
    builders.ben(desk)
    with pytest.raises(Refusal, match=r"is taken: (Maya|office hours), 17:"):
        builders.slot(desk, "ben", 17)
    assert builders.slot(desk, "ben", 17, force=True).minutes == 60
    assert desk.hours.set(3, time(18), minutes=30, force=True)[0].minutes == 30
