"""Stories of a group: begun, grown, met, counted, spoken for; listed once under its own name."""

from datetime import time, timedelta

import pytest
from tests.builders import THURSDAY, ada, held, weekly
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.people import Relation


@pytest.fixture
def crew(desk: Desk) -> Relation:
    """Chi and Dan keep up a lesson, Thursdays at eight."""
    found = desk.groups.add(
        "Git crew",
        playbook="carpentries",
        members=["Chi Ng", "Dan Oz"],
        track="lesson-maintenance",
        tool="git",
    )
    desk.slots.set("git-crew", weekly(3), time(20), minutes=60, starts_on=THURSDAY)
    return found


def letters(desk: Desk, found: Relation) -> list[str]:
    """The members' rows of the matrix."""
    return [line.letters for line in desk.groups.attendance(found.mentorship.id).lines]


def test_a_group_is_found_by_its_name_and_by_its_members(desk: Desk, crew: Relation) -> None:
    assert crew.address == "git-crew/carpentries"
    assert desk.people.find("git-crew") == desk.people.find("Git crew") == crew
    chi = desk.people.find("chi")
    assert (chi.address, chi.mentorship) == ("chi/carpentries", crew.mentorship)
    assert (crew.is_group, chi.is_group) == (True, False)
    assert (crew.about, chi.about) == (None, chi.mentee.id)


def test_a_members_own_mentorship_is_meant_first(desk: Desk, crew: Relation) -> None:
    ada(desk)
    desk.groups.join("git-crew", "ada")
    assert desk.people.find("ada").mentorship.playbook == "wealljs"
    assert desk.people.find("ada/carpentries").mentorship.id == crew.mentorship.id
    assert desk.people.find("ada/git-crew").mentorship.id == crew.mentorship.id


def test_somebody_in_two_groups_says_which(desk: Desk, crew: Relation) -> None:
    other = desk.groups.add("Shell crew", playbook="carpentries", members=["chi"])
    with pytest.raises(Ambiguous, match="chi/git-crew, chi/shell-crew"):
        desk.people.find("chi")
    assert desk.people.find("chi/shell-crew").mentorship.id == other.mentorship.id


def test_every_list_shows_the_group_once(desk: Desk, crew: Relation, clock: Clock) -> None:
    desk.words.note("git-crew", "they like whiteboards")
    pages = desk.pages
    today = pages.today()
    assert [line.name for line in today.calls] == ["Git crew"]
    assert today.people == 1
    assert [line.name for line in pages.people()] == ["Git crew"]
    assert pages.people()[0].members == 2
    assert {line.name for line in pages.calendar()} == {"Git crew"}
    assert len(pages.calendar()) == len({line.start for line in pages.calendar()})
    assert [line.address for line in pages.next(5)] == [crew.address]
    assert pages.status().name == "Git crew"
    assert [hit.name for hit in pages.search("whiteboards")] == ["Git crew"]
    assert len({line.occasion for line in today.due}) == len(today.due)
    assert b"Mentoring: Git crew" in desk.exports.ics(["git-crew"])


def test_a_running_group_is_one_line_everywhere(desk: Desk, crew: Relation) -> None:
    desk.calls.start("chi")
    running = desk.pages.running()
    assert running is not None
    assert (running.name, running.address) == ("Git crew", crew.address)
    assert desk.pages.status().name == "Git crew"
    assert desk.pages.call().mentee.name == "Git crew"


def test_a_group_without_members_is_listed_and_can_meet(desk: Desk) -> None:
    desk.groups.add("Nobody yet", playbook="carpentries")
    assert [line.name for line in desk.pages.people()] == ["Nobody yet"]
    session = held(desk, "nobody-yet")
    assert desk.groups.rolls.roll(session.id) == []


