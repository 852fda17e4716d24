"""Goals in sets, action plans and gaps, as somebody types them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def eve(shell: Shell) -> Shell:
    """A desk with Eve of Astropy and Ada of WeAllJS."""
    shell("mentee add Eve Stone --playbook astropy")
    shell("mentee add Ada Obi --playbook wealljs")
    return shell


def short(shell: Shell, line: str, word: str) -> str:
    """The short id of the row that has a word in it."""
    return next(row for row in shell.out(line).splitlines() if word in row).split()[0]


def test_a_set_is_typed_in_one_line_and_renewed_a_month_later(eve: Shell) -> None:
    eve('goal set ada --30 "first pull request" --60="a talk draft" --90 "a talk"')
    eve(f"goal done {short(eve, 'goal list ada', 'pull request')} merged on Tuesday")
    eve.at("2026-12-24 10:00 Europe/Berlin")
    said = eve.out('goal set ada --30 "second pull request" --in 60 "a blog"')
    assert "Set 2\n" in said
    assert "Still open from before" in said
    assert "a talk draft" in said.partition("Still open")[2]
    eve(f"goal unmet {short(eve, 'goal list ada', 'a talk draft')} no meetup this winter")
    carried = short(eve, "goal list ada", "  a talk ")
    assert eve.out(f"goal carry {carried}") == "Carried over into set 2: a talk\n"
    sets = eve.out("goal list ada --sets")
    assert sets.index("Set 2") < sets.index("Set 1, Tue 24 Nov")
    assert "met: merged on Tuesday" in sets
    assert "not met: no meetup this winter" in sets
    assert "carried over" in sets.partition("Set 1")[2]
    found = json.loads(eve.out("goal list ada --sets --json"))
    assert [one["set"] for one in found] == [1, 2]
    assert [goal["state"] for goal in found[0]["goals"]] == ["met", "unmet", "carried"]


def test_open_ones_of_the_old_set_are_left_at_once(eve: Shell) -> None:
    eve('goal set ada --30 "a test"')
    eve.at("2026-12-24 10:00 Europe/Berlin")
    said = eve.out('goal set ada --30 "a talk" --rest carry')
    assert "a test" in said
    assert "Still open" not in said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("goal set ada", "A set needs a target."),
        ("goal set ada --31 x", "“31” is no horizon. Use 30, 60, 90, short, long, role."),
        ("goal set ada --30 x --rest burn", "“burn” is no way to leave them."),
        ("goal add ada x --horizon 12", "“12” is no horizon."),
        ("goal mark abcd well", "“well” is no mark. Use on-track, behind, ahead, done."),
        ("goal smart abcd", "There is no goal abcd."),
        ("plan add eve --goal ' '", "A row needs a goal."),
        ("plan edit abcd", "Say what changes: --goal"),
        ("plan edit abcd --goal x", "There is no plan row abcd."),
        ("plan export eve", "No row of Eve Stone's plan is for the mentee."),
        ("plan show eve --format pdf", "“pdf” is no format. Use md, csv."),
        ("plan export eve --for public", "Use mentee, coordinator."),
        ("gap add eve mood x", "“mood” is no kind of gap."),
        ("gap close abcd", "There is no skill gap abcd."),
        ("do eve x --row abcd", "There is no plan row abcd."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(eve: Shell, line: str, sentence: str) -> None:
    assert sentence in eve.refused(line)


def test_a_day_that_has_passed_is_said_calmly(eve: Shell) -> None:
    eve('goal add ada "a test" --horizon 30')
    eve.at("2027-01-24 10:00 Europe/Berlin")
    said = eve.out("goal list ada")
    assert "its day was Thu 24 Dec 2026" in said
    assert "overdue" not in said


def test_a_goal_shows_how_it_stood_and_what_is_not_said_yet(eve: Shell) -> None:
    eve("mentee add Ben Lund --playbook one-to-one")
    eve('goal add ben "a talk" --kind career --measure "ten minutes" --horizon 90')
    goal = short(eve, "goal list ben", "a talk")
    eve(f"goal mark {goal} behind exams this month")
    eve.at("2026-12-08 10:00 Europe/Berlin")
    eve(f"goal mark {goal} on-track")
    assert eve.out(f"goal smart {goal} --specific 'ten minutes on tests' --timely 'by May'") == (
        "a talk: S, T · not yet: M, A, R\n"
    )
    said = eve.out(f"goal show {goal}")
    assert "SMART  S, T · not yet: M, A, R" in said
    assert said.index("Tue 8 Dec") < said.index("Tue 24 Nov")
    assert "exams this month" in said
    found = json.loads(eve.out(f"goal show {goal} --json"))
    assert found["missing"] == ["measurable", "achievable", "relevant"]


def test_a_programme_without_smart_does_not_ask_for_it(eve: Shell) -> None:
    eve('goal add ada "a talk"')
    goal = short(eve, "goal list ada", "a talk")
    assert "SMART" not in eve.out(f"goal show {goal}")
    eve(f"goal smart {goal} --specific x")
    assert "SMART  S · not yet: M, A, R, T" in eve.out(f"goal show {goal}")


def test_a_role_says_what_it_asks_for_and_how_much_is_met(eve: Shell) -> None:
    eve('goal add eve "maintainer of a sub-package" --horizon role')
    role = short(eve, "goal list eve", "maintainer")
    eve(f"goal require {role} ten reviews")
    eve(f"goal require {role} a relaese")
    assert "(0 of 2 met)" in eve.out(f"goal require {role} a release --instead 2")
    assert eve.out(f"goal meets {role} 1 --evidence 'reviews 1 to 10'") == (
        "Met: ten reviews (1 of 2 met)\n"
    )
    assert "maintainer of a sub-package: 1 of 2 met" in eve.out("goal list eve")
    eve("gap add eve skill reads diffs")
    assert "Gaps: reads diffs\n" in eve.out("goal list eve")
    evidence = eve.out("mentee decide eve")
    assert "maintainer of a sub-package (no measure), 1 of 2 met" in evidence
    assert "gap: reads diffs" in evidence
    said = eve.out(f"goal show {role}")
    assert "What it asks for, 1 of 2 met" in said
    assert "✓  1  ten reviews  reviews 1 to 10" in said
    assert "Not yet: ten reviews (0 of 2 met)" in eve.out(f"goal meets {role} 1 --not")


def test_a_plan_is_kept_with_its_past(eve: Shell) -> None:
    assert "the plan is made in meeting 2, 3 rows to begin" in eve.out("plan show eve")
    said = eve.out("plan add eve --goal 'review alone' --due '1 dec' --due '20 jan'")
    assert said == "Row 1: review alone, by Tue 1 Dec 2026 (in 7 days) · no measure yet\n"
    row = short(eve, "plan show eve", "review alone")
    eve(f"plan edit {row} --measure 'five merged' --mentee 'two a week'")
    eve(f"plan edit {row} --measure 'ten merged'")
    assert eve.out(f"plan history {row}") == "until Tue 24 Nov  measure  five merged\n"
    said = eve.out("plan show eve")
    assert "Steps of the mentee  two a week" in said
    assert "ten merged" in said
    assert "Tue 1 Dec, Wed 20 Jan 2027" in said
    assert "[plan]" not in said
    eve(f"plan edit {row} --due none")
    assert "Tue 1 Dec" not in eve.out("plan show eve")


def test_rows_are_settled_moved_and_shown_again(eve: Shell) -> None:
    for goal in ("one", "two"):
        eve(f"plan add eve --goal {goal}")
    first, second = (short(eve, "plan show eve", word) for word in ("○ one", "○ two"))
    assert eve.out(f"plan move {second} 1") == "1  two\n2  one\n"
    assert eve.out(f"plan done {first}") == "Done: one\n"
    assert "one" not in eve.out("plan show eve").splitlines()[-2:][0]
    assert "✓ one" in eve.out("plan show eve --all")
    assert eve.out(f"plan reopen {first}") == "Open again: one\n"
    assert eve.out(f"plan drop {first}") == "Dropped: one\n"


def test_a_place_far_beyond_the_last_one_is_the_last_one(eve: Shell) -> None:
    eve("plan add eve --goal first")
    eve("plan add eve --goal second")
    eve(f"plan move {short(eve, 'plan show eve', 'first')} 99999999999999999999")
    shown = eve.out("plan show eve")
    assert shown.index("second") < shown.index("first")


def test_a_plan_is_handed_over_as_a_table(eve: Shell, tmp_path: Path) -> None:
    eve("plan add eve --goal 'review | alone' --measure 'ten'")
    eve("plan add eve --goal 'my worry' --for me")
    table = eve.out("plan export eve")
    assert "| review \\| alone |" in table
    assert "my worry" not in table
    assert eve.out("plan show eve --format md") == table
    path = tmp_path / "plan.csv"
    assert eve.out(f"plan export eve -o {path}") == f"Wrote {path}, for the mentee.\n"
    rows = list(csv.reader(StringIO(path.read_text("utf-8"), newline="")))
    assert [row[0] for row in rows] == ["Goal", "review | alone"]
    assert "exists already" in eve.refused(f"plan export eve -o {path}")


def test_gaps_are_noted_closed_and_listed(eve: Shell) -> None:
    eve("plan add eve --goal 'review alone'")
    row = short(eve, "plan show eve", "review alone")
    assert eve.out(f"gap add eve Skill reads diffs --evidence 'review 4' --row {row}") == (
        "Gap (skill): reads diffs\n"
    )
    gap = short(eve, "gap list eve", "reads diffs")
    assert "skill  reads diffs  review 4  row 1" in eve.out("gap list eve")
    eve(f"gap edit {gap} --text 'reads long diffs' --kind knowledge")
    assert eve.out(f"gap close {gap} review 9") == "Closed: reads long diffs\n"
    assert "No gap is open." in eve.out("gap list eve")
    assert "review 4 · review 9" in eve.out("gap list eve --all")
    assert eve.out(f"gap reopen {gap}") == "Open again: reads long diffs\n"


def test_the_board_is_across_everybody(eve: Shell) -> None:
    assert "Nothing is aimed for yet." in eve.out("plan board")
    eve('goal set ada --30 "a test"')
    eve("plan add eve --goal 'review alone'")
    eve("do ada 'send the link' --due fri")
    said = eve.out("plan board")
    assert "Promised: 1 by you, 0 by others" in said
    assert "ada/wealljs  30  a test" in said
    assert "eve/astropy  review alone  no measure yet" in said


def test_plans_goals_and_gaps_are_found_by_their_words(eve: Shell) -> None:
    eve("plan add eve --goal 'review alone' --barriers 'exams in winter'")
    eve("gap add eve skill reads diffs --evidence 'lost in winter'")
    found = json.loads(eve.out("search winter --json"))
    assert {one["kind"] for one in found} == {"plan", "gap"}
    row = short(eve, "plan show eve", "review alone")
    eve(f"plan edit {row} --barriers none")
    assert [one["kind"] for one in json.loads(eve.out("search winter --json"))] == ["gap"]


def test_every_one_of_these_is_taken_back(eve: Shell) -> None:
    eve("goal add eve x --horizon role")
    goal = short(eve, "goal list eve", "x")
    eve("plan add eve --goal y")
    row = short(eve, "plan show eve", "○ y")
    for line, label in {
        f"goal mark {goal} behind": "behind: x",
        f"goal require {goal} z": "x asks for z",
        f"goal edit {goal} --text w": "change the goal x",
        f"plan edit {row} --measure m": "change the plan: y",
        f"plan done {row}": "done: y",
        "gap add eve skill q": "gap: q",
    }.items():
        eve(line)
        assert eve.out("undo") == f"Taken back: {label}\n"
