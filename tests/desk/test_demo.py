"""The demo desk: a practice that is believable at any hour of any day, and leaks like no other."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.conftest import ZONE, Clock

from mentordesk import zones
from mentordesk.desk import Desk, open_desk
from mentordesk.desk.demo import fill
from mentordesk.desk.demo.cast import ARRIVING, CAST
from mentordesk.desk.demo.week import Week
from mentordesk.domain.cadence import Series
from mentordesk.domain.coming import TodayPage
from mentordesk.domain.errors import Refusal
from mentordesk.domain.publishing import Wanted

THURSDAY = "2026-11-26T17:48:20+01:00"
WHOS = [person.handle for person in CAST]
PAST = {"mirela", "jun"}
GOING_ON = [who for who in WHOS if who not in PAST]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def opened(
    folder: Path, clock: Callable[[], datetime], zone: str = ZONE, name: str = "Mara"
) -> Desk:
    """An empty desk in a folder, with ids as they are in life."""
    places = SimpleNamespace(data=folder, config=folder)
    wishes = SimpleNamespace(zone=zone, name=name, email="", playbook="one-to-one", reminders=True)
    return open_desk(places, wishes, clock=clock)


def at(moment: str) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: datetime.fromisoformat(moment)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A filled desk for tests that only look."""
    desk = opened(tmp_path_factory.mktemp("demo"), at(THURSDAY))
    desk.email = "mara@example.org"
    fill(desk)
    yield desk
    desk.close()


@pytest.fixture
def today(demo: Desk) -> TodayPage:
    """What its first screen shows."""
    return demo.pages.today()


def test_the_next_call_is_in_ten_minutes_on_a_full_minute(demo: Desk, today: TodayPage) -> None:
    assert today.next and today.next.name == "Ada Obi"
    assert today.next.start == datetime(2026, 11, 26, 16, 59, tzinfo=UTC)
    assert today.next.confirmed and today.next.number == 11
    assert len(today.calls) == 2 and today.running is None


def test_today_has_something_of_every_rule_that_can_be_due_at_once(today: TodayPage) -> None:
    said = {line.rule: line for line in today.due}

    assert set(said) >= {"follow-up", "promise", "silence", "no-date", "task", "target"}
    assert said["follow-up"].name == "نور حداد"
    assert said["silence"].name == said["no-date"].name == "Dee Marsh"
    assert sum(line.rule == "promise" and line.urgent for line in today.due) == 2


def test_the_week_has_calls_behind_it_and_before_it(today: TodayPage) -> None:
    assert sum(day.held for day in today.week) and sum(day.planned for day in today.week)
    assert today.minutes_this_week > 30


def test_names_go_the_ways_that_names_go(demo: Desk) -> None:
    names = "".join(line.name for line in demo.pages.people())

    assert any(unicodedata.bidirectional(char) == "AL" for char in names)
    assert any(unicodedata.east_asian_width(char) == "W" for char in names)
    assert any(unicodedata.combining(char) for char in unicodedata.normalize("NFC", names))


def test_the_shipped_playbooks_occur_within_their_loads(demo: Desk) -> None:
    people = demo.pages.people()
    of = {one.slug: [p for p in people if p.address.endswith(f"/{one.slug}")] for one in
          demo.playbooks.list()}  # fmt: skip

    assert sum(map(len, of.values())) == len(people) == len(WHOS) + len(ARRIVING)
    assert all(of.values())
    active = [p for p in of["wealljs"] if p.status == "active"]
    assert 1 <= len(active) <= demo.playbooks.find("wealljs").load_max
    assert len(of["codingnomads"]) >= demo.playbooks.find("codingnomads").load_min
    assert len({p.zone for p in people}) >= len(WHOS)


def test_everybody_stands_where_somebody_may_stand(demo: Desk) -> None:
    stands = {line.status for line in demo.pages.people()}

    assert stands == {"active", "paused", "graduated", "exited", "intake"}
    assert demo.groups.page("git-crew").members[-1].left_on is not None
    assert demo.intake.show("priya").line.stage


