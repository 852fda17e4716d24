"""What the mentee receives holds nothing that is `me` and nothing of anybody else."""

import json

from tests.cli.shell import Shell

BEN = "BEN"
ME = "ONLYME"


def _text_of_every_kind_about_ben(shell: Shell) -> None:
    shell("mentee add Ben Lund --playbook wealljs --location BEN --contact BEN --pronouns BEN")
    shell("slot set ben --weekly thu 20:30 --place BEN")
    for kind in ("note", "concern", "win", "question", "stuck", "link", "observation"):
        shell(f"note ben 'BEN {kind}' --kind {kind} --for mentee,coordinator,public")
    shell("do ben 'BEN I promise' --due fri")
    shell("do ben 'BEN task' --task")
    shell("do ben 'BEN network' --owner network:BEN")
    shell("goal add ben BEN goal --measure BEN")
    shell("log ben chat 10m BEN chat")
    shell("session agenda ben --add 'BEN item'")
    shell("session start ben")
    shell("session agenda --tick 1 --tick 2")
    shell("session note ben -", stdin=LINES.replace("$", BEN))
    for key in ("focus", "watch", "before"):
        shell(f"session answer ben {key} 'BEN {key}'")
    shell("session close --next confirm")


def _text_of_every_kind_about_ada(shell: Shell) -> None:
    shell("note ada 'ONLYME concern' --kind concern")
    shell("note ada 'ONLYME for the coordinator' --for coordinator")
    shell("note ada 'ONLYME question' --kind question --for me")
    shell("log ada mail 5m ONLYME mail")
    shell("session agenda ada --add 'ONLYME item'")
    shell("session start ada")
    shell("session agenda --tick 1 --tick 7")
    shell("session note ada -", stdin=LINES.replace("! $", "! ONLYME").replace("$", "OURS"))
    shell("session answer ada focus OURS focus")
    shell("session answer ada watch ONLYME watch")
    shell("session answer ada before OURS before")
    shell("session close --next confirm")


LINES = """ONLYME the line itself
[ ] @ada $ ada does
[ ] @me $ I do by fri
[ ] @network $ network
! $ opportunity
? $ question
?? $ stuck
+ $ win
> $ recap line
"""


def test_the_recap_has_what_is_for_this_mentee_and_nothing_else(ada: Shell) -> None:
    _text_of_every_kind_about_ben(ada)
    _text_of_every_kind_about_ada(ada)
    leaves = ada.out("session recap ada")
    for ours in ("ada does", "I do", "question", "stuck", "win", "recap line", "focus", "before"):
        assert f"OURS {ours}" in leaves
    assert BEN in ada.out("session recap ben")
    assert BEN not in leaves
    assert ME not in leaves


def test_before_the_call_is_closed_the_draft_is_as_tight(ada: Shell) -> None:
    _text_of_every_kind_about_ben(ada)
    ada("session start ada")
    ada("session note ada -", stdin=LINES.replace("! $", "! ONLYME").replace("$", "OURS"))
    leaves = ada.out("session recap")
    assert "OURS recap line" in leaves
    assert BEN not in leaves
    assert ME not in leaves


def test_json_and_file_say_what_the_terminal_says(ada: Shell) -> None:
    _text_of_every_kind_about_ada(ada)
    leaves = ada.out("session recap ada")
    shape = json.loads(ada.out("session recap ada --json"))
    file = ada.home / "recap.md"
    ada(f"session recap ada -o {file}")
    assert shape["leaves"].strip() == leaves.strip() == file.read_text("utf-8").strip()
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_calendar_carries_names_times_and_places_only(ada: Shell) -> None:
    _text_of_every_kind_about_ben(ada)
    _text_of_every_kind_about_ada(ada)
    invite = ada("ics export ada").stdout
    assert "Ada Obi" in invite
    assert BEN not in invite
    assert ME not in invite
    assert "OURS" not in invite


def test_a_rewritten_recap_is_what_leaves(ada: Shell) -> None:
    ada("session start ada")
    ada("session close")
    ada("session recap ada --set -", stdin="Well done, Ada.\n")
    ada("session recap ada --private --set 'ONLYME tired'")
    assert ada.out("session recap ada") == "Well done, Ada.\n"
    assert ada.out("session recap ada --private") == "ONLYME tired\n"
    assert "edit the recap" in ada.out("undo")
