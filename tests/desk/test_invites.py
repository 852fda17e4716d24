"""A slot in other people's calendars: invited, moved, skipped, made shorter, ended."""

import email
import email.policy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest
from tests.builders import ada, ben, slot, wall
from tests.conftest import Clock
from tests.ical.receiver import Receiver
from tests.ical.samples import expanded, logical_lines

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal

GOLDEN = Path(__file__).parents[1] / "golden" / "invites"
TENTH, SEVENTEENTH = date(2026, 12, 10), date(2026, 12, 17)


@pytest.fixture
def mentor(desk: Desk) -> Desk:
    """A mentor with a mail address, and Ada with one, who has a slot for ten weeks."""
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    ada(desk, email="ada@example.org")
    slot(desk, count=10, place="https://meet.example.org/ada")
    return desk


def move(desk: Desk) -> object:
    """The tenth of December becomes the eleventh, an hour later."""
    return desk.slots.move("ada", TENTH, wall(TENTH + timedelta(days=1), 19), reason="a secret")


def shorter(desk: Desk) -> object:
    """From the middle of January on it is 45 minutes."""
    return slot(desk, starts_on=date(2027, 1, 14), minutes=45, count=4)


STEPS: dict[str, Callable[[Desk], object]] = {
    "1": lambda desk: None,
    "2": move,
    "3": lambda desk: desk.slots.skip("ada", SEVENTEENTH, "told in confidence"),
    "4": shorter,
    "5": lambda desk: desk.slots.end("ada", date(2027, 1, 28)),
}


def write(desk: Desk, folder: Path, *, eml: bool = False) -> list[Path]:
    """Write what is due into a folder, made if need be."""
    folder.mkdir(exist_ok=True)
    return desk.invites.write("ada", folder, eml=eml)


def lived(desk: Desk, clock: Clock, folder: Path) -> dict[str, bytes]:
    """The files of a whole life, each named after its step."""
    found: dict[str, bytes] = {}
    for step, edit in STEPS.items():
        clock.advance(hours=1)
        edit(desk)
        files = write(desk, folder / step)
        found |= {f"{step}/{path.name}": path.read_bytes() for path in files}
    clock.advance(hours=1)
    (folder / "6").mkdir()
    gone = desk.invites.cancel("ada", folder / "6")
    return found | {f"6/{path.name}": path.read_bytes() for path in gone}


@pytest.mark.parametrize("calendar", ["other", "nextcloud"])
def test_a_whole_life_is_as_it_was_when_read_and_found_right(
    mentor: Desk, clock: Clock, tmp_path: Path, calendar: str
) -> None:
    mentor.people.edit("ada", calendar=calendar)
    kept = {
        str(path.relative_to(GOLDEN / calendar)): path.read_bytes()
        for path in (GOLDEN / calendar).rglob("*.ics")
    }
    assert lived(mentor, clock, tmp_path) == kept