@pytest.mark.parametrize("who", GOING_ON)
def test_everybody_has_three_parts_to_their_story(demo: Desk, who: str) -> None:
    brief, moments = demo.pages.brief(who), demo.pages.timeline(who)

    assert brief.last_recap.startswith("# Our call on ") and brief.goals and brief.actions
    assert brief.boundary.startswith("contact: ")
    kinds = {moment.kind for moment in moments}
    assert {"session", "win", "question", "status"} <= kinds
    assert {"note", "background", "chat", "mail", "forum", "impromptu"} & kinds
    assert max(m.at for m in moments) - min(m.at for m in moments) > timedelta(weeks=3)


def test_one_slot_keeps_the_clock_of_the_other_side(demo: Desk) -> None:
    page = demo.pages.slot("tomas", 26)

    assert page.series and page.series.zone == "America/Santiago"
    assert len({line.there.time() for line in page.meetings if line.there}) == 1
    assert len({line.here.hour for line in page.meetings}) > 1
    assert any("for you" in said for said in page.warnings)


def test_every_kind_of_line_was_typed_and_understood(demo: Desk) -> None:
    made = {row[0] for row in demo.store.rows("SELECT DISTINCT kind FROM capture")}
    owners = {row[0] for row in demo.store.rows("SELECT DISTINCT owner FROM action")}

    assert made == {"action", "opportunity", "question", "stuck", "win", "recap"}
    assert owners == {"me", "mentee", "network"}


def test_every_closing_question_of_every_playbook_was_answered(demo: Desk) -> None:
    for who in GOING_ON:
        found = demo.people.find(who).mentorship.id
        asked = {question.key for question in demo.playbooks.of(found).wrap_up}
        answered = demo.store.rows(
            "SELECT DISTINCT question FROM answer JOIN session ON session.id = session_id"
            " WHERE mentorship_id = ?",
            found,
        )
        assert {row[0] for row in answered} >= asked - {"before", "promises"}
    made = demo.store.rows("SELECT DISTINCT question FROM answer WHERE made <> ''")
    assert {"before", "promises", "watch", "focus", "report"} <= {row[0] for row in made}


def test_the_next_agenda_shows_what_the_desk_can_carry(demo: Desk) -> None:
    agenda = {point.title: point for point in demo.pages.brief("ada").agenda}

    assert agenda["Task: Send the abstract as it is (done)"].source == "task"
    assert (agenda["Look over the CV"].source, agenda["Look over the CV"].carried) == ("carried", 2)
    assert agenda["Questions (1)"].source == "questions"
    assert agenda["Hear the opening once, with the timer on"].source == "own"


def test_the_board_has_all_three_horizons(demo: Desk) -> None:
    assert {goal.horizon for goal in demo.pages.brief("ada").goals} == {"30", "60", "90"}
    assert any(goal.state == "met" for goal in demo.goals.list("ada"))


def test_slots_are_weekly_fortnightly_and_monthly_with_all_that_happens_to_dates(
    demo: Desk,
) -> None:
    rules = {str(demo.slots.of(who).rule).partition(";BYDAY")[0] for who in WHOS}
    states = {m.occurrence.state for who in WHOS for m in demo.pages.slot(who).meetings}

    assert rules == {"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY"}
    assert states == {"planned", "skipped", "moved", "gap"}
    assert demo.people.find("ines").mentorship.status == "paused"


def test_some_know_their_slot_some_only_as_it_was_and_some_have_answered(demo: Desk) -> None:
    standing = {who: demo.invites.standing(who) for who in ("ada", "ben", "haruka", "leila")}
    assert {who for who, one in standing.items() if one.told} == {"ada", "ben", "haruka"}
    assert standing["ben"].untold == 0
    assert standing["ada"].untold > 0
    assert standing["haruka"].untold > 0
    answers = {who: [one.partstat for one in demo.replies.of(who)] for who in ("ada", "ben")}
    assert answers == {"ada": ["ACCEPTED"], "ben": ["NEEDS-ACTION"]}
    assert [one.partstat for one in demo.replies.of("haruka")] == ["ACCEPTED", "DECLINED"]
    assert [one.comment for one in demo.replies.open()] == ["the board meets in the afternoon"]


