"""What is due, from the shell."""

import json

from tests.cli.shell import Shell


def test_a_line_is_put_off_dismissed_and_taken_back(ada: Shell) -> None:
    ada("do ada send the link --due today")
    ada.at("2026-11-25 09:00 Europe/Berlin")
    (row,) = ada.out("attention list").splitlines()
    short, mark, rule = row.split()[:3]
    assert (mark, rule) == ("!", "promise")
    said = "my promise to Ada Obi: send the link, due yesterday"
    assert (
        ada.out(f"attention snooze {short} fri") == f"Until Fri 27 Nov 2026 (in 2 days): {said}\n"
    )
    assert ada.out("attention list") == "Nothing is due.\n"
    ada("undo")
    assert ada.out(f"attention dismiss {short} --reason moot") == f"Dismissed: {said}\n"
    assert json.loads(ada.out("today --json"))["due"] == []
    ada.at("2026-11-26 09:00 Europe/Berlin")
    assert ada.out("attention list") == "Nothing is due.\n"
    assert "send the link" in ada.out("promises")


def test_today_names_the_rules_and_what_settles_them(ada: Shell) -> None:
    ada.at("2026-12-24 09:00 Europe/Berlin")
    due = {line["rule"]: line for line in json.loads(ada.out("today --json"))["due"]}
    assert set(due) == {"silence", "review", "relationship-talk"}
    assert due["review"]["milestone"] == "review" and due["silence"]["milestone"] is None
    assert len({line["id"] for line in due.values()}) == 3


def test_a_milestone_is_done_skipped_and_listed(ada: Shell) -> None:
    ada.at("2026-12-24 09:00 Europe/Berlin")
    assert ada.out("milestone done ada relationship was good to say it") == (
        "Done: Talk about the two of you\n"
    )
    assert ada.out("milestone skip ada review") == "Skipped: The month, and new targets\n"
    listed = ada.out("milestone list ada").splitlines()
    assert listed[0].split()[:5] == ["✓", "Thu", "24", "Dec", "relationship"]
    assert listed[0].endswith("was good to say it") and listed[1].startswith("×  Thu 24 Dec")
    assert "○  Wed 24 Feb 2027" in "\n".join(listed)


def test_what_is_not_there_is_refused_with_the_next_step(ada: Shell) -> None:
    assert "attention list" in ada.refused("attention dismiss 1234")
    assert "is no date I can read" in ada.refused("attention snooze 1234 someday")
    assert "It has: review" in ada.refused("milestone done ada party")
    assert "It has: none" in ada.refused("milestone outline ada knitting")
