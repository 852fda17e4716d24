"""`opportunity` and `introduction` at a prompt."""

import json

import pytest
from tests.cli.shell import Shell


def the_id(shell: Shell, noun: str) -> str:
    """The id of the one thing in a list."""
    (one,) = json.loads(shell.out(f"{noun} list --all --json"))
    return str(one["id"])[:8]


def test_an_opportunity_goes_its_way(ada: Shell) -> None:
    said = ada.out("opportunity add ada a grant for the conference --due '12 dec' --source x.org")
    assert said == "Spotted: a grant for the conference, until Sat 12 Dec 2026 (in 18 days)\n"
    ref = the_id(ada, "opportunity")
    assert ada.refused(f"opportunity take {ref}") == (
        "“a grant for the conference” is spotted. Offer it first:"
        f" mentordesk opportunity offer {ref}"
    )
    ada(f"opportunity offer {ref} told her on Slack --on mon --for mentee")
    assert ada.out(f"opportunity take {ref}") == "Taken: a grant for the conference\n"
    ada(f"opportunity result {ref} - ", stdin="she got it\n")
    assert ada.out(f"opportunity show {ref}") == (
        "a grant for the conference · closed · Ada Obi (ada/wealljs)\n"
        "  until  Sat 12 Dec\n  seen   x.org\n  for    mentee\n"
        "  Tue 24 Nov  noted\n"
        "  Mon 23 Nov  offered  told her on Slack\n"
        "  Tue 24 Nov  taken\n"
        "  Tue 24 Nov  closed   she got it\n"
    )
    assert ada.out("undo") == "Taken back: closed: a grant for the conference\n"
    assert "taken" in ada.out("opportunity list ada")


def test_a_deadline_that_has_passed_is_said(ada: Shell) -> None:
    ada("opportunity add ada a grant --due tomorrow")
    assert "by Wed 25 Nov" in ada.out("opportunity list")
    ada.at("2026-11-26 09:00 Europe/Berlin")
    assert "a grant  by Wed 25 Nov, which has passed" in ada.out("opportunity list")
    ada(f"opportunity close {the_id(ada, 'opportunity')}")
    assert "opportunity add WHO" in ada.out("opportunity list")
    assert "passed" not in ada.out("opportunity list --all")


def test_what_is_watched_out_for_stands_in_the_brief(ada: Shell) -> None:
    ada("opportunity add ada talks on testing --watch")
    assert "Watching out for\n  talks on testing\n" in ada.out("brief ada")
    ref = the_id(ada, "opportunity")
    assert ada.out(f"opportunity spot {ref}") == "Spotted: talks on testing\n"
    assert ada.out(f"opportunity edit {ref} --text 'a talk on testing' --due fri") == (
        "Spotted: a talk on testing, until Fri 27 Nov 2026 (in 3 days)\n"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("opportunity add ada ''", "There is no text."),
        ("opportunity add ada a grant --for everybody", "“everybody” is no reader."),
        ("opportunity show 99999999", "There is no opportunity 99999999."),
        ("introduction agreed 9999 nobody", "“nobody” is no side. Use mentee, other."),
        ("introduction made 99999999", "There is no introduction 99999999."),
    ],
)
def test_what_cannot_be_is_a_sentence(ada: Shell, line: str, says: str) -> None:
    assert ada.refused(line).startswith(says)


def test_two_people_are_brought_together(ada: Shell) -> None:
    said = ada.out("introduction add ada Grace Hopper --contact grace@x.org --about compilers")
    ref = the_id(ada, "introduction")
    assert said == (
        "To introduce: Ada Obi and Grace Hopper. Ask both first; note each yes with:"
        f" mentordesk introduction agreed {ref} mentee|other\n"
    )
    assert ada.out(f"introduction agreed {ref} mentee --on mon") == (
        "Ada Obi agreed. Still to ask: Grace Hopper.\n"
    )
    assert "mentee yes Mon 23 Nov, other ?" in ada.out("introduction list")
    assert ada.out(f"introduction made {ref}") == (
        "Introduced: Ada Obi and Grace Hopper.\n"
        "! Grace Hopper has not said yes, as far as this desk knows.\n"
    )
    assert ada.out(f"introduction agreed {ref} other") == "Grace Hopper agreed. Both have.\n"
    assert ada.refused(f"introduction made {ref}") == (
        "The introduction to Grace Hopper is made already. Take that back with: mentordesk undo"
    )
    ada(f"introduction outcome {ref} they pair on Fridays")
    assert "introduction add WHO" in ada.out("introduction list")
    assert "they pair on Fridays" in ada.out("introduction list ada --all")


def test_an_introduction_is_dropped_and_stays(ada: Shell) -> None:
    ada("introduction add ada Grace")
    ref = the_id(ada, "introduction")
    assert ada.out(f"introduction drop {ref}") == "Dropped: Ada Obi and Grace.\n"
    assert "dropped" in ada.out("introduction list --all")


def test_until_when_it_can_be_taken_may_stand_in_the_words(ada: Shell) -> None:
    assert "a grant, until Sat 12 Dec" in ada.out("opportunity add ada a grant by 12 dec")
    assert "a talk by blursday" in ada.out("opportunity add ada a talk by blursday")
    ada("session start ada")
    ada("session note ada '! a seat in the course by 15 dec'")
    found = json.loads(ada.out("opportunity list ada --json"))
    assert {one["text"]: one["due"] for one in found} == {
        "a grant": "2026-12-12", "a talk by blursday": None, "a seat in the course": "2026-12-15",
    }  # fmt: skip
    ada("session note ada --set '! a seat in the course by 20 dec'")
    found = json.loads(ada.out("opportunity list ada --json"))
    assert {one["text"]: one["due"] for one in found}["a seat in the course"] == "2026-12-20"
