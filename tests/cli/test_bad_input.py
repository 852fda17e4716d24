"""Bad input: a sentence with the next step, nothing changed, no traceback."""

import os
import sqlite3
from contextlib import closing

import pytest
from tests.cli.shell import Shell

HOSTILE = "\x1b[31mred\x1b]0;owned\x07 \x9b2J bell\x07 back\x08 \u202eevil\u202c"

REFUSED = [
    # unknown and ambiguous people
    ("brief zoe", "Nobody answers to “zoe”. See everyone with: mentordesk mentee list"),
    ("brief adda", "Nobody answers to “adda”. Did you mean ada? See everyone with: mentordesk"),
    ("brief a", "“a” could be ada/wealljs, ann/one-to-one. Say which."),
    ("note zoe hello", "Nobody answers to “zoe”."),
    ("session recap ada", "There was no call with Ada Obi yet, so there is no recap."),
    ("session note ada hello", "Start it with: mentordesk session start ada"),
    ("session close", "No call is running. Start one with: mentordesk session start WHO"),
    ("slot preview ann --json --weeks 0", "Invalid value for '--weeks': 0 is not in the range"),
    # days and times
    ("slot skip ada 2026-02-30", "There is no such day as 2026-02-30. Try"),
    ("slot skip ada someday", "“someday” is no date I can read. Try"),
    ("slot skip ada 2026-11-17", "Tue 17 Nov 2026 is past"),
    ("slot skip ada thu", "There is no meeting on Thu 26 Nov."),
    ("slot move ada '1 dec' 'wed 25:00'", "“25:00” is no time I can read. Try 18:00 or 6pm."),
    ("slot move ada '1 dec' '28 mar 2027 2:30'", "02:30 does not exist on Sun 28 Mar 2027"),
    ("slot set ann --weekly sun 2:30 --from 2027-03-28", "02:30 does not exist on Sun 28 Mar"),
    ("slot set ann --weekly noday 18:00", "“noday” is no weekday. Give weekdays: tue, or tue,thu."),
    ("slot set ann --weekly tue 18", "“18” is no time I can read."),
    ("slot set ann --monthly 31 18:00", "Not every month has a day 31."),
    ("slot set ann --monthly 6tu 18:00", "Give the n-th weekday as 1 to 4, or -1 for the last."),
    ("slot set ann --monthly tuesday 18:00", "“tuesday” is no day of a month. Give the n-th"),
    ("slot set ann --weekly fri 18:00 --minutes 0", "“0” is no length from 1 minute to 24 hours."),
    (
        "slot set ann --weekly fri 18:00 --every 0",
        "0 is not in the range 1<=x<=52. See: mentordesk",
    ),
    ("slot set ann --weekly fri 18:00 --until '1 jan 2026'", "Thu 1 Jan 2026 is past"),
    ("slot set ann --weekly tue 18:30", "is taken: Ada Obi, 18:00–19:00; 11 later dates as well."),
    ("slot set ann --weekly tue 18:30", "time, or take it all the same with --force."),
    ("do ada 'a link' --due never", "“never” is no date I can read."),
    ("log ada chat forever 'x'", "“forever” is no length"),
    ("log ada chat 10m x --at 'tomorrow 9:00'", "is still to come"),
    ("log ada telegram 10m x", "“telegram” is no kind of support. Use chat, mail, forum,"),
    # zones, playbooks, words
    ("mentee add Chi --tz Lagoss", "Did you mean Africa/Lagos?"),
    ("mentee edit ada --tz Mars/Olympus", "“Mars/Olympus” is no time zone."),
    ("mentee add Chi --playbook waljs", "Did you mean wealljs?"),
    ("mentee add Chi --handle ada", "The handle ada is taken. Choose another with --handle."),
    ("mentee add Chi --handle 'No Way'", "is no handle. Use a–z, 0–9 and -, for example no-way."),
    ("mentee add Chi --email nowhere", "“nowhere” is no mail address. Write it as name@host."),
    ("mentee add ' '", "A mentee needs a name. Try: mentordesk mentee add 'Ada Obi'"),
    ("mentee resume ada", "Ada Obi is active, not paused."),
    ("note ada ' '", "There is no text. Write it after the command, or give - to read stdin."),
    ("note ada x --kind secret", "“secret” is no kind of note. Use note, background,"),
    ("note ada x --for everybody", "“everybody” is no reader. Use me, mentee, coordinator or"),
    ("goal add ada x --horizon 12", "“12” is no horizon. Use 30, 60, 90, short, long, role."),
    ("done zzzz", "“zzzz” is no id. Lists show the ids in their first column."),
    ("done abcd", "There is no action abcd. Lists show the ids in their first column."),
    ("search '   '", "There is no text."),
    ("status --format '{nmae}'", "{nmae} is nothing status knows. Use {name}, {who}, {state},"),
    ("playbook show nope", "There is no playbook “nope”."),
    ("playbook check nowhere.toml", "There is no file nowhere.toml."),
    ("import notes nowhere.md", "nowhere.md cannot be read (No such file or directory)."),
    ("ics export ann", "Ann Lee has no standing slot yet. Set one with: mentordesk slot set ann"),
    ("ics export ada -o /nowhere/x.ics", "There is no folder /nowhere. Make it first, or choose"),
    ("session agenda ada --add 'CV' --minutes 0", "“0” is no length"),
    ("call", "The desk needs a terminal to draw on. Without one, try: mentordesk today"),
    ("demo", "The desk needs a terminal to draw on."),
]


