"""Programmes as data: the playbooks that ship with the desk, and the mentor's own copies of them.

A mentor's own playbook is `<slug>.toml` in the config folder and wins over the shipped one.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook import Playbook, PlaybookProblem
from mentordesk.domain.text import clip, one_line
from mentordesk.domain.text import slug as as_slug
from mentordesk.playbooks.files import playbook_in, text_of

_DATA = Path(__file__).parent / "data"


class Entry(NamedTuple):
    """One playbook to choose; a `problem` says why it cannot be used as it stands."""

    slug: str
    title: str
    path: Path
    mine: bool
    problem: str = ""
    version: str = ""


def shipped() -> tuple[str, ...]:
    """The slugs of the playbooks that come with the desk, in alphabetical order."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.toml")))


def load_shipped(slug: str) -> Playbook:
    """A playbook as it comes with the desk. Raises Refusal when none has this slug."""
    if slug not in shipped():
        raise _unknown(slug, shipped())
    return _come_with(slug)


@cache
def _come_with(slug: str) -> Playbook:
    """Read once for all desks that are open: what comes with the program stays as it came."""
    return read(_DATA / f"{slug}.toml")


def read(path: Path) -> Playbook:
    """Read one file. Raises PlaybookProblem naming the file and the line or the key."""
    return playbook_in(text_of(path), path)


def available(folder: Path) -> list[Entry]:
    """Every playbook by slug; the mentor's own in `folder` win, and broken ones say why."""
    paths = {slug: _DATA / f"{slug}.toml" for slug in shipped()} | _own_files(folder)
    return [_entry(slug, paths[slug]) for slug in sorted(paths)]


def find(slug: str, folder: Path) -> Playbook:
    """The playbook with this slug, the mentor's own first.

    Raises Refusal with the known slugs, or PlaybookProblem when the mentor's own is broken: the
    shipped one never steps in for it unasked.
    """
    own = _own_files(folder)
    if slug in own:
        return _read_own(own[slug])
    if slug in shipped():
        return load_shipped(slug)
    raise _unknown(slug, sorted({*shipped(), *own}))


def copy(slug: str, folder: Path, name: str = "") -> Path:
    """Copy a playbook, comments and all, for the mentor to edit; never overwrites.

    With a `name` the copy has a slug and a title of its own, and the mentor's own can be copied,
    too. Raises Refusal for a slug that is not there or taken, and a name without letters.
    """
    own = _own_files(folder)
    if slug not in (known := sorted({*shipped(), *own} if name else shipped())):
        raise _unknown(slug, known)
    called = as_slug(name, 40) if name else slug
    if not called:
        raise Refusal(f"“{clip(name, 40)}” has no letters for a file name. Use a to z and digits.")
    target = folder / f"{called}.toml"
    if called in own or (name and called in shipped()):
        raise _taken(target)
    source = own.get(slug, _DATA / f"{slug}.toml") if name else _DATA / f"{slug}.toml"
    data = _renamed(text_of(source), called, name) if name else source.read_bytes()
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True)
        _write_new(target, data)
    except OSError as error:
        if target.is_symlink() or target.exists():
            raise _taken(target) from None
        raise Refusal(f"{target} could not be written: {error.strerror}.") from None
    return target


def _renamed(text: str, slug: str, title: str) -> bytes:
    """The text of a playbook with another slug and title, its comments where they were."""
    import json
    import re

    for key, value in (("slug", slug), ("title", one_line(title))):
        found = re.search(rf"^{key}\s*=[^#\n]*?(?=\s*(?:#|$))", text, re.MULTILINE)
        if found:
            said = f"{key} = {json.dumps(value, ensure_ascii=False)}"
            text = text[: found.start()] + said + text[found.end() :]
    return text.encode()


def schema() -> dict[str, Any]:
    """The format as a JSON Schema (2020-12), generated from what the reader takes."""
    from mentordesk.domain.playbook_schema import schema as whole  # only for those who ask for it

    return whole()


def _own_files(folder: Path) -> dict[str, Path]:
    # Names that begin with a dot are what editors leave behind.
    return {path.stem: path for path in folder.glob("*.toml") if not path.name.startswith(".")}


def _entry(slug: str, path: Path) -> Entry:
    mine = path.parent != _DATA
    try:
        playbook = _read_own(path) if mine else read(path)
    except PlaybookProblem as problem:
        return Entry(slug, slug, path, mine, problem.sentence)
    return Entry(slug, playbook.title, path, mine, version=playbook.version)


def _read_own(path: Path) -> Playbook:
    playbook = read(path)
    if playbook.slug == path.stem:
        return playbook
    wanted = f"expected “{path.stem}” as the file is called, found “{playbook.slug}”"
    raise PlaybookProblem([f"{path}: slug: {wanted}. Change one of the two."])


def _write_new(target: Path, data: bytes) -> None:
    """Write a file that must not be there yet; one that was cut short does not stay."""
    with target.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _taken(target: Path) -> Refusal:
    return Refusal(f"{target} is there already. Edit it, or move it away first.")


def _unknown(slug: str, known: Sequence[str]) -> Refusal:
    from difflib import get_close_matches  # only a mistake pays for it

    near = get_close_matches(slug.casefold(), known, 1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return Refusal(
        f"There is no playbook “{clip(slug, 40)}”.{meant} There are: {', '.join(known)}."
    )
