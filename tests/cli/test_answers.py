"""At the prompt: answers are read from files, times proposed, and busy calendars kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.ical.elsewhere import answer, calendar, counter, mail

from mentordesk.domain.text import cells

FIRST, EIGHTH = "20261201T180000", "20261208T180000"
STAMP, EARLIER, AT = "20261125T080000Z", "20261125T070000Z", "2026-11-25T08:00:00Z"
Reading = Callable[..., str]


@pytest.fixture
def bo(ada: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A mentor who invited Ada, in a folder with what came back."""
    (ada.home / "settings.toml").write_text('name = "Bo"\nemail = "bo@example.org"\n', "utf-8")
    (tmp_path / "mail").mkdir()
    monkeypatch.chdir(tmp_path / "mail")
    uid = json.loads(ada.out("ics invite ada --json"))["messages"][0]["uid"]
    ada("ics invite ada")
    no = answer("outlook", uid, "DECLINED", day=FIRST, stamp=STAMP, more="COMMENT:an exam")
    Path("yes.ics").write_bytes(answer("google", uid, stamp=STAMP))
    Path("no.eml").write_bytes(mail(no))
    Path("later.ics").write_bytes(counter("apple", uid, "20261209T190000", day=EIGHTH, stamp=STAMP))
    weekly = "DTSTART;TZID={}:20261124T173000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nSUMMARY:Secret"
    events = [f"UID:{n}\n{weekly.format(zone)}" for n, zone in enumerate(("Europe/Berlin", "Moon"))]
    Path("work.ics").write_bytes(calendar(*events))
    return ada


def test_answers_are_read_several_at_once_and_shown(bo: Shell) -> None:
    tried = bo.out("ics read yes.ics --dry-run")
    assert tried == "Ada Obi accepted.\nNothing was stored.\n"
    assert bo.out("ics answers") == "ada: no answer yet\n"
    result = bo("ics read yes.ics no.eml missing.ics later.ics", code=1)
    assert result.stdout.startswith(
        "Ada Obi accepted.\nAda Obi declined for Tue 1 Dec.\n  “an exam”\n"
        "Ada Obi proposes another time for Tue 8 Dec 2026, 18:00 Berlin (18:00 Lagos):"
        " Wed 9 Dec 2026, 19:00 Berlin (19:00 Lagos), 60 minutes.\n  Take it: mentordesk ics accept"
    )
    assert result.stderr.startswith("missing.ics cannot be read (No such file")
    shown = bo.out("ics answers ada")
    assert shown.startswith("ada: accepted; 1 Dec declined (“an exam”)\n")
    assert "proposes another time for Tue 8 Dec" in shown
    assert bo.out("ics read yes.ics") == "Ada Obi accepted: known already.\n"
    found = json.loads(bo.out("ics read - --json", stdin=Path("yes.ics").read_text("utf-8")))
    assert (found[0]["file"], found[0]["kind"], found[0]["answer"]) == (
        "stdin",
        "known",
        "ACCEPTED",
    )
    bo("undo")
    assert "accepted" in bo.out("ics answers")


@pytest.fixture
def maya(bo: Shell) -> Reading:
    """Maya has booked an office hour and is invited; reads an answer to it, as of somebody."""
    bo("hours set wed 17:00 --slots 2")
    bo("hours book 'wed 25 nov 17:00' Maya")
    bo("hours invite 'wed 25 nov 17:00' --email maya@example.org -o maya.ics")
    lines = Path("maya.ics").read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    uid = next(one for one in lines if one.startswith("UID:"))[4:]

    def read(said: str, whose: str = "maya@", options: str = "", stamp: str = STAMP) -> str:
        data = answer("nextcloud", uid, said, stamp=stamp)
        Path("answer.ics").write_bytes(data.replace(b"ada@", whose.encode()))
        return bo.out(f"ics read answer.ics {options}")

    return read


