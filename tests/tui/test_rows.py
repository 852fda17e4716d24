"""The list every screen uses."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from mentordesk.tui.presentation.rows import Row, heading, plain
from mentordesk.tui.widgets.rows import Rows


class ListApp(App[None]):
    """One list and nothing else; it counts what is painted and keeps what was chosen."""

    CSS = "Rows { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.animation_level = "none"
        self.given = rows
        self.frames = 0
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Rows("nothing here\npress a", id="rows")

    def on_mount(self) -> None:
        self.query_one(Rows).rows = self.given

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.chosen.append(event.key)

    def post_display_hook(self) -> None:
        self.frames += 1

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)

    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


def many(number: int) -> list[Row]:
    return [plain(f"line {n}", key=f"line:{n}") for n in range(number)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(0)


async def test_the_cursor_passes_over_headings_and_remarks() -> None:
    app = ListApp(
        [heading("a"), plain("one", key="1"), plain("why"), heading("b"), plain("two", key="2")]
    )
    async with app.run_test() as pilot:
        assert app.rows.current == app.given[1]
        await press(pilot, "down")
        assert app.rows.current == app.given[4]
        await press(pilot, "down", "down")
        assert app.rows.current == app.given[4]
        await press(pilot, "k")
        assert app.rows.current == app.given[1]


async def test_an_empty_list_says_what_belongs_there() -> None:
    app = ListApp([])
    async with app.run_test() as pilot:
        assert app.lines()[:2] == ["  nothing here", "  press a"]
        await press(pilot, "enter", "down", "pagedown", "end")
        assert app.chosen == []


async def test_one_key_paints_one_frame() -> None:
    app = ListApp(many(1000))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(20):
            await pilot.pause(0)  # the frames of the start are none of a key's
        for key in ["down"] * 5 + ["pagedown", "up", "end", "home"]:
            before = app.frames
            await press(pilot, key)
            assert app.frames == before + 1, key


@pytest.mark.parametrize(
    ("keys", "first", "cursor"),
    [
        (["down"] * 9, "line 0", "line:9"),
        (["down"] * 10, "line 1", "line:10"),
        (["pagedown"] * 2, "line 9", "line:18"),
        (["end"], "line 90", "line:99"),
        (["end", "pageup"], "line 90", "line:90"),
        (["end", "home"], "line 0", "line:0"),
    ],
)
async def test_the_cursor_stays_in_view(keys: list[str], first: str, cursor: str) -> None:
    app = ListApp(many(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, *keys)
        assert app.lines()[0].strip("› ▁▂▃▄▅▆▇█") == first
        assert app.rows.current and app.rows.current.key == cursor


async def test_a_new_list_keeps_the_cursor_on_the_same_thing() -> None:
    app = ListApp(many(20))
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, *["down"] * 5)
        app.rows.rows = [heading("new"), *many(20)]
        assert app.rows.current and app.rows.current.key == "line:5"
        app.rows.rows = [heading("new"), *(row for row in many(20) if row.key != "line:5")]
        assert app.rows.current and app.rows.current.key == "line:6"
        app.rows.rows = many(3)
        assert app.rows.current and app.rows.current.key == "line:2"


async def test_enter_chooses_and_so_does_a_second_click() -> None:
    app = ListApp(many(5))
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, "down", "enter")
        assert app.chosen == ["line:1"]
        await pilot.click(Rows, offset=(5, 3))
        assert app.chosen == ["line:1"]
        await pilot.click(Rows, offset=(5, 3))
        assert app.chosen == ["line:1", "line:3"]
        await pilot.click(Rows, offset=(5, 8))
        assert app.chosen == ["line:1", "line:3"]


async def test_wide_letters_keep_the_right_side_in_its_place() -> None:
    rows = [Row("1", [("千尋", "")], [("end", "")]), Row("2", [("ab", "")], [("end", "")])]
    app = ListApp(rows)
    async with app.run_test(size=(20, 5)):
        first, second = app.screen._compositor.render_strips()[:2]
        assert first.cell_length == second.cell_length == 20
        assert first.text.rstrip().endswith("end")


async def test_a_hundred_thousand_lines_cost_what_a_screenful_costs() -> None:
    app = ListApp(many(100_000))
    drawn = 0
    line = Rows.render_line

    def counting(self: Rows, y: int) -> object:
        nonlocal drawn
        drawn += 1
        return line(self, y)

    Rows.render_line = counting  # type: ignore[method-assign,assignment]
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "end")
            assert app.rows.current and app.rows.current.key == "line:99999"
    finally:
        Rows.render_line = line  # type: ignore[method-assign]
    assert drawn < 24 * 8
