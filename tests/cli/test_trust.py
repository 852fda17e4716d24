"""Agreements, permissions and incidents at the prompt; and what is said, never refused."""

import json

import pytest
from tests.cli.shell import Shell


def test_both_sides_are_shown_under_each_question(ada: Shell) -> None:
    ada("agreement set ada goal a first job in data")
    ada("agreement set ada measure --side mentor 'she reviews my code'")
    shown = ada.out("agreement show ada")
    assert "goal: What is this relationship for?" in shown
    assert "a first job in data" in shown
    assert "she reviews my code" in shown
    assert "project: Which project, if there is one?  –" in shown
    assert "to be settled: Which subjects do we leave alone?" in shown
    assert "nothing is agreed on." in shown
    assert "Nothing may be passed on yet." in shown
    assert "https://wealljs.org/code-of-conduct" in shown


def test_the_history_shows_what_became_of_the_words(ada: Shell) -> None:
    ada("agreement set ada goal a first job --on '3 nov'")
    ada("agreement set ada goal a first job in data")
    assert "said Tue 3 Nov" not in ada.out("agreement show ada")
    shown = ada.out("agreement show ada --history")
    assert "a first job {+in data+}" in shown
    assert "said Tue 3 Nov" in shown
    said = json.loads(ada.out("agreement show ada --history --json"))["topics"][0]["said"]
    assert [(one["text"], one["stands"]) for one in said] == [
        ("a first job in data", True), ("a first job", False),
    ]  # fmt: skip
    said = json.loads(ada.out("agreement show ada --json"))["topics"][0]["said"]
    assert [one["text"] for one in said] == ["a first job in data"]


def test_the_reply_names_the_question_that_was_answered(ada: Shell) -> None:
    known = ada.out("agreement set ada goal a first job")
    assert "Answered: What is this relationship for?" in known
    own = ada.out("agreement set ada zzz x")
    assert "! A new question of your own: zzz. Take it back with: mentordesk undo" in own
    near = ada.out("agreement set ada measrue x")
    assert "! A new question of your own: measrue. Did you mean measure?" in near
    again = ada.out("agreement set ada zzz y")
    assert "Answered: zzz" in again


def test_a_rule_is_withdrawn_and_not_deleted(ada: Shell) -> None:
    ada("agreement rule ada 'we begin on time'")
    rules = json.loads(ada.out("agreement show ada --json"))["topics"]
    (made,) = [one["said"][0] for one in rules if one["said"]]
    assert made["side"] == "both"
    assert ada.out(f"agreement withdraw {made['id'][:6]}") == "Withdrawn: we begin on time\n"
    assert "we begin on time" not in ada.out("agreement show ada")
    shown = ada.out("agreement show ada --history")
    assert "said Tue 24 Nov, withdrawn Tue 24 Nov" in shown


def test_a_policy_is_echoed_on_both_clocks(ada: Shell) -> None:
    ada("mentee edit ada --tz Asia/Kolkata")
    shown = ada.out("agreement policy ada --channel slack,mail --days mon-fri --hours 9-18")
    assert "slack, then mail" in shown
    assert "weekdays 9–18 in Kolkata, 4:30–13:30 on your clock" in shown
    ada("agreement policy ada --most 3/week --off-limits 'her employer, health'")
    shown = ada.out("agreement policy ada")
    assert "at most 3 a week" in shown
    assert "her employer, health" in shown
    assert "slack, then mail" in shown
    assert "Boundaries: contact: slack, mail, weekdays 9–18 · not about" in ada.out("brief ada")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--days someday", "“someday” is no weekday."),
        ("--hours 9", "“9” are no hours."),
        ("--most often", "“often” is no number a week."),
    ],
)
def test_what_is_no_policy_is_refused(ada: Shell, option: str, sentence: str) -> None:
    assert sentence in ada.refused(f"agreement policy ada {option}")
    assert "nothing is agreed on." in ada.out("agreement policy ada")


def test_a_log_outside_the_policy_is_stored_and_said(ada: Shell) -> None:
    ada("agreement policy ada --channel slack --hours 9-17 --off-limits employer")
    out = ada.out("log ada mail 10m her employer again")
    assert out.startswith("Logged mail with Ada Obi, 10 min, Tue 24 Nov 2026 17:55 (today)\n")
    assert "! You agreed on slack, not on a mail." in out
    assert "! That is Tue 17:55 on their clock; you agreed on 9–17." in out
    assert "! “employer” is off limits, and it is in there." in out
    assert ada.out("log ada chat 10m the lab --at 'today 12:00'").count("\n") == 1
    kinds = [one["kind"] for one in json.loads(ada.out("mentee show ada --json"))["timeline"]]
    assert {"mail", "chat"} <= set(kinds)


