"""Of mentorships that are over, Today looks at those alone of whom something can fall due."""

from mentordesk.desk import Desk
from mentordesk.store.views.endings import over


def test_who_must_be_told_of_is_looked_at_though_no_word_is_owed_later(desk: Desk) -> None:
    nour = desk.people.add("Nour", playbook="codingnomads").address
    ended = desk.people.add("Kim", playbook="codingnomads").address
    desk.course.exit(nour, "mentee")
    desk.course.complete(ended)
    known = over(desk.store, desk.today(), desk.tz)
    assert [(one.address, one.tells, one.left_on) for one in known] == [
        (nour, "coordinator", desk.today())
    ]
    assert [line.rule for line in desk.pages.today().due if line.address == nour] == ["tell"]


def test_what_the_mentor_promised_is_looked_at_from_its_day_on(desk: Desk) -> None:
    kim = desk.people.add("Kim", playbook="codingnomads").address
    desk.promises.do(kim, "send the slides", due=desk.today())
    desk.course.complete(kim)
    (one,) = over(desk.store, desk.today(), desk.tz)
    assert [promise.text for promise in one.promises] == ["send the slides"]
