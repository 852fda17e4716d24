"""Invitations over time: a first date left out, laws that change, zones that Outlook misreads."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from tests.builders import ada, slot, wall, weekly
from tests.conftest import Clock
from tests.ical.samples import expanded, values

from mentordesk.desk import Desk
from mentordesk.domain.cadence import Series

FIRST, THIRD = date(2026, 12, 3), date(2026, 12, 17)


@pytest.fixture
def mentor(desk: Desk) -> Desk:
    """A mentor with a mail address, and Ada with one."""
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    ada(desk, email="ada@example.org")
    return desk


def due(desk: Desk) -> list[tuple[str, str]]:
    """The kind of each message that is due, and which slot it is about."""
    return [(one.kind, one.uid[-13:]) for one in desk.invites.preview("ada").messages]


def write(desk: Desk, folder: Path) -> list[bytes]:
    """Write what is due, as if it were sent."""
    folder.mkdir(exist_ok=True)
    return [path.read_bytes() for path in desk.invites.write("ada", folder, force=True)]


def test_a_first_date_left_out_is_one_date_called_off(mentor: Desk, tmp_path: Path) -> None:
    slot(mentor, starts_on=FIRST, count=8)
    write(mentor, tmp_path)
    mentor.slots.skip("ada", FIRST)
    assert [kind for kind, _ in due(mentor)] == ["skip"]
    cancel, state = write(mentor, tmp_path)
    assert "RECURRENCE-ID;TZID=Europe/Berlin:20261203T180000" in values(cancel, "RECURRENCE-ID")
    assert values(state, "DTSTART") == ["DTSTART;TZID=Europe/Berlin:20261210T180000"]
    assert due(mentor) == []
    mentor.slots.move("ada", FIRST, wall(FIRST, 19))  # what was called off comes back as a whole
    assert [kind for kind, _ in due(mentor)] == ["series"]


def test_for_a_calendar_that_takes_all_or_nothing_it_begins_later(
    mentor: Desk, tmp_path: Path
) -> None:
    mentor.people.edit("ada", calendar="nextcloud")
    slot(mentor, starts_on=FIRST, count=8)
    before = write(mentor, tmp_path)[0]
    mentor.slots.skip("ada", FIRST)
    assert [kind for kind, _ in due(mentor)] == ["series"]
    (after,) = write(mentor, tmp_path)
    assert values(after, "DTSTART") == ["DTSTART;TZID=Europe/Berlin:20261210T180000"]
    assert (values(before, "SEQUENCE"), values(after, "SEQUENCE")) == (
        ["SEQUENCE:0"],
        ["SEQUENCE:1"],
    )
    assert due(mentor) == []


@pytest.mark.parametrize("calendar", ["google", "nextcloud"])
def test_a_date_that_left_its_place_goes_with_the_slot_that_ends_before_it(
    mentor: Desk, tmp_path: Path, calendar: str
) -> None:
    mentor.people.edit("ada", calendar=calendar)
    slot(mentor, starts_on=FIRST, count=8)
    write(mentor, tmp_path)
    mentor.slots.move("ada", THIRD, wall(date(2026, 12, 29), 9))
    write(mentor, tmp_path)
    mentor.slots.end("ada", date(2026, 12, 10))
    assert [kind for kind, _ in due(mentor)] == ["end", "cancel"]
    write(mentor, tmp_path)
    exported = mentor.exports.ics(["ada"])
    assert values(exported, "STATUS") == ["STATUS:CONFIRMED", "STATUS:CANCELLED"]


def test_a_single_date_that_outlived_its_slot_is_called_off_when_it_goes_too(
    mentor: Desk, tmp_path: Path
) -> None:
    slot(mentor, starts_on=FIRST, count=3)
    mentor.slots.move("ada", date(2026, 12, 10), wall(date(2027, 1, 6), 9))
    write(mentor, tmp_path)
    mentor.slots.skip("ada", FIRST)
    mentor.slots.skip("ada", THIRD)  # of the slot itself nothing is left
    assert [kind for kind, _ in due(mentor)] == ["cancel"]
    write(mentor, tmp_path)
    mentor.slots.skip("ada", date(2026, 12, 10))
    assert [kind for kind, _ in due(mentor)] == ["cancel"]
    write(mentor, tmp_path)
    assert due(mentor) == []


# A change of law


@pytest.fixture
def vancouver(mentor: Desk, clock: Clock) -> Series:
    """Tuesdays of 2026 on Vancouver's clock, whose last change was on 8 March; it is January."""
    clock.now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    return mentor.slots.set(
        "ada", weekly(1), time(18), minutes=60, zone="America/Vancouver",
        starts_on=date(2026, 1, 6), count=40,
    )  # fmt: skip


def test_one_slot_is_two_in_calendars_and_one_on_the_desk(
    mentor: Desk, vancouver: Series, tmp_path: Path
) -> None:
    said = [one.sentences[-1] for one in mentor.invites.preview("ada").messages]
    assert [one.startswith("The clocks of Vancouver change") for one in said] == [False, True]
    first, second = write(mentor, tmp_path)
    assert [values(one, "UID") for one in (first, second)] == [
        [f"UID:{vancouver.uid}"],
        [f"UID:{vancouver.uid.replace('@', '.2@')}"],
    ]
    assert values(second, "RELATED-TO") == [f"RELATED-TO:{vancouver.uid}"]
    since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)
    shown = [(one.start, one.end) for one in vancouver.between(since, until)]
    assert expanded(first, since, until) + expanded(second, since, until) == shown
    assert [b"STANDARD" in one and b"DAYLIGHT" not in one for one in (first, second)] == [True] * 2
    assert len(mentor.slots.every("ada")) == 1
    assert due(mentor) == []


