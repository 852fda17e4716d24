"""A group from the shell, from its first name to its certificate."""

import json

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def crew(shell: Shell) -> Shell:
    """Chi and Dan on an outline, Tuesdays at six."""
    shell(
        "group add Git crew --playbook carpentries --member 'Chi Ng' --member 'Dan Oz'"
        " --track lesson-maintenance --tool git --outcome 'ten new questions'"
    )
    shell("slot set git-crew --weekly tue 18:00")
    return shell


def test_a_group_begins_with_a_name_and_says_what_comes_next(shell: Shell) -> None:
    said = shell.out("group add Git crew --playbook carpentries")
    assert "Begun: Git crew (git-crew/carpentries), under Carpentries mentoring group." in said
    assert "Next: mentordesk group join git-crew NAME" in said


def test_without_a_playbook_the_one_that_has_groups_is_taken(shell: Shell) -> None:
    assert "(git-crew/carpentries)" in shell.out("group add Git crew")


def test_members_come_and_go(crew: Shell) -> None:
    crew("mentee add Ada Obi --playbook wealljs")
    assert "Ada Obi (ada) is in Git crew." in crew.out("group join git-crew ada")
    for name in ("Eve Ito", "Fay Li"):
        assert "!" not in crew.out(f"group join git-crew {name}")
    assert "! Git crew has 6 members; Carpentries" in crew.out("group join git-crew Gus Ek")
    crew("group speaker git-crew gus")
    said = crew.out("group leave git-crew gus")
    assert "Gus Ek has left Git crew; everything is kept." in said
    assert "Nobody speaks for the group now: mentordesk group speaker git-crew WHO" in said
    assert "left Tue 24 Nov" in crew.out("group show git-crew")


def test_a_call_is_started_by_any_name_of_the_group_and_its_roll_called(crew: Shell) -> None:
    said = crew.out("session start chi")
    assert "Step 1 of 8: Introductions" in said
    assert "Who is here? mentordesk session roll git-crew --all" in said
    assert "Not said yet: chi, dan." in crew.out("session roll")
    assert "Dan Oz  no-show" in crew.out("session roll dan n")
    assert "not late yet: 18:00 was agreed" in crew.refused("session late chi")
    crew.at("2026-11-24 18:03 Europe/Berlin")
    assert "Chi Ng came late; noted." in crew.out("session late chi")
    assert "Say who of Git crew came late" in crew.refused("session late")
    crew("session close")
    assert "Follow up with Dan Oz about the missed call" in crew.out("promises")
    assert crew.out("session roll git-crew").startswith("Git crew, call 1, Tue 24 Nov")
    table = crew.out("group attendance git-crew")
    assert "24.11." in table
    assert "Chi Ng  L       1 of 1" in table
    assert "Dan Oz  N       0 of 1" in table
    assert "A mentee's certificate asks for 2 meetings." in table


def test_a_members_card_says_how_often_they_came(crew: Shell) -> None:
    assert "came" not in crew.out("mentee show chi")
    crew("session start git-crew")
    crew("session roll chi attended dan excused")
    crew("session close")
    assert "came       to 1 of 1 meeting of Git crew" in crew.out("mentee show chi")
    assert "came       to 0 of 1 meeting of Git crew" in crew.out("mentee show dan")
    assert "came" not in crew.out("mentee show git-crew")


def test_no_show_of_one_does_not_end_the_call_and_of_all_does(crew: Shell) -> None:
    crew("session start git-crew")
    assert "Dan Oz did not come; noted." in crew.out("session no-show dan")
    assert json.loads(crew.out("status --json"))["state"] == "running"
    assert "Git crew did not come; the call of Tue 24 Nov 18:00 is closed." in crew.out(
        "session no-show"
    )
    assert "Chi Ng  N       " in crew.out("group attendance git-crew")


def test_closing_says_of_whom_nothing_was_said(crew: Shell) -> None:
    crew("session start git-crew")
    crew("session roll chi a")
    said = crew.out("session close")
    assert "Not said who came: dan. Say it with: mentordesk session roll git-crew --all" in said
    crew("session roll git-crew --all")
    assert crew.out("undo") == "Taken back: roll-call of Git crew\n"
    assert "Dan Oz  ?" in crew.out("group attendance dan")


def test_who_told_beforehand_is_away_next_time(crew: Shell) -> None:
    assert "nobody has called it off" in crew.out("session roll git-crew --next")
    said = crew.out("session roll git-crew dan excused --next")
    assert said == "Git crew, next time: without Dan Oz (excused).\n"
    assert json.loads(crew.out("group show git-crew --json"))["away"] == ["dan"]
    assert json.loads(crew.out("session roll git-crew --next --json"))[0]["status"] == "excused"
    assert "without Dan Oz" in crew.out("group show git-crew")
    crew("session start git-crew")
    assert "Dan Oz  excused" in crew.out("session roll")


def test_the_outline_goes_step_by_step_or_as_said(crew: Shell) -> None:
    assert "Step 1 of 8: " in crew.out("brief git-crew")
    assert crew.out("group step git-crew 4").startswith("Next: step 4 of 8, ")
    assert "The outline has steps 1 to 8; 9 is none" in crew.refused("group step git-crew 9")
    crew("milestone outline git-crew")
    assert "follows no outline. Choose one with" in crew.refused("group step git-crew 1")


def test_a_members_promise_and_a_members_note_are_theirs(crew: Shell) -> None:
    crew("do git-crew 'read the issues' --owner chi")
    crew("note chi 'is it me who is slow?' --kind question")
    promise = json.loads(crew.out("promises --owner chi --json"))[0]
    assert (promise["owner"], promise["who"]) == ("mentee", "chi")
    crew("session start git-crew")
    recap = crew.out("session recap git-crew")
    assert "slow" not in recap
    assert "slow" in crew.out("brief git-crew")
    assert "slow" not in crew.out("session agenda git-crew")


def test_lists_name_the_group_once(crew: Shell) -> None:
    assert crew.out("mentee list").count("\n") == 1
    assert "2 people" in crew.out("mentee list")
    assert crew.out("next").count("Git crew") == 1
    assert "step 1 of 8  2 members" in crew.out("group list")
    assert "git-crew/carpentries" in crew.out("today --json")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("group show ada", "Ada Obi is not in a group. Begin one with"),
        ("group leave git-crew ada", "“ada” is nobody in Git crew. In it: chi, dan."),
        ("group edit git-crew --tool perl", "Choose from Git, Shell, Python, R, SQL."),
        ("group edit git-crew --mode post", "Use online or in-person."),
        ("group speaker git-crew eve", "Take somebody in with: mentordesk group join git-crew"),
        ("session roll", "No call is running. Say of which group"),
        ("session roll git-crew", "There was no meeting with Git crew yet."),
        ("session roll git-crew dan late --next", "Say excused or cancelled."),
        ("mentee edit git-crew --name X", "Change it with: mentordesk group edit git-crew"),
    ],
)
def test_what_cannot_be_says_what_can(crew: Shell, line: str, sentence: str) -> None:
    crew("mentee add Ada Obi --playbook wealljs")
    assert sentence in crew.refused(line)


def test_an_empty_desk_says_how_to_begin(shell: Shell) -> None:
    assert "Begin one with: mentordesk group add NAME" in shell.out("group list")
