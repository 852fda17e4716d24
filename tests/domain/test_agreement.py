"""What was said to what, what holds of it, and what became of the words; reminders in turn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk import playbooks
from mentordesk.domain.agreement import (
    Said,
    Topic,
    check_side,
    compared,
    find,
    kind_of_item,
    marked,
    topics,
)
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.manner import reminder
from mentordesk.domain.permissions import Permission, gate, recipient

WEALLJS = playbooks.load_shipped("wealljs")
DAY = date(2026, 11, 26)


def said(text: str, question: str = "goal", side: str = "mentee", **more: object) -> Said:
    """An answer with a made-up id."""
    row = Said(f"id-{text}", "expectation", side, question, text, DAY)
    return row._replace(**more)  # type: ignore[arg-type]


def test_the_questions_of_the_programme_come_first_and_in_its_order() -> None:
    own = said("a dog may bark", "noise", kind="boundary")
    rules = [said("we are on time", "", "both", kind="rule"), said("no phones", "", "both",
             kind="rule")]  # fmt: skip
    found = topics(WEALLJS, [*rules, own])
    asked = [one.key for one in (*WEALLJS.expectations, *WEALLJS.boundaries)]
    assert [one.key for one in found] == [
        *asked, "noise", *WEALLJS.ground_rules, "id-no phones", "id-we are on time",
    ]  # fmt: skip


def test_the_newest_answer_of_a_side_holds() -> None:
    newest, older, other = said("new"), said("old"), said("mine", side="mentor")
    topic = topics(WEALLJS, [newest, other, older])[0]
    assert topic.standing("mentee") == newest
    assert topic.standing("mentor") == other
    assert topic.said == (newest, other, older)


def test_what_was_withdrawn_does_not_bring_the_one_before_back() -> None:
    topic = topics(WEALLJS, [said("new", withdrawn_on=DAY), said("old")])[0]
    assert topic.standing("mentee") is None
    assert not topic.stands()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("goal", "goal"), ("GOAL", "goal"), ("meas", "measure"), ("How will we", "measure"),
        ("Which subjects", "Which subjects do we leave alone?"), ("weather", None), ("", None),
    ],
)  # fmt: skip
def test_a_question_is_found_by_its_key_or_its_beginning(typed: str, key: str | None) -> None:
    found = find(topics(WEALLJS, []), typed)
    assert (found.key if found else None) == key


def test_a_beginning_of_several_questions_asks_for_more() -> None:
    with pytest.raises(Ambiguous, match=r"could be project, skill, career, doors, .*Type more"):
        find(topics(WEALLJS, []), "which")


def test_a_ground_rule_is_of_both_and_an_answer_of_one() -> None:
    assert check_side("mentee", "rule") == "both"
    assert check_side("mentor", "boundary") == "mentor"
    with pytest.raises(Refusal, match=r"“both” is no side\. Use mentor or mentee\."):
        check_side("both", "expectation")
    assert Topic("rule", "", "").sides() == ("both",)


def test_a_change_is_shown_word_by_word() -> None:
    assert marked("two hours a week", "three hours a week") == "[-two-] {+three+} hours a week"
    assert marked("", "all new") == "{+all new+}"


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_a_change_holds_both_texts_whole(before: list[str], after: list[str]) -> None:
    pieces = compared(" ".join(before), " ".join(after))
    old = [word for what, text in pieces if what != "new" for word in text.split()]
    new = [word for what, text in pieces if what != "gone" for word in text.split()]
    assert (old, new) == (before, after)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Goals and how to measure", "expectation"),
        ("Time and boundaries", "boundary"),
        ("First task", ""),
        ("no item", ""),
    ],
)
def test_an_item_of_the_agenda_leads_to_its_questions(title: str, kind: str) -> None:
    assert kind_of_item(WEALLJS, title) == kind


def test_every_item_that_says_so_has_questions_to_lead_to() -> None:
    for book in map(playbooks.load_shipped, playbooks.shipped()):
        for agenda in book.agendas:
            for item in agenda.items:
                if item.writes_to in ("expectations", "boundaries"):
                    kind = kind_of_item(book, item.title)
                    assert any(one.kind == kind for one in topics(book, [])), (book.slug, item)


def test_a_reminder_stays_until_the_meeting_and_comes_round() -> None:
    lines = ("one", "two", "three")
    assert [reminder(lines, number) for number in range(1, 8)] == [*lines, *lines, "one"]
    assert reminder((), 3) == ""


def allowed(to: str, mentee: str = "", **more: object) -> Permission:
    """A permission for somebody."""
    found = Permission("id", mentee, "", "the idea", to, "", "", DAY)
    return found._replace(**more)  # type: ignore[arg-type]


ADA, BEN = ("a", "Ada"), ("b", "Ben")
EVERYBODY = frozenset({"mentee", "coordinator", "public"})


@pytest.mark.parametrize(
    ("permissions", "sentences"),
    [
        ([], ["the coordinator", "everybody"]),
        ([allowed("coordinator")], ["everybody"]),
        ([allowed("public")], ["the coordinator"]),  # a set and no ladder
        ([allowed("public"), allowed("coordinator", withdrawn_on=DAY)], ["the coordinator"]),
        ([allowed("Grace")], ["the coordinator", "everybody"]),
    ],
)
def test_the_gate_names_each_reader_nobody_allowed(
    permissions: list[Permission], sentences: list[str]
) -> None:
    found = gate(EVERYBODY, permissions, [ADA]).missing
    assert found == [f"Ada has given no permission for {who} to read of it." for who in sentences]


def test_the_gate_asks_whether_what_was_allowed_covers_this() -> None:
    her_talk, her_job = (
        allowed("coordinator", scope="her talk"),
        allowed("coordinator", "a", scope="that she looks for a job"),
    )
    readers = frozenset({"mentee", "coordinator"})
    assert gate(readers, [her_job], [ADA]) == (
        [],
        ["Allowed for the coordinator: that she looks for a job. Is this covered?"],
    )
    assert gate(readers, [her_job, her_talk, allowed("public", scope="all")], [ADA]).asked == [
        "Allowed for the coordinator: that she looks for a job; her talk. Is this covered?"
    ]
    both = gate(EVERYBODY, [her_talk, allowed("public", scope="her idea")], [ADA])
    assert both.asked == [
        "Allowed for the coordinator: her talk. Is this covered?",
        "Allowed for everybody: her idea. Is this covered?",
    ]
    taken_back = her_talk._replace(withdrawn_on=DAY)
    assert gate(readers, [taken_back, her_job], [ADA]).asked == [
        "Allowed for the coordinator: that she looks for a job. Is this covered?"
    ]


def test_the_gate_asks_every_member_of_a_group() -> None:
    readers = frozenset({"coordinator"})
    assert gate(readers, [allowed("coordinator", "a")], [ADA, BEN]) == (
        ["Ben has given no permission for the coordinator to read of it."],
        [],
    )
    assert gate(readers, [], [ADA, BEN]).missing[0].startswith("Ada, Ben have given no permission")
    assert gate(readers, [allowed("coordinator")], [ADA, BEN]).missing == []
    assert gate(frozenset({"mentee"}), [], [ADA]) == gate(frozenset(), [], [ADA]) == ([], [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Coordinator", "coordinator"), ("the coordinator", "coordinator"), ("Everyone", "public"),
        ("public", "public"), (" Grace  Hopper ", "Grace Hopper"), ("#mentors", "#mentors"),
    ],
)  # fmt: skip
def test_a_recipient_is_known_by_its_usual_names(typed: str, meant: str) -> None:
    assert recipient(typed) == meant
