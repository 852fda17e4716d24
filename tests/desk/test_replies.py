"""What comes back to an invitation: answers, proposals, and what is left alone."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import ben, wall
from tests.conftest import Clock
from tests.ical.elsewhere import PROGRAMS, answer, calendar, counter, forwarded, mail
from tests.ical.samples import logical_lines

from mentordesk.desk import Desk
from mentordesk.desk.replies import load
from mentordesk.domain.answering import Finding
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule
from mentordesk.ical.reading import letters

TENTH = date(2026, 12, 10)
AT_SIX = "20261210T180000"


@pytest.fixture
def mentor(invited: Desk) -> Desk:
    """Who reads what comes back."""
    return invited


def uid(desk: Desk) -> str:
    return desk.slots.of("ada").uid


def read(desk: Desk, data: bytes, **how: object) -> Finding:
    [found] = desk.replies.read(data, "answer.ics", **how)  # type: ignore[arg-type]
    return found


def everything(desk: Desk) -> list[tuple[object, ...]]:
    """All that a REPLY must not touch."""
    tables = ("series", "occurrence", "session", "gap", "invitation", "mentee")
    return [tuple(row) for table in tables for row in desk.store.rows(f"SELECT * FROM {table}")]


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_s_answers_are_understood(mentor: Desk, program: str) -> None:
    before = everything(mentor)
    assert read(mentor, answer(program, uid(mentor))).sentence == "Ada Obi accepted."
    one = read(mentor, answer(program, uid(mentor), "DECLINED", day=AT_SIX, more="COMMENT:exam"))
    assert one.sentence == "Ada Obi declined for Thu 10 Dec."
    assert mentor.replies.lines("ada") == ["ada: accepted; 10 Dec declined (“exam”)"]
    assert read(mentor, answer(program, uid(mentor))).sentence == "Ada Obi accepted: known already."
    assert everything(mentor) == before


def test_what_is_late_changes_nothing(mentor: Desk, clock: Clock, tmp_path: Path) -> None:
    accept = answer("google", uid(mentor), day=AT_SIX, stamp="20261127T090000Z")
    early = answer("google", uid(mentor), "DECLINED", day=AT_SIX, stamp="20261127T080000Z")
    assert read(mentor, accept).counts
    assert "A later answer is known" in read(mentor, early).sentence
    clock.advance(hours=1)
    mentor.slots.move("ada", TENTH, wall(TENTH + timedelta(days=1), 19))
    mentor.invites.write("ada", tmp_path / "moved.ics")
    assert mentor.replies.lines("ada") == ["ada: no answer yet"]
    late = read(mentor, answer("google", uid(mentor), day=AT_SIX))
    assert (late.kind, late.counts) == ("stale", False)
    assert "earlier message" in late.sentence
    unnumbered = answer("google", uid(mentor), day=AT_SIX).replace(b"SEQUENCE:0\r\n", b"")
    assert read(mentor, unnumbered).kind == "stale"
    newer = answer("google", uid(mentor), "TENTATIVE", day=AT_SIX, sequence=9)
    assert read(mentor, newer).sentence == "Ada Obi says perhaps for Fri 11 Dec."


def test_an_answer_stays_until_the_time_is_another(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    read(mentor, answer("apple", uid(mentor)))
    read(mentor, answer("apple", uid(mentor), "DECLINED", day=AT_SIX))
    [row] = mentor.store.rows("SELECT id FROM series")
    with mentor.writing("another place"):
        mentor.store.update("series", row["id"], place="the library")
    [place] = mentor.invites.write("ada", tmp_path / "place.ics")
    assert b"PARTSTAT=ACCEPTED" in place.read_bytes().replace(b"\r\n ", b"")
    assert mentor.replies.lines("ada") == ["ada: accepted; 10 Dec declined"]
    clock.advance(hours=1)
    mentor.slots.move("ada", TENTH, wall(TENTH, 19))
    moved, _ = mentor.invites.write("ada", tmp_path / "moved.ics")
    assert b"PARTSTAT=NEEDS-ACTION" in moved.read_bytes().replace(b"\r\n ", b"")
    assert mentor.replies.lines("ada") == ["ada: accepted; 10 Dec no answer yet"]
    mentor.undo()
    assert mentor.replies.lines("ada") == ["ada: accepted; 10 Dec declined"]


def test_nobody_is_taken_for_somebody_else(mentor: Desk) -> None:
    ben(mentor)
    stranger = answer("nextcloud", uid(mentor)).replace(b"ada@example.org", b"ada@home.example")
    found = read(mentor, stranger)
    assert found.sentence == (
        "Ada Obi <ada@home.example> was not invited, and accepted; it changes nothing."
    )
    assert found.remarks == ("If that is another address of ada, read it again with --as ada.",)
    assert mentor.replies.lines("ada") == ["ada: no answer yet"]
    with pytest.raises(Refusal, match="ben was not invited to that"):
        read(mentor, stranger, whose="ben")
    assert read(mentor, stranger, whose="ada", dry_run=True).counts
    assert mentor.replies.lines("ada") == ["ada: no answer yet"]
    assert read(mentor, stranger, whose="ada").sentence == "Ada Obi accepted."
    again = stranger.replace(b"ACCEPTED", b"DECLINED").replace(b"T080000Z", b"T090000Z")
    assert read(mentor, again).sentence == "Ada Obi declined."
    assert "did not send" in read(mentor, answer("google", "x@y")).sentence
    odd = read(mentor, answer("google", uid(mentor), day="20261211T180000"))
    assert odd.sentence == (
        "Ada Obi answers for Fri 11 Dec, on which the slot has no meeting; it changes nothing."
    )


def test_delegating_is_said_and_moves_nobody(mentor: Desk) -> None:
    sends = answer("nextcloud", uid(mentor), "DELEGATED").replace(
        b"ATTENDEE;", b'ATTENDEE;DELEGATED-TO="mailto:kim@example.org";'
    )
    assert read(mentor, sends).sentence == "Ada Obi sends kim@example.org."
    assert mentor.replies.lines("ada") == ["ada: sends kim@example.org"]


@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-2"])
def test_a_mail_is_read_however_it_is_wrapped(mentor: Desk, coding: str, charset: str) -> None:
    ics = answer("google", uid(mentor), "DECLINED", more="COMMENT:zkouška")
    found = read(mentor, forwarded(mail(ics, coding=coding, charset=charset)))
    assert (found.sentence, found.comment) == ("Ada Obi declined.", "zkouška")
    other = mail(ics, sender="Kim <kim@example.org>")
    assert "The mail is from kim@example.org, the answer of ada@example.org." in (
        read(mentor, other).remarks
    )


def test_what_cannot_be_read_is_said_and_never_guessed(mentor: Desk) -> None:
    good = answer("thunderbird", uid(mentor), day=AT_SIX)
    unknown = good.replace(b"Europe/Berlin", b"Moon/Base")
    [lost] = mentor.replies.read(unknown, "answer.ics")
    assert "Left out: RECURRENCE-ID, because the zone “Moon/Base” is not known." in lost.remarks
    assert mentor.replies.lines("ada") == ["ada: no answer yet"]
    assert read(mentor, unknown, zone="Europe/Berlin").day == TENTH
    broken = answer("outlook", uid(mentor)).replace(b"SEQUENCE:0", b"SEQUENCE:many")
    assert any("SEQUENCE" in one for one in read(mentor, broken).remarks)
    for data, why in (
        (b"", "is no calendar"),
        (b"\0\xff" * 999, "is no calendar"),
        (good[:-40], "is cut off"),
        (b"x" * 10_000_001, "is larger than 10 MB"),
        (b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx", "Outlook's own format"),
    ):
        with pytest.raises(Refusal, match=why):
            read(mentor, data)
    invitation = calendar("UID:1\nSUMMARY:Sync\nORGANIZER:MAILTO:kim@x.org", method="REQUEST")
    assert read(mentor, invitation).sentence == (
        "answer.ics is an invitation “Sync” of kim@x.org with 1 event; it changes nothing."
    )


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_time_proposed_for_a_date_waits_and_is_accepted(
    mentor: Desk, program: str, tmp_path: Path
) -> None:
    ics = counter(program, uid(mentor), "20261211T190000", day=AT_SIX, more="COMMENT:train")
    before = everything(mentor)
    found = read(mentor, ics)
    assert found.sentence == (
        "Ada Obi proposes another time for Thu 10 Dec 2026, 18:00 Berlin (18:00 Lagos):"
        " Fri 11 Dec 2026, 19:00 Berlin (19:00 Lagos), 60 minutes."
    )
    assert "Known already" in read(mentor, ics).sentence
    assert everything(mentor) == before
    [one] = mentor.replies.open("ada")
    assert (one.day, one.comment) == (TENTH, "train")
    update, _full = mentor.replies.accept(one.id[:8], tmp_path)
    assert mentor.slots.occurrence("ada", TENTH)[1].start == datetime(2026, 12, 11, 18, tzinfo=UTC)
    assert b"METHOD:REQUEST" in update.read_bytes()
    assert mentor.replies.open() == []
    with pytest.raises(Refusal, match="is accepted already"):
        mentor.replies.accept(one.id, tmp_path)


def test_a_time_proposed_for_all_changes_the_slot(mentor: Desk, tmp_path: Path) -> None:
    found = read(mentor, counter("google", uid(mentor), "20261209T170000"))
    assert "the whole slot, every Thursday at 18:00: Wed 9 Dec 2026, 17:00 Berlin" in found.sentence
    mentor.replies.accept(found.counter_id, tmp_path)
    new = mentor.slots.of("ada")
    assert (new.rule.weekdays, new.wall_time.hour, new.starts_on) == ((2,), 17, date(2026, 12, 9))


@pytest.mark.parametrize(
    "original",
    [
        ":20261210T170000Z", ":20261210T180000", ":20261210", ";VALUE=DATE:20261210",
        ";TZID=W. Europe Standard Time:20261210T180000", ";TZID=Europe/Berlin:20261210T180000",
        ';TZID="Eastern Standard Time":20261210T120000',
        ";TZID=Eastern Standard Time:20261210T120000",
    ],
)  # fmt: skip
def test_outlook_says_in_its_own_way_which_date_it_means(mentor: Desk, original: str) -> None:
    said = f"X-MS-OLK-ORIGINALSTART{original}"
    found = read(mentor, counter("outlook", uid(mentor), "20261211T190000", more=said))
    assert (found.day, found.remarks) == (TENTH, ())


@pytest.mark.parametrize("original", [":soon", ":", ";TZID=Moon/Base:20261210T180000"])
def test_a_date_that_cannot_be_read_is_never_the_whole_slot(mentor: Desk, original: str) -> None:
    said = f"X-MS-OLK-ORIGINALSTART{original}"
    found = read(mentor, counter("outlook", uid(mentor), "20261211T190000", more=said))
    assert (found.counts, found.counter_id, mentor.replies.open()) == (False, "", [])
    assert found.sentence.endswith("it changes nothing.")
    assert "Left out: a proposal for one date" in found.remarks[0]


@pytest.mark.parametrize("eml", [False, True])
def test_a_time_is_refused_by_a_message_and_stays(mentor: Desk, tmp_path: Path, eml: bool) -> None:
    found = read(mentor, counter("outlook", uid(mentor), "20261211T190000", day=AT_SIX))
    path = mentor.replies.refuse(found.counter_id, tmp_path, comment="teaching; sorry", eml=eml)
    data = path.read_bytes()
    if eml:
        assert b'text/calendar; charset="utf-8"; method="DECLINECOUNTER"' in data
        return
    lines = logical_lines(data)
    assert "METHOD:DECLINECOUNTER" in lines
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    assert sorted(event) == [
        r"COMMENT:teaching\; sorry", "DTSTAMP:20261127T164800Z",
        "ORGANIZER;CN=\"Bo Lund\":mailto:bo@example.org",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261210T180000", f"UID:{uid(mentor)}",
    ]  # fmt: skip
    assert mentor.slots.occurrence("ada", TENTH)[1].state == "planned"
    assert mentor.replies.open() == []


def test_a_newer_proposal_and_a_new_time_replace_the_one_that_waits(
    mentor: Desk, tmp_path: Path
) -> None:
    read(mentor, counter("google", uid(mentor), "20261211T190000", day=AT_SIX))
    later = {"day": AT_SIX, "stamp": "20261127T100000Z"}
    read(mentor, counter("google", uid(mentor), "20261211T200000", **later))
    [one] = mentor.replies.open()
    assert one.start.hour == 19
    mentor.slots.skip("ada", TENTH)
    assert "a date that does not take place" in mentor.replies.sentence(mentor.replies.open()[0])
    mentor.invites.write("ada", tmp_path / "skip.ics")
    assert mentor.replies.open() == []


def test_answers_to_two_runs_of_a_slot_stand_side_by_side(
    mentor: Desk, clock: Clock, tmp_path: Path
) -> None:
    clock.advance(hours=1)
    mentor.slots.change("ada", date(2027, 1, 7), rule=Rule("WEEKLY", 2, (3,)))
    mentor.invites.write("ada", tmp_path / "two.ics")
    one, two = (mentor.store.value("SELECT uid FROM series ORDER BY starts_on LIMIT 1 OFFSET ?", n)
                for n in "01")  # fmt: skip
    stamp: dict[str, Any] = {"stamp": "20261128T080000Z", "sequence": 5}
    assert read(mentor, answer("apple", one, **stamp)).sentence == (
        "Ada Obi accepted (until 31 Dec)."
    )
    assert read(mentor, answer("apple", two, "DECLINED", **stamp)).sentence == (
        "Ada Obi declined (7 Jan to 18 Feb)."
    )
    assert mentor.replies.lines("ada") == [
        "ada, until 31 Dec: accepted", "ada, 7 Jan to 18 Feb: declined",
    ]  # fmt: skip
    read(mentor, answer("apple", one, "DECLINED", day=AT_SIX, **stamp))
    mentor.slots.move("ada", TENTH, wall(TENTH + timedelta(days=1), 19))
    assert mentor.replies.lines("ada")[0] == "ada, until 31 Dec: accepted; 11 Dec declined"


PIECES = [b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n", b";TZID=", b":", b"\xff", b"\r\n ", b'"', b"0"]


@settings(max_examples=40)
@given(st.data())
def test_a_file_gone_wrong_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    program = data.draw(st.sampled_from(sorted(PROGRAMS)))
    made = counter(program, "1@x", "20261211T190000", day=AT_SIX)
    broken = bytearray(mail(made) if data.draw(st.booleans()) else made)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken)))
        cut = data.draw(st.integers(0, 20))
        broken[at : at + cut] = data.draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    try:
        for letter in letters(bytes(broken), "a file"):
            assert all(one.uid and one.address for one in letter.said)
    except Refusal as refusal:
        assert refusal.sentence.startswith("a file ")


def test_a_file_without_an_end_and_a_pipe_without_a_writer_keep_nobody_waiting(
    tmp_path: Path,
) -> None:
    with pytest.raises(Refusal, match="larger than 10 MB"):
        load(Path("/dev/zero"))
    os.mkfifo(tmp_path / "pipe")
    assert load(tmp_path / "pipe") == b""


def test_a_mail_of_countless_calendars_is_read_to_a_bound(mentor: Desk) -> None:
    parts = [
        "\n".join(["--b", "Content-Type: text/calendar", "", event.decode()])
        for event in (calendar(f"UID:{n}\nSUMMARY:{n}") for n in range(30))
    ]
    head = "From: ada@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
    found = mentor.replies.read((head + "\n".join(parts) + "\n--b--\n").encode(), "many.eml")
    assert len(found) == 20
    assert "Left out: what comes after the first 20 calendars." in found[-1].remarks


def test_an_answer_of_countless_pieces_is_refused_at_once(mentor: Desk) -> None:
    guests = "ATTENDEE:mailto:kim@example.org\n" * 20_001
    with pytest.raises(Refusal, match=r"many\.ics has more than 20,000 lines and values"):
        mentor.replies.read(calendar(f"UID:1\n{guests}", method="REPLY"), "many.ics")
    made = answer("google", uid(mentor)).decode().replace("\r\n", "\n")
    many = made.partition("BEGIN:VEVENT")[2].partition("END:V")[0]
    found = mentor.replies.read(calendar(*[many] * 201, method="REPLY"), "many.ics")
    assert len(found) == 200
    assert "Left out: what comes after the first 200 answers." in found[0].remarks
