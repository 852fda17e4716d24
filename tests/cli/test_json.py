"""The shapes of docs/json.md are what the commands print, key by key."""

import json

import pytest
from tests.cli.shapes import Shapes
from tests.cli.shell import Shell
from tests.ical.elsewhere import answer, counter

from mentordesk.domain.recovery import PREFIX, RecoveryCopy, Whose, as_text

LINES = """[ ] @ada push lab 7 by fri
[ ] @me intro to Grace
! grant for the conference
? when is a dataclass the right thing
?? decorators with arguments
+ first pull request merged
> we went through generators
"""
WORDS = {"GROUP": "git-crew", "WHO": "ada", "[WHO]": "ada", "SLUG": "wealljs", "TEXT…": "lab"}

BESIDE = {
    "calendar [DAY]": "calendar fri --weeks 2",
    "mentee show WHO": "mentee show rio",
    "mentee decide WHO": "mentee decide ben",
    "mentee term WHO": "mentee term pia",
    "mentee close-out WHO": "mentee close-out rio",
    "session roll": "session roll git-crew",
    "certificate show WHO": "certificate show git-crew",
    "slide show WHO": "slide show git-crew",
    "survey show WHO SURVEY": "survey show nell stand-up",
    "checklist list WHO": "checklist list ben",
    "intake show WHO": "intake show eve",
    "duty list [PLAYBOOK]": "duty list carpentries",
    "playbook offers [WHO]": "playbook offers ben",
    "brief WHO": "brief pia",
    "idea list WHO": "idea list pia",
    "ics read FILE…": "ics read HOME/answers.ics",
    "ics read FILE… --busy": "ics read HOME/answers.ics --busy",
}
"""Commands that have more to print of somebody else than Ada."""
OF = {"goal show ID": "goal list ada", "plan history ID": "plan show ada"}
"""Commands about the first thing that another one prints."""


def planned(ada: Shell) -> None:
    """A goal that was looked at, a row that was changed, a gap."""
    goal = first(ada, "goal list ada")
    ada(f"goal mark {goal} behind")
    ada(f"goal require {goal} 'two rehearsals'")
    ada("plan add ada --goal 'speak in public' --due '1 dec' --measure 'one talk'")
    ada(f"plan edit {first(ada, 'plan show ada')} --measure 'two talks'")
    ada("gap add ada skill 'a calm voice'")


def agreed(ada: Shell) -> None:
    """Answers, a rule, a policy, a permission and an incident."""
    ada("agreement set ada goal 'a first job'")
    ada("agreement rule ada 'we say when it is too much'")
    ada("agreement policy ada --channel slack,mail --hours 9-18 --off-limits employer")
    ada("permission add ada 'that we meet' --to coordinator --said 'sure'")
    ada("incident ada somebody was shouted at")


def joined(ada: Shell) -> None:
    """Somebody on the way in, help that was asked for, and a playbook that has changed."""
    ada("intake add Eve --playbook codingnomads")
    ada("note eve 'ten years in a kitchen' --kind background")
    ada("support ask ada admins 'Ada is quiet'")
    ada("note ada 'listens well' --kind strength")
    ada("playbook copy astropy")
    copy = ada.home / "playbooks" / "astropy.toml"
    copy.write_text(copy.read_text("utf-8").replace("reserve = 10", "reserve = 5"), "utf-8")


def parted(ada: Shell) -> None:
    """Somebody whose term was changed, of whom something was decided, and who left early."""
    ada("mentee add Rio --playbook astropy")
    ada("note rio 'reads fast' --kind strength")
    ada("mentee term rio --weeks 20")
    ada("mentee decide rio --choice continue")
    ada("mentee nominate rio maintainer --to 'the board'")
    ada("mentee exit rio --by mentee --reason time --answer who=herself")


def first(ada: Shell, line: str) -> str:
    """The id of the first thing that a command prints."""
    found = json.loads(ada.out(f"{line} --json"))
    things = found if isinstance(found, list) else found["rows"]
    return str(things[0]["id"])


@pytest.fixture
def full(ada: Shell) -> Shell:
    """A desk with something of every kind, in the middle of the second call."""
    ada("mentee add Ben Lund --playbook astropy")
    joined(ada)
    parted(ada)
    ada("do ada 'read chapter 4' --owner mentee --due 'in 2 weeks'")
    ada("do ada 'find the old notes' --due '24 nov'")
    ada("goal add ada first talk --measure 'talk given'")
    planned(ada)
    agreed(ada)
    a_group(ada)
    heard(ada)
    how_it_goes(ada, "ada")
    ada("mentee add Pia --playbook pyladies")
    ada("opportunity add ada a talk at the meetup")
    ada("introduction add ada Grace")
    ada("hours set wed 17:00 --slots 2")
    ada("hours book 'wed 25 nov 17:00' Maya")
    ada("workshop add 'sat 12 dec' Pandas --at 10:00")
    ada("session start ada")
    ada("session note ada -", stdin=LINES)
    ada("recording start ada")
    ada("recording mark ada closures")
    ada("session agenda --tick 1 --park 2")
    ada("session answer ada focus finish lab 8")
    ada("session close --next confirm")
    talk = json.loads(ada.out("opportunity list ada --json"))[0]["id"]
    ada(f"opportunity offer {talk[:8]}")
    kept = json.loads(ada.out("promises --owner ada --json"))[0]["id"]
    ada.at("2026-12-01 17:58 Europe/Berlin")
    ada("time add ada messages 5")
    ada(f"done {kept[:6]}")
    answered(ada)
    ada("slot skip ada '8 dec' --reason away")
    (ada.home / "settings.toml").write_text('email = "bo@example.org"', "utf-8")
    ada("session start ada")
    ada("session note ada -", stdin="+ lab 8 is done\n")
    ada("session note ada --set '+ lab 8 is nearly done'")
    unstored(ada)
    return ada


