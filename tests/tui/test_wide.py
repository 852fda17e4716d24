"""On a very wide terminal what belongs together stays together."""

from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.tui.widgets.agenda import AgendaPane
from mentordesk.tui.widgets.answer import Answer
from mentordesk.tui.widgets.rows import Rows


async def test_lists_and_answers_are_no_wider_than_one_reads(mentor: Robot, clock: Clock) -> None:
    clock.advance(minutes=12)
    await mentor.open((200, 60))
    await mentor.see("brief of Ada Obi", "── agenda for next time")
    await mentor.golden("today")
    await mentor.resize(160, 60)
    await mentor.see_no("brief of Ada Obi")
    due = next(line for line in mentor.screen_text().split("\n") if "intro to Grace, due" in line)
    assert 140 < len(due) <= 152
    assert due.endswith("x Done")
    await mentor.resize(200, 60)
    await mentor.see("brief of Ada Obi")
    mentor.app.open_mentee("ada")
    await mentor.see("Brief")
    columns = [one.size.width for one in mentor.app.screen.query(Rows) if one.display]
    assert min(columns) > 90
    await mentor.press("escape", "s")
    await mentor.see("Agenda")
    assert mentor.app.screen.query_one(AgendaPane).outer_size.width == 60
    await mentor.press("ctrl+g", "w")
    await mentor.see("Wrap-up with Ada Obi")
    assert {one.outer_size.width for one in mentor.app.screen.query(Answer)} == {116}
    await mentor.resize(120, 40)
    assert {one.outer_size.width for one in mentor.app.screen.query(Answer)} == {116}
    await mentor.resize(80, 24)
    assert {one.outer_size.width for one in mentor.app.screen.query(Answer)} == {76}