def test_a_page_of_the_calendar_has_everything_that_can_stand_there(demo: Desk) -> None:
    first = demo.today() - timedelta(days=20)
    page = demo.pages.days(first, first + timedelta(days=50))
    kinds = {one.kind for one in page.entries}
    assert kinds == {"call", "milestone", "gap", "hours", "workshop", "busy"}
    states = {one.state for one in page.entries if one.kind == "call"}
    assert states >= {"", "held", "missed", "moved", "skipped"}


def test_calls_went_as_calls_go(demo: Desk) -> None:
    ways = {row[0] for row in demo.store.rows("SELECT DISTINCT status FROM attendance")}
    ends = {
        row[0]: row[1]
        for row in demo.store.rows("SELECT state, count(*) FROM session GROUP BY state")
    }

    assert ways == {"attended", "late", "no-show", "excused"}
    assert ends == {"held": 60, "missed": 1, "planned": 1}
    assert demo.store.value("SELECT count(*) FROM extension")


@pytest.mark.parametrize(
    ("typed", "who"),
    [("reflog", "ada"), ("دفتر", "nour"), ("decimal", "nour"), ("head-hunter", "haruka"),
        ("danfo", "ada"), ("frog", "ines")],
)  # fmt: skip
def test_search_finds_a_word(demo: Desk, typed: str, who: str) -> None:
    assert {hit.address.partition("/")[0] for hit in demo.pages.search(typed)} == {who}


def test_everything_was_written_in_the_order_in_which_it_happened(demo: Desk) -> None:
    stamps = [row[0] for row in demo.store.rows("SELECT created_at FROM note ORDER BY rowid")]

    assert stamps == sorted(stamps) and stamps[-1] < "2026-11-26T16:48:21Z"


def test_the_calendar_file_of_everybody_opens_in_another_program(demo: Desk) -> None:
    calendar = Calendar.from_ical(demo.exports.ics([]))
    now = demo.now()
    coming = recurring_ical_events.of(calendar).between(now, now + timedelta(days=28))

    starts = sorted(event["DTSTART"].dt.astimezone(UTC) for event in coming)
    # Whoever rests has slots in the file too, but none of them falls into these weeks.
    assert (
        starts
        == [line.start for line in demo.pages.calendar(29) if line.start > now][: len(starts)]
    )
    assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == len(WHOS)


def test_no_recap_holds_a_word_of_what_is_for_the_mentor_alone(demo: Desk) -> None:
    hidden = private_texts(demo)
    assert len(hidden) > 150

    for session in demo.store.rows("SELECT id FROM session WHERE state IN ('held', 'missed')"):
        leaves = demo.pages.recap(session["id"]).leaves
        assert [text for text in hidden if text in leaves] == []


def private_texts(desk: Desk) -> set[str]:
    """Every text of the mentor's alone: plain lines of notes, remarks, chances, reports, logs."""
    sources = (
        "SELECT body FROM note WHERE kind <> 'call' AND instr(readers, 'mentee') = 0",
        "SELECT text FROM opportunity", "SELECT text FROM touchpoint",
        "SELECT body FROM answer WHERE instr(readers, 'mentee') = 0 AND question <> 'did'",
        "SELECT text FROM action WHERE instr(readers, 'mentee') = 0",
        "SELECT title FROM agenda_item WHERE instr(readers, 'mentee') = 0",
        "SELECT reason FROM status_change",
    )  # fmt: skip
    texts = {row[0] for source in sources for row in desk.store.rows(source)}
    for row in desk.store.rows("SELECT id, body FROM note WHERE kind = 'call'"):
        understood = desk.store.rows("SELECT line FROM capture WHERE note_id = ?", row["id"])
        marked = {capture["line"] for capture in understood}
        texts |= {line for n, line in enumerate(row["body"].splitlines()) if n not in marked}
    return {text for text in texts if " " in text}


