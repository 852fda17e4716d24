"""A playbook with a mistake is not read at all, and every mistake has a sentence of its own."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.playbook_examples import FULL, Raw, agenda, changed, raw

from mentordesk.domain.playbook import PlaybookProblem, problems, read

WRONG = [
    ("slug", "Full House", "a short name of lower-case letters, digits, - and _", "“Full House”"),
    ("slug", "../full", "a short name of lower-case letters, digits, - and _", "“../full”"),
    ("title", "", "text of 1 to 60 characters", "“”"),
    ("title", 7, "text of 1 to 60 characters", "7"),
    ("title", "a\x1b[2Jb", "text of 1 to 60 characters", "“ab” with control characters"),
    ("version", 1, "text of 1 to 20 characters", "1"),
    ("read_on", "21.11.2026", "a day such as 2026-11-21", "“21.11.2026”"),
    ("kind", "pair", "one of “one-to-one”, “group”, “office hours”, “workshop”", "“pair”"),
    ("cadence", 60, "a table", "60"),
    ("cadence.minutes", 4, "a whole number from 5 to 600", "4"),
    ("cadence.minutes", 601, "a whole number from 5 to 600", "601"),
    ("cadence.minutes", "ten", "a whole number from 5 to 600", "“ten”"),
    ("cadence.every_weeks", True, "a whole number from 1 to 52", "true"),
    ("cadence.minutes", 45.0, "a whole number from 5 to 600", "45.0"),
    ("cadence.minutes", 10**18, "a whole number from 5 to 600", "a very large number"),
    ("cadence.hard_stop", "yes", "true or false", "“yes”"),
    ("agendas", {}, "a table with at least one entry", "an empty table"),
    ("agendas.weekly.when", "third", "one of “first”, “second”, “last”, “monthly”", "“third”"),
    ("agendas.weekly.minutes", 3, "a whole number from 5 to 600, or 0 (as in cadence)", "3"),
    ("agendas.weekly.items", [], "a list of 1 to 20, each a table", "a list of 0"),
    ("agendas.weekly.items", {"a": 1}, "a list of 1 to 20, each a table", "a table"),
    ("goals.horizons", [0], "a whole number from 1 to 1000", "0"),
    ("links.Code of conduct", "example.org", "an address that begins with", "“example.org”"),
    ("links.Code of conduct", "https://a b", "an address that begins with", "“https://a b”"),
    ("links.Code of conduct", "javascript:x", "an address that begins with", "“javascript:x”"),
]


@pytest.mark.parametrize(("path", "value", "expected", "found"), WRONG)
def test_a_wrong_value_is_named_with_what_was_expected_and_found(
    path: str, value: object, expected: str, found: str
) -> None:
    [sentence] = problems(changed(path, value), "my.toml")
    assert sentence.startswith(f"my.toml: {path}")
    assert f": expected {expected}" in sentence
    assert sentence.endswith(f", found {found}.")


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("agendas.Every week", agenda("second"), "expected a short name of lower-case letters"),
        ("links.a\x1b[2Jb", "https://example.org", "found “ab” with control characters"),
        ("links.two\nlines", "https://example.org", "expected text of 1 to 40 characters"),
    ],
)
def test_a_name_that_the_mentor_chose_may_be_wrong_too(path: str, value: object, says: str) -> None:
    [sentence] = problems(changed(path, value), "my.toml")
    assert says in sentence
    assert sentence.isprintable()


def test_a_number_too_long_to_print_is_a_mistake_like_any_other() -> None:
    [sentence] = problems(changed("cadence.minutes", 10**5000), "my.toml")
    assert sentence.endswith("found a very large number.")


def test_entries_of_lists_are_counted_from_one() -> None:
    table = changed("agendas.kick-off.items.1.minutes", -1)
    assert problems(table, "x")[0].startswith("x: agendas.kick-off.items[2].minutes: expected")
    table = changed("wrap_up.0.readers", ["mentee", "everybody"])
    assert problems(table, "x")[0].startswith("x: wrap_up[1].readers[2]: expected one of “me”")


def test_a_missing_key_is_named_with_what_belongs_there() -> None:
    table = raw(cadence={})
    assert problems(table, "my.toml") == [
        "my.toml: cadence.minutes is missing: expected a whole number from 5 to 600."
    ]


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("cadence.minuts", 60, "Did you mean cadence.minutes?"),
        ("agendas.weekly.items.0.promts", [], "Did you mean agendas.weekly.items[1].prompts?"),
        ("wrap-up", [], "Did you mean wrap_up?"),
        ("goals.zzz", 1, "Known here: horizons, terms, gaps, kinds, smart, toward_role."),
    ],
)
def test_an_unknown_key_is_a_mistake_and_the_nearest_one_is_named(
    path: str, value: object, says: str
) -> None:
    [sentence] = problems(changed(path, value), "my.toml")
    assert path.split(".")[-1] in sentence
    assert "is not a key of a playbook" in sentence
    assert sentence.endswith(says)


def test_every_mistake_is_told_at_once() -> None:
    table = raw(title="", kind="pair", colour="red", cadence={"minutes": 0})
    found = problems(table, "my.toml")
    assert [any(key in p for p in found) for key in ("title", "kind", "colour", "minutes")] == [
        True
    ] * 4
    with pytest.raises(PlaybookProblem) as refusal:
        read(table, "my.toml")
    assert refusal.value.problems == tuple(found)
    assert refusal.value.sentence.startswith(found[0])
    assert "And 3 more" in refusal.value.sentence


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            raw(cadence={"minutes": 30, "reserve": 30}),
            "cadence.reserve: expected less than the 30 minutes, found 30.",
        ),
        (
            raw(agendas={"weekly": agenda(minutes=10, reserve=20)}),
            "agendas.weekly.reserve: expected less than the 10 minutes, found 20.",
        ),
        (
            raw(agendas={"w": agenda(items=[{"title": "Talk", "minutes": 51}])}),
            "agendas.w.items: expected to fit 60 minutes, found 51 planned and a reserve of 10:"
            " 61 minutes.",
        ),
        (
            raw(agendas={"w": agenda(items=[{"title": "A", "minutes": 48}, {"title": "B"}])}),
            "agendas.w.items: expected to fit 60 minutes, found 48 planned, 1 without minutes"
            " (3 each at least) and a reserve of 10: 61 minutes.",
        ),
        (
            raw(agendas={"a": agenda("monthly")}),
            "agendas: expected one with when = “default”, found none.",
        ),
        (
            raw(agendas={"a": agenda(), "b": agenda()}),
            "agendas: expected one with when = “default”, found a and b.",
        ),
        (
            raw(agendas={"a": agenda(items=[{"title": "Talk"}, {"title": "Talk"}])}),
            "agendas.a.items: expected each title once, found “Talk” twice.",
        ),
        (
            raw(
                agendas={
                    "a": agenda(
                        items=[{"title": "A", "role": "task"}, {"title": "B", "role": "task"}]
                    )
                }
            ),
            "agendas.a.items: expected role = “task” once, found it twice.",
        ),
        (
            raw(boundaries=[{"key": "q", "ask": "A?"}, {"key": "q", "ask": "B?"}]),
            "boundaries: expected each key once, found “q” twice.",
        ),
        (
            raw(
                wrap_up=[
                    {"key": "a", "ask": "A?", "becomes": "next"},
                    {"key": "b", "ask": "B?", "becomes": "next"},
                ]
            ),
            "wrap_up: expected becomes = “next” once, found it twice.",
        ),
        (
            raw(goals={"horizons": [60, 30]}),
            "goals.horizons: expected each once and the shortest first, found 60, 30.",
        ),
        (
            raw(goals={"horizons": [30, 30]}),
            "goals.horizons: expected each once and the shortest first, found 30, 30.",
        ),
        (raw(load={"min": 3, "max": 2}), "load.max: expected at least load.min (3), found 2."),
        (
            raw(load={"min": 3, "ask_above": 2}),
            "load.ask_above: expected at least load.min (3), found 2.",
        ),
        (
            raw(load={"max": 3, "ask_above": 4}),
            "load.ask_above: expected at most load.max (3), found 4.",
        ),
        (
            raw(misses={"logged_minutes": 61}),
            "misses.logged_minutes: expected at most the 60 minutes of a meeting, found 61.",
        ),
    ],
)
def test_values_that_do_not_go_together(table: Raw, says: str) -> None:
    assert problems(table, "my.toml") == [f"my.toml: {says}"]


@pytest.mark.parametrize(
    "table",
    [
        raw(cadence={"minutes": 5, "reserve": 2}),
        raw(agendas={"w": agenda(items=[{"title": "Talk", "minutes": 50}])}),
        raw(agendas={"w": agenda(items=[{"title": "A", "minutes": 47}, {"title": "B"}])}),
        raw(load={"min": 3, "max": 10, "ask_above": 3}),
        raw(misses={"logged_minutes": 60}),
    ],
)
def test_values_that_just_fit(table: Raw) -> None:
    assert problems(table, "my.toml") == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def paths(value: Any, at: str = "") -> list[str]:
    """Every dotted path into a table, lists counted from 0."""
    if not isinstance(value, dict | list):
        return []
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, one in pairs:
        path = f"{at}.{key}" if at else str(key)
        found += [path, *paths(one, path)]
    return found


@settings(deadline=None)
@given(path=st.sampled_from(paths(FULL)), value=JSON)
def test_anything_anywhere_is_taken_or_named_in_printable_sentences(
    path: str, value: object
) -> None:
    table = changed(path, value)
    found = problems(table, "my.toml")
    if not found:
        assert read(table, "my.toml").agenda_for(1, new_month=False).items
    assert all(s.startswith("my.toml: ") and "\x1b" not in s and "\n" not in s for s in found)


@settings(deadline=None)
@given(value=JSON)
def test_a_file_that_is_no_playbook_is_refused(value: object) -> None:
    assert problems(value, "my.toml")  # type: ignore[arg-type]
