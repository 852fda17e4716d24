"""The mentor's own calendar: all that has a date, nobody invited, the same bytes if unchanged."""

import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.builders import BERLIN, THURSDAY, ada_at_six, ben, held, wall
from tests.conftest import Clock
from tests.ical.samples import events, expanded, logical_lines

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import Wanted

FULL = Wanted("full")
FRIDAY = THURSDAY + timedelta(days=1)
LINK = "https://meet.example.org/xyz"


@pytest.fixture
def busy(desk: Desk, clock: Clock) -> Desk:
    """A slot with a moved date, a call without one, an hour with a booking, two workshops."""
    ada_at_six(desk, place=LINK)
    ben(desk)
    desk.slots.move("ada", THURSDAY + timedelta(weeks=1), wall(FRIDAY + timedelta(weeks=1), 9))
    held(desk, "ben")
    desk.hours.set(4, time(23, 30), slots=2, minutes=30, link=LINK)
    desk.hours.book(datetime.combine(FRIDAY, time(23, 30), BERLIN), "Maya Lin", "her visa")
    desk.workshops.add("Pandas", FRIDAY, wall_time=time(10), link=LINK)
    desk.workshops.add("Numpy", FRIDAY)
    clock.advance(hours=1)
    return desk


def titles(desk: Desk, wanted: Wanted) -> set[str]:
    return {str(event["SUMMARY"]) for event in events(desk.publishing.feed(wanted).data)}


def test_everything_with_a_date_is_in_it_and_takes_time_or_none(busy: Desk) -> None:
    found = events(busy.publishing.feed(FULL).data)
    shown = {(str(one["SUMMARY"]), str(one["TRANSP"])) for one in found}
    assert shown >= {
        ("Mentoring: Ada Obi", "OPAQUE"),
        ("Mentoring: Ben Lund", "OPAQUE"),
        ("Office hour: Maya Lin", "OPAQUE"),
        ("Office hour: free", "TRANSPARENT"),
        ("Workshop: Pandas", "OPAQUE"),
        ("Workshop: Numpy", "TRANSPARENT"),
        ("Three months together: Ada Obi", "TRANSPARENT"),
    }
    whole_days = [one for one in found if not isinstance(one["DTSTART"].dt, datetime)]
    assert all(str(one["TRANSP"]) == "TRANSPARENT" for one in whole_days)


def test_its_times_are_the_ones_on_screen(busy: Desk) -> None:
    since, until = datetime(2026, 11, 26, tzinfo=UTC), datetime(2026, 12, 5, tzinfo=UTC)
    timed = [
        line
        for line in events(busy.publishing.feed(FULL).data)
        if isinstance(line["DTSTART"].dt, datetime) and "free" not in line["SUMMARY"]
    ]
    calendar = Calendar.from_ical(busy.publishing.feed(FULL).data)
    calendar.subcomponents = [one for one in calendar.subcomponents if one in timed]
    assert [start for start, _ in expanded(calendar.to_ical(), since, until)] == [
        datetime(2026, 11, 26, 16, 48, tzinfo=UTC),
        datetime(2026, 11, 26, 17, tzinfo=UTC),
        datetime(2026, 11, 27, 9, tzinfo=UTC),
        datetime(2026, 11, 27, 22, 30, tzinfo=UTC),
        datetime(2026, 12, 4, 8, tzinfo=UTC),
    ]


def test_a_booked_slot_leaves_its_series_and_the_next_one_begins_after_midnight(
    busy: Desk,
) -> None:
    free = [e for e in events(busy.publishing.feed(FULL).data) if "free" in e["SUMMARY"]]
    starts = sorted((one["DTSTART"].dt.replace(tzinfo=None), one["RRULE"]["BYDAY"]) for one in free)
    assert starts == [
        (wall(date(2026, 11, 28), 0), ["SA"]),
        (wall(FRIDAY + timedelta(weeks=1), 23, 30), ["FR"]),
    ]


@pytest.mark.parametrize(
    ("names", "title"),
    [("initials", "Mentoring: AO"), ("handle", "Mentoring: ada"), ("full", "Mentoring: Ada Obi")],
)
def test_people_go_by_the_form_that_is_wanted(busy: Desk, names: str, title: str) -> None:
    shown = titles(busy, Wanted(names))
    assert title in shown
    assert sum(one.startswith("Mentoring: A") or one == "Mentoring: ada" for one in shown) == 1


def test_it_is_published_by_the_mentor_and_invites_nobody(busy: Desk) -> None:
    busy.mentor, busy.email = "Mara Lind", "mara@example.org"
    lines = logical_lines(busy.publishing.feed(FULL).data)
    assert "METHOD:PUBLISH" in lines
    organized = [line for line in lines if line.startswith("ORGANIZER")]
    assert len(organized) == lines.count("BEGIN:VEVENT") > 0
    assert not any(line.startswith("ATTENDEE") for line in lines)
    assert {
        "NAME:Mentoring", "X-WR-CALNAME:Mentoring", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    } <= set(lines)  # fmt: skip
    busy.email = ""
    plain = logical_lines(busy.publishing.feed(FULL).data)
    assert not any(line.startswith(("METHOD", "ORGANIZER")) for line in plain)