def test_two_fills_at_the_same_moment_tell_the_same_story(demo: Desk, tmp_path: Path) -> None:
    other = opened(tmp_path, at(THURSDAY))
    other.email = "mara@example.org"
    fill(other)

    assert told(other) == told(demo)
    other.close()


def told(desk: Desk) -> dict[str, list[str]]:
    """Every row of every table in order, with the ids blanked out."""
    tables = desk.store.rows("SELECT name FROM sqlite_schema WHERE sql LIKE '%updated_at%'")
    return {
        table[0]: [
            UUID.sub("id", str(tuple(row)))
            for row in desk.store.rows(f"SELECT * FROM {table[0]} ORDER BY rowid")
        ]
        for table in tables
        if not table[0].startswith("idx_")
    }


def test_the_desk_runs_on_its_own_clock_afterwards_and_there_is_nothing_to_take_back(
    desk: Desk, clock: Clock
) -> None:
    heard: list[str] = []
    desk.on_change.append(lambda change: heard.append(change.kind))

    fill(desk)

    assert desk.clock is clock and desk.last_undo() == "" and "session" in heard
    clock.advance(10)
    assert desk.calls.start("ada").number == 11


def test_a_desk_with_somebody_on_it_is_left_alone(desk: Desk) -> None:
    desk.people.add("Ada Obi")

    with pytest.raises(Refusal, match="empty desk"):
        fill(desk)

    assert [line.name for line in desk.pages.people()] == ["Ada Obi"]


def test_a_fill_that_breaks_off_leaves_nothing_behind(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentordesk.desk.calls.Calls.no_show", broken)

    with pytest.raises(OSError, match="power cut"):
        fill(desk)

    assert desk.pages.people() == [] and desk.clock is clock


def broken(*_: object) -> None:
    """What no verb does, unless the machine does it."""
    raise OSError("power cut")


@pytest.mark.parametrize(
    ("now", "zone"),
    [
        ("2026-03-29T01:51:00+01:00", "Europe/Berlin"),  # the hour that is not there
        ("2026-06-14T02:20:00+02:00", "Europe/Berlin"),  # eleven Sundays after it
        ("2026-10-25T02:25:30+02:00", "Europe/Berlin"),  # the hour that comes twice, first
        ("2026-10-25T02:25:30+01:00", "Europe/Berlin"),  # and second
        ("2026-03-08T01:55:00-05:00", "America/New_York"),
        ("2026-11-01T01:50:00-04:00", "America/New_York"),
        ("2026-11-01T01:50:00-05:00", "America/New_York"),
        ("2026-12-31T23:55:01+00:00", "UTC"),
        ("2028-02-29T00:00:00+13:00", "Pacific/Auckland"),
        ("2028-02-28T23:49:59+01:00", "Europe/Berlin"),
        ("2026-10-04T02:10:00+11:00", "Australia/Lord_Howe"),  # half an hour is not there
        ("2026-11-21T18:25:00+05:45", "Asia/Kathmandu"),
    ],
)
def test_it_is_believable_at_any_moment(tmp_path: Path, now: str, zone: str) -> None:
    desk = opened(tmp_path, at(now), zone)
    fill(desk)

    page = desk.pages.today()
    assert page.next and page.next.name == "Ada Obi"
    assert timedelta(minutes=10) <= page.next.start - desk.now() < timedelta(minutes=11)
    assert {line.rule for line in page.due} >= {"follow-up", "promise", "silence", "no-date"}
    assert {line.handle: line.held for line in desk.pages.people()} == {
        "ada": 10, "sola": 5, "nour": 8, "haruka": 6, "ben": 3, "dee": 6, "ines": 5,
        "leila": 5, "tomas": 5, "git-crew": 4, "mirela": 1, "jun": 2, "priya": 0, "zofia": 0,
    }  # fmt: skip
    desk.close()


@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001 - in UTC
    zone=st.sampled_from(
        ("Europe/Berlin", "America/New_York", "UTC", "Australia/Lord_Howe", "Pacific/Kiritimati",
         "Pacific/Pago_Pago", "America/St_Johns", "Africa/Casablanca", "Africa/Cairo")
    ),
)  # fmt: skip
def test_no_two_slots_ever_touch(now: datetime, zone: str) -> None:
    moment = now.replace(tzinfo=UTC)
    meetings = sorted(
        (one.start, one.end)
        for series in cast_series(moment, zone)
        for one in coming(series, moment)
    )

    assert all(end <= start for (_, end), (start, _) in pairwise(meetings))
    assert any(timedelta(minutes=10) <= s - moment < timedelta(minutes=11) for s, _ in meetings)


