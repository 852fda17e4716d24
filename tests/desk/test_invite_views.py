"""What an invitation would do is seen without doing it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests import builders

from mentordesk.desk import Desk
from mentordesk.desk.reply_matching import day_of
from mentordesk.domain.errors import Refusal

TENTH, SEVENTEENTH = date(2026, 12, 10), date(2026, 12, 17)


@pytest.fixture
def mentor(desk: Desk) -> Desk:
    """A mentor with an address, and Ada with one and a slot of ten weeks."""
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    builders.ada(desk, email="ada@example.org")
    builders.slot(desk, count=10)
    return desk


def made(folder: Path) -> Path:
    """A folder of a test."""
    folder.mkdir(parents=True)
    return folder


def send(desk: Desk, folder: Path) -> list[Path]:
    """Write what is due, each time into another folder."""
    where = folder / str(len(list(folder.iterdir())))
    return desk.invites.write("ada", made(where))


def test_how_much_they_do_not_know_is_counted_by_what_changed(mentor: Desk, tmp_path: Path) -> None:
    folder = made(tmp_path / "sent")
    assert mentor.invites.standing("ada") == (False, 0, "")
    send(mentor, folder)
    assert mentor.invites.standing("ada") == (True, 0, "")
    mentor.slots.move("ada", TENTH, builders.wall(TENTH + timedelta(days=1), 19))
    mentor.slots.skip("ada", SEVENTEENTH)
    assert mentor.invites.standing("ada") == (True, 2, "")
    mentor.invites.cancel("ada", folder)
    assert mentor.invites.standing("ada").told is False
    send(mentor, folder)
    mentor.people.edit("ada", email="")
    told, untold, why = mentor.invites.standing("ada")
    assert (told, untold) == (True, 0)
    assert "no mail address" in why


def test_an_end_is_not_known_to_them_until_they_are_told(mentor: Desk, tmp_path: Path) -> None:
    """No date is left on the desk, and every one of them in their calendar."""
    folder = made(tmp_path / "sent")
    send(mentor, folder)
    mentor.course.graduate("ada")
    assert mentor.invites.standing("ada") == (True, 1, "")
    send(mentor, folder)
    assert mentor.invites.standing("ada") == (False, 0, "")


def test_what_was_told_can_be_lost_also_that_it_is_called_off(mentor: Desk, tmp_path: Path) -> None:
    folder = made(tmp_path / "sent")
    assert not mentor.invites.can_be_lost("ada")
    send(mentor, folder)
    assert mentor.invites.can_be_lost("ada")
    mentor.slots.stop("ada")
    send(mentor, folder)
    assert mentor.invites.can_be_lost("ada")
    builders.ben(mentor, email="ben@example.org")
    assert not mentor.invites.can_be_lost("ben")
    mentor.people.edit("ada", email="")
    assert not mentor.invites.can_be_lost("ada")


def test_nobody_is_told_of_a_slot_that_is_not_there(mentor: Desk) -> None:
    builders.ben(mentor, email="ben@example.org")
    assert mentor.invites.standing("ben") == (False, 0, "")
    assert "no standing slot" in mentor.invites.hindered("ben")


def test_calling_off_a_date_is_looked_at_and_nothing_has_happened(
    mentor: Desk, tmp_path: Path
) -> None:
    folder = made(tmp_path / "sent")
    send(mentor, folder)
    heard: list[object] = []
    mentor.on_change.append(heard.append)
    (message,) = mentor.invites.withdrawal("ada", TENTH).messages
    assert message.kind == "skip"
    assert message.sentences == (
        "Does not take place: Thu 10 Dec 2026, 18:00 Berlin (18:00 Lagos).",
    )
    assert mentor.slots.occurrence("ada", TENTH)[1].happens
    assert not heard
    assert mentor.last_undo().startswith("invite Ada Obi; do not send ada-01-invite.ics")
    (message,) = mentor.invites.withdrawal("ada").messages
    assert (message.kind, message.method) == ("cancel", "CANCEL")
    assert mentor.invites.standing("ada").untold == 0


@pytest.mark.parametrize("eml", [True, False])
def test_the_files_are_named_beforehand_as_they_are_written(
    mentor: Desk, tmp_path: Path, eml: bool
) -> None:
    folder = made(tmp_path / "a" / "b")
    send(mentor, made(tmp_path / "sent"))
    mentor.slots.move("ada", TENTH, builders.wall(TENTH + timedelta(days=1), 19))
    mentor.slots.skip("ada", SEVENTEENTH)
    messages = mentor.invites.preview("ada").messages
    expected = mentor.invites.paths("ada", messages, folder, eml=eml)
    assert mentor.invites.write("ada", folder, eml=eml) == expected
    assert sorted(folder.iterdir()) == sorted(expected)
    builders.slot(mentor, starts_on=date(2027, 1, 7), minutes=45, count=2)
    mentor.slots.end("ada", date(2026, 12, 3))
    messages = mentor.invites.preview("ada").messages[:1]
    (path,) = mentor.invites.paths("ada", messages, folder, eml=eml)
    assert path.name == f"ada-03-{messages[0].kind}{'.eml' if eml else '.ics'}"


def test_the_outbox_lies_beside_the_desk_and_is_made_when_it_is_needed(
    mentor: Desk, tmp_path: Path
) -> None:
    outbox = mentor.invites.outbox()
    assert outbox.parent == Path(mentor.store.path).parent
    assert not outbox.exists()
    assert mentor.invites.open_folder(outbox).is_dir()
    outbox.rmdir()
    outbox.write_text("x")
    with pytest.raises(Refusal, match="cannot be made"):
        mentor.invites.open_folder(outbox / "below")
    with pytest.raises(Refusal, match=r"There is no folder .*nowhere. Make it first, or choose"):
        mentor.invites.open_folder(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("uid", "rid", "day"),
    [
        ("99999999-0000-4000-8000-000000000000@mentordesk", "", None),
        ("99999999-0000-4000-8000-000000000000@mentordesk", "20261210T170000Z", TENTH),
        ("20261210-99999999-0000-4000-8000-000000000000@mentordesk", "", TENTH),
        ("2f0e1d3c-0000-4000-8000-000000000000@mentordesk", "", None),
    ],
)
def test_a_slot_whose_name_begins_with_digits_is_taken_for_no_date(
    uid: str, rid: str, day: date | None
) -> None:
    assert day_of(uid, rid) == day


def test_that_both_sides_have_no_address_is_said_at_once(desk: Desk) -> None:
    builders.ada_at_six(desk)
    desk.email = ""
    said = desk.invites.hindered("ada")
    assert said.startswith("You have no mail address yet: set email in the settings")
    assert "And Ada Obi has no mail address. Give one: mentordesk mentee edit ada" in said
