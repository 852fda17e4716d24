"""Between calls: people, promises, goals and quick notes, as somebody types them."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.shell import Shell


def _short_id(shell: Shell, line: str, words: str) -> str:
    """The id in the first column of the row that has these words."""
    return next(row.split()[0] for row in shell.out(line).splitlines() if words in row)


def test_a_promise_is_made_listed_kept_and_taken_back(ada: Shell) -> None:
    assert ada.out("do ada send the link --due fri") == (
        "me: send the link, by Fri 27 Nov 2026 (in 3 days)\n"
    )
    short = _short_id(ada, "promises", "send the link")
    assert ada.out(f"done {short}") == "Done: send the link\n"
    assert "Nothing is promised." in ada.out("promises")
    assert "✓  me  send the link" in ada.out("promises --all")
    assert ada.out("undo") == "Taken back: done: send the link\n"
    assert "○  me  send the link" in ada.out("promises")


def test_each_side_and_the_network_own_promises(ada: Shell) -> None:
    ada("do ada send the link")
    ada("do ada push lab 7 --owner ada")
    ada("do ada read chapter 4 --owner mentee")
    ada("do ad finish lab 8 --task")
    ada("do ad draft the talk --owner ad")
    ada("do ada a desk at the meetup --owner network:Grace")
    owners = {p["text"]: (p["owner"], p["who"]) for p in json.loads(ada.out("promises --json"))}
    assert owners == {
        "send the link": ("me", "me"),
        "push lab 7": ("mentee", "ada"),
        "read chapter 4": ("mentee", "ada"),
        "finish lab 8": ("mentee", "ada"),
        "draft the talk": ("mentee", "ada"),
        "a desk at the meetup": ("network", "Grace"),
    }
    assert ada.out("promises --owner me").count("\n") == 1
    assert "a desk" in ada.out("promises ada --owner network:Grace")
    assert "Task: finish lab 8" in ada.out("brief ada")


def test_several_promises_are_ticked_off_at_once(ada: Shell) -> None:
    ada("do ada one")
    ada("do ada two")
    ids = [row.split()[0] for row in ada.out("promises").splitlines()]
    assert len(set(ids)) == 2
    assert min(map(len, ids)) >= 4
    ada(f"done {' '.join(ids)}")
    assert "Nothing is promised." in ada.out("promises")


def test_a_note_says_who_may_read_it(ada: Shell) -> None:
    assert ada.out("note ada likes small examples") == "Noted (note), for me.\n"
    assert ada.out("note ada 'closes on Friday' --kind link --for mentee,coordinator").startswith(
        "Noted (link), for mentee + coordinator.\n"
    )
    assert ada.out("note ada 'why a dataclass?' --kind question") == (
        "Noted (question), for mentee.\n"
    )
    ada("note ada -", stdin="two\nlines\n")
    assert "two lines" in ada.out("mentee show ada")


def test_support_is_logged_with_its_minutes_and_its_time(ada: Shell) -> None:
    said = ada.out("log ada chat 10m helped with a regex")
    assert said == "Logged chat with Ada Obi, 10 min, Tue 24 Nov 2026 17:55 (today)\n"
    said = ada.out("log ada mail 1h30 --at 'mon 9:15'")
    assert said == (
        "Logged mail with Ada Obi, 1 h 30 min, Mon 23 Nov 2026 09:15 (yesterday)\n"
        "! This week: 1 h 40 min of 1 h, 40 min over.\n"
    )
    assert "1 h 40 min of 1 h budget" in ada.out("today")


def test_a_goal_is_set_and_met(ada: Shell) -> None:
    assert "by Thu 24 Dec 2026 (in 30 days)" in ada.out("goal add ada write a test --horizon 30")
    ada("goal add ada 'give a talk' --due 'in 6 weeks' --measure 'it was given'")
    short = _short_id(ada, "goal list ada", "write a test")
    assert ada.out(f"goal done {short}") == "Met: write a test\n"
    assert "write a test" not in ada.out("goal list ada")
    assert "met" in ada.out("goal list ada --all")
    assert "measured by it was given  by Tue 5 Jan 2027" in ada.out("goal list ada")


def test_somebody_is_changed_paused_and_taken_up_again(ada: Shell) -> None:
    assert ada.out("mentee edit ada --name 'Ada Obi-Lund' --pronouns she/her --handle ado") == (
        "Changed Ada Obi-Lund (ado/wealljs): name Ada Obi-Lund, pronouns she/her, handle ado.\n"
    )
    ada("mentee edit ado --email ''")
    card = json.loads(ada.out("mentee show ado --json"))
    assert (card["email"], card["pronouns"]) == ("", "she/her")
    assert ada.out("mentee pause ado --reason 'exam weeks'").endswith("is paused.\n")
    assert "No call is planned." in ada.out("next")
    assert ada.out("mentee list --status active") == "Nobody is active.\n"
    assert "paused" in ada.out("mentee list")
    ada("mentee resume ado")
    assert "Ada Obi-Lund" in ada.out("next")


def test_somebody_under_two_programmes_is_named_with_the_programme(ada: Shell) -> None:
    ada("mentee add Ann Lee --playbook codingnomads --from 'in 1 week'", code=1)
    ada("mentee add Ann Lee --playbook codingnomads --from 'last mon'")
    assert ada("brief a", code=1).stderr.startswith("“a” could be ada/wealljs, ann/codingnomads.")
    assert ada.out("brief ann/coding").startswith("Ann Lee (ann/codingnomads)")


def test_a_slot_is_skipped_moved_confirmed_paused_and_ended(ada: Shell) -> None:
    assert "Tue 1 Dec 2026 (in 7 days) is skipped." in ada.out("slot skip ada 'next tue'")
    said = ada.out("slot move ada '8 dec' wed 9 dec 19:30 --minutes 30 --reason 'a wedding'")
    assert "is moved to Wed 9 Dec 2026 19:30 (in 15 days)." in said
    ada("slot confirm ada today")
    said = ada.out("slot gap ada '20 dec' '2 jan' --reason holidays")
    assert said.startswith(
        "No meetings from Sun 20 Dec 2026 (in 26 days) to Sat 2 Jan 2027 (in 39 days)."
        " 2 dates fall out.\n"
    )
    rows = [" ".join(row.split()) for row in said.splitlines()[-3:]]
    assert rows[:2] == [f"Tue {n} Dec 18:00 18:00 Lagos gap holidays" for n in (22, 29)]
    assert ada.out("slot end ada '12 jan'") == "The slot ends on Tue 12 Jan 2027 (in 49 days).\n"
    rows = [" ".join(row.split()) for row in ada.out("slot preview ada").splitlines()[1:]]
    assert rows == [
        "1 Tue 24 Nov 18:00 18:00 Lagos confirmed",
        "Tue 1 Dec 18:00 18:00 Lagos skipped",
        "2 Wed 9 Dec 19:30 19:30 Lagos moved a wedding",
        "3 Tue 15 Dec 18:00 18:00 Lagos",
        "Tue 22 Dec 18:00 18:00 Lagos gap holidays",
        "Tue 29 Dec 18:00 18:00 Lagos gap holidays",
        "4 Tue 5 Jan 2027 18:00 18:00 Lagos",
        "5 Tue 12 Jan 2027 18:00 18:00 Lagos",
    ]


def test_a_slot_by_another_clock_is_spoken_of_by_the_days_in_the_list(shell: Shell) -> None:
    shell("mentee add Zoe Park")
    said = shell.out("slot set zoe --weekly fri 7:30 --tz Asia/Tokyo")
    assert " ".join(said.splitlines()[1].split()) == "1 Thu 26 Nov 23:30 Fri 07:30 Tokyo"
    assert shell.out("slot skip zoe '26 nov'").startswith("Thu 26 Nov 2026 (in 2 days) is skipped.")
    assert "on Thu 26 Nov is skipped already." in shell.refused("slot skip zoe 'thu 26 nov'")
    assert "Thu 3 Dec 2026 (in 9 days) is confirmed." in shell.out("slot confirm zoe '3 dec'")
    assert (
        "Thu 10 Dec 2026 (in 16 days) is moved to Thu 10 Dec 2026 01:00 (in 16 days),"
        " by the slot's clock Thu 10 Dec 09:00 Tokyo.\n"
    ) in shell.out("slot move zoe '10 dec' 'thu 10 dec 9:00'")
    said = shell.refused("slot move zoe '17 dec' 7:30")  # what it is by the slot's clock
    assert said == "It is on Fri 18 Dec 07:30 Tokyo already. Choose another time."
    assert "is moved to Thu 17 Dec 2026 23:00 (in 23 days), by the slot's clock Fri 18 Dec" in (
        shell.out("slot move zoe '17 dec' 'fri 7:00'")
    )


def test_a_gap_of_a_year_is_not_a_gap(ada: Shell) -> None:
    said = ada.refused("slot gap ada '3 jan' '21 dec'")
    assert said.startswith("From Sun 3 Jan 2027 to Tue 21 Dec 2027 is 50 weeks.")
    assert "gap" not in ada.out("slot preview ada")


def test_a_playbook_is_copied_edited_and_checked(shell: Shell) -> None:
    shell("playbook copy wealljs")
    mine = shell.home / "playbooks" / "wealljs.toml"
    assert f"{mine} is there already." in shell.refused("playbook copy wealljs")
    assert "yours" in shell.out("playbook list")
    assert "is a playbook: WeAllJS, every week, 1 h" in shell.out(f"playbook check {mine}")
    text = mine.read_text(encoding="utf-8").replace("minutes = 60", 'minutes = "long"')
    mine.write_text(text.replace("max = 2", "max = -2"), encoding="utf-8")
    problems = shell.refused(f"playbook check {mine}").splitlines()
    assert len(problems) > 1
    assert all(line.startswith(str(mine)) for line in problems)
    assert "minutes" in problems[0]


def test_settings_are_written_once_for_the_mentor_to_edit(newcomer: Shell) -> None:
    path = Path(newcomer.out("settings path").strip())
    assert newcomer.out("settings init") == f"Wrote {path}\n"
    assert f"{path} is there already." in newcomer.refused("settings init")
    text = path.read_text(encoding="utf-8").replace('zone = ""', 'zone = "Asia/Tokyo"')
    path.write_text(text, encoding="utf-8")
    shown = [line.split() for line in newcomer.out("settings show").splitlines()]
    assert ["zone", "Asia/Tokyo"] in shown
    assert ["publish.names", "initials"] in shown
    newcomer("mentee add Ada Obi")
    assert "18:00 Tokyo" in newcomer.out("slot set ada --weekly tue 18:00")


def test_a_slip_in_what_only_the_screen_looks_at_is_warned_of_once(ada: Shell) -> None:
    text = 'theme = "pink"\nname = "Ana"\n[keys]\n"session.close" = 3\n'
    (ada.home / "settings.toml").write_text(text, encoding="utf-8")
    today = ada("today")
    assert "1 call" in today.stdout
    theme, keys = sorted(today.stderr.splitlines(), key=lambda line: "keys" in line)
    assert "settings.toml: theme must be one of mentordesk-dark" in theme
    assert "session.close must be a key such as" in keys
    assert '"name": "Ana"' in ada("settings show --json").stdout


def test_broken_settings_stop_nothing_but_say_so(ada: Shell) -> None:
    (ada.home / "settings.toml").write_text("bell = 3\n", encoding="utf-8")
    assert "settings.toml: bell must be true or false" in ada.refused("today")
    (ada.home / "settings.toml").write_text('theme = "pink"\n', encoding="utf-8")
    doctor = ada("doctor", code=1)
    assert "! " in doctor.stdout
    assert "theme must be one of" in doctor.stdout


def test_a_damaged_store_is_named_and_left_alone(ada: Shell) -> None:
    store = ada.home / "desk.db"
    store.write_bytes(b"this was a database once" * 100)
    for line in ("today", "note ada x", "mentee list --json"):
        assert "is damaged or not a database. Nothing was changed." in ada.refused(line)
    assert store.read_bytes().startswith(b"this was")


def test_a_read_only_store_is_read_and_not_written(ada: Shell) -> None:
    store = ada.home / "desk.db"
    store.chmod(0o400)
    assert "Ada Obi" in ada.out("next")
    assert "is read-only: it can be read, not changed." in ada.refused("note ada hello")
    assert "read_only   yes" in ada.out("doctor")


def test_what_was_changed_is_said_with_its_value(ada: Shell) -> None:
    said = ada.out("mentee edit ada --tz lagos --email ''")
    assert said == "Changed Ada Obi (ada/wealljs): zone Africa/Lagos, no email any more.\n"


def test_a_second_one_of_the_same_name_is_told_apart(ada: Shell) -> None:
    said = ada.out("mentee add ada obi --tz berlin").splitlines()
    assert said[1:3] == [
        "There is an Ada Obi already (ada/wealljs); this one is ada-obi/one-to-one.",
        "Time zone: Europe/Berlin",
    ]
    assert "already" not in ada.out("mentee add Ben Lund")


def test_files_of_others_are_overwritten_only_when_asked(ada: Shell, tmp_path: Path) -> None:
    file = tmp_path / "ada.ics"
    assert ada.out(f"ics export ada -o {file}") == f"Wrote 1 slot to {file}\n"
    assert ada.out(f"ics export ada -o {file}") == f"Replaced {file} with 1 slot\n"
    file.write_text("my own words", encoding="utf-8")
    assert "exists already." in ada.refused(f"ics export ada -o {file}")
    ada("session start ada")
    assert "exists already." in ada.refused(f"session recap ada -o {file}")
    assert file.read_text(encoding="utf-8") == "my own words"
    ada(f"session recap ada -o {file} --force")
    assert "my own words" not in file.read_text(encoding="utf-8")
    ada(f"ics export ada -o {file} --force")


def test_a_call_with_somebody_paused_is_remarked_on(ada: Shell) -> None:
    ada("mentee pause ada")
    said = ada.out("session start ada").splitlines()[-1]
    assert said == "! Ada Obi is paused. Take it up again with: mentordesk mentee resume ada"


def test_a_card_tells_of_calls_in_plain_words(ada: Shell) -> None:
    ada("session start ada")
    ada("session note -", stdin="> we read lab 7\n> and lab 8\n")
    ada("session close")
    row = next(row for row in ada.out("mentee show ada").splitlines() if "session" in row)
    assert "held: we read lab 7 · and lab 8 · Next call: Tue" in row
    assert "#" not in row


def test_a_zone_that_is_none_is_told_with_the_file_it_stands_in(ada: Shell) -> None:
    file = ada.home / "settings.toml"
    file.write_text('zone = "Mars/Olympus"\n', encoding="utf-8")
    said = ada.refused("today")
    assert said.startswith(f"{file}: “Mars/Olympus” is no time zone.")
    assert said.endswith("Edit it there.")
    assert f"{file}: “Mars/Olympus” is no time zone." in ada("doctor", code=1).stdout


def test_the_doctor_names_keys_of_commands_there_are_not(ada: Shell) -> None:
    file = ada.home / "settings.toml"
    file.write_text('[keys]\n"call.clsoe" = "x"\n"call.close" = "y"\n', encoding="utf-8")
    said = ada("doctor", code=1).stdout
    assert f"! {file}: [keys] names call.clsoe, which is no command." in said
    assert "call.close," not in said
    file.write_text('[keys]\n"call.close" = "y"\n', encoding="utf-8")
    assert "All is well." in ada.out("doctor")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('email = "not a mail"', "email is “not a mail”, no mail address. Write it as name@host."),
        ('caldav.url = "foo"', "caldav.url must be an address that begins with https://"),
        ('caldav.url = "http://cal.example/x"', "Your password would go to cal.example in clear."),
        (
            'caldav.url = "https://a:secret@c.example/"',
            "A password does not belong into caldav.url",
        ),
        ('publish.path = "/nonexist/a.ics"', "/nonexist/a.ics cannot be written: there is no such"),
    ],
)
def test_the_doctor_names_addresses_and_places_that_are_none(
    ada: Shell, line: str, said: str
) -> None:
    (ada.home / "settings.toml").write_text(f"{line}\n", encoding="utf-8")
    doctor = ada("doctor", code=1).stdout
    assert said in doctor
    assert "secret" not in doctor and "All is well" not in doctor


def test_the_keys_that_the_settings_give_as_an_example_are_of_a_command(ada: Shell) -> None:
    from mentordesk.settings.writing import TEMPLATE

    example = re.search(r'"[a-z_.]+" = "ctrl\+w"', TEMPLATE)
    assert example
    (ada.home / "settings.toml").write_text(f"[keys]\n{example[0]}\n", encoding="utf-8")
    assert "All is well." in ada.out("doctor")
