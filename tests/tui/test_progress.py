"""Stories on the tab about how somebody gets on, and what of it stands in the brief."""

from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.tui.learner import on_her_way

from mentordesk.desk import Desk

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def nora(robot: Robot, desk: Desk, clock: Clock) -> Robot:
    """A robot at a desk with Nora under CodingNomads, three weeks on her way."""
    on_her_way(desk, clock)
    return robot


async def at_the_progress(nora: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await nora.open(size, start="people")
    await nora.press("enter")
    await nora.click(" Progress ")
    await nora.see("── study")


@pytest.mark.parametrize("size", SIZES)
async def test_the_tab_tells_how_somebody_gets_on(nora: Robot, size: tuple[int, int]) -> None:
    await at_the_progress(nora, size)
    await nora.see("3 h of 15 h a week", "▂▃▄ 45 %", "a cold", "lab 7")
    await nora.golden("progress")


@pytest.mark.parametrize("size", SIZES)
async def test_the_brief_says_it_in_few_lines(nora: Robot, size: tuple[int, int]) -> None:
    await nora.open(size, start="people")
    await nora.press("enter")
    await nora.see("remember: her sister's wedding is in May", "explained Thu 19 Nov, 2 of 5")
    await nora.see("▂▃▄ 45 % section 4 · weeks: kept, partly", "idea: A concept that is")
    await nora.golden("brief-progress")


async def test_an_empty_tab_names_the_key_that_begins(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("end", "enter")
    await mentor.click(" Progress ")
    await mentor.see("session ideas")
    await mentor.press("a")
    await mentor.see("Try: section 4 45%")


async def test_a_week_is_told_of_with_one_key_and_corrected_under_the_cursor(
    nora: Robot,
) -> None:
    await at_the_progress(nora)
    await nora.see("· week of 23 Nov not told of yet")
    await nora.press("y")
    await nora.see("✓ week of 23 Nov kept", "Week of 23 Nov: kept.")
    await nora.press("h")
    await nora.see("◐ week of 23 Nov partly")
    await nora.press("down", "down", "d")
    await nora.see("× week of 9 Nov  not     2 h of 3 h · a cold")
    await nora.press("u")
    await nora.see("◐ week of 9 Nov  partly")


async def test_without_a_week_under_the_cursor_the_one_that_ended_is_meant(
    nora: Robot,
) -> None:
    await at_the_progress(nora)
    nora.desk.study.week("nora", "kept", day=nora.desk.today())
    await nora.press("end")
    await nora.later(minutes=60 * 24 * 7)
    await nora.press("h")
    await nora.see("Week of 30 Nov: partly.")


async def test_a_lab_is_looked_at_and_what_follows_is_promised(nora: Robot) -> None:
    await at_the_progress(nora, (120, 40))
    await nora.press("tab")
    await nora.see("› ○ lab 7")
    await nora.press("x")
    await nora.see("Looked at lab 7", "Enter ticks it off.")
    await nora.type("short functions")
    await nora.press("tab")
    await nora.type("two tests")
    await nora.see("What follows becomes a promise of theirs.")
    await nora.press("enter")
    await nora.see("✓ lab 7: short functions")
    assert "two tests" in [one.action.text for one in nora.desk.promises.list(who="nora")]


async def test_a_stuck_point_is_explained_settled_and_stuck_again(nora: Robot) -> None:
    await at_the_progress(nora, (120, 40))
    await nora.press("t")
    await nora.see("That needs a stuck point or a recording under the cursor")
    await nora.press("tab", "home", "down", "down")
    await nora.see("› ?? decorators with")
    await nora.press("t")
    await nora.see("‹ 2 of 5, a little ›", "Only you read this.")
    await nora.press("right", "tab")
    await nora.type("by an example")
    await nora.press("enter")
    await nora.see("explained Thu 26 Nov, 3 of 5")
    await nora.press("x")
    await nora.see("✓  decorators with")
    await nora.press("x")
    await nora.see("?? decorators with")


async def test_an_idea_is_used_and_a_recording_handed_over(nora: Robot) -> None:
    await at_the_progress(nora, (120, 40))
    await nora.see("✓ Labs and projects together", "○ 2026-11-19_nora", "they were not told yet")
    await nora.press("tab", "end", "t")
    await nora.see("not shared yet", "Told today: they know of it.")
    await nora.press("p", "enter")
    await nora.see("A helpful part of the recording", "Type something first")
    await nora.type("12:30 decorators")
    await nora.press("enter")
    await nora.see("not shared yet", "12:30 decorators")
    await nora.press("x")
    await nora.see("shared Thu 26 Nov")
    await nora.press("home", "down", "down", "down")
    await nora.see("› ○ A concept that is still shaky")
    await nora.press("x")
    await nora.see("used Thu 26 Nov", "Used today.")


async def test_done_says_what_it_needs(nora: Robot) -> None:
    await at_the_progress(nora)
    await nora.press("x")
    await nora.see("Done needs a lab, a stuck point, an idea or a recording")
    await nora.press("p")
    await nora.see("A part needs a recording under the cursor")


async def test_the_plan_of_study_hours_ends_and_comes_back(nora: Robot) -> None:
    await at_the_progress(nora)
    await nora.see("Monday and Thursday 19:00")
    await nora.press("z")
    await nora.see("No study hours are planned now.", "week of 9 Nov")
    await nora.see_no("Monday and Thursday 19:00")
    await nora.press("z")
    await nora.see("No study hours are planned; a adds some.")
    await nora.press("u")
    await nora.see("Monday and Thursday 19:00")
    await nora.press("f9")
    await nora.see("SHARED with Nora Diaz")
    await nora.click(" Progress ")
    await nora.press("z")
    await nora.see("Nothing but the running call is changed")


@pytest.mark.parametrize(
    ("turns", "typed", "understood", "then"),
    [
        (0, "section 5 60% https://example.org/n", "section 5, 60 %, https://", "▂▃▄▅ 60 %"),
        (1, "tue,sat 10:00 2h", "Tuesday and Saturday 10:00, 2 h, on", "4 h of 15 h a week"),
        (1, "tue 10:00", "Tuesday 10:00, 1 h, on their clock", "1 h of 15 h a week"),
        (2, "lab 8 https://example.org/8", "It waits to be looked at", "○ lab 8"),
        (3, "what a closure is", "It comes back before each call.", "?? what a closure is"),
        (5, "lab 7 alone", "Its mentee may read it, too.", "+ lab 7 alone"),
        (6, "/calls/4.mp4", "A link, a path or a title", "○ 2026-11-26_nora"),
    ],
)
async def test_everything_is_added_in_one_line(
    nora: Robot, turns: int, typed: str, understood: str, then: str
) -> None:
    await at_the_progress(nora, (120, 40))
    await nora.press("end", "a", "shift+tab", *["left"] * 9, *["right"] * turns, "tab")
    if turns == 0:
        await nora.see("‹ progress: where they are ›")
    await nora.type(typed)
    await nora.see(understood)
    await nora.press("enter")
    await nora.see(then)


async def test_a_question_and_a_link_and_something_personal_go_where_they_belong(
    nora: Robot,
) -> None:
    await at_the_progress(nora)
    await nora.press("end", "up", "up")
    await nora.see("› ✓ Labs and projects")
    for turns, typed in ((4, "why tests"), (7, "https://example.org on tests"), (8, "climbs")):
        await nora.press("a", "shift+tab", *["right"] * turns, "tab")
        await nora.type(typed)
        await nora.press("enter")
        await nora.see("Kept. u takes it back.")
    desk = nora.desk
    assert [note.body for note in desk.topics.questions("nora")] == ["why tests"]
    assert [note.body for note in desk.links.list("nora")] == ["https://example.org – on tests"]
    learning = desk.pages.brief("nora").learning
    assert learning
    assert learning.remember == "climbs"


async def test_what_is_no_study_hour_is_refused_while_it_is_typed(nora: Robot) -> None:
    await at_the_progress(nora)
    await nora.press("a")
    await nora.see("‹ study hours ›")
    await nora.type("every 2 tue 10:00")
    await nora.see("Study hours are those of every week")
    await nora.press("enter")
    await nora.see("How Nora Diaz gets on")


async def test_the_task_is_looked_back_on_with_the_programmes_questions(nora: Robot) -> None:
    await at_the_progress(nora)
    await nora.press("r")
    await nora.see("study six hours · Nora Diaz", "Which of the planned hours took place?")
    await nora.see("partly", "a cold")
    await nora.golden("look-back")
    await nora.type("yes")
    await nora.see("Yes ticks the task off.")
    await nora.press("enter")
    await nora.see("Which of the planned hours took place? yes")
    assert nora.desk.promises.list(who="nora") == []


async def test_the_month_is_looked_back_on_from_the_brief(nora: Robot) -> None:
    await nora.open(start="people")
    await nora.press("enter", "M")
    await nora.see("The month · Nora Diaz", "How was the past month?", "New targets: g on the plan")
    await nora.press("enter")
    await nora.see("There is no answer.")
    await nora.type("better than the first")
    await nora.press("enter")
    await nora.click(" Progress ")
    await nora.see("last month", "How was the past month? bett")


async def test_the_log_is_opened_with_one_key(nora: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    await at_the_progress(nora)
    monkeypatch.setattr(nora.app, "open_url", opened.append)
    await nora.press("v")
    await nora.see("Log opened today. https://example.org/nora", "log opened today")
    assert opened == ["https://example.org/nora"]


async def test_what_is_no_link_is_never_opened(
    nora: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    nora.desk.progress.seen("nora", "file:///etc/passwd")
    await at_the_progress(nora)
    monkeypatch.setattr(nora.app, "open_url", opened.append)
    await nora.press("v")
    await nora.see("Log opened today.")
    assert opened == []


@pytest.mark.parametrize("size", SIZES)
async def test_very_wide_words_stay_in_their_column(nora: Robot, size: tuple[int, int]) -> None:
    nora.desk.labs.add("nora", "図書館のプロジェクト" * 8)
    nora.desk.progress.add("nora", "節" * 60, 50, well="x" * 200)
    nora.desk.words.note("nora", "再帰" * 40, "stuck")
    await at_the_progress(nora, size)
    await nora.press("pagedown")
    await nora.see("図書館")
    assert all(len(line) <= size[0] for line in nora.screen_text().split("\n"))


async def test_a_search_for_a_lab_ends_on_the_tab_that_has_it(nora: Robot) -> None:
    await nora.open(start="people")
    await nora.press("slash")
    await nora.type("nesting")
    await nora.see("ear names, less nesting")
    await nora.press("enter")
    await nora.see("── study", "lab 6: clear names, less nesting")


async def test_a_promise_says_that_it_was_the_mentees_own_idea(nora: Robot) -> None:
    await nora.open(start="people")
    await nora.press("enter", "p")
    await nora.type("a talk on tests")
    await nora.press("tab", "right", "right")
    await nora.see("‹ nora, their own idea ›")
    await nora.press("enter")
    await nora.see("a talk on tests", "own idea")
    made = next(one for one in nora.desk.promises.list(who="nora") if "talk" in one.action.text)
    assert (made.action.owner, made.action.proposed_by) == ("mentee", "mentee")


async def test_a_programme_may_ask_more_than_fits_the_screen(
    robot: Robot, desk: Desk, home: Path
) -> None:
    asks = [
        f"Question {n}, which is a rather long one and takes more than a line?" for n in range(9)
    ]
    (home / "playbooks").mkdir()
    (home / "playbooks" / "long.toml").write_text(
        'slug = "long"\ntitle = "Long"\nversion = "1"\n[cadence]\nminutes = 60\nreserve = 10\n'
        '[agendas.usual]\ntitle = "Usual"\nwhen = "default"\n[[agendas.usual.items]]\n'
        f'title = "Task"\nrole = "task"\nprompts = {asks}\n',
        encoding="utf-8",
    )
    desk.people.add("Olu", playbook="long")
    await robot.open(start="people")
    await robot.press("enter", "r")
    await robot.see("Question 0", "⏎ Save")
    await robot.press(*["tab"] * 8)
    await robot.see("Question 8", "⏎ Save")
    await robot.type("nine")
    await robot.press("enter")
    await robot.see("Kept.")
    assert [one.key for one in desk.reviews.list("olu")] == ["9"]
