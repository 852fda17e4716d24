"""Where the desk looks for its file, its settings and its playbooks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from mentordesk.paths import Paths, paths

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are for Linux")


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    here = paths({"MENTORDESK_HOME": str(home), "HOME": "/home/ana", "XDG_DATA_HOME": "/data"})
    assert here.desk == str(home / "desk.db")
    assert here.settings == str(home / "settings.toml")
    assert here.playbooks == str(home / "playbooks")
    assert not home.exists()


def test_the_variable_may_be_relative_or_start_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "ana"))
    assert paths({"MENTORDESK_HOME": "desk"}).data == str(tmp_path / "desk")
    assert paths({"MENTORDESK_HOME": "~/desk"}).data == str(tmp_path / "ana" / "desk")
    assert paths({"MENTORDESK_HOME": "~nobody-here/x"}).data == str(tmp_path / "~nobody-here" / "x")


@LINUX
def test_linux_keeps_data_and_settings_apart() -> None:
    here = paths({"HOME": "/home/ana"})
    assert here.desk == "/home/ana/.local/share/mentordesk/desk.db"
    assert here.settings == "/home/ana/.config/mentordesk/settings.toml"
    assert here.playbooks == "/home/ana/.config/mentordesk/playbooks"


@pytest.mark.parametrize("home", ["/home/ana", "/", "/home/ana/", "", "relative", None])
@pytest.mark.parametrize("xdg", ["/srv/ana", "/srv/ana/", "", "relative", "~/x", None])
def test_the_answer_is_always_the_platforms_own(
    home: str | None, xdg: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"HOME": home, "XDG_DATA_HOME": xdg, "XDG_CONFIG_HOME": xdg, "MENTORDESK_HOME": None}
    for name, value in names.items():
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    dirs = PlatformDirs("mentordesk", appauthor=False)
    assert paths() == Paths(dirs.user_data_dir, dirs.user_config_dir)


def test_an_account_without_a_home_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(_: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(PlatformDirs, "user_data_dir", property(homeless))
    with pytest.raises(RuntimeError, match="This account has no home folder"):
        paths({"HOME": ""})


@pytest.mark.parametrize(
    ("extra", "imported"),
    [
        ({"MENTORDESK_HOME": "/desk"}, "False"),
        pytest.param({"HOME": "/home/ana"}, "False", marks=LINUX),
        ({"HOME": ""}, "True"),
    ],
)
def test_the_platforms_library_is_imported_only_when_needed(
    extra: dict[str, str], imported: str
) -> None:
    hidden = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "MENTORDESK_HOME")
    environ = {name: value for name, value in os.environ.items() if name not in hidden} | extra
    code = "import sys; from mentordesk.paths import paths; paths(); "
    code += "print('platformdirs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == imported
