"""Stories about a playbook that changed after a mentorship had begun with it."""

from pathlib import Path

import pytest
from tests.builders import ada

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def changed(desk: Desk, **words: str) -> Path:
    """The mentor's own copy of WeAllJS, with some words of it replaced."""
    path = desk.playbooks.copy("wealljs")
    text = path.read_text(encoding="utf-8")
    for was, now in words.items():
        before, after = now.split(" -> ")
        assert before in text, was
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    return path


RESERVE = "reserve = 15 -> reserve = 20"
VERSION = 'version = "1" -> version = "2"'
ASK = "Is there one project in it? -> Is there a project in it?"


def test_nobody_is_offered_what_they_go_by_already(desk: Desk) -> None:
    ada(desk)
    assert desk.playbooks.offers() == []
    desk.playbooks.copy("wealljs")
    assert desk.playbooks.offers() == []
    with pytest.raises(Refusal, match="Ada Obi goes by WeAllJS as it is now: nothing differs"):
        desk.playbooks.adopt("ada")


def test_a_changed_playbook_is_offered_key_by_key_and_changes_nothing_by_itself(
    desk: Desk,
) -> None:
    ada(desk)
    changed(desk, version=VERSION, reserve=RESERVE)
    (offer,) = desk.playbooks.offers()
    assert (offer.address, offer.was, offer.now) == ("ada/wealljs", "1", "2")
    assert offer.changes == [("version", "1", "2"), ("cadence.reserve", "15", "20")]
    assert desk.playbooks.of(desk.people.find("ada").mentorship.id).reserve == 15


def test_adopting_goes_on_by_the_new_one_and_can_be_taken_back(desk: Desk) -> None:
    found = ada(desk)
    changed(desk, reserve=RESERVE)
    desk.playbooks.adopt("ada")
    assert desk.playbooks.of(found.mentorship.id).reserve == 20
    assert desk.playbooks.offers() == []
    desk.undo()
    assert desk.playbooks.of(found.mentorship.id).reserve == 15
    assert len(desk.playbooks.offers("ada")) == 1


def test_a_table_in_a_list_goes_by_its_own_key(desk: Desk) -> None:
    ada(desk)
    changed(desk, agenda=ASK, turn='title = "On the list" -> title = "Listed"')
    (offer,) = desk.playbooks.offers()
    keys = [key for key, _, _ in offer.changes]
    assert keys == ["intake[listed].title", "agendas.first.items[Goals and how to measure].prompts"]


def test_who_has_left_is_offered_nothing(desk: Desk) -> None:
    desk.intake.add("Eve", playbook="wealljs")
    desk.intake.decline("eve")
    changed(desk, reserve=RESERVE)
    assert desk.playbooks.offers() == []


def test_a_broken_file_is_offered_to_nobody(desk: Desk) -> None:
    ada(desk)
    path = changed(desk, reserve=RESERVE)
    path.write_text("slug = [", encoding="utf-8")
    assert desk.playbooks.offers() == []
    with pytest.raises(Refusal, match=r"wealljs\.toml, line 1"):
        desk.playbooks.adopt("ada")


def test_what_was_settled_by_the_old_one_stays_to_be_read(desk: Desk) -> None:
    ada(desk)
    desk.milestones.done("ada", "relationship")
    changed(desk, key='key = "relationship" -> key = "two"')
    desk.playbooks.adopt("ada")
    assert "relationship" in [line.key for line in desk.milestones.of("ada")]
