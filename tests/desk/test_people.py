"""Welcoming, editing and pausing people; and what is refused, with the next step."""

from datetime import date

import pytest
from tests.builders import ada, ada_at_six, ben, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Ambiguous, Refusal


def test_only_a_name_is_needed(desk: Desk) -> None:
    found = desk.people.add("  Ada\n Obi ")
    assert (found.mentee.name, found.address) == ("Ada Obi", "ada/one-to-one")
    assert found.mentorship.started_on == desk.today()
    (line,) = desk.pages.people()
    assert (line.name, line.programme, line.status, line.held) == (
        "Ada Obi",
        "One to one",
        "active",
        0,
    )


def test_everything_else_is_kept_as_it_was_given(desk: Desk) -> None:
    found = desk.people.add(
        "Ada Obi", handle="obi", playbook="wealljs", pronouns="she/her", email="ada@example.org",
        zone="africa/lagos", location="Lagos", contact="Slack, weekdays 9–18",
        started_on=date(2026, 11, 1),
    )  # fmt: skip
    mentee = found.mentee
    assert (mentee.handle, mentee.pronouns, mentee.email) == ("obi", "she/her", "ada@example.org")
    assert (mentee.zone, mentee.location) == ("Africa/Lagos", "Lagos")
    assert desk.pages.brief("obi").boundary == "contact: Slack, weekdays 9–18"
    assert found.mentorship.started_on == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"name": ""}, "A mentee needs a name. Try: mentordesk mentee add 'Ada Obi'"),
        ({"name": " \x1b[0m\n"}, "A mentee needs a name."),
        ({"name": "x" * 121}, "has 121 characters; 120 is the most. Shorten it."),
        ({"handle": "Ada O"}, "“Ada O” is no handle. Use a–z, 0–9 and -, for example ada-o."),
        ({"handle": "ben"}, "The handle ben is taken. Choose another with --handle."),
        ({"playbook": "welljs"}, "There is no playbook “welljs”. Did you mean wealljs?"),
        ({"zone": "Lagoss"}, "“Lagoss” is no time zone. Did you mean Africa/Lagos?"),
        ({"zone": "Atlantis/Capital"}, "Give a name such as Europe/Berlin."),
        ({"email": "ada"}, "“ada” is no mail address. Write it as name@host."),
        ({"email": "a b@c"}, "is no mail address."),
        ({"email": "a@b@c"}, "is no mail address."),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_added(
    desk: Desk, words: dict[str, str], sentence: str
) -> None:
    ben(desk)
    with pytest.raises(Refusal) as refused:
        desk.people.add(**({"name": "Ada Obi"} | words))  # type: ignore[arg-type]
    assert sentence in refused.value.sentence
    assert len(desk.pages.people()) == 1


def test_two_of_the_same_name_are_told_apart(desk: Desk) -> None:
    assert [desk.people.add("Ada Obi").mentee.handle for _ in range(3)] == [
        "ada",
        "ada-obi",
        "ada2",
    ]
    with pytest.raises(Ambiguous) as asked:
        desk.people.find("Ada Obi")
    assert len(asked.value.choices) == 3
    assert desk.people.find("ada").mentee.handle == "ada"


def test_editing_changes_what_is_said_and_nothing_else(desk: Desk) -> None:
    ada(desk, email="ada@example.org")
    desk.people.edit("ada", name="Ada O.", handle="obi", zone="")
    mentee = desk.people.find("obi").mentee
    assert (mentee.name, mentee.zone, mentee.email) == ("Ada O.", "", "ada@example.org")
    assert desk.people.edit("obi", handle="obi").mentee.handle == "obi"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"handle": "ben"}, "is taken"),
        ({"handle": ""}, "is no handle"),
        ({"zone": "nowhere"}, "is no time zone"),
        ({"email": "nobody"}, "is no mail address"),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    desk: Desk, words: dict[str, str], sentence: str
) -> None:
    before = ada(desk)
    ben(desk)
    with pytest.raises(Refusal, match=sentence):
        desk.people.edit("ada", location="Lagos", **words)
    assert desk.people.find("ada") == before


def test_pausing_keeps_everything_and_stops_the_calls(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    desk.words.note("ada", "likes small examples")
    desk.promises.do("ada", "send the link", due=desk.today())
    desk.people.pause("ada", "exams")
    assert (desk.pages.people()[0].status, desk.pages.people()[0].next) == ("paused", None)
    assert desk.pages.people("paused")[0].name == "Ada Obi"
    assert desk.pages.people("active") == []
    assert desk.pages.next() == desk.pages.calendar() == desk.pages.today().calls == []
    assert desk.pages.status().state == "none"
    clock.advance(days=60)
    assert [line.rule for line in desk.pages.today().due] == ["promise"]
    assert desk.pages.search("examples")
    assert "exams" in str(desk.pages.timeline("ada"))
    desk.people.resume("ada")
    assert desk.pages.next()[0].name == "Ada Obi"


def test_pausing_twice_is_refused_with_the_way_back(desk: Desk) -> None:
    ada(desk)
    with pytest.raises(
        Refusal, match=r"active, not paused\. Pause with: mentordesk mentee pause ada"
    ):
        desk.people.resume("ada")
    desk.people.pause("ada")
    with pytest.raises(Refusal, match=r"paused, not active\. Go on with: mentordesk mentee resume"):
        desk.people.pause("ada")


def test_the_playbook_stays_as_it_was_when_the_mentorship_began(desk: Desk) -> None:
    desk.playbooks.copy("one-to-one")
    path = desk.playbooks.folder / "one-to-one.toml"
    ben(desk)
    path.write_text(path.read_text("utf-8").replace("minutes = 45", "minutes = 90"), "utf-8")
    ada_again = desk.people.add("Chi")
    assert desk.playbooks.of(desk.people.find("ben").mentorship.id).minutes == 45
    assert desk.playbooks.of(ada_again.mentorship.id).minutes == 90
    path.unlink()
    assert desk.playbooks.of(ada_again.mentorship.id).minutes == 90


def test_the_list_has_active_people_first_by_name(desk: Desk, clock: Clock) -> None:
    ben(desk)
    ada(desk)
    desk.people.add("anna")
    desk.people.pause("ada")
    assert [line.name for line in desk.pages.people()] == ["anna", "Ben Lund", "Ada Obi"]


def test_the_list_counts_calls_and_promises(desk: Desk, clock: Clock) -> None:
    ada(desk)
    slot(desk, count=12)
    desk.promises.do("ada", "mine")
    desk.promises.do("ada", "hers", "ada")
    desk.promises.do("ada", "somebody's", "grace")
    session = desk.calls.start("ada")
    clock.advance(40)
    desk.calls.close(session.id)
    (line,) = desk.pages.people()
    assert (line.held, line.total, line.mine, line.theirs) == (1, 12, 1, 2)
    assert line.last == session.started