def test_an_answer_to_an_office_hour_is_kept_and_shown(bo: Shell, maya: Reading) -> None:
    assert "Maya  no answer yet" in bo.out("hours list")
    said = "Maya accepted for the office hour on Wed 25 Nov 17:00"
    assert maya("ACCEPTED", options="--dry-run") == f"{said}.\nNothing was stored.\n"
    assert maya("ACCEPTED") == f"{said}.\n"
    assert maya("ACCEPTED") == f"{said}: known already.\n"
    assert "Maya  accepted" in bo.out("hours list")
    assert "Maya, office hour on Wed 25 Nov 17:00: accepted" in bo.out("ics answers")
    (shown, *_) = json.loads(bo.out("hours list --json"))
    assert (shown["answer"], shown["answered_at"]) == ("ACCEPTED", AT)
    assert json.loads(bo.out("ics answers --json"))["office_hours"] == [shown]
    bo("undo")
    assert "Maya  no answer yet" in bo.out("hours list")


def test_an_answer_to_an_office_hour_that_does_not_count_says_why(bo: Shell, maya: Reading) -> None:
    said = maya("DECLINED", whose="maya.lin@")
    assert "<maya.lin@example.org> was not invited, and declined; it changes nothing" in said
    assert "another address of Maya, read it again with --as 'Maya'" in said
    assert "no answer yet" in bo.out("hours list")
    assert maya("DECLINED", whose="maya.lin@", options="--as maya").startswith("Maya declined")
    assert maya("ACCEPTED", whose="maya.lin@", stamp=EARLIER).endswith(
        "A later answer is known, so it changes nothing.\n"
    )
    bo("hours free 'wed 25 nov 17:00'")
    bo("hours invite 'wed 25 nov 17:00'")
    late = maya("ACCEPTED")
    assert late.endswith("It is to an earlier message, and changes nothing.\n")
    assert json.loads(bo.out("hours list --json"))[0]["answer"] is None


def test_another_time_for_an_office_hour_is_said_and_does_not_wait(
    bo: Shell, maya: Reading
) -> None:
    maya("ACCEPTED")
    theirs = Path("answer.ics").read_bytes().replace(b"METHOD:REPLY", b"METHOD:COUNTER")
    start = b"DTSTART:20261125T164500Z\r\nX-WAS;TZID"
    Path("other.ics").write_bytes(theirs.replace(b"DTSTART;TZID", start))
    said = bo.out("ics read other.ics")
    assert "another time for the office hour on Wed 25 Nov 17:00: Wed 25 Nov 17:45." in said
    assert "A slot of yours is free then. It does not wait: make that slot free" in said
    assert json.loads(bo.out("ics answers --json"))["proposals"] == []


def test_a_proposed_time_is_taken_or_refused_with_a_file(bo: Shell) -> None:
    bo("ics read later.ics")
    waiting = json.loads(bo.out("ics answers --json"))["proposals"][0]["id"]
    refused = bo.out(f"ics refuse {waiting[:6]} --comment sorry --eml")
    assert refused.startswith("Refused → Ada Obi <ada@example.org>\n  Ada Obi proposes another")
    sent = "The time stays as it was. Send the file to ada@example.org.\n"
    assert refused.endswith(f"Wrote ada-02-decline.eml\n{sent}")
    assert bo.refused(f"ics accept {waiting[:6]}") == (
        "That proposal of Ada Obi is refused already. Read the newest one."
    )
    bo("undo")
    bo("mentee add 'Kim Ito' --handle kim")
    bo("slot set kim --weekly wed 19:30 --from '9 dec'")
    taken = bo.refused("ics accept ada")
    assert taken.startswith("Wed 9 Dec 19:00 is taken: Kim Ito, 19:30–")
    assert taken.endswith("Choose another time, or take it all the same with --force.")
    assert bo.out("ics accept ada --force -o all.ics").endswith(
        "Wrote all.ics\nWrote all-full.ics\n"
    )
    for _ in range(3):
        bo("undo")
    assert bo.out("ics refuse ada -o sorry.eml --eml").startswith("Refused → Ada Obi")
    bo("undo")
    both = bo.out("ics read later.ics --refuse -o no.ics")
    assert both.startswith("Ada Obi proposes another time for Tue 8 Dec 2026, 18:00 Berlin (18:00")
    assert both.endswith(f"Refused → Ada Obi <ada@example.org>\nWrote no.ics\n{sent}")
    bo("undo")
    assert bo.out("ics read later.ics --accept").endswith(
        "Moved: Tue 8 Dec – Mentoring: Ada Obi & Bo → Ada Obi <ada@example.org>\n"
        "  Moved from Tue 8 Dec 2026, 18:00 Berlin (18:00 Lagos)"
        " to Wed 9 Dec 2026, 19:00 Berlin (19:00 Lagos).\n"
        "Wrote ada-03-move.ics\nWrote ada-full.ics\n"
    )
    assert "Wed 9 Dec   19:00  19:00 Lagos  moved" in bo.out("slot preview ada --weeks 4")
    assert bo("ics read x --accept --refuse", code=2).stderr.endswith(
        "Give either --accept or --refuse. See: mentordesk ics read --help\n"
    )


