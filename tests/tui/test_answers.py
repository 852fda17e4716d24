"""A story of what comes back: an answer, a proposed time, a busy calendar, times to propose."""

from datetime import time
from pathlib import Path

import pytest
from tests.builders import ben
from tests.driver import Robot
from tests.ical.elsewhere import answer, calendar, counter, mail
from tests.tui.test_schedule import at_the_schedule

from mentordesk.domain.rules import Rule


@pytest.mark.parametrize("size", [(80, 24)])
async def test_what_comes_back_is_read_shown_and_answered(
    mentor: Robot, size: tuple[int, int], tmp_path: Path
) -> None:
    desk = mentor.desk
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    desk.invites.write("ada", tmp_path)
    uid, stamp = desk.slots.of("ada").uid, "20261126T170000Z"
    no = answer("google", uid, "DECLINED", day="20261203T180000", stamp=stamp)
    (tmp_path / "no.eml").write_bytes(mail(no))
    later = counter("outlook", uid, "20261211T190000", day="20261210T180000", stamp=stamp)
    (tmp_path / "later.ics").write_bytes(later)
    busy = "UID:1\nDTSTART:20261211T183000Z\nDTEND:20261211T193000Z"
    (tmp_path / "work.ics").write_bytes(calendar(busy))
    await at_the_schedule(mentor, 0, size)
    await mentor.press("a")
    await mentor.see("No time was proposed.")
    await mentor.press("r")
    await mentor.type(str(tmp_path / "no.eml"))
    await mentor.see("Ada Obi declined for Thu 3 Dec.")
    assert desk.replies.lines("ada") == ["ada: no answer yet"]
    await mentor.press("enter")
    await mentor.see("ada: no answer yet; 3 Dec declined")
    desk.busy.keep((tmp_path / "work.ics").read_bytes(), "work.ics")
    await mentor.press("r")
    await mentor.type(str(tmp_path / "later.ics"))
    await mentor.press("enter")
    await mentor.see("↷ Ada Obi proposes another time for Thu 10 Dec")
    ben(desk)
    desk.slots.set("ben", Rule("WEEKLY", 1, (4,)), time(18, 30), minutes=60)
    await mentor.press("a")
    await mentor.see("Fri 11 Dec 2026, 19:00 Berlin", "You are busy 19:30–20:30 (work).")
    await mentor.see("! Fri 11 Dec 19:00 is taken: Ben Lund, 18:30–19:30")
    await mentor.press("right")
    await mentor.see_no("is taken")
    await mentor.press("left", "enter")
    await mentor.see("Enter once", "more takes it all the same.")
    await mentor.press("enter")
    await mentor.see("moved from Thu 10 Dec", "! busy 19:30–20:30 (work)")
    await mentor.see_no("↷")
    await mentor.press("p")
    await mentor.see("Could we meet at one of these times?", "Fri 27 Nov 2026, 09:00 Lagos")
    await mentor.press("enter")
    await mentor.see("Copied, to be pasted.")
    assert mentor.app.clipboard.startswith("Could we meet")
    await mentor.press("4", "a")
    await mentor.see("ada: no answer yet", "3 Dec declined")
    await mentor.press("enter")
    await mentor.see("there is nothing to answer")
    await mentor.press("escape", "b")
    await mentor.see("When you are busy", "work.ics, read on", "1 time in the next four")
    await mentor.press("tab", "right")
    await mentor.see("Enter forgets it with all its times.")
    await mentor.press("enter")
    await mentor.see("work is forgotten.")
    await mentor.press("b")
    await mentor.see("No calendar was read yet. r reads one")
    moon = "UID:2\nDTSTART;TZID=Moon:20261211T183000\nDURATION:PT1H"
    (tmp_path / "work.ics").write_bytes(calendar(busy, moon))
    await mentor.press("r")
    await mentor.type(str(tmp_path / "work.ics"))
    await mentor.see("To count its times as busy")
    await mentor.press("tab", "right")
    await mentor.see(
        "work: 2 events, busy 1 time", "zone “Moon”, which is not known", "Enter keeps"
    )
    await mentor.press("tab")
    await mentor.type("Job")
    await mentor.see("Job: 2 events")
    assert desk.busy.calendars() == []
    await mentor.press("enter")
    await mentor.see("Job: 2 events", "Not all of it")
    await mentor.see_no("which is not known")
    assert [one.name for one in desk.busy.calendars()] == ["Job"]
