"""A slot changed from a date on, at a prompt."""

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def cleo(shell: Shell) -> Shell:
    """Tuesdays at eight in the evening, six times; today is one."""
    shell("mentee add Cleo --playbook codingnomads")
    shell("slot set cleo --weekly tue 20:00 --count 6")
    return shell


def test_only_what_is_named_changes(cleo: Shell) -> None:
    said = cleo.out("slot change cleo 18:30 --from '8 dec' --minutes 30").splitlines()
    assert said[0] == "Cleo: every Tuesday, 18:30 Berlin, 30 min, until Tue 29 Dec"
    assert cleo.out("slot preview cleo").splitlines()[1:4] == [
        "   1  Tue 24 Nov  20:00",
        "   2  Tue 1 Dec   20:00",
        "   3  Tue 8 Dec   18:30",
    ]
    said = cleo.out("slot change cleo thu --every 2 --from '14 dec' --until '1 feb'").splitlines()
    assert said[0].startswith("Cleo: every 2 weeks on Thursday, 18:30 Berlin, 30 min, until Thu 28")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("every 2 weeks tue and thu 18:00", "every 2 weeks on Tuesday and Thursday, 18:00 Berlin,"),
        ("tue 18:00-19:30", "every Tuesday, 18:00 Berlin, 1 h 30"),
        ("tue 18:00-19:30 --minutes 20", "every Tuesday, 18:00 Berlin, 20 min"),
        ("tue 18:00 --every 3", "every 3 weeks on Tuesday, 18:00 Berlin,"),
        ("last thu 18:00", "the last Thursday of every month, 18:00 Berlin,"),
    ],
)
def test_a_slot_is_set_in_words(cleo: Shell, words: str, said: str) -> None:
    assert f"Cleo: {said}" in cleo.out(f"slot set cleo {words}").splitlines()[0]


def test_words_without_a_time_set_nothing(cleo: Shell) -> None:
    assert "“18” alone is no time" in cleo.refused("slot set cleo tue 18")
    assert "every Tuesday, 20:00" in cleo.out("slot preview cleo")


def test_both_runs_are_told_and_which_of_them_stays_as_it_is(cleo: Shell) -> None:
    cleo("slot change cleo --every 2 --from '8 dec'")
    said = cleo.out("slot change cleo 19:00").splitlines()
    assert said[0] == (
        "! The run from Tue 8 Dec stays as it is: every 2 weeks on Tuesday, 20:00."
        " Change it with: mentordesk slot change cleo --from '8 dec 2026' 19:00"
    )
    assert cleo.out("slot preview cleo").splitlines()[0] == (
        "Cleo: every Tuesday, 19:00 Berlin, 45 min, until Tue 1 Dec;"
        " then every 2 weeks on Tuesday, 20:00 Berlin, 45 min, until Tue 19 Jan 2027"
    )


def test_a_slot_that_ended_before_its_first_date_is_over(cleo: Shell) -> None:
    cleo("slot set cleo --weekly thu 20:00")
    cleo("slot end cleo '25 nov'")
    assert cleo.out("slot preview cleo").splitlines()[1].startswith("No date of it is left. Set")


def test_what_falls_away_is_named(cleo: Shell) -> None:
    cleo("slot skip cleo '8 dec'")
    said = cleo.out("slot change cleo mon --from '1 dec'").splitlines()
    assert said[0] == "! Tue 8 Dec was skipped; the new slot has no such date."


def test_what_cannot_be_says_what_can(cleo: Shell) -> None:
    assert "is no weekday" in cleo.refused("slot change cleo someday")
    assert "No meeting is left from" in cleo.refused("slot change cleo 18:30 --from '1 feb'")
