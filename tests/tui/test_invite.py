"""Stories about telling the other side: invited, changed, called off, and all of it in one go."""

from datetime import date
from pathlib import Path

import pytest
from tests.builders import wall
from tests.driver import Robot
from tests.tui.test_schedule import at_the_schedule

from mentordesk.domain.errors import Refusal
from mentordesk.tui.presentation.invite import invite_rows
from mentordesk.tui.presentation.look import Look


@pytest.fixture
def mentor(mentor: Robot) -> Robot:
    """A practice whose mentor has an address, too."""
    mentor.desk.mentor, mentor.desk.email = "Bo Lund", "bo@example.org"
    return mentor


def outbox(mentor: Robot) -> list[str]:
    """The names of the files that were written, the newest desk's folder."""
    folder = mentor.desk.invites.outbox()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


async def send(mentor: Robot, *seen: str) -> None:
    """Look at what they are told, and write it."""
    await mentor.press("e")
    await mentor.see("Writes ada-")
    said = " ".join(mentor.screen_text().replace("│", " ").split())
    assert [one for one in seen if one not in said] == [], said
    await mentor.press("enter")
    await mentor.see_no("What Ada Obi is told")
    for path in mentor.desk.invites.outbox().iterdir():
        path.unlink()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_they_are_told_is_seen_before_it_is_written(
    mentor: Robot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentor.desk.invites, "outbox", lambda: Path("/tmp/outbox-of-a-test"))
    await at_the_schedule(mentor, 0, size)
    await mentor.see("✉ not invited yet")
    told = Path(mentor.desk.store.path).parent / "told"
    told.mkdir()
    mentor.desk.invites.write("ada", told)
    mentor.desk.slots.skip("ada", date(2026, 12, 10), "conference")
    await mentor.see("✉ 1 change not sent", "no answer yet")
    await mentor.press("e")
    await mentor.see("What Ada Obi is told", "Does not take place: Thu 10 Dec 2026, 18:00 Berlin")
    await mentor.golden("invite")


async def test_a_whole_life_in_their_calendar_by_keys_alone(mentor: Robot) -> None:
    await at_the_schedule(mentor)
    await send(mentor, "Invitation:", "Ada Obi <ada@example.org>", "ada-01-invite.eml")
    await mentor.see("✉ Ada Obi was told of everything", "ada: no answer yet")
    # move one
    await mentor.press("down", "m")
    await mentor.type("4 dec 19:00")
    await mentor.press("enter")
    await mentor.see("moved from Thu 3 Dec", "✉ 1 change not sent")
    await send(mentor, "Moved from Thu 3 Dec 2026, 18:00 Berlin", "to Fri 4 Dec 2026, 19:00")
    # call one off, which skips it
    await mentor.press("down", "e", "right")
    await mentor.see("‹ Thu 10 Dec does not take place ›", "Thu 10 Dec      18:00    skipped")
    await mentor.press("enter")
    await mentor.see("Thu 10 Dec      18:00", "skipped", "was told of everything")
    assert outbox(mentor) == ["ada-01-skip.eml", "ada-full.ics"]
    # move the moved one again
    await mentor.press("up", "m")
    await mentor.type("2 dec 17:00")
    await mentor.press("enter")
    await mentor.see("Wed 2 Dec       17:00")
    await send(mentor, "to Wed 2 Dec 2026, 17:00 Berlin")
    # another time from now on
    await mentor.press("w")
    await mentor.type("thu 19:00")
    await mentor.press("enter")
    await mentor.see("every Thursday 19:00")
    await send(mentor, "Thu 17 Dec 2026, 19:00")
    # every second week from a date on
    await mentor.press("w")
    await mentor.type("every 2 thu 19:00")
    await mentor.press("tab")
    await mentor.type("7 jan")
    await mentor.press("enter")
    await mentor.see("every 2 weeks on Thursday 19:00")
    await send(mentor, "The last date is")
    # it ends
    await mentor.press("z")
    await mentor.type("5 feb")
    await mentor.press("enter")
    await mentor.see("until Thu 4 Feb 2027")
    await send(mentor, "The last date is Thu 4 Feb 2027, 19:00")
    # the mentorship ends before that, and after all does not
    await mentor.press("E")
    await mentor.see("Their calendar does not know it")
    await mentor.press("enter")
    await mentor.see("The run is over", "not sent", "e Invite")
    await mentor.press("u")
    await mentor.see("until Thu 4 Feb 2027", "was told of everything")
    # and is taken back
    await mentor.press("e", "right")
    await mentor.press(*([] if "is taken back" in mentor.screen_text() else ["right"]))
    await mentor.see("The invitation is taken back.", "ada-")
    await mentor.press("enter")
    await mentor.see("to send:")
    assert all(name.endswith("cancel.eml") for name in outbox(mentor))
    await mentor.see("✉ not invited yet")


