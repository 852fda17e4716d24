"""Stories about the app around the screens: modes, keys, looks, size, and what others write."""

import pytest
from tests import builders
from tests.conftest import ZONE
from tests.driver import Robot

from mentordesk.desk import open_desk
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.tui import themes


async def test_sentences_said_at_once_do_not_pile_up(mentor: Robot) -> None:
    await mentor.open()
    for said in ("first", "second", "second", "last", "last"):
        mentor.app.call_later(mentor.app.notify, said)
    await mentor.rest()
    await mentor.see("▌ last")
    await mentor.see_no("▌ first", "▌ second")
    assert mentor.screen_text().count("▌ last") == 1


async def test_the_number_of_a_mode_always_goes_to_its_first_screen(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("2", "enter")
    await mentor.see("Ada Obi · WeAllJS")
    await mentor.press("4")
    await mentor.see("Calendar")
    await mentor.press("2")
    await mentor.see("People · 4 active")
    await mentor.press("enter", "2")
    await mentor.see("People · 4 active")


async def test_the_number_of_reports_says_where_to_look_until_there_are_any(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("5")
    await mentor.see("Reports are still to come.")


async def test_what_another_process_writes_is_seen_at_the_next_tick(mentor: Robot) -> None:
    await mentor.open(start="people")
    other = open_desk(paths(), Settings(zone=ZONE), clock=mentor.clock)
    other.people.add("Eve Nakamura")
    other.close()
    await mentor.see_no("Eve Nakamura")
    await mentor.later(minutes=1)
    await mentor.see("Eve Nakamura")


async def test_a_tick_while_a_page_is_only_being_made_is_survived(mentor: Robot) -> None:
    await mentor.open()
    mentor.app.open_mentee("ada")
    mentor.app.beat()
    mentor.app.open_mentee("ada", "plan")
    await mentor.see("Ada Obi · WeAllJS", "── 30 days")
    mentor.app.start_call("ada")
    mentor.app.beat()
    await mentor.see("1:12:00 left")


async def test_a_call_begun_in_another_window_can_be_gone_to_from_this_one(mentor: Robot) -> None:
    await mentor.open(start="calendar")
    await mentor.see_no("c To the call")
    other = open_desk(paths(), Settings(zone=ZONE), clock=mentor.clock)
    other.calls.start("ada")
    other.close()
    await mentor.later(seconds=30, minutes=0)
    await mentor.see("c To the call")


async def test_what_a_verb_changes_is_seen_at_once(mentor: Robot) -> None:
    await mentor.open(start="people")
    mentor.desk.people.add("Eve Nakamura")
    await mentor.see("Eve Nakamura")


async def test_nothing_to_take_back_is_a_sentence(robot: Robot) -> None:
    await robot.open()
    await robot.press("escape", "u")
    await robot.see("There is nothing to take back.")


async def test_leaving_with_a_call_running_says_that_it_goes_on(mentor: Robot) -> None:
    mentor.desk.calls.start("ada")
    await mentor.open()
    await mentor.see("● call with Ada Obi is running", "c To the call")
    await mentor.press("q")
    assert "The call goes on." in str(mentor.app._exit_renderables)


async def test_a_call_that_ended_elsewhere_takes_its_key_away(mentor: Robot) -> None:
    call = mentor.desk.calls.start("ada")
    await mentor.open()
    await mentor.see("c To the call")
    mentor.desk.calls.close(call.id)
    await mentor.see_no("c To the call")


async def test_the_wrap_up_announces_itself_wherever_the_mentor_is(mentor: Robot) -> None:
    mentor.desk.calls.start("ada")
    await mentor.open(start="people")
    await mentor.later(minutes=1)
    await mentor.see_no("wrap-up")
    await mentor.later(minutes=56)
    await mentor.see("The wrap-up of the running call begins: c goes there.")
    await mentor.later(minutes=15)
    await mentor.see("The time of the running call is over")
    await mentor.press("c")
    await mentor.see("over since 19:00")


async def test_a_desk_opened_within_the_wrap_up_does_not_announce_it(mentor: Robot) -> None:
    mentor.desk.calls.start("ada")
    mentor.clock.advance(minutes=65)
    await mentor.open(start="people")
    await mentor.later(minutes=1)
    await mentor.see_no("wrap-up")


async def test_keys_of_the_mentors_own_show_everywhere(mentor: Robot) -> None:
    own = Settings(zone=ZONE, keys={"today.settle": "f", "app.search": "ctrl+f"})
    await mentor.open(settings=own)
    await mentor.see("f Done", "intro to Grace, due yesterday                 f Done")
    await mentor.press("ctrl+f")
    await mentor.see("Type a word:")


async def test_a_key_for_no_command_is_named_at_the_start(mentor: Robot) -> None:
    await mentor.open(settings=Settings(zone=ZONE, keys={"today.dance": "d"}))
    await mentor.see("settings.toml binds today.dance, which is no command")


async def test_the_palette_has_every_command_with_its_key(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("ctrl+p")
    await mentor.type("theme")
    await mentor.see("Dark, light, high contrast, no colour (^t)")
    await mentor.press("enter")
    await mentor.see_no("Dark, light, no colour")
    await mentor.rest()
    assert mentor.app.theme == themes.LIGHT


async def test_help_is_about_what_has_the_keys(mentor: Robot) -> None:
    await mentor.open((120, 40))
    await mentor.press("f1")
    await mentor.see("Your calls of the day with both clocks", "Begin the call now")
    await mentor.press("f1")
    await mentor.see_no("Begin the call now")
    await mentor.press("enter", "f1")
    await mentor.see("Thirty seconds before a call")


async def test_help_beside_a_page_takes_its_room_and_cuts_nothing_off(mentor: Robot) -> None:
    mentor.desk.promises.do("ada", "word " * 20 + "end", due=mentor.desk.today())
    await mentor.open((120, 40))
    await mentor.press("f1")
    await mentor.see("word end, due today")


async def test_the_strip_of_keys_answers_to_the_mouse(mentor: Robot) -> None:
    await mentor.open()
    await mentor.click("Add mentee")
    await mentor.see("A name is enough.")
    await mentor.press("escape")
    await mentor.click("Help")
    await mentor.see("Your calls of the day")


async def test_every_look_round_and_round(mentor: Robot) -> None:
    await mentor.open()
    seen = []
    for _ in themes.THEMES:
        seen.append(mentor.app.theme)
        await mentor.press("ctrl+t")
    assert seen == [themes.DARK, themes.LIGHT, themes.CONTRAST, themes.MONO]
    assert mentor.app.theme == themes.DARK


async def test_no_color_means_none(mentor: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await mentor.open()
    await mentor.see("› 18:00  Ada Obi")
    assert mentor.app.theme == themes.MONO
    assert colours(mentor) == {"default"}


async def test_the_theme_without_colour_has_none_however_it_was_chosen(mentor: Robot) -> None:
    await mentor.open(settings=Settings(zone=ZONE, theme=themes.MONO))
    await mentor.see("› 18:00  Ada Obi")
    assert colours(mentor) == {"default"}
    await mentor.press("slash")  # Textual paints the cursor of a line to type in by itself
    await mentor.type("x")
    assert colours(mentor) == {"default"}
    await mentor.press("ctrl+t")
    assert "#15181e" in colours(mentor)


def colours(robot: Robot) -> set[str]:
    """Every colour on the screen as the terminal gets it."""
    strips = robot.app.screen._compositor.render_strips()
    filters = robot.app.get_line_filters()
    found = set()
    for strip in strips:
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, robot.app.screen.background_colors[1])
        for segment in strip:
            if segment.style:
                found |= {c.name for c in (segment.style.color, segment.style.bgcolor) if c}
    return found


async def test_a_small_terminal_says_so_and_everything_is_there_again_when_it_grows(
    mentor: Robot,
) -> None:
    await mentor.open((60, 20))
    await mentor.see("The desk needs 80 × 24.")
    await mentor.resize(80, 24)
    await mentor.see("› 18:00  Ada Obi")
    await mentor.see_no("needs 80 × 24")
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS")


async def test_growing_the_terminal_lays_the_page_out_anew(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("enter")
    await mentor.resize(120, 40)
    top = mentor.screen_text().split("\n")[3]
    assert "last time" in top
    assert "agenda for next time" in top
    await mentor.resize(80, 24)
    assert "agenda" not in mentor.screen_text().split("\n")[3]


async def test_hostile_text_is_text_on_every_screen(robot: Robot) -> None:
    hostile = "[red]Eve[/red] \x1b[31m\x1b]0;owned\x07 \u202eevil [@click=app.quit]x[/]"
    robot.desk.people.add("Eve" + "x" * 90, handle="eve", contact=hostile)
    builders.slot(robot.desk, "eve")
    robot.desk.promises.do("eve", hostile)
    robot.desk.words.note("eve", hostile + "\n" + "z" * 10_000, "question")
    robot.desk.goals.add("eve", hostile)
    await robot.open()
    await robot.press("enter")
    await robot.see("[red]Eve[/red]")
    for key in ("right", "right", "right", "left", "left", "enter"):
        await robot.press(key)
        text = robot.screen_text()
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert all(len(line) <= 80 for line in text.split("\n"))
    await robot.press("x", "slash")
    await robot.type("evil")
    await robot.see("[red]Eve[/red]")


async def test_the_desk_that_may_not_be_written_says_so(mentor: Robot) -> None:
    mentor.desk.store.read_only = True
    await mentor.open()
    await mentor.see("This desk's file is read-only")
