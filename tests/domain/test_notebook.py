"""A mentor's notes file in the CodingNomads shape: read as far as it goes, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.notebook import Page, read

FILE = """\
What stands here belongs to nobody.

# Ada Obi

## Quick Info
- **Email**: ada@example.org
- Time zone: Africa/Lagos
* Course : Python 201
met her at a meetup

## Interests
- climbing
- data journalism

## Goals
- first job
- a talk

## Calls
### 2026-10-06
Looked at loops.
Homework: lab 3.

### 2026-10-13 - lab 3
Functions.

# Ben Lund
- 2026-01-01 is no call, it stands outside

## Calls
- 2026-09-01: hello
  and more
- **2026-09-08** second
* 2026-09-15 – third
not dated
"""


def one(text: str) -> Page:
    """The only person of a file."""
    (page,) = read(text)
    return page


def test_a_file_is_read_person_by_person() -> None:
    ada, ben = read(FILE)
    assert ada.name == "Ada Obi"
    assert ada.info == {
        "email": "ada@example.org",
        "time zone": "Africa/Lagos",
        "course": "Python 201",
    }
    assert ada.notes == [
        ("background", "met her at a meetup"),
        ("interest", "- climbing\n- data journalism"),
    ]
    assert ada.goals == ["first job", "a talk"]
    assert ada.calls == [
        ("2026-10-06", "Looked at loops.\nHomework: lab 3."),
        ("2026-10-13 - lab 3", "Functions."),
    ]
    assert ben.name == "Ben Lund"
    assert ben.notes == [("note", "- 2026-01-01 is no call, it stands outside")]
    assert ben.calls == [
        ("2026-09-01", "hello\nand more"),
        ("2026-09-08", "second"),
        ("2026-09-15", "third\nnot dated"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "no heading", "## Calls\n- 2026-01-01", "#NoBlank"])
def test_a_file_without_a_person_has_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "line", ["# Ada Obi", "# Ada Obi #", "#  Ada   Obi  ##  ", "# \x1b[1mAda Obi"]
)
def test_a_person_is_a_first_level_heading(line: str) -> None:
    assert one(line).name == "Ada Obi"


def test_every_part_may_be_missing() -> None:
    assert one("# Ada") == Page("Ada")


def test_a_heading_in_a_code_fence_is_none() -> None:
    page = one("# Ada\n## Notes\n```\n# not a person\n## 2026-01-01\n```\nafter\n")
    assert page.notes == [("note", "```\n# not a person\n## 2026-01-01\n```\nafter")]


def test_a_section_nobody_knows_is_a_note_under_its_name() -> None:
    assert one("# Ada\n## Pets\na cat\n## Empty\n").notes == [
        ("note", "**Pets**\na cat"),
        ("note", "**Empty**"),
    ]


def test_a_heading_below_a_call_belongs_to_the_call() -> None:
    page = one("# Ada\n## Calls\n### 2026-10-06\nhello\n#### Homework\nlab 3\n### 2026-10-13\nx\n")
    assert page.calls == [("2026-10-06", "hello\n#### Homework\nlab 3"), ("2026-10-13", "x")]


def test_calls_may_stand_without_a_heading_over_them() -> None:
    assert one("# Ada\n## Call 3, 2026-10-06\nhello\n").calls == [("Call 3, 2026-10-06", "hello")]


def test_what_stands_before_the_first_date_is_a_note() -> None:
    page = one("# Ada\n## Calls\nalways on Tuesdays\n- 2026-10-06 hello\n")
    assert page.notes == [("note", "always on Tuesdays")]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Email: a@b.c", "email", "a@b.c"),
        ("- **Email:** a@b.c", "email", "a@b.c"),
        ("**Time zone** : Europe/Berlin", "time zone", "Europe/Berlin"),
        ("+ Slack: @ada: home", "slack", "@ada: home"),
        ("Site: https://example.org", "site", "https://example.org"),
    ],
)
def test_a_field_is_a_word_and_a_colon(line: str, field: str, value: str) -> None:
    assert one(f"# Ada\n## Quick info\n{line}\n").info == {field: value}


def test_a_field_said_twice_is_kept_twice() -> None:
    page = one("# Ada\n## Quick info\nSlack: one\nSlack: two\n")
    assert "one" in str(page)
    assert "two" in str(page)


WORDS = st.text(st.sampled_from("abc #*-:`~\n2026-10"), max_size=60)


@given(body=WORDS)
def test_whatever_stands_below_a_person_is_kept(body: str) -> None:
    (page, *more) = read(f"# Ada\n{body}")
    kept = "".join(str(other) for other in [page, *more])
    for word in body.split():
        bare = word.strip("#*-:`~+ ")
        assert bare in kept


@pytest.mark.parametrize(
    "line",
    [
        "# " + "#" * 100_000 + "x",
        " " * 100_000 + "x",
        "- " * 50_000,
        "*" * 100_000,
        "a" + " " * 100_000 + ":",
        "2026-10-06" + " " * 100_000,
    ],
)
@pytest.mark.parametrize("section", ["Quick info", "Calls", "Goals", "Notes"])
def test_a_very_long_line_is_read_at_once(section: str, line: str) -> None:
    assert read(f"# Ada\n## {section}\n{line}\n")
