"""On a shared screen is what its viewer may see: every table, every page, every reader."""

import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import ZONE, Clock
from tests.driver import Robot
from tests.sharing.asking import answers
from tests.sharing.looking import each_key, everything
from tests.sharing.sentinels import Filler, Word

from mentordesk.desk import Desk, open_desk
from mentordesk.desk.demo import fill
from mentordesk.desk.sharing import shared_with, viewer_of
from mentordesk.domain.readers import THE_PUBLIC, Reader, the_group, the_mentee
from mentordesk.paths import paths
from mentordesk.settings import Settings
from mentordesk.store.shown import POLICY
from mentordesk.tui.screens.call import CallScreen
from mentordesk.tui.widgets.letters import CALL_KEYS

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
OPEN = {
    ("series", "place"),
    ("session", "place"),
    ("invitation", "component"),
    *((table, "address") for table in ("invited", "reply", "counter")),
    ("reply", "delegate"),
}
"""Words that both sides know: where they meet, what was sent of it, and what they answered."""
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal takes for a command."""
FOR_ALL = {("office_hour", "link")}
"""Words that are published."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Word]]:
    folder = tmp_path_factory.mktemp("sharing")
    made = opened(folder)
    fill(made)
    made.close()
    conn = sqlite3.connect(folder / "desk.db")
    words = Filler(conn).fill()
    conn.close()
    return folder, words


def opened(folder: Path) -> Desk:
    places = paths({"MENTORDESK_HOME": str(folder)})
    return open_desk(places, Settings(zone=ZONE, name="Mara"), clock=lambda: NOW)


@pytest.fixture(scope="module")
def whole(filled: tuple[Path, dict[str, Word]]) -> Iterator[Desk]:
    desk = opened(filled[0])
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def words(filled: tuple[Path, dict[str, Word]]) -> dict[str, Word]:
    return filled[1]


def viewers(desk: Desk) -> list[Reader]:
    """Every mentee, every group as one, and nobody in particular."""
    people = [the_mentee(row["id"]) for row in desk.store.rows("SELECT id FROM mentee")]
    groups = desk.store.rows("SELECT mentorship_id FROM team")
    return [*people, *(the_group(row["mentorship_id"]) for row in groups), THE_PUBLIC]


def may_see(desk: Desk, viewer: Reader, word: Word) -> bool:
    """The rule in other words than the policy's: whose it is, about whom, and who may read it."""
    if (word.table, word.column) in FOR_ALL:
        return True
    if viewer == THE_PUBLIC:
        return False
    mine = {viewer.group_id} if viewer.group_id else _mentorships(desk, viewer.mentee_id)
    if word.table == "mentee":
        mates = {mate for one in mine for mate in _members(desk, one)}
        known = word.column in ("name", "handle") and word.mentee in mates
        return known or word.mentee == viewer.mentee_id
    alone = {"", viewer.mentee_id}
    if word.mentorship not in mine or not {word.about, word.mentee} <= alone:
        return False
    if (word.table, word.column) in OPEN or word.table == "team":
        return True
    return bool({"mentee", "public"} & set(word.readers.split()))


def _mentorships(desk: Desk, mentee: str) -> set[str]:
    rows = desk.store.rows("SELECT mentorship_id FROM membership WHERE mentee_id = ?", mentee)
    return {row[0] for row in rows}


def _members(desk: Desk, mentorship: str) -> set[str]:
    rows = desk.store.rows("SELECT mentee_id FROM membership WHERE mentorship_id = ?", mentorship)
    return {row[0] for row in rows}


def test_every_table_and_column_has_a_decision(whole: Desk) -> None:
    tables = whole.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    names = {row["name"] for row in tables if not row["name"].startswith(("_", "words_"))}
    columns = {
        name: {row["name"] for row in whole.store.rows(f"PRAGMA table_info({name})")}
        for name in names
    }
    without = {
        (name, column)
        for name, found in columns.items()
        for column in found - (POLICY[name].decided if name in POLICY else set())
    }
    assert not without, "say in store/shown.py who may see them on a shared screen"
    assert POLICY.keys() == columns.keys()


def test_no_cell_of_any_table_holds_what_the_viewer_may_not_see(
    whole: Desk, words: dict[str, Word]
) -> None:
    tables = [row[0] for row in whole.store.rows("SELECT name FROM sqlite_schema")]
    for viewer in viewers(whole):
        shared = shared_with(whole, viewer, "no")
        seen = set[str]()
        for table in tables:
            try:
                rows = shared.store.rows(f"SELECT * FROM {table}")
            except sqlite3.OperationalError:
                continue
            for row in rows:
                for cell in row:
                    seen |= _found(str(cell), words)
        shared.close()
        leaked = {words[word] for word in seen if not may_see(whole, viewer, words[word])}
        assert not {(one.table, one.column) for one in leaked}, (viewer, leaked)
        if viewer == THE_PUBLIC:
            assert {words[word].table for word in seen} == {"office_hour"}
        else:
            assert len(seen) > 20


def _found(text: str, words: dict[str, Word]) -> set[str]:
    return {word for word in re.findall(r"zq\d+x", text) if word in words}


def test_no_verb_tells_what_the_viewer_may_not_see(whole: Desk, words: dict[str, Word]) -> None:
    """Asked by a mentee, a member of a group, the group as one, and nobody in particular."""
    group = whole.store.value("SELECT mentorship_id FROM team")
    one_of = "SELECT mentee_id FROM membership WHERE mentorship_id"
    alone, member = (
        the_mentee(whole.store.value(f"{one_of} {how} ? ORDER BY rowid", group))
        for how in ("<>", "=")
    )
    for viewer in (alone, member, the_group(group), THE_PUBLIC):
        shared = shared_with(whole, viewer, "Not while it is shared.")
        told = list(answers(shared, *_asked(whole, shared)))
        shared.close()
        leaks = {
            (call, words[word].table, words[word].column)
            for call, said in told
            for word in _found(said, words) - _found(call, words)
            if not may_see(whole, viewer, words[word])
        }
        assert not leaks
        assert len(told) > 250