def test_a_date_past_its_neighbour_is_said_to_be_an_event_of_its_own(
    mentor: Robot, tmp_path: Path
) -> None:
    desk = mentor.desk
    desk.invites.write("ada", tmp_path)
    desk.slots.move("ada", date(2026, 12, 3), wall(date(2026, 12, 12), 19))
    look = Look(desk.now(), desk.tz, desk.zone_of, 100)
    rows = invite_rows(desk.invites.preview("ada"), desk.pages.slot("ada", 6), (), "", look)
    said = ["".join(text for text, _ in row.left) for row in rows]
    carried = [line.rpartition(" · ")[2] for line in said if "→ Ada Obi" in line]
    assert carried == [
        "this date; the whole slot in a file beside it", "this date, an event of its own",
    ]  # fmt: skip


async def test_a_file_that_is_there_is_never_replaced(mentor: Robot) -> None:
    folder = mentor.desk.invites.open_folder(mentor.desk.invites.outbox())
    (folder / "ada-01-invite.ics").write_text("dear diary")
    await at_the_schedule(mentor)
    await mentor.press("e", "left")
    await mentor.see("‹ the invitation is taken back ›")  # nobody told, nothing is lost
    await mentor.press("left", "left", "tab", "tab")
    await mentor.type("/nonexist")
    await mentor.press("enter")
    await mentor.see("There is no folder /nonexist. Make it first, or choose another place.")
    await mentor.press("escape", "escape", "e", "tab", "left")
    await mentor.see("‹ calendar files to attach ›", "ada-02-invite.ics")
    await mentor.press("enter")
    await mentor.see("Wrote 1 file to send")
    assert (folder / "ada-01-invite.ics").read_text() == "dear diary"
    assert "BEGIN:VCALENDAR" in (folder / "ada-02-invite.ics").read_text()


async def test_mails_are_opened_and_what_keeps_them_shut_is_said(
    mentor: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(path: Path) -> None:
        opened.append(path.name)
        raise Refusal("There is no desktop to open it.")

    monkeypatch.setattr("mentordesk.outbox.opening.open_file", opens)
    await at_the_schedule(mentor)
    await mentor.press("e", "tab", "right")
    await mentor.see("‹ mails, opened in your mail program ›")
    await mentor.press("enter")
    await mentor.app.workers.wait_for_complete()
    await mentor.see("There is no desktop to open it.")
    assert opened == outbox(mentor) == ["ada-01-invite.eml"]
    # one key for the calendar attached as well, one that writes and opens
    mentor.desk.slots.skip("ada", date(2026, 12, 10))
    await mentor.press("e", "ctrl+b")
    await mentor.see("‹ mails with invite.ics attached as well ›", "ada-02-skip.eml")
    await mentor.press("ctrl+o")
    await mentor.app.workers.wait_for_complete()
    assert opened[1:] == ["ada-02-skip.eml"]
    mail = mentor.desk.invites.outbox() / "ada-02-skip.eml"
    assert b'filename="invite.ics"' in mail.read_bytes()


async def test_nothing_to_tell_is_said_and_their_calendar_is_a_choice(mentor: Robot) -> None:
    mentor.desk.invites.write("ada", mentor.desk.invites.open_folder(mentor.desk.invites.outbox()))
    await at_the_schedule(mentor)
    await mentor.press("e")
    await mentor.see("Ada Obi knows everything there is to know.", "There is nothing to send.")
    await mentor.see("← is all of it once more")
    await mentor.press("enter")
    await mentor.see(
        "Nothing has changed for Ada Obi since the last message.", "lost? ← is all of it once more"
    )
    await mentor.press("left")
    await mentor.see("‹ all of it once more, if a message was lost ›", "Once more: Mentoring")
    await mentor.see("Writes ada-02-again.eml")
    await mentor.press("enter")
    await mentor.see("Wrote 1 file to send")
    assert outbox(mentor) == ["ada-01-invite.ics", "ada-02-again.eml"]
    assert not mentor.desk.invites.preview("ada").messages
    await mentor.press("i", *["tab"] * 7, "left", "left")
    await mentor.see("‹ Apple ›")
    await mentor.press("right")
    await mentor.see("‹ Nextcloud ›", "Nextcloud is sent the whole slot")
    await mentor.press("enter")
    await mentor.see_no("What you know of")
    assert mentor.desk.people.find("ada").mentee.calendar == "nextcloud"
