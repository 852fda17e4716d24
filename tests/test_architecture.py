"""The rooms of docs/architecture.md and the arrows between them are the ones in the code."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "mentordesk"
PAGE = ROOT / "docs" / "architecture.md"
WORLD = {
    "asyncio", "fileinput", "getpass", "glob", "importlib", "io", "logging", "multiprocessing",
    "os", "pathlib", "platform", "shutil", "signal", "socket", "sqlite3", "subprocess", "tempfile",
    "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip


class Arrows(NamedTuple):
    """One row of the table."""

    may: frozenset[str]
    inside: frozenset[str]
    libraries: frozenset[str]


class Import(NamedTuple):
    """One imported module; `inside` a function or for types only."""

    name: str
    line: int
    inside: bool


def table() -> dict[str, Arrows]:
    """The arrow table of the page: room → what it may know."""
    text = PAGE.read_text("utf-8").partition("## Arrows")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip().replace("\\", "") for cell in row] for row in rows[2:]]
    return {room: Arrows(*map(_words, rest)) for room, *rest in cells}


def _words(cell: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w.]+", cell))


def room_of(path: Path) -> str:
    """The room a file is in: its folder, or the file itself."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports(text: str, package: str) -> Iterator[Import]:
    """Every import of a module in `package`, with relative ones resolved."""
    for node, inside in _walk(ast.parse(text), False):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, inside)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(name, node.lineno, inside) for name in _from(node, package))
        elif isinstance(node, ast.Call) and (name := _called(node)):
            yield Import(name, node.lineno, inside)


def _walk(node: ast.AST, inside: bool) -> Iterator[tuple[ast.AST, bool]]:
    yield node, inside
    held = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    held = held or (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"))
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, inside or held)


def _from(node: ast.ImportFrom, package: str) -> list[str]:
    parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    module = ".".join([*parents, *([node.module] if node.module else [])])
    return [f"{module}.{alias.name}" for alias in node.names]


def _called(node: ast.Call) -> str:
    """The module that `import_module("…")` or `__import__("…")` names outright."""
    named = node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value
    called = ast.unparse(node.func).rpartition(".")[2]
    return str(named) if named and called in ("import_module", "__import__") else ""


def faults(room: str, text: str, arrows: dict[str, Arrows], package: str = "") -> list[str]:
    """What is imported here that the table does not allow, one sentence each."""
    found = imports(text, package or f"mentordesk.{room}")
    return [f"line {one.line}: {why}" for one in found if (why := _fault(room, one, arrows))]


def _fault(room: str, one: Import, arrows: dict[str, Arrows]) -> str:
    top, *rest = one.name.split(".")
    row = arrows[room]
    if top == "mentordesk":
        other = rest[0] if rest and rest[0] in arrows else ""
        if not other or other == room or other in row.may:
            return ""
        if other in row.inside:
            return "" if one.inside else f"{room} imports {other} outside a function"
        return f"{room} imports {other}"
    if top in sys.stdlib_module_names:
        return f"the domain imports {top}" if room == "domain" and top in WORLD else ""
    return "" if top in row.libraries else f"{room} imports the library {top}"


FILES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


@pytest.mark.parametrize("room", table())
def test_a_room_knows_only_whom_the_table_allows(room: str) -> None:
    arrows, found = table(), []
    for path in (path for path in FILES if room_of(path) == room):
        file = path.relative_to(SOURCE)
        package = ".".join(["mentordesk", *file.parent.parts])
        found += [
            f"{file}, {one}" for one in faults(room, path.read_text("utf-8"), arrows, package)
        ]
    assert found == []


def test_the_table_names_the_rooms_that_are_there() -> None:
    assert set(table()) == {room_of(path) for path in FILES}


def test_every_room_is_told_of() -> None:
    told = PAGE.read_text("utf-8").partition("## Rooms")[2].partition("\n## ")[0]
    named = {name.strip("/") for name in re.findall(r"`([a-z]+/?)`", told)}
    assert set(table()) - {"__main__"} <= named


def test_the_package_itself_imports_nothing() -> None:
    assert not list(imports((SOURCE / "__init__.py").read_text("utf-8"), "mentordesk"))


@pytest.mark.parametrize(
    ("room", "line", "why"),
    [
        ("domain", "import mentordesk.store", "domain imports store"),
        ("domain", "from mentordesk import zones", "domain imports zones"),
        ("domain", "from ..store import Store", "domain imports store"),
        ("domain", "import sqlite3", "the domain imports sqlite3"),
        ("domain", "from zoneinfo import ZoneInfo", "the domain imports zoneinfo"),
        ("domain", "import icalendar as i", "domain imports the library icalendar"),
        ("store", "def f():\n    from mentordesk.desk import Desk", "store imports desk"),
        ("ical", "if TYPE_CHECKING:\n    from mentordesk.store import Store", "ical imports store"),
        ("desk", "from mentordesk import dates", "desk imports dates outside a function"),
        ("desk", "async def f():\n    import click.core", "desk imports the library click"),
        ("tui", "x = import_module('mentordesk.store.search')", "tui imports store"),
        ("tui", "lambda: __import__('sqlite_utils')", "tui imports the library sqlite_utils"),
        ("cli", "from mentordesk.tui.app import run", "cli imports tui outside a function"),
        ("cli", "try:\n    import rich\nfinally: ...", "cli imports the library rich"),
    ],
)  # fmt: skip
def test_a_forbidden_import_is_found_wherever_it_stands(room: str, line: str, why: str) -> None:
    found = faults(room, line, table())
    assert len(found) == 1
    assert found[0].endswith(why)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain", "import json, re\nfrom datetime import date"),
        ("domain", "from mentordesk.domain.text import clean"),
        ("domain", "from .text import clean"),
        ("desk", "def f():\n    from mentordesk import dates"),
        ("desk", "if TYPE_CHECKING:\n    from mentordesk.ical import Published"),
        ("desk", "from mentordesk import __version__, zones"),
        ("cli", "import click\nfrom mentordesk import __version__"),
    ],
)
def test_an_allowed_import_passes(room: str, line: str) -> None:
    assert faults(room, line, table()) == []


def test_the_domain_asks_no_clock_and_opens_no_file() -> None:
    asks = re.compile(r"\b(?:datetime\.now|date\.today|utcnow|open)\(")
    found = [
        path for path in (SOURCE / "domain").rglob("*.py") if asks.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_page_lists_every_decision() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    listed = re.findall(r"^(\d+)\. \[(.+)\]\(decisions/(.+)\)$", PAGE.read_text("utf-8"), re.M)
    titles = [re.match(r"# (\d+)\. (.+)", path.read_text("utf-8")) for path in decisions]
    told = [(t[1], t[2], p.name) for t, p in zip(titles, decisions, strict=True) if t]
    assert listed == told