def cast_series(now: datetime, zone: str) -> Iterator[Series]:
    """Everybody's slot around a moment, without a desk."""
    week = Week(now, zones.zone(zone), zone)
    for person in CAST:
        slot = week.slot(person.standing, len(person.scenes), zones.zone(person.zone))
        tz = zones.zone(slot.zone)
        yield Series(person.handle, "", slot.rule, slot.wall, 60, slot.zone, tz, slot.starts_on)


def coming(series: Series, now: datetime) -> Iterator[SimpleNamespace]:
    """Half a year of meetings, both ways."""
    for one in series.between(now - timedelta(days=120), now + timedelta(days=180)):
        yield SimpleNamespace(start=one.start, end=one.end)


SHOWN = {
    "series": {"rule", "zone", "place", "uid"},
    "office_hour": {"link", "zone", "weekday", "playbook"},
    "workshop": {"title", "link", "playbook"},
}
"""Columns of which a calendar shows something; ids, days and states of whatever table beside."""
MACHINE = re.compile(r"[-0-9a-f]{36}(@.*)?|[-0-9T:.Z+]*|[-a-z/]{1,12}")


def said_in(data: bytes) -> str:
    """Every text of a calendar, unfolded and as it was before it was escaped."""
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    texts = (line.partition(":")[2] for line in lines if line.startswith(("SUM", "LOC", "DESC")))
    return "\n".join({text.replace("\\,", ",").replace("\\;", ";") for text in texts})


def private(demo: Desk) -> Iterator[tuple[str, str]]:
    """Every text in every column of every table that no calendar may show, with its column."""
    for table in demo.store.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'"
        " AND name NOT LIKE '\\_%' ESCAPE '\\' AND name <> 'undo_step'"
    ):
        for row in demo.store.rows(f"SELECT * FROM {table['name']}"):
            for column in set(row.keys()) - SHOWN.get(table["name"], set()):
                value = row[column]
                if isinstance(value, str) and not MACHINE.fullmatch(value):
                    yield f"{table['name']}.{column}", value


def test_a_published_calendar_holds_no_private_word_of_the_desk(demo: Desk) -> None:
    said = said_in(demo.publishing.feed(Wanted("initials")).data)
    programmes = " ".join(row[0] for row in demo.store.rows("SELECT snapshot FROM mentorship"))
    # The time that went into a workshop goes under its title, too.
    programmes += " ".join(row[0] for row in demo.store.rows("SELECT title FROM workshop"))
    every = [(where, text) for where, text in private(demo) if text not in programmes]
    assert len(every) > 400 and len({where.partition(".")[0] for where, _ in every}) > 25
    assert [(where, text) for where, text in every if text in said] == []


@pytest.mark.parametrize("form", ["initials", "handle", "full"])
def test_a_published_calendar_names_people_in_the_form_that_is_wanted(
    demo: Desk, form: str
) -> None:
    said = said_in(demo.publishing.feed(Wanted(form)).data).casefold()
    people = demo.store.rows("SELECT name, handle, email, location, contact FROM mentee")
    booked = [row[0] for row in demo.store.rows("SELECT name FROM booking")]
    for row in people:
        words = [word.casefold() for word in row["name"].split() if len(word) > 2]
        hidden = [*filter(None, (row["email"], row["location"], row["contact"]))]
        hidden += words if form == "initials" else [row["name"]] if form == "handle" else []
        hidden += [row["handle"]] if form == "initials" else []
        assert not [one for one in hidden if re.search(rf"\b{re.escape(one.casefold())}\b", said)]
    assert all((name.casefold() in said) == (form == "full") for name in booked) and booked
