"""Stories at a prompt of how it goes on and how it ends."""

import json

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def kim(shell: Shell) -> Shell:
    """Kim, for three months on the way to a role."""
    shell.at("2026-08-24 09:00 Europe/Berlin")
    shell("mentee add Kim Vale --playbook astropy")
    shell("goal add kim review pull requests --horizon role --measure 'ten reviews'")
    shell("session start kim")
    shell("session close")
    shell.at("2026-11-24 17:55 Europe/Berlin")
    return shell


def test_a_decision_shows_the_facts_first(kim: Shell) -> None:
    said = kim.out("mentee decide kim")
    assert said.startswith("Graduate or continue? Kim Vale, due Tue 24 Nov\nSince Mon 24 Aug\n")
    assert "1 held, 0 missed" in said
    assert "open: review pull requests (ten reviews)" in said
    assert "graduate  Ready: graduate to the role" in said
    assert "mentordesk mentee decide kim graduate --choice graduate|continue" in said
    assert "Graduate or continue?" not in kim.out("mentee show kim")


def test_graduating_leads_to_the_nomination(kim: Shell) -> None:
    said = kim.out("mentee decide kim --choice graduate --text 'ten of ten'")
    assert "Decided for Kim Vale: Ready: graduate to the role." in said
    assert "(kim/astropy) is graduated." in said
    assert "mentordesk mentee nominate kim" in said
    assert "Nominated Kim Vale: maintainer" in kim.out("mentee nominate kim maintainer --to board")
    assert kim.out("mentee nominate kim --became accepted") == "Accepted: maintainer\n"
    card = kim.out("mentee show kim")
    for text in ("graduated since Tue 24 Nov", "began", "ten of ten", "accepted  maintainer"):
        assert text in card
    assert "graduated" in kim.out("mentee list")
    assert "decision" in kim.out("search 'ten of ten'")


def test_to_continue_near_the_end_says_how_to_go_on(shell: Shell) -> None:
    shell("mentee add Ada Obi --playbook pyladies --from '1 sep'")
    shell("mentee term ada --until 2026-11-25")
    said = shell.out("mentee decide ada --choice continue")
    assert "week 13 of 13, ends tomorrow" in said
    assert "mentordesk mentee term ada --longer 13" in said
    assert "until Wed 24 Feb 2027" in shell.out("mentee term ada --longer 13")
    assert "no end is planned" in shell.out("mentee term ada --open")


def test_a_term_beyond_the_slot_says_so(ada: Shell) -> None:
    assert ada.out("mentee term ada").count("\n") == 1
    said = ada.out("mentee term ada --longer 4")
    assert "The standing slot ends on Tue 9 Feb 2027. Fix another with:" in said
    assert "week 1 of 15" in ada.out("brief ada")


def test_an_early_end_is_told_to_the_coordinator(kim: Shell) -> None:
    said = kim.out("mentee exit kim --by mentee --reason time --text 'a new job'")
    assert "(kim/astropy) is exited." in said
    assert "The playbook asks then: what-happened, who." in said
    assert "Tell the coordinator, then: mentordesk mentee told kim" in said
    assert "tell the coordinator: it ended early with Kim Vale" in kim.out("today")
    assert kim.out("mentee told kim") == "Told, about Kim Vale.\n"
    assert "tell the coordinator" not in kim.out("today")
    assert "no time" in kim.out("mentee close-out kim --answer 'what-happened=no time'")
    card = kim.out("mentee show kim")
    for text in ("by the mentee  told on Tue 24 Nov", "a new job", "no time"):
        assert text in card


@pytest.mark.parametrize("verb", ["graduate", "complete", "exit --by mentor --told"])
def test_an_end_with_its_answers_is_one_step_to_undo(kim: Shell, verb: str) -> None:
    kim(f"mentee {verb} kim --answer who=both --answer what-happened=done")
    assert "asks then" not in kim.out("mentee show kim")
    assert json.loads(kim.out("mentee close-out kim --json"))[1]["answer"] == "both"
    assert "Kim Vale" in kim.out("undo")
    card = json.loads(kim.out("mentee show kim --json"))
    assert (card["status"], card["parting"]) == ("active", None)
    assert [one["answer"] for one in card["close_out"]] == ["", ""]


def test_an_answer_nobody_asked_for_ends_nothing(kim: Shell) -> None:
    assert "does not ask “why”" in kim.refused("mentee complete kim --answer why=so")
    assert "is no answer. Write it as KEY=TEXT." in kim.refused("mentee complete kim --answer why")
    assert json.loads(kim.out("mentee show kim --json"))["status"] == "active"


def test_the_playbooks_word_on_staying_in_touch_is_said_at_the_end(kim: Shell) -> None:
    assert "A friendly word now and then" not in kim.out("mentee exit kim --by mentee")
    kim("undo")
    assert "A friendly word now and then" in kim.out("mentee graduate kim")


def test_the_archive_hides_from_the_lists(kim: Shell) -> None:
    kim("mentee archive kim")
    assert "Everybody is in the archive" in kim.out("mentee list")
    assert "archived" in kim.out("mentee list --all")
    assert "Kim Vale" in kim.out("brief kim")
    kim("mentee restore kim")
    assert "Kim Vale" in kim.out("mentee list")


def test_erasing_needs_a_second_word(kim: Shell) -> None:
    result = kim("mentee erase kim", code=1)
    assert "would be removed for good" in result.stdout
    assert "add --yes" in result.stderr
    assert "Kim Vale" in kim.out("mentee list")
    said = kim.out("mentee erase kim --yes")
    assert "are removed for good" in said
    assert "There is no mentee yet" in kim.out("mentee list")


def test_today_speaks_even_when_everybody_has_left(kim: Shell) -> None:
    kim("mentee exit kim --by programme")
    assert "There is no mentee yet" not in kim.out("today")
