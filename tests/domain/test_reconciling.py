"""Things are made once, however their lines are typed, moved and mended."""

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.lines import CALL, DUE, brief

from mentordesk.domain.capture import Thing, read
from mentordesk.domain.reconciling import Capture, Plan, reconcile


def _place(thing: Thing) -> tuple[int, str]:
    return thing.line, thing.owner


class Memory:
    """Somebody who does what the plans say, like the desk does, and nothing else."""

    def __init__(self, text: str = "") -> None:
        self.things: dict[str, Thing] = {}
        self.made = 0
        self.store(text)

    def store(self, text: str) -> Plan:
        """Read the text as it stands now and follow the plan for it."""
        before = [Capture(i, t.kind, t.line, t.raw, t.owner) for i, t in self.things.items()]
        said = read(text, DUE)
        plan = reconcile(before, said)
        self._is_sound(plan, said)
        for gone in plan.withdraw:
            del self.things[gone]
        self.things |= {**dict(plan.keep), **dict(plan.change)}
        for thing in plan.create:
            self.made += 1
            self.things[f"id{self.made:04}"] = thing
        assert Counter(map(brief, self.things.values())) == Counter(map(brief, said))
        return plan

    def _is_sound(self, plan: Plan, said: list[Thing]) -> None:
        """Each thing has one fate, what reads alike is kept, and no edit makes a second thing."""
        kept, changed = dict(plan.keep), dict(plan.change)
        assert sorted([*kept, *changed, *plan.withdraw]) == sorted(self.things)
        for told in (plan.keep, plan.change):
            assert told == sorted(told, key=lambda pair: pair[1].line)
        fates = [*kept.values(), *changed.values(), *plan.create]
        assert sorted(fates, key=_place) == sorted(said, key=_place)
        assert all(self.things[i].raw == thing.raw for i, thing in plan.keep)
        assert all(self.things[i].kind == thing.kind for i, thing in plan.change)
        alike = Counter(t.raw for t in self.things.values()) & Counter(t.raw for t in said)
        assert len(plan.keep) == alike.total()
        gone = {self.things[i].kind for i in plan.withdraw}
        assert not gone & {thing.kind for thing in plan.create}

    def at(self, line: int) -> str:
        """The id of the thing on a line, empty when there is none."""
        return next((i for i, thing in self.things.items() if thing.line == line), "")


def test_typing_a_call_letter_by_letter_makes_each_thing_once() -> None:
    memory, seen = Memory(), dict[int, set[str]]()
    for end in range(1, len(CALL) + 1):
        memory.store(CALL[:end])
        line = CALL[:end].count("\n")
        seen.setdefault(line, set()).add(memory.at(line))
    assert memory.made == len(memory.things) == 7
    assert all(len(ids - {""}) <= 1 for ids in seen.values())


def test_a_question_that_turns_out_a_stuck_point_is_another_thing() -> None:
    memory = Memory("? decorators\n+ merged")
    plan = memory.store("?? decorators\n+ merged")
    assert (plan.withdraw, [t.kind for t in plan.create]) == (["id0001"], ["stuck"])


def test_a_box_ticked_in_the_text_is_the_same_promise() -> None:
    memory = Memory("[ ] @ada push")
    memory.store("[x] @ada push")
    assert memory.things["id0001"].done


def test_a_promise_handed_over_and_put_off_is_the_same_promise() -> None:
    memory = Memory("+ a\n[ ] @ada push by fri\n[ ] @ada read")
    plan = memory.store("+ a\n[ ] @me push by 1 dec\n[ ] @ada read")
    assert [(i, t.owner, t.due) for i, t in plan.change] == [("id0002", "me", date(2026, 12, 1))]


