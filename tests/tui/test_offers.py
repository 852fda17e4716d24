"""Stories about hours that people book, and workshops that are prepared in time."""

from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from tests.builders import BERLIN, THURSDAY
from tests.conftest import Clock
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def host(mentor: Robot) -> Robot:
    """Tuesdays at five, twice, one of them booked; and a workshop in three days."""
    hours, workshops = mentor.desk.hours, mentor.desk.workshops
    hours.set(1, time(17), slots=2, playbook="pyladies", link="https://meet.example")
    hours.book(datetime(2026, 12, 1, 17, 30, tzinfo=BERLIN), "Maya", "fixtures in pytest")
    workshops.add(
        "Pandas for beginners", THURSDAY + timedelta(days=2), wall_time=time(10), early=15,
        playbook="pyladies", role="coach", link="https://material.example",
    )  # fmt: skip
    return mentor


def declined(mail: bytes) -> bytes:
    """The answer to an invitation in a mail that says no."""
    parts = message_from_bytes(mail).walk()
    part = next(one for one in parts if one.get_content_type() == "text/calendar")
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    lines = data.replace(b"\r\n ", b"").replace(b"NEEDS-ACTION", b"DECLINED").splitlines()
    return (
        b"\r\n".join(lines)
        .replace(b"METHOD:REQUEST", b"METHOD:REPLY")
        .replace(b"END:VEVENT", b"COMMENT:exam\r\nEND:VEVENT")
    )


