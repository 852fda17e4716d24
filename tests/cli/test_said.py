"""What a command did is what it says: closing, misses, hints that hold."""

from pathlib import Path

from tests.cli.shell import Shell


def test_closing_says_what_comes_again(ada: Shell) -> None:
    ada("session start ada")
    ada("session agenda --tick 1 --drop 2")
    said = ada.out("session close")
    assert "items not ticked, so on the next agenda: " in said
    left = said.partition("on the next agenda: ")[2].partition("\n")[0].split(" · ")
    agenda = ada.out("session agenda ada")
    assert f"{len(left)} items not ticked" in said
    assert all(title in agenda for title in left)
    ada.at("2026-12-01 18:00 Europe/Berlin")
    ada("session start ada")
    for n in range(1, 12):
        ada.run(["session", "agenda", "--tick", str(n)], code=None)
    assert "next agenda" not in ada.out("session close")


def test_a_miss_says_who_which_call_and_what_is_counted(shell: Shell) -> None:
    shell("mentee add Noor Ali --playbook codingnomads")
    shell("session start noor")
    said = shell.out("session no-show")
    assert said.startswith("Noor Ali did not come; the call of Tue 24 Nov 17:55 is closed.")
    assert "A follow-up and 25 min of time are noted." in said


def test_the_list_of_times_has_the_words_of_a_log(ada: Shell) -> None:
    ada("log ada chat 10 a traceback in lab 3")
    assert "a traceback in lab 3" in ada.out("time list")
    ada("time edit " + ada.out("time list").split()[0] + " --note 'lab 4, rather'")
    listed = ada.out("time list")
    assert "lab 4, rather" in listed and "traceback" not in listed


def test_time_beyond_the_budget_is_told_of(ada: Shell) -> None:
    assert "!" not in ada.out("time add ada other 50 --at 15:00")
    assert "! This week: 1 h 20 min of 1 h, 20 min over." in ada.out("time add ada other 30")
    assert "!" not in ada.out("time add ada other 30 --at '20 nov 9:00'")
    said = ada.out("time add ada other 40 --at '20 nov 12:00'")
    assert "! The week from Mon 16 Nov: 1 h 10 min of 1 h" in said


def test_a_word_that_is_nobody_and_no_question_is_answered_with_the_questions(ada: Shell) -> None:
    ada("session start ada")
    said = ada.refused("session answer homework read chapter 4")
    assert "“homework” is nobody, and no closing question of WeAllJS: " in said
    assert "ada" in ada.refused("session answer adda focus x")


def test_somebody_in_other_letters_is_offered_a_handle(shell: Shell) -> None:
    said = shell.out("mentee add '佐藤 遥'")
    assert "it is mentee. Give another with: mentordesk mentee edit mentee --handle WORD" in said
    assert "--handle" not in shell.out("mentee add 'Ada Obi'")


def test_a_stage_is_named_by_its_number_too(shell: Shell) -> None:
    shell("intake add Gil Roth --playbook astropy")
    assert "(stage 4 of 5)" in shell.out("intake advance gil --to 4")
    assert "There is no stage “9”" in shell.refused("intake advance gil --to 9")


def test_nobody_has_to_be_told_where_the_programme_names_nobody(shell: Shell) -> None:
    shell("mentee add Ben Lund")
    shell("mentee exit ben --by mentee")
    assert "names nobody who has to be told" in shell.refused("mentee told ben")


def test_a_copy_has_a_name_of_its_own_and_a_file_by_another_name_is_told(
    shell: Shell, tmp_path: Path
) -> None:
    shell("playbook copy pyladies --as 'Our Circle'")
    shell("playbook copy our-circle --as 'Théo “T” ’s'")
    listed = shell.out("playbook list")
    assert "our-circle" in listed and "Our Circle" in listed and "yours" in listed
    assert "mentee: " not in shell.out("mentee add Pia --playbook theo-t-s")
    assert "is there already" in shell.refused("playbook copy pyladies --as 'our circle'")
    assert "is there already" in shell.refused("playbook copy pyladies --as astropy")
    assert "no letters" in shell.refused("playbook copy pyladies --as '佐藤'")
    elsewhere = tmp_path / "mine.toml"
    (made,) = shell.home.rglob("our-circle.toml")
    elsewhere.write_bytes(made.read_bytes())
    assert "!" not in shell.out(f"playbook check {made}")
    assert "takes it only as our-circle.toml" in shell.out(f"playbook check {elsewhere}")


def test_the_next_step_is_one_that_can_be_taken(ada: Shell) -> None:
    said = ada.out("mentee add Ben Lund")
    hint = said.partition("Next: mentordesk ")[2].partition("\n")[0]
    assert hint == "slot set ben --weekly wed 18:00"
    ada(hint)
    assert "--weekly thu 18:00" in ada.out("mentee add Chi Oka")


def test_who_has_a_slot_is_not_told_to_set_one(shell: Shell) -> None:
    shell("intake add Gil Roth --playbook astropy")
    shell("slot set gil --weekly tue 18:00 --count 1")
    said = shell.out("intake advance gil --to 5")
    assert "It begins today." in said and "slot set" not in said


def test_what_is_settled_early_stands_on_its_own_day(shell: Shell) -> None:
    shell("mentee add Kim Vale --playbook codingnomads")
    listed = shell.out("milestone list kim")
    key = next(line for line in listed.splitlines() if line.startswith("○")).split("  ")[2]
    shell(f"milestone done kim {key} early")
    line = next(one for one in shell.out("milestone list kim").splitlines() if "early" in one)
    assert line.startswith("✓") and "Tue 24 Nov" in line


def test_a_card_after_the_end_has_no_slot_and_no_markdown(shell: Shell) -> None:
    shell("mentee add Kim Vale --playbook astropy")
    shell("slot set kim --weekly tue 18:00")
    assert "every Tuesday, 18:00" in shell.out("mentee show kim")
    shell("mentee decide kim graduate --choice graduate")
    card = shell.out("mentee show kim")
    assert "every Tuesday" not in card and "#" not in card


def test_who_left_a_group_is_not_active_in_it(shell: Shell) -> None:
    shell("group add Git crew --playbook carpentries")
    shell("group join git-crew Chi Oka")
    shell("group join git-crew Dan Oz")
    shell("group leave git-crew chi")
    assert "left Git crew" in shell.out("mentee show chi")
    assert "active since" in shell.out("mentee show dan")


def test_a_call_that_was_not_started_is_written_down(ada: Shell) -> None:
    ada.at("2026-11-25 09:00 Europe/Berlin")
    said = ada.out("session log ada --at 'yesterday 18:00' --minutes 50")
    assert said.startswith("Held: call 1 with Ada Obi, Tue 24 Nov 18:00, 50 min.")
    ada("session recap ada --set 'We read lab 3.'")
    assert "We read lab 3." in ada.out("session recap ada")
    assert "is held already" in ada.refused("session log ada --at 'yesterday 18:30'")
    assert "This week" in ada.out("log ada chat 20 a traceback")
