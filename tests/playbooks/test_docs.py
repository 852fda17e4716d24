"""docs/playbooks.md and the reader name the same keys, values and answers."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from mentordesk.domain.playbook import ANSWERS, BY_HAND, PLACES, ROLES, WHENS, read
from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_shapes import Shape
from mentordesk.domain.playbook_tables import REQUIRED, Key, Many, Named, Table
from mentordesk.domain.programme_events import AFTER, COUNTED, MARKS, RECORDS, VERDICTS
from mentordesk.domain.readers import spoken

PAGE = Path(__file__).parents[2] / "docs" / "playbooks.md"


def keys(shape: Shape, at: str = "") -> Iterator[tuple[str, Key]]:
    """Every key below a shape with its dotted name, sections before what is in them."""
    if isinstance(shape, Table):
        for key in shape.keys:
            name = f"{at}.{key.name}" if at else key.name
            yield name, key
            yield from keys(key.shape, name)
    elif isinstance(shape, Many):
        yield from keys(shape.each, f"{at}[]")
    elif isinstance(shape, Named):
        yield from keys(shape.each, f"{at}.NAME")


def row(name: str, key: Key) -> str:
    """The line of the page that a key must have."""
    default = key.default
    if default is REQUIRED:
        left_out = "required"
    elif default in (None, "", (), {}):
        left_out = "–"
    else:
        shown = str(default).lower() if isinstance(default, bool) else default
        left_out = f"`{shown}`"
    return f"| `{name}` | {key.shape.expects} | {left_out} | {key.means} |"


def table() -> list[str]:
    """The page's list of keys as the reader has them."""
    return [row(name, key) for name, key in keys(PLAYBOOK)]


def section(title: str) -> str:
    return PAGE.read_text("utf-8").split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def cells() -> list[list[str]]:
    """The rows of the tables that explain words, each as its cells."""
    lines = section("What the desk does with it").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| `")]
    return [[word.strip("`"), *rest] for word, *rest in rows]


def test_the_page_lists_every_key_as_the_reader_takes_it_and_no_other() -> None:
    listed = [line for line in section("Every key").splitlines() if line.startswith("| `")]
    assert listed == table()


def test_the_smallest_playbook_of_the_page_is_one() -> None:
    example = section("The smallest one").split("```toml\n")[1].split("```")[0]
    playbook = read(tomllib.loads(example), "the page")
    assert (playbook.slug, playbook.minutes, playbook.reserve) == ("study-circle", 30, 0)
    assert playbook.agenda_for(1, new_month=True).key == "regular"


def test_the_page_says_what_answers_turn_into_and_who_reads_them() -> None:
    assert {row[0]: row[2] for row in cells() if len(row) == 3} == {
        word: spoken(readers) for word, readers in ANSWERS.items()
    }


def test_the_page_says_who_reads_a_record_when_the_playbook_does_not() -> None:
    assert {row[0]: row[1] for row in cells() if len(row) == 2} == {
        word: spoken(readers) for word, readers in RECORDS.items()
    }


def test_the_page_explains_every_word_a_key_may_have() -> None:
    text = section("What the desk does with it")
    missing = [
        w
        for w in (*WHENS, BY_HAND, *ROLES, *PLACES, *MARKS, *AFTER, *COUNTED, *VERDICTS)
        if f"`{w}`" not in text and f'"{w}"' not in text
    ]
    assert missing == []