def test_a_known_person_joins_as_who_they_are_and_a_new_name_is_welcomed(
    desk: Desk, crew: Relation
) -> None:
    known = ada(desk).mentee.id
    assert desk.groups.join("git-crew", "Ada Obi").id == known
    new = desk.groups.join("git-crew", "Eve Ito")
    assert (new.handle, new.joined_on) == ("eve", desk.today())
    with pytest.raises(Refusal, match="Eve Ito is in Git crew already"):
        desk.groups.join("git-crew", "eve")
    assert desk.undo() == "Eve Ito joins Git crew"
    assert [one.handle for one in desk.groups.members(crew.mentorship.id)] == ["ada", "chi", "dan"]


@pytest.mark.parametrize("typed", ["ada", "Ada", "ADA OBI", "ada obi"])
def test_who_joins_is_met_in_whatever_case_they_are_typed(
    desk: Desk, crew: Relation, typed: str
) -> None:
    known = ada(desk).mentee.id
    assert desk.groups.join("git-crew", typed).id == known


@pytest.mark.parametrize("typed", ["git-crew", "Git crew", "git crew"])
def test_a_group_joins_no_group(desk: Desk, crew: Relation, typed: str) -> None:
    with pytest.raises(Refusal, match=r"Git crew is a group\. Name the people who join"):
        desk.groups.add("Shell crew", playbook="carpentries", members=[typed])
    assert [one.name for one in desk.groups.members(crew.mentorship.id)] == ["Chi Ng", "Dan Oz"]


def test_more_than_the_playbook_has_is_told_and_not_refused(desk: Desk, crew: Relation) -> None:
    for name in ("Eve Ito", "Fay Li", "Gus Ek"):
        assert desk.groups.over(crew) == ""
        desk.groups.join("git-crew", name)
    assert desk.groups.over(crew) == ""
    desk.groups.join("git-crew", "Hal By")
    assert desk.groups.over(crew).startswith("Git crew has 6 members;")
    assert desk.groups.over(crew).endswith("has 5 at most.")


