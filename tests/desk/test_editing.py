"""The notes in the mentor's own editor: nothing is lost, whatever the editor does."""

import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.builders import ada

from mentordesk.desk import Desk
from mentordesk.desk.editing import Edited, edited
from mentordesk.domain.errors import Refusal

Editor = Callable[[str], Mapping[str, str]]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor that does to its file, `p`, what a piece of Python says."""

    def with_(body: str) -> Mapping[str, str]:
        script = tmp_path / "my editor.py"
        script.write_text(f"import pathlib, sys\np = pathlib.Path(sys.argv[-1])\n{body}\n")
        return {"VISUAL": f"{sys.executable} -S -E '{script}' --wait", "EDITOR": "/bin/false"}

    return with_


def folders(tmp_path: Path) -> list[Path]:
    """What is left of the editor's files."""
    return [path for path in tmp_path.rglob("editing-*") if path.is_dir()]


def test_what_is_written_elsewhere_meanwhile_is_kept_beside(
    desk: Desk, editor: Editor, tmp_path: Path
) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "one\n[ ] two")
    seen = tmp_path / "seen"
    says = editor(
        f"pathlib.Path({str(seen)!r}).write_text(oct(p.stat().st_mode)+oct(p.parent.stat().st_mode)"
        "+str(p.parent.parent))\n"
        "p.with_suffix('.md~').write_text('a copy of the editor')\n"
        f"sys.path.insert(0, '')\n"
        "p.write_text(p.read_text() + '\\n+ three\\n')"
    )
    text, _ = desk.calls.edit_notes(session.id, says)
    assert text == "one\n[ ] two\n+ three"
    assert desk.pages.call("ada").marks == {1: "action", 2: "win"}
    home = Path(desk.store.path).parent
    assert seen.read_text() == f"{oct(stat.S_IFREG | 0o600)}{oct(stat.S_IFDIR | 0o700)}{home}"
    assert folders(tmp_path) == []


def test_two_writers_keep_both_their_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "one\ntwo")

    def meanwhile(text: str, _folder: Path, _environ: Mapping[str, str]) -> Edited:
        desk.calls.save_notes(session.id, "one\ntwo\n! from the shell")
        return Edited("zero\n" + text)

    monkeypatch.setattr("mentordesk.desk.editing.edited", meanwhile)
    text, _ = desk.calls.edit_notes(session.id, {})
    assert text == desk.pages.call("ada").notes
    assert {"zero", "one", "two", "! from the shell"} <= set(text.splitlines())
    assert desk.pages.call("ada").marks[text.splitlines().index("! from the shell")]


@pytest.mark.parametrize(
    ("before", "does", "after"),
    [
        ("a", "p.write_text('a\\n')", "a"),
        ("a\n", "p.write_text('a\\n')", "a\n"),
        ("a", "pass", "a"),
        ("", "p.write_text('ä 千\\n\\n')", "ä 千\n"),
    ],
)
def test_an_editors_last_line_break_is_not_the_mentors(
    editor: Editor, tmp_path: Path, before: str, does: str, after: str
) -> None:
    assert edited(before, tmp_path, editor(does)) == (after, "")
    assert folders(tmp_path) == []


def test_what_a_failing_editor_saved_is_in_the_notes(
    desk: Desk, editor: Editor, tmp_path: Path
) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    for does, says in (
        ("p.write_text('mine'); sys.exit(1)", "What it had saved is in the notes.$"),
        ("sys.exit(1)", "ended with an error"),
    ):
        with pytest.raises(Refusal, match=says):
            desk.calls.edit_notes(session.id, editor(does))
        assert desk.pages.call("ada").notes == "mine"
    assert folders(tmp_path) == []
    swaps = "p.with_name('.swp').write_text('half'); import os; os.kill(os.getpid(), 15)"
    with pytest.raises(Refusal, match="what it had not may be in") as told:
        desk.calls.edit_notes(session.id, editor(swaps))
    (left,) = folders(tmp_path)
    assert str(left) in told.value.sentence
    assert (left / ".swp").read_text() == "half"


def test_what_cannot_be_read_is_left_where_it_is(editor: Editor, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="left no file behind"):
        edited("before", tmp_path, editor("p.unlink()"))
    assert folders(tmp_path) == []
    with pytest.raises(Refusal, match=r"cannot be read\. It is in"):
        edited("before", tmp_path, editor("p.write_bytes(b'\\xff')"))
    (left,) = folders(tmp_path)
    assert [path.read_bytes() for path in left.iterdir()] == [b"\xff"]


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, "export EDITOR=nano"),
        ({"VISUAL": "", "EDITOR": " "}, "export EDITOR=nano"),
        ({"EDITOR": "no-such-editor -x"}, "“no-such-editor” is not to be found"),
        ({"EDITOR": "'vi"}, "Mend its quotes"),
    ],
)
def test_without_an_editor_there_is_a_sentence(
    tmp_path: Path, environ: Mapping[str, str], says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        edited("before", tmp_path, environ)
    assert folders(tmp_path) == []


def test_a_folder_that_takes_no_file_is_said(tmp_path: Path, editor: Editor) -> None:
    with pytest.raises(Refusal, match="No file for your editor can be written"):
        edited("before", tmp_path / "gone", editor("pass"))