@pytest.fixture
def practice(ada: Shell) -> Shell:
    """Ada with her slot, and Ann without one."""
    ada("mentee add Ann Lee")
    return ada


@pytest.mark.parametrize(("line", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence(
    practice: Shell, line: str, sentence: str
) -> None:
    before = practice.out("mentee list --json"), practice.out("slot preview ada --json")
    assert sentence in practice.refused(line)
    assert before == (practice.out("mentee list --json"), practice.out("slot preview ada --json"))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("slott", "There is no command “slott”. Did you mean slot?"),
        ("slot sett", "Did you mean set? See: mentordesk slot --help"),
        ("brief", "Missing argument 'WHO'. See: mentordesk brief --help"),
        ("next --limits 3", "No such option '--limits'"),
        ("slot set ada --weekly tue", "requires 2 arguments. See: mentordesk slot set --help"),
        ("slot set ada", "Say when once: tue 18:00, or --weekly or --monthly"),
        ("slot set ada --weekly tue 18:00 --monthly 15 18:00", "Say when once"),
        ("slot set ada tue 18:00 --weekly tue 18:00", "Say when once"),
        ("slot set ada --weekly tue 18:00 --count 3 --until 'in 8 weeks'", "Give either --count"),
        ("mentee edit ada", "Nothing to change: give at least one option."),
        ("ics export", "Give whose slots, or --all."),
        ("session extend a b c", "Give WHO and MINUTES, or only MINUTES."),
        ("slot", "Usage: mentordesk slot"),
    ],
)
def test_wrong_usage_says_where_the_help_is(practice: Shell, line: str, sentence: str) -> None:
    result = practice(line, code=2)
    assert result.stdout == ""
    assert sentence in result.stderr


def test_only_one_call_runs_at_a_time(practice: Shell) -> None:
    practice("session start ada")
    assert "A call with Ada Obi is running." in practice.refused("session start ann")
    assert "The call with Ada Obi is running." in practice.refused("session start ada")
    assert "There is no item 99; the agenda has" in practice.refused("session agenda --tick 99")
    assert "There are: focus, watch, next, before." in practice.refused("session answer ada x y")
    assert "is past" in practice.refused("session close --next '23 nov 2026 9:00'")


def test_no_escape_sequence_is_replayed(practice: Shell) -> None:
    practice.run(["mentee", "edit", "ann", "--name", f"Ann {HOSTILE}", "--contact", HOSTILE])
    practice.run(["note", "ann", HOSTILE, "--kind", "question"])
    practice.run(["do", "ann", HOSTILE])
    practice.run(["slot", "set", "ann", "--weekly", "fri", "9:00", "--place", HOSTILE])
    practice.run(["session", "start", "ann"])
    practice.run(["session", "note", "ann", f"! {HOSTILE}\n> {HOSTILE}"])
    practice("session close ann")
    seen = [practice.out(line) for line in LISTS]
    seen += [practice.run(["brief", HOSTILE], code=1).stderr]
    seen += [practice.run([HOSTILE], code=2).stderr]
    assert "red" in "".join(seen)
    assert not {c for c in "".join(seen) if not c.isprintable()} - {"\n"}