def test_each_part_is_told_of_its_own_dates_alone(
    mentor: Desk, vancouver: Series, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    mentor.slots.skip("ada", date(2026, 2, 3))
    mentor.slots.move("ada", date(2026, 5, 5), wall(date(2026, 5, 6), 9))
    mentor.slots.move("ada", date(2026, 6, 2), wall(date(2026, 6, 12), 9))
    assert [kind for kind, _ in due(mentor)] == ["skip", "skip", "move", "invite"]
    *_, state = write(mentor, tmp_path)
    since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)
    series = mentor.slots.of("ada")
    shown = [(one.start, one.end) for one in series.between(since, until) if one.happens]
    assert expanded(state, since, until) == shown
    assert due(mentor) == []


def test_a_file_of_everything_counts_up_whichever_part_is_changed(
    mentor: Desk, vancouver: Series, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    numbers = []
    mentor.slots.move("ada", date(2026, 2, 3), wall(date(2026, 2, 4), 9))
    for skipped in (date(2026, 2, 10), date(2026, 5, 5), date(2026, 2, 17)):
        *_, state = write(mentor, tmp_path)
        numbers.append(int(values(state, "SEQUENCE")[0].partition(":")[2]))
        mentor.slots.skip("ada", skipped)
    assert numbers == sorted(set(numbers))


def test_an_end_before_the_change_takes_the_second_part_back(
    mentor: Desk, vancouver: Series, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    mentor.slots.end("ada", date(2026, 2, 24))
    assert [kind for kind, _ in due(mentor)] == ["end", "cancel"]
    write(mentor, tmp_path)
    assert due(mentor) == []


# Outlook


def test_outlook_gets_what_it_would_misread_as_single_events(mentor: Desk, tmp_path: Path) -> None:
    mentor.slots.set(
        "ada", weekly(6), time(10), minutes=60, zone="Asia/Jerusalem",
        starts_on=date(2028, 3, 5), until=date(2031, 4, 1),
    )  # fmt: skip
    assert [kind for kind, _ in due(mentor)] == ["invite"]
    mentor.people.edit("ada", calendar="outlook")
    said = mentor.invites.preview("ada").messages
    assert [(one.kind, one.uid[:8]) for one in said[1:]] == [
        ("invite", "20280326"),
        ("invite", "20290325"),
    ]
    assert said[1].sentences == (
        "On: Sun 26 Mar 2028, 09:00 Berlin (08:00 Lagos, 10:00 Jerusalem). It comes as an event of"
        " its own, because not every calendar has the clocks of Jerusalem right on that day.",
    )
    assert b"DTSTART:20280326T070000Z" in said[1].data
    assert b"VTIMEZONE" not in said[1].data
    write(mentor, tmp_path)
    assert due(mentor) == []


# Newer zone data


def told_before(desk: Desk, seconds: str) -> None:
    """Let the invitation have gone out with other zone data, from the new year on."""
    with desk.writing("older zone data") as store:
        for row in store.rows("SELECT id, clocks FROM invitation WHERE rid = ''"):
            first, last = row["clocks"].split()
            said = f"{first} 20270101{seconds} {last[:8]}{seconds}"
            store.update("invitation", row["id"], clocks=said)
        for row in store.rows("SELECT id FROM invited"):
            store.update("invited", row["id"], partstat="ACCEPTED")


def test_zone_data_that_changes_no_instant_needs_no_message(mentor: Desk, tmp_path: Path) -> None:
    slot(mentor, starts_on=FIRST, count=8)
    write(mentor, tmp_path)
    told_before(mentor, "+3600")
    assert due(mentor) == []


def test_what_lies_beyond_the_dates_that_were_told_is_no_news(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    slot(mentor, starts_on=FIRST)  # without end, so that five years of it are looked at
    write(mentor, tmp_path)
    clock.advance(days=200)
    mentor.slots.skip("ada", date(2027, 6, 17))
    assert [kind for kind, _ in due(mentor)] == ["skip"]


def test_a_law_that_changes_sends_the_slot_again_with_a_higher_number(
    mentor: Desk, tmp_path: Path
) -> None:
    slot(mentor, starts_on=FIRST, count=8)
    write(mentor, tmp_path)
    mentor.slots.move("ada", THIRD, wall(date(2026, 12, 18), 9))
    write(mentor, tmp_path)
    told_before(mentor, "+7200")
    (message,) = mentor.invites.preview("ada").messages
    assert (message.kind, message.sequence) == ("clocks", 3)
    assert message.sentences[0].endswith("Thu 7 Jan 2027, 18:00 Berlin (18:00 Lagos).")
    (data,) = write(mentor, tmp_path)
    assert values(data, "SEQUENCE") == ["SEQUENCE:3", "SEQUENCE:3"]
    assert all("PARTSTAT=NEEDS-ACTION" in one for one in values(data, "ATTENDEE"))
    assert due(mentor) == []
