"""Stories at the prompt about how somebody gets on."""

import json

import pytest
from tests.cli.shapes import Shapes
from tests.cli.shell import Shell
from tests.cli.test_json import how_it_goes

MINE = (
    "study show", "progress list", "progress wins", "lab list", "topic list", "question list",
    "idea list", "review task", "review month", "review list", "recording list", "link list",
    "brief",
)  # fmt: skip

NEVER_EMPTY = ("brief", "idea list", "review task", "review month")
"""The programme itself has something to print there."""


@pytest.fixture
def nora(shell: Shell) -> Shell:
    """A desk with Nora in Lagos, under CodingNomads."""
    shell("mentee add Nora --playbook codingnomads --tz Africa/Lagos")
    return shell


def first_id(shell: Shell, line: str) -> str:
    """The beginning of the first id that a list shows."""
    return str(json.loads(shell.out(f"{line} --json"))[0]["id"])[:8]


@pytest.mark.parametrize("line", MINE)
def test_what_is_read_has_its_documented_shape(nora: Shell, line: str) -> None:
    shapes = Shapes()
    kind = next(kind for name, kind in shapes.commands.items() if name == f"{line} WHO")
    shapes.check(json.loads(nora.out(f"{line} nora --json")), kind, line)
    how_it_goes(nora, "nora")
    nora("note nora 'first test green' --kind win")
    nora("do nora 'read chapter 2' --task")
    found = json.loads(nora.out(f"{line} nora --json"))
    assert found not in ([], {})
    shapes.check(found, kind, line)


@pytest.mark.parametrize(
    "line",
    [line for line in MINE if line not in ("brief", "idea list", "review task", "review month")],
)
def test_an_empty_list_names_the_command_that_begins_it(nora: Shell, line: str) -> None:
    said = nora.out(f"{line} nora")
    assert any(f"mentordesk {name} " in said for name in (line.split()[0], "note"))


def test_study_hours_stand_beside_what_the_programme_reckons_with(nora: Shell) -> None:
    said = nora.out("study set nora --weekly mon,thu 19:00 --minutes 90")
    assert "Nora studies (Lagos)\n  Monday and Thursday 19:00, 1 h 30\n" in said
    assert "A week has 3 h of 15 h, for 12 weeks." in said


def test_weeks_are_told_without_a_streak(nora: Shell) -> None:
    nora("study set nora --weekly sat 10:00 --minutes 4h")
    assert nora.out("study week nora kept --hours 3.5") == (
        "Week of Mon 23 Nov: kept, 3 h 30 of 4 h\n"
    )
    nora.at("2026-12-08 17:55 Europe/Berlin")
    nora("study week nora partly --reason 'a cold'")
    nora("study week nora not --week 'last mon'")
    said = nora.out("study show nora")
    assert "Lately: kept, partly, not\n" in said
    assert "week of Mon 30 Nov  partly                 a cold" in said
    assert "study weeks  kept, partly, not" in nora.out("brief nora")


def test_a_plan_that_ended_keeps_its_weeks(nora: Shell) -> None:
    nora("study set nora --weekly sat 10:00")
    nora("study week nora kept")
    assert nora.out("study stop nora") == "Nora has no study hours planned any more.\n"
    assert "Lately: kept" in nora.out("study show nora")


def test_progress_is_a_line_of_blocks(nora: Shell) -> None:
    nora("progress add nora section 3 --percent 20 --well loops --hard scope --on '17 nov'")
    assert nora.out("progress add nora section 4 --percent 45") == (
        "Nora, Tue 24 Nov: section 4, 45 %\n"
    )
    nora("progress seen nora --link https://example.org/nora")
    said = nora.out("progress list nora")
    assert said.startswith("▂▄ 45 %\n")
    assert "section 3, 20 %  managed: loops · hard: scope" in said
    assert "log opened" in said
    assert said.endswith("Their log: https://example.org/nora\n")
    assert "▂▄ 45 % section 4 (log opened Tue 24 Nov)" in nora.out("brief nora")


def test_a_lab_is_looked_at_and_what_follows_is_promised(nora: Shell) -> None:
    nora("lab add nora lab 7 --link https://example.org/7")
    assert "labs  lab 7" in nora.out("brief nora")
    said = nora.out(f"lab reviewed {first_id(nora, 'lab list nora')} clear --follow-up 'two tests'")
    assert said == "Looked at: lab 7\nPromised by them: two tests\n"
    assert "✓  lab 7  looked at Tue 24 Nov  clear · then: two tests" in nora.out("lab list nora")
    assert "two tests" in nora.out("promises nora")


def test_a_topic_comes_back_until_it_is_understood(nora: Shell) -> None:
    nora("topic add nora decorators")
    topic = first_id(nora, "topic list nora")
    assert nora.out(f"topic mark {topic} 2 with a drawing") == "Explained today, 2 of 5.\n"
    nora.at("2026-12-01 17:55 Europe/Berlin")
    assert "decorators  explained Tue 24 Nov, 2 of 5, with a drawing" in nora.out("brief nora")
    assert nora.out(f"topic settle {topic}") == "Understood: decorators\n"
    assert "decorators" not in nora.out("brief nora")
    assert "decorators" not in nora.out("topic list nora")
    assert "✓  decorators" in nora.out("topic list nora --all")
    assert nora.out(f"topic reopen {topic}") == "Open again: decorators\n"
    assert "decorators" in nora.out("brief nora")