def test_what_another_program_wrote_into_the_store_is_cleaned_too(practice: Shell) -> None:
    practice("note ada 'a red question' --kind question")
    practice("do ada red link")
    with closing(sqlite3.connect(practice.home / "desk.db")) as store, store:
        store.execute("UPDATE note SET body = ?", [f"red {HOSTILE}"])
        store.execute("UPDATE action SET text = ?", [f"red {HOSTILE}"])
        store.execute("UPDATE mentee SET name = 'Ada ' || ?", [HOSTILE])
    seen = [practice.out(line.replace("ann", "ada")) for line in LISTS if "recap" not in line]
    seen.append(practice.refused("session start ada --minutes 1000"))
    seen.append(practice.refused("session close ada"))
    assert not {c for c in "".join(seen) if not c.isprintable()} - {"\n"}


LISTS = [
    f"{line}{as_json}"
    for as_json in ("", " --json")
    for line in (
        "today",
        "next",
        "status",
        "brief ann",
        "mentee list",
        "mentee show ann",
        "promises",
        "session recap ann",
        "search red",
        "slot preview ann",
    )
]


def test_a_megabyte_pasted_into_the_notes_is_kept(practice: Shell) -> None:
    practice("session start ada")
    paste = "all work and no play\n" * 50_000
    practice("session note ada -", stdin=paste)
    assert practice.out("session note ada") == paste
    practice("session close")
    assert "no «play»" in practice.out("search play")


def test_in_a_very_long_line_the_place_is_found(practice: Shell) -> None:
    practice("session start ada")
    line = f"{'wörd ' * 20_000}the needle is here {'wörd ' * 20_000}"
    practice("session note ada -", stdin=line)
    practice("session close")
    assert "the «needle» is here" in practice.out("search needle")
    assert "«wörd» «wörd»" in practice.out("search word needl")


def test_what_is_not_text_on_stdin_is_refused(practice: Shell) -> None:
    assert (
        "is not UTF-8 text" in practice.run(["note", "ada", "-"], stdin=b"\xff\xfe", code=1).stderr
    )


EXPORTS = [
    "session recap ada",
    "plan export ada",
    "slide write ada",
    "ics export ada",
    "milestone ics ada",
]


@pytest.fixture
def leaving(practice: Shell) -> Shell:
    """Ada with something in every file that can leave."""
    practice("session start ada")
    practice("session close ada")
    practice("plan add ada --goal 'a talk'")
    practice("slide draft ada 'what we did'")
    return practice


@pytest.mark.parametrize("line", EXPORTS)
def test_a_name_no_file_can_have_is_refused(leaving: Shell, line: str) -> None:
    assert "cannot be written" in leaving.refused(f"{line} -o {leaving.home / ('f' * 300)}")


@pytest.mark.parametrize("line", EXPORTS)
def test_a_pipe_is_neither_waited_for_nor_replaced(leaving: Shell, line: str) -> None:
    pipe = leaving.home / "pipe"
    os.mkfifo(pipe)
    assert "is no file but a device or a pipe" in leaving.refused(f"{line} -o {pipe} --force")
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "backups/copy.db"])
@pytest.mark.parametrize("line", EXPORTS)
def test_no_export_takes_the_place_of_a_desk(leaving: Shell, line: str, name: str) -> None:
    desk, file = leaving.home / "desk.db", leaving.home / name
    file.parent.mkdir(exist_ok=True)
    if not file.exists() and file.suffix == ".db":
        file.write_bytes(desk.read_bytes())
    assert f"{name} belongs to a desk" in leaving.refused(f"{line} -o {file} --force")
    assert "ada" in leaving.out("mentee list")
