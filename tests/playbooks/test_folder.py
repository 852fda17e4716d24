"""A mentor's own playbooks stand beside the shipped ones and win by their slug."""

import resource
from pathlib import Path

import pytest

from mentordesk import playbooks
from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook import PlaybookProblem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "playbooks"


def edit(path: Path, old: str, new: str) -> Path:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def entry(slug: str, folder: Path) -> playbooks.Entry:
    [found] = [one for one in playbooks.available(folder) if one.slug == slug]
    return found


def test_without_a_folder_the_shipped_ones_are_there(folder: Path) -> None:
    found = playbooks.available(folder)
    assert [(one.slug, one.mine, one.problem) for one in found] == [
        (slug, False, "") for slug in playbooks.shipped()
    ]
    assert not folder.exists()
    assert playbooks.find("wealljs", folder) == playbooks.load_shipped("wealljs")


def test_a_copy_has_every_comment_and_wins_once_it_is_edited(folder: Path) -> None:
    copied = playbooks.copy("wealljs", folder)
    shipped = Path(playbooks.__file__).parent / "data" / "wealljs.toml"
    assert copied.read_bytes() == shipped.read_bytes()
    edit(copied, "reserve = 15", "reserve = 12")
    edit(copied, 'title = "WeAllJS"', 'title = "Ours"')
    assert playbooks.find("wealljs", folder).reserve == 12
    assert entry("wealljs", folder)[:5] == ("wealljs", "Ours", copied, True, "")
    assert playbooks.load_shipped("wealljs").reserve == 15


def test_a_copy_never_overwrites(folder: Path) -> None:
    mine = edit(playbooks.copy("wealljs", folder), "reserve = 15", "reserve = 12")
    before = mine.read_bytes()
    with pytest.raises(Refusal, match=r"wealljs\.toml is there already\. Edit it"):
        playbooks.copy("wealljs", folder)
    assert mine.read_bytes() == before


def test_a_copy_made_in_another_window_meanwhile_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = edit(playbooks.copy("wealljs", folder), "reserve = 15", "reserve = 12")
    monkeypatch.setattr(playbooks, "_own_files", lambda _: {})
    with pytest.raises(Refusal, match="is there already"):
        playbooks.copy("wealljs", folder)
    assert "reserve = 12" in mine.read_text("utf-8")


def test_a_copy_does_not_follow_a_link_that_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "wealljs.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(Refusal, match="is there already"):
        playbooks.copy("wealljs", folder)
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_copy_that_cannot_be_written_says_so(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder belongs")
    with pytest.raises(Refusal, match=r"wealljs\.toml could not be written"):
        playbooks.copy("wealljs", folder)


def test_a_copy_cut_short_by_a_full_disk_does_not_stay(folder: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(Refusal, match=r"wealljs\.toml could not be written: File too large"):
            playbooks.copy("wealljs", folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(folder.iterdir()) == []


def test_a_broken_copy_is_listed_with_its_mistake_and_never_replaced_silently(
    folder: Path,
) -> None:
    mine = edit(playbooks.copy("wealljs", folder), "reserve = 15", "reserve = 75")
    found = entry("wealljs", folder)
    assert (found.mine, found.title) == (True, "wealljs")
    assert found.problem.startswith(f"{mine}: cadence.reserve: expected less than the 60 minutes")
    with pytest.raises(PlaybookProblem, match=r"cadence\.reserve"):
        playbooks.find("wealljs", folder)
    assert playbooks.find("codingnomads", folder).slug == "codingnomads"


def test_a_playbook_of_my_own_has_a_name_of_its_own(folder: Path) -> None:
    mine = playbooks.copy("one-to-one", folder).rename(folder / "circle.toml")
    assert "slug: expected “circle” as the file is called" in entry("circle", folder).problem
    edit(mine, 'slug = "one-to-one"', 'slug = "circle"')
    assert playbooks.find("circle", folder).slug == "circle"
    assert [one.slug for one in playbooks.available(folder)] == sorted(
        ["circle", *playbooks.shipped()]
    )


def test_what_editors_leave_behind_is_no_playbook(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / ".#wealljs.toml").symlink_to("nobody@nowhere")
    (folder / "wealljs.toml~").write_text("old")
    (folder / "README.md").write_text("mine")
    assert [one.slug for one in playbooks.available(folder)] == list(playbooks.shipped())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("wealjs", "There is no playbook “wealjs”. Did you mean wealljs? There are: astropy, carp"),
        ("WeAllJS", "Did you mean wealljs?"),
        ("xyzzy", "There is no playbook “xyzzy”. There are: astropy, carpentries, circle, coding"),
        ("../wealljs", "There is no playbook “../wealljs”."),
        ("a\x1b[2Jb", "There is no playbook “ab”."),
    ],
)
def test_an_unknown_slug_lists_the_known_and_the_near(typed: str, says: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "circle.toml").write_text("")
    with pytest.raises(Refusal) as refusal:
        playbooks.find(typed, folder)
    assert says in refusal.value.sentence