def answered(ada: Shell) -> None:
    """An invitation, an answer to it, a time that was proposed, and a calendar of elsewhere."""
    (ada.home / "settings.toml").write_text('email = "bo@example.org"', "utf-8")
    uid = json.loads(ada.out("ics invite ada --json"))["messages"][0]["uid"]
    ada(f"ics invite ada -o {ada.home}/invite.ics")
    file = ada.home / "answers.ics"
    for data in (
        answer("google", uid, stamp="20261201T170000Z"),
        counter("google", uid, "20261216T180000", day="20261215T180000"),
    ):
        file.write_bytes(data)
        ada(f"ics read {file} --zone Europe/Berlin")
    ada(f"ics read {file} --busy --name work")


def unstored(ada: Shell) -> None:
    """Words of the running call that a window has left behind."""
    session = json.loads(ada.out("session note ada --json"))["session"]["id"]
    whose = Whose(session, "ada", "Ada Obi", ada.now)
    words = as_text(RecoveryCopy(str(ada.home / "desk.db"), whose, ada.now, "", "lost words"))
    (ada.home / f"{PREFIX}ada.txt").write_text(words, "utf-8")


def a_group(shell: Shell) -> None:
    """Two people on an outline, with a call behind them."""
    shell("group add Git crew --playbook carpentries --track lesson-maintenance --member 'Chi Ng'")
    shell("group join git-crew Dan Oz")
    shell("session start git-crew")
    shell("session roll dan attended")
    shell("session close")


def heard(shell: Shell) -> None:
    """Feedback, an answer to a survey, a slide, words for a date to come."""
    shell("feedback add ada slower please --received --changed 'one topic a call'")
    shell("survey answer ada relationship good 'we laugh a lot'")
    shell("mentee add Nell Ames --playbook codingnomads")
    shell("slide draft git-crew '# What we learnt'")
    shell("milestone note ada relationship 'ask about the pace'")


def how_it_goes(shell: Shell, who: str) -> None:
    """Study hours, a progress log, a lab, a topic, questions, reviews, a recording, a link."""
    shell(f"study set {who} --weekly mon,thu 19:00")
    shell(f"study week {who} kept --hours 2")
    shell(f"progress add {who} section 4 --percent 45")
    shell(f"lab add {who} lab 7")
    shell(f"topic add {who} scope")
    topic = json.loads(shell.out(f"topic list {who} --json"))[0]["id"]
    shell(f"topic mark {topic} 2 with a drawing")
    shell(f"question add {who} -", stdin="why tests?\nwhen to stop?\n")
    shell(f"do {who} 'read chapter 1' --task --by-mentee")
    shell(f"review task {who} yes")
    shell(f"review month {who} --past good")
    shell(f"recording add {who} /calls/1.mp4")
    shell(f"link share {who} https://example.org on tests")
    shell(f"note {who} climbs --kind personal")


def test_every_command_prints_the_shape_it_promises(full: Shell) -> None:
    shapes = Shapes()
    for command, kind in shapes.commands.items():
        line = BESIDE.get(command, command).replace("HOME", str(full.home))
        words = [WORDS.get(word, word) for word in line.split()]
        if command in OF:
            words[-1] = first(full, OF[command])
        code = 1 if command == "doctor" else 0  # words of a call wait to be put back
        value = json.loads(full.run([*words, "--json"], code=code).stdout)
        assert value not in ([], {}), command
        shapes.check(value, kind, command)
    full("session close")
    shapes.check(json.loads(full.out("brief ada --json")), "brief", "brief")
    (full.home / "settings.toml").write_text(f'publish.path = "{full.home / "desk.ics"}"\n')
    shapes.check(json.loads(full("doctor --json", code=1).stdout), "health", "doctor")
    assert shapes.seen == set(shapes.tables)


def test_an_empty_desk_has_the_same_shapes(shell: Shell) -> None:
    shapes = Shapes()
    for command in ("today", "next", "status", "mentee list", "promises", "search x", "doctor"):
        kind = shapes.commands.get(command) or shapes.commands["search TEXT…"]
        kind = shapes.commands["promises [WHO]"] if command == "promises" else kind
        shapes.check(json.loads(shell.out(f"{command} --json")), kind, command)


def test_the_doctor_keeps_its_shape_when_things_are_broken(ada: Shell) -> None:
    (ada.home / "settings.toml").write_text("theme = [", encoding="utf-8")
    (ada.home / "desk.db").write_bytes(b"this was a database once" * 100)
    result = ada("doctor --json", code=1)
    facts = json.loads(result.stdout)
    Shapes().check(facts, "health", "doctor")
    settings, store = facts["problems"]
    assert "settings.toml is no TOML" in settings
    assert "is damaged or not a database" in store


def test_letters_of_every_script_stay_letters(shell: Shell) -> None:
    shell.run(["mentee", "add", "Nguyễn 明", "--handle", "ming"])
    assert '"Nguyễn 明"' in shell.out("mentee list --json")


def test_a_text_for_nobody_else_has_no_readers(ada: Shell) -> None:
    ada("note ada one")
    ada("note ada two --for mentee,coordinator")
    moments = json.loads(ada.out("mentee show ada --json"))["timeline"]
    readers = {one["text"]: one["readers"] for one in moments if one["kind"] == "note"}
    assert readers == {"one": [], "two": ["mentee", "coordinator"]}
