"""The newest zones there are, found by the names people type."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import tzdata  # type: ignore[import-untyped]

from mentordesk import zones

PACKAGED = Path(tzdata.__path__[0]) / "zoneinfo"


def elsewhere(code: str, **env: str) -> str:
    """What a fresh interpreter prints for `code`, with `zones` imported."""
    run = subprocess.run(
        [sys.executable, "-c", f"from mentordesk import zones; {code}"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **env},
    )
    return run.stdout.strip()


def system(folder: Path, version: str, file: str = "tzdata.zi") -> str:
    """A system's zone files of another release, in which Berlin keeps Accra's time."""
    (folder / "Europe").mkdir(parents=True)
    (folder / "Europe/Berlin").write_bytes((PACKAGED / "Africa/Accra").read_bytes())
    (folder / file).write_text(version)
    return str(folder)


BERLIN = "import datetime as d; print(d.datetime(2026, 7, 1, tzinfo=zones.zone('Europe/Berlin')))"


def test_the_package_wins_over_an_older_system(tmp_path: Path) -> None:
    path = system(tmp_path / "old", "# version 2019c\n# more")
    shown = elsewhere("print(zones.versions())", PYTHONTZPATH=path)
    newest = tzdata.IANA_VERSION
    assert shown == f"Versions(system='2019c', package='{newest}', used='{newest}')"
    assert elsewhere(BERLIN, PYTHONTZPATH=path).endswith("+02:00")


@pytest.mark.parametrize(
    "file, version", [("tzdata.zi", "# version 2999a"), ("+VERSION", "2999a\n")]
)
def test_a_newer_system_wins_over_the_package(tmp_path: Path, file: str, version: str) -> None:
    path = system(tmp_path / "new", version, file)
    assert "used='2999a'" in elsewhere("print(zones.versions())", PYTHONTZPATH=path)
    assert elsewhere(BERLIN, PYTHONTZPATH=path).endswith("+00:00")
    size = "print(zones.tz_bytes('Europe/Berlin') == zones.tz_bytes('Africa/Accra'))"
    assert elsewhere(size, PYTHONTZPATH=path) == "True"
    assert elsewhere("print(zones.zone('asia/kolkata'))", PYTHONTZPATH=path) == "Asia/Kolkata"


def test_a_zone_that_somebody_opened_before_is_opened_anew(tmp_path: Path) -> None:
    path = system(tmp_path / "old", "# version 2019c")
    early = "import zoneinfo; zoneinfo.ZoneInfo('Europe/Berlin'); "
    assert elsewhere(early + BERLIN, PYTHONTZPATH=path).endswith("+02:00")


def test_a_system_may_know_zones_that_the_package_does_not(tmp_path: Path) -> None:
    path = system(tmp_path / "new", "# version 2999a")
    (tmp_path / "new/Mars").mkdir()
    (tmp_path / "new/Mars/Olympus").write_bytes((PACKAGED / "UTC").read_bytes())
    assert elsewhere("print(zones.zone('mars/olympus'))", PYTHONTZPATH=path) == "Mars/Olympus"


def test_a_machine_without_zone_files_has_the_package() -> None:
    assert "system=''" in elsewhere("print(zones.versions())", PYTHONTZPATH="")
    assert elsewhere(BERLIN, PYTHONTZPATH="").endswith("+02:00")


def test_the_usual_folders_are_pythons_own_and_nobody_else_is_told() -> None:
    code = "import os; print(zones.zoneinfo.TZPATH, os.environ.get('PYTHONTZPATH'))"
    built = str(sysconfig.get_config_var("TZPATH"))
    if built.endswith(":/etc/zoneinfo"):
        assert elsewhere(code) == f"{tuple(built.split(':'))} None"
    assert elsewhere(code, PYTHONTZPATH="/x") == "('/x',) /x"


def test_finding_a_zone_imports_nothing_that_takes_time() -> None:
    heavy = {"importlib.resources", "difflib", "tzdata.zoneinfo", "dateutil", "urllib.request"}
    code = f"import sys; zones.zone('Africa/Lagos'); print({heavy} & set(sys.modules))"
    assert elsewhere(code) == "set()"


@pytest.mark.parametrize(
    "typed, name",
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("AMERICA/NEW YORK", "America/New_York"),
        (" Asia/Kolkata ", "Asia/Kolkata"),
        ("utc", "UTC"),
        ("Asia/Calcutta", "Asia/Calcutta"),
    ],
)
def test_a_full_name_is_found_in_any_case(typed: str, name: str) -> None:
    assert zones.zone(typed).key == name


@pytest.mark.parametrize(
    "typed, name",
    [("lagos", "Africa/Lagos"), ("Berlin", "Europe/Berlin"), ("new york", "America/New_York")],
)
def test_a_city_is_enough_where_one_zone_has_it(typed: str, name: str) -> None:
    assert zones.zone(typed).key == name


@pytest.mark.parametrize("typed", ["istanbul", "eastern", "GMT+5", "gmt-3"])
def test_what_could_be_two_zones_or_another_sign_is_not_guessed(typed: str) -> None:
    with pytest.raises(zones.UnknownZone):
        zones.zone(typed)


@pytest.mark.parametrize("typed", ["nowhere", "Atlantis/Capital", "hello", "my place"])
def test_nothing_near_is_nothing_said(typed: str) -> None:
    with pytest.raises(zones.UnknownZone) as caught:
        zones.zone(typed)
    assert caught.value.near == ()


@pytest.mark.parametrize(
    "typed, near",
    [
        ("lagoss", "Africa/Lagos"),
        ("york", "America/New_York"),
        ("Europe/Lagos", "Africa/Lagos"),
        ("Europ/Berln", "Europe/Berlin"),
        ("Kolkatta", "Asia/Kolkata"),
    ],
)
def test_a_city_or_a_slip_leads_to_the_zone(typed: str, near: str) -> None:
    with pytest.raises(zones.UnknownZone) as caught:
        zones.zone(typed)
    assert caught.value.name == typed
    assert caught.value.near[0] == near
    assert len(caught.value.near) <= 5


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", ".", "..", "/", "../etc/passwd", "/etc/passwd", "/usr/share/zoneinfo/UTC"),
        *("\0", "UTC\0", "Europe/Berlin\n/x", "\ud800", "é", "\x1b[31m", "x" * 10_000),
        *("Europe", "Europe/", "Europe/Berlin/", "posix/Europe/Berlin", "right/Europe/Berlin"),
        *("localtime", "Factory", "posixrules", "tzdata.zi", "__init__.py", "zone.tab", "C:\\UTC"),
    ],
)
def test_a_hostile_name_is_just_unknown(name: str) -> None:
    for find in (zones.zone, zones.tz_bytes):
        with pytest.raises(zones.UnknownZone) as caught:
            find(name)
        assert set(caught.value.near) <= zones.names()


def test_every_listed_zone_opens() -> None:
    for name in zones.names():
        assert zones.zone(name).key == name
        assert zones.tz_bytes(name).startswith(b"TZif")
    assert {"Europe/Berlin", "Africa/Lagos", "UTC"} <= zones.names()
    assert not {"Factory", "localtime", "posixrules"} & zones.names()


@pytest.mark.parametrize(
    "tz, name",
    [
        ("Africa/Lagos", "Africa/Lagos"),
        (":Africa/Lagos", "Africa/Lagos"),
        ("/usr/share/zoneinfo/Africa/Lagos", "Africa/Lagos"),
        (":/usr/share/zoneinfo/posix/Africa/Lagos", "Africa/Lagos"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "Asia/Kolkata"),
        ("", "Asia/Kolkata"),
        ("../../etc/passwd", "Asia/Kolkata"),
    ],
)
def test_the_machine_is_where_tz_says_or_else_its_localtime(
    tmp_path: Path, tz: str, name: str
) -> None:
    (tmp_path / "localtime").symlink_to("../usr/share/zoneinfo/Asia/Kolkata")
    assert zones.here({"TZ": tz}, tmp_path) == name


def test_the_machine_is_where_etc_timezone_says_when_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "localtime").write_bytes(b"TZif, copied instead of linked")
    (tmp_path / "timezone").write_text("Pacific/Auckland\n")
    assert zones.here({}, tmp_path) == "Pacific/Auckland"


@pytest.mark.parametrize("text", [b"", b"Nowhere/At_All", b"\xff\xfe\0", b"x" * 9999])
def test_a_machine_that_does_not_say_is_in_utc(tmp_path: Path, text: bytes) -> None:
    assert zones.here({}, tmp_path) == "UTC"
    (tmp_path / "timezone").write_bytes(text)
    assert zones.here({}, tmp_path) == "UTC"
