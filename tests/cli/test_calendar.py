"""`calendar` at a prompt: the weeks ahead, a week, a month."""

import json

from tests.cli.shell import Shell


def test_the_weeks_ahead_a_week_and_a_month(shell: Shell) -> None:
    assert shell.out("calendar") == "Nothing is on these days.\n"
    shell("mentee add 'Ada Obi' --tz Africa/Lagos --playbook wealljs")
    shell("slot set ada --weekly thu 18:00 --minutes 60")
    shell("slot skip ada 'thu 3 dec' --reason conference")
    shell("slot gap ada '10 dec' '17 dec'")
    lines = shell.out("calendar --weeks 3").splitlines()
    assert lines[0] == "Thu 26 Nov  ○  18:00–19:00  Ada Obi  18:00 Lagos"
    assert "Thu 3 Dec   –  18:00–19:00  Ada Obi  18:00 Lagos  skipped, conference" in lines
    assert any("no calls, until Thu 17 Dec" in line for line in lines)
    assert shell.out("calendar --week '3 dec'").startswith("Thu 3 Dec")
    month = shell.out("calendar --month").splitlines()
    assert month[0] == "November 2026"
    assert month[1].split() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert " 26 ○" in month[6]
    assert month[8].startswith("Thu 26 Nov")
    found = json.loads(shell.out("calendar --json"))
    assert found["first"] == "2026-11-24"
    assert found["entries"][0]["local"] == "2026-11-26T18:00:00+01:00"


def test_a_day_that_is_none_is_refused_with_a_sentence(shell: Shell) -> None:
    assert "is no date I can read" in shell.refused("calendar someday")
    assert "is out of sight" in shell.refused("calendar --week 9999-12-31")


def test_it_looks_back(shell: Shell) -> None:
    assert shell.out("calendar --month '1 oct'").startswith("October 2026")
    assert shell.out("calendar yesterday") == "Nothing is on these days.\n"
