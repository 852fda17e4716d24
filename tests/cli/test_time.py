"""`time` at a prompt: what was spent, put right, and of which budget."""

import json
from datetime import date

import pytest
from tests.cli.shell import Shell

from mentordesk.dates.months import read_month
from mentordesk.domain.errors import Refusal

TODAY = date(2026, 11, 24)


@pytest.fixture
def ben(ada: Shell) -> Shell:
    """A second mentee, whose programme has a budget of the month by kinds."""
    ada("mentee add Ben --playbook carpentries")
    return ada


def the_id(shell: Shell) -> str:
    (one,) = json.loads(shell.out("time list --json"))
    return str(one["id"])[:8]


def test_time_is_noted_listed_put_right_and_dropped(ben: Shell) -> None:
    said = ben.out("time add ben prep 1h30 read the notes --at 'mon 9:00'")
    ref = the_id(ben)
    assert said == (
        f"Noted: 1 h 30 min of prep with Ben, Mon 23 Nov 09:00, as Preparation ({ref})\n"
    )
    assert ben.out("time list") == (
        f"{ref[:4]}  Mon 23 Nov  09:00   1 h 30 min  prep  Preparation  read the notes"
        "  ben/carpentries\n1 h 30 min in all\n"
    )
    assert ben.out(f"time edit {ref} --minutes 45 --kind meeting --at 'mon 10:00'") == (
        f"It is: 45 min of meeting with Ben, Mon 23 Nov 10:00, as Meetings ({ref})\n"
    )
    assert ben.out(f"time drop {ref}") == "Dropped: 45 min of meeting with Ben\n"
    assert ben.out("undo") == "Taken back: drop 45 min of meeting\n"
    assert "45 min in all" in ben.out("time list ben --month nov --kind meeting")
    assert "time add WHO prep 30" in ben.out("time list --month last")


def test_a_stretch_over_night_is_asked_about(ben: Shell) -> None:
    assert ben.refused("time add ben prep 9h") == (
        "9 h at a stretch is more than a working day. If that is right, say so with --yes."
    )
    assert "9 h of prep" in ben.out("time add ben prep 9h --yes")


def test_the_same_time_twice_is_said(ben: Shell) -> None:
    ben("time add ben mail 30")
    ref = the_id(ben)
    assert ben.out("time add ben prep 20").splitlines()[1] == (
        f"! 30 min of mail from Tue 24 Nov 17:25 on lie in the same time ({ref})"
    )


def test_a_call_closed_the_next_morning_says_what_it_counted(ada: Shell) -> None:
    ada.at("2026-11-24 18:00 Europe/Berlin")
    ada("session start ada")
    ada.at("2026-11-25 09:00 Europe/Berlin")
    said = ada.out("session close ada")
    ref = the_id(ada)
    assert (
        "! 1 h are counted, up to the planned end, for it was closed long after that."
        f" If it took longer: mentordesk time edit {ref} --minutes N\n"
    ) in said
    assert "1 h 20 min of call" in ada.out(f"time edit {ref} --minutes 80")


def test_a_budget_in_bars(ben: Shell) -> None:
    ben("time add ben prep 150")
    ben("log ben mail 30")
    ben("log ben other 5")
    ben("time add ada meeting 15")
    assert ben.out("time budget ben") == (
        "Ben (ben/carpentries) · month from Sun 1 Nov · 3 h 5 min of 4 h\n"
        "  in all         ██████████████████░░░░░░  3 h 5 min of 4 h\n"
        "  Preparation    ████████████████████████  2 h 30 min of 2 h\n"
        "  Meetings       ░░░░░░░░░░░░░░░░░░░░░░░░  0 min of 1 h\n"
        "  Mail           ████████████░░░░░░░░░░░░  30 min of 1 h\n"
        "  Anything else                            5 min\n"
    )
    assert ben.out("time budget --playbook wealljs").startswith(
        "Ada Obi (ada/wealljs) · week from Mon 23 Nov · 15 min of 1 h\n"
    )
    assert "3 h 5 min; the budget is 4 h a month" in ben.out("time budget ben --week today")
    ben("time add ben prep 120")
    assert "5 h 5 min of 4 h, 1 h 5 min over" in ben.out("time budget ben")
    assert "Nobody is active there." in ben.out("time budget --playbook astropy")


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2026-11", (2026, 11)), ("nov", (2026, 11)), ("November", (2026, 11)),
        ("dec", (2025, 12)), ("last", (2026, 10)), ("this", (2026, 11)), ("mar 2024", (2024, 3)),
    ],
)  # fmt: skip
def test_a_month_as_people_type_it(typed: str, month: tuple[int, int]) -> None:
    assert read_month(typed, TODAY) == date(*month, 1)


@pytest.mark.parametrize("typed", ["2026-13", "11", "novel", "nov 26", "0000-01", "2026-", "tue"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="is no month"):
        read_month(typed, TODAY)


def test_month_and_week_are_one_or_the_other(ben: Shell) -> None:
    assert (
        "Give either --month or --week"
        in ben("time budget --month nov --week today", code=2).stderr
    )


def test_today_says_how_much_of_the_weeks_budget_is_used(ben: Shell) -> None:
    assert ben.out("today").splitlines()[-1].endswith("  0 min of 1 h budget")
    ben("time add ada meeting 45")
    assert ben.out("today").splitlines()[-1].endswith("  45 min of 1 h budget")
    ben("time add ben prep 30")
    assert ben.out("today").splitlines()[-1].endswith("  1 h 15 min spent, 45 min of 1 h budget")
    ben("mentee pause ada")
    assert ben.out("today").splitlines()[-1].endswith("  1 h 15 min spent")
