"""What a command did is what it says: closing, misses, hints that hold."""

from tests.cli.shell import Shell


def test_closing_says_what_comes_again(ada: Shell) -> None:
    ada("session start ada")
    ada("session agenda --tick 1 --drop 2")
    said = ada.out("session close")
    assert "items not ticked, so on the next agenda: " in said
    left = said.partition("on the next agenda: ")[2].partition("\n")[0].split(" · ")
    agenda = ada.out("session agenda ada")
    assert f"{len(left)} items not ticked" in said
    assert all(title in agenda for title in left)
    ada.at("2026-12-01 18:00 Europe/Berlin")
    ada("session start ada")
    for n in range(1, 12):
        ada.run(["session", "agenda", "--tick", str(n)], code=None)
    assert "next agenda" not in ada.out("session close")
