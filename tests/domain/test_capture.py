"""What a line of a session's notes says, and what says nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.lines import CALL, DUE, brief

from mentordesk.domain.capture import Thing, being_named, names_for, read


def only(line: str) -> Thing | None:
    """The thing one line makes."""
    things = read(line, DUE)
    return things[0] if things else None


def test_the_lines_of_a_call() -> None:
    assert [brief(thing) for thing in read(CALL, DUE)] == [
        ("action", "push lab 7", "ada", date(2026, 11, 27), False),
        ("action", "intro to Grace", "me", date(2026, 12, 1), False),
        ("opportunity", "grant for the conference, closes 12 dec", "", None, False),
        ("question", "when is a dataclass the right thing", "", None, False),
        ("stuck", "decorators with arguments", "", None, False),
        ("win", "first pull request merged", "", None, False),
        ("recap", "we went through generators and lab 7", "", None, False),
    ]


def test_a_thing_knows_its_line_as_it_stands() -> None:
    lines = CALL.splitlines()
    assert [thing.line for thing in read(CALL, DUE)] == [1, 2, 3, 4, 5, 6, 7]
    assert all(lines[thing.line] == thing.raw for thing in read(CALL.replace("\n", "\r\n"), DUE))


@pytest.mark.parametrize(
    ("line", "text", "owner", "due", "done"),
    [
        ("[ ] read chapter 4", "read chapter 4", "me", "", False),
        ("- [ ] read chapter 4", "read chapter 4", "me", "", False),
        ("[x] @Ada read chapter 4", "read chapter 4", "Ada", "", True),
        ("- [X] @ada read it by fri", "read it", "ada", "2026-11-27", True),
        ("[ ] @network find a reviewer", "find a reviewer", "network", "", False),
        ("[ ] @ada: push", "push", "ada", "", False),
        ("[ ]   @ada   push   it", "push it", "ada", "", False),
        ("[ ] @Zoë-2 stand by me by fri", "stand by me", "Zoë-2", "2026-11-27", False),
        ("[ ] mail @grace by fri", "mail @grace", "me", "2026-11-27", False),
        ("[ ] @ alone", "alone", "me", "", False),
        ("[ ] stand by me", "stand by me", "me", "", False),
        ("[ ] @ada by fri", "by fri", "ada", "", False),
        ("[ ] \x1b[2J@ada\x07 push", "push", "ada", "", False),
    ],
)
def test_a_promise_says_whose_what_and_by_when(
    line: str, text: str, owner: str, due: str, done: bool
) -> None:
    day = date.fromisoformat(due) if due else None
    assert only(line) == Thing("action", text, owner, day, 0, line, done)


@pytest.mark.parametrize(
    "line",
    ["", "plain", "!", "! ", "!   ", "!important", "??", "?? ", "? \t", "+1", "+ ", ">", ">quote",
     "[ ]", "[ ] ", "[ ] @", "[ ] @ada", "[ ] @ada ", "[] todo", "[y] todo", "[ ]todo", "- [ ]",
     "-[ ] x", "* [ ] x", "- item", "--- ", " ! later", "\t+ later", "  [ ] later", "+\tlater",
     "! \x1b[2J", "??? why", "!! now", "# > x", "`+ code`"],
)  # fmt: skip
def test_a_line_that_makes_nothing(line: str) -> None:
    assert only(line) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```\n+ a\n```\n+ b", [3]),
        ("~~~\n+ a\n~~~\n+ b", [3]),
        ("```python\n+ a\n```\n+ b", [3]),
        ("   ```\n+ a\n   ```  \n+ b", [3]),
        ("````\n+ a\n```\n+ b\n`````\n+ c", [5]),
        ("```\n~~~\n+ a\n```\n+ b", [4]),
        ("~~~ `x`\n+ a\n~~~\n+ b", [3]),
        ("```\n+ a\n``` no end\n+ b\n```\n+ c", [5]),
        ("```inline``` text\n+ a", [1]),
        ("    ```\n+ a", [1]),
        ("``\n+ a", [1]),
        ("+ a\n```\n+ b", [0]),
        ("```\n```\n+ a", [2]),
    ],
)
def test_code_says_nothing(text: str, lines: list[int]) -> None:
    assert [thing.line for thing in read(text, DUE)] == lines


@pytest.mark.parametrize(
    ("line", "owners", "text"),
    [
        ("[ ] @dan,@ada read", ["dan", "ada"], "read"),
        ("[ ] @dan, @ada: read", ["dan", "ada"], "read"),
        ("[ ] @dan and @ada read", ["dan", "ada"], "read"),
        ("[ ] @dan & @me read", ["dan", "me"], "read"),
        ("[ ] @dan @ada @dan read", ["dan", "ada"], "read"),
        ("[ ] @dan and read", ["dan"], "and read"),
        ("[ ] @dan ask @ada", ["dan"], "ask @ada"),
        ("[ ] @dan, read", ["dan"], "read"),
        ("[ ] @dan,@ada", [], ""),
    ],
)
def test_several_who_are_named_promise_each(line: str, owners: list[str], text: str) -> None:
    found = read(line, lambda said: (said, None))
    assert [one.owner for one in found] == owners
    assert {one.text for one in found} == ({text} if text else set())
    assert {(one.line, one.raw) for one in found} <= {(0, line)}


NAMES = st.sampled_from(["ada", "me", "grace", "نور"])


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("[ ] @", ""),
        ("[ ] @ad", "ad"),
        ("- [x] @Ad", "Ad"),
        ("[ ] @ada, @m", "m"),
        ("[ ] @ada and @", ""),
        ("[ ] @نو", "نو"),
        ("[ ] @ada ", None),
        ("[ ] @ada read, ask @b", None),
        ("[ ] write to a@b", None),
        (" [ ] @ad", None),
        ("@ad", None),
        ("? ask @ad", None),
        ("", None),
    ],
)
def test_a_name_is_being_typed_only_where_owners_are_read(before: str, typed: str | None) -> None:
    assert being_named(before) == typed


@given(
    st.lists(st.tuples(NAMES, st.sampled_from([",", ", ", " and ", " & ", " "])), max_size=3),
    NAMES,
    st.integers(0, 5),
    st.sampled_from(["[ ] ", "- [ ] ", "[x] "]),
)
def test_a_completed_name_is_the_owner_that_is_read(
    others: list[tuple[str, str]], name: str, letters: int, box: str
) -> None:
    before = box + "".join(f"@{one}{sep}" for one, sep in others) + f"@{name[:letters]}"
    typed = being_named(before)
    assert typed == name[:letters]
    things = read(f"{before}{name[len(typed) :]} push", DUE)
    assert [thing.owner for thing in things] == list(dict.fromkeys([*dict(others), name]))


def test_names_begin_as_typed_in_their_own_order() -> None:
    known = ["ada", "Adam", "me", "grace"]
    assert names_for("", known) == known
    assert names_for("A", known) == ["ada", "Adam"]
    assert names_for("ada", known) == ["Adam"]
    assert names_for("x", known) == []