def test_in_either_form_the_receiver_ends_up_with_what_the_screens_show(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    mentor.people.edit("ada", calendar="nextcloud")
    lived(mentor, clock, tmp_path)
    since, until = mentor.now(), datetime(2028, 1, 1, tzinfo=UTC)
    shown = [
        (one.start, one.end)
        for series in mentor.slots.every("ada")
        for one in series.between(since, until)
        if one.happens
    ]
    files = ["4/ada-01-end.ics", "5/ada-01-end.ics"]
    read = [
        span for name in files for span in expanded((tmp_path / name).read_bytes(), since, until)
    ]
    assert sorted(read) == sorted(shown)


def test_nothing_private_is_in_any_file(mentor: Desk, clock: Clock, tmp_path: Path) -> None:
    ben(mentor, email="ben@example.org")
    mentor.slots.gap("ada", date(2026, 12, 24), date(2027, 1, 1), "her divorce")
    everything = b"".join(lived(mentor, clock, tmp_path).values()).replace(b"\r\n ", b"")
    for word in (b"secret", b"confidence", b"divorce", b"Ben"):
        assert word not in everything


def test_what_is_written_is_what_was_shown_before(mentor: Desk, tmp_path: Path) -> None:
    first, again = mentor.invites.preview("ada"), mentor.invites.preview("ada")
    assert first == again
    (path,) = write(mentor, tmp_path)
    assert path.read_bytes() == first.messages[0].data
    assert path.stat().st_mode & 0o777 == 0o600
    assert mentor.invites.preview("ada").messages == ()


def test_a_change_is_told_in_words_on_both_clocks(mentor: Desk, tmp_path: Path) -> None:
    write(mentor, tmp_path)
    move(mentor)
    (moved,) = mentor.invites.preview("ada").messages
    assert moved.sentences == (
        "Moved from Thu 10 Dec 2026, 18:00 Berlin (18:00 Lagos)"
        " to Fri 11 Dec 2026, 19:00 Berlin (19:00 Lagos).",
    )
    mentor.people.edit("ada", zone="Asia/Kolkata")
    mentor.slots.skip("ada", SEVENTEENTH)
    shorter(mentor)
    said = [message.sentences for message in mentor.invites.preview("ada").messages]
    assert said[0] == (
        "Moved from Thu 10 Dec 2026, 18:00 Berlin (22:30 Kolkata)"
        " to Fri 11 Dec 2026, 19:00 Berlin (23:30 Kolkata).",
        "Does not take place: Thu 17 Dec 2026, 18:00 Berlin (22:30 Kolkata).",
        "The last date is Thu 7 Jan 2027, 18:00 Berlin (22:30 Kolkata)."
        " It was Thu 28 Jan 2027, 18:00 Berlin (22:30 Kolkata).",
    )
    assert said[1][0] == "Every Thursday at 18:00 Berlin, 45 minutes."


def test_what_has_nothing_to_do_with_the_dates_needs_no_message(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    clock.advance(days=1)
    mentor.people.edit("ada", location="Lagos", pronouns="she/her")
    mentor.slots.confirm("ada", TENTH)
    with pytest.raises(Refusal, match="Nothing has changed for Ada Obi since the last message"):
        write(mentor, tmp_path)


def test_a_slot_that_was_moved_and_moved_back_unsent_needs_no_message(
    mentor: Desk, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    move(mentor)
    mentor.undo()
    assert mentor.invites.preview("ada").messages == ()


def test_a_lost_message_is_made_good_by_all_of_it_once_more(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    """Who lost a message catches up; to who has everything it is the same calendar again."""
    complete, lost = Receiver(), Receiver()
    for read_by, edit in (((complete, lost), STEPS["1"]), ((complete,), move)):
        clock.now += timedelta(hours=1)
        edit(mentor)
        files = write(mentor, tmp_path / str(clock.now.hour))
        for one in read_by:
            one.read(files)
    before = numbers(complete)
    (again,) = mentor.invites.write("ada", tmp_path, again=True)
    for one in (complete, lost):
        one.read([again])
    assert not complete.left_alone
    assert numbers(complete) == numbers(lost) == before
    assert mentor.invites.preview("ada").messages == ()


def test_a_lost_end_is_told_once_more_with_the_number_it_had(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    """Nothing is left on the desk then; what was called off and would still come is said again."""
    write(mentor, tmp_path)
    mentor.slots.move("ada", TENTH, wall(SEVENTEENTH, 12))  # beside its neighbour
    write(mentor, tmp_path / "moved")
    mentor.course.graduate("ada")
    lost = write(mentor, tmp_path / "lost")
    once = mentor.invites.write("ada", tmp_path / "lost", again=True)
    twice = mentor.invites.write("ada", tmp_path / "lost", again=True)
    assert len(lost) == len(once) == len(twice) == 2
    for first, again in zip(lost, twice, strict=True):
        was, now = (logical_lines(one.read_bytes()) for one in (first, again))
        assert {line for line in set(was) ^ set(now) if not line.startswith("DTSTAMP")} == set()
    assert mentor.invites.preview("ada").messages == ()
    clock.now += timedelta(weeks=12)
    with pytest.raises(Refusal, match=r"^Nothing that Ada Obi was told of is still to come\.$"):
        mentor.invites.write("ada", tmp_path, again=True)


def numbers(receiver: Receiver) -> dict[str, tuple[datetime, int]]:
    """When each component begins as the receiver knows it, and its SEQUENCE."""
    (series,) = receiver.known.values()
    return {rid: (event["DTSTART"].dt, event["SEQUENCE"]) for rid, event in series.items()}


def test_undo_takes_back_that_it_was_sent(mentor: Desk, tmp_path: Path) -> None:
    before = mentor.invites.preview("ada")
    write(mentor, tmp_path)
    assert mentor.undo().startswith("invite Ada Obi; do not send ada-01-invite.ics (in ")
    assert mentor.invites.preview("ada") == before


def test_a_mentor_without_a_name_is_called_by_the_address_and_told_so(mentor: Desk) -> None:
    mentor.mentor = ""
    seen = mentor.invites.preview("ada")
    assert seen.messages[0].subject == "Invitation: Mentoring: Ada Obi & bo@example.org"
    [remark] = seen.remarks
    assert "no name in the settings" in remark and "mentordesk settings path" in remark
    mentor.email = ""
    with pytest.raises(Refusal, match=r"your own mail address\. Set it as email in the settings"):
        mentor.invites.preview("ada")


def test_what_could_not_be_written_was_not_sent(mentor: Desk, tmp_path: Path) -> None:
    for target in (tmp_path / "nowhere" / "ada.ics", tmp_path / "nowhere"):
        with pytest.raises(Refusal, match=r"There is no folder .*nowhere\. Make it first, or"):
            mentor.invites.write("ada", target)
    named = tmp_path / "named.ics"
    named.write_text("not sent yet")
    with pytest.raises(Refusal, match="exists already"):
        mentor.invites.write("ada", named)
    assert [one.kind for one in mentor.invites.preview("ada").messages] == ["invite"]
    mentor.invites.write("ada", named, force=True)
    assert mentor.invites.preview("ada").messages == ()


def test_names_go_on_from_what_was_not_sent_yet(mentor: Desk, tmp_path: Path) -> None:
    mentor.invites.write("ada", tmp_path)
    for hour in (19, 20):
        mentor.slots.move("ada", date(2026, 12, 3), wall(date(2026, 12, 3), hour))
        messages = mentor.invites.preview("ada").messages
        paths = mentor.invites.paths("ada", messages, tmp_path)
        assert mentor.invites.write("ada", tmp_path) == paths
    assert sorted(path.name for path in tmp_path.glob("ada-*")) == [
        "ada-01-invite.ics", "ada-02-move.ics", "ada-03-move.ics", "ada-full.ics",
    ]  # fmt: skip


def test_several_messages_beside_the_file_that_was_named(mentor: Desk, tmp_path: Path) -> None:
    mentor.invites.write("ada", tmp_path / "a.ics")
    move(mentor)
    mentor.slots.skip("ada", SEVENTEENTH)
    written = mentor.invites.write("ada", tmp_path / "b.ics")
    assert [path.name for path in written] == ["b.ics", "b-2.ics", "b-full.ics"]


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (lambda desk: setattr(desk, "email", ""), "needs your own mail address"),
        (lambda desk: setattr(desk, "email", "bo at home"), "“bo at home” is no mail address"),
        (lambda desk: desk.people.edit("ada", email=""), "Give one: mentordesk mentee edit ada"),
        (lambda desk: desk.undo(), "has no standing slot yet"),
    ],
)
def test_what_is_missing_is_said_with_the_next_step(
    mentor: Desk, tmp_path: Path, break_it: Callable[[Desk], object], sentence: str
) -> None:
    break_it(mentor)
    for verb in (mentor.invites.write, mentor.invites.cancel):
        with pytest.raises(Refusal, match=sentence):
            verb("ada", tmp_path)


def test_without_an_invitation_there_is_nothing_to_take_back(mentor: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="holds no invitation of yours"):
        mentor.invites.cancel("ada", tmp_path)


def test_one_date_is_called_off_and_skipped_at_once(mentor: Desk, tmp_path: Path) -> None:
    write(mentor, tmp_path)
    paths = mentor.invites.cancel("ada", tmp_path, TENTH)
    assert [path.name for path in paths] == ["ada-02-skip.ics", "ada-full.ics"]
    assert mentor.slots.occurrence("ada", TENTH)[1].state == "skipped"
    assert "METHOD:CANCEL" in logical_lines(paths[0].read_bytes())
    mentor.undo()
    assert mentor.slots.occurrence("ada", TENTH)[1].state == "planned"
    assert mentor.invites.preview("ada").messages == ()


def answered(desk: Desk) -> list[str]:
    """The answers in the next message, by component."""
    data = desk.invites.preview("ada").messages[0].data
    events = icalendar.Calendar.from_ical(data).events
    return [event["ATTENDEE"].params["PARTSTAT"] for event in events]


def test_an_answer_stays_until_the_time_is_another(mentor: Desk, tmp_path: Path) -> None:
    write(mentor, tmp_path)
    with mentor.writing("an answer") as store:
        (row,) = store.rows("SELECT id FROM invited")
        store.update("invited", row["id"], partstat="ACCEPTED")
    mentor.slots.skip("ada", SEVENTEENTH)
    assert answered(mentor) == ["ACCEPTED"]
    mentor.slots.end("ada", date(2027, 1, 14))
    assert answered(mentor) == ["ACCEPTED"]
    write(mentor, tmp_path)
    move(mentor)
    assert answered(mentor) == ["NEEDS-ACTION"]
    write(mentor, tmp_path)
    mentor.mentor = "Bo Lund-Berg"
    assert answered(mentor) == ["ACCEPTED", "NEEDS-ACTION"]


def test_two_messages_in_one_second_can_be_told_apart(mentor: Desk, tmp_path: Path) -> None:
    (first,) = mentor.invites.preview("ada").messages
    write(mentor, tmp_path)
    move(mentor)
    (second,) = mentor.invites.preview("ada").messages
    assert second.stamp == first.stamp + timedelta(seconds=1)


def test_a_date_that_left_its_place_and_is_over_needs_no_new_title(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    mentor.slots.move("ada", TENTH, wall(SEVENTEENTH, 9))
    write(mentor, tmp_path)
    mentor.mentor = "Bo Lund-Berg"
    kinds = [one.kind for one in mentor.invites.preview("ada").messages]
    assert kinds == ["words", "words"]
    clock.advance(days=30)
    assert [one.kind for one in mentor.invites.preview("ada").messages] == ["words"]


def test_a_new_address_is_invited_and_the_old_one_is_told(mentor: Desk, tmp_path: Path) -> None:
    write(mentor, tmp_path)
    mentor.people.edit("ada", email="obi@example.org")
    old, new = mentor.invites.preview("ada").messages
    assert (old.kind, old.to) == ("uninvite", (("Ada Obi", "ada@example.org"),))
    assert (new.kind, new.to) == ("guests", (("Ada Obi", "obi@example.org"),))
    assert not [line for line in logical_lines(old.data) if line.startswith("STATUS")]
    write(mentor, tmp_path)
    assert mentor.invites.preview("ada").messages == ()


def test_a_date_that_meets_its_neighbour_becomes_an_event_of_its_own(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    write(mentor, tmp_path)
    mentor.slots.move("ada", TENTH, wall(SEVENTEENTH, 9))
    out, single = mentor.invites.preview("ada").messages
    assert (out.kind, out.method, single.kind) == ("skip", "CANCEL", "invite")
    assert single.uid == f"20261210-{out.uid}"
    assert single.sentences[0].startswith("Moved from Thu 10 Dec 2026, 18:00 Berlin")
    write(mentor, tmp_path)
    mentor.slots.move("ada", TENTH, wall(TENTH, 20))
    kinds = [one.kind for one in mentor.invites.preview("ada").messages]
    assert kinds == ["series", "cancel"]
    write(mentor, tmp_path)
    clock.advance(days=60)
    assert mentor.invites.preview("ada").messages == ()


def test_a_group_is_invited_as_one_and_lets_one_go(desk: Desk, tmp_path: Path) -> None:
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng", "Dan Oz", "Eva"])
    slot(desk, "git-crew", count=6)
    for who in ("chi", "dan"):
        desk.people.edit(who, email=f"{who}@example.org")
    (invite,) = desk.invites.preview("chi").messages
    assert [address for _, address in invite.to] == ["chi@example.org", "dan@example.org"]
    assert "Eva has no mail address and is not invited." in desk.invites.preview("chi").remarks
    desk.invites.write("git-crew", tmp_path)
    desk.groups.leave("git-crew", "dan")
    gone, rest = desk.invites.preview("git-crew").messages
    assert (gone.method, [to for _, to in gone.to]) == ("CANCEL", ["dan@example.org"])
    assert (rest.method, [to for _, to in rest.to]) == ("REQUEST", ["chi@example.org"])
    assert b"chi@" not in gone.data
    desk.invites.write("git-crew", tmp_path)
    assert desk.invites.preview("git-crew").messages == ()


def opened(path: Path) -> EmailMessage:
    """A mail as Python reads it."""
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_a_mail_holds_the_words_first_and_the_calendar_last(mentor: Desk, tmp_path: Path) -> None:
    data = mentor.invites.preview("ada").messages[0].data
    (path,) = write(mentor, tmp_path, eml=True)
    first = opened(path)
    text, calendar = first.iter_parts()
    assert first.get_content_type() == "multipart/alternative"
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_payload(decode=True) == data
    assert dict(calendar["Content-Type"].params) == {
        "charset": "utf-8", "method": "REQUEST", "component": "VEVENT",
    }  # fmt: skip
    assert "Every Thursday at 18:00 Berlin, 60 minutes." in text.get_content()
    assert (first["From"], first["To"]) == (
        "Bo Lund <bo@example.org>", "Ada Obi <ada@example.org>",
    )  # fmt: skip
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    move(mentor)
    later = opened(write(mentor, tmp_path, eml=True)[0])
    assert later["In-Reply-To"] == later["References"] == first["Message-ID"]
    assert later["Message-ID"] != first["Message-ID"]


@pytest.mark.parametrize("name", ['A "B"\r\nBcc: x@y^', "Zoë, Ltd.; =?x?=", "ß" * 90, "\x1b[2Jé"])
def test_a_hostile_name_stays_a_name(mentor: Desk, tmp_path: Path, name: str) -> None:
    mentor.people.edit("ada", name=name)
    mentor.mentor = name
    (path,) = write(mentor, tmp_path, eml=True)
    mail = opened(path)
    assert sorted({key.lower() for key in mail}) == [
        "content-type", "date", "from", "message-id", "mime-version", "subject", "to", "x-unsent",
    ]  # fmt: skip
    assert mail["To"].addresses[0].addr_spec == "ada@example.org"
    (event,) = icalendar.Calendar.from_ical(list(mail.iter_parts())[1].get_content()).events
    assert event["ATTENDEE"] == "mailto:ada@example.org"
    assert {"BCC", "X"}.isdisjoint(event)
