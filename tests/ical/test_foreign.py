"""Calendars of elsewhere: which times they take, and that nothing else of them is kept."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.ical.elsewhere import WINDOWS, calendar

from mentordesk.domain.busy import loaded, written
from mentordesk.domain.errors import Refusal
from mentordesk.ical.foreign import Kept, kept, taken

SINCE = datetime(2026, 9, 1, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=365)
BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
EXCHANGE = "W. Europe Standard Time"


def look(data: bytes, owner: str = "", zone: str = "", titles: bool = False) -> Kept:
    return kept(data, "x.ics", SINCE, owner=owner, zone=zone, titles=titles, zone_of=ZoneInfo)


def times(*events: str, zones: str = "", **how: str) -> list[str]:
    """What these events take, on Berlin's clock: `1 Oct 09:00 60`, the last being minutes."""
    source = look(calendar(*events, zones=zones), **how).source  # type: ignore[arg-type]
    found, _ = taken(source, "work", SINCE, UNTIL, BERLIN)
    return [
        f"{one.start.astimezone(BERLIN):%-d %b %H:%M} {(one.end - one.start) // MINUTE}"
        for one in found
    ]


ONCE = "UID:1\nDTSTART:20261001T070000Z\nDTEND:20261001T080000Z"
CASES = {
    "once": ([ONCE], ["1 Oct 09:00 60"]),
    "with a length": (["UID:1\nDTSTART:20261001T070000Z\nDURATION:PT90M"], ["1 Oct 09:00 90"]),
    "a day": (["UID:1\nDTSTART;VALUE=DATE:20261025"], ["25 Oct 00:00 1500"]),
    "two days": (
        ["UID:1\nDTSTART;VALUE=DATE:20261002\nDTEND;VALUE=DATE:20261004"], ["2 Oct 00:00 2880"],
    ),
    "no time": (["UID:1\nDTSTART:20261001T070000Z"], []),
    "on nobody's clock": (["UID:1\nDTSTART:20261001T090000\nDURATION:PT1H"], ["1 Oct 09:00 60"]),
    "free": ([f"{ONCE}\nTRANSP:TRANSPARENT"], []),
    "free in Outlook": ([f"{ONCE}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"], []),
    "called off": ([f"{ONCE}\nSTATUS:CANCELLED"], []),
    "ours": ([ONCE.replace("UID:1", "UID:1@mentordesk")], []),
    "long ago": (["UID:1\nDTSTART:20200101T070000Z\nDURATION:PT1H"], []),
    "over the clock change": (
        [f"UID:1\nDTSTART;TZID={EXCHANGE}:20261022T090000\nDTEND;TZID={EXCHANGE}:20261022T100000\n"
         "RRULE:FREQ=WEEKLY;COUNT=2"],
        ["22 Oct 09:00 60", "29 Oct 09:00 60"],
    ),
    "left out, moved and added": (
        [f"UID:1\nDTSTART;TZID={EXCHANGE}:20261001T090000\nDTEND;TZID={EXCHANGE}:20261001T100000\n"
         f"RRULE:FREQ=WEEKLY;UNTIL=20261022T070000Z\nEXDATE;TZID={EXCHANGE}:20261008T090000\n"
         "RDATE;VALUE=PERIOD:20261003T070000Z/PT2H",
         f"UID:1\nRECURRENCE-ID;TZID={EXCHANGE}:20261015T090000\n"
         f"DTSTART;TZID={EXCHANGE}:20261016T110000\nDTEND;TZID={EXCHANGE}:20261016T113000"],
        ["1 Oct 09:00 60", "3 Oct 09:00 120", "16 Oct 11:00 30", "22 Oct 09:00 60"],
    ),
    "one date called off": (
        [f"{ONCE}\nRRULE:FREQ=DAILY;COUNT=2",
         f"{ONCE}\nRECURRENCE-ID:20261001T070000Z\nSTATUS:CANCELLED"],
        ["2 Oct 09:00 60"],
    ),
    "the last working day of a month": (
        ["UID:1\nDTSTART:20261030T080000Z\nDURATION:PT1H\n"
         "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"],
        ["30 Oct 09:00 60", "30 Nov 09:00 60", "31 Dec 09:00 60"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_event_takes_the_times_it_takes(name: str) -> None:
    events, expected = CASES[name]
    assert times(*events, zones=WINDOWS) == expected


def test_a_list_of_free_and_busy_times_is_taken_as_it_is() -> None:
    data = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\nUID:1\r\nORGANIZER:mailto:a@x.org\r\n"
        b"FREEBUSY:20261001T070000Z/PT1H,20261002T070000Z/20261002T080000Z\r\n"
        b"FREEBUSY;FBTYPE=FREE:20261003T070000Z/PT1H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    found = look(data)
    busy, _ = taken(found.source, "work", SINCE, UNTIL, BERLIN)
    assert [f"{one.start:%d %H}-{one.end:%H}" for one in busy] == ["01 07-08", "02 07-08"]
    assert "ORGANIZER" not in found.source


def test_a_zone_that_the_file_describes_is_known_by_its_rules() -> None:
    own = WINDOWS.replace(EXCHANGE, "Our Office")
    event = "UID:1\nDTSTART;TZID=Our Office:20261001T090000\nDURATION:PT1H"
    assert times(event, zones=own) == ["1 Oct 09:00 60"]


def test_a_zone_that_nobody_knows_is_said_and_taken_as_one_says() -> None:
    event = "UID:1\nDTSTART;TZID=Moon:20261001T090000\nDURATION:PT1H"
    assert look(calendar(event)).left_out == (
        "Left out: 1 event in the zone “Moon”, which is not known;"
        " say which it is as Zone (--zone).",
    )
    assert times(event) == []
    assert look(calendar(event), zone="Asia/Tokyo").left_out == ()
    assert times(event, zone="Asia/Tokyo") == ["1 Oct 02:00 60"]
    assert "2 events in the zone “Moon”" in look(calendar(event, event)).left_out[0]


def test_what_one_declined_takes_no_time() -> None:
    event = f"{ONCE}\nTRANSP:OPAQUE\nATTENDEE;PARTSTAT=DECLINED;CN=Bo:MAILTO:Bo@example.org"
    assert times(event, owner="bo@example.org") == []
    assert times(event, owner="kim@example.org") == ["1 Oct 09:00 60"]


def test_no_word_of_it_is_kept_but_titles_that_are_wanted() -> None:
    event = (
        f"{ONCE}\nSUMMARY:Surgery\nDESCRIPTION:the left\n  knee\nLOCATION:Ward 3\n"
        "ORGANIZER;CN=Dr. No:mailto:no@x.org\nATTENDEE:mailto:kim@x.org\nX-NOTE:secret\n"
        "BEGIN:VALARM\nDESCRIPTION:hurry\nTRIGGER:-PT5M\nEND:VALARM"
    )
    source = look(calendar(event)).source
    assert [one for one in source.split("\r\n") if ":" in one][3:] == [
        "BEGIN:VEVENT", "UID:1", "DTSTART:20261001T070000Z", "DTEND:20261001T080000Z",
        "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    titled = look(calendar(event), titles=True).source
    [one], _ = taken(titled, "work", SINCE, UNTIL, BERLIN)
    assert (one.title, one.source) == ("Surgery", "work")
    assert "knee" not in titled


def test_a_title_cannot_pass_for_a_line_of_its_own() -> None:
    title = "SUMMARY:a\u2028END:VEVENT\x0bBEGIN:VEVENT\x85X\x00\x1b[31m\u202eb"
    source = look(calendar(f"{ONCE}\n{title}"), titles=True).source
    assert "SUMMARY:a END:VEVENT BEGIN:VEVENT Xb" in source.splitlines()
    [one], _ = taken(source, "work", SINCE, UNTIL, BERLIN)
    assert one.title == "a END:VEVENT BEGIN:VEVENT Xb"


def test_what_breaks_the_rules_is_left_out_alone_and_said() -> None:
    bad = ["UID:2\nDTSTART:soon", f"{ONCE.replace(':1', ':3', 1)}\nRRULE:FREQ=SECONDLY"]
    found = look(calendar(ONCE, *bad))
    busy, left_out = taken(found.source, "work", SINCE, UNTIL, BERLIN)
    assert len(busy) == 1
    assert [one[:10] for one in (*found.left_out, *left_out)] == ["Left out: "] * 3
    with pytest.raises(Refusal, match="is cut off"):
        look(calendar(ONCE)[:-15])


def test_times_are_kept_as_they_are() -> None:
    busy, _ = taken(look(calendar(f"{ONCE}\nRRULE:FREQ=DAILY")).source, "w", SINCE, UNTIL, BERLIN)
    text = written(busy)
    assert loaded(text, "w", SINCE, UNTIL) == busy
    third = busy[2]
    assert loaded(text, "w", third.start, third.end) == [third]
    assert loaded(text, "w", third.end, busy[3].start) == []


LONG_AGO = "DTSTART:19010101T070000Z\nDURATION:PT1H\nRRULE:"
ENDLESS = {
    "never, by day": ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "it never comes"),
    "never, by year": ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31;COUNT=9", "it never comes"),
    "standing still": ("FREQ=DAILY;INTERVAL=0", "it stands still"),
    "by the second": ("FREQ=SECONDLY;COUNT=1000000000", "several times an hour"),
    "from long ago": ("FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))), "too often"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_rule_that_would_be_followed_for_ever_is_left_out(name: str) -> None:
    rule, why = ENDLESS[name]
    found = look(calendar(ONCE, f"UID:2\n{LONG_AGO}{rule}"))
    busy, [said] = taken(found.source, "work", SINCE, UNTIL, BERLIN)
    assert len(busy) == 1
    assert why in said


def test_many_rules_take_no_longer_than_some(monkeypatch: pytest.MonkeyPatch) -> None:
    weekly = "DTSTART:20260901T{:02}0000Z\nDURATION:PT30M\nRRULE:FREQ=WEEKLY"
    for name, work in {"WORK": 3 * 53 * 101, "LOOKED": 0, "RULE": 0, "PIECE": 0}.items():
        monkeypatch.setattr(f"mentordesk.ical.limits.{name}", work)
    found = look(calendar(*(f"UID:1{hour}\n{weekly.format(hour)}" for hour in range(7)), ONCE))
    busy, [said] = taken(found.source, "work", SINCE, UNTIL, BERLIN)
    assert "too often" in said
    assert {one.start.hour for one in busy} == {0, 1, 2, 7}


def test_what_is_never_asked_for_costs_nothing_however_much_it_is() -> None:
    guests = "".join(f"ATTENDEE;CN={n}:mailto:{n}@x.org\n" for n in range(25_000))
    noise = f"{ONCE}\n{guests}DESCRIPTION:{'word, ' * 50_000}\n{'X-Y:z' * 9}"
    over = (
        "UID:2\nDTSTART:20200101T070000Z\nDTEND:20200101T080000Z\nRRULE:FREQ=DAILY;UNTIL=20200109"
    )
    assert times(noise, *[over] * 5_000) == ["1 Oct 09:00 60"]


TOO_MUCH = {
    "dates of one event": (calendar(f"{ONCE}\nRDATE:" + "20261001T070000Z," * 20_001), "20,000 l"),
    "events": (calendar(*[ONCE] * 5_000), "20,000 lines and values"),
    "letters": (calendar(f"{ONCE}\nRRULE:{'x' * 2_000_000}"), "2,000,000 characters"),
    "lines": (calendar("UID:1\n" * 250_001), "250,000 lines"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_calendar_that_would_keep_one_waiting_is_refused(name: str) -> None:
    data, what = TOO_MUCH[name]
    with pytest.raises(Refusal, match=rf"x\.ics has more than {what}.* Export less of it\."):
        look(data)


def test_the_zones_of_one_file_are_not_those_of_the_next() -> None:
    event = f"UID:1\nDTSTART;TZID={EXCHANGE}:20261001T090000\nDURATION:PT1H"
    wrong = WINDOWS.replace("+0200", "-0900").replace("+0100", "-1000")
    assert times(event, zones=wrong) == ["1 Oct 20:00 60"]
    assert times(event) == times(event, zones=WINDOWS) == ["1 Oct 09:00 60"]