def test_a_server_keeps_an_object_for_each_uid_with_its_zone(busy: Desk) -> None:
    kept = busy.publishing.objects(FULL)
    assert len(kept) == len({str(e["UID"]) for e in events(busy.publishing.feed(FULL).data)})
    for uid, (title, data) in kept.items():
        assert title
        lines = logical_lines(data)
        assert {str(one["UID"]) for one in events(data)} == {uid}
        assert not any(line.startswith("METHOD") for line in lines)
        assert ("BEGIN:VTIMEZONE" in lines) == any(";TZID=" in line for line in lines)


def test_calendars_remind_before_what_takes_time_and_only_if_wanted(busy: Desk) -> None:
    assert "VALARM" not in busy.publishing.feed(FULL).data.decode()
    for event in events(busy.publishing.feed(FULL._replace(alarm=15)).data):
        alarms = [one for one in event.subcomponents if one.name == "VALARM"]
        assert len(alarms) == (str(event["TRANSP"]) == "OPAQUE")
        for one in alarms:
            assert set(one) == {"ACTION", "DESCRIPTION", "TRIGGER"}
            assert one["TRIGGER"].to_ical() == b"-PT15M"


def test_who_rests_has_no_dates_until_they_go_on(busy: Desk, clock: Clock) -> None:
    clock.advance(days=7)
    busy.people.pause("ada", "told in confidence")
    after = datetime(2026, 12, 3, 23, tzinfo=UTC)
    ada = "Mentoring: Ada Obi"

    def coming() -> int:
        calendar = Calendar.from_ical(busy.publishing.feed(FULL).data)
        calendar.subcomponents = [
            one
            for one in calendar.subcomponents
            if one.name == "VTIMEZONE" or one.get("SUMMARY") == ada
        ]
        return len(expanded(calendar.to_ical(), after, after + timedelta(weeks=8)))

    assert coming() == 0
    busy.people.resume("ada")
    assert coming() >= 8


def test_the_same_desk_gives_the_same_file_which_is_then_left_alone(
    busy: Desk, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "desk.ics"
    assert busy.publishing.write(file, FULL)
    assert file.stat().st_mode & 0o777 == 0o600
    clock.advance(minutes=90)
    busy.words.note("ada", "nothing that a calendar shows")
    before = file.stat()
    assert not busy.publishing.write(file, FULL)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    busy.slots.skip("ada", THURSDAY + timedelta(weeks=2), "told in confidence")
    file.chmod(0o644)
    assert busy.publishing.write(file, FULL)
    assert file.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.glob(".*")) == []


def test_an_empty_desk_is_a_calendar_too(desk: Desk) -> None:
    data = desk.publishing.feed(FULL).data
    assert events(data) == []
    assert data.count(b"BEGIN:VTIMEZONE") == 1


def test_what_is_somebody_elses_file_is_left_and_a_link_stays_one(
    busy: Desk, tmp_path: Path
) -> None:
    theirs, link = tmp_path / "letter.txt", tmp_path / "link.ics"
    theirs.write_text("Dear Ada")
    with pytest.raises(Refusal, match=r"letter.txt exists already"):
        busy.publishing.write(theirs, FULL)
    link.symlink_to(tmp_path / "real.ics")
    busy.publishing.write(link, FULL)
    assert link.is_symlink() and (tmp_path / "real.ics").stat().st_size
    said = busy.publishing.refresh(str(tmp_path / "gone" / "desk.ics"), FULL)
    assert said.startswith("Your calendar is not published: ") and "There is no folder" in said


def test_only_what_a_calendar_shows_makes_it_due(busy: Desk, tmp_path: Path) -> None:
    file = str(tmp_path / "desk.ics")
    assert busy.publishing.is_due() and busy.publishing.is_due()
    assert busy.publishing.refresh(file, FULL) == ""
    busy.words.note("ada", "a thought")
    busy.promises.do("ada", "read it", "me")
    assert not busy.publishing.is_due()
    busy.slots.skip("ada", THURSDAY + timedelta(weeks=2), "")
    assert busy.publishing.is_due()
    busy.publishing.refresh(file, FULL)
    assert not busy.publishing.is_due()
    busy.undo()
    assert busy.publishing.is_due()


def test_time_alone_makes_no_file_stale_and_a_change_does(
    busy: Desk, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "desk.ics"
    assert busy.publishing.state(str(file), FULL).written_at is None
    busy.publishing.write(file, FULL)
    at = clock.now.timestamp()
    os.utime(file, (at, at))
    clock.advance(days=200)
    state = busy.publishing.state(str(file), FULL)
    assert state.fresh and state.written_at and state.written_at.timestamp() == at
    busy.slots.end("ada", THURSDAY + timedelta(weeks=40))
    assert not busy.publishing.state(str(file), FULL).fresh


def test_a_home_that_is_nobodys_is_refused_and_no_fault(busy: Desk) -> None:
    with pytest.raises(Refusal, match="no home folder such as in “~nobody-here"):
        busy.publishing.place("~nobody-here/desk.ics")
