"""A command that is asked as somebody may see it prints what a shared screen would show."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import Clock
from tests.sharing.rule import found, may_see, opened
from tests.sharing.sentinels import Word

from mentordesk.cli.door import Door
from mentordesk.cli.root import SHOWN, mentordesk
from mentordesk.desk.sharing import viewer_of

READS = (
    "today", "today --json", "next --limit 50 --json", "calendar --month", "calendar --json",
    "status --json", "brief {}", "brief {} --json", "promises --all --json", "search zq --json",
    "search kind:win zq", "goal list {} --json", "plan show {}", "plan show {} --json",
)  # fmt: skip


@pytest.mark.parametrize("who", ["alone", "group", "nobody"])
def test_no_command_prints_what_the_viewer_may_not_see(
    filled: tuple[Path, dict[str, Word]], monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    folder, words = filled
    monkeypatch.setenv("MENTORDESK_HOME", str(folder))
    desk = opened(folder)
    team = str(desk.store.value("SELECT handle FROM team"))
    one = next(line for line in desk.pages.people() if not line.members and line.next)
    name = {"alone": one.address, "group": team, "nobody": "nobody"}[who]
    viewer, printed = viewer_of(desk, name), {}
    for line in READS:
        about = line.format(one.address if who == "nobody" else name)
        run = CliRunner().invoke(
            mentordesk, ["--as-seen-by", name, *about.split()], obj=Door(clock=Clock())
        )
        assert run.exit_code in ({0, 1} if who == "nobody" else {0}), (about, run.output)
        printed[about] = run.output
    leaks = {
        (line, words[word].table, words[word].column)
        for line, text in printed.items()
        for word in found(text, words)
        if not may_see(desk, viewer, words[word])
    }
    desk.close()
    assert not leaks
    assert {line.split()[0] for line in READS} == set(SHOWN)


def test_nothing_is_changed_and_nothing_else_is_asked_so(
    filled: tuple[Path, dict[str, Word]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORDESK_HOME", str(filled[0]))
    desk = opened(filled[0])
    who = next(line.handle for line in desk.pages.people() if not line.members and line.next)
    desk.close()
    for line, said in (
        (f"goal add {who} more", "Nothing is changed with --as-seen-by: leave it out."),
        ("note ada more", "--as-seen-by is for today, next,"),
        ("", "on screen it is --share WHO."),
    ):
        run = CliRunner().invoke(mentordesk, ["--as-seen-by", who, *line.split()], obj=Door())
        assert run.exit_code == 1, run.output
        assert said in run.output


@pytest.mark.parametrize("option", ["--as-seen-by", "--share"])
def test_an_empty_name_does_not_show_everything(option: str) -> None:
    run = CliRunner().invoke(mentordesk, [option, "", "today"], obj=Door())
    assert run.exit_code == 1
    assert "say who, or `nobody`" in run.output
