"""settings.toml is the mentor's file: read kindly, refused with a sentence, written with care."""

import errno
import os
import re
import subprocess
import sys
import tomllib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import one_line
from mentordesk.settings import THEMES, CalDav, Publish, Settings, load, save
from mentordesk.settings.writing import TEMPLATE

OWN = """\
# mine
name = "Ana"     # as on the contract
theme   = "mentordesk-light"

[keys]
# the old habit
"session.close" = "ctrl+w"  # like a tab
"session.note" = "n"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mentordesk" / "settings.toml"


@pytest.fixture
def own(file: Path) -> Path:
    file.parent.mkdir()
    file.write_text(OWN)
    return file


def says(sentence: str) -> AbstractContextManager[object]:
    """The desk refuses, and this is in its sentence."""
    return pytest.raises(Refusal, match=re.escape(sentence))


def test_without_a_file_everything_has_its_usual_value(file: Path) -> None:
    assert load(file) == Settings()
    assert not file.exists()


def test_the_template_says_what_the_defaults_are(file: Path) -> None:
    assert save(file) == Settings()
    assert file.read_text() == TEMPLATE
    assert load(file) == Settings()
    assert set(tomllib.loads(TEMPLATE)) == set(Settings._fields)
    assert all(theme in TEMPLATE for theme in THEMES)


def test_what_the_mentor_wrote_is_read(own: Path) -> None:
    keys = {"session.close": "ctrl+w", "session.note": "n"}
    assert load(own) == Settings(name="Ana", theme="mentordesk-light", keys=keys)


def test_a_binding_may_stand_without_quotes(own: Path) -> None:
    own.write_text('[keys]\nsession.close = "ctrl+w"\n[keys.people]\nadd = "a,insert"\n')
    assert load(own).keys == {"session.close": "ctrl+w", "people.add": "a,insert"}


def test_a_file_from_another_system_is_read(own: Path) -> None:
    own.write_bytes(b'\xef\xbb\xbfname = "Zo\xc3\xab"\r\nbell = false\r\n')
    assert load(own) == Settings(name="Zoë", bell=False)
    save(own, playbook="wealljs")
    assert b'"Zo\xc3\xab"\r\nbell = false\r\n' in own.read_bytes()


def test_an_escape_sequence_in_a_value_reaches_no_screen(own: Path) -> None:
    own.write_text('name = "\\u001b[2JAna\\u202e"\n[keys]\n"a\\u0007" = "ctrl+\\u009b1mw"\n')
    assert load(own).name == "Ana"
    assert load(own).keys == {"a": "ctrl+w"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour = 1", "there is no setting “colour”. Use zone, name, theme"),
        ("bell = 1", "bell must be true or false, not 1. Change or delete the line."),
        ('bell = "yes"', 'bell must be true or false, not "yes".'),
        ("name = true", "name must be text in quotes, not true."),
        ("zone = 2026-11-21", "zone must be text in quotes, not 2026-11-21."),
        ('keys = "x"', 'keys must be a [keys] table, not "x".'),
        (
            '[keys]\n"session.close" = 1',
            'keys, session.close must be a key such as "ctrl+w", not 1.',
        ),
        (
            "[keys.session]\nclose = ''",
            'keys, session.close must be a key such as "ctrl+w", not "".',
        ),
        (
            'theme = "solar"',
            "theme must be one of mentordesk-dark, mentordesk-light, mentordesk-contrast",
        ),
        ("theme = ['mentordesk-dark']", "theme must be one of"),
        ('name = "Ana', "is no TOML: "),
        ("name = 'a'\nname = 'b'\n", "(at line 2, column 11). Mend the line, or move"),
        ("keys = " + "[" * 5000, "is no TOML: "),
    ],
)
def test_a_broken_file_is_named_with_the_line_to_mend(own: Path, text: str, sentence: str) -> None:
    own.write_text(text)
    with pytest.raises(Refusal) as read:
        load(own)
    with pytest.raises(Refusal) as written:
        save(own, bell=False)
    assert read.value.sentence == written.value.sentence
    assert read.value.sentence.startswith(str(own))
    assert sentence in read.value.sentence
    assert own.read_text() == text


def test_a_file_that_is_no_text_or_no_file(own: Path) -> None:
    own.write_bytes(b"name = '\xff'")
    with says(f"{own} is not UTF-8 text. Save it as UTF-8"):
        load(own)
    own.unlink()
    own.mkdir()
    with says(f"{own} cannot be read: Is a directory."):
        load(own)


def test_saving_keeps_what_the_mentor_wrote_around_it(own: Path) -> None:
    saved = save(own, name="Ana Ruiz", keys={"session.close": "f4", "session.note": "n"})
    assert saved == load(own)
    after = OWN.replace('"Ana"', '"Ana Ruiz"').replace("ctrl+w", "f4")
    assert own.read_text() == after


def test_a_setting_that_was_not_there_goes_before_the_keys(own: Path) -> None:
    save(own, bell=False)
    assert own.read_text().index("bell = false") < own.read_text().index("[keys]")
    assert load(own) == load(own)._replace(name="Ana", bell=False)


def test_what_belongs_together_stands_in_a_table_of_its_own(own: Path) -> None:
    own.write_text('# mine\npublish.path = "~/desk.ics"  # for the phone\n')
    assert load(own).publish == Publish("~/desk.ics")
    save(own, publish=Publish("~/desk.ics", "full"), caldav={"user": "mia"})
    assert own.read_text().startswith('# mine\npublish.path = "~/desk.ics"  # for the phone\n')
    assert load(own).publish == Publish("~/desk.ics", "full")
    assert load(own).caldav == CalDav(user="mia")


def test_a_first_setting_comes_with_the_explained_file(file: Path) -> None:
    save(file, zone="Europe/Berlin")
    assert file.read_text() == TEMPLATE.replace('zone = ""', 'zone = "Europe/Berlin"')


def test_bindings_can_be_taken_away_again(own: Path) -> None:
    save(own, keys={})
    assert load(own).keys == {}
    assert "# the old habit" in own.read_text()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"colour": "red"}, "there is no setting “colour”. Use zone,"),
        ({"bell": "no"}, 'bell must be true or false, not "no".'),
        ({"theme": "solar"}, "theme must be one of"),
        ({"keys": {"session.close": 4}}, "keys, session.close must be a key"),
    ],
)
def test_a_value_that_is_none_is_never_written(
    own: Path, changes: dict[str, Any], sentence: str
) -> None:
    with says(sentence):
        save(own, **changes)
    assert own.read_text() == OWN


def test_nothing_changed_means_nothing_written(own: Path) -> None:
    before = own.stat()
    assert save(own, name="Ana", theme="mentordesk-light").name == "Ana"
    assert (own.stat().st_ino, own.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_the_owner_can_read_what_is_written(file: Path) -> None:
    umask = os.umask(0)
    try:
        save(file, name="Ana")
    finally:
        os.umask(umask)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_leaves_the_old_file(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with says("cannot be written: No space left on device. Nothing was changed"):
        save(own, name="Ben")
    assert own.read_text() == OWN
    assert list(own.parent.iterdir()) == [own]


def test_a_link_into_a_folder_of_dotfiles_stays_a_link(own: Path, tmp_path: Path) -> None:
    link = tmp_path / "settings.toml"
    link.symlink_to(own)
    save(link, name="Ben")
    assert link.is_symlink()
    assert load(own).name == "Ben"


LINES = st.text(max_size=12).map(one_line)
NAMES = st.from_regex(r"[a-z]{1,6}(\.[a-z_]{1,6}){0,2}", fullmatch=True)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "zone": LINES,
        "name": LINES,
        "theme": st.sampled_from(THEMES),
        "bell": st.booleans(),
        "keys": st.dictionaries(NAMES, LINES.filter(bool), max_size=3),
    },
)
FILES = st.sampled_from(
    (None, "", TEMPLATE, OWN, "bell = false",
     "keys = {a.b = 'x'}\n", "[keys]\na.b = 'x'\na.c = 'y'\n",
     "[keys.a]\nb = 'x'\n[keys.c]\nd = 'y'\n", "keys.a.b = 'x' # why\nbell = true\n"),
)  # fmt: skip


@given(FILES, st.lists(CHANGES, max_size=4))
@example("keys.a.b = 'x'\nbell = true\n", [{"keys": {"a": "0", "b": "0"}}, {"keys": {}}])
def test_what_is_saved_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, text: str | None, steps: list[dict[str, Any]]
) -> None:
    file = tmp_path_factory.mktemp("desk") / "settings.toml"
    if text is not None:
        file.write_text(text)
    for changes in steps:
        wanted = load(file)._replace(**changes)
        assert save(file, **changes) == wanted
        assert load(file) == wanted


def test_reading_imports_no_writer_and_nothing_without_a_file(own: Path) -> None:
    code = "import sys; from pathlib import Path; from mentordesk.settings import load; "
    code += "load(Path(sys.argv[1])); print([m in sys.modules for m in ('tomllib', 'tomlkit')])"
    for path, imported in ((own.parent / "none", [False, False]), (own, [True, False])):
        argv = [sys.executable, "-c", code, str(path)]
        done = subprocess.run(argv, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == str(imported)