def test_questions_are_pasted_listed_and_answered(nora: Shell) -> None:
    pasted = "- why tests?\n- when to stop?\n"
    assert nora.out("question add nora -", stdin=pasted) == "? why tests?\n? when to stop?\n"
    assert nora.out("question add nora -", stdin=pasted) == "Each of these is open already.\n"
    assert "(2)" in nora.out("brief nora")
    question = first_id(nora, "question list nora")
    assert nora.out(f"question answered {question}") == "Answered: why tests?\n"
    assert "why tests?" not in nora.out("question list nora")
    assert "✓  why tests?" in nora.out("question list nora --all")


def test_ideas_that_were_used_go_to_the_end(nora: Shell) -> None:
    assert "idea  Labs and projects together" in nora.out("brief nora")
    assert nora.out("idea use nora lab") == "Used today: Labs and projects together\n"
    nora("idea use nora labs --text 'lab 6, side by side'")
    last = nora.out("idea list nora").splitlines()[-1]
    assert last.startswith("labs      Labs and projects together     used 2 times, last Tue 24 Nov")
    assert last.endswith("lab 6, side by side")
    assert "idea  A concept that is still shaky" in nora.out("brief nora")
    assert "It has: labs, concept" in nora.refused("idea use nora knitting")


def test_a_task_is_looked_back_on_in_the_order_of_the_questions(ada: Shell) -> None:
    said = ada.out("do ada 'push lab 7' --task --by-mentee")
    assert said == "ada (task, own idea): push lab 7\n"
    assert "ada (task, own idea)  push lab 7" in ada.out("promises ada")
    form = ada.out("review task ada")
    assert form.startswith("Task: push lab 7\n  done    Did it get done?\n")
    ada("review task ada yes 'clear names' --where 'the first target is near'")
    assert "push lab 7" not in ada.out("promises ada")
    assert "last time: clear names" in ada.out("review task ada")
    listed = ada.out("review list ada")
    assert listed.startswith("Tue 24 Nov, task: push lab 7\n  Did it get done?")
    assert "last review  done: yes · well: clear names" in ada.out("brief ada")


def test_more_answers_than_questions_are_refused(nora: Shell) -> None:
    said = nora.refused("review task nora we did two tests")
    assert said == (
        "There are 2 questions and 4 answers. Put an answer of several words in quotes."
    )
    assert json.loads(nora.out("review list nora --json")) == []


def test_a_month_points_to_the_next_targets(ada: Shell) -> None:
    said = ada.out("review month ada --past 'first target met' --next 'a talk'")
    assert "Which targets do you set yourself from here?" in said
    assert said.endswith("New targets: mentordesk goal add ada '…'\n")


def test_a_recording_is_told_of_and_handed_over(nora: Shell) -> None:
    assert nora.out("recording name nora Guard Clauses") == "2026-11-24_nora_guard-clauses\n"
    nora("recording add nora /calls/1.mp4 --text '12:30 decorators'")
    assert "not told yet  not shared  /calls/1.mp4" in nora.out("recording list nora")
    one = first_id(nora, "recording list nora")
    nora(f"recording told {one} --on yesterday")
    nora(f"recording shared {one}")
    nora(f"recording part {one} 31:00 scope")
    said = nora.out("recording list nora")
    assert "told Mon 23 Nov  shared Tue 24 Nov" in said
    assert "      12:30 decorators\n      31:00 scope\n" in said


def test_a_programme_without_a_name_for_recordings_says_so(ada: Shell) -> None:
    assert "does not say" in ada.out("recording name ada")


def test_a_shared_link_counts_as_a_word(nora: Shell) -> None:
    said = nora.out("link share nora https://example.org on tests --by mail")
    assert said == "Shared by mail: https://example.org – on tests\n"
    moments = json.loads(nora.out("mentee show nora --json"))["timeline"]
    assert [one["kind"] for one in moments if one["kind"] == "mail"] == ["mail"]


def test_something_personal_is_remembered(nora: Shell) -> None:
    nora("note nora 'her sister marries in May' --kind personal")
    assert "Remember: her sister marries in May\n" in nora.out("brief nora")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("study set nora --weekly foo 19:00", "is no weekday"),
        ("study week nora great", "is no way a week goes. Use kept, partly, not."),
        ("study week nora kept --week 'next mon'", "is still to come"),
        ("progress add nora", "Say where they are."),
        ("progress add nora --percent 120", "120 is no percentage."),
        ("lab reviewed zzzz", "is no id"),
        ("topic mark ffff 2", "There is no note ffff."),
        ("recording shared ffff", "There is no recording ffff."),
        ("link share nora https://x --by pigeon", "is no way to share"),
        ("lab add nora x --for everybody", "is no reader"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(nora: Shell, line: str, says: str) -> None:
    assert says in nora.refused(line)
