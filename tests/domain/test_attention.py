"""What is due and why: each rule by its edges, all of them in one order."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.attention import Facts, Numbers, Promised, due
from mentordesk.domain.attention_words import days_ago

TODAY = date(2026, 11, 26)
SOON = datetime(2026, 12, 3, 17, tzinfo=UTC)
QUIET = Facts(
    address="ada/wealljs",
    name="Ada Obi",
    status="active",
    started_on=date(2026, 9, 1),
    last_contact=TODAY,
    missed_on=None,
    next_start=SOON,
    running_since=None,
    promises=[],
    numbers=Numbers(silence_days=14),
)


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


def said(**facts: Any) -> list[str]:
    """What is due on the day, in words."""
    return [line.says for line in due([QUIET._replace(**facts)], TODAY)]


def test_where_all_is_well_nothing_is_due() -> None:
    assert said() == []


QUIET_FOR = "quiet: Ada Obi, {} days since anything (the playbook says 14)"
NEVER_CLOSED = "the call with Ada Obi on {} was never closed"


def promised(days: int) -> list[Promised]:
    """One promise of the mentor's, due so many days before today."""
    return [Promised("a", "intro", before(days))]


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        # a missed call
        ({"missed_on": before(2)}, ["follow up: Ada Obi missed the call on Tue 24"]),
        ({"missed_on": before(2), "followed_up": True}, []),
        # the mentor's promises
        ({"promises": promised(0)}, ["my promise to Ada Obi: intro, due today"]),
        ({"promises": promised(1)}, ["my promise to Ada Obi: intro, due yesterday"]),
        ({"promises": promised(5)}, ["my promise to Ada Obi: intro, due 5 days ago"]),
        ({"promises": promised(-1)}, []),
        # silence
        ({"last_contact": before(14)}, []),
        ({"last_contact": before(15)}, [QUIET_FOR.format(15)]),
        ({"last_contact": None}, [QUIET_FOR.format(86)]),
        ({"last_contact": None, "started_on": before(3)}, []),
        ({"last_contact": before(99), "numbers": Numbers()}, []),
        ({"last_contact": before(99), "status": "paused"}, []),
        ({"last_contact": before(99), "running_since": TODAY}, []),
        # no date
        ({"next_start": None}, ["no next date with Ada Obi"]),
        ({"next_start": None, "status": "paused"}, []),
        ({"next_start": None, "running_since": TODAY}, []),
        # a call nobody closed
        ({"running_since": TODAY}, []),
        ({"running_since": before(1)}, [NEVER_CLOSED.format("Wed 25")]),
        ({"running_since": before(1), "running_until": TODAY}, []),
        ({"running_since": before(2), "running_until": before(1)}, [NEVER_CLOSED.format("Tue 24")]),
    ],
)
def test_a_rule_says_what_it_found_and_why(facts: dict[str, Any], sentences: list[str]) -> None:
    assert said(**facts) == sentences


def test_a_missed_call_and_its_promise_are_told_once() -> None:
    promise = Promised("a", "Follow up with Ada Obi about the missed call", before(1))
    (line,) = due([QUIET._replace(missed_on=before(2), promises=[promise], follow_up="a")], TODAY)
    assert (line.rule, line.does, line.ref) == ("follow-up", "done", "a")
    (line,) = due([QUIET._replace(missed_on=None, promises=[promise], follow_up="a")], TODAY)
    assert (line.rule, line.does, line.ref) == ("promise", "done", "a")


def test_what_can_be_lost_by_waiting_comes_first_and_then_the_oldest() -> None:
    everybody = [
        QUIET._replace(address="a/p", last_contact=before(40)),
        QUIET._replace(address="b/p", promises=[Promised("1", "x", TODAY)]),
        QUIET._replace(address="c/p", promises=[Promised("2", "y", before(3))]),
        QUIET._replace(address="d/p", running_since=before(1)),
        QUIET._replace(address="e/p", missed_on=before(9)),
    ]
    lines = due(everybody, TODAY)
    assert [line.address[0] for line in lines] == ["e", "c", "d", "a", "b"]
    assert [line.urgent for line in lines] == [True, True, True, False, False]


def test_every_line_says_what_settles_it() -> None:
    facts = QUIET._replace(
        missed_on=before(2),
        promises=[Promised("a", "x", TODAY)],
        last_contact=before(99),
        next_start=None,
        running_since=before(1),
    )
    found = {line.rule: line.does for line in due([facts], TODAY)}
    assert found == {"left-open": "call", "follow-up": "log", "promise": "done"}
    answered = facts._replace(running_since=None, followed_up=True)
    rest = {line.rule: line.does for line in due([answered], TODAY)}
    assert rest == {"promise": "done", "silence": "log", "no-date": "slot"}


FACTS = st.builds(
    lambda **known: Facts(**known),
    address=st.sampled_from(["ada/p", "ben/p", "chi/p"]),
    name=st.just("Ada"),
    status=st.sampled_from(["active", "paused"]),
    started_on=st.dates(date(2026, 1, 1), TODAY),
    last_contact=st.none() | st.dates(date(2026, 1, 1), TODAY),
    missed_on=st.none() | st.dates(date(2026, 1, 1), TODAY),
    next_start=st.none() | st.just(SOON),
    running_since=st.none() | st.dates(date(2026, 11, 1), TODAY),
    promises=st.lists(
        st.builds(Promised, st.just("a"), st.just("x"), st.dates(before(9), before(-9))), max_size=3
    ),
    numbers=st.integers(0, 30).map(Numbers),
)


@given(everybody=st.lists(FACTS, max_size=3, unique_by=lambda facts: facts.address))
def test_the_list_does_not_depend_on_the_order_of_people(everybody: list[Facts]) -> None:
    assert due(everybody, TODAY) == due(everybody[::-1], TODAY)


@given(facts=FACTS)
def test_nothing_due_lies_ahead(facts: Facts) -> None:
    assert all(line.since <= TODAY for line in due([facts], TODAY))


def test_days_ago_is_said_as_people_say_it() -> None:
    assert [days_ago(before(n), TODAY) for n in (1, 2, 30)] == [
        "yesterday", "2 days ago", "30 days ago"
    ]  # fmt: skip
