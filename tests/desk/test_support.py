"""Stories about asking for help without giving anybody away."""

import pytest
from tests.builders import THURSDAY, ada

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def test_a_programme_names_whom_to_turn_to(desk: Desk) -> None:
    ada(desk)
    (found,) = desk.support.all("ada")
    assert [(one.key, one.role) for one in found.contacts] == [
        ("mentors", "peers"), ("admins", "admin"),
    ]  # fmt: skip
    assert found.conduct == "https://wealljs.org/code-of-conduct"
    assert found.confidential


def test_without_a_name_every_programme_in_use_is_listed(desk: Desk) -> None:
    assert desk.support.all() == []
    ada(desk)
    assert [one.playbook for one in desk.support.all()] == ["wealljs"]
    assert [one.playbook for one in desk.support.all(playbook="astropy")] == ["astropy"]


def test_what_is_sent_has_no_name_and_what_is_kept_has_the_mentors_words(desk: Desk) -> None:
    ada(desk, email="ada@example.org")
    asked = "Ada’s boss (not ada@example.org) wants ADA OBI to stop. Obi is sad."
    sent = desk.support.ask("ada", "mentors", asked)
    assert "My mentee’s boss (not my mentee) wants my mentee to stop. My mentee is sad." in sent
    for word in ("ada", "obi", "@example"):
        assert word not in sent.casefold()
    (kept,) = desk.support.of("ada").asked
    assert (kept.contact, kept.text, kept.day) == ("mentors", asked, THURSDAY)
    stored = desk.store.value("SELECT readers FROM help_request")
    assert stored == ""


def test_everybody_of_a_group_is_left_out(desk: Desk) -> None:
    first = desk.people.add("Chi Tanaka", playbook="carpentries")
    other = desk.people.add("Dee Ray", email="dee@example.org")
    with desk.writing("join"):
        desk.people.enter(first.mentorship.id, other.mentee.id, THURSDAY)
    sent = desk.support.draft("chi", "coordinator", "Dee and Chi disagree; dee@example.org wrote.")
    assert "My mentee and my mentee disagree; my mentee wrote." in sent


def test_of_one_member_neither_the_others_nor_the_group_are_named(desk: Desk) -> None:
    desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng", "Dan Oz"])
    for who in ("chi", "git-crew"):
        sent = desk.support.draft(who, "coordinator", "Git crew and @git-crew: Dan and Chi Ng.")
        assert "My mentee and @my mentee: my mentee and my mentee." in sent


def test_a_draft_is_not_kept(desk: Desk) -> None:
    ada(desk)
    desk.support.draft("ada", "mentors", "What now?")
    assert not desk.support.of("ada").asked


def test_a_contact_is_named_by_key_or_role(desk: Desk) -> None:
    ada(desk)
    assert desk.support.draft("ada", "admin", "What now?").startswith("To: The admins\n")
    with pytest.raises(
        Refusal, match=r"WeAllJS names no contact “boss”. There is: mentors, admins"
    ):
        desk.support.ask("ada", "boss", "What now?")
    with pytest.raises(Refusal, match="There is no question"):
        desk.support.ask("ada", "admins", "  ")


def test_a_link_is_found_by_the_beginning_of_its_name(desk: Desk) -> None:
    ada(desk)
    assert desk.support.link("conduct", "ada") == "https://wealljs.org/code-of-conduct"
    assert desk.support.link("what sp", "ada").startswith("https://hbr.org/")
    assert desk.support.link("coordinator", playbook="astropy").startswith("mailto:")
    with pytest.raises(Refusal, match=r"is no link here. There are: conduct, Code of conduct"):
        desk.support.link("mentors", "ada")