def test_what_is_hidden_takes_no_places_among_the_hits(whole: Desk) -> None:
    mentee = whole.store.value("SELECT mentee_id FROM membership ORDER BY rowid")
    shared = shared_with(whole, the_mentee(mentee), "no")
    assert len(shared.pages.search("zq")) == 50
    assert len(shared.pages.search("zq", ranked=False)) == 50
    shared.close()


def _asked(whole: Desk, shared: Desk) -> tuple[dict[str, list[object]], list[object]]:
    """Values for the verbs' parameters, the viewer's first; and those only the mentor knows."""
    hidden: list[object] = []

    def some(mine: list[str], every: list[str]) -> list[object]:
        rest = [one for one in every if one not in mine][:2]
        hidden.extend(rest)
        return [*mine[:2], *rest]

    def ids(table: str) -> list[object]:
        sql = f"SELECT id FROM {table} ORDER BY id"
        mine, every = ([str(row["id"]) for row in desk.store.rows(sql)] for desk in (shared, whole))
        return some(mine, every)

    who = some(*([one.address for one in desk.pages.people()] for desk in (shared, whole)))
    found: list[object] = [whole.people.find(str(one)) for one in who]
    hidden += found  # for parts of verbs, which may ask for a group or be inside a transaction
    mentorships = ids("mentorship")
    return {
        "who": who,
        "group": who,
        "found": found,
        "whos": [[one] for one in who],
        "session_id": ids("session"),
        "mentorship_id": mentorships,
        "mentorship": mentorships,
        "prefix": [ids(table)[-1] for table in ("note", "action", "goal", "opportunity")],
        "point_id": ids("agenda_item"),
        "slug": ["wealljs"],
        "playbook": ["wealljs"],
        "text": ["zq"],
    }, hidden


WIDE = (140, 50)
"""Lists are read beyond it, and what is cut off at its edge."""
TABS = ("brief", "group", "timeline", "plan", "progress", "schedule", "agreement", "milestones")


@pytest.mark.parametrize("who", ["alone", "group", "nobody"])
async def test_no_screen_shows_what_the_viewer_may_not_see(
    filled: tuple[Path, dict[str, Word]], who: str
) -> None:
    """Every mode, tab, page and key, the search and the palette, as three viewers."""
    folder, words = filled
    desk = opened(folder)
    team = str(desk.store.value("SELECT handle FROM team"))
    one = next(line for line in desk.pages.people() if not line.members and line.next)
    name = {"alone": one.address, "group": team, "nobody": "nobody"}[who]
    robot = Robot(desk, Clock())
    try:
        await robot.open(WIDE, start="people")
        robot.app.share(name)
        await robot.rest()
        viewer = viewer_of(desk, name)
        address = "" if who == "nobody" else name
        seen = [look async for look in _walk(robot, address, keys=who == "alone")]
    finally:
        await robot.leave()
    leaks = {
        (place, key, words[word].table, words[word].column)
        for place, key, text in seen
        for word in _found(text, words)
        if not may_see(desk, viewer, words[word])
    }
    desk.close()
    assert not leaks
    assert not [(place, key) for place, key, text in seen if OBEYED.search(text)]
    assert all("SHARED with" in text for _, key, text in seen if not key)


async def _walk(robot: Robot, address: str, keys: bool) -> AsyncIterator[tuple[str, str, str]]:
    pressed = set[str]() if keys else None
    for mode in ("today", "people", "plans", "calendar", "playbooks"):
        robot.app.action_mode(mode)
        await robot.rest()
        for key, text in await each_key(robot, pressed):
            yield mode, key, text
    for key, place in (("slash", "search"), ("ctrl+p", "palette")):
        await robot.press(key)
        await robot.type("zq")
        await robot.rest(10)
        yield place, "zq", everything(robot)
        await robot.press("escape")
    if address:
        async for look in _pages(robot, address, pressed):
            yield look
        async for look in _call(robot, address, keys):
            yield look


async def _pages(
    robot: Robot, address: str, pressed: set[str] | None
) -> AsyncIterator[tuple[str, str, str]]:
    app = robot.app
    for tab in TABS:
        if tab != "group" or app.desk.people.find(address).is_group:
            app.open_mentee(address, tab)
            await robot.rest(6)
            for key, text in await each_key(robot, pressed):
                yield tab, key, text
            app.pop_screen()
            await robot.rest()


async def _call(robot: Robot, address: str, keys: bool) -> AsyncIterator[tuple[str, str, str]]:
    """The call with a roll-call and every letter that does not end it, the wrap-up, the recap."""
    app = robot.app
    app.start_call(address)
    await robot.rest(6)
    yield "call", "", everything(robot)
    call = next(one for one in app.screen_stack if isinstance(one, CallScreen))
    for letter in CALL_KEYS if keys else ():
        if letter.id not in ("call.close", "call.no_show", "call.mistake", "call.leave"):
            call.pop_until_active()
            await robot.press("ctrl+g", letter.key)
            yield "call", letter.key, everything(robot)
    call.pop_until_active()
    await robot.press("ctrl+g", "w")
    await robot.rest(6)
    yield "wrap-up", "", everything(robot)
    await robot.press("ctrl+s")
    await robot.rest(10)
    yield "recap", "", everything(robot)