@pytest.mark.parametrize(
    ("before", "after", "owners"),
    [
        ("[ ] @ada, @me push", "[ ] @ada, @me push it", {"id0001": "ada", "id0002": "me"}),
        ("[ ] @ada, @me push", "[ ] @me, @ada push", {"id0001": "ada", "id0002": "me"}),
        ("[ ] @ada, @me push", "\n+ x\n[ ] @me push", {"id0002": "me"}),
        ("[ ] @ada push", "[ ] @me, @ada push", {"id0001": "ada", "id0002": "me"}),
        ("[ ] @ada push", "[ ] @ben, @me push", {"id0001": "ben", "id0002": "me"}),
        ("[ ] @ada, @me a", "[ ] @ben, @me a", {"id0001": "ben", "id0002": "me"}),
        ("[ ] @a, @b c\n[ ] @b, @a d", "[ ] @b c\n[ ] @a d", {"id0002": "b", "id0004": "a"}),
    ],
)
def test_of_a_line_that_several_promise_each_keeps_their_own(
    before: str, after: str, owners: dict[str, str]
) -> None:
    memory = Memory(before)
    memory.store(after)
    assert {i: t.owner for i, t in memory.things.items() if t.kind == "action"} == owners


def test_two_lines_that_say_the_same_are_two_things() -> None:
    memory = Memory("+ shipped\n+ shipped")
    assert len(memory.things) == 2
    assert memory.store("+ shipped").withdraw == ["id0002"]


def test_of_two_equal_lines_the_one_that_went_is_withdrawn() -> None:
    memory = Memory("+ a\n? why\n+ a\n! b")
    assert memory.store("? why\n+ a\n! b").withdraw == ["id0001"]


def test_equal_lines_that_move_about_stay_near_where_they_were() -> None:
    memory = Memory("? q\n+ a\n\n\n\n\n\n+ a\n! o")
    plan = memory.store("! o\n\n\n\n\n\n+ a\n? q")
    assert plan.withdraw == ["id0002"]
    assert memory.things["id0003"].line == 6


def test_an_edit_amid_new_lines_goes_to_the_nearest() -> None:
    memory = Memory("+ one\n\n\n\n\n+ two")
    plan = memory.store("+ new\n+ one!\n\n\n\n+ two!\n+ newer\n? end")
    assert [(i, t.text) for i, t in plan.change] == [("id0001", "new"), ("id0002", "two!")]
    assert [t.text for t in plan.create] == ["one!", "newer", "end"]


def test_a_paste_above_touches_nothing_below() -> None:
    memory = Memory(CALL)
    plan = memory.store("+ pasted\n\nmore\n" + CALL)
    assert [t.text for t in plan.create] == ["pasted"]
    assert (plan.change, plan.withdraw) == ([], [])


LINES = st.sampled_from(
    [*CALL.splitlines(), "plain", "", "+ a", "+ ab", "? a", "[ ] a", "[ ] a by fri", "```", "~~~ x"]
)
SEVERAL = st.sampled_from(["[ ] @me, @ada push lab 7 by fri", "[ ] @ada @ben @me a", "[ ] @b @a a"])
NOTES = st.lists(LINES | SEVERAL, max_size=12)
PROSE = st.lists(LINES.filter(lambda line: line[:3] not in ("```", "~~~")), max_size=12)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "rub", "enter", "drop", "move", "copy", "paste"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.text("ab []x@?!+>`", min_size=1, max_size=3),
        st.booleans(),
    ),
    max_size=40,
)


def edited(text: str, what: str, here: int, there: int, typed: str) -> str:
    """The text after one thing that an editor can do to it."""
    at, lines = here % (len(text) + 1), text.split("\n")
    one, other = here % len(lines), there % len(lines)
    match what:
        case "type":
            return text[:at] + typed + text[at:]
        case "rub":
            return text[: max(at - there % 5, 0)] + text[at:]
        case "enter":
            return text[:at] + "\n" + text[at:]
        case "drop":
            return "\n".join(lines[:one] + lines[one + 1 :])
        case "move":
            lines.insert(other, lines.pop(one))
        case "copy":
            lines.insert(other, lines[one])
        case "paste":
            lines[other:other] = CALL.splitlines()[: 1 + here % 8]
    return "\n".join(lines)


@given(NOTES, NOTES)
def test_any_two_texts(one: list[str], other: list[str]) -> None:
    memory = Memory("\n".join(one))
    memory.store("\n".join(other))
    memory.store("")
    assert memory.things == {}


