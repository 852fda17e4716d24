"""A small practice to look at: four people, two weeks of calls, promises on both sides."""

from datetime import timedelta

from tests import builders
from tests.beginnings import told_once
from tests.conftest import Clock

from mentordesk.desk import Desk

NOTES = """\
generators click now, wrote two herself
[ ] @ada push lab 7 by next fri
[ ] intro to Grace by wed
? when is a dataclass the right thing
+ first pull request merged
> we went through generators and lab 7
"""


@told_once
def practice(desk: Desk, clock: Clock) -> Desk:
    """Ada (today at six), Ben in London, Chi in Tokyo with wide letters, Dee without a slot."""
    today = clock.now
    clock.now = today - timedelta(days=15)
    builders.ada(desk, pronouns="she/her", email="ada@example.org", contact="Slack, weekdays 9–18")
    desk.people.add("Ben Lund", zone="America/New_York")
    desk.people.add("千尋 Chi", handle="chi", zone="Asia/Tokyo")
    builders.slot(desk, "ada", starts_on=today.date() - timedelta(days=14), count=12)
    builders.slot(desk, "ben", 20, minutes=45, starts_on=today.date() - timedelta(days=14))
    desk.goals.add("ada", "first pull request to an open source project", "30")
    desk.goals.add("ada", "a CV that says what she can do", "60")
    desk.goals.add("ada", "give a talk at the meetup", "90")
    clock.now = today - timedelta(days=7)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, NOTES)
    clock.advance(minutes=65)
    desk.calls.close(call.id)
    desk.words.note("ada", "recursion with two branches", "stuck")
    desk.words.log("chi", "chat", 10, "asked about fixtures in pytest")
    clock.now = today
    desk.people.add("Dee")
    return desk
