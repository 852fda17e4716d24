"""What a programme thinks of a changed date, at a prompt."""

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def cleo(shell: Shell) -> Shell:
    """Tuesdays at eight in the evening, six times; today is one."""
    shell("mentee add Cleo --playbook codingnomads")
    shell("slot set cleo --weekly tue 20:00 --count 6")
    return shell


def test_a_skip_at_short_notice_says_so_and_where_the_run_ends_now(cleo: Shell) -> None:
    said = cleo.out("slot skip cleo today").splitlines()
    assert said[:3] == [
        "Tue 24 Nov 2026 (today) is skipped.",
        "! 2 h notice; the programme asks for 12.",
        "! The run ends 1 week later, on Tue 5 Jan 2027, as the programme has it.",
    ]


def test_a_third_change_in_a_month_asks_for_another_time(cleo: Shell) -> None:
    for day, new in (("1 dec", "wed 2 dec"), ("8 dec", "wed 9 dec")):
        assert "!" not in cleo.out(f"slot move cleo '{day}' '{new}'")
    said = cleo.out("slot move cleo '15 dec' 'wed 16 dec'").splitlines()[1]
    assert said == "! The third change in Dec (the programme says 2): find another time?"


def test_a_gap_says_where_the_run_ends_now(cleo: Shell) -> None:
    said = cleo.out("slot gap cleo '1 dec' '10 dec'").splitlines()
    assert said[0].endswith("2 dates fall out.")
    assert said[1] == "! The run ends 2 weeks later, on Tue 12 Jan 2027, as the programme has it."


def test_the_wrap_up_moves_the_end_too(cleo: Shell) -> None:
    cleo.at("2026-11-24 20:00 Europe/Berlin")
    cleo("session start cleo")
    said = cleo.out("session close cleo --next skip")
    assert "! The run ends 1 week later, on Tue 5 Jan 2027, as the programme has it." in said


def test_changed_dates_are_listed_with_who_asked_and_how_early(cleo: Shell) -> None:
    assert cleo.out("slot changes cleo") == "No date was moved or skipped.\n"
    cleo("slot move cleo '1 dec' 'wed 2 dec' --by mentee --reason exam")
    cleo("slot skip cleo '8 dec'")
    assert cleo.out("slot changes cleo") == (
        "Tue 1 Dec  20:00  moved    by mentee  170 h notice  1 of 2026-12  exam\n"
        "Tue 8 Dec  20:00  skipped             338 h notice  2 of 2026-12\n"
    )
    assert cleo.refused("slot skip cleo '15 dec' --by you") == "“you” is no side. Use me, mentee."
    cleo("slot move cleo '8 dec' 'wed 9 dec' --by me")
    assert "Tue 8 Dec  20:00  moved  by me" in cleo.out("slot changes cleo")