@given(NOTES, STEPS)
def test_lines_that_several_promise_keep_count_too(
    lines: list[str], steps: list[tuple[str, int, int, str, bool]]
) -> None:
    text = "\n".join(lines)
    memory = Memory(text)
    for what, here, there, typed, _ in steps[:8]:
        text = edited(text, what, here, there, typed)
        memory.store(text)


@given(NOTES)
def test_the_same_text_again_changes_nothing(lines: list[str]) -> None:
    memory = Memory("\n".join(lines))
    before = dict(memory.things)
    plan = memory.store("\n".join(lines))
    assert (plan.change, plan.create, plan.withdraw) == ([], [], [])
    assert memory.things == before


@given(st.data(), PROSE)
def test_putting_lines_in_another_order_changes_nothing(
    data: st.DataObject, lines: list[str]
) -> None:
    memory = Memory("\n".join(lines))
    plan = memory.store("\n".join(data.draw(st.permutations(lines))))
    assert (plan.change, plan.create, plan.withdraw) == ([], [], [])


@given(st.data(), PROSE.filter(bool))
def test_deleting_a_line_withdraws_what_it_made(data: st.DataObject, lines: list[str]) -> None:
    memory = Memory("\n".join(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    gone = memory.things.get(memory.at(at))
    before = dict(memory.things)
    plan = memory.store("\n".join(lines[:at] + lines[at + 1 :]))
    assert (plan.change, plan.create) == ([], [])
    assert [before[i].raw for i in plan.withdraw] == ([gone.raw] if gone else [])


@given(st.data(), PROSE.filter(bool), st.text("ab [x]@?!+>", min_size=1, max_size=2))
def test_typing_into_a_line_touches_its_thing_alone(
    data: st.DataObject, lines: list[str], typed: str
) -> None:
    memory = Memory("\n".join(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[at])))
    keep = data.draw(st.integers(cut, len(lines[at])))
    before, known = memory.at(at), set(memory.things)
    plan = memory.store(
        "\n".join([*lines[:at], lines[at][:cut] + typed + lines[at][keep:], *lines[at + 1 :]])
    )
    after = memory.at(at)
    assert known - {before} == set(memory.things) - {after}
    assert {i for i, _ in plan.change} <= {before}
    if before and after and not plan.withdraw:
        assert before == after


@given(PROSE, STEPS)
def test_an_hour_of_typing_never_loses_count(
    lines: list[str], steps: list[tuple[str, int, int, str, bool]]
) -> None:
    text = "\n".join(lines)
    memory = Memory(text)
    for what, here, there, typed, pause in steps:
        text = edited(text, what, here, there, typed)
        if pause:  # the notes are stored when the fingers rest
            memory.store(text)
    memory.store(text)


def steps_of(work: Callable[[], object]) -> int:
    """How many calls, of Python and of C, a piece of work takes; the same on every machine."""
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_plain_text_costs_next_to_nothing() -> None:
    assert steps_of(lambda: read("a line as long as people type them\n" * 20_000, DUE)) < 50


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(lambda old: ["above", *old], id="pushed down"),
        pytest.param(lambda old: old[::-1], id="turned round"),
        pytest.param(lambda old: [line + "!" for line in old], id="all edited"),
        pytest.param(lambda old: [line for line in old if line != "+ 9"][:-900], id="half gone"),
        pytest.param(lambda old: ["+ the same"] * len(old), id="all alike"),
    ],
)
def test_work_grows_with_the_things_not_with_their_square(
    after: Callable[[list[str]], list[str]],
) -> None:
    lines = [f"+ {number}" if number % 4 == 0 else "plain" for number in range(2000)]
    things = read("\n".join(lines), DUE)
    before = [Capture(str(n), thing.kind, thing.line, thing.raw) for n, thing in enumerate(things)]
    again = read("\n".join(after(lines)), DUE)
    assert len(things) == 500
    assert steps_of(lambda: reconcile(before, again)) < 40 * (len(before) + len(again))
