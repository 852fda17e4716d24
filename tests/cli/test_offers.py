"""`hours` and `workshop` at a prompt."""

import json

from tests.cli.shell import Shell


def test_hours_are_offered_pasted_booked_and_freed(shell: Shell) -> None:
    assert "hours set tue 17:00" in shell.out("hours list")
    said = shell.out("hours set wed 17:00 --slots 2 --playbook pyladies --link https://meet.x")
    assert said.splitlines()[:2] == [
        "Offered: 2 slots of 30 min every Wednesday.",
        "Wed 25 Nov  17:00  –17:30  free  https://meet.x",
    ]
    assert shell.out("hours book 'wed 17:30' Maya pytest fixtures") == "Wed 25 Nov 17:30: Maya\n"
    assert "Wed 25 Nov  17:30  –18:00  Maya  not invited  pytest fixtures" in shell.out(
        "hours list --weeks 1"
    )
    assert shell.out("hours text --weeks 1") == (
        "- Wed 25 Nov 17:00–17:30 (Wed 16:00 UTC) · https://meet.x\n"
    )
    shell.at("2026-11-25 09:00 Europe/Berlin")
    assert "office hour 17:30 with Maya: pytest fixtures" in shell.out("today")
    assert shell.out("hours free '17:30'") == "Wed 25 Nov 17:30 is free again; Maya had it.\n"
    assert (
        shell.out("hours end wed") == "They end on Wed 25 Nov 2026 (today): 2 slots until then.\n"
    )
    assert len(json.loads(shell.out("hours list --weeks 5 --json"))) == 2


def test_a_workshop_is_prepared_and_looked_back_on(shell: Shell) -> None:
    said = shell.out(
        "workshop add 'fri 27 nov' Pandas --at 10:00 --early 15 --role coach --playbook pyladies"
    )
    assert said == (
        "Workshop: Pandas, Fri 27 Nov 2026 (in 3 days)\n"
        "Prepared: 0 min of 2 h; Today speaks of it from Tue 24 Nov on.\n"
    )
    assert "workshop Pandas, in 3 days: prepare, 0 min of 2 h done" in shell.out("today")
    ref = json.loads(shell.out("workshop list --json"))[0]["id"][:6]
    shell(f"workshop prep {ref} 1h30")
    assert shell.out("workshop list") == (
        f"{ref[:4]}  Fri 27 Nov  10:00  Pandas  coach  15 min early  1 h 30 min of 2 h prepared\n"
    )
    assert shell.out(f"workshop debrief {ref}").startswith("? Where did people get stuck?\n")
    shell.at("2026-11-28 09:00 Europe/Berlin")
    assert shell.out(f"workshop debrief {ref} less theory") == "Noted. Pandas is over.\n"
    assert "workshop add" in shell.out("workshop list")
    assert "held" in shell.out("workshop list --all") and "less theory" in shell.out(
        "workshop list --all"
    )
