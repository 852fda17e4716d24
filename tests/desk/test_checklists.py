"""Stories about lists to tick."""

from datetime import date

import pytest
from tests.builders import ada
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.checking import Listed
from mentordesk.domain.errors import Refusal


def ben(desk: Desk) -> str:
    """Ben, on the way to a role in Astropy."""
    return desk.people.add("Ben Lund", playbook="astropy").address


def the(desk: Desk, key: str) -> Listed:
    """One of Ben's lists."""
    return next(one for one in desk.checklists.of("ben") if one.key == key)


def test_the_eleven_items_of_astropys_timeline_are_three_four_and_four(desk: Desk) -> None:
    ben(desk)
    lists = desk.checklists.of("ben")
    assert [len(one.items) for one in lists] == [3, 4, 4]
    assert all(one.left == len(one.items) for one in lists)


def test_a_tick_has_its_day_and_a_word(desk: Desk) -> None:
    ben(desk)
    desk.checklists.tick("ben", "first-meeting", 2, "she leads")
    first, second, third = the(desk, "first-meeting").items
    assert (second.ticked_on, second.said) == (date(2026, 11, 26), "she leads")
    assert first.ticked_on is third.ticked_on is None


def test_words_that_only_one_item_has_name_it(desk: Desk) -> None:
    ben(desk)
    assert desk.checklists.tick("ben", "first-meeting", "who does").n == 2
    with pytest.raises(Refusal, match="several items have “is”"):
        desk.checklists.tick("ben", "first-meeting", "is")
    with pytest.raises(Refusal, match=r"no item has “xyz”\. Give a number from 1 to 3"):
        desk.checklists.tick("ben", "first-meeting", "xyz")
    with pytest.raises(Refusal, match="no item has “4”"):
        desk.checklists.tick("ben", "first-meeting", 4)


def test_a_list_for_every_meeting_begins_anew_on_monday(desk: Desk, clock: Clock) -> None:
    ben(desk)
    desk.checklists.tick("ben", "revise", 1)
    desk.checklists.tick("ben", "action-plan", 1)
    clock.advance(days=3)  # Sunday
    assert the(desk, "revise").left == 3
    clock.advance(days=1)
    assert the(desk, "revise").left == 4
    assert the(desk, "action-plan").left == 3
    desk.checklists.tick("ben", "revise", 1)


def test_a_tick_comes_off_and_undo_takes_either_back(desk: Desk) -> None:
    ben(desk)
    desk.checklists.tick("ben", "first-meeting", 1)
    with pytest.raises(Refusal, match="is ticked already"):
        desk.checklists.tick("ben", "first-meeting", 1)
    desk.checklists.untick("ben", "first-meeting", 1)
    assert the(desk, "first-meeting").left == 3
    with pytest.raises(Refusal, match="is not ticked"):
        desk.checklists.untick("ben", "first-meeting", 1)
    desk.undo()
    assert the(desk, "first-meeting").left == 2
    desk.undo()
    assert the(desk, "first-meeting").left == 3


def test_a_list_that_is_not_there_names_those_that_are(desk: Desk) -> None:
    ben(desk)
    with pytest.raises(Refusal, match="There are: first-meeting, action-plan, revise"):
        desk.checklists.tick("ben", "showcase", 1)
    ada(desk)
    with pytest.raises(Refusal, match="There are: none"):
        desk.checklists.tick("ada", "first-meeting", 1)


def test_the_mentors_own_lists_are_not_the_mentees(desk: Desk) -> None:
    desk.people.add("Chi", playbook="carpentries")
    assert [one.key for one in desk.checklists.of("chi")] == ["end"]


def test_two_people_under_one_programme_have_ticks_of_their_own(desk: Desk) -> None:
    ben(desk)
    desk.people.add("Eve", playbook="astropy")
    desk.checklists.tick("ben", "first-meeting", 1)
    assert [one.left for one in desk.checklists.of("eve")] == [3, 4, 4]
