"""Stories about the mentor's own side: the agreement, what is owed, what is done before."""

from datetime import date

import pytest
from tests.builders import THURSDAY, ada
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.duties import Owed
from mentordesk.domain.errors import Ambiguous, Refusal


def duty(desk: Desk, playbook: str, key: str) -> Owed:
    """One duty as it stands."""
    (found,) = desk.duties.all(playbook)
    return next(one for one in found.duties if one.key == key)


def test_a_weekly_duty_is_open_again_on_monday(desk: Desk, clock: Clock) -> None:
    assert duty(desk, "codingnomads", "stand-up").state == "open"
    desk.duties.done("stand-up", "codingnomads")
    done = duty(desk, "codingnomads", "stand-up")
    assert (done.state, done.done_on, done.period) == ("done", THURSDAY, "2026-W48")
    clock.advance(days=3)  # Sunday
    assert duty(desk, "codingnomads", "stand-up").state == "done"
    clock.advance(days=1)
    again = duty(desk, "codingnomads", "stand-up")
    assert (again.state, again.done_on) == ("open", THURSDAY)


def test_a_monthly_duty_is_open_again_on_the_first(desk: Desk, clock: Clock) -> None:
    desk.duties.done("time", "codingnomads")
    clock.advance(days=4)  # the 30th
    assert duty(desk, "codingnomads", "time").state == "done"
    clock.advance(days=1)
    assert duty(desk, "codingnomads", "time").state == "open"


def test_a_duty_of_last_month_is_noted_for_last_month(desk: Desk) -> None:
    desk.duties.done("time", "codingnomads", on=date(2026, 10, 30))
    found = duty(desk, "codingnomads", "time")
    assert (found.state, found.done_on) == ("open", date(2026, 10, 30))


def test_what_holds_always_is_never_over_but_may_be_noted(desk: Desk) -> None:
    desk.duties.done("recruit", "wealljs", text="asked Grace")
    found = duty(desk, "wealljs", "recruit")
    assert (found.state, found.done_on, found.said) == ("always", THURSDAY, "asked Grace")


def test_the_agreement_has_its_day_once_every_line_is_accepted(desk: Desk, clock: Clock) -> None:
    desk.duties.done("conduct", "carpentries", on=date(2026, 11, 2))
    assert desk.duties.all("carpentries")[0].agreed_on is None
    accepted = desk.duties.done("agreement", "carpentries")
    assert [one.key for one in accepted] == ["violations"]
    assert desk.duties.all("carpentries")[0].agreed_on == THURSDAY
    with pytest.raises(Refusal, match="is done already"):
        desk.duties.done("agreement", "carpentries")
    desk.undo()
    assert desk.duties.all("carpentries")[0].agreed_on is None


def test_a_programme_without_an_agreement_was_never_agreed_to(desk: Desk) -> None:
    desk.duties.done("stand-up", "codingnomads")
    assert desk.duties.all("codingnomads")[0].agreed_on is None


def test_a_duty_of_two_programmes_says_so_and_one_alone_needs_no_name(desk: Desk) -> None:
    ada(desk)
    desk.people.add("Chi", playbook="carpentries")
    with pytest.raises(Ambiguous, match=r"carpentries and wealljs. Say which with --playbook"):
        desk.duties.done("conduct")
    assert desk.duties.done("recruit")[0].key == "recruit"
    with pytest.raises(Refusal, match=r"There is no duty “juggle”. There are: conduct"):
        desk.duties.done("juggle")


def test_only_programmes_in_use_are_listed_unless_one_is_named(desk: Desk) -> None:
    assert desk.duties.all() == []
    ada(desk)
    assert [one.playbook for one in desk.duties.all()] == ["wealljs"]
    assert [one.playbook for one in desk.duties.all("astropy")] == ["astropy"]


def test_the_bar_says_its_numbers_first(desk: Desk) -> None:
    (found,) = desk.duties.all("wealljs")
    first = "At least 5 years in the field, 1 hour a week, 3 months of taking part."
    assert found.bar[0] == first


def test_the_mentors_own_list_is_ticked_once_for_the_programme(desk: Desk) -> None:
    (before,) = desk.duties.all("carpentries")
    desk.duties.tick("mentor", 1, "carpentries", "signed")
    (after,) = desk.duties.all("carpentries")
    assert after.left == before.left - 1
    assert (after.lists[0].items[0].ticked_on, after.lists[0].items[0].said) == (THURSDAY, "signed")
    with pytest.raises(Refusal, match="ticked already"):
        desk.duties.tick("mentor", 1, "carpentries")
    desk.duties.untick("mentor", 1, "carpentries")
    assert desk.duties.all("carpentries")[0].left == before.left
    with pytest.raises(Refusal, match=r"no list of your own “end”. There are: mentor"):
        desk.duties.tick("end", 1, "carpentries")