def test_a_busy_calendar_warns_and_keeps_no_words(bo: Shell) -> None:
    named = bo.out("ics read work.ics")
    assert named.endswith("! To count its times as busy: mentordesk ics read work.ics --busy\n")
    left_out = (
        "Left out: 1 event in the zone “Moon”, which is not known;"
        " say which it is as Zone (--zone)."
    )
    assert bo.out("ics read work.ics --busy --name WORK") == (
        f"WORK: 2 events, 5 times in the next four weeks.\n! {left_out}\n"
    )
    assert b"Secret" not in (bo.home / "desk.db").read_bytes()
    assert bo.out("ics busy list").endswith(f"\n! WORK: {left_out}\n")
    assert json.loads(bo.out("ics busy list --json"))[0]["remarks"] == [left_out]
    assert "busy 17:30–18:30 (WORK)" in bo.out("slot preview ada --weeks 2").splitlines()[1]
    assert bo.out("slot preview ada --weeks 2").endswith(
        "! 10 later dates fall into busy times, the first on Tue 8 Dec\n✉ ada: no answer yet\n"
    )
    again = bo.out("ics read work.ics --busy --name WORK --zone Asia/Tokyo --titles")
    assert again == (
        "WORK: 2 events, 9 times in the next four weeks, in the place of what was read before.\n"
    )
    assert "busy 17:30–18:30 (WORK: Secret)" in bo.out("slot preview ada")
    wide = Path("work.ics").read_text("utf-8").replace("Secret", "会議" * 20)
    bo(f"ics read - --busy --name {'W' * 39} --titles", stdin=wide)
    lines = [one for one in bo.out("calendar --weeks 1").splitlines() if "WWWW" in one]
    assert lines and all(cells(one) <= 80 and "会議会議会議会議会議…" in one for one in lines)
    assert f"busy 17:30–18:30 ({'W' * 9}…: 会議会議会…)" in bo.out("slot preview ada")
    bo(f"ics busy forget {'W' * 39}")
    assert bo.out("ics busy list").startswith("  WORK  9 times in the next four weeks  work.ics")
    assert bo.out("ics busy forget WORK") == "WORK is forgotten.\n"
    assert bo.refused("ics busy forget WORK") == "There is no calendar “WORK”. None was read yet."
    assert "busy" not in bo.out("slot preview ada")


def test_times_are_proposed_beside_everything(bo: Shell) -> None:
    assert bo.out("propose ada --from 'tue 1 dec' --days 1 --hours 17-20 --count 9") == (
        "Could we meet at one of these times? (60 minutes)\n\n"
        "- Tue 1 Dec 2026, 17:00 Lagos (17:00 Berlin)\n"
    )
    bo("ics read work.ics --busy")
    assert bo.refused("propose ada --from 'tue 1 dec' --days 1 --hours 17-20") == (
        "No 60 minutes are free with Ada Obi on that day."
        " Look at more days, or at more of your own hours."
    )
    bo("agreement policy ada --hours 19-21 --days tue,sat")
    bo("slot gap ada '5 dec' '6 dec'")
    settings = bo.home / "settings.toml"
    settings.write_text('[propose]\nhours = "18-22"\ndays = "every day"\n', "utf-8")
    found = json.loads(bo.out("propose ada --days 14 --minutes 60 --count 20 --json"))
    days = sorted({one["local"][:10] for one in found})
    assert days == ["2026-11-28", "2026-12-01", "2026-12-08"]  # and not the 5th, a Saturday, too
    assert all("19:00" <= one["theirs"][11:16] <= "20:30" for one in found)
    bo("mentee add Kim --handle kim")
    said = bo("propose kim --days 5")
    assert said.stderr.startswith("! Kim's zone is not known, so only your own hours count.")
    assert bo.refused("propose ada --count 0") == "0 times are no proposal. Give 1 to 20."
    assert "are no hours" in bo.refused("propose ada --hours soon")