def test_a_text_for_others_is_stored_and_the_missing_permission_said(ada: Shell) -> None:
    out = ada.out("note ada 'looks for a job' --for coordinator")
    assert out.startswith("Noted (note), for coordinator.\n")
    assert "! Ada Obi has given no permission for the coordinator to read of it." in out
    assert "! Nothing of it leaves without a clear yes to this very thing." in out
    ada("permission add ada 'that she looks for a job' --to coordinator --by mail --said 'sure'")
    assert "given no permission" not in ada.out("note ada 'looks for a job' --for coordinator")
    assert "for everybody" in ada.out("note ada 'looks for a job' --for public")
    assert "!" not in ada.out("note ada 'looks for a job' --for mentee")


def test_words_for_the_mentee_are_looked_through_and_others_are_not(ada: Shell) -> None:
    ada("agreement policy ada --off-limits employer")
    assert "! “employer”" in ada.out("note ada 'what of her employer' --kind question")
    assert "!" not in ada.out("note ada 'what of her employer'")
    ada("session start ada")
    ada("session note ada '> we spoke of her employer'")
    told = ada("session recap ada")
    assert told.stderr == "! “employer” is off limits, and it is in there.\n"
    assert "off limits" not in told.stdout
    assert ada("session recap ada --private").stderr == ""


def test_a_permission_is_listed_with_when_it_was_taken_back(ada: Shell) -> None:
    empty = ada.out("permission list ada")
    assert "Nothing may be passed on yet." in empty
    assert "The programme: Nothing of it leaves" in empty
    ada("permission add ada her talk idea --to Grace --by mail --on 'last fri'")
    (made,) = json.loads(ada.out("permission list ada --json"))
    assert (made["to"], made["by"], made["given_on"]) == ("Grace", "mail", "2026-11-20")
    assert ada.out(f"permission withdraw {made['id'][:6]}") == "Withdrawn: her talk idea\n"
    shown = ada.out("permission list ada")
    assert "to Grace by mail" in shown
    assert "given Fri 20 Nov, withdrawn Tue 24 Nov" in shown


def test_an_incident_is_read_by_its_own_command_only(ada: Shell) -> None:
    assert "Nothing was noted." in ada.out("incident ada")
    assert ada.out("incident ada she was shouted at").startswith("Noted, for you alone.")
    assert "she was shouted at" in ada.out("incident ada")
    for line in ("mentee show ada", "mentee show ada --json", "brief ada", "search shouted"):
        assert "shouted at" not in ada.out(line), line
    assert "kept from view" in ada.out("mentee show ada")
    for reader in ("mentee", "coordinator", "public"):
        said = ada.refused(f"note ada 'she was shouted at' --kind incident --for {reader}")
        assert said == "An incident is for you alone and never leaves. Leave --for out."


def test_the_programme_says_where_an_incident_is_reported(shell: Shell) -> None:
    shell("mentee add Kim --playbook carpentries")
    assert "wants it reported: https://docs.carpentries.org/" in shell.out(
        "incident kim rude words"
    )


def test_the_reminder_is_turned_off_in_the_settings(ada: Shell) -> None:
    assert "Keep in mind: Your voice carries more weight" in ada.out("brief ada")
    ada("settings init")
    file = ada.home / "settings.toml"
    text = file.read_text("utf-8")
    assert "reminders = true" in text
    file.write_text(text.replace("reminders = true", "reminders = false"), "utf-8")
    assert "Keep in mind" not in ada.out("brief ada")


@pytest.mark.parametrize(
    "line",
    [
        "lab add ada lab 7", "progress add ada week 3", "opportunity add ada a grant",
        "plan add ada --goal 'speak in public'", "gap add ada skill 'a calm voice'",
        "feedback add ada 'clear and kind'", "agreement rule ada 'on time'",
        "study week ada kept", "review task ada 'yes'",
    ],
)  # fmt: skip
def test_whatever_is_for_others_is_stored_and_said(ada: Shell, line: str) -> None:
    ada("do ada 'read chapter 4' --owner mentee --task")
    missing = "! Ada Obi has given no permission for the coordinator to read of it."
    assert missing in ada.out(f"{line} --for coordinator")
    ada.out("undo")
    assert missing not in ada.out(f"{line} --for mentee")


def test_one_permission_is_no_yes_to_every_subject(ada: Shell) -> None:
    ada("permission add ada 'that she looks for a job' --to coordinator")
    out = ada.out("note ada 'she is pregnant' --for coordinator")
    assert "! Allowed for the coordinator: that she looks for a job. Is this covered?" in out
    assert "Is this covered?" not in ada.out("note ada 'she is pregnant' --for mentee")
    assert "Is this covered?" not in ada.out("note ada 'she is pregnant' --for me")


def test_a_plan_for_the_coordinator_leaves_alone_and_the_sentence_beside_it(ada: Shell) -> None:
    ada("plan add ada --goal 'speak in public' --for mentee,coordinator")
    told = ada("plan show ada --format md --for coordinator")
    assert "has given no permission for the coordinator" in told.stderr
    assert "permission" not in told.stdout
    assert ada("plan show ada --format md").stderr == ""