def test_who_left_stays_in_the_history_and_out_of_the_roll(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    first = desk.calls.start("git-crew")
    desk.groups.rolls.say(first.id, [("dan", "attended")])
    desk.calls.close(first.id)
    desk.groups.speaker("git-crew", "dan")
    assert desk.groups.leave("git-crew", "dan").speaks
    clock.advance(days=7)
    second = held(desk, "git-crew")
    assert [one.handle for one, _ in desk.groups.rolls.roll(second.id)] == ["chi"]
    assert letters(desk, crew) == ["??", "A·"]
    assert desk.groups.page("git-crew").speaker is None
    with pytest.raises(Refusal, match=r"“dan” is nobody in Git crew\. In it: chi\."):
        desk.groups.rolls.say(second.id, [("dan", "late")])
    assert desk.groups.join("git-crew", "dan").left_on is None


def test_closing_marks_nobody(desk: Desk, crew: Relation) -> None:
    session = held(desk, "git-crew")
    assert [one.handle for one in desk.groups.rolls.unsaid(session.id)] == ["chi", "dan"]
    assert letters(desk, crew) == ["?", "?"]
    desk.groups.rolls.all_here(session.id)
    assert letters(desk, crew) == ["A", "A"]


def test_in_a_mentorship_of_one_closing_still_notes_who_came(desk: Desk) -> None:
    found = ada(desk)
    held(desk, "ada")
    assert letters(desk, found) == ["A"]


def test_a_members_no_show_is_followed_up_and_the_meeting_is_held(
    desk: Desk, crew: Relation
) -> None:
    session = desk.calls.start("git-crew")
    desk.groups.rolls.say(session.id, [("dan", "no-show"), ("chi", "late")])
    (promise,) = desk.promises.list("me")
    assert promise.action.text == "Follow up with Dan Oz about the missed call"
    assert promise.action.due == desk.today() + timedelta(days=1)
    assert desk.calls.close(session.id).state == "held"
    assert "Follow up" not in desk.recaps.page(session.id).leaves
    desk.groups.rolls.say(session.id, [("dan", "late")])
    assert desk.promises.list("me") == []


def test_nobody_came_leaves_those_who_had_told_excused(desk: Desk, crew: Relation) -> None:
    session = desk.calls.start("git-crew")
    desk.groups.rolls.say(session.id, [("dan", "excused")])
    assert desk.calls.no_show(session.id).state == "missed"
    assert letters(desk, crew) == ["N", "E"]


def test_a_roll_call_takes_only_words_it_knows(desk: Desk, crew: Relation) -> None:
    session = desk.calls.start("git-crew")
    with pytest.raises(Refusal, match="“asleep” says nothing of who came"):
        desk.groups.rolls.say(session.id, [("chi", "asleep")])
    known = desk.groups.rolls.say(session.id, [("chi", "c"), ("dan", "L")])
    assert [status for _, status in known] == ["cancelled-by-mentee", "late"]
    with pytest.raises(Refusal, match="session roll git-crew WHO late"):
        desk.calls.late(session.id)


def test_nobody_of_a_group_is_late_before_the_agreed_time(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    clock.advance(minutes=102)
    session = desk.calls.start("git-crew")
    assert clock.now < session.planned_start
    with pytest.raises(Refusal, match=r"Dan Oz is not late yet: 20:00 was agreed"):
        desk.groups.rolls.say(session.id, [("chi", "attended"), ("dan", "late")])
    assert [status for _, status in desk.groups.rolls.roll(session.id)] == ["", ""]
    clock.now = session.planned_start
    known = desk.groups.rolls.say(session.id, [("chi", "attended"), ("dan", "late")])
    assert [status for _, status in known] == ["attended", "late"]


def test_a_line_for_a_member_becomes_that_members_promise(desk: Desk, crew: Relation) -> None:
    session = desk.calls.start("git-crew")
    desk.calls.save_notes(
        session.id, "[ ] @chi read the issues\n[ ] @Dan Oz\n[ ] @da try it\n[ ] @Grace help"
    )
    made = {p.action.text: (p.action.owner, p.action.who) for p in desk.promises.list()}
    assert made == {
        "read the issues": ("mentee", "chi"),
        "Oz": ("mentee", "dan"),
        "try it": ("mentee", "dan"),
        "help": ("network", "Grace"),
    }
    desk.calls.close(session.id)
    assert "- Chi Ng: read the issues" in desk.recaps.page(session.id).leaves


def test_the_outline_goes_on_with_every_meeting_unless_told_otherwise(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    def step() -> int:
        found = desk.groups.step(crew.mentorship.id)
        assert found is not None
        return found.number

    assert step() == 1
    session = desk.calls.start("git-crew")
    assert (session.agenda, step()) == ("lesson-maintenance.1", 1)
    desk.groups.outlines.go(crew, 1)
    desk.calls.close(session.id)
    assert step() == 1
    clock.advance(days=7)
    assert held(desk, "git-crew").agenda == "lesson-maintenance.1"
    assert step() == 2
    desk.groups.outlines.go(crew, 4)
    clock.advance(days=7)
    assert held(desk, "git-crew").agenda == "lesson-maintenance.4"
    page = desk.pages.brief("git-crew")
    assert page.step is not None
    assert page.step.spoken().startswith("Step 5 of 8: ")
    assert page.members == 2


@pytest.mark.parametrize("number", [0, -1, 9])
def test_a_step_that_the_outline_does_not_have_is_refused(
    desk: Desk, crew: Relation, number: int
) -> None:
    with pytest.raises(Refusal, match="The outline has steps 1 to 8"):
        desk.groups.outlines.go(crew, number)


def test_past_its_last_step_the_outline_is_through(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    desk.groups.outlines.go(crew, 8)
    held(desk, "git-crew")
    found = desk.groups.step(crew.mentorship.id)
    assert found is not None
    assert found.is_through
    clock.advance(days=7)
    assert not held(desk, "git-crew").agenda.startswith("lesson-maintenance")


def test_naming_who_speaks_settles_that_step_of_the_programme(desk: Desk, crew: Relation) -> None:
    assert desk.groups.speaker("git-crew", "chi").name == "Chi Ng"
    page = desk.groups.page("chi")
    assert page.speaker is not None
    assert page.speaker.handle == "chi"
    settled = {line.key: line.text for line in desk.milestones.of("git-crew") if line.settled_on}
    assert settled == {"representative": "Chi Ng speaks for the group"}
    desk.groups.speaker("git-crew", "dan")
    assert [one.handle for one in desk.groups.page("chi").present if one.speaks] == ["dan"]


def test_a_step_that_was_jumped_over_still_falls_due(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    held(desk, "git-crew")
    assert "representative" not in {line.key for line in desk.milestones.of("chi") if line.due}
    desk.groups.outlines.go(crew, 6)
    clock.advance(days=1)
    due = {line.key: line.state for line in desk.milestones.of("chi") if line.due}
    assert due["representative"] == "due"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"name": " "}, "A group needs a name. Try: mentordesk group add 'Git crew'"),
        ({"tool": "perl"}, "Choose from Git, Shell, Python, R, SQL."),
        ({"tool": "perl", "track": "teaching-workshops"}, "Choose from Git, Shell"),
        ({"mode": "by letter"}, "“by letter” is no way to meet. Use online or in-person."),
        ({"track": "knitting"}, "has no outline “knitting”. It has: lesson-maintenance"),
        ({"handle": "ada"}, "The handle ada is taken."),
    ],
)
def test_what_a_group_cannot_be_is_refused_and_nothing_begun(
    desk: Desk, words: dict[str, str], sentence: str
) -> None:
    ada(desk)
    with pytest.raises(Refusal) as refused:
        desk.groups.add(**({"name": "Git crew", "playbook": "carpentries"} | words))  # type: ignore[arg-type]
    assert sentence in refused.value.sentence
    assert [line.name for line in desk.pages.people()] == ["Ada Obi"]


def test_a_track_that_wants_no_tool_takes_any(desk: Desk) -> None:
    desk.groups.add(
        "Local", playbook="carpentries", track="community-building", tool="a meetup page"
    )
    assert desk.groups.page("local").tool == "a meetup page"


def test_a_group_is_edited_and_its_handle_moves_with_it(desk: Desk, crew: Relation) -> None:
    desk.groups.edit("git-crew", name="Gitters", handle="gitters", outcome="a new lesson")
    page = desk.groups.page("gitters")
    assert (page.relation.mentee.name, page.outcome, page.tool) == (
        "Gitters",
        "a new lesson",
        "Git",
    )
    with pytest.raises(Refusal, match="Change it with: mentordesk group edit"):
        desk.people.edit("gitters", name="Crew")
    desk.undo()
    assert desk.people.find("git-crew").mentee.name == "Git crew"


def test_a_handle_belongs_to_a_person_or_a_group_never_to_both(desk: Desk, crew: Relation) -> None:
    assert desk.people.add("Git-Crew").mentee.handle != "git-crew"
    with pytest.raises(Refusal, match="The handle chi is taken"):
        desk.groups.edit("git-crew", handle="chi")


def test_who_is_in_no_group_is_told_how_to_begin_one(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(Refusal, match=r"Ada Obi is not in a group\. Begin one with"):
        desk.groups.page("ada")


def test_a_group_rests_and_goes_on_as_one(desk: Desk, crew: Relation) -> None:
    assert desk.people.pause("git-crew").mentorship.status == "paused"
    assert desk.pages.next(5) == []
    assert desk.people.resume("chi").mentorship.status == "active"


def test_who_told_beforehand_is_excused_once_the_meeting_begins(
    desk: Desk, crew: Relation, clock: Clock
) -> None:
    last = held(desk, "git-crew")
    rolls = desk.groups.rolls
    away = rolls.ahead(crew, [("dan", "excused"), ("chi", "cancelled")])
    assert [one.handle for one, _ in away] == ["chi", "dan"]
    assert [one.handle for one in desk.groups.page("chi").away] == ["chi", "dan"]
    rolls.ahead(crew, [("chi", "attended")])
    assert letters(desk, crew) == ["?", "?"]
    assert [status for _, status in rolls.roll(last.id)] == ["", ""]
    clock.advance(days=7)
    session = desk.calls.start("git-crew")
    assert [status for _, status in rolls.roll(session.id)] == ["", "excused"]
    assert desk.groups.page("git-crew").away == []
    rolls.ahead(crew, [("chi", "excused")])
    desk.calls.close(session.id)
    assert letters(desk, crew) == ["??", "?E"]
    clock.advance(days=7)
    third = desk.calls.start("git-crew")
    assert [status for _, status in rolls.roll(third.id)] == ["excused", ""]


@pytest.mark.parametrize("word", ["late", "no-show"])
def test_nobody_is_late_to_what_is_still_to_come(desk: Desk, crew: Relation, word: str) -> None:
    with pytest.raises(Refusal, match="Say excused or cancelled"):
        desk.groups.rolls.ahead(crew, [("dan", word)])


def test_the_list_of_people_knows_who_is_in_a_group(desk: Desk, crew: Relation) -> None:
    (line,) = desk.pages.people()
    assert (line.members, sorted(line.names.split(", "))) == (2, ["Chi Ng", "Dan Oz"])


def test_a_group_is_archived_as_one_and_its_members_are_not(desk: Desk, crew: Relation) -> None:
    ada(desk)
    desk.groups.join("git-crew", "ada")
    desk.course.archive("git-crew")
    assert [line.name for line in desk.pages.people() if not line.archived] == ["Ada Obi"]
    assert desk.pages.today().calls == []
    with pytest.raises(Refusal, match="in the archive already"):
        desk.course.archive("git-crew")
    desk.course.restore("git-crew")
    assert [line.name for line in desk.pages.today().calls] == ["Git crew"]


def test_what_is_known_of_a_member_is_changed_by_the_members_name(
    desk: Desk, crew: Relation
) -> None:
    changed = desk.people.edit("chi", zone="Asia/Tokyo", handle="chi-ng")
    assert (changed.mentee.handle, changed.mentee.zone) == ("chi-ng", "Asia/Tokyo")
    assert desk.groups.members(crew.mentorship.id)[0].zone == "Asia/Tokyo"


def test_a_line_for_several_or_for_all_is_each_ones(desk: Desk, crew: Relation) -> None:
    session = desk.calls.start("git-crew")
    text = "[ ] @dan,@chi read by fri\n[ ] @all look at it\n[ ] @everybody sleep"
    desk.calls.save_notes(session.id, text)
    owners = [(one.action.owner, one.action.who, one.action.text) for one in desk.promises.list()]
    assert sorted(owners) == [
        ("mentee", "chi", "read"), ("mentee", "dan", "read"),
        ("mentee", "git-crew", "look at it"), ("mentee", "git-crew", "sleep"),
    ]  # fmt: skip
    desk.calls.save_notes(session.id, text.replace("@dan,@chi", "@chi"))
    assert [one.action.who for one in desk.promises.list() if one.action.text == "read"] == ["chi"]


def test_what_a_milestone_settles_is_ticked_and_not_talked_about_again(
    desk: Desk, crew: Relation
) -> None:
    asks = "Who goes to the touch base?"

    def titles() -> list[str]:
        return [one.title for one in desk.calls.agenda("git-crew")]

    desk.groups.outlines.go(crew, 4)
    assert asks in titles()
    desk.groups.speaker("git-crew", "chi")
    assert asks not in titles()
    desk.undo()
    session = desk.calls.start("git-crew")
    desk.groups.speaker("git-crew", "chi")
    assert [one.state for one in desk.calls.agenda("git-crew") if one.title == asks] == ["done"]
    desk.undo()
    desk.calls.close(session.id)
    assert asks in titles()
    desk.groups.speaker("git-crew", "dan")
    assert asks not in titles()


def test_a_drafted_slide_leaves_no_first_version_to_talk_about(desk: Desk, crew: Relation) -> None:
    desk.groups.outlines.go(crew, 7)
    drafts = [one.title for one in desk.calls.agenda("git-crew") if "slide" in one.title]
    desk.slides.draft("git-crew", "# We read")
    after = [one.title for one in desk.calls.agenda("git-crew") if "slide" in one.title]
    assert (drafts, after) == (["Our slide, first version"], [])
