"""Feedback, surveys, certificates and the slide, from the shell."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def crew(shell: Shell) -> Shell:
    """A Carpentries group of two, ten weeks on."""
    shell.at("2026-09-15 17:55 Europe/Berlin")
    shell("group add Git crew --playbook carpentries --track lesson-maintenance --member 'Chi Ng'")
    shell("group join git-crew Dan Oz")
    shell.at("2026-11-24 17:55 Europe/Berlin")
    return shell


def test_feedback_is_written_down_and_what_followed_from_it(ada: Shell) -> None:
    assert ada.out("feedback add ada 'clear questions' --how written") == (
        "Feedback (given), for mentee.\n"
    )
    ada("feedback add ada slower please --received")
    assert ada.out("feedback add ada 'a shorter form' --to-programme") == (
        "Feedback (to-programme), for coordinator.\n"
    )
    short = ada.out("feedback list ada --received").split()[0]
    assert ada.out(f"feedback changed {short} one topic a call") == "Changed: one topic a call\n"
    first, second, third = ada.out("feedback list").splitlines()
    assert "ada/wealljs  to-programme           for coordinator  a shorter form" in first
    assert second.endswith("slower please → one topic a call")
    assert "given         written  for mentee" in third
    assert ada.out("search slower").count("feedback") == 1


def test_how_somebody_likes_feedback_is_said_when_it_is_given(ada: Shell) -> None:
    ada("mentee add Pia Roth --playbook pyladies")
    ada("agreement set pia feedback 'in writing, please'")
    said = ada.out("feedback add pia well structured")
    assert said.endswith("Pia Roth said of feedback: in writing, please\n")
    assert "said of" not in ada.out("feedback add pia thanks --received")


def test_a_survey_is_answered_question_by_question(ada: Shell) -> None:
    assert ada.out("survey list ada").startswith("relationship  How do the two of us get on?")
    said = ada.out("survey answer ada relationship good 'we laugh'")
    assert said.endswith("me: 1 answer, Ada Obi: not yet\n")
    ada("survey answer ada relationship better 'listen more'")
    ada("survey done ada relationship --side mentee in a talk")
    shown = ada.out("survey show ada relationship").splitlines()
    assert shown[0] == "How do the two of us get on? · done Thu 24 Dec"
    assert shown[1] == "me: done Tue 24 Nov" and shown[2].endswith("we laugh")
    assert ada.out("survey answer ada relationship good fine --round '24 dec'").startswith("How do")
    assert "It has: good, better" in ada.refused("survey answer ada relationship joy yes")
    assert "no round of" in ada.refused("survey show ada relationship --round '1 may'")
    assert "“aunt” is no side" in ada.refused("survey done ada relationship --side aunt")


def test_a_stand_up_is_answered_beside_how_the_week_went(shell: Shell) -> None:
    shell("mentee add Nell Ames --playbook codingnomads")
    shell("mentee add Olu Ade --playbook codingnomads")
    shell("session start nell")
    shell("note nell 'too much at once' --kind concern")
    shell.at("2026-11-24 18:40 Europe/Berlin")
    shell("session close")
    shell.at("2026-11-27 17:00 Europe/Berlin")
    shown = shell.out("survey show nell stand-up").splitlines()
    assert shown[0] == "Friday stand-up · due Fri 27 Nov"
    assert shown[2:4] == [
        "  Nell Ames: held 24 Nov; concern: too much at once", "  Olu Ade: no call",
    ]  # fmt: skip
    for key, text in (("week", "well"), ("held", "yes"), ("concerns", "Nell, a little")):
        shell(f"survey answer nell stand-up {key} '{text}'")
    assert "stand-up" not in shell.out("today")
    shell.at("2026-12-04 17:00 Europe/Berlin")
    assert "Nell Ames: no call" in shell.out("survey show nell stand-up")


def test_a_form_elsewhere_is_done_by_each_member_or_by_all(crew: Shell) -> None:
    said = crew.out("survey done git-crew closing")
    assert "me: done Tue 24 Nov, Chi Ng: not yet, Dan Oz: not yet" in said
    assert "Dan Oz: done Tue 24 Nov" in crew.out("survey done dan closing --side mentee")
    assert "Closing survey · done" in crew.out("survey done git-crew closing --side mentee")
    assert "https://goo.gl" in crew.out("survey show git-crew closing")


def test_a_certificate_says_what_is_missing_and_what_shows_it(crew: Shell) -> None:
    crew("session start git-crew")
    crew("session roll dan no-show")
    crew("session roll chi attended")
    crew("session close")
    shown = crew.out("certificate show git-crew")
    assert "Mentor's certificate (mentor) · me · 0 of 5" in shown
    assert "1 of 6 meetings: 24 Nov · 5 more meetings" in shown
    assert "1 of 2 meetings: 24 Nov · 1 more meeting" in shown
    assert "0 of 2 meetings · 2 more meetings" in shown
    assert crew.out("certificate tick dan mentee showcase --evidence 'gave the talk'") == (
        "✓ Was at the showcase: ticked 24 Nov: gave the talk\n"
    )
    crew("certificate tick git-crew mentee survey")
    shown = crew.out("certificate show git-crew")
    assert "Chi Ng · 1 of 3" in shown and "Dan Oz · 2 of 3" in shown
    assert crew.out("certificate untick dan mentee showcase").startswith("○ Was at the showcase")


def test_the_slide_goes_from_draft_to_final_to_a_file(crew: Shell, tmp_path: Path) -> None:
    assert crew.out("slide show git-crew").startswith("No slide yet. Draft one with:")
    crew("slide draft git-crew -", stdin="# What we learnt\n\n- to ask\n")
    assert "slide-draft" in [
        line.split()[4] for line in crew.out("milestone list git-crew").splitlines() if "✓" in line
    ]
    path = tmp_path / "slide.md"
    assert "for mentee, not for public" in crew.refused(
        f"slide write git-crew -o {path} --as public"
    )
    assert crew.out("slide final git-crew --for mentee,public") == "Version 2 is final.\n"
    assert crew.out(f"slide write git-crew -o {path} --as public").startswith("Written for the")
    assert path.read_text("utf-8") == "# What we learnt\n\n- to ask\n"
    assert "exists already" in crew.refused(f"slide write git-crew -o {path}")
    assert crew.out("slide show git-crew --version 1").startswith("Version 1, draft")
    assert "There is no version 9. There are 2." in crew.refused("slide show git-crew --version 9")


def test_a_programme_without_any_of_it_says_so(ada: Shell) -> None:
    (ada.home / "playbooks").mkdir(parents=True, exist_ok=True)
    assert "gives no certificate" in ada.out("certificate show ada")
    assert "No feedback yet" in ada.out("feedback list ada")


def test_the_dates_to_come_go_into_a_calendar(crew: Shell, tmp_path: Path) -> None:
    from icalendar import Calendar, Component

    crew("milestone note git-crew showcase a confidential word")
    path = tmp_path / "dates.ics"
    assert crew.out(f"milestone ics git-crew -o {path}").startswith("Wrote ")
    read = Component.from_ical(path.read_bytes())
    assert isinstance(read, Calendar)
    found = {str(event["SUMMARY"]): event for event in read.walk("VEVENT")}
    showcase = found["Virtual showcase: Git crew"]
    assert str(showcase.decoded("DTSTART")) == "2026-12-08"
    assert str(showcase.decoded("DTEND")) == "2026-12-09"
    assert b"DTSTART;VALUE=DATE:20261208\r\n" in path.read_bytes()
    assert b"confidential" not in path.read_bytes()
    uids = [str(event["UID"]) for event in read.walk("VEVENT")]
    assert len(set(uids)) == len(uids)
    crew("milestone done git-crew showcase")
    crew(f"milestone ics git-crew -o {path}")
    assert b"showcase" not in path.read_bytes()
    path.write_text("my own", encoding="utf-8")
    assert "exists already" in crew.refused(f"milestone ics git-crew -o {path}")


def test_a_monthly_date_is_there_for_every_month(shell: Shell) -> None:
    shell("mentee add Kit Lowe --playbook astropy")
    said = shell("milestone ics kit").stdout
    assert said.count("SUMMARY:Monthly check-in: Kit Lowe") == 12
    assert said.count("SUMMARY:Ready for the role?: Kit Lowe") == 4


def test_topics_are_kept_for_a_date_to_come(crew: Shell) -> None:
    assert crew.out("milestone note git-crew touch-base which lesson is next") == (
        "Kept for: Touch base at half-time\n"
    )
    assert "which lesson is next" in crew.out("milestone list git-crew")
    assert "It has:" in crew.refused("milestone note git-crew party cake")


def test_a_milestone_says_for_whose_certificate_it_counts_and_that_it_is_early(
    shell: Shell,
) -> None:
    shell("group add Git crew --playbook carpentries --member 'Chi Ng' --member 'Dan Oz'")
    said = shell.out("milestone done git-crew showcase")
    assert said.startswith("Done: ")
    assert "! It was to be on " in said
    assert "still to come. Take it back with: mentordesk undo" in said
    assert (
        "It counts for the certificates of me, Chi Ng, Dan Oz. Who was not there:"
        " mentordesk certificate untick chi mentee showcase"
    ) in said
    shell("certificate untick chi mentee showcase")
    shown = shell.out("certificate show chi")
    assert "not met, you said on" in shown