async def at_the_hours(robot: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await robot.open(size, start="calendar")
    await robot.press("h")
    await robot.see("Hours and workshops")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_offered(host: Robot, size: tuple[int, int]) -> None:
    await at_the_hours(host, size)
    await host.see("7 of 8 slots free · 1 workshop", "0 min of 2 h prepared", "fixtures in pytest")
    await host.golden("offers")


async def test_today_speaks_of_the_workshop_and_leads_to_it(host: Robot, clock: Clock) -> None:
    await host.open()
    await host.see("workshop Pandas for beginners, in 2 days: prepare, 0 min of 2 h")
    row = "workshop Pandas"
    await host.click(row)
    await host.press("enter")
    await host.see("Hours and workshops")
    await host.press("x")
    await host.see("Prepared for Pandas for beginners")
    await host.type("2h")
    await host.press("enter")
    await host.see("2 h of 2 h prepared")
    await host.press("escape")
    await host.see_no("workshop Pandas")
    clock.advance(days=3)
    host.app.beat()
    await host.see("yesterday: note what there is to")
    await host.click(row)
    await host.press("x", "x")
    await host.see("After Pandas for beginners")
    await host.type("the installation takes half an hour")
    await host.press("enter")
    await host.see("no workshops")


async def test_a_slot_is_booked_told_of_answered_and_freed(
    host: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.desk.mentor, host.desk.email = "Bo Lund", "bo@example.org"
    host.desk.people.edit("ada", email="ada@example.org")
    await at_the_hours(host)
    await host.press("down", "x")
    await host.see("Who comes at 17:00")
    await host.type("ada")
    await host.see("Ada Obi: it counts as their time once it was held.")
    await host.press("enter")
    await host.see("17:00–17:30  Ada Obi", "not invited")
    await host.press("x")
    await host.see("That slot is taken; d makes it free again.")
    await host.press("e")
    await host.see("✉ Invitation: Office hour", "→ Ada Obi <ada@example.org>", "ada-obi-01-hour")
    await host.press("right")
    await host.see("Maya has no mail address. Give theirs as Address", "ada-obi-01-hour-invite.eml")
    await host.press("left", "enter")
    await host.see("Wrote 1 file to send", "no answer yet")
    mail = next(host.desk.invites.outbox().glob("ada-obi-01-hour-invite.eml")).read_bytes()
    (tmp_path / "answer.ics").write_bytes(declined(mail))
    await host.press("r")
    await host.type(str(tmp_path / "answer.ics"))
    await host.see("Ada Obi declined for the office hour on Tue 1 Dec 17:00.")
    await host.press("enter")
    await host.see("declined · “exam”")
    await host.press("d")
    await host.see("Ada Obi was invited: e writes what takes it", "· ! 1 to be told")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(host.desk.invites, "outbox", lambda: Path("/tmp/outbox-of-a-test"))
        await host.press("e")
        await host.see("✉ Cancelled: Office hour", "Does not take place: Tue 1 Dec 2026, 17:00")
        await host.golden("tell-hours")
    await host.press("escape", "e", "enter")
    await host.see("7 of 8 slots free · 1 workshop")
    await host.see_no("to be told")


async def test_hours_and_a_workshop_are_noted_with_a_few_keys(mentor: Robot) -> None:
    await at_the_hours(mentor)
    await mentor.see("No hours are offered, and no workshop is coming.")
    await mentor.press("a")
    await mentor.type("tue and thrusday 17:00")
    await mentor.see("“thrusday” is no weekday. Try")
    await mentor.press("ctrl+u")
    await mentor.type("wed and fri 17:00-19:00")
    await mentor.press("tab", "tab")
    await mentor.type("35")
    await mentor.see("every Wednesday and Friday 17:00–18:45: 3 slots of 35 min")
    await mentor.see("Fri 27 Nov 17:00 17:35 18:10", "! 15 minutes at the end stay free.")
    await mentor.golden("offer-hours")
    await mentor.press("enter")
    await mentor.see("24 of 24 slots free")
    await mentor.press("home", "z")
    await mentor.see("‹ every Friday 17:00, 3 slots of 35 min ›")
    await mentor.press("shift+tab", "right")
    await mentor.see("‹ all 2 that are offered ›", "Thu 26 Nov 2026 (today) · no slots until then")
    await mentor.press("left", "tab")
    await mentor.type("4 dec")
    await mentor.see("Fri 4 Dec 2026 (in 8 days) · 6 slots until then")
    await mentor.press("enter")
    await mentor.see("18 of 18 slots free")
    await mentor.press("w")
    await mentor.type("Pandas")
    await mentor.press("tab")
    await mentor.type("sat 5 dec 10:00")
    await mentor.see("Sat 5 Dec 2026 (in 9 days) 10:00, nothing to prepare")
    await mentor.press("enter")
    await mentor.see("Sat 5 Dec 10:00  Pandas")
    await mentor.press("home", "d")
    await mentor.see("no workshops")
    await mentor.press("u")
    await mentor.see("Taken back: drop Pandas", "1 workshop")


async def test_what_is_over_is_noted_and_what_is_free_is_handed_out(
    host: Robot, clock: Clock, tmp_path: Path
) -> None:
    host.desk.hours.book(datetime(2026, 12, 1, 17, tzinfo=BERLIN), "ada")
    host.desk.hours.end(host.desk.hours.on(1), date(2026, 12, 15))
    clock.advance(days=6)
    await at_the_hours(host)
    await host.see("── were they there?", "Tue 1 Dec 17:30  Maya", "4 of 4 slots free")
    await host.press("down", "x")
    await host.see("That slot is over: y notes that they were there")
    await host.press("n")
    await host.see("Noted: a no-show. u takes it back.")
    await host.see_no("Maya")
    await host.press("y")
    await host.see("Held, with Ada Obi", "30 min of office hours count as time for Ada Obi.")
    await host.press("enter")
    await host.see_no("were they there?")
    assert [one.booking and one.booking.state for one in host.desk.hours.past()] == [
        "no-show", "held",
    ]  # fmt: skip
    assert [one.kind for one in host.desk.times.list("ada")] == ["office-hour"]
    await host.press("t")
    await host.see("Copied: 4 free slots, to be pasted.")
    await host.press("i")
    await host.see("4 of 4 slots in the next 4 weeks are free")
    await host.press("ctrl+u")
    await host.type(str(tmp_path / "free.ics"))
    await host.press("tab", "right", "enter")
    await host.see("Written:")
    assert b"BEGIN:VAVAILABILITY" in (tmp_path / "free-availability.ics").read_bytes()
    assert (tmp_path / "free.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


async def test_nothing_under_the_cursor_is_said(mentor: Robot) -> None:
    await at_the_hours(mentor)
    for key in ("x", "d"):
        await mentor.press(key)
        await mentor.see("That needs a slot or a workshop under the cursor.")
